import { CrmError } from '../domain/errors';
import { plainHeader } from '../domain/fields';
import {
  DEFAULT_SETTINGS,
  type Owner,
  type Preferences,
  type Settings,
  type Stage,
  type StageKind,
} from '../domain/settings';
import type { CellValue } from './codec';
import { writeBlock } from './writing';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

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

export const TITLE_ROW = 1;
export const HEADER_ROW = 2;
export const FIRST_ROW = 3;

const PREFERENCES: { readonly [K in keyof Preferences]: string } = {
  currency: 'Default currency',
  theme: 'Theme',
  fiscalYearStart: 'Fiscal year starts in month',
  weekStart: 'Week starts on',
  digestHour: 'Digest hour',
};

/** A block as it stands in the tab now, wherever it was moved. */
type Block = {
  readonly column: number;
  readonly rows: readonly { readonly row: number; readonly cells: ReadonlyMap<string, CellValue> }[];
  readonly headers: readonly string[];
};

/** Throws `SHEET_BROKEN` where a block lost its title or a header. One call. */
function readBlock(cells: readonly (readonly CellValue[])[], key: BlockKey): Block {
  const { title, headers } = BLOCKS[key];
  const start = (cells[TITLE_ROW - 1] ?? []).findIndex((cell) => plainHeader(String(cell)) === plainHeader(title));
  const broken = (what: string) =>
    new CrmError(
      'SHEET_BROKEN',
      `The Settings tab has no ${what}. Undo its removal, or choose “Set up CRM” to add it again.`,
    );
  if (start < 0) throw broken(`block “${title}” in row ${TITLE_ROW}`);
  const headerCells = cells[HEADER_ROW - 1] ?? [];
  const columns: number[] = [];
  for (let column = start; column < headerCells.length && String(headerCells[column]) !== ''; column++)
    columns.push(column);
  const found = columns.map((column) => String(headerCells[column]));
  for (const header of headers)
    if (!found.some((one) => plainHeader(one) === plainHeader(header)))
      throw broken(`column “${header}” under “${title}”`);
  const rows = cells.slice(FIRST_ROW - 1).map((row, index) => ({
    row: FIRST_ROW + index,
    cells: new Map(columns.map((column, i) => [plainHeader(found[i]!), row[column] ?? ''] as const)),
  }));
  return {
    column: start + 1,
    headers: found,
    rows: rows.filter(({ cells: own }) => [...own.values()].some((cell) => cell !== '')),
  };
}

const text = (cells: ReadonlyMap<string, CellValue>, header: string): string =>
  String(cells.get(plainHeader(header)) ?? '').trim();

const number = (cells: ReadonlyMap<string, CellValue>, header: string): number | null => {
  const cell = cells.get(plainHeader(header));
  return typeof cell === 'number' ? cell : null;
};

function stageOf(cells: ReadonlyMap<string, CellValue>, row: number): Stage {
  const probability = number(cells, 'Probability');
  const ends = text(cells, 'Ends as').toLowerCase();
  return {
    pipeline: text(cells, 'Pipeline') || (DEFAULT_SETTINGS.stages[0]?.pipeline ?? ''),
    name: text(cells, 'Stage'),
    order: number(cells, 'Order') ?? row,
    // 75 typed for 75 %.
    probability: probability !== null && probability > 1 ? probability / 100 : probability,
    kind: (ends === 'won' || ends === 'lost' ? ends : 'open') satisfies StageKind,
    staleAfterDays: number(cells, 'Stale after days'),
    forecastCategory: text(cells, 'Forecast category'),
    key: text(cells, 'Key') || text(cells, 'Stage').toLowerCase(),
  };
}

function ownerOf(cells: ReadonlyMap<string, CellValue>): Owner {
  return {
    name: text(cells, 'Owner'),
    email: text(cells, 'E-mail'),
    active: !/^(no|false|0)$/i.test(text(cells, 'Active')),
    monthlyQuota: number(cells, 'Monthly quota'),
  };
}

function preferencesOf(block: Block): Preferences {
  const said = new Map(
    block.rows.map(({ cells }) => [plainHeader(text(cells, 'Preference')), cells.get('value') ?? '']),
  );
  const value = (name: keyof Preferences) => said.get(plainHeader(PREFERENCES[name])) ?? '';
  const defaults = DEFAULT_SETTINGS.preferences;
  const weekStart = String(value('weekStart'));
  const numberOr = (name: 'fiscalYearStart' | 'digestHour') =>
    typeof value(name) === 'number' ? (value(name) as number) : defaults[name];
  return {
    currency: /^[A-Za-z]{3}$/.test(String(value('currency')))
      ? String(value('currency')).toUpperCase()
      : defaults.currency,
    theme: String(value('theme')).toLowerCase() === 'dark' ? 'dark' : 'light',
    fiscalYearStart: numberOr('fiscalYearStart'),
    weekStart: weekStart === 'Sunday' || weekStart === 'Saturday' ? weekStart : defaults.weekStart,
    digestHour: numberOr('digestHour'),
  };
}

