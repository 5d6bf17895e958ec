/** @jest-environment jsdom */
import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import type { ActivityPage } from '../../src/contract/contract';
import { CrmError } from '../../src/domain/errors';
import type { Activity } from '../../src/domain/records';
import { NO_VIEWS, type OwnViews, type SavedView } from '../../src/domain/views';
import { GoogleFails, type Handlers, later } from './fake-google';
import { closePanels, openPanel } from './open-panel';
import { samples } from './samples';

const deal = samples.deal();
const lead = samples.lead();
const call = samples.activity({ id: 'A-0000000004', leadId: lead.id });
const task = samples.activity({
  id: 'A-0000000001',
  type: 'Task',
  subject: 'Send the offer',
  when: null,
  due: '2026-11-20',
  leadId: lead.id,
});

const page = (activities: readonly Activity[], count = activities.length): ActivityPage => ({
  lines: samples.activityLines(activities),
  count,
});

const openList = (handlers: Handlers = {}, start = {}) =>
  openPanel({
    tab: 'activity',
    deals: [deal, samples.deal({ id: 'O-0000000002', title: 'Press line', owner: 'Jorge' })],
    leads: [lead],
    start,
    handlers: {
      activities: () => page([task, call]),
      activity: ({ id }) => samples.found(id === task.id ? task : call),
      timeline: () => [call],
      ...handlers,
    },
  });

const button = (name: string | RegExp) => screen.findByRole('button', { name });
const choose = (label: string, value: string) =>
  fireEvent.change(screen.getByRole('combobox', { name: label }), { target: { value } });
const list = () => screen.findByRole('list', { name: 'Activities' });
const back = async () => fireEvent.click(await button('Back'));
const failing = () => {
  throw new CrmError('BUSY', 'Someone else is saving right now.');
};

afterEach(closePanels);

describe('a filter that is changed', () => {
  it('shows that it is read, and nothing of what another filter showed', async () => {
    const answer = later<ActivityPage>();
    const { handlers } = openList();
    await screen.findByText('Send the offer');
    handlers.activities = () => answer.promise;
    choose('Done or not', 'open');
    expect(screen.queryByText('Talked about delivery')).toBeNull();
    expect(screen.getByRole('status', { name: 'Loading' })).toBeTruthy();
    answer.answer(page([task]));
    expect((await list()).textContent).toContain('Send the offer');
    expect(screen.queryByRole('status', { name: 'Loading' })).toBeNull();
  });

  it('that cannot be read says why, shows nothing else, and can be tried again', async () => {
    const { handlers } = openList();
    await screen.findByText('Send the offer');
    handlers.activities = failing;
    choose('Type', 'Call');
    expect(await screen.findByText('Someone else is saving right now.')).toBeTruthy();
    expect(screen.queryByText('Send the offer')).toBeNull();
    handlers.activities = () => page([call]);
    fireEvent.click(await button('Try again'));
    expect(await screen.findByText('Talked about delivery')).toBeTruthy();
    expect(screen.queryByText('Someone else is saving right now.')).toBeNull();
  });

  it('is asked of the server once somebody stops typing', async () => {
    const { inputsOf } = openList();
    await screen.findByText('Send the offer');
    for (const text of ['d', 'de', 'del'])
      fireEvent.input(screen.getByRole('searchbox', { name: 'Text, lead or deal' }), { target: { value: text } });
    await waitFor(() => expect(inputsOf('activities').map(({ text }) => text)).toEqual(['', 'del']));
  });

  it('shows its own answer, though the one before it comes later', async () => {
    const slow = later<ActivityPage>();
    const { handlers } = openList();
    await screen.findByText('Send the offer');
    handlers.activities = ({ state }) => (state === 'open' ? slow.promise : page([call]));
    choose('Done or not', 'open');
    await new Promise((resolve) => setTimeout(resolve, 5));
    choose('Done or not', 'done');
    await screen.findByText('Talked about delivery');
    slow.answer(page([task]));
    await slow.promise;
    expect(screen.queryByText('Send the offer')).toBeNull();
  });
});

