import { leadFields, opportunityFields } from '../../../src/domain/fields';
import type { ImportKind } from '../../../src/domain/import/columns';
import { type DayFirst, dayFirstOf, readDay } from '../../../src/domain/import/moments';
import { type Decimal, decimalOf, readNumber, type Scale, scaleOf } from '../../../src/domain/import/numbers';
import type { Reading } from '../../../src/domain/import/reading';
import type { OwnField } from '../../../src/domain/own-fields';
import type { Formats } from '../formats';
import { type ShownField, shownOwn } from '../shown-field';
import type { Table } from './table';

/** How some columns of a file write, and how that is known. */
export type Manner<T> = {
  readonly columns: readonly number[];
  readonly value: T;
  readonly known: 'shown' | 'assumed' | 'mixed';
  /** One that shows what the choice is about. */
  readonly example: string;
};

export type ReadingFound = {
  readonly numbers: readonly Manner<Decimal>[];
  readonly days: readonly Manner<DayFirst>[];
  readonly scales: readonly Manner<Scale>[];
};

export function importedField(kind: ImportKind, own: readonly OwnField[], name: string | null): ShownField | undefined {
  const added = own.find((one) => one.name === name);
  if (added) return shownOwn(added);
  const fields: Readonly<Record<string, ShownField>> = kind === 'lead' ? leadFields : opportunityFields;
  return name === null ? undefined : fields[name];
}

type Column = { readonly index: number; readonly texts: readonly string[] };

/** `decide` finds out what a column's texts show, and answers with its second argument where they show nothing. */
type Question<T> = {
  readonly decide: (column: Column, otherwise: T) => T | 'either';
  readonly answers: readonly [T, T];
  readonly otherwise: (column: Column) => T;
  /** Whether a text can be read in more than one way. */
  readonly isOpen: (text: string) => boolean;
};

function mannersOf<T>(columns: readonly Column[], ask: Question<T>): readonly Manner<T | 'either'>[] {
  const asked = columns.map((column) => {
    const [a, b] = ask.answers.map((answer) => ask.decide(column, answer));
    return { column, shown: a === b ? a : undefined };
  });
  const shown = new Set(asked.flatMap((one) => (one.shown === undefined ? [] : [one.shown])));
  // Columns that show nothing go by the others, where those agree.
  const [common] = shown.size === 1 && !shown.has('either') ? shown : [];
  const manners = new Map<string, Manner<T | 'either'>>();
  for (const { column, shown } of asked) {
    const value = shown ?? common ?? ask.otherwise(column);
    const known = value === 'either' ? 'mixed' : shown === undefined && common === undefined ? 'assumed' : 'shown';
    const key = `${value} ${known}`;
    const open = known === 'shown' ? undefined : column.texts.find(ask.isOpen);
    const example = open ?? column.texts[0] ?? '';
    const alike = manners.get(key) ?? { columns: [], value, known, example };
    manners.set(key, { ...alike, columns: [...alike.columns, column.index] });
  }
  return [...manners.values()].sort((a, b) => b.columns.length - a.columns.length);
}

/** Days whose order of day and month can be mistaken. */
const SHORT_DAY = /^\s*\d{1,2}([/.\- ])\d{1,2}\1\d{4}\b/;

export function readingOf(
  kind: ImportKind,
  table: Table,
  fields: readonly (string | null)[],
  formats: Formats,
  own: readonly OwnField[] = [],
): ReadingFound {
  /** Columns of some kinds with those texts that a choice is about. */
  const columnsOf = (kinds: readonly string[], concerns: (text: string) => boolean): readonly Column[] =>
    fields
      .flatMap((name, index) => (kinds.includes(importedField(kind, own, name)?.kind ?? '') ? [index] : []))
      .map((index) => ({ index, texts: table.rows.map(({ cells }) => cells[index]?.trim() ?? '').filter(concerns) }))
      .filter(({ texts }) => texts.length > 0);

  const numbers = mannersOf<'.' | ','>(
    columnsOf(['money', 'number', 'percent'], (text) => /[.,]/.test(text)),
    {
      decide: ({ texts }, otherwise) => decimalOf(texts.map(withoutPercent), otherwise),
      answers: ['.', ','],
      otherwise: () => formats.decimal,
      isOpen: (text) => readNumber(text, '.') !== null && readNumber(text, 'either') === null,
    },
  );
  const decimalIn = (column: number): Decimal =>
    numbers.find(({ columns }) => columns.includes(column))?.value ?? formats.decimal;
  const days = columnsOf(['day', 'instant'], (text) => SHORT_DAY.test(text));
  // Who writes 03.04.2026 puts the day first.
  const dayFirst =
    formats.dayFirst || days.some(({ texts }) => texts.some((text) => SHORT_DAY.exec(text)?.[1] === '.'));
  return {
    numbers,
    days: mannersOf<boolean>(days, {
      decide: ({ texts }, otherwise) => dayFirstOf(texts, otherwise),
      answers: [true, false],
      otherwise: () => dayFirst,
      isOpen: (text) => readDay(text, true) !== null && readDay(text, 'either') === null,
    }),
    scales: mannersOf<'percents' | 'shares'>(
      columnsOf(['percent'], (text) => /[1-9]/.test(text) && !text.endsWith('%')),
      {
        decide: ({ index, texts }, otherwise) => scaleOf(texts, decimalIn(index), otherwise),
        answers: ['percents', 'shares'],
        otherwise: ({ index }) => (table.headers[index]?.includes('%') ? 'percents' : 'shares'),
        isOpen: (text) => Number(text.replace(',', '.')) <= 1,
      },
    ),
  };
}

const withoutPercent = (text: string): string => text.replace(/\s*%$/, '');

/** The plan's words for it: how the file writes, and by field the columns that write in another way. */
export function readingsOf(
  { numbers, days, scales }: ReadingFound,
  fields: readonly (string | null)[],
  formats: Formats,
): { readonly reading: Reading; readonly readings: { readonly [field: string]: Reading } } {
  const reading = { decimal: numbers[0]?.value ?? formats.decimal, dayFirst: days[0]?.value ?? formats.dayFirst };
  const readings: Record<string, Reading> = {};
  const note = ({ columns }: Manner<unknown>, change: Partial<Reading>) => {
    for (const column of columns) {
      const field = fields[column];
      if (field) readings[field] = { ...reading, ...readings[field], ...change };
    }
  };
  for (const manner of numbers.slice(1)) note(manner, { decimal: manner.value });
  for (const manner of days.slice(1)) note(manner, { dayFirst: manner.value });
  for (const manner of scales) note(manner, { scale: manner.value });
  return { reading, readings };
}
