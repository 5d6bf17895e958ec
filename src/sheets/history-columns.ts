import type { RecordKind } from '../domain/ids';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

export const HISTORY_HEADERS = [
  'When',
  'Who',
  'Record',
  'Record ID',
  'Field',
  'Before',
  'After',
  'How',
  'Action',
  'Data',
] as const;

export type Header = (typeof HISTORY_HEADERS)[number];

/** As the lines name a kind of record. */
export const NAMES: Readonly<Record<RecordKind, string>> = {
  lead: 'Lead',
  opportunity: 'Opportunity',
  activity: 'Activity',
};

/** Where the columns are now; in their first order where nobody can tell. */
export function columnsOf(sheet: Sheet): ReadonlyMap<Header, number> {
  const [headers = []] = sheet.getRange(1, 1, 1, sheet.getMaxColumns()).getValues();
  const there = HISTORY_HEADERS.map((header) => [header, headers.indexOf(header) + 1] as const).filter(
    ([, column]) => column > 0,
  );
  return new Map(there.length > 0 ? there : HISTORY_HEADERS.map((header, index) => [header, index + 1] as const));
}
