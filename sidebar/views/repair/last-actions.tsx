import { useEffect, useState } from 'preact/hooks';
import type { DoneAction } from '../../../src/domain/crm';
import { Button } from '../../components/button';
import { LoadFailed } from '../../components/load-failed';
import { Skeleton } from '../../components/skeleton';
import { asCallError, type CallError } from '../../data/call-error';
import { doneText } from '../../data/done-text';
import { undoAction } from '../../data/undo';
import { t } from '../../texts/text';
import { useRepair } from './repair-context';

/** What the user did last, each to be taken back. */
export function LastActions() {
  const tools = useRepair();
  const [actions, setActions] = useState<readonly DoneAction[] | null>(null);
  const [error, setError] = useState<CallError | null>(null);
  const [undoing, setUndoing] = useState('');

  const load = async () => {
    setError(null);
    try {
      setActions(await tools.client.call('lastActions', {}));
    } catch (thrown) {
      setError(asCallError(thrown));
    }
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked once, as it opens
  useEffect(() => {
    load();
  }, []);

  const undo = async (action: string) => {
    setUndoing(action);
    await undoAction(tools, action);
    await load();
    setUndoing('');
  };

  return (
    <section aria-label={t('done.title')}>
      <h2 class="pb-1 font-semibold">{t('done.title')}</h2>
      {error && <LoadFailed text={error.message} onRetry={load} />}
      {!actions && !error && <Skeleton rows={6} tall />}
      {actions?.length === 0 && <p class="text-soft">{t('done.none')}</p>}
      <ul>
        {actions?.map((one) => (
          <ActionRow
            key={one.action}
            done={one}
            disabled={undoing !== ''}
            busy={undoing === one.action}
            onUndo={() => undo(one.action)}
          />
        ))}
      </ul>
    </section>
  );
}

type RowProps = {
  readonly done: DoneAction;
  readonly disabled: boolean;
  readonly busy: boolean;
  readonly onUndo: () => void;
};

function ActionRow({ done, disabled, busy, onUndo }: RowProps) {
  const { session } = useRepair();
  const text = doneText(done);
  const when = session.formats.value.moment(done.at, session.today.value);
  return (
    <li class="flex items-center gap-2 border-t border-line py-1.5">
      <div class="min-w-0 flex-1">
        <p class="line-clamp-2">{text}</p>
        <p class="text-sm text-soft">{[t(`done.${done.kind}`), when, t(`done.by.${done.how}`)].join(' · ')}</p>
      </div>
      <Button
        disabled={disabled}
        label={t('done.undoOf', { undo: t(busy ? 'busy' : 'toast.undo'), what: text })}
        onClick={onUndo}
      >
        {t(busy ? 'busy' : 'toast.undo')}
      </Button>
    </li>
  );
}
