import { useEffect, useState } from 'preact/hooks';
import { LoadFailed } from '../../components/load-failed';
import { Skeleton } from '../../components/skeleton';
import { ToastList } from '../../components/toast-list';
import { WaitingRows } from '../../components/waiting-rows';
import { adoptRows } from '../../data/row-actions';
import { t } from '../../texts/text';
import { LastActions } from './last-actions';
import { useRepair } from './repair-context';
import { TwiceList } from './twice';

/** What the user did last, to be taken back, and rows of the grid that need care. */
export function RepairApp() {
  const tools = useRepair();
  const { session, rows, toasts } = tools;
  const start = session.start.value;
  const error = session.error.value;
  const canEdit = session.canEdit.value;
  const isThere = Boolean(start?.settings) && canEdit;

  // All at once: what came later would move the buttons of what is there.
  const [looked, setLooked] = useState(false);

  useEffect(() => {
    if (isThere) rows.look().then(() => setLooked(true));
  }, [rows, isThere]);

  if (!isThere) {
    return (
      <main class="p-4">
        <h1 class="sr-only">{t('repair.title')}</h1>
        {error ? (
          <LoadFailed text={error.message} onRetry={() => session.load()} />
        ) : start ? (
          <p>{t(canEdit ? 'repair.noCrm' : 'viewer.text')}</p>
        ) : (
          <Skeleton rows={6} tall />
        )}
      </main>
    );
  }
  return (
    <main class="flex h-full flex-col">
      <h1 class="sr-only">{t('repair.title')}</h1>
      {!looked && <Skeleton rows={6} tall />}
      <div hidden={!looked} class="min-h-0 flex-1 overflow-y-auto px-4 py-2.5">
        {rows.waiting.value.map((waiting) => (
          <div key={waiting.kind} class="mb-2.5 rounded-md bg-wash px-2 py-1.5">
            <WaitingRows waiting={waiting} most={20} onAdopt={() => adoptRows(tools, waiting.kind)} />
          </div>
        ))}
        <TwiceList />
        <LastActions />
      </div>
      <ToastList toasts={toasts} />
    </main>
  );
}
