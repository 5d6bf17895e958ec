import { calendarOf } from '../../../src/domain/calendar';
import { CrmError } from '../../../src/domain/errors';
import { CELL_LIMIT } from '../../../src/domain/fields';
import {
  type ImportPlan,
  type ImportRow,
  type ReadContext,
  readLead,
  readOpportunity,
} from '../../../src/domain/import/rows';
import type { Lead, Opportunity } from '../../../src/domain/records';
import type { Settings, Stage } from '../../../src/domain/settings';
import { t } from '../../texts/text';

export type Refused = { readonly row: number; readonly reason: string };

/** The browser's own zone: good enough to see whether a date can be read. The server reads in the spreadsheet's. */
const calendar = calendarOf((instant) => -new Date(instant).getTimezoneOffset() * 60_000);

export const contextOf = (settings: Settings, add: readonly Stage[]): ReadContext => ({
  settings: { ...settings, stages: [...settings.stages, ...add] },
  calendar,
  now: Date.now(),
});

/** No request with such a row would be read at all. */
export const isTooLong = ({ cells }: ImportRow): boolean => cells.some((cell) => cell.length > CELL_LIMIT);

export const refusedAsTooLong = ({ row }: ImportRow): Refused => ({
  row,
  reason: t('import.longCell', { count: CELL_LIMIT }),
});

/** A row as the record it would become, or why it cannot become one: the same rules that the server goes by. */
export function tryRow(plan: ImportPlan, row: ImportRow, context: ReadContext): Lead | Opportunity | Refused {
  if (isTooLong(row)) return refusedAsTooLong(row);
  try {
    return plan.kind === 'lead' ? readLead(plan, row, context) : readOpportunity(plan, row, context).opportunity;
  } catch (error) {
    if (!(error instanceof CrmError)) throw error;
    return { row: row.row, reason: error.message };
  }
}

export const isRefused = (tried: Lead | Opportunity | Refused): tried is Refused => 'reason' in tried;

/** All rows that would be refused. */
export const refusedIn = (plan: ImportPlan, rows: readonly ImportRow[], context: ReadContext): readonly Refused[] =>
  rows.map((row) => tryRow(plan, row, context)).filter(isRefused);
