/** What people can do in the grid, as the edits it comes down to. Each act is checked and made against the file as it is. */
import { toCol } from '@borgar/fx';
import type { Edit } from './engine/edits';
import type { SpreadsheetFile } from './engine/file';
import type { CellFormat, FormatPatch } from './engine/format';
import { movedFormula, offsetFormula } from './engine/formulas';
import { frozenAfter } from './engine/frozen';
import type { Grid, Layers } from './engine/grid';
import type { Place, Table } from './engine/objects';
import { type Axis, overlaps, type Rect, rectOf } from './engine/rect';
import { rejections, violation } from './engine/rules';
import type { Sheet } from './engine/sheet';
import { LONGEST_TEXT, readTyped, TOO_LONG } from './engine/typed-text';
import { type Block, blockOf, type CellValue } from './engine/values';
import { addressOf } from './google/a1';
import { formatBringer, yearOf } from './google/cell-values';

/** One cell of a tab. */
export type Spot = { readonly sheet: number; readonly row: number; readonly column: number };

/** Sheets would not let a person do this, and says why. */
export class Refused extends Error {
  override readonly name = 'Refused';
}

export function sheetOrRefuse(file: SpreadsheetFile, id: number): Sheet {
  const sheet = file.sheet(id);
  if (!sheet) throw new Refused('The tab is gone.');
  return sheet;
}

/** Rows of text with the upper left corner at a cell, read as if typed; the tab grows when they do not fit. */
export function typed(file: SpreadsheetFile, at: Spot, texts: readonly (readonly string[])[]): Edit[] {
  const sheet = sheetOrRefuse(file, at.sheet);
  const rect = rectOf(at.row, at.column, texts.length, Math.max(...texts.map((line) => line.length)));
  const { locale } = file.properties;
  const year = yearOf(file);
  const bring = formatBringer(file.formats);
  if (texts.some((line) => line.some((text) => text.length > LONGEST_TEXT))) throw new Refused(TOO_LONG);
  const cells = sheet.grid.formats(rect).map((line, r) =>
    line.map((format, c) => {
      const { numberFormat } = file.formats.get(file.formats.chosen(format));
      const read = readTyped(texts[r]![c] ?? '', { locale, format: numberFormat, by: 'person', year });
      return { ...read, format: bring(format, read.numberFormat) };
    }),
  );
  const layers = {
    values: cells.map((line) => line.map(({ value }) => value)),
    formulas: cells.map((line) => line.map(({ formula }) => formula)),
    formats: cells.map((line) => line.map(({ format }) => format)),
  };
  refuseInvalid(file, rect, layers);
  return [...growth(sheet, rect), cellsEdit(sheet.id, rect, layers)];
}

/** A rule that rejects invalid input stops people, and nothing of what they typed goes in. */
function refuseInvalid(file: SpreadsheetFile, rect: Rect, layers: Required<Omit<Layers, 'notes'>>): void {
  const rejecting = rejections(file);
  layers.formats.forEach((line, r) => {
    line.forEach((format, c) => {
      const rejects = rejecting(format);
      const value = layers.values[r]![c] ?? null;
      if (!rejects || layers.formulas[r]![c] !== null) return;
      if (rejects.allows(value, file.formats.get(format).numberFormat)) return;
      // A help text stands in the place of the sentence where a person reads it.
      const cell = addressOf(rectOf(rect.row + r, rect.column + c));
      throw new Refused(rejects.rule.helpText ?? violation(cell, rejects.rule));
    });
  });
}

/** What one cell is to hold, as it is and not as typed. What is absent stays. */
export type PutCell = {
  readonly value?: CellValue;
  readonly formula?: string | null;
  readonly format?: NullablePatch;
};

