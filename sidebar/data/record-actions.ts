import type { Found } from '../../src/domain/crm';
import { CrmError } from '../../src/domain/errors';
import type { StageName } from '../../src/domain/import/rows';
import { checkLead, nameOfLead } from '../../src/domain/lead';
import { checkOpportunity, moveOpportunity } from '../../src/domain/opportunity';
import type { Lead, Opportunity } from '../../src/domain/records';
import { findStage } from '../../src/domain/settings';
import { t } from '../texts/text';
import { asCallError, type CallError } from './call-error';
import type { Panel } from './panel';
import type { RecordStore } from './records';
import type { RecordScreen } from './screens';
import { sameValue } from './typed';

export type Kind = RecordScreen['name'];

/** After these nothing was written, for certain. After all others the change may have been made all the same. */
const CERTAIN: readonly CallError['code'][] = ['INVALID', 'DENIED', 'NOT_FOUND'];

type Attempt<R> = {
  readonly screen: RecordScreen;
  readonly field: string;
  readonly wanted: Partial<R>;
  readonly write: () => Promise<Found<R>>;
  readonly again: () => void;
};

/** Writes, and where that fails leaves a trouble at the field with what the user wanted. True: it stands there now. */
async function attempt<R extends { readonly id: string }>(
  panel: Panel,
  store: RecordStore<R>,
  { screen, field, wanted, write, again }: Attempt<R>,
): Promise<boolean> {
  const stands = () => {
    const record = store.shown(screen.id).value.found?.record;
    return Object.entries(wanted).every(([name, value]) => sameValue(record?.[name as keyof R], value));
  };
  store.setTrouble(screen.id, field, null);
  try {
    await write();
    return true;
  } catch (thrown) {
    const error = asCallError(thrown);
    // Somebody else has put there what the user wanted.
    if (error.differences.length > 0 && stands()) return true;
    const reloaded = CERTAIN.includes(error.code) ? Promise.resolve() : store.reload(screen.id);
    store.setTrouble(screen.id, field, { error, wanted, again: () => reloaded.then(again) });
    if (!panel.screens.shows(screen)) {
      panel.toasts.complain(error.message, { label: t('toast.open'), act: () => panel.screens.go(screen) });
    }
    await reloaded;
    // A conflict without differences was written, and its message says what else to look at.
    if (error.code !== 'CONFLICT' && stands()) store.setTrouble(screen.id, field, null);
    return false;
  }
}

/** Moves a deal, from the stage that the user sees it in. */
export async function moveDeal(panel: Panel, id: string, to: StageName): Promise<void> {
  const { deals, session } = panel;
  const before = deals.shown(id).value.found?.record;
  if (!before || (before.pipeline === to.pipeline && before.stage === to.stage)) return;
  const seen = { pipeline: before.pipeline, stage: before.stage };
  const stage = findStage(session.settings.value.stages, to.pipeline, to.stage);
  const moved = await attempt(panel, deals, {
    screen: { name: 'opportunity', id },
    field: 'stage',
    wanted: to,
    write: () =>
      deals.write(
        id,
        (deal) => (stage ? moveOpportunity(deal, stage, Date.now()) : { ...deal, ...to }),
        () => panel.client.call('moveOpportunity', { id, ...to, seen }),
      ),
    again: () => moveDeal(panel, id, to),
  });
  if (moved) {
    const undo = { label: t('toast.undo'), act: () => moveDeal(panel, id, seen) };
    panel.toasts.say(t('stage.moved', { stage: to.stage }), undo);
  }
}

export type FieldChange = {
  readonly id: string;
  readonly field: string;
  readonly value: unknown;
  /** What the user was looking at when they began to type. */
  readonly seen: unknown;
};

/** What the domain has against a value, or '' where nothing. */
export function problemOf(panel: Panel, kind: Kind, { id, field, value }: FieldChange): string {
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
  else await changeDeal(panel, change);
}

async function changeLead(panel: Panel, change: FieldChange): Promise<void> {
  const { id, field, value, seen } = change;
  const { leads, client } = panel;
  const input = { id, changes: { [field]: value }, seen: { [field]: seen } };
  await attempt(panel, leads, {
    screen: { name: 'lead', id },
    field,
    wanted: { [field]: value },
    write: () =>
      leads.write(
        id,
        (lead) => ({ ...lead, [field]: value }),
        () => client.call('changeLead', input),
      ),
    again: () => changeLead(panel, { ...change, seen: standing(leads, id, field) }),
  });
}

async function changeDeal(panel: Panel, change: FieldChange): Promise<void> {
  const { id, field, value, seen } = change;
  const { deals, client } = panel;
  const input = { id, changes: { [field]: value }, seen: { [field]: seen } };
  const lead = field === 'leadId' ? { lead: nameOfLeadId(panel, String(value)) } : {};
  await attempt(panel, deals, {
    screen: { name: 'opportunity', id },
    field,
    wanted: { [field]: value },
    write: () =>
      deals.write(
        id,
        (deal) => ({ ...deal, ...lead, [field]: value }),
        () => client.call('changeOpportunity', input),
      ),
    again: () => changeDeal(panel, { ...change, seen: standing(deals, id, field) }),
  });
}

const standing = <R extends { readonly id: string }>(store: RecordStore<R>, id: string, field: string): unknown =>
  store.shown(id).value.found?.record[field as keyof R];

export function nameOfLeadId(panel: Panel, id: string): string {
  const line = panel.leadLines.byId.value.get(id);
  return line ? nameOfLead(line) : '';
}
