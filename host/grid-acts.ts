import {
  cleared,
  copied,
  formatsCleared,
  formatted,
  inserted,
  merged,
  moved,
  type NullablePatch,
  type PutCell,
  patchOf,
  put,
  Refused,
  type Spot,
  sheetOrRefuse,
  typed,
  unmerged,
} from './acts';
import { copiedSheet } from './engine/copy-sheet';
import type { Edit, FileProperties } from './engine/edits';
import type { SpreadsheetFile } from './engine/file';
import { frozenAfter } from './engine/frozen';
import type { Line } from './engine/grid';
import type { Place } from './engine/objects';
import { type Axis, overlaps, type Rect, rectOf } from './engine/rect';
import { blankSheet, plainSheet, type SheetProperties } from './engine/sheet';
import type { Block } from './engine/values';
import { sortBlock } from './google/sorting';

/** Rows or columns of a tab, counted from zero. */
type Lines = { readonly sheet: number; readonly axis: Axis; readonly at: number; readonly count: number };

/** What a person did in the page's grid or menus, in their terms: the server decides what it makes of the file. */
export type Act =
  | { readonly kind: 'type'; readonly at: Spot; readonly texts: Block<string> }
  | { readonly kind: 'put'; readonly at: Spot; readonly cells: Block<PutCell | null> }
  | { readonly kind: 'format'; readonly place: Place; readonly patch: NullablePatch }
  | { readonly kind: 'clear'; readonly place: Place; readonly what: 'contents' | 'formats' | 'all' }
  | { readonly kind: 'copy'; readonly from: Place; readonly place: Place; readonly what: 'all' | 'values' | 'formats' }
  | { readonly kind: 'move'; readonly from: Place; readonly at: Spot }
  | { readonly kind: 'merge' | 'unmerge'; readonly place: Place }
  /** Rows below the frozen ones, or those of a block, by one column. */
  | {
      readonly kind: 'sort';
      readonly sheet: number;
      readonly rect: Rect | null;
      readonly column: number;
      readonly ascending: boolean;
    }
  | ({ readonly kind: 'insert'; readonly like: 'before' | 'after' } & Lines)
  | ({ readonly kind: 'delete' } & Lines)
  | ({ readonly kind: 'drag'; readonly to: number } & Lines)
  | ({ readonly kind: 'lines'; readonly change: Partial<Line> } & Lines)
  | { readonly kind: 'tab'; readonly sheet: number; readonly properties: Partial<SheetProperties> }
  | { readonly kind: 'new-tab'; readonly index: number }
  | { readonly kind: 'copy-tab'; readonly sheet: number }
  | { readonly kind: 'delete-tab'; readonly sheet: number }
  | { readonly kind: 'order'; readonly order: readonly number[] }
  | { readonly kind: 'file'; readonly properties: Partial<FileProperties> };

/** The edits an act comes down to in the file as it is now. Throws `Refused` with a sentence for the person. */
export function editsOf(file: SpreadsheetFile, act: Act): Edit[] {
  switch (act.kind) {
    case 'type':
      return typed(file, act.at, act.texts);
    case 'put':
      return put(file, act.at, act.cells);
    case 'format':
      return formatted(file, act.place, patchOf(act.patch));
    case 'clear':
      return [
        ...(act.what === 'formats' ? [] : cleared(act.place)),
        ...(act.what === 'contents' ? [] : formatsCleared(file, act.place)),
      ];
    case 'copy':
      return copied(file, act.from, act.place, act.what);
    case 'move':
      return moved(file, act.from, act.at);
    case 'merge':
      return merged(file, act.place);
    case 'unmerge':
      return unmerged(file, act.place);
    case 'sort':
      return sorted(file, act);
    case 'insert':
      return inserted(file, act.sheet, act.axis, act.at, act.count, act.like);
    case 'delete':
      return deleted(file, act);
    case 'drag':
      return [
        {
          kind: 'shift',
          sheet: act.sheet,
          shift: { kind: 'move', axis: act.axis, at: act.at, count: act.count, to: act.to },
        },
      ];
    case 'lines':
      return linesChanged(file, act, act.change);
    case 'tab':
      return tabChanged(file, act.sheet, act.properties);
    case 'new-tab':
      return newTab(file, act.index);
    case 'copy-tab':
      return tabCopied(file, act.sheet);
    case 'delete-tab':
      return tabDeleted(file, act.sheet);
    case 'order':
      return [{ kind: 'order', order: act.order }];
    case 'file':
      return [{ kind: 'file', properties: act.properties }];
  }
}

