import { chanceOf } from '../domain/chance';
import type { Field } from '../domain/fields';
import { isId, newId } from '../domain/ids';
import { scaleOf } from '../domain/import/numbers';
import type { CellValue } from './codec';
import type { Layout } from './layout';
import { lettersOf } from './letters';
import type { Kept, TableOf } from './tab-columns';
import { waitingRows } from './waiting-rows';

/** A tab of somebody's own that becomes ours. */
type Adoption<R> = {
  /** Of our fields, where they are. */
  readonly columns: ReadonlyMap<keyof R & string, number>;
  /** What a column that is still missing is to be called. */
  headerOf(name: keyof R & string): string | undefined;
  /** Gives every row that names somebody or something an id; answers with all of them, those of an earlier try included. */
  giveIds(column: number): readonly string[];
};

/** One blank row may part the groups of a list; two end it. */
const GAP = 1;

export function adoptTab<R extends Kept>(layout: Layout<R>, of: TableOf<R>): Adoption<R> {
  const { sheet, headerRow, headers } = layout;
  const count = sheet.getLastRow() - headerRow;
  const rows = count > 0 ? (sheet.getRange(headerRow + 1, 1, count, headers.length).getValues() as CellValue[][]) : [];
  const columns = new Map(layout.columns);
  const renamed = new Map<string, string>();
  for (const [name, field] of Object.entries(of.fields) as [keyof R & string, Field][]) {
    const column = columns.get(name);
    if (column === undefined) continue;
    const values = rows.map((row) => row[column - 1] ?? '').filter((cell) => cell !== '');
    if (field.kind === 'percent') {
      showPercent(layout, column, values);
      writeOnePercent(layout, column, rows);
    }
    // Ids of another system: they stay what they are, and ours go beside them.
    if (field.kind !== 'id' || values.every((cell) => isIdOf(name, of, String(cell)))) continue;
    columns.delete(name);
    const header = `CRM ${field.header}`;
    const ours = headers.indexOf(header) + 1;
    if (ours > 0) columns.set(name, ours);
    else renamed.set(name, header);
  }
  return {
    columns,
    headerOf: (name) => renamed.get(name),
    giveIds: (column) => giveIds(layout, of, columns, rows, column),
  };
}

const isIdOf = <R extends Kept>(name: string, { kind }: TableOf<R>, text: string): boolean =>
  isId(name === 'leadId' ? 'lead' : name === 'opportunityId' ? 'opportunity' : kind, text);

/** 75 typed into such a cell is 75 %. Where numbers above one stand there already, they stay and are read as percent. */
function showPercent<R>({ sheet, headerRow }: Layout<R>, column: number, values: readonly CellValue[]): void {
  const rows = sheet.getMaxRows() - headerRow;
  const isPart = (cell: CellValue) => typeof cell === 'number' && chanceOf(cell) === cell;
  if (rows < 1 || !values.every(isPart)) return;
  const range = sheet.getRange(headerRow + 1, column, rows, 1);
  if (!range.getNumberFormat().includes('%')) range.setNumberFormat('0%');
}

/** In a column of percents a bare 1 is 1 %, which a cell for itself cannot tell from all: it is written so that it can. */
function writeOnePercent<R>({ sheet, headerRow }: Layout<R>, column: number, rows: readonly CellValue[][]): void {
  const values = rows.map((row) => row[column - 1] ?? '');
  const numbers = values.filter((cell) => typeof cell === 'number').map(String);
  if (!values.includes(1) || scaleOf(numbers, '.', 'shares') !== 'percents') return;
  const range = sheet.getRange(headerRow + 1, column, rows.length, 1);
  const [formulas, formats] = [range.getFormulas(), range.getNumberFormats()];
  const ones = values.flatMap((cell, index) =>
    cell === 1 && formulas[index]![0] === '' && !formats[index]![0]!.includes('%')
      ? [`${lettersOf(column)}${headerRow + 1 + index}`]
      : [],
  );
  if (ones.length > 0) sheet.getRangeList(ones).setNumberFormat('0%').setValue(0.01);
}

function giveIds<R extends Kept>(
  { sheet, headerRow }: Layout<R>,
  of: TableOf<R>,
  columns: ReadonlyMap<keyof R & string, number>,
  rows: readonly (readonly CellValue[])[],
  column: number,
): readonly string[] {
  const named = of.named.map((name) => columns.get(name)).filter((one) => one !== undefined);
  const waiting = waitingRows(rows, { kind: of.kind, id: column, named }, GAP);
  const old = rows.map((row) => String(row[column - 1] ?? ''));
  const ids = old.map((id, index) => (waiting.includes(index) ? newId(of.kind, Math.random) : id));
  const last = waiting[waiting.length - 1];
  if (last !== undefined) {
    const cells = ids.slice(0, last + 1).map((id) => [id]);
    sheet.getRange(headerRow + 1, column, cells.length, 1).setValues(cells);
  }
  return ids.filter((id) => isId(of.kind, id));
}
