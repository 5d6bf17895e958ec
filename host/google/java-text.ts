import { nameOfService } from './class-names';

/**
 * The text that a cell gets from an object: Google writes what Java makes of it, `{a=1.0}` and `[Ljava.lang.Object;@…`.
 * Source: cells that developers found such text in; nowhere documented.
 */
export function javaText(value: unknown): string {
  if (value === null || value === undefined) return 'null';
  if (typeof value === 'number') return Number.isInteger(value) ? `${value}.0` : String(value);
  if (typeof value !== 'object') return String(value);
  if (Array.isArray(value)) return '[Ljava.lang.Object;@1b2c6ec2';
  const service = nameOfService(value);
  if (service) return service;
  const entries = Object.entries(value).map(([key, item]) => `${key}=${javaText(item)}`);
  return `{${entries.join(', ')}}`;
}
