import type { Crm, Found, Seen, Table, Undone } from '../domain/crm';
import { CrmError, type Difference, type FieldValue } from '../domain/errors';
import { fieldNamed } from '../domain/fields';
import type { Logged } from '../domain/history';
import type { RecordKind } from '../domain/ids';
import { recordAfter } from '../domain/opportunity';
import type { Opportunity } from '../domain/records';
import { fits, isSame, valuesIn, withoutHalfMoves } from '../domain/undoing';
import { say } from '../texts/say';

type Values = { readonly [name: string]: FieldValue };
type Reverted = Omit<Undone, 'records'> & { readonly isChanged: boolean };

/** A field that is to go back. */
type Wanted = { readonly name: string; readonly before: FieldValue; readonly now: FieldValue };

/** Takes changes of one record back: those fields that still hold what the action wrote. */
export function revert(crm: Crm, lines: readonly Logged[], later: readonly Logged[]): Reverted {
  const { kind, id } = lines[0]!;
  const table = { lead: crm.leads, opportunity: crm.opportunities, activity: crm.activities }[
    kind
  ] as unknown as Table<Values>;
  try {
    const found = table.get(id);
    const notices: string[] = [];
    const differences: Difference[] = [];
    const wanted = lines.flatMap((line) => wantedOf(found, line, later, differences, notices));
    const going = withoutHalfMoves(wanted, differences);
    const kept = differences.map((difference) => ({ ...difference, kind, id }));
    if (going.length === 0) return { isChanged: false, kept, notices };
    const [before, now] = [valuesBy(going, 'before'), valuesBy(going, 'now')];
    const isMove = going.some(({ name }) => name === 'stage' || name === 'pipeline');
    const how = isMove ? 'act' : 'change';
    const saved = table[how](id, now as Seen<Values>, before, (record) =>
      stamped(crm, kind, { ...record, ...before }, record, Object.keys(before)),
    );
    const late = saved.conflicts.map((difference) => ({ ...difference, kind, id }));
    return { isChanged: late.length < going.length, kept: [...kept, ...late], notices };
  } catch (error) {
    if (
      !(error instanceof CrmError) ||
      !(['NOT_FOUND', 'INVALID', 'CONFLICT', 'SHEET_BROKEN'] as const).some((code) => code === error.code)
    )
      throw error;
    const kept = error.differences.map((difference) => ({ ...difference, kind, id }));
    return { isChanged: false, kept, notices: [error.message] };
  }
}

const valuesBy = (wanted: readonly Wanted[], which: 'before' | 'now'): Values =>
  Object.fromEntries(wanted.map((one) => [one.name, one[which]]));

/** Nothing where the field holds the old value already, or somebody changed it since. */
function wantedOf(
  { record, odd }: Found<Values>,
  line: Logged,
  later: readonly Logged[],
  differences: Difference[],
  notices: string[],
): readonly Wanted[] {
  const { name, field } = fieldNamed(line.kind, line.field);
  const values = valuesIn(line);
  if (!values || (field && !fits(field.kind, values.before))) {
    notices.push(say('undo.noValue', { header: line.field }));
    return [];
  }
  const now = odd[name] ?? record[name];
  if (now === undefined) {
    notices.push(say('undo.noColumn', { header: line.field }));
    return [];
  }
  const kind = field?.kind ?? null;
  if (isSame(kind, now, values.before)) return [];
  if (isSame(kind, now, values.after)) return [{ name, before: values.before, now }];
  const [by] = later.filter((one) => one.id === line.id && one.field === line.field).slice(-1);
  differences.push({ field: name, seen: values.after, now, ...(by && { by: { who: by.who, at: by.at } }) });
  return [];
}

/** With the dates and the state that History holds a deal against. */
function stamped(crm: Crm, kind: RecordKind, record: Values, was: Values, asked: readonly string[]): Values {
  if (kind === 'activity') return record;
  const dated = { ...record, updatedAt: crm.now };
  if (kind === 'lead') return dated;
  const [deal, before] = [dated, was] as unknown as readonly [Opportunity, Opportunity];
  return { ...dated, recorded: recordAfter(deal, before, asked, crm.now) };
}
