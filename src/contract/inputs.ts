/** What the server accepts: every input of the contract as a schema. A method without one does not compile. */

import * as v from 'valibot';
import { ACTIVITY_SORTS } from '../domain/activity-filter';
import type { Seen } from '../domain/crm';
import { type Day, isDay } from '../domain/day';
import { CELL_LIMIT } from '../domain/fields';
import { isActionId, isAnyId, isId, type RecordKind } from '../domain/ids';
import { isOwnName, OWN_KINDS, type OwnValue } from '../domain/own-fields';
import { LONGEST_VIEW_NAME, MOST_VIEWS, type SavedView } from '../domain/views';
import { requests } from '../texts/en';
import { say, sayAlso } from '../texts/say';
import type { ActivityChanges, InputOf, LeadChanges, MethodName, NewOpportunity, OpportunityChanges } from './contract';

sayAlso(requests);

/** What is wrong with an input. Schemas name the sentence, which is said once all of them have looked. */
const told = (key: keyof typeof requests): string => key;

/** For input of a wrong shape: nobody typed it, so there is nothing to mend but the page that sent it. */
const UNREADABLE = told('request.unreadable');

const text = v.pipe(v.string(), v.maxLength(CELL_LIMIT, told('request.tooLong')));
const short = v.pipe(v.string(), v.maxLength(500, told('request.long')));
const number = v.nullable(v.pipe(v.number(told('request.noNumber')), v.finite(told('request.noNumber'))));
const day = v.nullable(v.custom<Day>(isDay, told('request.noDay')));

const id = (kind: RecordKind) =>
  v.pipe(
    v.string(),
    v.check((value) => isId(kind, value), told('request.noId')),
  );
const idOrBlank = (kind: RecordKind) =>
  v.pipe(
    v.string(),
    v.check((value) => value === '' || isId(kind, value), told('request.noId')),
  );
const leadIdOrBlank = idOrBlank('lead');
const dealIdOrBlank = idOrBlank('opportunity');

const about = v.variant('kind', [
  v.strictObject({ kind: v.literal('lead'), id: id('lead') }),
  v.strictObject({ kind: v.literal('opportunity'), id: id('opportunity') }),
]);

/** A value of a field that people of the file added: which kind it has to be, only their sheet knows. */
const ownValue: v.GenericSchema<unknown, OwnValue> = v.nullable(
  v.union([text, v.pipe(v.number(told('request.noNumber')), v.finite(told('request.noNumber'))), v.boolean()]),
);

/** Our own fields, and any of the file's. */
const withOwn = <F>(entries: v.ObjectEntries): v.GenericSchema<unknown, F> =>
  v.pipe(
    v.objectWithRest(entries, ownValue),
    v.check((fields) => Object.keys(fields).every((name) => name in entries || isOwnName(name)), UNREADABLE),
  ) as unknown as v.GenericSchema<unknown, F>;

const leadFields = {
  company: v.exactOptional(short),
  contact: v.exactOptional(short),
  title: v.exactOptional(short),
  email: v.exactOptional(short),
  phone: v.exactOptional(short),
  status: v.exactOptional(short),
  source: v.exactOptional(short),
  industry: v.exactOptional(short),
  companySize: v.exactOptional(short),
  website: v.exactOptional(short),
  linkedIn: v.exactOptional(short),
  owner: v.exactOptional(short),
  tags: v.exactOptional(v.array(short)),
  notes: v.exactOptional(text),
  score: v.exactOptional(number),
};

const opportunityFields = {
  leadId: v.exactOptional(leadIdOrBlank),
  title: v.exactOptional(short),
  value: v.exactOptional(number),
  currency: v.exactOptional(short),
  probability: v.exactOptional(number),
  expectedClose: v.exactOptional(day),
  nextStep: v.exactOptional(short),
  product: v.exactOptional(short),
  owner: v.exactOptional(short),
  lostReason: v.exactOptional(short),
  notes: v.exactOptional(text),
};

const activityFields = {
  leadId: v.exactOptional(leadIdOrBlank),
  opportunityId: v.exactOptional(dealIdOrBlank),
  type: v.exactOptional(short),
  subject: v.exactOptional(short),
  details: v.exactOptional(text),
  when: v.exactOptional(number),
  due: v.exactOptional(day),
  doneAt: v.exactOptional(number),
  owner: v.exactOptional(short),
  repeat: v.exactOptional(short),
};

const newOpportunityFields = {
  ...opportunityFields,
  pipeline: v.exactOptional(short),
  stage: v.exactOptional(short),
};

/** The same fields as somebody saw them: beside its values any text, because people type anything into a cell. */
function seenOf<F>(entries: { readonly [name: string]: { readonly wrapped: v.GenericSchema } }) {
  const seen = Object.entries(entries).map(
    ([name, { wrapped }]) => [name, v.exactOptional(v.union([text, wrapped]))] as const,
  );
  // Made of the very fields: each takes what it took before, or a text.
  return withOwn<Seen<F>>(Object.fromEntries(seen));
}

