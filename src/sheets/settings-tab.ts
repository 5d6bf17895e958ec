import { chanceOf } from '../domain/chance';
import { CrmError } from '../domain/errors';
import { plainHeader } from '../domain/fields';
import {
  DEFAULT_PIPELINE,
  DEFAULT_SETTINGS,
  findStage,
  type Owner,
  type Preferences,
  type Settings,
  type Stage,
  type StageKind,
} from '../domain/settings';
import { say } from '../texts/say';
import type { CellValue } from './codec';
import { BLOCKS, type BlockKey, placesIn, rowsOfBlock } from './settings-blocks';
import { columnRuns, writeBlock } from './writing';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

type Cells = ReadonlyMap<string, CellValue>;

export const PREFERENCES: { readonly [K in keyof Preferences]: string } = {
  currency: 'Default currency',
  theme: 'Theme',
  fiscalYearStart: 'Fiscal year starts in month',
  weekStart: 'Week starts on',
  digestHour: 'Digest hour',
  adoptTyped: 'Give typed rows an id at once',
};

export const text = (cells: Cells, header: string): string => String(cells.get(header) ?? '').trim();

const number = (cells: Cells, header: string): number | null => {
  const cell = cells.get(header);
  return typeof cell === 'number' ? cell : null;
};

const isNo = (cell: CellValue): boolean => /^(no|false|0)$/i.test(String(cell).trim());

const notNegative = (value: number | null): number | null => (value !== null && value >= 0 ? value : null);

export function stageOf(cells: Cells, row: number): Stage {
  const probability = number(cells, 'Probability');
  const ends = text(cells, 'Ends as').toLowerCase();
  return {
    pipeline: text(cells, 'Pipeline') || DEFAULT_PIPELINE,
    name: text(cells, 'Stage'),
    order: number(cells, 'Order') ?? row,
    probability: probability === null ? null : chanceOf(probability),
    kind: (ends === 'won' || ends === 'lost' ? ends : 'open') satisfies StageKind,
    staleAfterDays: notNegative(number(cells, 'Stale after days')),
    forecastCategory: text(cells, 'Forecast category'),
    key: text(cells, 'Key') || text(cells, 'Stage').toLowerCase(),
  };
}

function ownerOf(cells: Cells): Owner {
  return {
    name: text(cells, 'Owner'),
    email: text(cells, 'E-mail'),
    active: !isNo(text(cells, 'Active')),
    monthlyQuota: notNegative(number(cells, 'Monthly quota')),
  };
}

function preferencesOf(rows: readonly Cells[]): Preferences {
  const said = new Map(rows.map((cells) => [plainHeader(text(cells, 'Preference')), cells.get('Value') ?? '']));
  const value = (name: keyof Preferences) => said.get(plainHeader(PREFERENCES[name])) ?? '';
  const defaults = DEFAULT_SETTINGS.preferences;
  const weekStart = String(value('weekStart'));
  const numberFrom = (name: 'fiscalYearStart' | 'digestHour', least: number, most: number) => {
    const said = value(name);
    return typeof said === 'number' && Number.isInteger(said) && said >= least && said <= most ? said : defaults[name];
  };
  return {
    currency: /^[A-Za-z]{3}$/.test(String(value('currency')))
      ? String(value('currency')).toUpperCase()
      : defaults.currency,
    theme: String(value('theme')).toLowerCase() === 'dark' ? 'dark' : 'light',
    fiscalYearStart: numberFrom('fiscalYearStart', 1, 12),
    weekStart: weekStart === 'Sunday' || weekStart === 'Saturday' ? weekStart : defaults.weekStart,
    digestHour: numberFrom('digestHour', 0, 23),
    adoptTyped: !isNo(value('adoptTyped')),
  };
}

export const cellsOf = (sheet: Sheet): CellValue[][] => sheet.getDataRange().getValues() as CellValue[][];

/** Reads the whole tab in one call. Blank rows and rows without a name are skipped. Throws `SHEET_BROKEN`. */
export const readSettings = (sheet: Sheet): Settings => settingsIn(cellsOf(sheet));

