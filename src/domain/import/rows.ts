import { say } from '../../texts/say';
import { blankLead, blankOpportunity } from '../blank';
import type { Calendar } from '../calendar';
import type { Instant } from '../day';
import { CrmError } from '../errors';
import { type Field, leadFields, opportunityFields } from '../fields';
import { checkLead, type LeadHint } from '../lead';
import { checkOpportunity } from '../opportunity';
import type { OwnKind } from '../own-fields';
import type { Lead, Opportunity } from '../records';
import { findStage, type Settings } from '../settings';
import type { ImportKind } from './columns';
import { readOwnValue } from './own-values';
import { type Reading, readValue } from './reading';

/** One row of the file: the id its record gets, its number in the file (the header is row 1) and its cells. */
export type ImportRow = { readonly id: string; readonly row: number; readonly cells: readonly string[] };

/** How a file is to be read: the field of each column, its ways of writing, and where its stages go. */
export type ImportPlan = {
  readonly kind: ImportKind;
  readonly fields: readonly (string | null)[];
  readonly reading: Reading;
  /** By field: columns that write in another way than the rest of the file. */
  readonly readings?: { readonly [field: string]: Reading };
  readonly stages: readonly StageChoice[];
  /** What the columns hold that people added to the tab, of those among `fields`. */
  readonly own?: { readonly [name: string]: OwnKind };
};

/** Deals that stand at `from` in the file go to `to`. */
export type StageChoice = { readonly from: StageName; readonly to: StageName };
export type StageName = { readonly pipeline: string; readonly stage: string };

export type ReadContext = { readonly settings: Settings; readonly calendar: Calendar; readonly now: Instant };

export type OpportunityDraft = { readonly opportunity: Opportunity; readonly lead: LeadHint };

/** Fields of a record that parts of a name, and other ways to name the lead, end in. */
const ENDS_IN: Readonly<Record<string, string>> = {
  firstName: 'contact',
  lastName: 'contact',
  leadEmail: 'leadId',
  leadDomain: 'leadId',
};

/** The fields of the record that a plan fills, beside those that every record has. */
export const fieldsFilled = ({ fields }: ImportPlan): readonly string[] =>
  fields.flatMap((field) => (field === null ? [] : [ENDS_IN[field] ?? field]));

/** The texts of a row by field; columns without a field are left out. */
function textsOf(plan: ImportPlan, row: ImportRow): Map<string, string> {
  const texts = new Map<string, string>();
  plan.fields.forEach((field, index) => {
    const text = row.cells[index]?.trim() ?? '';
    if (field !== null && text !== '') texts.set(field, text);
  });
  return texts;
}

function readFields(
  fields: Readonly<Record<string, Field>>,
  texts: Map<string, string>,
  plan: ImportPlan,
  calendar: Calendar,
) {
  const values: Record<string, unknown> = {};
  for (const [name, field] of Object.entries(fields)) {
    const text = texts.get(name);
    // Ids of other systems are no ids of ours.
    if (text === undefined || field.kind === 'id' || field.kind === 'hidden') continue;
    values[name] = readValue(field, text, plan.readings?.[name] ?? plan.reading, calendar);
  }
  for (const [name, kind] of Object.entries(plan.own ?? {})) {
    const text = texts.get(name);
    if (text === undefined) continue;
    values[name] = readOwnValue(kind, name.slice(1), text, plan.readings?.[name] ?? plan.reading, calendar);
  }
  return values;
}

/** Throws `INVALID` where the row cannot become a lead. */
export function readLead(plan: ImportPlan, row: ImportRow, { settings, calendar, now }: ReadContext): Lead {
  const texts = textsOf(plan, row);
  const values = readFields(leadFields, texts, plan, calendar) as Partial<Lead>;
  const fullName = [texts.get('firstName'), texts.get('lastName')].filter(Boolean).join(' ');
  const lead = { ...blankLead(row.id, settings, now), ...values };
  // An address alone is a person too.
  const named = lead.contact || fullName || (lead.company === '' ? lead.email : '');
  return checkLead({ ...lead, contact: named });
}

/** Throws `INVALID` where the row cannot become a deal. */
export function readOpportunity(
  plan: ImportPlan,
  row: ImportRow,
  { settings, calendar, now }: ReadContext,
): OpportunityDraft {
  const texts = textsOf(plan, row);
  const values = readFields(opportunityFields, texts, plan, calendar) as Partial<Opportunity>;
  const blank = blankOpportunity(row.id, settings, now);
  const { pipeline, stage } = stageFor(plan, { pipeline: values.pipeline ?? '', stage: values.stage ?? '' }, blank);
  const kind = findStage(settings.stages, pipeline, stage)?.kind;
  if (!kind) throw new CrmError('INVALID', say('row.noStage', { stage: values.stage ?? '' }));
  const opportunity: Opportunity = {
    ...blank,
    ...values,
    pipeline,
    stage,
    title: values.title || [values.product, values.lead].filter(Boolean).join(' – '),
    currency: (values.currency ?? blank.currency).toUpperCase(),
    // The one close date of most exports is the expected one of an open deal and the actual one of a closed deal.
    closedAt:
      kind === 'open'
        ? null
        : (values.closedAt ?? (values.expectedClose ? calendar.startOf(values.expectedClose) : null)),
    stageSince: values.stageSince ?? null,
  };
  const hint = {
    name: values.lead,
    email: texts.get('leadEmail'),
    domain: texts.get('leadDomain'),
    id: texts.get('leadId'),
  };
  const lead = Object.fromEntries(Object.entries(hint).filter(([, text]) => text)) as LeadHint;
  return { opportunity: checkOpportunity(opportunity), lead };
}

function stageFor(plan: ImportPlan, from: StageName, blank: Opportunity): StageName {
  const chosen = plan.stages.find(
    (choice) => choice.from.pipeline === from.pipeline && choice.from.stage === from.stage,
  );
  return chosen?.to ?? { pipeline: from.pipeline || blank.pipeline, stage: from.stage || blank.stage };
}
