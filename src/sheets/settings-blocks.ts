import { CrmError } from '../domain/errors';
import { plainHeader } from '../domain/fields';
import { say } from '../texts/say';
import type { CellValue } from './codec';
import { HEADER_ROWS } from './layout';

/** The blocks of the Settings tab, side by side with one empty column between: title, then headers. */
export const BLOCKS = {
  stages: {
    title: 'Stages',
    headers: ['Pipeline', 'Stage', 'Order', 'Probability', 'Ends as', 'Stale after days', 'Forecast category', 'Key'],
  },
  leadStatuses: { title: 'Lead statuses', headers: ['Status'] },
  sources: { title: 'Sources', headers: ['Source'] },
  activityTypes: { title: 'Activity types', headers: ['Type'] },
  lostReasons: { title: 'Lost reasons', headers: ['Reason'] },
  companySizes: { title: 'Company sizes', headers: ['Size'] },
  owners: { title: 'Owners', headers: ['Owner', 'E-mail', 'Active', 'Monthly quota'] },
  preferences: { title: 'Preferences', headers: ['Preference', 'Value'] },
} as const;

export type BlockKey = keyof typeof BLOCKS;

export const BLOCK_KEYS = Object.keys(BLOCKS) as BlockKey[];

/** In a new tab. */
export const TITLE_ROW = 1;
export const HEADER_ROW = 2;
export const FIRST_ROW = 3;

type Cells = readonly (readonly CellValue[])[];

/** Where everything is in the tab now. Rows and columns count from 1. */
export type Places = {
  readonly headerRow: number;
  /** By header; headers that are gone are left out. */
  readonly columns: { readonly [K in BlockKey]: ReadonlyMap<string, number> };
  /** The column of each title; 0 where it is gone. */
  readonly starts: { readonly [K in BlockKey]: number };
};

/** Finds every column by its header, under the title of its block where that is still there. Throws `SHEET_BROKEN`. */
export function placesIn(cells: Cells): Places {
  const known = new Set(BLOCK_KEYS.flatMap((key) => BLOCKS[key].headers.map(plainHeader)));
  const scores = cells.slice(0, HEADER_ROWS).map((row) => row.filter((cell) => known.has(plain(cell))).length);
  const best = scores.indexOf(Math.max(...scores));
  if (!(scores[best]! > 1)) {
    throw new CrmError('SHEET_BROKEN', say('settings.noHeaders'));
  }
  const headers = cells[best]!.map(plain);
  const titles = BLOCK_KEYS.map((key) => {
    const starts = cells.slice(0, best).map((row) => row.map(plain).indexOf(plainHeader(BLOCKS[key].title)));
    return { key, start: Math.max(...starts, -1) };
  });
  const columnsOf = (key: BlockKey): ReadonlyMap<string, number> => {
    const start = titles.find((title) => title.key === key)!.start;
    const end = Math.min(...titles.map((title) => title.start).filter((other) => other > start), headers.length);
    const place = (header: string) => {
      const under = start < 0 ? -1 : headers.slice(0, end).indexOf(plainHeader(header), start);
      return under < 0 ? headers.indexOf(plainHeader(header)) : under;
    };
    const found = BLOCKS[key].headers.map((header) => [header, place(header) + 1] as const);
    return new Map(found.filter(([, column]) => column > 0));
  };
  const columns = Object.fromEntries(BLOCK_KEYS.map((key) => [key, columnsOf(key)])) as Places['columns'];
  const starts = Object.fromEntries(titles.map(({ key, start }) => [key, start + 1])) as Places['starts'];
  return { headerRow: best + 1, columns, starts };
}

const plain = (cell: CellValue): string => plainHeader(String(cell));

/** The rows of a block that hold anything, by header, with their numbers. Throws `SHEET_BROKEN` where a column is gone. */
export function rowsOfBlock(
  cells: Cells,
  { headerRow, columns }: Places,
  key: BlockKey,
): readonly { readonly row: number; readonly cells: ReadonlyMap<string, CellValue> }[] {
  const { title, headers } = BLOCKS[key];
  const gone = headers.find((header) => !columns[key].has(header));
  if (gone) {
    throw new CrmError('SHEET_BROKEN', say('settings.noColumn', { header: gone, title }));
  }
  return cells
    .slice(headerRow)
    .map((line, index) => ({
      row: headerRow + 1 + index,
      cells: new Map([...columns[key]].map(([header, column]) => [header, line[column - 1] ?? ''])),
    }))
    .filter((row) => [...row.cells.values()].some((cell) => cell !== ''));
}