function settingsIn(cells: readonly (readonly CellValue[])[]): Settings {
  const places = placesIn(cells);
  const block = (key: BlockKey) => rowsOfBlock(cells, places, key);
  const list = (key: BlockKey): string[] =>
    block(key)
      .map((row) => text(row.cells, BLOCKS[key].headers[0]))
      .filter(Boolean);
  const stages: Stage[] = [];
  for (const { cells: own, row } of block('stages')) {
    const stage = stageOf(own, row);
    // Deals know their stage by name: of two with the same one the first counts.
    if (stage.name !== '' && !findStage(stages, stage.pipeline, stage.name)) stages.push(stage);
  }
  return {
    stages,
    leadStatuses: list('leadStatuses'),
    sources: list('sources'),
    activityTypes: list('activityTypes'),
    lostReasons: list('lostReasons'),
    companySizes: list('companySizes'),
    owners: block('owners')
      .map((row) => ownerOf(row.cells))
      .filter(({ name }) => name !== ''),
    preferences: preferencesOf(block('preferences').map((row) => row.cells)),
  };
}

export const stageCells = (stage: Stage): Readonly<Record<string, CellValue>> => ({
  Pipeline: stage.pipeline,
  Stage: stage.name,
  Order: stage.order,
  Probability: stage.probability ?? '',
  'Ends as': stage.kind,
  'Stale after days': stage.staleAfterDays ?? '',
  'Forecast category': stage.forecastCategory,
  Key: stage.key,
});

type StageName = Pick<Stage, 'pipeline' | 'name'>;

const haveAll = (stages: readonly Stage[], wanted: readonly StageName[]): boolean =>
  wanted.every(({ pipeline, name }) => findStage(stages, pipeline, name));

/** All cells, with every stage that was there before: people may move rows while they are read. Throws `BUSY`. */
function cellsWith(sheet: Sheet, known: readonly Stage[]): CellValue[][] {
  for (let tries = 0; tries < 3; tries++) {
    const cells = cellsOf(sheet);
    if (haveAll(settingsIn(cells).stages, known)) return cells;
  }
  throw new CrmError('BUSY', say('settings.rowsMove'));
}

type Row = ReturnType<typeof rowsOfBlock>[number];

/**
 * Where the stages go: below all rows of the block, but over those that an earlier try of the same call left unfinished.
 * They come last, have no name yet, and hold nothing but what we are about to write.
 */
function firstRowFor(stages: readonly Stage[], headerRow: number, rows: readonly Row[]): number {
  const named = Math.max(headerRow, ...rows.filter(({ cells }) => text(cells, 'Stage') !== '').map(({ row }) => row));
  const isPartOf = (stage: Stage | undefined, cells: Cells) =>
    stage !== undefined && [...cells].every(([header, cell]) => cell === '' || cell === stageCells(stage)[header]);
  const below = rows.filter(({ row }) => row > named);
  const areOurs = below.every(({ row, cells }) => isPartOf(stages[row - named - 1], cells));
  return (areOurs ? named : Math.max(named, ...below.map(({ row }) => row))) + 1;
}

/**
 * Writes stages under those that are known, their names last: the same call again finishes what Google cut short. Their place
 * is looked up last, and looked at again afterwards: people hold no lock. Throws `CONFLICT` where something else may have stood under the pen.
 */
export function appendStages(sheet: Sheet, known: readonly Stage[], stages: readonly Stage[]): void {
  if (sheet.getMaxRows() - sheet.getLastRow() < stages.length) sheet.insertRowsAfter(sheet.getMaxRows(), stages.length);
  const cells = cellsWith(sheet, known);
  const places = placesIn(cells);
  const first = firstRowFor(stages, places.headerRow, rowsOfBlock(cells, places, 'stages'));
  const runs = columnRuns(places.columns.stages);
  const named = runs.filter(({ names }) => names.includes('Stage'));
  for (const { column, names } of [...runs.filter((run) => !named.includes(run)), ...named]) {
    const block = stages.map((stage) => names.map((name) => stageCells(stage)[name] ?? ''));
    writeBlock(sheet, first, column, block);
  }
  SpreadsheetApp.flush();
  if (haveAll(readSettings(sheet).stages, [...known, ...stages])) return;
  throw new CrmError('CONFLICT', say('settings.movedAdding'));
}
