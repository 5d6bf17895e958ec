import type { Edit } from '../engine/edits';
import type { SpreadsheetFile } from '../engine/file';
import type { CellFormat } from '../engine/format';
import { offsetFormula } from '../engine/formulas';
import type { Grid, Layers } from '../engine/grid';
import type { Place } from '../engine/objects';
import { type Rect, rectOf } from '../engine/rect';
import { type Block, blockOf, type CellValue } from '../engine/values';
import { fail } from './errors';
import { mergesIn, withoutCovered } from './merging';

const OUTSIDE = 'The coordinates of the range are outside the dimensions of the sheet.';

/** What a paste takes along, by the names of Google's `CopyPasteType`. */
const TAKES: Readonly<Record<string, { values?: true; formulas?: true; formats?: true; rules?: true; merges?: true }>> =
  {
    PASTE_NORMAL: { values: true, formulas: true, formats: true, rules: true, merges: true },
    PASTE_NO_BORDERS: { values: true, formulas: true, formats: true, rules: true, merges: true },
    PASTE_FORMAT: { formats: true, merges: true },
    PASTE_FORMULA: { values: true, formulas: true },
    PASTE_DATA_VALIDATION: { rules: true },
    PASTE_VALUES: { values: true },
    PASTE_CONDITIONAL_FORMATTING: {},
    PASTE_COLUMN_WIDTHS: {},
  };

const turned = <T>(block: Block<T>): Block<T> => block[0]!.map((_, c) => block.map((row) => row[c]!));

const withoutBorders = ({
  borderTop: _t,
  borderRight: _r,
  borderBottom: _b,
  borderLeft: _l,
  ...format
}: CellFormat): CellFormat => format;

/** Copies a block onto another place; a target that is a multiple of it is filled. Source: reference "Range.copyTo". */
export function copyEdits(file: SpreadsheetFile, from: Place, to: Place, type: string, transposed: boolean): Edit[] {
  const takes = TAKES[type] ?? TAKES.PASTE_NORMAL!;
  const source = file.sheet(from.sheet)!.grid;
  const target = file.sheet(to.sheet) ?? fail('Sheet not found.');
  const tile = transposed ? { rows: from.rect.columns, columns: from.rect.rows } : from.rect;
  const fill = (size: number, room: number) => (room % size === 0 ? room : size);
  const rect = { ...to.rect, rows: fill(tile.rows, to.rect.rows), columns: fill(tile.columns, to.rect.columns) };
  if (!target.grid.holds(rect)) fail(OUTSIDE);

  const tiled = <T>(block: Block<T>): Block<T> => {
    const one = transposed ? turned(block) : block;
    return Array.from({ length: rect.rows }, (_, r) =>
      Array.from({ length: rect.columns }, (_, c) => one[r % tile.rows]![c % tile.columns]!),
    );
  };
  const contents = takes.values ? contentsOf(source, from.rect, rect, takes.formulas === true, tiled) : {};
  const kept = takes.merges ? [] : mergesIn(file, to.sheet, rect);
  const layers: Layers = {
    ...(contents.values && { values: withoutCovered(kept, rect, contents.values, null) }),
    ...(contents.formulas && { formulas: withoutCovered(kept, rect, contents.formulas, null) }),
    ...((takes.formats || takes.rules) && {
      formats: formatsOf(file, tiled(source.formats(from.rect)), target.grid.formats(rect), type),
    }),
    ...(type === 'PASTE_NORMAL' && { notes: tiled(source.notes(from.rect)) }),
  };
  const cells: Edit = { kind: 'cells', sheet: to.sheet, row: rect.row, column: rect.column, layers };
  return [
    ...(Object.keys(layers).length > 0 ? [cells] : []),
    ...(takes.merges && !transposed ? mergesCopied(file, from, { sheet: to.sheet, rect }) : []),
    ...(type === 'PASTE_CONDITIONAL_FORMATTING' || type === 'PASTE_NORMAL' || type === 'PASTE_FORMAT'
      ? conditionalCopied(file, from, { sheet: to.sheet, rect })
      : []),
    ...(type === 'PASTE_COLUMN_WIDTHS' ? [widths(source, from.rect, to.sheet, rect)] : []),
  ];
}

