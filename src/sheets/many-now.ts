import { isId } from '../domain/ids';
import { type CellValue, encode, holdsWritten, sameValue } from './codec';
import type { WrittenMany } from './confirm-many';
import { valueIn } from './edit-notes';
import type { Layout } from './layout';
import { cellAt, type InRow, type ManyLook, timesOf } from './many-look';
import type { Pen } from './many-pens';
import { sameColumns, sameRows } from './many-same';
import type { GridEdit, Memory } from './memory';
import { formulasNow } from './moved-columns';
import type { PutDown } from './put-down';
import type { RecordRows } from './record-rows';
import { cellFor } from './row-change';
import { fieldOf, type Name } from './row-values';
import type { Kept } from './tab-columns';
import type { TabLines } from './tab-lines';
import { couldBeParsed } from './writing';

/** A cell that does not hold what it should. `isOurs`: it is still to get what was meant for it. */
export type Amiss<R> = PutDown & {
  readonly id: string | null;
  readonly name: Name<R> | null;
  readonly there: CellValue;
  readonly isOurs: boolean;
};

export type Found<R> = {
  readonly amiss: readonly Amiss<R>[];
  /** Rows of which nobody knows what stood there. */
  readonly unknown: readonly number[];
  readonly kept: readonly { readonly id: string; readonly now: unknown }[];
  readonly gone: readonly string[];
};

export type Now<R> = { readonly layout: Layout<R>; readonly lines: TabLines };

/** The whole tab as it is now, up to its last column. Throws `BUSY` where it keeps moving. */
export function readNow<R extends Kept>(rows: RecordRows<R>): Now<R> {
  for (let tries = 0; tries < 3; tries++) {
    rows.lookAgain();
    const { layout } = rows;
    const { sheet, headerRow, headers } = layout;
    const height = Math.max(0, sheet.getLastRow() - headerRow) + 1;
    const [top, ...lines] = sheet.getRange(headerRow, 1, height, headers.length).getValues() as CellValue[][];
    const isSame = headers.length === sheet.getMaxColumns() && headers.every((one, at) => String(top![at]) === one);
    if (isSame) return { layout, lines: { top: headerRow + 1, left: 1, lines } };
  }
  throw rows.keepsMoving();
}

/** What was written into some cell of a column. */
export type Ink = { readonly column: number; readonly cell: CellValue };

/** Everything that was written, repairs too, and what is known of the tab before. */
type Written<R> = WrittenMany<R> & { readonly all: readonly Ink[] };

/** A cell that was to be written, or holds what was. `from`: its row before. */
type Suspect<R> = {
  readonly row: number;
  readonly column: number;
  readonly from: number | undefined;
  readonly id: string | null;
  /** No other row has its id: where it came meanwhile it is no copy, but one that a person had deleted and brought back. */
  readonly isAlone: boolean;
  readonly name: Name<R> | null;
  readonly there: CellValue;
  readonly target: InRow<R> | undefined;
  readonly pen: Pen<R> | undefined;
  readonly isInk: boolean;
};

/** What is not as it should be, cell by cell. */
export function amissIn<R extends Kept>(
  rows: RecordRows<R>,
  memory: Memory,
  written: Written<R>,
  now: Now<R>,
): Found<R> {
  const { begun, started } = written;
  const asks = new Set(written.asks);
  const columns = sameColumns(written.look, now.layout);
  const formulaNow = formulasNow(written.look.layout, now.layout);
  const suspects = suspectsIn(rows, written, now, columns);
  const edits = memory.editsOf([...new Set(suspects.flatMap(({ id }) => id ?? []))], begun);
  // Of what we wrote all that was typed before our look was seen by it.
  const typedInto = ({ id, name, target }: Suspect<R>) =>
    [...((id && edits.get(id)) || [])]
      .reverse()
      .find(({ field, at }) => field === name && (!target || at >= started)) ?? null;
  const isHeld = (there: CellValue, cell: CellValue) => holdsWritten(there, cell, rows.calendar);
  const amiss: Amiss<R>[] = [];
  const unknown: number[] = [];
  const kept = new Map<string, unknown>();
  for (const one of suspects) {
    const edit = typedInto(one);
    const was = columns.get(one.column);
    const typed = edit && one.name && contentTyped(rows, one.name, edit, one);
    const put = ({ cell, formula }: Content, isOurs: boolean) => {
      amiss.push({ ...one, cell, formula, isOurs });
    };
    if (!one.pen || !one.target) {
      if (one.from === undefined && written.look.isWhole && !one.isAlone) {
        // A row that came meanwhile: a copy holds what it was copied from, any other nothing of ours.
        if (one.id === null && one.there !== '') put(BLANK, false);
        continue;
      }
      const old = typed ?? contentBefore(rows, memory, written.look, one, was, formulaNow);
      if (!old) unknown.push(one.row);
      else if (!isHeld(one.there, old.cell)) put(old, false);
      continue;
    }
    const ink = one.pen.cellOf(one.target.id)!;
    const isWritten = isHeld(one.there, ink);
    const isAsBefore = isHeld(one.there, cellAt(written.look.lines, one.target.row, was ?? 0));
    const isTyped =
      typed &&
      isNew(edit!, nowIn(one.target, one.name!, written.name)) &&
      (typed.formula !== '' || !isHeld(typed.cell, ink));
    if (isTyped && asks.has(one.name!)) {
      if (one.name === written.name) kept.set(one.target.id, edit!.typed);
      if (isWritten) put(typed, false);
    } else if (isWritten) continue;
    else if (isAsBefore || one.isInk) put({ cell: ink, formula: '' }, true);
    else if (one.name === written.name) kept.set(one.target.id, valueIn(rows, one.name, one.there));
  }
  const found = new Set(suspects.map(({ target }) => target?.id));
  const gone = written.targets.map(({ id }) => id).filter((id) => !found.has(id));
  return { amiss, unknown, kept: [...kept].map(([id, value]) => ({ id, now: value })), gone };
}

