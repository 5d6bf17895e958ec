import { type Field, leadFields, opportunityFields } from '../../../src/domain/fields';
import type { ImportKind } from '../../../src/domain/import/columns';
import { dayFirstOf, decimalOf, type Reading } from '../../../src/domain/import/reading';
import type { Formats } from '../formats';
import type { Table } from './table';

/** How a file writes numbers and days, and which of it the file itself does not tell. Null: it has none of these. */
export type ReadingFound = {
  readonly reading: Reading;
  readonly numbers: { readonly example: string; readonly isSure: boolean } | null;
  readonly days: { readonly example: string; readonly isSure: boolean } | null;
};

export function fieldOf(kind: ImportKind, name: string | null): Field | undefined {
  const fields: Readonly<Record<string, Field>> = kind === 'lead' ? leadFields : opportunityFields;
  return name === null ? undefined : fields[name];
}

const NUMBERS = ['money', 'number', 'percent'];
const DAYS = ['day', 'instant'];
/** Days whose order of day and month can be mistaken. */
const SHORT_DAY = /^\s*\d{1,2}([/.\- ])\d{1,2}\1\d{4}\b/;

export function readingOf(
  kind: ImportKind,
  table: Table,
  fields: readonly (string | null)[],
  formats: Formats,
): ReadingFound {
  const textsOf = (kinds: readonly string[]): readonly string[] => {
    const columns = fields.flatMap((name, index) => (kinds.includes(fieldOf(kind, name)?.kind ?? '') ? [index] : []));
    return table.rows.flatMap(({ cells }) => columns.map((index) => cells[index]?.trim() ?? '')).filter(Boolean);
  };
  const numbers = textsOf(NUMBERS);
  const days = textsOf(DAYS);
  // Who writes 03.04.2026 puts the day first.
  const otherwise = formats.dayFirst || days.some((text) => SHORT_DAY.exec(text)?.[1] === '.');
  const signed = numbers.find((text) => /[.,]/.test(text));
  const short = days.find((text) => SHORT_DAY.test(text));
  return {
    reading: { decimal: decimalOf(numbers, formats.decimal), dayFirst: dayFirstOf(days, otherwise) },
    numbers: signed ? { example: signed, isSure: decimalOf(numbers, '.') === decimalOf(numbers, ',') } : null,
    days: short ? { example: short, isSure: dayFirstOf(days, true) === dayFirstOf(days, false) } : null,
  };
}
