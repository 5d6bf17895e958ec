import type { Crm, ImportResult } from '../domain/crm';
import { CrmError } from '../domain/errors';
import { leadFields, opportunityFields } from '../domain/fields';
import { fieldsFilled, type ImportPlan, type ImportRow, readLead, readOpportunity } from '../domain/import/rows';
import { leadFinder, nameOfLead } from '../domain/lead';
import { recordOf } from '../domain/opportunity';
import type { Opportunity } from '../domain/records';
import { DEFAULT_PIPELINE, findStage, type Stage } from '../domain/settings';
import { say } from '../texts/say';

type Refusal = ImportResult['refused'][number];

/** Adds the stages that are not there yet; answers with all of them. */
export function addStages(crm: Crm, stages: readonly Stage[]): readonly Stage[] {
  const fresh: Stage[] = [];
  for (const stage of stages) {
    // As Settings gives them back.
    const [pipeline, name] = [stage.pipeline.trim() || DEFAULT_PIPELINE, stage.name.trim()];
    if (name === '') throw new CrmError('INVALID', say('stage.nameless'), { field: 'name' });
    if (!findStage([...crm.settings.stages, ...fresh], pipeline, name)) fresh.push({ ...stage, pipeline, name });
  }
  if (fresh.length > 0) crm.addStages(fresh);
  return crm.settings.stages;
}

/**
 * Imports rows of a file: each becomes a record or is refused with a reason. Rows that are in already stay as they are.
 * Throws `SHEET_BROKEN` where a field of the plan has no column.
 */
export function importRows(crm: Crm, plan: ImportPlan, rows: readonly ImportRow[]): ImportResult {
  refuseMissing(crm, plan);
  if (rows.length === 0) return { added: 0, known: 0, refused: [], unlinked: 0 };
  return plan.kind === 'lead' ? importLeads(crm, plan, rows) : importOpportunities(crm, plan, rows);
}

/** What the file holds for a column that is not there would be lost without a word. */
function refuseMissing(crm: Crm, plan: ImportPlan): void {
  const table = plan.kind === 'lead' ? crm.leads : crm.opportunities;
  const missing = table.missing(fieldsFilled(plan));
  if (missing.length === 0) return;
  const columns = missing.map((text) => say('quoted', { text })).join(say('import.andNoColumn'));
  throw new CrmError('SHEET_BROKEN', say('import.noColumn', { tab: table.name, columns }));
}

/** Reads each row; what a rule refuses is listed, anything else that is thrown is a bug. */
function readEach<T>(rows: readonly ImportRow[], read: (row: ImportRow) => T): { drafts: T[]; refused: Refusal[] } {
  const drafts: T[] = [];
  const refused: Refusal[] = [];
  for (const row of rows) {
    try {
      drafts.push(read(row));
    } catch (error) {
      if (!(error instanceof CrmError)) throw error;
      refused.push({ row: row.row, reason: error.message });
    }
  }
  return { drafts, refused };
}

/** The fields of a record, and the columns that people added, that the file has a column for. */
function filledIn(plan: ImportPlan, of: object): readonly string[] {
  const named = fieldsFilled(plan);
  return [...Object.keys(of), ...Object.keys(plan.own ?? {})].filter((field) => named.includes(field));
}

function importLeads(crm: Crm, plan: ImportPlan, rows: readonly ImportRow[]): ImportResult {
  const { drafts, refused } = readEach(rows, (row) => readLead(plan, row, crm));
  return { ...crm.leads.add(drafts, filledIn(plan, leadFields)), refused, unlinked: 0 };
}

function importOpportunities(crm: Crm, plan: ImportPlan, rows: readonly ImportRow[]): ImportResult {
  const { drafts, refused } = readEach(rows, (row) => readOpportunity(plan, row, crm));
  const leadOf = leadFinder(crm.leads.columns(['id', 'company', 'contact', 'email', 'website']));
  const opportunities = drafts.map(({ opportunity, lead }): Opportunity => {
    const found = leadOf(lead);
    const linked = found ? { ...opportunity, leadId: found.id, lead: nameOfLead(found) } : opportunity;
    return { ...linked, recorded: recordOf(linked, crm.now) };
  });
  const { added, known } = crm.opportunities.add(opportunities, filledIn(plan, opportunityFields));
  return { added, known, refused, unlinked: opportunities.filter(({ leadId }) => leadId === '').length };
}
