import type { Selection } from '../../src/contract/contract';
import type { ManyChanged } from '../../src/domain/crm';
import type { Day } from '../../src/domain/day';
import type { OwnValue } from '../../src/domain/own-fields';
import { t } from '../texts/text';
import { asCallError, type CallError } from './call-error';
import { subjectAndDetails } from './log-actions';
import { freshActionId, freshId } from './new-id';
import type { Panel } from './panel';
import { renew, undoHere } from './renew';

/** What is to be done with all records of a selection. */
export type Wish =
  | { readonly act: 'set'; readonly field: string; readonly value: OwnValue }
  | { readonly act: 'move'; readonly pipeline: string; readonly stage: string; readonly lostReason?: string }
  | { readonly act: 'tag'; readonly tag: string; readonly isAdded: boolean }
  | { readonly act: 'log'; readonly type: string; readonly text: string; readonly due: Day | null };

/** What came of it, and of which selection: what stayed as it was is told beside what the user saw. */
export type BulkDone = Pick<ManyChanged, 'changed' | 'kept' | 'missing'> & { readonly wish: Wish };

/** What is asked of the server is one action, and the ids of what it logs: sent again after a failure, it does nothing twice. */
type Sending = { readonly action: string; readonly ids: ReadonlyMap<string, string> };

/** Of each selection, by the wish: what was not answered yet. */
const sendings = new WeakMap<Selection, Map<string, Sending>>();

function sendingOf(selection: Selection, wish: Wish): Sending {
  const known = sendings.get(selection) ?? new Map<string, Sending>();
  const key = JSON.stringify(wish);
  const ids = () => new Map(selection.records.map(({ id }) => [id, freshId('activity')]));
  const sending = known.get(key) ?? { action: freshActionId(), ids: ids() };
  sendings.set(selection, known.set(key, sending));
  return sending;
}

/** Does it, says so with a way back, and shows the lists anew. Answers with what came of it, or with why nothing did. */
export async function carryOut(panel: Panel, selection: Selection, wish: Wish): Promise<BulkDone | CallError> {
  try {
    const done = await send(panel, selection, wish);
    const { changed: count, action } = done;
    sendings.get(selection)?.delete(JSON.stringify(wish));
    const text = wish.act === 'log' ? t('bulk.logged', { type: wish.type, count }) : t('bulk.changed', { count });
    const back = action === null ? undefined : { label: t('toast.undo'), act: () => undoHere(panel, action) };
    if (count > 0) panel.toasts.say(text, back);
    else if (done.kept.length + done.missing.length === 0) panel.toasts.say(t('bulk.nothing'));
    renew(panel);
    return { ...done, wish };
  } catch (thrown) {
    return asCallError(thrown);
  }
}

async function send({ client }: Panel, selection: Selection, wish: Wish): Promise<ManyChanged> {
  const { of: kind, records } = selection;
  const { action, ids } = sendingOf(selection, wish);
  switch (wish.act) {
    case 'set': {
      const { field, value } = wish;
      const seen = (one: (typeof records)[number]) => (one.seen[field] ?? null) as OwnValue;
      return client.call('changeMany', {
        kind,
        field,
        value,
        action,
        records: records.map((one) => ({ id: one.id, seen: seen(one) })),
      });
    }
    case 'move': {
      const { act: _, ...to } = wish;
      const seen = (one: (typeof records)[number]) => ({
        pipeline: String(one.seen['pipeline']),
        stage: String(one.seen['stage']),
      });
      return client.call('moveMany', {
        ...to,
        action,
        records: records.map((one) => ({ id: one.id, seen: seen(one) })),
      });
    }
    case 'tag':
      return client.call('tagMany', {
        ids: records.map(({ id }) => id),
        tag: wish.tag,
        isAdded: wish.isAdded,
        action,
      });
    case 'log': {
      const { logged, missing, ...done } = await client.call('logMany', {
        kind: kind === 'lead' ? kind : 'opportunity',
        records: records.map(({ id }) => ({ id, activityId: ids.get(id)! })),
        type: wish.type,
        ...subjectAndDetails(wish.text || wish.type),
        due: wish.due,
        action,
      });
      return { changed: logged, kept: [], missing, action: done.action };
    }
  }
}
