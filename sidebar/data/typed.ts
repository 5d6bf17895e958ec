import { type Day, isDay } from '../../src/domain/day';
import { readGeneral } from '../../src/domain/import/general';
import { decimalOf, readNumber, readPercent } from '../../src/domain/import/numbers';
import { t } from '../texts/text';
import type { Formats } from './formats';
import type { ShownField } from './shown-field';

/** What a person typed into a field, as the value it means. */
export type Typed = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly error: string };

const value = (value: unknown): Typed => ({ ok: true, value });

function readTypedNumber(kind: ShownField['kind'], text: string, formats: Formats): number | null {
  // “12.50” in a file that writes “12,50” is twelve and a half, not 1250.
  const decimal = decimalOf([text.replace(/\s*%$/, '')], formats.decimal);
  // The field shows percent, so a bare 75 means 75 %.
  return kind === 'percent' ? readPercent(text, decimal, 'percents') : readNumber(text, decimal);
}

export function readTyped(name: string, { kind }: ShownField, text: string, formats: Formats): Typed {
  const trimmed = text.trim();
  switch (kind) {
    case 'money':
    case 'number':
    case 'percent': {
      if (trimmed === '') return value(null);
      const number = readTypedNumber(kind, trimmed, formats);
      return number === null ? { ok: false, error: t('typed.noNumber', { text: trimmed }) } : value(number);
    }
    case 'day':
      if (trimmed === '') return value(null);
      return isDay(trimmed) ? value(trimmed) : { ok: false, error: t('typed.noDay', { text: trimmed }) };
    case 'instant': {
      const at = formats.instantOf(trimmed);
      return trimmed === '' || at !== null ? value(at) : { ok: false, error: t('typed.noDay', { text: trimmed }) };
    }
    case 'checkbox':
      return value(trimmed === 'true');
    case 'general':
      return value(readGeneral(text, formats.decimal));
    case 'tags':
      return value([...new Set(trimmed.split(',').map((tag) => tag.trim()))].filter(Boolean));
    case 'longText':
      return value(text.replace(/\s+$/, ''));
    default:
      return value(name === 'currency' ? trimmed.toUpperCase() : trimmed);
  }
}

/** A value as the text of its input. */
export function typedText({ kind }: ShownField, value: unknown, formats: Formats): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'boolean') return kind === 'checkbox' ? String(value) : String(value).toUpperCase();
  if (kind === 'instant' && typeof value === 'number') return formats.wallTime(value);
  if (kind === 'instant' && isDay(value)) return `${value}T00:00`;
  if (typeof value === 'number') {
    // Binary fractions: 0.07 * 100 is 7.000000000000001.
    return formats.plainNumber(kind === 'percent' ? Number((value * 100).toFixed(6)) : value);
  }
  return Array.isArray(value) ? value.join(', ') : String(value);
}

/** Whether a value is what its field holds: cells of people's own columns hold anything. */
export function fits({ kind }: ShownField, value: unknown): boolean {
  if (value === null || value === undefined) return true;
  if (kind === 'checkbox') return typeof value === 'boolean';
  if (kind === 'day' || kind === 'instant') return typeof value === 'number' || isDay(value);
  return !['money', 'number', 'percent'].includes(kind) || typeof value === 'number';
}

/** A value as people read it; '' where there is none. */
export function shownText(
  { kind }: ShownField,
  value: unknown,
  formats: Formats,
  currency: string,
  today: Day,
): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'boolean') return String(value).toUpperCase();
  if (typeof value === 'number') {
    if (kind === 'money') return formats.money(value, currency);
    if (kind === 'percent') return formats.percent(value);
    if (kind === 'instant' || kind === 'day') return formats.moment(value, today);
    return kind === 'text' ? formats.plainNumber(value) : formats.number(value);
  }
  if (kind !== 'text' && isDay(value)) return formats.day(value);
  return Array.isArray(value) ? value.join(', ') : String(value);
}

export const sameValue = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