const leadChanges = withOwn<LeadChanges>(leadFields);
const opportunityChanges = withOwn<OpportunityChanges>(opportunityFields);
const activityChanges = withOwn<ActivityChanges>(activityFields);
const newOpportunity = withOwn<NewOpportunity>(newOpportunityFields);

const stageName = v.strictObject({ pipeline: short, stage: short });

const stage = v.strictObject({
  pipeline: short,
  name: v.pipe(short, v.nonEmpty(told('stage.nameless'))),
  order: v.number(),
  probability: v.nullable(v.pipe(v.number(), v.minValue(0), v.maxValue(1))),
  kind: v.picklist(['open', 'won', 'lost']),
  staleAfterDays: number,
  forecastCategory: short,
  key: short,
});

const nothing = v.strictObject({});

const again = { action: v.exactOptional(v.pipe(v.string(), v.check(isActionId, UNREADABLE))) };

/** Of lists in short: no more blocks than the cache can hold. */
const since = v.strictObject({
  since: v.pipe(v.array(v.pipe(v.string(), v.maxLength(20))), v.nonEmpty(), v.maxLength(1000)),
});

const kind = v.picklist(['lead', 'opportunity', 'activity']);
const count = v.pipe(v.number(), v.integer(), v.minValue(0));

const anyId = v.pipe(v.string(), v.check(isAnyId, told('request.noId')));

/** Some of the rows that were shown; a file with more of one id than this is past repairing row by row. */
const MAX_ROWS_SHOWN = 1000;

/** As many as can be selected at a glance; more would be a change of the whole tab. */
const MAX_CHANGED = 500;

const many = <S extends v.GenericSchema>(one: S) =>
  v.pipe(v.array(one), v.nonEmpty(told('request.none')), v.maxLength(MAX_CHANGED, told('request.many')));

/** Rows of one import call: more would risk Apps Script's six minutes and hold the lock too long. */
const MAX_IMPORT_ROWS = 1000;

const reading = v.strictObject({
  decimal: v.picklist(['.', ',', 'either']),
  dayFirst: v.union([v.boolean(), v.literal('either')]),
  scale: v.exactOptional(v.picklist(['percents', 'shares', 'either'])),
});

/** Ids that are none of ours, or that two rows share, would make records that can never be found again. */
const haveOwnIds = (kind: RecordKind, rows: readonly { readonly id: string }[]): boolean =>
  rows.every((row) => isId(kind, row.id)) && new Set(rows.map((row) => row.id)).size === rows.length;

const viewText = v.pipe(v.string(), v.maxLength(200));

/** What a newer version keeps beside these fields is kept. */
const view: v.GenericSchema<unknown, SavedView> = v.looseObject({
  name: v.pipe(v.string(), v.maxLength(LONGEST_VIEW_NAME, told('request.longName'))),
  tab: viewText,
  filter: viewText,
  pipeline: viewText,
  sort: viewText,
  owner: v.exactOptional(viewText),
  type: v.exactOptional(viewText),
  period: v.exactOptional(viewText),
  text: v.exactOptional(viewText),
  mine: v.boolean(),
  isStart: v.boolean(),
});

const importRows = v.pipe(
  v.strictObject({
    plan: v.strictObject({
      kind: v.picklist(['lead', 'opportunity']),
      fields: v.array(v.nullable(v.string())),
      reading,
      readings: v.exactOptional(v.record(v.string(), reading)),
      stages: v.array(v.strictObject({ from: stageName, to: stageName })),
      own: v.exactOptional(v.record(v.pipe(v.string(), v.check(isOwnName, UNREADABLE)), v.picklist(OWN_KINDS))),
    }),
    rows: v.pipe(
      v.array(v.strictObject({ id: v.string(), row: v.number(), cells: v.array(text) })),
      v.maxLength(MAX_IMPORT_ROWS, told('request.manyRows')),
    ),
  }),
  v.check(({ plan, rows }) => haveOwnIds(plan.kind, rows), told('request.sameIds')),
);

