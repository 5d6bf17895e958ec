import type { FieldValue } from '../domain/errors';
import type { EditedCells } from '../domain/grid';
import { isId } from '../domain/ids';
import { type CellValue, decode } from './codec';
import { noteEdits } from './edit-trace';
import type { Heard } from './grid-edit';
import type { GridEdit } from './memory';
import { quietly } from './quietly';
import type { RecordRows } from './record-rows';
import type { Name } from './row-values';
import type { Kept } from './tab-columns';
import type { TabLines } from './tab-lines';

/** A paste of more cells than that is no edit of single values. */
const MOST_CELLS = 200;

/** Notes what was typed into which field, for saves that are under way. */
export function noteTyped<R extends Kept>(
  rows: RecordRows<R>,
  edit: EditedCells,
  { top, lines }: TabLines,
  { store, who, now }: Heard,
): void {
  if (edit.height * edit.width > MOST_CELLS) return;
  const edits = new Map<string, readonly GridEdit[]>();
  let formulas: (string | null)[][] = [];
  quietly(() => {
    formulas = rows.sheet.getRange(edit.top, edit.left, edit.height, edit.width).getFormulasR1C1();
  });
  lines.forEach((line, index) => {
    const id = String(line[rows.columnOf('id') - 1]);
    const row = top + index;
    if (row < edit.top || row >= edit.top + edit.height || !isId(rows.of.kind, id)) return;
    const fields = Array.from({ length: edit.width }, (_, n) => edit.left + n).flatMap((column) => {
      const field = fieldIn(rows, column);
      const typed = field === null ? null : valueIn(rows, field, line[column - 1] ?? '');
      const formula = formulas[row - edit.top]?.[column - edit.left];
      return field === null ? [] : [{ at: now, field, typed, who, ...(formula && { formula }) }];
    });
    edits.set(id, fields);
  });
  quietly(() => noteEdits(store, edits));
}

/** The field of a column: ours, or one of people's own by its header; null for a column without any. */
export function fieldIn<R extends Kept>({ layout }: RecordRows<R>, column: number): Name<R> | null {
  const fields = [...layout.columns, ...layout.own] as readonly (readonly [Name<R>, number])[];
  return fields.find(([, own]) => own === column)?.[0] ?? null;
}

/** What a cell says to its field: decoded, else as it stands there. */
export function valueIn<R extends Kept>(rows: RecordRows<R>, field: Name<R>, cell: CellValue): FieldValue {
  const decoded = decode(rows.kind(field), cell, rows.calendar);
  return decoded.ok ? (decoded.value as FieldValue) : decoded.shown;
}
