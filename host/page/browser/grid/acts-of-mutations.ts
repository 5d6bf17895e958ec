import type { IRange } from '@univerjs/core';
import type { Place } from '../../../engine/objects';
import type { Axis } from '../../../engine/rect';
import type { Act } from '../../../grid-acts';
import { type CellMap, putActs, typedActs } from './cell-acts';
import type { Mutation } from './gate';
import { rectOfRange } from './ranges';

export type Translation = {
  readonly acts: readonly Act[] /** Names of what the host cannot do. */;
  readonly unknown: readonly string[];
};

/** What the translation has to ask of the page. */
export type Circumstances = {
  /** Whether new lines at this place were put after the selected ones. */
  readonly afterSelection: (axis: Axis, at: number) => boolean;
  readonly sheetOrder: () => readonly number[];
};

type OfSheet = { readonly subUnitId: string };
type Params<T> = OfSheet & T;

/** Cells as the cell editor, the dropdowns and checkboxes write them: text to be read as typed. */
const TYPING = 'sheet.command.set-range-values';

const STRUCTURAL = /^sheet\.mutation\.(insert|remove|move)-(row|col)/;

/** Row heights that Univer works out from the text are its own affair. */
const IGNORED = new Set(['sheet.mutation.set-worksheet-row-auto-height', 'sheet.mutation.empty']);

/** What a person did, told from the changes Univer was about to make. */
export function actsOfMutations(mutations: readonly Mutation[], around: Circumstances): Translation {
  // Where rows, columns or blocks move, the host itself knows what becomes of formulas and formats.
  const structural = mutations.filter(({ id }) => STRUCTURAL.test(id) || id === 'sheet.mutation.move-range');
  const meant = structural.length > 0 ? structural : mutations.filter(({ id }) => !IGNORED.has(id));
  const acts: Act[] = [];
  const unknown: string[] = [];
  for (const mutation of meant) {
    const translated = TRANSLATIONS[mutation.id]?.(mutation.params as never, around);
    if (translated) acts.push(...translated);
    else unknown.push(nameOf(mutation.id));
  }
  return { acts, unknown };
}

const nameOf = (id: string): string => (id.split('.').at(-1) ?? id).replaceAll('-', ' ');

const idOf = ({ subUnitId }: OfSheet): number => Number(subUnitId);

const TRANSLATIONS: Record<string, (params: never, around: Circumstances) => Act[] | null> = {
  'sheet.mutation.set-range-values': (params: Params<{ cellValue: CellMap; trigger?: string }>) =>
    (params.trigger === TYPING ? typedActs : putActs)(idOf(params), params.cellValue),
  'sheet.mutation.set.numfmt': (params: Params<NumberFormats>) => numberFormatActs(params),
  'sheet.mutation.remove.numfmt': (params: Params<{ ranges: IRange[] }>) =>
    params.ranges.map((range) => ({ kind: 'format', place: placeOf(params, range), patch: { numberFormat: null } })),
  'sheet.mutation.move-range': (params: { fromRange: IRange; toRange: IRange; from: OfSheet; to: OfSheet }) => {
    const { startRow: row, startColumn: column } = params.toRange;
    return [
      { kind: 'move', from: placeOf(params.from, params.fromRange), at: { sheet: idOf(params.to), row, column } },
    ];
  },
  'sheet.mutation.add-worksheet-merge': (params: Params<{ ranges: IRange[] }>) =>
    params.ranges.map((range) => ({ kind: 'merge', place: placeOf(params, range) })),
  'sheet.mutation.remove-worksheet-merge': (params: Params<{ ranges: IRange[] }>) =>
    params.ranges.map((range) => ({ kind: 'unmerge', place: placeOf(params, range) })),

  'sheet.mutation.insert-row': (params: Params<{ range: IRange }>, around) => [insertion(params, 'row', around)],
  'sheet.mutation.insert-col': (params: Params<{ range: IRange }>, around) => [insertion(params, 'column', around)],
  'sheet.mutation.remove-rows': (params: Params<{ range: IRange }>) => [{ kind: 'delete', ...linesOf(params, 'row') }],
  'sheet.mutation.remove-col': (params: Params<{ range: IRange }>) => [
    { kind: 'delete', ...linesOf(params, 'column') },
  ],
  'sheet.mutation.move-rows': (params: Params<Drag>) => [drag(params, 'row')],
  'sheet.mutation.move-columns': (params: Params<Drag>) => [drag(params, 'column')],

  'sheet.mutation.set-worksheet-row-height': (params: Params<{ ranges: IRange[]; rowHeight: Sizes }>) =>
    sizeActs(params, 'row', params.rowHeight),
  'sheet.mutation.set-worksheet-col-width': (params: Params<{ ranges: IRange[]; colWidth: Sizes }>) =>
    sizeActs(params, 'column', params.colWidth),
  'sheet.mutation.set-worksheet-row-is-auto-height': (params: Params<{ ranges: IRange[]; autoHeightInfo: unknown }>) =>
    params.autoHeightInfo === 1 ? lineActs(params, 'row', { size: null }) : [],
  'sheet.mutation.set-row-hidden': (params: Params<{ ranges: IRange[] }>) => lineActs(params, 'row', { hidden: true }),
  'sheet.mutation.set-row-visible': (params: Params<{ ranges: IRange[] }>) =>
    lineActs(params, 'row', { hidden: false }),
  'sheet.mutation.set-col-hidden': (params: Params<{ ranges: IRange[] }>) =>
    lineActs(params, 'column', { hidden: true }),
  'sheet.mutation.set-col-visible': (params: Params<{ ranges: IRange[] }>) =>
    lineActs(params, 'column', { hidden: false }),

  'sheet.mutation.set-frozen': (params: Params<{ xSplit: number; ySplit: number }>) => [
    { kind: 'tab', sheet: idOf(params), properties: { frozenRows: params.ySplit, frozenColumns: params.xSplit } },
  ],
  'sheet.mutation.set-worksheet-name': (params: Params<{ name: string }>) => [
    { kind: 'tab', sheet: idOf(params), properties: { name: params.name } },
  ],
  'sheet.mutation.set-worksheet-hidden': (params: Params<{ hidden: number }>) => [
    { kind: 'tab', sheet: idOf(params), properties: { hidden: params.hidden === 1 } },
  ],
  'sheet.mutation.set-tab-color': (params: Params<{ color: string | null }>) => [
    { kind: 'tab', sheet: idOf(params), properties: { tabColor: params.color || null } },
  ],
  'sheet.mutation.toggle-gridlines': (params: Params<{ showGridlines: number }>) => [
    { kind: 'tab', sheet: idOf(params), properties: { gridlinesHidden: params.showGridlines === 0 } },
  ],
  'sheet.mutation.set-worksheet-order': (params: Params<{ fromOrder: number; toOrder: number }>, around) => {
    const order = [...around.sheetOrder()];
    order.splice(params.fromOrder, 1);
    order.splice(params.toOrder, 0, idOf(params));
    return [{ kind: 'order', order }];
  },
};

