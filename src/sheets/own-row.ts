import { type CellValue, holdsWritten, sameCell } from './codec';
import type { Written } from './confirm-change';
import { columnsBefore, columnsNow, formulasNow } from './moved-columns';
import type { RecordRows } from './record-rows';
import type { Changed } from './row-change';
import type { Row } from './row-values';
import type { Kept } from './tab-columns';
import { type CellAt, writeCells } from './writing';

/** A field that was written, with where its column is now; 0: it is gone. */
export type Stroke<R> = Changed<R> & { readonly now: number };

export function strokesOf<R extends Kept>(rows: RecordRows<R>, { layout, changed }: Written<R>): readonly Stroke<R>[] {
  const nowOf = columnsNow(layout, rows.layout);
  const formulaNow = formulasNow(layout, rows.layout);
  return changed.map((one) => {
    const now = nowOf(one.column);
    return { ...one, now, ...(one.formula && { formula: formulaNow(one.formula, one.column, now) }) };
  });
}

/** What is to be done about the row of the record itself, of which all is known. */
export type OwnRow<R> = {
  readonly cells: readonly CellAt[];
  readonly formulas: readonly { readonly column: number; readonly formula: string }[];
  /** Of ours, what did not get here. */
  readonly missed: readonly Stroke<R>[];
  /** Of ours, where something else stands that somebody typed meanwhile, or the column is gone. */
  readonly lost: readonly Stroke<R>[];
};

/**
 * Compares what stands in the places of the pen, as the columns were and as they are, with what should stand there.
 * `isTyped`: somebody typed that, be it what stood there before.
 */
export function ownRow<R extends Kept>(
  rows: RecordRows<R>,
  { row, layout }: Written<R>,
  strokes: readonly Stroke<R>[],
  mine: Row<R>,
  isTyped: (stroke: Stroke<R>, there: CellValue) => boolean,
): OwnRow<R> {
  const wasAt = columnsBefore(layout, rows.layout);
  const formulaNow = formulasNow(layout, rows.layout);
  const found = { cells: [] as CellAt[], formulas: [] as OwnRow<R>['formulas'][number][] };
  const [missed, lost] = [[] as Stroke<R>[], [] as Stroke<R>[]];
  const isIn = (there: CellValue, { cell }: Stroke<R>) => holdsWritten(there, cell, rows.calendar);
  const places = new Set(strokes.flatMap(({ column, now }) => [column, now]));
  // Columns may have moved on either side of the write: what was written is in some third one then.
  const moved = rows.layout === layout ? [] : mine.cells.map((_, index) => index + 1);
  const written = strokes.filter(({ cell }) => cell !== '');
  for (const column of new Set([...places, ...moved])) {
    const was = wasAt(column);
    const [there, before] = [mine.cells[column - 1], row.cells[was - 1] ?? ''];
    if (there === undefined) continue;
    const own = strokes.find(({ now }) => now === column);
    const stray = places.has(column)
      ? strokes.find((one) => one.column === column)
      : written.find((one) => was > 0 && isIn(there, one));
    const isStray = stray !== undefined && isIn(there, stray);
    if (own && !(own === stray ? isStray : sameCell(there, own.cell))) {
      if (!isTyped(own, there) && (isStray || sameCell(there, before))) missed.push(own);
      else lost.push(own);
    } else if (!own && isStray && !sameCell(there, before)) {
      const formula = row.formulas[was - 1] ?? '';
      if (formula === '') found.cells.push({ column, cell: before });
      else found.formulas.push({ column, formula: formulaNow(formula, was, column) });
    }
  }
  lost.push(...strokes.filter(({ now }) => now === 0));
  return { ...found, missed, lost };
}

/** Writes what is missing into the row, and puts back what was written over. Answers whether that was anything. */
export function putRight<R extends Kept>(rows: RecordRows<R>, { number }: Row<R>, own: OwnRow<R>): boolean {
  for (const { column, formula } of own.formulas) rows.sheet.getRange(number, column).setFormulaR1C1(formula);
  for (const { now, formula } of own.missed) if (formula) rows.sheet.getRange(number, now).setFormulaR1C1(formula);
  const missed = own.missed.filter(({ formula }) => !formula);
  writeCells(rows.sheet, number, [...own.cells, ...missed.map(({ now, cell }) => ({ column: now, cell }))]);
  return own.formulas.length + own.cells.length + own.missed.length > 0;
}