/** Cells as a fill handle makes them; null leaves a cell alone. */
export function put(file: SpreadsheetFile, at: Spot, cells: Block<PutCell | null>): Edit[] {
  const sheet = sheetOrRefuse(file, at.sheet);
  const rect = rectOf(at.row, at.column, cells.length, Math.max(...cells.map((line) => line.length)));
  const values = sheet.grid.values(rect);
  const formulas = sheet.grid.formulas(rect);
  const formats = sheet.grid.formats(rect);
  cells.forEach((line, r) => {
    line.forEach((cell, c) => {
      if (!cell) return;
      const contents = cell.value !== undefined || cell.formula !== undefined;
      if (contents) values[r]![c] = cell.formula ? '' : (cell.value ?? null);
      if (contents) formulas[r]![c] = cell.formula ?? null;
      if (cell.format) formats[r]![c] = file.formats.patcher(patchOf(cell.format))(formats[r]![c]!);
    });
  });
  return [...growth(sheet, rect), cellsEdit(sheet.id, rect, { values, formulas, formats })];
}

/** A patch in which null takes a property away, as it crosses the wire. */
export type NullablePatch = { readonly [K in keyof CellFormat]?: CellFormat[K] | null };

export const patchOf = (patch: NullablePatch): FormatPatch =>
  Object.fromEntries(Object.entries(patch).map(([key, value]) => [key, value ?? undefined]));

/** The rows and columns a tab lacks to hold a block. */
function growth({ id, grid }: Sheet, rect: Rect): Edit[] {
  const lacking = (axis: Axis, size: number, needed: number): Edit[] =>
    needed <= size
      ? []
      : [{ kind: 'shift', sheet: id, shift: { kind: 'insert', axis, at: size, count: needed - size } }];
  return [
    ...lacking('row', grid.height, rect.row + rect.rows),
    ...lacking('column', grid.width, rect.column + rect.columns),
  ];
}

/** Delete: contents go, formats stay. */
export function cleared({ sheet, rect }: Place): Edit[] {
  return [cellsEdit(sheet, rect, blankContents(rect))];
}

export function formatsCleared(file: SpreadsheetFile, { sheet, rect }: Place): Edit[] {
  const { formats } = file;
  const plain = (format: CellFormat): CellFormat => (format.rule === undefined ? {} : { rule: format.rule });
  return [reformatted(file, { sheet, rect }, (id) => formats.idOf(plain(formats.get(id))))];
}

/** Bold, colours, number formats: a patch over the cells' own formats. */
export const formatted = (file: SpreadsheetFile, place: Place, patch: FormatPatch): Edit[] => [
  reformatted(file, place, file.formats.patcher(patch)),
];

function reformatted(file: SpreadsheetFile, { sheet, rect }: Place, change: (id: number) => number): Edit {
  const { grid } = sheetOrRefuse(file, sheet);
  return cellsEdit(sheet, rect, { formats: grid.formats(rect).map((line) => line.map(change)) });
}

/** New rows or columns before line `at`. They look like the line they were put next to, validation included. */
export function inserted(
  file: SpreadsheetFile,
  sheetId: number,
  axis: Axis,
  at: number,
  count: number,
  like: 'before' | 'after' = 'after',
): Edit[] {
  const sheet = sheetOrRefuse(file, sheetId);
  const { grid } = sheet;
  const shift = { kind: 'insert', axis, at, count } as const;
  const edits: Edit[] = [
    { kind: 'shift', sheet: sheetId, shift },
    // Lines put in under the last frozen one are not frozen.
    ...(like === 'after' ? frozenAfter(sheet, shift) : []),
  ];
  const model = like === 'after' ? at : at - 1;
  if (model < 0 || model >= (axis === 'row' ? grid.height : grid.width)) return edits;
  const formats = formatsLike(grid, axis, count, model);
  if (!formats) return edits;
  const corner = axis === 'row' ? rectOf(at, 0) : rectOf(0, at);
  return [...edits, cellsEdit(sheetId, corner, { formats })];
}

/** The formats of `count` lines that look like line `model`, or null where that is plain. */
export function formatsLike(grid: Grid, axis: Axis, count: number, model: number): Block<number> | null {
  const whole = grid.whole();
  const source = grid.formats(
    axis === 'row' ? { ...whole, row: model, rows: 1 } : { ...whole, column: model, columns: 1 },
  );
  if (source.every((line) => line.every((format) => format === 0))) return null;
  return axis === 'row'
    ? Array.from({ length: count }, () => source[0]!)
    : source.map(([format]) => new Array<number>(count).fill(format!));
}

