import type { Crm, ManyChanged, Table } from '../domain/crm';
import { isDay } from '../domain/day';
import { CrmError } from '../domain/errors';
import { activityFields, FIELDS, type FieldKind } from '../domain/fields';
import type { RecordKind } from '../domain/ids';
import { checkLead } from '../domain/lead';
import type { ManyKept } from '../domain/many';
import { checkOpportunity, isOfRecorded, recordOfMany } from '../domain/opportunity';
import { isOwnName, type OwnValue } from '../domain/own-fields';
import type { Activity, Lead, Opportunity } from '../domain/records';
import { doesRepeat } from '../domain/repeat';
import { say } from '../texts/say';
import { manyAnswer } from './many-answer';

export type ManyChange = {
  readonly kind: RecordKind;
  readonly field: string;
  readonly value: OwnValue;
  readonly records: readonly { readonly id: string; readonly seen: OwnValue }[];
};

/** What only single records get: ids, links, names of their own, and what the CRM keeps up itself. */
const SINGLE: { readonly [K in RecordKind]: readonly string[] } = {
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
  activity: Object.keys(activityFields).filter((field) => !['due', 'doneAt', 'owner'].includes(field)),
};

const isBlank = (one: unknown) => one === '' || one === null || one === undefined;
const isSame = (a: unknown, b: unknown) => a === b || (isBlank(a) && isBlank(b));

/**
 * Sets one field of many records. Those that somebody changed first stay as they are. Throws `INVALID` where the field is
 * not one for many, or the value not one for the field.
 */
export function changeMany(crm: Crm, change: ManyChange): ManyChanged {
  const { kind, field, records } = change;
  const isMoment = kind === 'activity' && field === 'doneAt' && change.value !== null;
  // Of a moment the server's clock tells.
  const value = isMoment ? crm.now : change.value;
  check(change);
  const seen = new Map(records.map((one) => [one.id, one.seen]));
  const tables = { lead: crm.leads, opportunity: crm.opportunities, activity: crm.activities };
  const table = tables[kind] as unknown as Table<object>;
  const repeating = new Set<string>();
  /** Of one that repeats the next one would have to be made: that is done task by task. */
  const comesAgain = (id: string, repeat: unknown) => {
    const isOne = isMoment && doesRepeat(String(repeat ?? ''));
    if (isOne) repeating.add(id);
    return isOne;
  };
  const valueFor = (_: string, now: unknown) => {
    // What is done already keeps its moment.
    if (isMoment && !isBlank(now)) return now;
    return isBlank(value) && isOwnName(field) ? null : value;
  };
  const done = table.setMany(
    {
      name: field,
      valueFor,
      reads: (isMoment && crm.activities.missing(['repeat']).length === 0 ? ['repeat'] : []) as never[],
      ids: new Set(seen.keys()),
      gets: ({ id, now, values }) =>
        (isMoment && !isBlank(now)) ||
        ((isSame(now, seen.get(id)) || isSame(now, value)) && !comesAgain(id, (values as Partial<Activity>).repeat)),
      ...(kind === 'opportunity' && isOfRecorded(field) && { also: recordOfMany(() => ({ [field]: value })) as never }),
    },
    crm.now,
  );
  const held = (id: string) => isSame(seen.get(id), value) || (isMoment && !isBlank(seen.get(id)));
  const kept = done.kept.map((one) => (one.why === 'changed' && repeating.has(one.id) ? repeats(one) : one));
  return manyAnswer(crm, { kind, field, ids: [...seen.keys()], lines: 1, held }, { ...done, kept });
}

const repeats = (one: ManyKept): ManyKept => ({ ...one, why: 'repeats' });

function check({ kind, field, value }: ManyChange): void {
  if (!isOwnName(field) && (!(field in FIELDS[kind]) || SINGLE[kind].includes(field)))
    throw new CrmError('INVALID', say('many.oneOnly'), { field });
  const problem = problemOf(FIELDS[kind][field]?.kind, value);
  if (problem && !(kind === 'activity' && field === 'doneAt')) throw new CrmError('INVALID', problem, { field });
  if (kind === 'lead') checkLead({ company: '-', tags: [] as readonly string[], [field]: value } as Lead);
  if (kind === 'opportunity')
    checkOpportunity({ title: '-', currency: '', value: null, probability: null, [field]: value } as Opportunity);
}

/** What a field of ours has against a value, or '' where nothing: those of people's own take any. */
function problemOf(kind: FieldKind | undefined, value: OwnValue): string {
  if (!kind) return '';
  if (kind === 'day') return value === null || isDay(value) ? '' : say('request.noDay');
  if (kind === 'money' || kind === 'number' || kind === 'percent')
    return value === null || typeof value === 'number' ? '' : say('request.noNumber');
  return typeof value === 'string' ? '' : say('many.noText');
}

/**
 * Gives a stage another name: in Settings first, then in its deals, so that the same call again completes what Google cut
 * short. A deal that a formula keeps in the old stage would be in none afterwards, so that it stops all of it. Throws
 * `INVALID`, `CONFLICT`.
 */
export function renameStage(crm: Crm, pipeline: string, from: string, to: string): { opportunities: number } {
  const name = to.trim();
  if (name === '') throw new CrmError('INVALID', say('stage.nameless'), { field: 'to' });
  const { done } = crm.opportunities.setMany(
    {
      name: 'stage',
      valueFor: () => name,
      reads: ['pipeline'],
      gets: ({ now, values }) => now === from && values.pipeline === pipeline,
      also: recordOfMany(() => ({ stage: name })),
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
  const named = rows.slice(0, NAMED).join(', ');
  const more = rows.length - NAMED;
  throw new CrmError(
    'INVALID',
    say('rename.formulas', { tab, stage, rows: more > 0 ? say('rename.more', { rows: named, more }) : named }),
    { field: 'from' },
  );
}
