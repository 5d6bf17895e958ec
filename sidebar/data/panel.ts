import { effect, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { Answer, LeadLine, OpportunityLine, Selected, Start } from '../../src/contract/contract';
import type { Lead, Opportunity } from '../../src/domain/records';
import { t } from '../texts/text';
import { awaitSetUp } from './await-set-up';
import { type Client, createClient } from './client';
import { createFollower, type Follower } from './follow';
import type { Form } from './form';
import { createHomeState, type HomeState } from './home-state';
import { createLines, type LinesStore, leadLineOf, opportunityLineOf } from './lines';
import { createLogDrafts, type LogDraft } from './log-drafts';
import { createRecords, type RecordStore } from './records';
import { createScreens, placeOf, type RecordScreen, type Screens } from './screens';
import { createSearchState, type SearchState } from './search-state';
import { warmUp } from './searchable';
import { createSession, type Session } from './session';
import { createTimelines, type Timelines } from './timelines';
import { createToasts, type Toasts } from './toasts';
import { createWaitingRows, type WaitingRows } from './waiting-rows';

/** Everything one sidebar knows and can do. The views read it; nothing outside `data` talks with the server. */
export type Panel = {
  readonly client: Client;
  readonly session: Session;
  readonly leadLines: LinesStore<LeadLine>;
  readonly dealLines: LinesStore<OpportunityLine>;
  readonly leads: RecordStore<Lead>;
  readonly deals: RecordStore<Opportunity>;
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
  readonly home: HomeState;
  readonly search: SearchState;
  readonly form: Signal<Form | null>;
  readonly logDraft: (recordId: string) => Signal<LogDraft>;
  begin(first: Answer<Start> | null): Promise<void>;
  setUp(): Promise<void>;
  refresh(): Promise<void>;
  readLines(): Promise<void>;
  end(): void;
};

/** Lines older than this are read again when somebody comes back to the panel. */
const STALE_AFTER = 2 * 60_000;

export function createPanel(client: Client = createClient()): Panel {
  const session = createSession(client);
  const leadLines = createLines<LeadLine>(
    () => client.call('leadLines', {}),
    (since) => client.call('changedLeadLines', { since }),
  );
  const dealLines = createLines<OpportunityLine>(
    () => client.call('opportunityLines', {}),
    (since) => client.call('changedOpportunityLines', { since }),
  );
  const leads = createRecords<Lead>(
    (id) => client.call('lead', { id }),
    (id, lead) => (lead ? leadLines.put(leadLineOf(lead)) : leadLines.remove(id)),
  );
  const deals = createRecords<Opportunity>(
    (id) => client.call('opportunity', { id }),
    (id, deal) => (deal ? dealLines.put(opportunityLineOf(deal)) : dealLines.remove(id)),
  );
  const screens = createScreens();
  const toasts = createToasts();
  const rows = createWaitingRows(client);
  const search = createSearchState(client);
  const stopNoting = effect(() => search.noteShown(screens.current.value));
  const reading = signal(false);
  const held = signal<RecordScreen | null>(null);
  let readAt = 0;
  /** While the file has no CRM. */
  let waiting: ReturnType<typeof awaitSetUp> | null = null;

  const writes = () => leads.writes() + deals.writes();

  const follower = createFollower(
    async () => {
      const before = writes();
      const selected = await client.call('selected', {});
      if (selected && writes() === before) take(selected);
      return selected;
    },
    (selected) => show(selected && screenOf(selected)),
  );

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
    const { selected, first } = start;
    if (first) {
      leadLines.begin(first.leads, first.counts.leads);
      dealLines.begin(first.opportunities, first.counts.opportunities);
    }
    if (selected) {
      take(selected);
      show(screenOf(selected));
    }
    follower.start(selected);
    setTimeout(() => readLines().then(rows.look));
  }

  /** The menu can set the file up too, and so can somebody else. */
  async function look(): Promise<boolean> {
    if (session.busy.value) return false;
    const isThere = await session.look();
    if (isThere && waiting) goOn();
    return isThere;
  }

  const onFocus = () => {
    if (readAt > 0 && Date.now() - readAt > STALE_AFTER) refresh();
    rows.lookAgain();
  };

  async function refresh() {
    await Promise.all([session.load(), readLines()]);
    const error = session.error.value ?? leadLines.error.value ?? dealLines.error.value;
    if (error) toasts.complain(error.message, { label: t('retry'), act: refresh });
  }

  return {
    client,
    session,
    leadLines,
    dealLines,
    leads,
    deals,
    timelines: createTimelines(client),
    screens,
    toasts,
    follower,
    held,
    reading,
    rows,
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
    home: createHomeState(),
    search,
    form: signal<Form | null>(null),
    logDraft: createLogDrafts(),
    async begin(first) {
      window.addEventListener('focus', onFocus);
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
    },
  };
}

/** The record a selection stands for: an activity leads to the deal or lead it is about. */
export const screenOf = ({ kind, found }: Selected): RecordScreen | null =>
  kind === 'activity' ? placeOf(found.record) : { name: kind, id: found.record.id };