describe('what happens elsewhere', () => {
  const changed = samples.activity({ id: 'A-0000000009', subject: 'Called back' });

  /** Goes from the list to the deal, does something there, and comes back to the list. */
  async function meanwhile(handlers: Handlers, act: (panel: ReturnType<typeof openList>) => Promise<unknown>) {
    const opened = openList(handlers);
    await screen.findByText('Send the offer');
    opened.handlers.activities = () => page([changed, task, call]);
    await act(opened);
    opened.panel.screens.home();
    return opened;
  }

  it('as a call that is logged, is in the list when it is looked at again', async () => {
    await meanwhile({ logActivity: () => changed }, async ({ panel, inputsOf }) => {
      panel.screens.go({ name: 'opportunity', id: deal.id });
      fireEvent.click(await button('Call'));
      fireEvent.click(await button('Log Call'));
      await waitFor(() => expect(inputsOf('logActivity')).toHaveLength(1));
      expect(inputsOf('activities')).toHaveLength(1);
    });
    expect(await screen.findByText('Called back')).toBeTruthy();
  });

  it('as a task that is done and comes again, is in it too', async () => {
    const next = samples.activity({ ...task, id: 'A-0000000008', due: '2026-11-27' });
    await meanwhile(
      { completeTask: ({ doneAt }) => ({ task: samples.found({ ...task, doneAt }), next, action: 'X-0000000001' }) },
      async ({ inputsOf }) => {
        fireEvent.click(await button(/^Send the offer/));
        fireEvent.click(await button('Done'));
        await waitFor(() => expect(inputsOf('completeTask')).toHaveLength(1));
      },
    );
    expect(await screen.findByText('Called back')).toBeTruthy();
  });

  it('as rows that are adopted, or lists that are read anew, is in it too', async () => {
    await meanwhile({}, ({ panel }) => panel.readLines());
    expect(await screen.findByText('Called back')).toBeTruthy();
  });

  it('as a lead that is converted, is in it too', async () => {
    const made = samples.deal({ id: 'O-0000000007' });
    await meanwhile(
      {
        convertLead: () => ({
          lead: samples.found(lead),
          opportunity: samples.found(made),
          activity: changed,
          action: 'X-0000000001',
        }),
      },
      async ({ panel, inputsOf }) => {
        panel.screens.go({ name: 'lead', id: lead.id });
        fireEvent.click(await button('Convert to a deal'));
        fireEvent.click(await button('Make the deal'));
        await waitFor(() => expect(inputsOf('convertLead')).toHaveLength(1));
        await screen.findByText('Halden Timber is converted');
      },
    );
    expect(await screen.findByText('Called back')).toBeTruthy();
  });

  it('leaves nothing to read of a person who is erased, not even until the list is read again', async () => {
    const { handlers, panel } = openList({
      erasePerson: () => ({ activities: 2, historyLines: 4, deals: 0 }) as never,
    });
    await screen.findByText('Send the offer');
    handlers.activities = () => later<ActivityPage>().promise;
    panel.screens.go({ name: 'lead', id: lead.id });
    fireEvent.click(await button('Erase this person…'));
    fireEvent.click(await button('Go on'));
    fireEvent.input(screen.getByLabelText('Name of the lead'), { target: { value: 'Halden Timber' } });
    fireEvent.click(await button('Erase for good'));
    await screen.findByText(/is erased/);
    expect(await screen.findByRole('status', { name: 'Loading' })).toBeTruthy();
    expect(screen.queryByText('Send the offer')).toBeNull();
  });

  it('is not asked for while nobody looks', async () => {
    const { panel, inputsOf } = openList();
    await screen.findByText('Send the offer');
    panel.home.tab.value = 'opportunity';
    await screen.findByText('Press line');
    panel.agenda.outdate();
    await panel.readLines();
    expect(inputsOf('activities')).toHaveLength(1);
  });

  it('does not take the user from the place in a long list, whose pages are read again as they come near', async () => {
    const many = Array.from({ length: 600 }, (_, n) =>
      samples.activity({ id: `A-${1_000_000_000 + n}`, subject: `${n}` }),
    );
    const { panel, inputsOf } = openList({ activities: ({ skip }) => page(many.slice(skip, skip + 200), 600) });
    await screen.findByText('0');
    panel.home.activities.scroll.value = 150 * 46;
    await waitFor(() => expect(inputsOf('activities').map(({ skip }) => skip)).toEqual([0, 200]));
    panel.home.activities.scroll.value = 350 * 46;
    await screen.findByText('355');
    panel.activityList.outdate();
    await waitFor(() => expect(inputsOf('activities').map(({ skip }) => skip)).toEqual([0, 200, 400, 0, 200, 400]));
    expect(screen.getByText('355')).toBeTruthy();
  });
});

it('an answer that was on its way does not bring back what was deleted or changed meanwhile', async () => {
  const slow = later<ActivityPage>();
  const { handlers, panel } = openList();
  await screen.findByText('Send the offer');
  handlers.activities = () => slow.promise;
  panel.activityList.load();
  panel.activityList.remove(call.id);
  panel.activityList.patch(task.id, { subject: 'Send it again' });
  slow.answer(page([task, call]));
  await slow.promise;
  expect(await screen.findByText('Send it again')).toBeTruthy();
  await waitFor(() => expect(screen.queryByText('Talked about delivery')).toBeNull());
});