function contentsOf(
  source: Grid,
  from: Rect,
  to: Rect,
  withFormulas: boolean,
  tiled: <T>(block: Block<T>) => Block<T>,
): { values?: Block<CellValue>; formulas?: Block<string | null> } {
  const values = tiled(source.values(from));
  if (!withFormulas) return { values, formulas: blockOf<string | null>(to.rows, to.columns, null) };
  const homes = Array.from({ length: from.rows }, (_, r) =>
    Array.from({ length: from.columns }, (_, c) => ({ row: from.row + r, column: from.column + c })),
  );
  const cameFrom = tiled(homes);
  const formulas = tiled(source.formulas(from)).map((line, r) =>
    line.map((formula, c) => {
      const { row, column } = cameFrom[r]![c]!;
      return formula && offsetFormula(formula, to.row + r - row, to.column + c - column);
    }),
  );
  return { values, formulas };
}

/** The look of the source with the rules of either, as the kind of paste takes them. */
function formatsOf(file: SpreadsheetFile, source: Block<number>, target: Block<number>, type: string): Block<number> {
  const { formats } = file;
  const combined = (from: CellFormat, to: CellFormat): CellFormat => {
    if (type === 'PASTE_DATA_VALIDATION') return { ...to, rule: from.rule } as CellFormat;
    if (type === 'PASTE_FORMAT') return { ...from, rule: to.rule } as CellFormat;
    if (type === 'PASTE_NO_BORDERS') return withoutBorders(from);
    return from;
  };
  const known = new Map<string, number>();
  return source.map((line, r) =>
    line.map((from, c) => {
      const to = target[r]![c]!;
      if (type === 'PASTE_NORMAL') return from;
      const key = `${from}/${to}`;
      const id = known.get(key) ?? formats.idOf(combined(formats.get(from), formats.get(to)));
      known.set(key, id);
      return id;
    }),
  );
}

function mergesCopied(file: SpreadsheetFile, from: Place, to: Place): Edit[] {
  const copied = mergesIn(file, from.sheet, from.rect);
  const covered = new Set(mergesIn(file, to.sheet, to.rect));
  if (copied.length === 0 && covered.size === 0) return [];
  const { rows, columns } = from.rect;
  const fresh = copied.flatMap(({ rect }) =>
    Array.from({ length: (to.rect.rows / rows) * (to.rect.columns / columns) }, (_, tile) => {
      const across = to.rect.columns / columns;
      const row = to.rect.row + Math.floor(tile / across) * rows + rect.row - from.rect.row;
      const column = to.rect.column + (tile % across) * columns + rect.column - from.rect.column;
      return { sheet: to.sheet, rect: { ...rect, row, column } };
    }),
  );
  return [
    { kind: 'objects', objects: { merges: [...file.objects.merges.filter((merge) => !covered.has(merge)), ...fresh] } },
  ];
}

/** Rules that hold for all of the source also hold for the target. */
function conditionalCopied(file: SpreadsheetFile, from: Place, to: Place): Edit[] {
  const isIn = (rect: Rect) =>
    rect.row <= from.rect.row &&
    rect.column <= from.rect.column &&
    rect.row + rect.rows >= from.rect.row + from.rect.rows &&
    rect.column + rect.columns >= from.rect.column + from.rect.columns;
  const { conditional } = file.objects;
  const held = conditional.filter((rule) => rule.sheet === from.sheet && rule.ranges.some(isIn));
  if (held.length === 0) return [];
  const wider = (rule: (typeof held)[number]) => ({ ...rule, ranges: [...rule.ranges, to.rect] });
  if (from.sheet === to.sheet) {
    return [
      {
        kind: 'objects',
        objects: { conditional: conditional.map((rule) => (held.includes(rule) ? wider(rule) : rule)) },
      },
    ];
  }
  const copies = held.map((rule) => ({ ...rule, sheet: to.sheet, ranges: [to.rect] }));
  return [{ kind: 'objects', objects: { conditional: [...conditional, ...copies] } }];
}

function widths(source: Grid, from: Rect, sheet: number, to: Rect): Edit {
  const lines = Array.from({ length: to.columns }, (_, c) => source.line('column', from.column + (c % from.columns)));
  return { kind: 'lines', sheet, axis: 'column', at: to.column, lines };
}

/** The block a whole line or two of ends names, for `copyFormatToRange` and `copyValuesToRange`. */
export const rectOfEnds = (column: number, columnEnd: number, row: number, rowEnd: number): Rect =>
  rectOf(row - 1, column - 1, rowEnd - row + 1, columnEnd - column + 1);