/** Copy and paste inside the file: relative references follow, a smaller source fills a larger target. */
export function copied(file: SpreadsheetFile, from: Place, to: Place, what: 'all' | 'values' | 'formats'): Edit[] {
  const { grid } = sheetOrRefuse(file, from.sheet);
  const target = sheetOrRefuse(file, to.sheet);
  const { rows, columns } = from.rect;
  const tiles = (size: number, room: number) => (room % size === 0 ? room : size);
  const rect = { ...to.rect, rows: tiles(rows, to.rect.rows), columns: tiles(columns, to.rect.columns) };
  const tiled = <T>(source: Block<T>): Block<T> =>
    Array.from({ length: rect.rows }, (_, r) =>
      Array.from({ length: rect.columns }, (_, c) => source[r % rows]![c % columns]!),
    );
  const formulas = tiled(grid.formulas(from.rect)).map((line, r) =>
    line.map((formula, c) => {
      const down = rect.row + r - (from.rect.row + (r % rows));
      const right = rect.column + c - (from.rect.column + (c % columns));
      return formula && offsetFormula(formula, down, right);
    }),
  );
  const layers: Layers = {
    ...(what !== 'formats' && { values: tiled(grid.values(from.rect)) }),
    ...(what === 'all' && { formulas, notes: tiled(grid.notes(from.rect)) }),
    ...(what === 'values' && { formulas: blockOf<string | null>(rect.rows, rect.columns, null) }),
    ...(what !== 'values' && { formats: tiled(grid.formats(from.rect)) }),
  };
  return [...growth(target, rect), cellsEdit(target.id, rect, layers)];
}

/** Cut and paste, or dragging a block: its formulas stay as they are, those that point into it follow it. */
export function moved(file: SpreadsheetFile, from: Place, to: Spot): Edit[] {
  const source = sheetOrRefuse(file, from.sheet);
  const target = sheetOrRefuse(file, to.sheet);
  const rect = { ...from.rect, row: to.row, column: to.column };
  if (from.sheet === to.sheet && rect.row === from.rect.row && rect.column === from.rect.column) return [];
  const { grid } = source;
  const layers: Layers = {
    values: grid.values(from.rect),
    formulas: grid.formulas(from.rect),
    formats: grid.formats(from.rect),
    notes: grid.notes(from.rect),
  };
  const blank = {
    ...blankContents(from.rect),
    formats: blockOf(from.rect.rows, from.rect.columns, 0),
    notes: blockOf<string | null>(from.rect.rows, from.rect.columns, null),
  };
  const edits = [...growth(target, rect), cellsEdit(source.id, from.rect, blank), cellsEdit(target.id, rect, layers)];
  return [
    ...edits,
    ...followed(file, source, from.rect, target, rect),
    ...objectsMoved(file, from, { sheet: target.id, rect }),
  ];
}

/** Merges and names go along with the cells they lie in; a merge that is cut refuses. */
function objectsMoved(file: SpreadsheetFile, from: Place, to: Place): Edit[] {
  const goes = (item: Place) => item.sheet === from.sheet && isIn(item.rect, from.rect);
  const { merges, names } = file.objects;
  if (merges.some((merge) => merge.sheet === from.sheet && overlaps(merge.rect, from.rect) && !goes(merge)))
    throw new Refused('You must select all cells in a merged range to merge or unmerge them.');
  const along = <T extends Place>(item: T): T =>
    goes(item)
      ? {
          ...item,
          sheet: to.sheet,
          rect: {
            ...item.rect,
            row: item.rect.row + to.rect.row - from.rect.row,
            column: item.rect.column + to.rect.column - from.rect.column,
          },
        }
      : item;
  const staying = merges.filter((merge) => goes(merge) || merge.sheet !== to.sheet || !overlaps(merge.rect, to.rect));
  if (!merges.some(goes) && !names.some(goes) && staying.length === merges.length) return [];
  return [{ kind: 'objects', objects: { merges: staying.map(along), names: names.map(along) } }];
}

const isIn = (inner: Rect, outer: Rect): boolean =>
  inner.row >= outer.row &&
  inner.column >= outer.column &&
  inner.row + inner.rows <= outer.row + outer.rows &&
  inner.column + inner.columns <= outer.column + outer.columns;

