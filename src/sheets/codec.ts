import type { Calendar } from '../domain/calendar';
import { chanceOf } from '../domain/chance';
import { type Day, type Instant, isDay } from '../domain/day';
import type { FieldKind } from '../domain/fields';
import type { OwnValue } from '../domain/own-fields';

/** What `getValues` gives and `setValues` takes. */
export type CellValue = string | number | boolean | Date;

/** What a field makes of a cell: its value, or the text of something it cannot read, which nobody may overwrite unseen. */
export type Decoded = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly shown: string };

const read = (value: unknown): Decoded => ({ ok: true, value });

/** Dates are told by what they can do: `instanceof` fails across realms. */
const isDate = (cell: CellValue): cell is Date => typeof cell === 'object';

export const isTextKind = (kind: CellKind): boolean =>
  kind === 'id' || kind === 'text' || kind === 'longText' || kind === 'tags' || kind === 'hidden';

/** How a field of ours, or a column of the user's own, is read. */
export type CellKind = FieldKind | 'own';

export function decode(kind: CellKind, cell: CellValue, calendar: Calendar): Decoded {
  if (kind === 'own') return read(ownValueOf(cell, calendar));
  if (isTextKind(kind)) {
    // Sheets makes dates of texts such as 1-10; what stood there is no longer known.
    if (isDate(cell)) return { ok: false, shown: calendar.dayOf(cell.getTime()) };
    const text = typeof cell === 'boolean' ? String(cell).toUpperCase() : String(cell);
    return read(
      kind === 'tags'
        ? text
            .split(',')
            .map((tag) => tag.trim())
            .filter(Boolean)
        : text,
    );
  }
  if (cell === '') return read(null);
  if (kind === 'day' || kind === 'instant') {
    if (!isDate(cell)) return { ok: false, shown: String(cell) };
    return read(kind === 'day' ? calendar.dayOf(cell.getTime()) : cell.getTime());
  }
  if (typeof cell === 'number') {
    const number = kind === 'percent' ? chanceOf(cell) : cell;
    return number === null ? { ok: false, shown: String(cell) } : read(number);
  }
  return { ok: false, shown: isDate(cell) ? calendar.dayOf(cell.getTime()) : String(cell) };
}

/** People's own columns hold anything, and nothing in them is odd. */
function ownValueOf(cell: CellValue, calendar: Calendar): OwnValue {
  if (!isDate(cell)) return cell === '' ? null : cell;
  const instant = cell.getTime();
  const day = calendar.dayOf(instant);
  return calendar.startOf(day) === instant ? day : instant;
}

/**
 * The cell for a field's value; a text goes in as it is where it is none of its field. Moments are kept to the second. Of an
 * own column a value goes in as it is, unless the column `holdsDates`.
 */
export function encode(kind: CellKind, value: unknown, calendar: Calendar, holdsDates = false): CellValue {
  if (kind === 'own') return ownCellOf((value ?? '') as CellValue, calendar, holdsDates);
  if (kind === 'tags') return (value as readonly string[]).join(', ');
  if (value === null) return '';
  if (typeof value === 'string' && !isDay(value)) return value;
  if (kind === 'day') return new Date(calendar.startOf(value as Day));
  if (kind === 'instant') return new Date(toTheSecond(value) as Instant);
  return value as string | number;
}

function ownCellOf(value: CellValue, calendar: Calendar, holdsDates: boolean): CellValue {
  if (!holdsDates || isDate(value)) return value;
  if (typeof value === 'string') return isDay(value) ? new Date(calendar.startOf(value)) : value;
  return typeof value === 'number' ? new Date(value) : value;
}

/** Compared by content: every read makes new arrays and dates. */
export function sameValue(a: unknown, b: unknown): boolean {
  if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((item, index) => item === b[index]);
  return a === b;
}

/** A moment as a cell keeps it. */
export const toTheSecond = (value: unknown): unknown =>
  typeof value === 'number' ? Math.floor(value / 1000) * 1000 : value;

/** Whether both come to the same in a cell of this kind. */
export const sameKept = (kind: CellKind, a: unknown, b: unknown): boolean =>
  kind === 'instant' ? sameValue(toTheSecond(a), toTheSecond(b)) : sameValue(a, b);

const comparable = (cell: CellValue) => (isDate(cell) ? cell.getTime() : cell);

export const sameCell = (a: CellValue, b: CellValue): boolean => comparable(a) === comparable(b);

const DAY_MS = 86_400_000;

/** Whether a cell holds what was written into it: under a number's format a date reads as days since the end of 1899. */
export function holdsWritten(there: CellValue, written: CellValue, calendar: Calendar): boolean {
  if (!isDate(written) || typeof there !== 'number') return sameCell(there, written);
  const instant = written.getTime();
  const day = calendar.dayOf(instant);
  const serial = (Date.parse(day) - Date.UTC(1899, 11, 30) + instant - calendar.startOf(day)) / DAY_MS;
  // An hour is put in or taken out of some days.
  return Math.abs(there - serial) < 0.05;
}
