import { createHash, randomUUID } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import { fail, unsupported } from './errors';
import { Pause } from './pause';
import { wallOfInstant } from './zone';

const signed = (bytes: Uint8Array): number[] => Array.from(bytes, (byte) => (byte > 127 ? byte - 256 : byte));
const unsigned = (bytes: readonly number[]): Uint8Array => Uint8Array.from(bytes, (byte) => byte & 255);
const bytesOf = (data: string | readonly number[]): Uint8Array =>
  typeof data === 'string' ? Buffer.from(data, 'utf8') : unsigned(data);

const HASHES: Record<string, string> = {
  MD5: 'md5',
  SHA_1: 'sha1',
  SHA_256: 'sha256',
  SHA_384: 'sha384',
  SHA_512: 'sha512',
};

/** `Utilities`. Bytes are signed, as in Apps Script. */
export class Utilities {
  getUuid(): string {
    return randomUUID();
  }
  sleep(milliseconds: number): never {
    throw new Pause(milliseconds, 'done');
  }
  base64Encode(data: string | number[]): string {
    return Buffer.from(bytesOf(data)).toString('base64');
  }
  base64EncodeWebSafe(data: string | number[]): string {
    return this.base64Encode(data).replaceAll('+', '-').replaceAll('/', '_');
  }
  base64Decode(encoded: string): number[] {
    return signed(Buffer.from(encoded, 'base64'));
  }
  newBlob(data: string | number[], contentType: string | null = null, name: string | null = null): Blob {
    return new Blob(bytesOf(data), contentType, name);
  }
  gzip(blob: Blob, name: string | null = null): Blob {
    return new Blob(gzipSync(blob.bytes), 'application/x-gzip', name);
  }
  ungzip(blob: Blob): Blob {
    return new Blob(gunzipSync(blob.bytes), null, null);
  }
  computeDigest(algorithm: { toString(): string }, value: string | number[]): number[] {
    const hash = HASHES[String(algorithm)] ?? unsupported(`Utilities.computeDigest(${algorithm})`);
    return signed(createHash(hash).update(bytesOf(value)).digest());
  }
  formatDate(date: Date, timeZone: string, format: string): string {
    return formatInZone(date.getTime(), timeZone, format);
  }
}

export class Blob {
  constructor(
    readonly bytes: Uint8Array,
    private readonly contentType: string | null,
    private readonly name: string | null,
  ) {}

  getBytes(): number[] {
    return signed(this.bytes);
  }
  getDataAsString(charset = 'UTF-8'): string {
    return new TextDecoder(charset).decode(this.bytes);
  }
  getContentType(): string | null {
    return this.contentType;
  }
  getName(): string | null {
    return this.name;
  }
}

/** The letters of Java's SimpleDateFormat that people use. */
function formatInZone(instant: number, zone: string, format: string): string {
  const wall = new Date(wallOfInstant(instant, zone));
  const offset = Math.round((wall.getTime() - instant) / 60_000);
  const pad = (value: number, length: number) => String(value).padStart(length, '0');
  const name = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat('en-US', { ...options, timeZone: 'UTC' }).format(wall);
  const offsetText = (separator: string) =>
    `${offset < 0 ? '-' : '+'}${pad(Math.floor(Math.abs(offset) / 60), 2)}${separator}${pad(Math.abs(offset) % 60, 2)}`;
  return format.replace(/'([^']*)'|([a-zA-Z])\2*/g, (token, quoted: string | undefined) => {
    if (quoted !== undefined) return quoted || "'";
    const n = token.length;
    switch (token[0]) {
      case 'y':
        return n === 2 ? pad(wall.getUTCFullYear() % 100, 2) : String(wall.getUTCFullYear());
      case 'M':
        return n > 3 ? name({ month: 'long' }) : n === 3 ? name({ month: 'short' }) : pad(wall.getUTCMonth() + 1, n);
      case 'd':
        return pad(wall.getUTCDate(), n);
      case 'H':
        return pad(wall.getUTCHours(), n);
      case 'h':
        return pad(wall.getUTCHours() % 12 || 12, n);
      case 'm':
        return pad(wall.getUTCMinutes(), n);
      case 's':
        return pad(wall.getUTCSeconds(), n);
      case 'S':
        return pad(wall.getUTCMilliseconds(), n);
      case 'a':
        return wall.getUTCHours() < 12 ? 'AM' : 'PM';
      case 'E':
        return name({ weekday: n > 3 ? 'long' : 'short' });
      case 'u':
        return String(wall.getUTCDay() || 7);
      case 'Z':
        return offsetText('');
      case 'X':
        return offset === 0 ? 'Z' : offsetText(n === 3 ? ':' : '').slice(0, n === 1 ? 3 : undefined);
      default:
        return fail(`Illegal pattern character '${token[0]}'`);
    }
  });
}