export const inputs: { readonly [M in MethodName]: v.GenericSchema<unknown, InputOf<M>> } = {
  start: nothing,
  setUp: nothing,
  views: nothing,
  saveViews: v.strictObject({
    views: v.pipe(v.array(view), v.maxLength(MOST_VIEWS, told('request.manyViews'))),
    owner: viewText,
    seen: count,
  }),
  selected: nothing,
  selection: nothing,
  leadLines: nothing,
  ownFields: nothing,
  opportunityLines: nothing,
  changedLeadLines: since,
  changedOpportunityLines: since,
  lead: v.strictObject({ id: id('lead') }),
  opportunity: v.strictObject({ id: id('opportunity') }),
  activity: v.strictObject({ id: id('activity') }),
  today: v.strictObject({ owner: short }),
  activities: v.strictObject({
    owner: short,
    type: short,
    state: v.picklist(['', 'open', 'done']),
    from: day,
    to: day,
    text: short,
    sort: v.picklist(ACTIVITY_SORTS),
    skip: count,
  }),
  timeline: about,
  historyOf: about,
  createLead: v.strictObject({ id: id('lead'), fields: leadChanges }),
  createOpportunity: v.strictObject({ id: id('opportunity'), fields: newOpportunity }),
  changeLead: v.strictObject({ id: id('lead'), changes: leadChanges, seen: seenOf<LeadChanges>(leadFields) }),
  changeOpportunity: v.strictObject({
    id: id('opportunity'),
    changes: opportunityChanges,
    seen: seenOf<OpportunityChanges>(opportunityFields),
  }),
  moveOpportunity: v.strictObject({
    id: id('opportunity'),
    ...stageName.entries,
    seen: stageName,
    undone: v.exactOptional(v.strictObject({ stageSince: number, closedAt: number, lostReason: short })),
  }),
  convertLead: v.strictObject({
    id: id('lead'),
    status: short,
    seen: v.strictObject({ status: short }),
    opportunity: v.strictObject({ id: id('opportunity'), fields: newOpportunity }),
    activityId: id('activity'),
  }),
  changeMany: v.strictObject({
    kind,
    field: v.pipe(short, v.nonEmpty()),
    value: ownValue,
    records: many(v.strictObject({ id: anyId, seen: ownValue })),
    ...again,
  }),
  moveMany: v.strictObject({
    ...stageName.entries,
    lostReason: v.exactOptional(short),
    records: many(v.strictObject({ id: id('opportunity'), seen: stageName })),
    ...again,
  }),
  tagMany: v.strictObject({
    ids: many(id('lead')),
    tag: v.pipe(short, v.nonEmpty(told('request.noTag')), v.regex(/^[^,]*$/, told('request.twoTags'))),
    isAdded: v.boolean(),
    ...again,
  }),
  logMany: v.strictObject({
    kind: v.picklist(['lead', 'opportunity']),
    records: v.pipe(
      many(v.strictObject({ id: anyId, activityId: id('activity') })),
      v.check((records) => new Set(records.map((one) => one.activityId)).size === records.length, UNREADABLE),
    ),
    type: short,
    subject: short,
    details: text,
    due: day,
    ...again,
  }),
  renameStage: v.strictObject({ pipeline: short, from: short, to: v.pipe(short, v.nonEmpty(told('stage.nameless'))) }),
  attached: about,
  deleteRecord: v.strictObject({ kind, id: anyId, seen: v.strictObject({ deals: count, activities: count }) }),
  lastActions: nothing,
  undo: v.strictObject({ action: v.pipe(short, v.nonEmpty()) }),
  erasePerson: v.strictObject({ id: id('lead') }),
  catchUp: nothing,
  adoptRows: v.strictObject({ kind }),
  repairIds: v.strictObject({
    kind,
    id: anyId,
    rows: v.pipe(v.array(v.strictObject({ row: count, name: text, keeps: v.boolean() })), v.maxLength(MAX_ROWS_SHOWN)),
  }),
  searchActivities: v.strictObject({ text: short }),
  logActivity: v.strictObject({
    id: id('activity'),
    about,
    type: short,
    subject: short,
    details: text,
    due: day,
    repeat: v.exactOptional(short),
  }),
  changeActivity: v.strictObject({
    id: id('activity'),
    changes: activityChanges,
    seen: seenOf<ActivityChanges>(activityFields),
  }),
  completeTask: v.strictObject({
    id: id('activity'),
    doneAt: v.pipe(v.number(), v.integer(), v.minValue(0)),
    seen: v.strictObject({ doneAt: v.exactOptional(v.union([text, number])) }),
  }),
  addStages: v.strictObject({ stages: v.pipe(v.array(stage), v.maxLength(200)) }),
  importRows,
};

/** The input as the method takes it, or a sentence on what is wrong with it and the field it is about. */
export function readInput<M extends MethodName>(
  method: M,
  input: unknown,
):
  | { readonly ok: true; readonly input: InputOf<M> }
  | { readonly ok: false; readonly message: string; readonly field: string | null } {
  const read = v.safeParse(inputs[method], input, { message: UNREADABLE });
  if (read.success) return { ok: true, input: read.output };
  const [issue] = read.issues;
  const path = issue.path ?? [];
  const last = path[path.length - 1];
  // `told` has named it, and the limit is what the schema asked for.
  const message = say(issue.message as 'request.many', { most: String(issue.requirement) });
  return { ok: false, message, field: last ? String(last.key) : null };
}
