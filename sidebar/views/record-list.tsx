import type { ComponentChildren } from 'preact';
import { Button } from '../components/button';
import { Skeleton } from '../components/skeleton';
import { WindowedList } from '../components/windowed-list';
import type { ListState } from '../data/home-state';
import type { LinesStore } from '../data/lines';
import type { Sort } from '../data/lists';
import type { ShownList } from '../data/shown-lists';
import { t } from '../texts/text';
import { EmptyList } from './empty-list';
import { LINE_HEIGHT } from './lines';
import { ListTools } from './list-tools';
import { usePanel } from './panel-context';
import { ReadFailed } from './read-failed';
import { WhoAreYou } from './who-are-you';

type Props<Line extends { readonly id: string }> = {
  readonly kind: 'lead' | 'opportunity';
  readonly store: LinesStore<Line>;
  readonly state: ListState;
  readonly sorts: readonly Sort[];
  readonly list: ShownList<Line>;
  readonly draw: (line: Line) => ComponentChildren;
  readonly onNew: () => void;
  /** Above the list. */
  readonly children?: ComponentChildren;
};

/** A list of the home screen, with its loading, failed and empty state. */
export function RecordList<Line extends { readonly id: string }>(props: Props<Line>) {
  const { kind, store, state, sorts, list, draw, onNew, children } = props;
  const { screens, home, me, session } = usePanel();
  const isLeads = kind === 'lead';

  if (store.state.value === 'loading') return <Skeleton rows={9} tall />;
  if (store.state.value === 'failed' && store.error.value) {
    return <ReadFailed error={store.error.value} onRetry={store.load} />;
  }
  if (store.lines.value.length === 0) {
    const canEdit = session.canEdit.value;
    return (
      <EmptyList
        title={t(isLeads ? 'leads.empty' : 'deals.empty')}
        text={t(canEdit ? 'list.emptyHint' : 'list.emptyViewer')}
      >
        {canEdit && (
          <Button onClick={onNew} icon="plus">
            {t(isLeads ? 'home.newLead' : 'home.newDeal')}
          </Button>
        )}
      </EmptyList>
    );
  }
  const rows = list.rows.value;
  return (
    <>
      {children}
      <ListTools
        label={t(isLeads ? 'list.byStatus' : 'list.byStage')}
        state={state}
        filters={list.filters.value}
        counted={store.state.value === 'ready'}
        sorts={sorts}
      />
      {home.mine.value && me.value === '' ? (
        <WhoAreYou />
      ) : rows.length === 0 ? (
        <EmptyList title={t('list.nothingHere')} text={t('list.nothingHint')} />
      ) : (
        <WindowedList
          label={t(isLeads ? 'home.leads' : 'home.deals')}
          rows={rows}
          rowHeight={LINE_HEIGHT}
          scroll={state.scroll}
          keyOf={({ id }) => id}
          onOpen={({ id }) => screens.go({ name: kind, id })}
          draw={draw}
        />
      )}
    </>
  );
}