describe('whose activities', () => {
  it('are everyone’s or mine, and the person beside it says so', async () => {
    const { inputsOf } = openList();
    await screen.findByText('Send the offer');
    fireEvent.click(await button('Mine'));
    await waitFor(() => expect(inputsOf('activities').at(-1)).toMatchObject({ owner: 'Anna Lindqvist' }));
    const person = screen.getByRole<HTMLSelectElement>('combobox', { name: 'Owner' });
    expect(person.value).toBe('Anna Lindqvist');
    choose('Owner', 'Jorge');
    await waitFor(() => expect(inputsOf('activities').at(-1)).toMatchObject({ owner: 'Jorge' }));
    expect((await button('Mine')).getAttribute('aria-pressed')).toBe('false');
    fireEvent.click(await button('Everyone'));
    await waitFor(() => expect(inputsOf('activities').at(-1)).toMatchObject({ owner: '' }));
  });

  it('can be chosen by names in the records where Settings lists none', async () => {
    openList({}, { settings: { ...samples.settings, owners: [] }, user: '' });
    await screen.findByText('Send the offer');
    const names = within(screen.getByRole('combobox', { name: 'Owner' })).getAllByRole('option');
    expect(names.map((option) => option.textContent)).toEqual(['Anybody', 'Anna Lindqvist', 'Jorge']);
  });

  it('are nobody’s before the user has said who they are', async () => {
    const { inputsOf } = openList({}, { user: '' });
    await screen.findByText('Send the offer');
    fireEvent.click(await button('Mine'));
    expect(screen.getByRole('combobox', { name: 'Which name in the Owner column is yours?' })).toBeTruthy();
    expect(inputsOf('activities')).toHaveLength(1);
  });
});

it('stands in the order that is chosen; what is to be done comes by when it is due', async () => {
  const { inputsOf } = openList();
  await screen.findByText('Send the offer');
  const order = screen.getByRole<HTMLSelectElement>('combobox', { name: 'Sort by' });
  expect([...order.options].map(({ text }) => text)).toEqual(['Newest', 'Oldest', 'Due']);
  choose('Sort by', 'oldest');
  await waitFor(() => expect(inputsOf('activities').at(-1)).toMatchObject({ sort: 'oldest', skip: 0 }));
  choose('Done or not', 'open');
  await waitFor(() => expect(inputsOf('activities').at(-1)).toMatchObject({ sort: 'due', state: 'open' }));
  expect(order.value).toBe('due');
});

describe('a saved view of activities', () => {
  const view: SavedView = {
    name: 'My calls',
    tab: 'activity',
    filter: 'done',
    pipeline: '',
    sort: 'oldest',
    mine: true,
    isStart: false,
    owner: '',
    type: 'Call',
    period: 'week',
    text: 'offer',
  };
  const keeping = (views: readonly SavedView[] = []) => {
    const kept: { now: OwnViews } = { now: { ...NO_VIEWS, views } };
    const saveViews: Handlers['saveViews'] = ({ seen, ...own }) => {
      kept.now = { ...own, revision: seen + 1 };
      return kept.now;
    };
    return { kept, handlers: { views: () => kept.now, saveViews }, start: { views: kept.now } };
  };

  it('keeps all that it is chosen by', async () => {
    const { kept, handlers, start } = keeping();
    openList(handlers, start);
    await screen.findByText('Send the offer');
    fireEvent.click(await button('Mine'));
    choose('Done or not', 'done');
    choose('Sort by', 'oldest');
    choose('Type', 'Call');
    choose('Period', 'week');
    fireEvent.input(screen.getByRole('searchbox', { name: 'Text, lead or deal' }), { target: { value: 'offer' } });
    fireEvent.click(await button('Views'));
    fireEvent.input(screen.getByLabelText('Name of the view'), { target: { value: 'My calls' } });
    fireEvent.click(await button('Save'));
    await waitFor(() => expect(kept.now.views).toEqual([view]));
    expect(await button('My calls Activities')).toBeTruthy();
    choose('Period', 'today');
    expect((await button('My calls Activities')).getAttribute('aria-pressed')).toBe('false');
  });

  it('can be what the panel opens with', async () => {
    const { handlers, start } = keeping([{ ...view, isStart: true }]);
    const { inputsOf } = openList(handlers, start);
    await screen.findByText('Send the offer');
    expect(inputsOf('activities')).toEqual([
      {
        owner: 'Anna Lindqvist',
        type: 'Call',
        state: 'done',
        text: 'offer',
        from: '2026-11-16',
        to: '2026-11-22',
        sort: 'oldest',
        skip: 0,
      },
    ]);
    expect(await button('My calls')).toBeTruthy();
  });

  it('that says what this version does not know is shown as far as it does', async () => {
    const { handlers, start } = keeping([
      { ...view, filter: 'half', sort: 'colour', period: 'constructor', type: 'Fax', isStart: true },
    ]);
    const { inputsOf } = openList(handlers, start);
    await screen.findByText('Send the offer');
    expect(inputsOf('activities')[0]).toMatchObject({ state: '', sort: 'newest', from: null, to: null, type: 'Fax' });
  });
});