/** Reads the whole tab in one call. Blank rows and rows without a name are skipped. Throws `SHEET_BROKEN`. */
export function readSettings(sheet: Sheet): Settings {
  const cells = sheet.getDataRange().getValues() as CellValue[][];
  const list = (key: BlockKey): string[] =>
    readBlock(cells, key)
      .rows.map(({ cells: row }) => text(row, BLOCKS[key].headers[0]))
      .filter(Boolean);
  return {
    stages: readBlock(cells, 'stages')
      .rows.map(({ cells: own, row }) => stageOf(own, row))
      .filter(({ name }) => name !== ''),
    leadStatuses: list('leadStatuses'),
    sources: list('sources'),
    activityTypes: list('activityTypes'),
    lostReasons: list('lostReasons'),
    companySizes: list('companySizes'),
    owners: readBlock(cells, 'owners')
      .rows.map(({ cells: own }) => ownerOf(own))
      .filter(({ name }) => name !== ''),
    preferences: preferencesOf(readBlock(cells, 'preferences')),
  };
}

const stageCells = (stage: Stage): Readonly<Record<string, CellValue>> => ({
  Pipeline: stage.pipeline,
  Stage: stage.name,
  Order: stage.order,
  Probability: stage.probability ?? '',
  'Ends as': stage.kind,
  'Stale after days': stage.staleAfterDays ?? '',
  'Forecast category': stage.forecastCategory,
  Key: stage.key,
});

/** Writes stages under those there are. */
export function appendStages(sheet: Sheet, stages: readonly Stage[]): void {
  const block = readBlock(sheet.getDataRange().getValues() as CellValue[][], 'stages');
  const first = Math.max(HEADER_ROW, ...block.rows.map(({ row }) => row)) + 1;
  const missing = first + stages.length - 1 - sheet.getMaxRows();
  if (missing > 0) sheet.insertRowsAfter(sheet.getMaxRows(), missing);
  const names = BLOCKS.stages.headers;
  const rows = stages.map((stage) => {
    const cells = stageCells(stage);
    return block.headers.map(
      (header) => cells[names.find((name) => plainHeader(name) === plainHeader(header)) ?? ''] ?? '',
    );
  });
  writeBlock(sheet, first, block.column, rows);
}

/** The first column of each block in a new tab, counted from 1. */
export function columnsOfBlocks(): ReadonlyMap<BlockKey, number> {
  const columns = new Map<BlockKey, number>();
  let column = 1;
  for (const key of Object.keys(BLOCKS) as BlockKey[]) {
    columns.set(key, column);
    column += BLOCKS[key].headers.length + 1;
  }
  return columns;
}

/** All cells of a new Settings tab, rectangular, from the first row. */
export function settingsCells(settings: Settings): CellValue[][] {
  const rowsOf: Readonly<Record<BlockKey, readonly (readonly CellValue[])[]>> = {
    stages: settings.stages.map((stage) => BLOCKS.stages.headers.map((header) => stageCells(stage)[header]!)),
    leadStatuses: settings.leadStatuses.map((name) => [name]),
    sources: settings.sources.map((name) => [name]),
    activityTypes: settings.activityTypes.map((name) => [name]),
    lostReasons: settings.lostReasons.map((name) => [name]),
    companySizes: settings.companySizes.map((name) => [name]),
    owners: settings.owners.map(({ name, email, active, monthlyQuota }) => [
      name,
      email,
      active ? 'yes' : 'no',
      monthlyQuota ?? '',
    ]),
    preferences: (Object.keys(PREFERENCES) as (keyof Preferences)[]).map((key) => [
      PREFERENCES[key],
      settings.preferences[key],
    ]),
  };
  const blocks = (Object.keys(BLOCKS) as BlockKey[]).map((key) => ({
    key,
    headers: BLOCKS[key].headers,
    title: BLOCKS[key].title,
    rows: rowsOf[key],
  }));
  const height = HEADER_ROW + Math.max(...blocks.map(({ rows }) => rows.length));
  return Array.from({ length: height }, (_, index) =>
    blocks.flatMap(({ title, headers, rows }, i) => {
      const gap: CellValue[] = i === 0 ? [] : [''];
      const cells: CellValue[] = headers.map((header, column) => {
        if (index === TITLE_ROW - 1) return column === 0 ? title : '';
        if (index === HEADER_ROW - 1) return header;
        return rows[index - HEADER_ROW]?.[column] ?? '';
      });
      return [...gap, ...cells];
    }),
  );
}
