import type { Crm, ManyChanged } from '../domain/crm';
import { CrmError, type FieldValue } from '../domain/errors';
import { type Field, leadFields, opportunityFields } from '../domain/fields';
import { checkLead } from '../domain/lead';
import { checkOpportunity, isOfRecorded, recordOfMany } from '../domain/opportunity';
import { isOwnName, type OwnValue } from '../domain/own-fields';
import type { Lead, Opportunity } from '../domain/records';

export type ManyChange = {
  readonly kind: 'lead' | 'opportunity';
  readonly field: string;
  readonly value: OwnValue;
  readonly records: readonly { readonly id: string; readonly seen: OwnValue }[];
};

/** What only single records get: ids, links, names of their own, and what the CRM keeps up itself. */
const SINGLE: { readonly [K in ManyChange['kind']]: readonly string[] } = {
  lead: ['id', 'company', 'contact', 'email', 'tags', 'createdAt', 'updatedAt'],
  opportunity: [
    'id',
    'leadId',
    'lead',
    'title',
    'pipeline',
    'stage',
    'createdAt',
    'updatedAt',
    'stageSince',
    'closedAt',
    'recorded',
  ],
};

/**
 * Sets one field of many records. Those that somebody changed first stay as they are. Throws `INVALID` where the field is
 * not one for many, or the value not one for the field.
 */
export function changeMany(crm: Crm, { kind, field, value, records }: ManyChange): ManyChanged {
  const fields: { readonly [name: string]: Field } = kind === 'lead' ? leadFields : opportunityFields;
  if (!isOwnName(field) && (!(field in fields) || SINGLE[kind].includes(field)))
    throw new CrmError('INVALID', 'This field can only be changed in one record at a time.', { field });
  if (kind === 'lead') checkLead({ company: '-', tags: [] as readonly string[], [field]: value } as Lead);
  else checkOpportunity({ title: '-', currency: '', value: null, probability: null, [field]: value } as Opportunity);
  const seen = new Map(records.map((one) => [one.id, one.seen]));
  const table = kind === 'lead' ? crm.leads : crm.opportunities;
  const isBlank = (one: unknown) => one === '' || one === null || one === undefined;
  const isSame = (a: unknown, b: unknown) => a === b || (isBlank(a) && isBlank(b));
  const valueFor = () => (isBlank(value) && isOwnName(field) ? null : value);
  const { done, kept } = table.setMany(
    {
      name: field,
      valueFor,
      reads: [],
      ids: new Set(seen.keys()),
      gets: ({ id, now }) => isSame(now, seen.get(id)) || isSame(now, value),
      ...(kind === 'opportunity' && isOfRecorded(field) && { also: recordOfMany(field, valueFor) as never }),
    },
    crm.now,
  );
  const there = new Set([...done, ...kept.map(({ id }) => id)]);
  return {
    changed: done.length,
    kept: kept.map(({ id, now }) => ({ id, now: now as FieldValue })),
    missing: [...seen.keys()].filter((id) => !there.has(id)),
  };
}

/**
 * Gives a stage another name: in Settings first, then in its deals, so that the same call again completes what Google cut
 * short. A deal that a formula keeps in the old stage would be in none afterwards, so that it stops all of it. Throws
 * `INVALID`, `CONFLICT`.
 */
export function renameStage(crm: Crm, pipeline: string, from: string, to: string): { opportunities: number } {
  const name = to.trim();
  if (name === '') throw new CrmError('INVALID', 'A stage needs a name.', { field: 'to' });
  const { done } = crm.opportunities.setMany(
    {
      name: 'stage',
      valueFor: () => name,
      reads: ['pipeline'],
      gets: ({ now, values }) => now === from && values.pipeline === pipeline,
      also: recordOfMany('stage', () => name),
      isQuiet: true,
      renamesIn: pipeline,
      first: (calculated) => {
        refuseCalculated(crm.opportunities.name, from, calculated);
        crm.renameStage(pipeline, from, name);
      },
    },
    crm.now,
  );
  return { opportunities: done.length };
}

/** So many rows are named. */
const NAMED = 10;

function refuseCalculated(tab: string, stage: string, rows: readonly number[]): void {
  if (rows.length === 0) return;
  const more = rows.length > NAMED ? ` and ${rows.length - NAMED} more` : '';
  throw new CrmError(
    'INVALID',
    `In “${tab}” a formula works out the stage “${stage}” in row ${rows.slice(0, NAMED).join(', ')}${more}, so that it could not be renamed there. Put the stage in as text, then rename it again.`,
    { field: 'from' },
  );
}