/** Whether somebody typed something else than we saw there. A formula may show nothing. */
export const isNew = ({ typed, formula }: GridEdit, now: unknown): boolean =>
  formula !== undefined || !sameValue(typed, now);

/** What we saw in a field of a record: in the one that is set, or in one that goes along. */
export const nowIn = <R>({ now, values }: InRow<R>, field: Name<R>, set: Name<R>): unknown =>
  field === set ? now : fieldOf(values as R, field);

function suspectsIn<R extends Kept>(
  rows: RecordRows<R>,
  written: Written<R>,
  now: Now<R>,
  columns: ReadonlyMap<number, number>,
): readonly Suspect<R>[] {
  const { targets, pens, all } = written;
  const matched = sameRows(rows, written, now, columns);
  const idAt = rows.columnOf('id');
  const fields = [...now.layout.columns, ...now.layout.own] as readonly (readonly [Name<R>, number])[];
  const names = new Map(fields.map(([name, column]) => [column, name]));
  const targetIn = new Map(targets.map((one) => [one.row, one]));
  const byText = new Map<CellValue, Ink[]>();
  for (const ink of all) byText.set(ink.cell, [...(byText.get(ink.cell) ?? []), ink]);
  // A text that Sheets may have made something else of, and what is none, is compared one by one.
  const others = all.filter(({ cell }) => typeof cell !== 'string' || couldBeParsed(cell));
  const times = timesOf(now.lines.lines.map((line) => String(line[idAt - 1])));
  return now.lines.lines.flatMap((line, index) => {
    const row = now.lines.top + index;
    const from = matched.get(row);
    const target = from === undefined ? undefined : targetIn.get(from);
    const text = String(line[idAt - 1]);
    const id = target?.id ?? (isId(rows.of.kind, text) ? text : null);
    const isAlone = id !== null && times.get(id) === 1;
    return line.flatMap((there, at) => {
      const column = at + 1;
      const name = names.get(column) ?? null;
      const pen = target && pens.find((one) => one.name === name && one.cellOf(target.id) !== null);
      const inks = [...(byText.get(there) ?? []), ...others];
      const isInk = inks.some((ink) => isOf(rows, ink, there, column, columns.get(column)));
      return pen || isInk ? [{ row, column, from, id, isAlone, name, there, target, pen, isInk }] : [];
    });
  });
}

/** Blanks are everywhere, and Sheets makes numbers and dates of texts: in a column that the pen was in these are ours. */
function isOf<R extends Kept>(
  { calendar }: RecordRows<R>,
  { cell, column: under }: Ink,
  there: CellValue,
  column: number,
  was: number | undefined,
): boolean {
  const isUnder = under === column || under === was;
  return holdsWritten(there, cell, calendar)
    ? isUnder || cell !== ''
    : isUnder && couldBeParsed(cell) && typeof there !== 'string';
}

type Content = { readonly cell: CellValue; readonly formula: string };

const BLANK: Content = { cell: '', formula: '' };

const contentTyped = <R extends Kept>(
  rows: RecordRows<R>,
  name: Name<R>,
  { typed, formula = '' }: GridEdit,
  { row, column }: { readonly row: number; readonly column: number },
): Content => ({ cell: cellFor(rows, name, typed, row, column), formula });

/** What stood in a cell before; null where nobody knows. */
function contentBefore<R extends Kept>(
  rows: RecordRows<R>,
  memory: Memory,
  { lines, formulas }: ManyLook<R>,
  { from, id, name, column }: Suspect<R>,
  was: number | undefined,
  formulaNow: ReturnType<typeof formulasNow>,
): Content | null {
  if (was === 0) return BLANK;
  const cell = from === undefined || was === undefined ? undefined : lines.lines[from - lines.top]?.[was - lines.left];
  const isWithFormulas =
    was !== undefined && was >= formulas.left && was < formulas.left + (formulas.lines[0]?.length ?? 0);
  if (cell !== undefined && isWithFormulas)
    return { cell, formula: formulaNow(String(cellAt(formulas, from!, was)), was, column) };
  const known = id && name ? (memory.lastKnown(rows.of.kind, id) as R | null) : null;
  const value = known && name ? fieldOf(known, name) : undefined;
  const formula = id && name ? memory.formulaOf(rows.of.kind, id, name as string) : '';
  if (formula !== '') return { cell: '', formula: formulaNow(formula, was ?? column, column) };
  if (cell !== undefined) return { cell, formula: '' };
  return value === undefined || !name ? null : { cell: encode(rows.kind(name), value, rows.calendar), formula: '' };
}
