import type { FieldKind } from '../domain/fields';

/** A field's value as History shows it to people. */
export function shownValue(kind: FieldKind, value: unknown): string {
  if (value === null || value === undefined) return '';
  if (kind === 'instant') return new Date(value as number).toISOString();
  return Array.isArray(value) ? value.join(', ') : String(value);
}
