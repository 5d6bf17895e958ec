import { fail, noSignature, unsupported } from './errors';

/** Bytes as Apps Script has them: from -128 to 127. */
export const signed = (bytes: Uint8Array): number[] => Array.from(bytes, (byte) => (byte > 127 ? byte - 256 : byte));

const CHARSETS: Readonly<Record<string, BufferEncoding>> = {
  'US-ASCII': 'ascii',
  'UTF-8': 'utf8',
  UTF8: 'utf8',
  'UTF-16LE': 'utf16le',
  'ISO-8859-1': 'latin1',
};

/** Text or signed bytes as bytes. Anything else fits no version of `method`. */
export function bytesOf(data: unknown, method: string, charset: unknown = 'UTF-8'): Uint8Array {
  if (typeof data === 'string') return Buffer.from(data, encodingOf(charset));
  if (!Array.isArray(data)) return noSignature([data], method);
  return Uint8Array.from(data as number[], (byte) => byte & 255);
}

const encodingOf = (charset: unknown): BufferEncoding =>
  CHARSETS[String(charset).replaceAll('_', '-').toUpperCase()] ?? fail(`Unsupported charset: ${charset}`);

/** `Blob`. */
export class Blob {
  constructor(
    private data: Uint8Array,
    private contentType: string | null,
    private name: string | null,
  ) {}

  get bytes(): Uint8Array {
    return this.data;
  }

  getBytes(): number[] {
    return signed(this.data);
  }
  setBytes(data: number[]): this {
    this.data = bytesOf(data, 'Blob.setBytes');
    return this;
  }
  getDataAsString(charset = 'UTF-8'): string {
    try {
      return new TextDecoder(charset, { ignoreBOM: true }).decode(this.data);
    } catch {
      return fail(`Unsupported charset: ${charset}`);
    }
  }
  setDataFromString(text: string, charset = 'UTF-8'): this {
    this.data = bytesOf(text, 'Blob.setDataFromString', charset);
    return this;
  }
  getContentType(): string | null {
    return this.contentType;
  }
  setContentType(contentType: string | null): this {
    this.contentType = contentType;
    return this;
  }
  setContentTypeFromExtension(): this {
    const ending = this.name?.split('.').at(-1)?.toLowerCase() ?? '';
    return this.setContentType(TYPES[ending] ?? unsupported(`Blob.setContentTypeFromExtension for “.${ending}”`));
  }
  getName(): string | null {
    return this.name;
  }
  setName(name: string): this {
    this.name = name;
    return this;
  }
  copyBlob(): Blob {
    return new Blob(this.data, this.contentType, this.name);
  }
  getAllBlobs(): Blob[] {
    return [this];
  }
  isGoogleType(): boolean {
    return this.contentType?.startsWith('application/vnd.google-apps.') ?? false;
  }
}

const TYPES: Readonly<Record<string, string>> = {
  csv: 'text/csv',
  gif: 'image/gif',
  html: 'text/html',
  jpg: 'image/jpeg',
  json: 'application/json',
  pdf: 'application/pdf',
  png: 'image/png',
  txt: 'text/plain',
  zip: 'application/zip',
};
