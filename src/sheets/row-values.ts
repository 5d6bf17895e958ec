import type { Calendar } from '../domain/calendar';
import type { Found } from '../domain/crm';
import type { Field, FieldsOf } from '../domain/fields';
import { isOwnName, type OwnName } from '../domain/own-fields';
import { type CellKind, type CellValue, decode, isTextKind } from './codec';
import type { Layout } from './layout';

/** A field of ours, or a column of the user's own. */
export type Name<R> = (keyof R & string) | OwnName;

export const fieldOf = <R>(record: R, name: Name<R>): unknown =>
  (record as Readonly<Record<string, unknown>>)[name as string];

export const kindOf = <R>(fields: FieldsOf<R>, name: Name<R>): CellKind =>
  isOwnName(name as string) ? 'own' : (fields[name as keyof R & string] as Field).kind;

export const blankOf = (kind: CellKind): unknown => (kind === 'tags' ? [] : isTextKind(kind) ? '' : null);

/** What a record holds where nobody can read the cell. */
export const unreadOf = <R>(fields: FieldsOf<R>, name: Name<R>): unknown =>
  (fields[name as keyof R & string] as Field | undefined)?.unread ?? blankOf(kindOf(fields, name));

/** A row found by its id a moment ago. Its number is good until the next call to the sheet, no longer. */
export type Row<R> = {
  readonly number: number;
  readonly cells: readonly CellValue[];
  /** By column, in R1C1 notation: people move rows. */
  readonly formulas: readonly string[];
  readonly found: Found<R>;
};

/** What the cells of a whole row say, own columns included. */
export function readCells<R>(
  { columns, own }: Layout<R>,
  fields: FieldsOf<R>,
  calendar: Calendar,
  row: Omit<Row<R>, 'found'>,
): Row<R> {
  const values: Record<string, unknown> = {};
  const odd: Record<string, string> = {};
  const calculated: string[] = [];
  for (const name of [...Object.keys(fields), ...own.keys()] as Name<R>[]) {
    const column = columns.get(name as keyof R & string) ?? own.get(name as OwnName);
    const kind = kindOf(fields, name);
    const decoded = decode(kind, column === undefined ? '' : (row.cells[column - 1] ?? ''), calendar);
    values[name as string] = decoded.ok ? decoded.value : unreadOf(fields, name);
    if (!decoded.ok) odd[name as string] = decoded.shown;
    if (column !== undefined && row.formulas[column - 1]) calculated.push(name as string);
  }
  return { ...row, found: { record: values as unknown as R, odd, formulas: calculated } };
}
