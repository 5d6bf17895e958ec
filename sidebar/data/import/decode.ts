import { t } from '../../texts/text';

/** Something read from a file, or one sentence that says what to do instead. */
export type Read<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: string };

export const problem = (text: string): { readonly ok: false; readonly problem: string } => ({
  ok: false,
  problem: text,
});

/** Larger files would not fit into the memory of a sidebar together with their rows. */
export const MAX_BYTES = 20 * 1024 * 1024;

const startsWith = (bytes: Uint8Array, ...signature: number[]) => signature.every((byte, at) => bytes[at] === byte);

/** The text of a file in UTF-8, in UTF-16 with its mark (Excel's “Unicode text”), or else in Windows-1252. */
export function decodeFile(bytes: Uint8Array): Read<string> {
  if (bytes.length === 0) return problem(t('import.empty'));
  if (bytes.length > MAX_BYTES) return problem(t('import.tooLarge', { megabytes: MAX_BYTES / 1024 / 1024 }));
  const isZip = startsWith(bytes, 0x50, 0x4b, 0x03, 0x04);
  const isOldExcel = startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0);
  if (isZip || isOldExcel) return problem(t('import.workbook'));
  if (startsWith(bytes, 0xff, 0xfe)) return { ok: true, value: new TextDecoder('utf-16le').decode(bytes) };
  if (startsWith(bytes, 0xfe, 0xff)) return { ok: true, value: new TextDecoder('utf-16be').decode(bytes) };
  if (bytes.includes(0)) return problem(t('import.notText'));
  try {
    return { ok: true, value: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    return { ok: true, value: new TextDecoder('windows-1252').decode(bytes) };
  }
}
