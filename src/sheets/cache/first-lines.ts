import type { FieldValue } from '../../domain/errors';
import type { RecordKind } from '../../domain/ids';
import { FIRST_LINES, LINES, lineValue } from '../../domain/lines';
import type { PackedRow } from './block';

export const LINE_FIELDS: Readonly<Record<RecordKind, readonly string[]>> = LINES;

export type Line = readonly FieldValue[];

export const lineOf = (record: object, fields: readonly string[]): Line =>
  fields.map((field) => lineValue(record, field));

/** Lines of packed rows whose values go by these names. */
export const linesIn = (
  rows: readonly PackedRow[],
  names: readonly string[],
  fields: readonly string[],
): readonly Line[] =>
  rows.map((row) => lineOf(Object.fromEntries(names.map((name, at) => [name, row[at + 1]])), fields));

/** The newest lines, in the order of the rows as all lines are: of equals the lower one counts as newer. */
export function newest(lines: readonly Line[], fields: readonly string[]): readonly Line[] {
  const date = fields.indexOf('createdAt');
  const age = (line: Line) => (line[date] as number | null) ?? Number.NEGATIVE_INFINITY;
  const placed = lines.map((line, place) => ({ line, place, at: age(line) }));
  placed.sort((a, b) => (a.at === b.at ? b.place - a.place : b.at - a.at));
  return placed
    .slice(0, FIRST_LINES)
    .sort((a, b) => a.place - b.place)
    .map(({ line }) => line);
}

/** The newest lines after a save. */
export function renewed(
  first: readonly Line[],
  fields: readonly string[],
  {
    saved,
    created,
  }: {
    readonly saved: readonly { readonly id: string }[];
    readonly created: ReadonlySet<string>;
  },
): readonly Line[] {
  const id = fields.indexOf('id');
  const fresh = new Map(saved.map((record) => [record.id, lineOf(record, fields)] as const));
  const kept = first.map((line) => fresh.get(line[id] as string) ?? line);
  const added = [...fresh].filter(([key]) => created.has(key)).map(([, line]) => line);
  return newest([...kept, ...added], fields);
}
