import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { Skeleton } from '../components/skeleton';
import { ToastList } from '../components/toast-list';
import type { Screen } from '../data/screens';
import { t } from '../texts/text';
import { ActivityView } from './activity-view';
import { HeldBar, LeaveBar, StateBars } from './bars';
import { BulkView } from './bulk/bulk-view';
import { SelectionBar } from './bulk/selection-bar';
import { DealView } from './deal-view';
import { FirstRun } from './first-run';
import { Home } from './home';
import { listenToKeys } from './keys';
import { LeadView } from './lead-view';
import { NewDeal } from './new-deal';
import { NewLead } from './new-lead';
import { usePanel } from './panel-context';
import { ReadFailed } from './read-failed';
import { Search } from './search';
import { Shortcuts } from './shortcuts';

export function App() {
  const panel = usePanel();
  const { session, screens, search, toasts } = panel;
  const start = session.start.value;
  const error = session.error.value;

  useEffect(() => listenToKeys(panel), [panel]);

  if (!start) {
    return (
      <main>
        <h1 class="sr-only">{t('appName')}</h1>
        {error ? <ReadFailed error={error} onRetry={() => panel.begin(null)} /> : <Skeleton rows={8} tall />}
      </main>
    );
  }
  if (!start.settings) return <FirstRun />;
  return (
    <div class="flex h-full flex-col">
      <ScreenFrame screen={screens.current.value} isCovered={search.isOpen.value} />
      {search.isOpen.value && <Search />}
      {/* What comes by itself stands below: nothing moves away from under the pointer. */}
      <SelectionBar />
      <HeldBar />
      <StateBars />
      <ToastList toasts={toasts} />
    </div>
  );
}

/** Moves the focus to each new screen, unless it is in the grid: a panel must not take the keys from the sheet. */
function ScreenFrame({ screen, isCovered }: { screen: Screen; isCovered: boolean }) {
  const { search } = usePanel();
  const frame = useRef<HTMLElement>(null);
  const key = 'id' in screen ? screen.id : screen.name;
  const shown = useRef(key);
  useLayoutEffect(() => {
    if (shown.current === key) return;
    shown.current = key;
    const focused = frame.current?.contains(document.activeElement);
    if (document.hasFocus() && !focused) frame.current?.focus();
  }, [key]);
  const wasCovered = useRef(isCovered);
  useLayoutEffect(() => {
    // Whoever leaves the search is where they were; a screen or form that it led to has taken the focus already.
    if (wasCovered.current && !isCovered && document.activeElement === document.body)
      (search.cameFrom() ?? frame.current)?.focus();
    wasCovered.current = isCovered;
  }, [isCovered, search]);
  return (
    <main
      ref={frame}
      tabIndex={-1}
      hidden={isCovered}
      class={isCovered ? 'hidden' : 'flex min-h-0 flex-1 flex-col outline-none'}
    >
      <LeaveBar />
      <CurrentScreen key={key} screen={screen} />
    </main>
  );
}

function CurrentScreen({ screen }: { screen: Screen }) {
  switch (screen.name) {
    case 'opportunity':
      return <DealView id={screen.id} />;
    case 'lead':
      return <LeadView id={screen.id} />;
    case 'activity':
      return <ActivityView id={screen.id} />;
    case 'newDeal':
      return <NewDeal />;
    case 'newLead':
      return <NewLead />;
    case 'bulk':
      return <BulkView />;
    case 'shortcuts':
      return <Shortcuts />;
    default:
      return <Home />;
  }
}
