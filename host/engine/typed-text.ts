import { parseValue } from 'numfmt';
import type { CellValue } from './values';

/** What a typed or script-written string becomes in a cell. */
export type Typed = {
  readonly value: CellValue;
  readonly formula: string | null;
  readonly numberFormat: string | null;
};

const text = (value: string): Typed => ({ value: value === '' ? null : value, formula: null, numberFormat: null });
const formula = (source: string): Typed => ({ value: '', formula: source, numberFormat: null });

/**
 * Reads a string as Sheets does when a person types it or a script writes it.
 * Source: Sheets API guide "ValueInputOption: USER_ENTERED"; where developers' reports differ, the harsher one counts: a formula is a formula even in a cell of
 * format `@` when a script writes it, and a leading `+` or `-` that is no number starts one.
 */
export function readTyped(
  input: string,
  options: { locale: string; format?: string | undefined; by: 'person' | 'script' },
): Typed {
  if (input === '') return text('');
  if (input.startsWith("'")) return text(input.slice(1));
  if (options.format === '@') return input.startsWith('=') && options.by === 'script' ? formula(input) : text(input);
  if (input.startsWith('=') && input.length > 1) return formula(input);

  const locale = options.locale.replace('_', '-');
  const dotted = dottedDate(input, locale);
  if (dotted !== null) return { value: dotted, formula: null, numberFormat: 'dd.mm.yyyy' };
  const parsed = parseValue(input, { locale, leap1900: false } as Parameters<typeof parseValue>[1]);
  if (parsed) return { value: parsed.v as number | boolean, formula: null, numberFormat: parsed.z ?? null };
  if (/^[+-]./.test(input)) return formula(`=${input}`);
  return text(input);
}

/** `15.01.2026` where the locale writes its days so; the number parser would take the dots for thousands. */
function dottedDate(input: string, locale: string): number | null {
  const match = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(input.trim());
  if (!match) return null;
  const written = new Intl.DateTimeFormat(locale, { timeZone: 'UTC' }).format(Date.UTC(2026, 10, 22, 12));
  if (!written.startsWith('22.')) return null;
  const [day, month, year] = match.slice(1).map(Number) as [number, number, number];
  const time = Date.UTC(year, month - 1, day);
  const back = new Date(time);
  return back.getUTCMonth() === month - 1 && back.getUTCDate() === day ? serialOfUtc(time) : null;
}

const EPOCH = Date.UTC(1899, 11, 30);
const DAY = 86_400_000;

/** Days since 30 December 1899 of a wall-clock time given as if it were UTC. Source: Sheets API guide "formats". */
export const serialOfUtc = (wallTime: number): number => (wallTime - EPOCH) / DAY;

export const utcOfSerial = (serial: number): number => Math.round(serial * DAY) + EPOCH;
