import { useEffect, useState } from 'preact/hooks';
import type { Attached } from '../../src/domain/crm';
import { Button } from '../components/button';
import { Confirm } from '../components/confirm';
import { Note } from '../components/note';
import { asCallError, type CallError } from '../data/call-error';
import { type Doomed, deleteRecord } from '../data/delete-actions';
import { t } from '../texts/text';
import { usePanel } from './panel-context';

const NOTHING: Attached = { deals: 0, activities: 0 };

function questionFor(name: string, { deals, activities }: Attached): string {
  if (deals + activities === 0) return t('delete.alone', { name });
  const counted = {
    deals: t('delete.deals', { count: deals }),
    activities: t('delete.activities', { count: activities }),
  };
  const what = deals === 0 ? counted.activities : activities === 0 ? counted.deals : t('delete.and', counted);
  return t('delete.with', { name, what });
}

/** Says what goes with a record, and deletes it when told to. */
export function DeleteRecord({ doomed, onClose }: { doomed: Doomed; onClose: () => void }) {
  const panel = usePanel();
  const { kind, id, name } = doomed;
  const [attached, setAttached] = useState<Attached | null>(kind === 'activity' ? NOTHING : null);
  const [error, setError] = useState<CallError | null>(null);
  const [busy, setBusy] = useState(false);

  const look = async () => {
    if (kind === 'activity') return;
    try {
      setAttached(await panel.client.call('attached', { kind, id }));
    } catch (thrown) {
      setError(asCallError(thrown));
    }
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked once, as it opens
  useEffect(() => {
    look();
  }, []);

  const act = async (seen: Attached) => {
    setBusy(true);
    const failed = await deleteRecord(panel, doomed, seen);
    if (!failed) return;
    setError(failed);
    // More hangs on it than was said: it is said anew.
    if (failed.code === 'CONFLICT') await look();
    setBusy(false);
  };

  if (attached) {
    return (
      <Confirm
        text={questionFor(name, attached)}
        act={t(busy ? 'busy' : 'delete.button')}
        disabled={busy}
        problem={error?.message ?? ''}
        onAct={() => act(attached)}
        onCancel={onClose}
      />
    );
  }
  return error ? (
    <Note text={error.message}>
      <Button onClick={onClose}>{t('cancel')}</Button>
    </Note>
  ) : (
    <p role="status" class="text-soft">
      {t('loading')}
    </p>
  );
}
