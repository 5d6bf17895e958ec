import type { ActivityChanges, Completed, LeadChanges, OpportunityChanges } from '../../src/contract/contract';
import type { Found, Seen } from '../../src/domain/crm';
import { CrmError } from '../../src/domain/errors';
import type { RecordKind } from '../../src/domain/ids';
import type { StageName } from '../../src/domain/import/rows';
import { checkLead, nameOfLead } from '../../src/domain/lead';
import { checkOpportunity, isAsRecorded, type Moved, moveOpportunity } from '../../src/domain/opportunity';
import type { Activity, Lead, Opportunity } from '../../src/domain/records';
import { findStage } from '../../src/domain/settings';
import { t } from '../texts/text';
import { attempt } from './attempt';
import type { Panel } from './panel';
import { undoHere } from './renew';
import { noteSaved } from './saved-field';
import type { FieldName } from './shown-field';
import { sendDone } from './task-actions';

export type Kind = RecordKind;

/** Moves a deal, from the stage that the user sees it in. `undone`: what the move wrote over that this one undoes. */
export async function moveDeal(panel: Panel, id: string, to: StageName, undone?: Moved): Promise<void> {
  const before = panel.deals.shown(id).value.found?.record;
  if (before && (before.pipeline !== to.pipeline || before.stage !== to.stage)) await sendMove(panel, id, to, undone);
}

async function sendMove(
  panel: Panel,
  id: string,
  to: StageName,
  undone?: Moved,
  seenAtFirst?: StageName,
): Promise<void> {
  const { deals, session } = panel;
  const found = deals.shown(id).value.found;
  if (!found) return;
  const { pipeline, stage, stageSince, closedAt, lostReason, title } = found.record;
  const now = { pipeline: found.odd['pipeline'] ?? pipeline, stage: found.odd['stage'] ?? stage };
  const seen = seenAtFirst ?? now;
  const target = findStage(session.settings.value.stages, to.pipeline, to.stage);
  const moved = await attempt(panel, deals, {
    screen: { name: 'opportunity', id },
    field: 'stage',
    wanted: to,
    write: () =>
      deals.write(
        id,
        (deal) => (target ? moveOpportunity(deal, target, Date.now(), undone) : { ...deal, ...to }),
        () => panel.client.call('moveOpportunity', { id, ...to, seen, ...(undone && { undone }) }),
      ),
    again: (anew) => sendMove(panel, id, to, undone, anew ? undefined : seen),
    isWhole: isAsRecorded,
  });
  if (!moved) return;
  const back = () => moveDeal(panel, id, { pipeline, stage }, { stageSince, closedAt, lostReason });
  const text = t('stage.moved', { title: shortened(title) || t('noTitle'), stage: to.stage });
  panel.toasts.say(text, { label: t('toast.undo'), act: back });
}

/** A message of three lines can be read at a glance. */
const LONGEST_NAME = 60;

