import { useComputed } from '@preact/signals';
import { Button } from '../components/button';
import { Skeleton } from '../components/skeleton';
import { WindowedList } from '../components/windowed-list';
import { openLeadForm } from '../data/create-actions';
import { wordsOf } from '../data/fold';
import { isComing } from '../data/lines';
import { search } from '../data/search';
import { t } from '../texts/text';
import { EmptyList } from './empty-list';
import { DealLine, LeadLineView, LINE_HEIGHT } from './lines';
import { usePanel } from './panel-context';
import { ReadFailed } from './read-failed';

/** Leads and deals together, best first. */
export function SearchResults() {
  const panel = usePanel();
  const { home, leadLines, dealLines, screens } = panel;
  const query = home.query.value;
  const hits = useComputed(() => search(home.query.value, leadLines.lines.value, dealLines.lines.value));
  const words = wordsOf(query);
  const error = leadLines.error.value ?? dealLines.error.value;
  const isLoading = isComing(leadLines.state.value) || isComing(dealLines.state.value);

  return (
    <>
      <p role="status" class="border-b border-line px-3 py-1.5 text-soft">
        {t('search.count', { count: hits.value.length })}
      </p>
      {hits.value.length > 0 ? (
        <WindowedList
          label={t('search.results')}
          rows={hits.value}
          rowHeight={LINE_HEIGHT}
          scroll={home.results.scroll}
          keyOf={({ line }) => line.id}
          onOpen={({ kind, line }) => screens.go({ name: kind, id: line.id })}
          draw={(hit) =>
            hit.kind === 'lead' ? (
              <LeadLineView lead={hit.line} words={words} />
            ) : (
              <DealLine deal={hit.line} words={words} />
            )
          }
        />
      ) : error ? (
        <ReadFailed error={error} onRetry={panel.refresh} />
      ) : isLoading ? (
        <Skeleton rows={6} tall />
      ) : (
        <EmptyList title={t('search.none')} text={t('search.noneHint')}>
          {panel.session.canEdit.value && (
            <Button icon="plus" onClick={() => openLeadForm(panel, query.trim())}>
              {t('search.newLead', { name: query.trim() })}
            </Button>
          )}
        </EmptyList>
      )}
    </>
  );
}
