import { type CellValue, encode, sameCell, sameValue } from './codec';
import type { History } from './history';
import { lineOf, shown } from './history-lines';
import { cellAt, type InRow, type ManyLook, type ManyRequest } from './many-look';
import type { RecordRows } from './record-rows';
import type { Name } from './row-values';
import type { Kept } from './tab-columns';

/** A field of a record that changes. */
export type Draft<R> = {
  readonly name: Name<R>;
  readonly before: unknown;
  readonly after: unknown;
  readonly cell: CellValue;
};

/** By the row that it is of: an id may stand in several. */
export type Drafts<R> = ReadonlyMap<InRow<R>, readonly Draft<R>[]>;

/** What changes in each record. */
export function draftsOf<R extends Kept>(
  rows: RecordRows<R>,
  { name, valueFor, along }: ManyRequest<R>,
  asked: readonly InRow<R>[],
): Drafts<R> {
  const draft = (field: Name<R>, before: unknown, after: unknown): Draft<R> => ({
    name: field,
    before,
    after,
    cell: encode(rows.kind(field), after, rows.calendar),
  });
  return new Map(
    asked.map((one) => {
      const own = draft(name, one.now, valueFor(one.id, one.now));
      const next = along?.valuesFor(one);
      const others = (along?.fields ?? []).flatMap((field) => {
        const isSame = sameValue(next![field], one.values[field]) || rows.placeOf(field) === undefined;
        return isSame ? [] : [draft(field, one.values[field], next![field])];
      });
      return [one, [...(sameCell(one.cell, own.cell) ? [] : [own]), ...others]];
    }),
  );
}

/** Whether a formula works out the field, or one that would change with it. */
export function lockedBy<R extends Kept>(
  rows: RecordRows<R>,
  { formulas }: ManyLook<R>,
  drafts: Drafts<R>,
): (one: InRow<R>) => boolean {
  return (one) => drafts.get(one)!.some(({ name }) => cellAt(formulas, one.row, rows.columnOf(name)) !== '');
}

export function noteDraft<R extends Kept>(
  rows: RecordRows<R>,
  history: History,
  { renamesIn }: ManyRequest<R>,
  id: string,
  draft: readonly Draft<R>[],
): void {
  for (const { name, before, after } of draft)
    history.note({
      ...lineOf(rows, id, name),
      before: shown(rows, name, before),
      after: shown(rows, name, after),
      data: { before, after, ...(renamesIn && { renamesIn }) },
    });
}