function sorted(file: SpreadsheetFile, act: Extract<Act, { kind: 'sort' }>): Edit[] {
  const sheet = sheetOrRefuse(file, act.sheet);
  const { frozenRows } = sheet.properties;
  const rows = sheet.grid.lastRow() + 1 - frozenRows;
  if (!act.rect && rows < 1) return [];
  const rect = act.rect ?? rectOf(frozenRows, 0, rows, sheet.grid.width);
  const { merges } = file.objects;
  if (merges.some((merge) => merge.sheet === act.sheet && overlaps(merge.rect, rect)))
    throw new Refused('You can’t sort a range with merged cells. Unmerge them first.');
  return [sortBlock(sheet, rect, [{ column: act.column, ascending: act.ascending }])];
}

function deleted(file: SpreadsheetFile, { sheet, axis, at, count }: Lines): Edit[] {
  const { grid, properties } = sheetOrRefuse(file, sheet);
  const size = axis === 'row' ? grid.height : grid.width;
  const frozen = axis === 'row' ? properties.frozenRows : properties.frozenColumns;
  if (size - count < Math.max(1, frozen + 1)) {
    throw new Refused(`It is not possible to delete all ${frozen > 0 ? 'non-frozen ' : ''}${axis}s.`);
  }
  const shift = { kind: 'delete', axis, at, count } as const;
  return [{ kind: 'shift', sheet, shift }, ...frozenAfter(sheetOrRefuse(file, sheet), shift)];
}

function linesChanged(file: SpreadsheetFile, { sheet, axis, at, count }: Lines, change: Partial<Line>): Edit[] {
  const { grid } = sheetOrRefuse(file, sheet);
  const lines = Array.from({ length: count }, (_, i) => ({ ...grid.line(axis, at + i), ...change }));
  return [{ kind: 'lines', sheet, axis, at, lines }];
}

function tabChanged(file: SpreadsheetFile, id: number, properties: Partial<SheetProperties>): Edit[] {
  const sheet = sheetOrRefuse(file, id);
  const { name } = properties;
  if (name !== undefined && name.trim() === '') throw new Refused('A tab needs a name.');
  if (name !== undefined && file.sheets.some((other) => other !== sheet && sameName(other.name, name)))
    throw new Refused(`A sheet with the name “${name}” already exists. Please enter another name.`);
  if (properties.hidden && visible(file).every((other) => other === sheet))
    throw new Refused('You can’t hide all the sheets in a document.');
  return [{ kind: 'sheet', sheet: id, properties }];
}

function newTab(file: SpreadsheetFile, index: number): Edit[] {
  const name = freeName(file, (n) => `Sheet${file.sheets.length + n}`);
  return [{ kind: 'insert-sheet', index, snapshot: blankSheet(file.newId(), plainSheet(name), 1000, 26) }];
}

function tabCopied(file: SpreadsheetFile, id: number): Edit[] {
  const sheet = sheetOrRefuse(file, id);
  const name = freeName(file, (n) => `Copy of ${sheet.name}${n > 1 ? ` ${n}` : ''}`);
  return copiedSheet(file, sheet, file, name, file.sheets.indexOf(sheet) + 1).edits;
}

function tabDeleted(file: SpreadsheetFile, id: number): Edit[] {
  const sheet = sheetOrRefuse(file, id);
  if (visible(file).every((other) => other === sheet))
    throw new Refused('You can’t remove all the sheets in a document.');
  return [{ kind: 'delete-sheet', sheet: id }];
}

const visible = (file: SpreadsheetFile) => file.sheets.filter(({ properties }) => !properties.hidden);

const sameName = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

function freeName(file: SpreadsheetFile, nth: (n: number) => string): string {
  for (let n = 1; ; n++) if (!file.sheets.some(({ name }) => sameName(name, nth(n)))) return nth(n);
}