/** Types of a table's columns by the letters of the column, as the Sheets API names them. */
export type ColumnTypes = Readonly<Record<string, string>>;

/**
 * Convert to table: the first row becomes the header. A header that is empty or repeats another gets a name of its own,
 * and the block can hold no merged cells. Source: Sheets API guide "Manage tables".
 */
export function madeTable(file: SpreadsheetFile, { sheet, rect }: Place, types: ColumnTypes = {}): Edit[] {
  const { grid } = sheetOrRefuse(file, sheet);
  const { tables, merges, filters } = file.objects;
  const meets = (item: Place) => item.sheet === sheet && overlaps(item.rect, rect);
  if (tables.some(meets)) throw new Refused('This range overlaps with another table.');
  if (merges.some(meets)) throw new Refused('A table can’t contain merged cells.');
  const taken = new Set<string>();
  const headers = Array.from({ length: rect.columns }, (_, c) => {
    const value = grid.value(rect.row, rect.column + c);
    const base = typeof value === 'string' && value !== '' ? value : `Column ${c + 1}`;
    let name = base;
    for (let n = 2; taken.has(name.toLowerCase()); n++) name = `${base} ${n}`;
    taken.add(name.toLowerCase());
    return name;
  });
  const id = file.newId();
  const table: Table = {
    id,
    sheet,
    rect,
    name: `Table${tables.length + 1}`,
    types: headers.map((_, c) => types[toCol(rect.column + c)] ?? null),
  };
  return [
    cellsEdit(sheet, { ...rect, rows: 1 }, { values: [headers] }),
    {
      kind: 'objects',
      objects: { tables: [...tables, table], filters: filters.filter((filter) => !meets(filter)) },
    },
  ];
}

/** The formulas elsewhere that point to cells that moved, pointing to their new place. */
function followed(file: SpreadsheetFile, source: Sheet, from: Rect, target: Sheet, to: Rect): Edit[] {
  const edits: Edit[] = [];
  for (const home of file.sheets) {
    for (const { row, column, formula } of home.grid.formulaCells()) {
      const inside = home === source && overlaps(rectOf(row, column), from);
      const overwritten = home === target && overlaps(rectOf(row, column), to);
      if (overwritten && !inside) continue;
      const at = inside ? rectOf(row + to.row - from.row, column + to.column - from.column) : rectOf(row, column);
      const changed = movedFormula(
        formula,
        home.name,
        { tab: source.name, rect: from },
        { tab: target.name, rect: to },
      );
      if (changed === formula) continue;
      edits.push(cellsEdit(inside ? target.id : home.id, at, { values: [['']], formulas: [[changed]] }));
    }
  }
  return edits;
}

/** Merges a block as Sheets does: the value in the corner stays, the others go. */
export function merged(file: SpreadsheetFile, { sheet, rect }: Place): Edit[] {
  const { grid } = sheetOrRefuse(file, sheet);
  const { merges } = file.objects;
  if (merges.some((merge) => merge.sheet === sheet && overlaps(merge.rect, rect)))
    throw new Refused('Unmerge the cells first: a block can be merged only once.');
  const contents = blankContents(rect);
  contents.values[0]![0] = grid.value(rect.row, rect.column);
  contents.formulas[0]![0] = grid.formula(rect.row, rect.column);
  return [cellsEdit(sheet, rect, contents), { kind: 'objects', objects: { merges: [...merges, { sheet, rect }] } }];
}

export function unmerged(file: SpreadsheetFile, place: Place): Edit[] {
  const merges = file.objects.merges.filter(({ sheet, rect }) => sheet !== place.sheet || !overlaps(rect, place.rect));
  return [{ kind: 'objects', objects: { merges } }];
}

const cellsEdit = (sheet: number, { row, column }: Rect, layers: Layers): Edit => ({
  kind: 'cells',
  sheet,
  row,
  column,
  layers,
});

const blankContents = ({ rows, columns }: Rect) => ({
  values: blockOf<CellValue>(rows, columns, null),
  formulas: blockOf<string | null>(rows, columns, null),
});
