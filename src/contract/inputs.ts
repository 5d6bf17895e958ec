/** What the server accepts: every input of the contract as a schema. A method without one does not compile. */
import * as v from 'valibot';
import type { Seen } from '../domain/crm';
import { type Day, isDay } from '../domain/day';
import { CELL_LIMIT } from '../domain/fields';
import { isId, type RecordKind } from '../domain/ids';
import type { InputOf, MethodName } from './contract';

const tooLong = `A cell holds at most ${CELL_LIMIT.toLocaleString('en')} characters. Shorten the text.`;
const text = v.pipe(v.string(), v.maxLength(CELL_LIMIT, tooLong));
const short = v.pipe(v.string(), v.maxLength(500, 'At most 500 characters fit here.'));
const number = v.nullable(v.pipe(v.number('That is no number.'), v.finite('That is no number.')));
const day = v.nullable(v.custom<Day>(isDay, 'Write the day as year-month-day, such as 2026-11-22.'));

const id = (kind: RecordKind) =>
  v.pipe(
    v.string(),
    v.check((value) => isId(kind, value), `This is no id of a record here.`),
  );
const leadIdOrBlank = v.pipe(
  v.string(),
  v.check((value) => value === '' || isId('lead', value), 'This is no id of a lead.'),
);

const about = v.variant('kind', [
  v.strictObject({ kind: v.literal('lead'), id: id('lead') }),
  v.strictObject({ kind: v.literal('opportunity'), id: id('opportunity') }),
]);

const leadFields = v.strictObject({
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
});

const opportunityFields = v.strictObject({
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
});

type Fields<F> = v.GenericSchema<unknown, F> & {
  readonly entries: { readonly [name: string]: { readonly wrapped: v.GenericSchema } };
};

/** The same fields as somebody saw them: beside its values any text, because people type anything into a cell. */
function seenOf<F>({ entries }: Fields<F>): v.GenericSchema<unknown, Seen<F>> {
  const seen = Object.entries(entries).map(
    ([name, { wrapped }]) => [name, v.exactOptional(v.union([text, wrapped]))] as const,
  );
  // Made of the very fields: each takes what it took before, or a text.
  return v.strictObject(Object.fromEntries(seen)) as unknown as v.GenericSchema<unknown, Seen<F>>;
}

const newOpportunity = v.strictObject({
  ...opportunityFields.entries,
  pipeline: v.exactOptional(short),
  stage: v.exactOptional(short),
});

const stageName = v.strictObject({ pipeline: short, stage: short });

const stage = v.strictObject({
  pipeline: short,
  name: v.pipe(short, v.nonEmpty('A stage needs a name.')),
  order: v.number(),
  probability: v.nullable(v.pipe(v.number(), v.minValue(0), v.maxValue(1))),
  kind: v.picklist(['open', 'won', 'lost']),
  staleAfterDays: number,
  forecastCategory: short,
  key: short,
});

const nothing = v.strictObject({});

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

const importRows = v.pipe(
  v.strictObject({
    plan: v.strictObject({
      kind: v.picklist(['lead', 'opportunity']),
      fields: v.array(v.nullable(v.string())),
      reading,
      readings: v.exactOptional(v.record(v.string(), reading)),
      stages: v.array(v.strictObject({ from: stageName, to: stageName })),
    }),
    rows: v.pipe(
      v.array(v.strictObject({ id: v.string(), row: v.number(), cells: v.array(text) })),
      v.maxLength(MAX_IMPORT_ROWS, `At most ${MAX_IMPORT_ROWS} rows can be imported at once.`),
    ),
  }),
  v.check(
    ({ plan, rows }) => haveOwnIds(plan.kind, rows),
    'The rows do not have ids of their own. Choose the file again.',
  ),
);

/** For input of a wrong shape: nobody typed it, so there is nothing to mend but the page that sent it. */
const UNREADABLE =
  'The add-on got something that it cannot read. Reload the sheet to get its newest version, then try again.';

export const inputs: { readonly [M in MethodName]: v.GenericSchema<unknown, InputOf<M>> } = {
  start: nothing,
  setUp: nothing,
  selected: nothing,
  leadLines: nothing,
  opportunityLines: nothing,
  lead: v.strictObject({ id: id('lead') }),
  opportunity: v.strictObject({ id: id('opportunity') }),
  timeline: about,
  createLead: v.strictObject({ id: id('lead'), fields: leadFields }),
  createOpportunity: v.strictObject({ id: id('opportunity'), fields: newOpportunity }),
  changeLead: v.strictObject({ id: id('lead'), changes: leadFields, seen: seenOf(leadFields) }),
  changeOpportunity: v.strictObject({
    id: id('opportunity'),
    changes: opportunityFields,
    seen: seenOf(opportunityFields),
  }),
  moveOpportunity: v.strictObject({
    id: id('opportunity'),
    ...stageName.entries,
    seen: stageName,
    undone: v.exactOptional(v.strictObject({ stageSince: number, closedAt: number, lostReason: short })),
  }),
  logActivity: v.strictObject({ id: id('activity'), about, type: short, subject: short, details: text, due: day }),
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
  return { ok: false, message: issue.message, field: last ? String(last.key) : null };
}
