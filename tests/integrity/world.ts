import { displayOf } from '../../host/engine/display';
import type { Edit } from '../../host/engine/edits';
import type { SpreadsheetFile } from '../../host/engine/file';
import { rectOf, type Shift, shiftLine } from '../../host/engine/rect';
import type { Sheet } from '../../host/engine/sheet';
import type { CellValue } from '../../host/engine/values';
import { isAnyId } from '../../src/domain/ids';

/** A cell as people meet it: what it holds, its formula, what it shows. */
export type Cell = { readonly value: CellValue; readonly formula: string | null; readonly shown: string };

/** The cells of a row that are not blank, by the name of their column. */
export type Cells = ReadonlyMap<string, Cell>;

/**
 * A tab without places: rows of records by id, the others as texts in no order. Tabs that are not of the CRM keep their
 * places, so that nothing in them may move.
 */
export type Tab = {
  name: string;
  readonly records: Map<string, Cells>;
  readonly loose: string[];
};

export type World = Map<number, Tab>;

export const RECORD_TABS = ['Leads', 'Opportunities', 'Activities'];

/**
 * Knows the columns of a file by the names they had in the beginning, wherever people move them: the oracle does not
 * depend on how the add-on finds them.
 */
export class Columns {
  private readonly names = new Map<number, string[]>();
  private readonly taken: { readonly sheet: number; readonly names: readonly string[] }[] = [];
  private fresh = 0;

  constructor(file: SpreadsheetFile) {
    for (const { id, grid } of file.sheets) {
      const headers = grid.values(rectOf(0, 0, 1, grid.width))[0]!;
      this.names.set(
        id,
        headers.map((header, column) => String(header ?? `column ${column + 1}`)),
      );
    }
  }

  of({ id, grid }: Sheet): readonly string[] {
    let names = this.names.get(id);
    if (!names) {
      names = [];
      this.names.set(id, names);
    }
    while (names.length < grid.width) names.push(`new column ${++this.fresh}`);
    return names;
  }

  follow(edit: Edit): void {
    if (edit.kind !== 'shift' || edit.shift.axis !== 'column') return;
    const names = this.names.get(edit.sheet);
    if (names) this.names.set(edit.sheet, this.shifted(edit.sheet, names, edit.shift, edit.restore !== undefined));
  }

  private shifted(sheet: number, names: readonly string[], shift: Shift, isBack: boolean): string[] {
    const there: string[] = [];
    names.forEach((name, column) => {
      const at = shiftLine(column, shift);
      if (at !== null) there[at] = name;
    });
    if (shift.kind === 'delete') this.taken.push({ sheet, names: names.slice(shift.at, shift.at + shift.count) });
    const back = shift.kind === 'insert' && isBack ? this.takenFrom(sheet) : undefined;
    for (let column = 0; column < there.length; column++)
      there[column] ??= back?.[column - shift.at] ?? `new column ${++this.fresh}`;
    return there;
  }

  private takenFrom(sheet: number): readonly string[] | undefined {
    const at = this.taken.findLastIndex((one) => one.sheet === sheet);
    return at < 0 ? undefined : this.taken.splice(at, 1)[0]!.names;
  }
}

/** What stands in a file now. `kinds` tells what each tab was in the beginning, whatever it is called now. */
export function worldOf(file: SpreadsheetFile, columns: Columns, kinds: ReadonlyMap<number, string>): World {
  return new Map(file.sheets.map((sheet) => [sheet.id, tabOf(file, sheet, columns, kinds.get(sheet.id) ?? '')]));
}

export function tabOf(file: SpreadsheetFile, sheet: Sheet, columns: Columns, kind: string): Tab {
  const tab: Tab = { name: sheet.name, records: new Map(), loose: [] };
  const isRecords = RECORD_TABS.includes(kind);
  const names = isRecords || kind === 'History' ? columns.of(sheet) : null;
  const rows = cellsOf(file, sheet, names);
  const idColumn =
    names?.[0] === undefined
      ? ''
      : `${kind === 'Activities' ? 'Activity' : kind === 'Opportunities' ? 'Opportunity' : 'Lead'} ID`;
  rows.forEach((cells, row) => {
    if (cells.size === 0) return;
    const id = isRecords ? String(cells.get(idColumn)?.value ?? '') : '';
    if (isRecords && isAnyId(id)) {
      // A copied row: whoever comes second in the tab is told from the first by what stands in it.
      tab.records.set(tab.records.has(id) ? `${id} again ${contentOf(cells)}` : id, cells);
    } else if (names) tab.loose.push(contentOf(cells));
    else tab.records.set(`row ${row + 1}`, cells);
  });
  return tab;
}

function cellsOf(file: SpreadsheetFile, { grid }: Sheet, names: readonly string[] | null): Cells[] {
  const [rows, width] = [grid.lastRow() + 1, grid.lastColumn() + 1];
  if (rows === 0) return [];
  const rect = rectOf(0, 0, rows, width);
  const [values, formulas, formats] = [grid.values(rect), grid.formulas(rect), grid.formats(rect)];
  // What such a formula shows in the cells below it is its own.
  const spilling = new Set<number>();
  for (const line of formulas)
    line.forEach((formula, c) => {
      if (formula && /ARRAYFORMULA|SEQUENCE/i.test(formula)) spilling.add(c);
    });
  return values.map((line, r) => {
    const cells = new Map<string, Cell>();
    line.forEach((value, c) => {
      const formula = formulas[r]![c] ?? null;
      if ((value === null || value === '') && formula === null) return;
      if (spilling.has(c) && formula === null && r > 0) return;
      const { numberFormat } = file.formats.get(formats[r]![c]!);
      const shown = formula ? relative(formula, r + 1) : displayOf(value, numberFormat, file.properties.locale);
      cells.set(names?.[c] ?? `column ${c + 1}`, { value: formula ? null : value, formula: formula && shown, shown });
    });
    return cells;
  });
}

/** Sheets keeps references true when rows come and go: what counts is whether they mean the own row or another. */
function relative(formula: string, row: number): string {
  const isOwn = (at: string) => Number(at) === row && !formula.includes('!');
  const cells = formula.replace(
    /([A-Z]{1,2})(\d+)/g,
    (_, column: string, at: string) => `${column}${isOwn(at) ? '' : '…'}`,
  );
  // A tab that is renamed keeps its formulas.
  return cells.replace(/('[^']+'|[\p{L}_]+)!/gu, '…!');
}

export const contentOf = (cells: Cells): string =>
  JSON.stringify([...cells].map(([name, { shown }]) => [name, shown]).sort(([a], [b]) => (a! < b! ? -1 : 1)));

export const sameCell = (a: Cell | undefined, b: Cell | undefined): boolean =>
  a?.value === b?.value && a?.formula === b?.formula && a?.shown === b?.shown;
