import type { CellValueType, ICellData, IStyleData, Nullable } from '@univerjs/core';
import type { NullablePatch, PutCell, Spot } from '../../../acts';
import { offsetFormula } from '../../../engine/formulas';
import type { Place } from '../../../engine/objects';
import type { CellValue } from '../../../engine/values';
import type { Act } from '../../../grid-acts';

/** Univer's words for two kinds of cells. By number, so that this can be tested without all of Univer. */
const BOOLEAN: CellValueType.BOOLEAN = 3;
const FORCE_STRING: CellValueType.FORCE_STRING = 4;

/** Cells by row and column, as Univer's changes carry them. */
export type CellMap = Record<string, Record<string, ICellData | null>>;

type Cell = { readonly row: number; readonly column: number; readonly cell: ICellData | null };

function cellsOf(cellValue: CellMap): Cell[] {
  return Object.entries(cellValue ?? {}).flatMap(([row, line]) =>
    Object.entries(line ?? {}).map(([column, cell]) => ({ row: Number(row), column: Number(column), cell })),
  );
}

/** The smallest block around cells, with what each makes; null where there is no cell. */
function blockAround<T>(
  sheet: number,
  cells: readonly Cell[],
  make: (cell: Cell) => T,
): { at: Spot; block: (T | null)[][] } {
  const top = Math.min(...cells.map(({ row }) => row));
  const left = Math.min(...cells.map(({ column }) => column));
  const rows = cells.reduce((last, { row }) => Math.max(last, row), top) - top + 1;
  const columns = cells.reduce((last, { column }) => Math.max(last, column), left) - left + 1;
  const block = Array.from({ length: rows }, () => new Array<T | null>(columns).fill(null));
  for (const cell of cells) block[cell.row - top]![cell.column - left] = make(cell);
  return { at: { sheet, row: top, column: left }, block };
}

/** Cells that somebody typed into, or picked from a list. */
export function typedActs(sheet: number, cellValue: CellMap): Act[] {
  const cells = cellsOf(cellValue);
  if (cells.length === 0) return [];
  const { at, block } = blockAround(sheet, cells, ({ cell }) => typedText(cell));
  if (block.every((line) => line.every((text) => text !== null)))
    return [{ kind: 'type', at, texts: block as string[][] }];
  return cells.map(({ row, column, cell }) => ({
    kind: 'type',
    at: { ...at, row, column },
    texts: [[typedText(cell)]],
  }));
}

/** The very text that was typed: Univer takes a leading apostrophe off and says so in the type. */
function typedText(cell: ICellData | null): string {
  if (!cell) return '';
  if (cell.f) return cell.f;
  if (cell.p?.body) return cell.p.body.dataStream.replace(/\r\n$/, '').replaceAll('\r', '\n');
  if (cell.v === null || cell.v === undefined) return '';
  if (cell.t === FORCE_STRING) return `'${cell.v}`;
  if (cell.t === BOOLEAN || typeof cell.v === 'boolean') return cell.v ? 'TRUE' : 'FALSE';
  return String(cell.v);
}

/** Cells that were changed by other means: filled, cleared, made bold. */
export function putActs(sheet: number, cellValue: CellMap): Act[] {
  const cells = cellsOf(cellValue);
  if (cells.length === 0) return [];
  const shared = sharedFormulas(cells);
  const { at, block } = blockAround(sheet, cells, (cell) => putCell(cell, shared));
  const place: Place = {
    sheet,
    rect: { row: at.row, column: at.column, rows: block.length, columns: block[0]!.length },
  };
  const first = block[0]![0];
  // The same for all of a block, as bold and the Delete key are: said once.
  const same = JSON.stringify(first);
  if (first && block.every((line) => line.every((cell) => JSON.stringify(cell) === same))) {
    if (first.value === undefined && first.format) return [{ kind: 'format', place, patch: first.format }];
    if (first.value === null && !first.formula && !first.format) return [{ kind: 'clear', place, what: 'contents' }];
  }
  return [{ kind: 'put', at, cells: block }];
}

/** The formulas that Univer writes once and lets the cells around refer to. */
function sharedFormulas(cells: readonly Cell[]): Map<string, { row: number; column: number; formula: string }> {
  const shared = new Map<string, { row: number; column: number; formula: string }>();
  for (const { row, column, cell } of cells) {
    if (cell?.f && cell.si) shared.set(cell.si, { row, column, formula: cell.f });
  }
  return shared;
}

function putCell({ row, column, cell }: Cell, shared: ReturnType<typeof sharedFormulas>): PutCell {
  if (!cell) return { value: null, formula: null, format: NO_FORMAT };
  const put: { value?: CellValue; formula?: string | null; format?: NullablePatch } = {};
  const origin = cell.si && !cell.f ? shared.get(cell.si) : undefined;
  const formula = origin ? offsetFormula(origin.formula, row - origin.row, column - origin.column) : cell.f;
  if (formula) put.formula = formula;
  else if (cell.v !== undefined || cell.p) {
    put.value = contentOf(cell);
    put.formula = null;
  }
  if (cell.s === null) put.format = NO_FORMAT;
  else if (typeof cell.s === 'object') put.format = patchOfStyle(cell.s);
  return put;
}

function contentOf(cell: ICellData): CellValue {
  if (cell.p?.body) return typedText(cell);
  if (cell.v === null || cell.v === undefined || cell.v === '') return null;
  return cell.t === BOOLEAN ? Boolean(cell.v) : cell.v;
}

const NO_FORMAT: NullablePatch = {
  numberFormat: null,
  bold: null,
  italic: null,
  underline: null,
  strike: null,
  fontColor: null,
  fontSize: null,
  fontFamily: null,
  background: null,
  horizontal: null,
  vertical: null,
  wrap: null,
};

const oneOf = <T>(names: readonly T[], index: Nullable<number>): T | null => names[index ?? 0] ?? null;

const HORIZONTAL = [null, 'left', 'center', 'right'] as const;
const VERTICAL = [null, 'top', 'middle', 'bottom'] as const;
const WRAP = [null, 'overflow', 'clip', 'wrap'] as const;

function patchOfStyle(style: IStyleData): NullablePatch {
  const patch: { -readonly [K in keyof NullablePatch]: NullablePatch[K] } = {};
  if ('bl' in style) patch.bold = style.bl === 1 || null;
  if ('it' in style) patch.italic = style.it === 1 || null;
  if ('ul' in style) patch.underline = style.ul?.s === 1 || null;
  if ('st' in style) patch.strike = style.st?.s === 1 || null;
  if ('cl' in style) patch.fontColor = style.cl?.rgb ?? null;
  if ('bg' in style) patch.background = style.bg?.rgb ?? null;
  if ('fs' in style) patch.fontSize = style.fs ?? null;
  if ('ff' in style) patch.fontFamily = style.ff ?? null;
  if ('ht' in style) patch.horizontal = oneOf(HORIZONTAL, style.ht);
  if ('vt' in style) patch.vertical = oneOf(VERTICAL, style.vt);
  if ('tb' in style) patch.wrap = oneOf(WRAP, style.tb);
  if ('n' in style) patch.numberFormat = style.n?.pattern ?? null;
  return patch;
}
