import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Day } from '../../src/domain/day';
import { type Urgency, urgencyOn } from '../../src/domain/tasks';
import { Button } from '../components/button';
import { Skeleton } from '../components/skeleton';
import { openDealForm } from '../data/create-actions';
import { isComing, type LoadState } from '../data/lines';
import { t } from '../texts/text';
import { EmptyList } from './empty-list';
import { DealLine, LeadLineView } from './lines';
import { WhoseSwitch } from './list-tools';
import { usePanel } from './panel-context';
import { ReadFailed } from './read-failed';
import { RecordRow } from './record-row';
import { TaskRow } from './task-row';
import { WhoAreYou } from './who-are-you';

const TASKS = ['overdue', 'today', 'week', 'undated'] as const satisfies readonly Urgency[];

/** What the day asks for, of everybody or of the user alone. */
export function Today() {
  const { agenda, dealLines, leadLines, home, me } = usePanel();
  const isOld = agenda.isOld.value;
  useEffect(() => {
    if (isOld) agenda.load();
  }, [agenda, isOld]);

  const isBlank = [dealLines, leadLines].every(({ state, lines }) => state.value === 'ready' && !lines.value.length);
  if (isBlank && agenda.tasks.value.length === 0) return <NothingYet />;
  return (
    <div class="min-h-0 flex-1 overflow-y-auto pb-4">
      <div class="flex px-3 py-1.5">
        <WhoseSwitch />
      </div>
      {home.mine.value && me.value === '' ? <WhoAreYou /> : <DayList />}
    </div>
  );
}

/** Each row with what can be done about it. */
function DayList() {
  const { agenda, dealLines, leadLines, session, readLines } = usePanel();
  const told = agenda.told.value;
  const unread = [dealLines, leadLines].find(({ state }) => state.value === 'failed');
  const error = agenda.error.value ?? unread?.error.value;
  const today = session.today.value;
  const urgencyOf = urgencyOn(today);
  const tasks = agenda.tasks.value;
  const retry = () => {
    agenda.load();
    if (unread) readLines();
  };
  if (!told && tasks.length === 0) {
    return error ? <ReadFailed error={error} onRetry={retry} /> : <Skeleton rows={9} tall />;
  }
  const deals = dealLines.byId.value;
  const leads = leadLines.byId.value;
  const { stale, closing, noNextStep } = told ?? {};
  const isFree =
    told &&
    TASKS.every((one) => agenda.countOf(one) === 0) &&
    told.stale.count + told.closing.count + told.noNextStep.count === 0;
  return (
    <>
      {/* That there is no connection is said below, for all of the panel. */}
      {error && error.code !== 'OFFLINE' && <ReadFailed error={error} onRetry={retry} />}
      {isFree && <EmptyList title={t('today.free')} text={t('today.freeHint')} />}
      {TASKS.map((urgency) => (
        <Group
          key={urgency}
          title={t(`today.${urgency}`)}
          count={agenda.countOf(urgency)}
          rows={tasks.filter((task) => urgencyOf(task) === urgency)}
          state="ready"
          draw={(task) => <TaskRow key={task.id} task={task} />}
        />
      ))}
      <Group
        title={t('today.closing')}
        count={closing?.count ?? 0}
        rows={(closing?.first ?? []).flatMap((id) => deals.get(id) ?? [])}
        state={dealLines.state.value}
        draw={(deal) => (
          <RecordRow
            key={deal.id}
            subject={{ kind: 'opportunity', id: deal.id }}
            name={deal.title}
            why={closeText(deal.expectedClose)}
          >
            <DealLine deal={deal} />
          </RecordRow>
        )}
      />
      <Group
        title={t('today.stale')}
        count={stale?.count ?? 0}
        rows={(stale?.first ?? []).flatMap(({ id, days }) => {
          const deal = deals.get(id);
          return deal ? [{ deal, days }] : [];
        })}
        state={dealLines.state.value}
        draw={({ deal, days }) => (
          <RecordRow
            key={deal.id}
            subject={{ kind: 'opportunity', id: deal.id }}
            name={deal.title}
            why={t('today.untouched', { count: days })}
          >
            <DealLine deal={deal} />
          </RecordRow>
        )}
      />
      <Group
        title={t('today.noNextStep')}
        count={noNextStep?.count ?? 0}
        rows={(noNextStep?.first ?? []).flatMap((id) => leads.get(id) ?? [])}
        state={leadLines.state.value}
        draw={(lead) => (
          <RecordRow key={lead.id} subject={{ kind: 'lead', id: lead.id }} name={lead.company || lead.contact} why="">
            <LeadLineView lead={lead} />
          </RecordRow>
        )}
      />
    </>
  );

  function closeText(close: Day | null): string {
    if (!close) return '';
    const text = session.formats.value.day(close);
    return t(close < today ? 'today.closeLate' : 'today.closeDue', { day: text });
  }
}

/** In a file that has no leads and deals yet, the first one is what there is to do. */
function NothingYet() {
  const panel = usePanel();
  const canEdit = panel.session.canEdit.value;
  return (
    <EmptyList title={t('deals.empty')} text={t(canEdit ? 'list.emptyHint' : 'list.emptyViewer')}>
      {canEdit && (
        <Button onClick={() => openDealForm(panel)} icon="plus">
          {t('home.newDeal')}
        </Button>
      )}
    </EmptyList>
  );
}

type GroupProps<Row> = {
  readonly title: string;
  readonly count: number;
  readonly rows: readonly Row[];
  /** Of the list that knows the rows. */
  readonly state: LoadState;
  readonly draw: (row: Row) => ComponentChildren;
};

/** As many as are seen at a glance. */
const FEW = 8;

function Group<Row>({ title, count, rows, state, draw }: GroupProps<Row>) {
  const { session } = usePanel();
  const [all, setAll] = useState(false);
  if (rows.length === 0 && (count === 0 || state === 'ready')) return null;
  const number = session.formats.value.number;
  const more = rows.length - FEW;
  return (
    <section aria-label={title} class="pb-1">
      <h2 class="flex justify-between border-b border-line bg-wash px-3 py-1 text-sm font-semibold">
        {title} <span class="font-normal text-soft">{number(count)}</span>
      </h2>
      {rows.length === 0 && isComing(state) && <Skeleton rows={Math.min(count, FEW)} tall />}
      <ul>{(all ? rows : rows.slice(0, FEW)).map(draw)}</ul>
      {more > 0 && !all && (
        <div class="px-1.5">
          <Button look="quiet" onClick={() => setAll(true)}>
            {t('today.more', { count: more })}
          </Button>
        </div>
      )}
      {all && count > rows.length && (
        <p class="px-3 py-1 text-sm text-soft">{t('today.most', { count: rows.length })}</p>
      )}
    </section>
  );
}