export const shortened = (name: string): string =>
  name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME - 1).trimEnd()}…` : name;

export type FieldChange = {
  readonly id: string;
  readonly field: string;
  readonly value: unknown;
  /** What the user was looking at when they began to type: a value, or a text that the field cannot read. */
  readonly seen: unknown;
};

/** What the domain has against a value, or '' where nothing. */
export function problemOf(panel: Panel, kind: Kind, { id, field, value }: FieldChange): string {
  if (kind === 'activity') return '';
  const record = (kind === 'lead' ? panel.leads : panel.deals).shown(id).value.found?.record;
  try {
    // The domain looks only at the fields it knows, each typed by its own definition.
    if (kind === 'lead') checkLead({ ...record, [field]: value } as Lead);
    else checkOpportunity({ ...record, [field]: value } as Opportunity);
  } catch (error) {
    if (error instanceof CrmError && error.field === field) return error.message;
  }
  return '';
}

export async function changeField(panel: Panel, kind: Kind, change: FieldChange): Promise<void> {
  if (kind === 'lead') await changeLead(panel, change);
  else if (kind === 'opportunity') await changeDeal(panel, change);
  else
    await changeActivity(
      panel,
      change.id,
      change.field,
      { [change.field]: change.value },
      { [change.field]: change.seen },
    );
}

async function changeLead(panel: Panel, change: FieldChange): Promise<void> {
  const { id, field, value, seen } = change;
  const { leads, client } = panel;
  const input = { id, changes: { [field]: value } as LeadChanges, seen: { [field]: seen } as Seen<LeadChanges> };
  const wasOdd = isOdd(leads, id, field);
  const isSaved = await attempt(panel, leads, {
    screen: { name: 'lead', id },
    field,
    wanted: { [field]: value },
    write: () =>
      leads.write(
        id,
        (lead) => ({ ...lead, [field]: value }),
        () => client.call('changeLead', input),
      ),
    again: (anew) => changeLead(panel, anew ? { ...change, seen: seenNow(leads, id, field) } : change),
    isWhole: () => true,
  });
  if (isSaved && !wasOdd) offerUndo(panel, 'lead', change);
}

async function changeDeal(panel: Panel, change: FieldChange): Promise<void> {
  const { id, field, value, seen } = change;
  const { deals, client } = panel;
  const input = {
    id,
    changes: { [field]: value } as OpportunityChanges,
    seen: { [field]: seen } as Seen<OpportunityChanges>,
  };
  const lead = field === 'leadId' ? { lead: nameOfLeadId(panel, String(value)) } : {};
  const wasOdd = isOdd(deals, id, field);
  const isSaved = await attempt(panel, deals, {
    screen: { name: 'opportunity', id },
    field,
    wanted: { [field]: value },
    write: () =>
      deals.write(
        id,
        (deal) => ({ ...deal, ...lead, [field]: value }),
        () => client.call('changeOpportunity', input),
      ),
    again: (anew) => changeDeal(panel, anew ? { ...change, seen: seenNow(deals, id, field) } : change),
    isWhole: isAsRecorded,
  });
  if (isSaved && !wasOdd) offerUndo(panel, 'opportunity', change);
}

/** Records of either kind. */
type Shows = { shown(id: string): { readonly value: { readonly found: Found<object> | null } } };

/** What stood there before is written again, over what stands there then; a text that the field cannot read could not be. */
function offerUndo(panel: Panel, kind: Kind, { id, field, seen }: FieldChange): void {
  const store = kind === 'lead' ? panel.leads : panel.deals;
  const undo = () => changeField(panel, kind, { id, field, value: seen ?? null, seen: seenNow(store, id, field) });
  noteSaved(panel, { id, field: field as FieldName, undo });
}

const isOdd = ({ shown }: Shows, id: string, field: string): boolean => shown(id).value.found?.odd[field] !== undefined;

const LINKS = ['opportunityId', 'leadId'];

/** Changes fields of an activity that belong together; `field`: where a trouble with them is told. */
export async function changeActivity(
  panel: Panel,
  id: string,
  field: string,
  wanted: { readonly [field: string]: unknown },
  seen: { readonly [field: string]: unknown },
): Promise<void> {
  const { activities, client } = panel;
  const input = { id, changes: wanted as ActivityChanges, seen: seen as Seen<ActivityChanges> };
  const { doneAt } = wanted;
  // What was open is done by it: as by the button, a task that repeats comes again.
  const isDone = typeof doneAt === 'number' && typeof seen['doneAt'] !== 'number';
  const standing = (names: readonly string[]) =>
    Object.fromEntries(names.map((name) => [name, seenNow(activities, id, name)]));
  const seenAgain = () => standing(Object.keys(seen));
  // With a deal comes its lead: an undo puts both back.
  const names = 'opportunityId' in wanted ? LINKS : Object.keys(wanted);
  const before = { ...standing(names), ...seen };
  const wasOdd = names.some((name) => isOdd(activities, id, name));
  let done: Completed | null = null;
  const isSaved = await attempt(panel, activities, {
    screen: { name: 'activity', id },
    field,
    wanted: wanted as Partial<Activity>,
    write: () =>
      activities.write(
        id,
        (activity) => ({ ...activity, ...wanted }),
        async () => {
          if (!isDone) return client.call('changeActivity', input);
          done = await sendDone(panel, { id, doneAt, seen: input.seen });
          return done.task;
        },
      ),
    again: (anew) => changeActivity(panel, id, field, wanted, anew ? seenAgain() : seen),
    isWhole: () => true,
  });
  if (!isSaved || wasOdd) return;
  // With the one that came of it, a done task is taken back as a whole.
  const action = cameAgain(done);
  const undo = () => (action ? undoHere(panel, action) : changeActivity(panel, id, field, before, standing(names)));
  noteSaved(panel, { id, field: field as FieldName, undo });
}

const cameAgain = (done: Completed | null): string | null => (done?.next ? done.action : null);

/** What a field shows: its value, or the text in its cell that it cannot read. */
function seenNow({ shown }: Shows, id: string, field: string): unknown {
  const found: Found<object> | null = shown(id).value.found;
  return found?.odd[field] ?? found?.record[field as never];
}

export function nameOfLeadId(panel: Panel, id: string): string {
  const line = panel.leadLines.byId.value.get(id);
  return line ? nameOfLead(line) : '';
}
