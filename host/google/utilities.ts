import { createHash, createHmac, randomUUID } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import Papa from 'papaparse';
import { isZone } from '../engine/zone';
import { Blob, bytesOf, signed } from './blob';
import { fail, noSignature, unsupported } from './errors';
import { formatString } from './format-string';
import { Pause } from './pause';
import { formatDate } from './simple-date-format';
import { parseDate } from './simple-date-parse';

const HASHES: Readonly<Record<string, string>> = {
  MD5: 'md5',
  SHA_1: 'sha1',
  SHA_256: 'sha256',
  SHA_384: 'sha384',
  SHA_512: 'sha512',
};

/** Source: reference "Utilities.sleep". */
const LONGEST_SLEEP = 300_000;

const GZIP = 'application/x-gzip';

/** `Utilities`. Bytes are signed, as in Apps Script. */
export class Utilities {
  getUuid(): string {
    return randomUUID();
  }
  sleep(milliseconds: number): never {
    if (!(milliseconds >= 0 && milliseconds <= LONGEST_SLEEP)) return fail('Invalid argument: milliseconds');
    throw new Pause(milliseconds, 'done');
  }

  // Bytes

  base64Encode(data: string | number[], charset?: unknown): string {
    return Buffer.from(bytesOf(data, 'Utilities.base64Encode', charset)).toString('base64');
  }
  base64EncodeWebSafe(data: string | number[], charset?: unknown): string {
    return this.base64Encode(data, charset).replaceAll('+', '-').replaceAll('/', '_');
  }
  base64Decode(encoded: string): number[] {
    if (typeof encoded !== 'string') noSignature([encoded], 'Utilities.base64Decode');
    if (!/^[A-Za-z0-9+/\s]*={0,2}\s*$/.test(encoded)) fail('Could not decode string.');
    return signed(Buffer.from(encoded, 'base64'));
  }
  base64DecodeWebSafe(encoded: string): number[] {
    if (typeof encoded !== 'string') noSignature([encoded], 'Utilities.base64DecodeWebSafe');
    if (!/^[\w\s-]*={0,2}\s*$/.test(encoded)) fail('Could not decode string.');
    return signed(Buffer.from(encoded, 'base64url'));
  }
  computeDigest(algorithm: { toString(): string }, value: string | number[], charset?: unknown): number[] {
    const hash = HASHES[String(algorithm)] ?? unsupported(`Utilities.computeDigest(${algorithm})`);
    return signed(
      createHash(hash)
        .update(bytesOf(value, 'Utilities.computeDigest', charset))
        .digest(),
    );
  }
  computeHmacSha256Signature(value: string | number[], key: string | number[], charset?: unknown): number[] {
    return this.hmac('sha256', value, key, 'Utilities.computeHmacSha256Signature', charset);
  }
  computeHmacSignature(
    algorithm: { toString(): string },
    value: string | number[],
    key: string | number[],
    charset?: unknown,
  ): number[] {
    const method = 'Utilities.computeHmacSignature';
    const hash = HASHES[String(algorithm).replace('HMAC_', '')] ?? noSignature([algorithm, value, key], method);
    return this.hmac(hash, value, key, method, charset);
  }
  /** Text goes with a key of text and bytes with a key of bytes. Source: reference "Utilities". */
  private hmac(hash: string, value: unknown, key: unknown, method: string, charset: unknown): number[] {
    if (typeof value !== typeof key) noSignature([value, key], method);
    return signed(
      createHmac(hash, bytesOf(key, method, charset))
        .update(bytesOf(value, method, charset))
        .digest(),
    );
  }

  // Blobs

  newBlob(data: string | number[], contentType: string | null = null, name: string | null = null): Blob {
    const plain = typeof data === 'string' ? 'text/plain' : null;
    return new Blob(bytesOf(data, 'Utilities.newBlob'), contentType ?? plain, name);
  }
  gzip(blob: Blob, name: string | null = null): Blob {
    return new Blob(gzipSync(blob.bytes), GZIP, name);
  }
  ungzip(blob: Blob): Blob {
    if (blob.getContentType() === null) fail('Blob object must have non-null content type for this operation.');
    try {
      return new Blob(gunzipSync(blob.bytes), null, null);
    } catch {
      return fail('Could not decompress gzip.');
    }
  }

  // Text

  formatDate(date: Date, timeZone: string, format: string): string {
    if (typeof format !== 'string') noSignature([date, timeZone, format], 'Utilities.formatDate');
    return formatDate(date.getTime(), zoneOrFail(timeZone), format);
  }
  parseDate(date: string, timeZone: string, format: string): Date {
    if (typeof date !== 'string' || typeof format !== 'string')
      noSignature([date, timeZone, format], 'Utilities.parseDate');
    return new Date(parseDate(date, zoneOrFail(timeZone), format));
  }
  formatString(template: string, ...args: unknown[]): string {
    if (typeof template !== 'string') noSignature([template, ...args], 'Utilities.formatString');
    return formatString(template, args);
  }
  parseCsv(csv: string, delimiter = ','): string[][] {
    if (typeof csv !== 'string') noSignature([csv], 'Utilities.parseCsv');
    const { data, errors } = Papa.parse<string[]>(csv.replace(/\r?\n$/, ''), { delimiter: String(delimiter) });
    if (errors.length > 0) fail('Could not parse text.');
    return data;
  }
  jsonParse(text: string): unknown {
    return JSON.parse(text);
  }
  jsonStringify(value: unknown): string {
    return JSON.stringify(value);
  }
}

const zoneOrFail = (zone: unknown): string =>
  typeof zone === 'string' && isZone(zone) ? zone : fail('Invalid argument: timeZone. Should be of type: String');
