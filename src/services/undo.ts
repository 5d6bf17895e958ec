import type { Crm, DoneAction, Found, Ids, Undone } from '../domain/crm';
import { CrmError } from '../domain/errors';
import { fingerprintOf } from '../domain/fingerprint';
import {
  actionsOf,
  ERASED,
  isOfHandTyped,
  type Logged,
  madeAs,
  type Renaming,
  renamingIn,
  STAGE_RENAMED,
} from '../domain/history';
import { type RecordKind, undoOf } from '../domain/ids';
import { nameOfLead } from '../domain/lead';
import { isAsItWas, undoingOf } from '../domain/undoing';
import { say } from '../texts/say';
import { renameStage } from './many';
import { revert } from './revert';
import { revertMany } from './revert-many';

/** As far back as undo reaches: a line for each change. */
const NEWEST = 300;

const LONGEST = 20;

/** The user's last actions that can be undone, newest first. */
export function lastActions(crm: Crm): readonly DoneAction[] {
  const actions = actionsOf(crm.log.newest(NEWEST), crm.user).slice(0, LONGEST);
  const wanted = (kind: RecordKind) =>
    actions.some(({ what, ...action }) => what !== 'deleted' && action.kind === kind);
  const names = new Map([
    ...(wanted('lead') ? crm.leads.columns(['id', 'company', 'contact']) : []).map(
      (lead) => [lead.id, nameOfLead(lead)] as const,
    ),
    ...(wanted('opportunity') ? crm.opportunities.columns(['id', 'title']) : []).map(
      ({ id, title }) => [id, title] as const,
    ),
    ...(wanted('activity') ? crm.activities.columns(['id', 'subject']) : []).map(
      ({ id, subject }) => [id, subject] as const,
    ),
  ]);
  // What is gone for good has nothing to undo.
  const left = actions.filter(({ id, what }) => what === 'deleted' || id === '' || names.has(id));
  return left.map((action) => ({ ...action, name: action.name || (names.get(action.id) ?? '') }));
}

/** Takes an action of the user back, as far as nobody changed its values since. Throws `NOT_FOUND`, `INVALID`. */
export function undo(crm: Crm, action: string): Undone {
  const logged = crm.log.since(action);
  const own = logged.filter((line) => line.action === action);
  refuse(crm, own);
  crm.goOnWith(undoOf(action));
  const later = logged.filter((line) => line.action !== action);
  const { made, deleted, changed } = undoingOf(logged, action);
  const renaming = own.map(renamingIn).find(Boolean);
  if (renaming) return nameBack(crm, renaming);
  if (own.some(({ field }) => field === STAGE_RENAMED))
    // People may write anything into the cell.
    throw new CrmError('INVALID', say('undo.noPipeline'));
  const many = revertMany(crm, [...changed.values()]);
  if (many) return many;
  const whole = [...made, ...deleted];
  if (whole.length + changed.size > 1) crm.bin.refuseCopies(idsIn(whole));
  const back = crm.bin.restore(deleted);
  const changes = [...changed.values()].map((fields) => revert(crm, fields, later));
  const gone = remove(crm, made, later, undoOf(action));
  const notices = [...back.notices, ...changes.flatMap((one) => one.notices), ...gone.notices];
  return {
    records: back.records + changes.filter(({ isChanged }) => isChanged).length + gone.records,
    kept: changes.flatMap(({ kept }) => kept),
    notices: [...new Set(notices)],
  };
}

function refuse(crm: Crm, lines: readonly Logged[]): void {
  if (lines.length === 0) throw new CrmError('NOT_FOUND', say('undo.unknown'));
  if (!lines.some(({ who }) => who === crm.user)) throw new CrmError('INVALID', say('undo.notYours'));
  if (lines.some(({ field }) => field === ERASED)) throw new CrmError('INVALID', say('undo.erased'));
  if (lines.every(isOfHandTyped)) throw new CrmError('INVALID', say('undo.handTyped'));
}

/** A stage has its name in Settings and in its deals, which go back together. */
function nameBack(crm: Crm, { pipeline, from, to }: Renaming): Undone {
  const { opportunities } = renameStage(crm, pipeline, to, from);
  return { records: opportunities, kept: [], notices: [] };
}

/** Takes out what the action had put in, but for what somebody went on with. */
function remove(
  crm: Crm,
  made: readonly Logged[],
  later: readonly Logged[],
  action: string,
): { records: number; notices: readonly string[] } {
  if (made.length === 0) return { records: 0, notices: [] };
  const notices: string[] = [];
  const isAsMade = madeChecker(crm, made);
  const unchanged = made.filter((line) => {
    const isSame = isAsItWas(line.id, later) && isAsMade(line);
    if (!isSame) notices.push(say('undo.changed', { record: say(`a.${line.kind}`) }));
    return isSame;
  });
  const going = new Set(unchanged.map(({ id }) => id));
  const parents = parentsStaying(crm, going, unchanged);
  for (const line of unchanged) {
    if (!parents.has(line.id)) continue;
    going.delete(line.id);
    notices.push(say('undo.needed', { record: say(`a.${line.kind}`) }));
  }
  if (going.size > 0) crm.bin.remove(idsIn(unchanged.filter(({ id }) => going.has(id))), action);
  return { records: going.size, notices };
}

function idsIn(lines: readonly Logged[]): Ids {
  const of = (kind: RecordKind) => [...new Set(lines.filter((line) => line.kind === kind).map(({ id }) => id))];
  return { lead: of('lead'), opportunity: of('opportunity'), activity: of('activity') };
}

/** Whether nobody typed into a new record since, of which History says nothing. */
function madeChecker(crm: Crm, made: readonly Logged[]): (line: Logged) => boolean {
  const tables = { lead: crm.leads, opportunity: crm.opportunities, activity: crm.activities } as const;
  const kinds = new Set(made.filter(({ data }) => madeAs(data) !== null).map(({ kind }) => kind));
  const found = new Map(
    [...kinds].flatMap((kind) => tables[kind].wholes().map((one) => [one.record.id, one] as const)),
  );
  // Nobody made a formula here but people.
  const isPlain = ({ formulas, odd }: Found<object>) => formulas.length === 0 && Object.keys(odd).length === 0;
  return ({ id, data }) => {
    const [as, there] = [madeAs(data), found.get(id)];
    return as === null || !there || (isPlain(there) && fingerprintOf(there.record) === as);
  };
}

/** Of the records that are to go, those on which something hangs that stays. Two columns tell it of any number. */
function parentsStaying(crm: Crm, going: ReadonlySet<string>, lines: readonly Logged[]): ReadonlySet<string> {
  const staying = new Set<string>();
  const has = (kind: RecordKind) => lines.some((line) => line.kind === kind);
  if (has('lead') || has('opportunity')) {
    for (const { id, leadId, opportunityId } of crm.activities.columns(['id', 'leadId', 'opportunityId']))
      if (!going.has(id)) staying.add(leadId).add(opportunityId);
  }
  if (has('lead'))
    for (const { id, leadId } of crm.opportunities.columns(['id', 'leadId']))
      if (!going.has(id) || staying.has(id)) staying.add(leadId);
  return new Set([...staying].filter((id) => going.has(id)));
}
