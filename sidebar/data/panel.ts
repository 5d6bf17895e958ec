import { computed, effect, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { Answer, LeadLine, OpportunityLine, Selected, Start } from '../../src/contract/contract';
import type { SelectedRecord } from '../../src/domain/crm';
import type { Activity, Lead, Opportunity } from '../../src/domain/records';
import { ownName } from '../../src/domain/settings';
import { t } from '../texts/text';
import { type ActivityList, createActivityList } from './activity-list';
import { type AgendaStore, createAgenda } from './agenda';
import { CERTAIN } from './attempt';
import { awaitSetUp } from './await-set-up';
import { type Bulk, createBulk } from './bulk';
import type { CallError } from './call-error';
import { type Client, createClient, doesWrite, overheard } from './client';
import { type Connection, createConnection } from './connection';
import { createFollower, type Follower } from './follow';
import type { Form } from './form';
import { createHomeState, type HomeState } from './home-state';
import { createLines, type LinesStore, leadLineOf, opportunityLineOf } from './lines';
import { createLogDrafts, type LogDraft } from './log-drafts';
import { createOwnViews, type OwnViewsStore } from './own-views';
import { createRecords, type RecordStore } from './records';
import { renew } from './renew';
import type { SavedField } from './saved-field';
import { createScreens, placeOf, type RecordScreen, type Screens } from './screens';
import { createSearchState, type SearchState } from './search-state';
import { warmUp } from './searchable';
import { createSession, type Session } from './session';
import { createShownLists, type ShownLists } from './shown-lists';
import { showActivity } from './task-actions';
import { createTimelines, type Timelines } from './timelines';
import { createToasts, type Toasts } from './toasts';
import { showView } from './view-actions';
import { createWaitingRows, type WaitingRows } from './waiting-rows';

/** Everything one sidebar knows and can do. The views read it; nothing outside `data` talks with the server. */
export type Panel = {
  readonly client: Client;
  readonly session: Session;
  readonly leadLines: LinesStore<LeadLine>;
  readonly dealLines: LinesStore<OpportunityLine>;
  readonly leads: RecordStore<Lead>;
  readonly deals: RecordStore<Opportunity>;
  readonly activities: RecordStore<Activity>;
  /** What the day asks for. */
  readonly agenda: AgendaStore;
  readonly activityList: ActivityList;
  readonly timelines: Timelines;
  readonly screens: Screens;
  readonly toasts: Toasts;
  readonly follower: Follower;
  /** Selected in the grid, but not shown because something unsaved is on the screen. */
  readonly held: ReadonlySignal<RecordScreen | null>;
  showHeld(): void;
  /** The lists are being read, perhaps anew. */
  readonly reading: ReadonlySignal<boolean>;
  /** Rows of the grid that nobody has told the CRM of. */
  readonly rows: WaitingRows;
  /** The field that was saved last on the record on the screen. */
  readonly saved: Signal<SavedField | null>;
  /** Several rows that are selected in the grid. */
  readonly bulk: Bulk;
  readonly home: HomeState;
  readonly lists: ShownLists;
  readonly connection: Connection;
  /** How many dialogs of the sheet were opened since the user was here. */
  readonly away: Signal<number>;
  readonly ownViews: OwnViewsStore;
  /** The name by which the user stands in Owner cells; '' where nobody knows it. */
  readonly me: ReadonlySignal<string>;
  readonly search: SearchState;
  readonly form: Signal<Form | null>;
  readonly logDraft: (recordId: string) => Signal<LogDraft>;
  begin(first: Answer<Start> | null): Promise<void>;
  setUp(): Promise<void>;
  refresh(): Promise<void>;
  readLines(): Promise<void>;
  end(): void;
};

/** After these a record is not as it was shown, or may not be: what failed without a reason can have written all the same. */
const doesOutdate = ({ code }: CallError): boolean => code === 'NOT_FOUND' || !CERTAIN.includes(code);

/** Lines older than this are read again when somebody comes back to the panel. */
const STALE_AFTER = 2 * 60_000;

export function createPanel(through: Client = createClient()): Panel {
  const client = overheard(through, (error, method) => {
    connection.note(error);
    if (doesWrite(method) && (!error || doesOutdate(error)))
      for (const store of [agenda, activityList, leadLines, dealLines]) store.outdate();
    // Somebody may have taken the right to edit away: the panel goes by what the file says now.
    if (error?.code === 'DENIED' && method !== 'start' && session.canEdit.value) session.load();
  });
  const session = createSession(client);
  const home = createHomeState();
  const ownViews = createOwnViews(client);
  const me = computed(
    () => ownName(session.settings.value, session.start.value?.user ?? '') || ownViews.own.value.owner,
  );
  const leadLines = createLines<LeadLine>(
    () => client.call('leadLines', {}),
    (since) => client.call('changedLeadLines', { since }),
    (id) => leads.shown(id).peek().saving,
  );
  const dealLines = createLines<OpportunityLine>(
    () => client.call('opportunityLines', {}),
    (since) => client.call('changedOpportunityLines', { since }),
    (id) => deals.shown(id).peek().saving,
  );
  const leads = createRecords<Lead>(
    (id) => client.call('lead', { id }),
    (id, lead) => (lead ? leadLines.put(leadLineOf(lead)) : leadLines.remove(id)),
  );
  const deals = createRecords<Opportunity>(
    (id) => client.call('opportunity', { id }),
    (id, deal) => (deal ? dealLines.put(opportunityLineOf(deal)) : dealLines.remove(id)),
  );
  const isSaving = (id: string) => activities.shown(id).peek().saving;
  const timelines = createTimelines(client, isSaving);
  const agenda = createAgenda(
    (own) => client.call('today', { owner: own }),
    computed(() => (home.mine.value ? me.value || null : '')),
    session.today,
    isSaving,
  );
  const activityList = createActivityList(
    (input) => client.call('activities', input),
    home,
    me,
    session.today,
    isSaving,
  );
  const activities = createRecords<Activity>(
    (id) => client.call('activity', { id }),
    (id, activity) => {
      if (activity) agenda.meet(activity);
      showActivity({ agenda, activityList, timelines }, id, activity);
    },
  );
  const screens = createScreens();
  const toasts = createToasts();
  const rows = createWaitingRows(client, session.canEdit);
  const bulk = createBulk(client);
  const search = createSearchState(client);
  const stopNoting = effect(() => search.noteShown(screens.current.value));
  const reading = signal(false);
  const held = signal<RecordScreen | null>(null);
  const away = signal(0);
  let readAt = 0;
  /** While the file has no CRM. */
  let waiting: ReturnType<typeof awaitSetUp> | null = null;

  const connection = createConnection(() => {
    if (readAt > 0) refresh();
    for (const store of [leads, deals, activities]) store.tryAgain('OFFLINE');
    const screen = screens.current.value;
    if ('id' in screen && screen.name !== 'activity') timelines.load({ kind: screen.name, id: screen.id });
  });

  const writes = () => leads.writes() + deals.writes();

  const follower = createFollower(async () => {
    const before = writes();
    const selected = await client.call('selected', {});
    if (selected && writes() === before) take(selected);
    return selected;
  }, tell);

  function tell(selected: Selected | null) {
    bulk.tell(selected?.kind === 'rows' ? selected : null);
    // What is shown stays beside several rows: they are not one record.
    if (selected?.kind !== 'rows') show(selected && screenOf(selected));
  }

  function take(selected: Selected) {
    if (selected.kind === 'lead') leads.take(selected.found);
    if (selected.kind === 'opportunity') deals.take(selected.found);
  }

  function show(screen: RecordScreen | null) {
    held.value = null;
    if (!screen || screens.shows(screen)) return;
    if (screens.hasUnsaved.value || (search.isOpen.value && document.hasFocus())) {
      held.value = screen;
      return;
    }
    search.close();
    // One record takes the place of another: rows that were only passed by are no way back.
    if ('id' in screens.current.value) screens.replace(screen);
    else screens.go(screen);
  }

  async function readLines() {
    if (readAt > 0) activityList.outdate();
    readAt = Date.now();
    reading.value = true;
    // With the lists the server has read what columns there are; without them the known ones stay.
    const lists = [leadLines.load(), dealLines.load()];
    await Promise.all([...lists, client.call('ownFields', {}).then(session.takeOwn, () => {})]);
    reading.value = false;
    // After the paint: nobody waits for it.
    setTimeout(() => warmUp(leadLines.lines.value, dealLines.lines.value));
  }

  function goOn() {
    const start = session.start.value;
    if (start && !start.settings) waiting ??= awaitSetUp(look);
    if (!start?.settings) return;
    waiting?.stop();
    waiting = null;
    const { selected, first, views } = start;
    ownViews.begin(views);
    const opening = views?.views.find(({ isStart }) => isStart);
    if (opening) showView(home, opening);
    if (first) {
      leadLines.begin(first.leads, first.counts.leads);
      dealLines.begin(first.opportunities, first.counts.opportunities);
    }
    if (first?.tasks) agenda.begin(first.tasks);
    if (selected) {
      take(selected);
      tell(selected);
    }
    follower.start(selected);
    setTimeout(() => readLines().then(agenda.load).then(rows.look));
    if (!views) setTimeout(ownViews.load);
  }

  /** The menu can set the file up too, and so can somebody else. */
  async function look(): Promise<boolean> {
    if (session.busy.value) return false;
    const isThere = await session.look();
    if (isThere && waiting) goOn();
    return isThere;
  }

  const onFocus = () => {
    if (away.value > 0) {
      away.value = 0;
      renew(panel);
    } else if (readAt > 0 && Date.now() - readAt > STALE_AFTER) refresh();
    rows.lookAgain();
  };

  async function refresh() {
    // Both in one request: an add-on's executions are shared by all its customers.
    await Promise.all([session.load(), readLines()]);
    agenda.load();
    const error = session.error.value ?? leadLines.error.value ?? dealLines.error.value;
    // That there is no connection stands below already.
    if (error && error.code !== 'OFFLINE') toasts.complain(error.message, { label: t('retry'), act: refresh });
  }

  const panel: Panel = {
    client,
    session,
    leadLines,
    dealLines,
    leads,
    deals,
    activities,
    agenda,
    activityList,
    timelines,
    screens,
    toasts,
    follower,
    held,
    reading,
    rows,
    bulk,
    readLines,
    showHeld() {
      const screen = held.value;
      if (!screen) return;
      search.close();
      screens.leave(() => {
        held.value = null;
        screens.replace(screen);
      });
    },
    saved: signal<SavedField | null>(null),
    home,
    lists: createShownLists({ session, home, leadLines, dealLines, me }),
    connection,
    away,
    ownViews,
    me,
    search,
    form: signal<Form | null>(null),
    logDraft: createLogDrafts(),
    async begin(first) {
      window.addEventListener('focus', onFocus);
      connection.start();
      if (first) session.begin(first);
      else await session.load();
      goOn();
    },
    async setUp() {
      await session.setUp();
      const error = session.error.value;
      if (!error) goOn();
      // On the first screen the error has its place; elsewhere it would go unseen.
      else if (session.start.value?.settings) toasts.complain(error.message);
    },
    refresh,
    end() {
      window.removeEventListener('focus', onFocus);
      stopNoting();
      follower.stop();
      waiting?.stop();
      connection.stop();
    },
  };
  return panel;
}

/** The record a selection stands for: an activity leads to the deal or lead it is about. */
const screenOf = ({ kind, found }: SelectedRecord): RecordScreen | null =>
  kind === 'activity' ? placeOf(found.record) : { name: kind, id: found.record.id };
