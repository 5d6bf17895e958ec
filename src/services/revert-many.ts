import type { Crm, Table, Undone } from '../domain/crm';
import type { FieldValue } from '../domain/errors';
import { FIELDS, type Field, fieldNamed } from '../domain/fields';
import type { Logged } from '../domain/history';
import type { RecordKind } from '../domain/ids';
import type { Many } from '../domain/many';
import { isOfRecorded, recordOfMany } from '../domain/opportunity';
import { fits, isSame, MOVE, valuesIn } from '../domain/undoing';

/** Fewer are taken back one by one. */
const MANY = 5;

type Values = { readonly [name: string]: FieldValue };

/** What an action did to a record: by field, the values before and after. */
type Change = { readonly before: Values; readonly after: Values };

/** The same change of many records: of one field, and of those that went along with it. */
type Changes = {
  readonly kind: RecordKind;
  readonly name: string;
  readonly along: readonly string[];
  readonly of: ReadonlyMap<string, Change>;
};

/**
 * Takes back what was done to many records at once, a change of one field or a move: in one look and one write, whatever each of
 * them held. Null where the lines are of something else.
 */
export function revertMany(crm: Crm, records: readonly (readonly Logged[])[]): Undone | null {
  const changes = records.length > MANY ? changesIn(records) : null;
  if (!changes) return null;
  const { kind, name, of } = changes;
  const tables = { lead: crm.leads, opportunity: crm.opportunities, activity: crm.activities };
  const table = tables[kind] as unknown as Table<Values>;
  const since = new Map<string, { readonly field: string; readonly now: FieldValue }>();
  const { done, kept: held } = table.setMany(requestFor(changes, since), crm.now);
  const kept = held.flatMap(({ id, now }) => {
    const { before, after } = of.get(id)!;
    const { field, now: there } = since.get(id) ?? { field: name, now };
    if (isSame(kindOf(kind, field), there, before[field]!)) return [];
    return [{ kind, id, field, seen: after[field]!, now: there }];
  });
  return { records: done.length, kept, notices: [] };
}

/** `since`: gets of each record the first field that does not hold any more what the action wrote. */
function requestFor(
  { kind, name, along, of }: Changes,
  since: Map<string, { readonly field: string; readonly now: FieldValue }>,
): Many<Values> {
  const valueFor = (id: string) => of.get(id)!.before[name];
  return {
    name,
    valueFor,
    reads: along,
    ids: new Set(of.keys()),
    gets({ id, now, values }) {
      const there = { ...values, [name]: now as FieldValue };
      const { after } = of.get(id)!;
      const isAsLeft = (field: string) =>
        there[field] === undefined || isSame(kindOf(kind, field), there[field], after[field]!);
      const field = Object.keys(after).find((one) => !isAsLeft(one));
      if (field !== undefined) since.set(id, { field, now: there[field]! });
      return field === undefined;
    },
    ...(along.length > 0 && {
      along: { fields: along, valuesFor: ({ id, values }) => ({ ...values, ...of.get(id)!.before }) },
    }),
    ...(kind === 'opportunity' &&
      isOfRecorded(name) && { also: recordOfMany((id) => ofRecorded(of.get(id)!)) as never }),
  };
}

const ofRecorded = ({ before }: Change): Values =>
  Object.fromEntries(Object.entries(before).filter(([field]) => isOfRecorded(field)));

const kindOf = (kind: RecordKind, name: string): Field['kind'] | null => FIELDS[kind][name]?.kind ?? null;

function changesIn(records: readonly (readonly Logged[])[]): Changes | null {
  const [first] = records[0]!;
  if (!first || records.flat().some(({ kind }) => kind !== first.kind)) return null;
  const of = new Map<string, Change>();
  for (const lines of records) {
    const change = changeIn(lines);
    if (!change) return null;
    of.set(lines[0]!.id, change);
  }
  const all = [...of.values()].map(({ before }) => Object.keys(before));
  const isMove = all.every((names) => names.includes('stage') && names.every((name) => MOVE.includes(name)));
  const name = isMove ? 'stage' : all[0]![0]!;
  if (!isMove && all.some((names) => names.length !== 1 || names[0] !== name)) return null;
  return { kind: first.kind, name, along: isMove ? MOVE.filter((one) => one !== name) : [], of };
}

/** Null where History no longer has what was there. */
function changeIn(lines: readonly Logged[]): Change | null {
  const before: { [name: string]: FieldValue } = {};
  const after: { [name: string]: FieldValue } = {};
  for (const line of lines) {
    const { name, field } = fieldNamed(line.kind, line.field);
    const values = valuesIn(line);
    if (!values || (field && !fits(field.kind, values.before))) return null;
    before[name] = values.before;
    after[name] = values.after;
  }
  return { before, after };
}