describe('a change of an activity', () => {
  const answering: Handlers = {
    changeActivity: ({ id, changes }) => samples.found({ ...(id === task.id ? task : call), ...(changes as object) }),
  };
  const openTask = async (handlers: Handlers = answering) => {
    const opened = openList(handlers);
    fireEvent.click(await button(/^Send the offer/));
    await screen.findByRole('heading', { name: 'Activity' });
    return opened;
  };
  const type = async (label: string, text: string) => {
    fireEvent.click(await button(new RegExp(`^${label}: `)));
    const input = screen.getByLabelText(label);
    fireEvent.input(input, { target: { value: text } });
    fireEvent.keyDown(input, { key: 'Enter' });
  };

  it('is undone beside it', async () => {
    const { inputsOf } = await openTask();
    await type('Due', '2026-12-01');
    fireEvent.click(await button('Undo: Due'));
    await waitFor(() => expect(inputsOf('changeActivity')).toHaveLength(2));
    expect(inputsOf('changeActivity')[1]).toEqual({
      id: task.id,
      changes: { due: '2026-11-20' },
      seen: { due: '2026-12-01' },
    });
  });

  it('of the record that it is about is undone with the lead that came with the deal', async () => {
    const other = { opportunityId: 'O-0000000002', leadId: 'L-0000000009' };
    const { inputsOf } = await openTask({ changeActivity: () => samples.found({ ...task, ...other }) });
    fireEvent.click(await button('Link to another lead or deal'));
    await screen.findByRole('option', { name: 'Annual supply' });
    choose('Deal', '');
    fireEvent.click(await button('Link'));
    fireEvent.click(await button('Undo: Deal'));
    await waitFor(() => expect(inputsOf('changeActivity')).toHaveLength(2));
    expect(inputsOf('changeActivity')[1]).toEqual({
      id: task.id,
      changes: { opportunityId: deal.id, leadId: lead.id },
      seen: other,
    });
  });

  it('is not undone over something else that was written there since', async () => {
    await openTask({
      ...answering,
      completeTask: ({ doneAt }) => ({ task: samples.found({ ...task, doneAt }), next: null, action: 'X-0000000001' }),
    });
    await type('Subject', 'Send it');
    await button('Undo: Subject');
    fireEvent.click(await button('Done'));
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Undo: Subject' })).toBeNull());
  });

  it('that Google failed in can be tried again', async () => {
    const { handlers } = await openTask({
      changeActivity: () => {
        throw new GoogleFails('Service unavailable');
      },
    });
    await type('Subject', 'Send it');
    await screen.findByText(/“Send it” is not saved/);
    Object.assign(handlers, answering);
    fireEvent.click(await button('Try again'));
    expect(await button('Undo: Subject')).toBeTruthy();
    await back();
  });
});

describe('columns that people added to the activities', () => {
  const room = { name: '+Room', header: 'Room', kind: 'text', options: [] } as const;

  it('are shown and changed with the activity, and undone', async () => {
    const held = { ...task, '+Room': 'Attic' };
    const { inputsOf } = openList(
      {
        activity: () => samples.found(held),
        changeActivity: ({ changes }) => samples.found({ ...held, ...(changes as object) }),
      },
      { ownFields: { lead: [], opportunity: [], activity: [room] } },
    );
    fireEvent.click(await button(/^Send the offer/));
    fireEvent.click(await button('Room: Attic'));
    const input = screen.getByLabelText('Room');
    fireEvent.input(input, { target: { value: 'Canteen' } });
    fireEvent.keyDown(input, { key: 'Enter' });
    await waitFor(() =>
      expect(inputsOf('changeActivity')).toEqual([
        { id: task.id, changes: { '+Room': 'Canteen' }, seen: { '+Room': 'Attic' } },
      ]),
    );
    expect(await button('Undo: Room')).toBeTruthy();
  });

  it('are shown in the search where something is found in them', async () => {
    openList({ searchActivities: () => [{ ...call, '+Room': 'Attic' } as Activity] });
    fireEvent.click(await button(/^Search leads/));
    fireEvent.input(screen.getByRole('combobox', { name: /^Search/ }), { target: { value: 'attic' } });
    expect((await screen.findByRole('option', { name: /Talked about delivery/ })).textContent).toContain(
      'Attic · Annual supply',
    );
  });
});
