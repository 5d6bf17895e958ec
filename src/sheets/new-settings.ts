import { DEFAULT_SETTINGS, type Preferences } from '../domain/settings';
import type { CellValue } from './codec';
import { BLOCK_KEYS, BLOCKS, type BlockKey, HEADER_ROW, TITLE_ROW } from './settings-blocks';
import { PREFERENCES, stageCells } from './settings-tab';

const { stages, leadStatuses, sources, activityTypes, lostReasons, companySizes, owners, preferences } =
  DEFAULT_SETTINGS;

const yesNo = (value: boolean): string => (value ? 'yes' : 'no');

/** What stands under the headers of each block in a new tab. */
export const NEW_ROWS: Readonly<Record<BlockKey, readonly (readonly CellValue[])[]>> = {
  stages: stages.map((stage) => BLOCKS.stages.headers.map((header) => stageCells(stage)[header]!)),
  leadStatuses: leadStatuses.map((name) => [name]),
  sources: sources.map((name) => [name]),
  activityTypes: activityTypes.map((name) => [name]),
  lostReasons: lostReasons.map((name) => [name]),
  companySizes: companySizes.map((name) => [name]),
  owners: owners.map(({ name, email, active, monthlyQuota }) => [name, email, yesNo(active), monthlyQuota ?? '']),
  preferences: (Object.keys(PREFERENCES) as (keyof Preferences)[]).map((key) => [
    PREFERENCES[key],
    typeof preferences[key] === 'boolean' ? yesNo(preferences[key]) : preferences[key],
  ]),
};

/** A block from its title down, rectangular. */
export function cellsOfBlock(key: BlockKey, height = HEADER_ROW + NEW_ROWS[key].length): CellValue[][] {
  const { title, headers } = BLOCKS[key];
  return Array.from({ length: height }, (_, index) =>
    headers.map((header, column): CellValue => {
      if (index === TITLE_ROW - 1) return column === 0 ? title : '';
      if (index === HEADER_ROW - 1) return header;
      return NEW_ROWS[key][index - HEADER_ROW]?.[column] ?? '';
    }),
  );
}

/** All cells of a new Settings tab, rectangular, from the first row. */
export function settingsCells(): CellValue[][] {
  const height = HEADER_ROW + Math.max(...BLOCK_KEYS.map((key) => NEW_ROWS[key].length));
  const blocks = BLOCK_KEYS.map((key) => cellsOfBlock(key, height));
  return Array.from({ length: height }, (_, row) =>
    blocks.flatMap((cells, index) => (index === 0 ? cells[row]! : ['', ...cells[row]!])),
  );
}
