import Papa from 'papaparse';
import { t } from '../../texts/text';
import type { Refused } from './dry-run';
import type { Table } from './table';

/** The refused rows as they stand in the file, with the reason: to be mended and imported again. */
export function refusedCsv({ headers, rows }: Table, refused: readonly Refused[]): string {
  const byRow = new Map(rows.map((row) => [row.row, row.cells]));
  return Papa.unparse({
    fields: [t('import.row'), t('import.reason'), ...headers],
    data: refused.map(({ row, reason }) => [String(row), reason, ...(byRow.get(row) ?? [])]),
  });
}
