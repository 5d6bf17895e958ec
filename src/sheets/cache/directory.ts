import type { Instant } from '../../domain/day';
import type { FieldValue } from '../../domain/errors';
import type { OwnField } from '../../domain/own-fields';
import type { TabKey } from '../book';
import type { OpenTasks } from './open-tasks';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** What a tab looks like from outside: people who put in or take out rows and columns change it, and no call is needed to see. */
export type Shape = { readonly sheetId: number; readonly rows: number; readonly columns: number };

export const shapeOf = (sheet: Sheet): Shape => ({
  sheetId: sheet.getSheetId(),
  rows: sheet.getMaxRows(),
  columns: sheet.getMaxColumns(),
});

/** The shape of the same tab later. */
export const shapeAgain = (sheet: Sheet, { sheetId }: Shape): Shape => ({
  sheetId,
  rows: sheet.getMaxRows(),
  columns: sheet.getMaxColumns(),
});

export const sameShape = (a: Shape, b: Shape): boolean =>
  a.sheetId === b.sheetId && a.rows === b.rows && a.columns === b.columns;

/** For a tab that was found by the id of the shape. */
export const sameSize = (sheet: Sheet, { rows, columns }: Shape): boolean =>
  sheet.getMaxRows() === rows && sheet.getMaxColumns() === columns;

/** What every cached tab has: when, and of what, it was read. */
export type Snapshot = {
  /** Of the tab when it was read: an edit since puts another there. */
  readonly mark: string;
  readonly shape: Shape;
  readonly builtAt: Instant;
  /** Days and moments were read by its clocks. */
  readonly timeZone: string;
};

/** What is cached of a tab of records, but for the records. */
export type Directory = Snapshot & {
  /** Of these blocks: those of an earlier reading count as missing. */
  readonly generation: string;
  readonly blocks: number;
  /** How often a block was renewed; of those that never were there is nothing. */
  readonly revisions: Readonly<Record<number, number>>;
  /** Of the lines in each block, so that whoever has them needs no block that is still the same. */
  readonly digests: readonly string[];
  readonly headerRow: number;
  readonly headers: readonly string[];
  readonly columns: readonly (readonly [string, number])[];
  /** Fields whose column carries its mark. */
  readonly marked: readonly string[];
  /** Of the values in a packed row. */
  readonly names: readonly string[];
  readonly own: readonly OwnField[];
  readonly count: number;
  /** The newest records as lines; of activities the most urgent tasks. */
  readonly first: readonly (readonly FieldValue[])[];
  /** Of activities alone. */
  readonly tasks?: OpenTasks;
};

/** Another one where what is packed changes its form: an older add-on may have cached the file within six hours. */
const FORM = 3;

export const directoryName = (tab: TabKey): string => `directory${FORM}:${tab}`;

/** Changes with every save of ours, so that whoever read before it does not put back what was there. */
export const savedName = (tab: TabKey): string => `saved:${tab}`;

export const blockName = (tab: TabKey, block: number): string => `${tab}:${block}`;

/** Stands before a block's text, which counts only under the directory that names the same. */
export const headOf = ({ generation, revisions }: Directory, block: number): string =>
  `${generation}.${revisions[block] ?? 0}\n`;

export function parsed<T>(text: string): T | null {
  // A value that was dropped is blank.
  return text ? (JSON.parse(text) as T) : null;
}
