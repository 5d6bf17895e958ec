import type { How } from '../domain/crm';
import { leadFields } from '../domain/fields';
import { DELETED, ERASED, RESTORED, STAGE_RENAMED } from '../domain/history';
import { isAnyId } from '../domain/ids';
import type { CellValue } from './codec';
import { type Header, HISTORY_HEADERS, NAMES } from './history-columns';

const HOWS: Readonly<Record<How, true>> = { sidebar: true, import: true, grid: true, undo: true, repair: true };
const KINDS: readonly string[] = Object.values(NAMES);
const OF_RECORDS: readonly string[] = [DELETED, RESTORED, ERASED];

/** No header is longer; a text that is has no exact values beside it. */
const LONGEST_HEADER = 200;

/**
 * Whether a line says under each header what belongs there. A save does not look at the headers of History, so that lines
 * stand under the wrong ones where somebody moved a column; when, and whether it was moved back since, nothing tells.
 */
export function stands(columns: ReadonlyMap<Header, number>, of: (header: Header) => string): boolean {
  if (columns.size < HISTORY_HEADERS.length || !KINDS.includes(of('Record')) || !(of('How') in HOWS)) return false;
  const [field, data] = [of('Field'), of('Data')];
  if (!isAnyId(of('Record ID')) && (of('Record ID') !== '' || field !== STAGE_RENAMED)) return false;
  if ((data !== '' && !data.startsWith('{')) || field.length > LONGEST_HEADER) return false;
  if (OF_RECORDS.includes(of('Before')) || OF_RECORDS.includes(of('After'))) return false;
  const changed = changedIn([data]);
  return !changed.includes(field) && (field === leadFields.owner.header || !changed.includes(of('Who')));
}

/** The exact texts before and after, as *Data* has them, whatever column it is in. */
export function changedIn(texts: readonly string[]): readonly string[] {
  const data = texts.find((text) => text.startsWith('{'));
  try {
    const { before, after } = JSON.parse(data ?? '{}') as { before?: unknown; after?: unknown };
    return [before, after].flatMap((one) => (one === undefined || one === null || one === '' ? [] : [String(one)]));
  } catch {
    return [];
  }
}

/** Whether a cell says only which record, when and how, and not what anybody is called. */
export const saysNothingOfPeople = (cell: CellValue): boolean =>
  typeof cell === 'object' ||
  isAnyId(String(cell)) ||
  /^(U-)*X-/.test(String(cell)) ||
  String(cell) in HOWS ||
  KINDS.includes(String(cell)) ||
  OF_RECORDS.includes(String(cell));