const placeOf = (params: OfSheet, range: IRange): Place => ({ sheet: idOf(params), rect: rectOfRange(range) });

function span(range: IRange, axis: Axis): { at: number; count: number } {
  const { row, column, rows, columns } = rectOfRange(range);
  return axis === 'row' ? { at: row, count: rows } : { at: column, count: columns };
}

const linesOf = (params: Params<{ range: IRange }>, axis: Axis) => ({
  sheet: idOf(params),
  axis,
  ...span(params.range, axis),
});

function insertion(params: Params<{ range: IRange }>, axis: Axis, around: Circumstances): Act {
  const lines = linesOf(params, axis);
  return { kind: 'insert', ...lines, like: around.afterSelection(axis, lines.at) ? 'before' : 'after' };
}

type Drag = { readonly sourceRange: IRange; readonly targetRange: IRange };

const drag = (params: Params<Drag>, axis: Axis): Act => ({
  kind: 'drag',
  ...linesOf({ ...params, range: params.sourceRange }, axis),
  to: span(params.targetRange, axis).at,
});

const lineActs = (
  params: Params<{ ranges: IRange[] }>,
  axis: Axis,
  change: { size?: number | null; hidden?: boolean },
): Act[] => params.ranges.map((range) => ({ kind: 'lines', ...linesOf({ ...params, range }, axis), change }));

/** One size for all lines, or one by line. */
type Sizes = number | Record<string, number>;

function sizeActs(params: Params<{ ranges: IRange[] }>, axis: Axis, sizes: Sizes): Act[] {
  if (typeof sizes === 'number') return lineActs(params, axis, { size: Math.round(sizes) });
  return Object.entries(sizes).map(([line, size]) => ({
    kind: 'lines',
    sheet: idOf(params),
    axis,
    at: Number(line),
    count: 1,
    change: { size: Math.round(size) },
  }));
}

type NumberFormats = {
  readonly values: Record<string, { readonly ranges: IRange[] }>;
  readonly refMap: Record<string, { readonly pattern: string }>;
};

const numberFormatActs = (params: Params<NumberFormats>): Act[] =>
  Object.entries(params.values).flatMap(([id, { ranges }]) =>
    ranges.map((range): Act => {
      const pattern = params.refMap[id]?.pattern;
      const numberFormat = pattern && pattern !== 'General' ? pattern : null;
      return { kind: 'format', place: placeOf(params, range), patch: { numberFormat } };
    }),
  );
