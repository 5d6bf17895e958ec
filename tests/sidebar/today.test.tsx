/** @jest-environment jsdom */
import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import type { Completed } from '../../src/contract/contract';
import type { Saved } from '../../src/domain/crm';
import { CrmError } from '../../src/domain/errors';
import type { Activity } from '../../src/domain/records';
import { type Handlers, later } from './fake-google';
import { closePanels, openPanel } from './open-panel';
import { samples } from './samples';

const task = (fields: Partial<Activity> = {}) =>
  samples.activity({ type: 'Task', subject: 'Send the offer', when: null, due: '2026-11-20', ...fields });
const callBack = task({ id: 'A-0000000002', subject: 'Call back', due: '2026-11-22', owner: 'Bo' });
const deal = samples.deal();
const lead = samples.lead();

const openToday = (tasks: readonly Activity[] = [task(), callBack], handlers: Handlers = {}) =>
  openPanel({
    tab: 'today',
    deals: [deal],
    leads: [lead],
    handlers: { today: () => samples.today(tasks), ...handlers },
  });

const group = (name: string) => screen.findByRole('region', { name });
const button = (name: string | RegExp) => screen.findByRole('button', { name });

afterEach(closePanels);

describe('Today', () => {
  it('is what the panel opens on, from what came with the page', async () => {
    const first = {
      leads: samples.leadLines([lead]),
      opportunities: samples.dealLines([deal]),
      tasks: { lines: samples.activityLines([task()]), count: 12, overdue: 9, canRepeat: true },
      counts: { leads: 1, opportunities: 1 },
    };
    const { requests } = openPanel({ tab: 'today', start: { first } });
    expect(await screen.findByText('Send the offer')).toBeTruthy();
    expect(screen.getByRole('tab', { name: /Today.*9 tasks overdue/ })).toBeTruthy();
    expect(requests).toHaveLength(0);
  });

  it('groups tasks by how urgent they are, and says what they are about', async () => {
    openToday();
    expect((await group('Overdue')).textContent).toContain(
      'Send the offerOverdue since Nov 20, 2026Annual supply · Halden Timber',
    );
    expect((await group('Due today')).textContent).toContain('Call back');
    expect(screen.queryByRole('region', { name: 'Next 7 days' })).toBeNull();
  });

  it('lists deals that close or stand still, and leads without a next step', async () => {
    const one = { count: 1, first: [deal.id] };
    const told = {
      closing: one,
      stale: { count: 1, first: [{ id: deal.id, days: 40 }] },
      noNextStep: { count: 1, first: [lead.id] },
    };
    openToday([], { today: () => samples.today([], told) });
    expect((await group('Deals that close this week')).textContent).toContain('Closes Dec 18, 2026');
    expect((await group('Deals that stand still')).textContent).toContain('Nothing done for 40 days');
    fireEvent.click(within(await group('Leads without a next step')).getByRole('button', { name: /^Halden/ }));
    expect(await screen.findByRole('heading', { name: 'Lead' })).toBeTruthy();
  });

  it('takes a task away the moment it is done, and brings it back by an undo', async () => {
    const answer = later<Completed>();
    const { inputsOf } = openToday([task(), callBack], {
      completeTask: () => answer.promise,
      changeActivity: ({ changes }) => samples.found(task(changes as Partial<Activity>)),
    });
    fireEvent.click(await button('Done: Send the offer'));
    expect(screen.queryByText('Send the offer')).toBeNull();
    expect(screen.getByRole('tab', { name: 'Today' })).toBeTruthy();
    await waitFor(() => expect(inputsOf('completeTask')).toHaveLength(1));
    const { doneAt } = inputsOf('completeTask')[0]!;
    expect(inputsOf('completeTask')[0]).toMatchObject({ id: 'A-0000000001', seen: { doneAt: null } });
    answer.answer({ task: samples.found(task({ doneAt })), next: null, action: '' });
    fireEvent.click(await button('Undo'));
    await waitFor(() =>
      expect(inputsOf('changeActivity')).toMatchObject([{ changes: { doneAt: null }, seen: { doneAt } }]),
    );
    expect(await screen.findByText('Send the offer')).toBeTruthy();
  });

  it('says when a task that repeats comes again', async () => {
    const next = task({ id: 'A-0000000009', due: '2026-11-27', repeat: 'every week' });
    openToday([task({ repeat: 'every week' })], {
      completeTask: ({ doneAt }) => ({ task: samples.found(task({ doneAt })), next, action: '' }),
    });
    fireEvent.click(await button('Done: Send the offer'));
    expect(await screen.findByText('“Send the offer” is done; next on Nov 27, 2026')).toBeTruthy();
  });

  it('puts a task back that could not be completed, and says why', async () => {
    openToday(undefined, {
      completeTask: () => {
        throw new CrmError('BUSY', 'Someone else is saving right now.');
      },
    });
    fireEvent.click(await button('Done: Send the offer'));
    expect(await screen.findByText('Someone else is saving right now.')).toBeTruthy();
    expect(screen.getByText('Send the offer')).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Try again' })).toBeTruthy();
  });

  it('puts a task off with two clicks', async () => {
    const { inputsOf } = openToday(undefined, {
      changeActivity: ({ changes }) => samples.found(task(changes as Partial<Activity>)),
    });
    fireEvent.click(await button('Put off, log or edit “Send the offer”'));
    fireEvent.click(await button('Tomorrow'));
    expect((await group('Next 7 days')).textContent).toContain('Send the offer');
    await waitFor(() =>
      expect(inputsOf('changeActivity')).toMatchObject([
        { id: 'A-0000000001', changes: { due: '2026-11-23' }, seen: { due: '2026-11-20' } },
      ]),
    );
  });

  it('puts a task off to a day that is typed, and not to those that are passed on the way', async () => {
    const { inputsOf } = openToday(undefined, {
      changeActivity: ({ changes }) => samples.found(task(changes as Partial<Activity>)),
    });
    fireEvent.click(await button('Put off, log or edit “Send the offer”'));
    const day = screen.getByLabelText('Put off to');
    const put = screen.getByRole('button', { name: 'Put off' }) as HTMLButtonElement;
    expect(put.disabled).toBe(true);
    for (const value of ['0002-12-05', '2026-12-05']) {
      fireEvent.input(day, { target: { value } });
      fireEvent.change(day, { target: { value } });
    }
    expect(inputsOf('changeActivity')).toEqual([]);
    fireEvent.submit(day.closest('form')!);
    await waitFor(() => expect(inputsOf('changeActivity')).toMatchObject([{ changes: { due: '2026-12-05' } }]));
    expect(screen.queryByLabelText('Put off to')).toBeNull();
  });

  it('is worked through by keyboard: done with d, and the next task has the focus', async () => {
    const { inputsOf } = openToday([task(), task({ id: 'A-0000000003', subject: 'Second', due: '2026-11-21' })], {
      completeTask: ({ doneAt }) => ({ task: samples.found(task({ doneAt })), next: null, action: '' }),
    });
    const row = await button(/^Send the offer/);
    row.focus();
    fireEvent.keyDown(row, { key: 'd' });
    await waitFor(() => expect(inputsOf('completeTask')).toHaveLength(1));
    expect(document.activeElement?.textContent).toContain('Second');
  });

  it('leaves the focus in the list where the last row of a group is done, and on the page where the last of all is', async () => {
    openToday(undefined, {
      completeTask: ({ id, doneAt }) => ({ task: samples.found(task({ id, doneAt })), next: null, action: '' }),
    });
    const row = await button(/^Send the offer/);
    row.focus();
    fireEvent.keyDown(row, { key: 'd' });
    await waitFor(() => expect(screen.queryByText('Send the offer')).toBeNull());
    expect(document.activeElement?.textContent).toContain('Call back');
    fireEvent.keyDown(document.activeElement!, { key: 'd' });
    await waitFor(() => expect(screen.queryByText('Call back')).toBeNull());
    expect(document.activeElement?.tagName).toBe('MAIN');
  });

  it('closes the tools of a task by Escape, and the row has the focus', async () => {
    const { focusOnGrid } = openToday();
    fireEvent.click(await button('Put off, log or edit “Send the offer”'));
    fireEvent.keyDown(screen.getByLabelText('Put off to'), { key: 'Escape' });
    expect(screen.queryByLabelText('Put off to')).toBeNull();
    expect(document.activeElement?.textContent).toContain('Send the offer');
    expect(focusOnGrid).not.toHaveBeenCalled();
  });

  it('asks before it leaves what is typed about a deal, though the deal’s other row was closed', async () => {
    const one = { count: 1, first: [deal.id] };
    const { panel } = openToday([], {
      today: () => samples.today([], { closing: one, stale: { count: 1, first: [{ id: deal.id, days: 40 }] } }),
    });
    const logs = async () => screen.findAllByRole('button', { name: 'Log for Annual supply' });
    await group('Deals that stand still');
    for (const toggle of await logs()) fireEvent.click(toggle);
    fireEvent.click(screen.getAllByRole('button', { name: 'Call' })[0]!);
    fireEvent.input(screen.getAllByRole('textbox')[0]!, { target: { value: 'They want oak' } });
    await waitFor(() => expect(panel.screens.hasUnsaved.value).toBe(true));
    fireEvent.click((await logs())[1]!);
    await waitFor(() => expect(screen.getAllByRole('textbox')).toHaveLength(1));
    expect(panel.screens.hasUnsaved.value).toBe(true);
    fireEvent.click((await logs())[0]!);
    await waitFor(() => expect(panel.screens.hasUnsaved.value).toBe(false));
  });

  it('counts a task that is opened and was not listed once', async () => {
    const counts = { overdue: 300, today: 0, week: 0, undated: 0, later: 0 };
    const unlisted = task({ id: 'A-0000000007', subject: 'Far down' });
    const { panel } = openToday(undefined, {
      today: () => samples.today([task()], { counts }),
      activity: () => samples.found(unlisted),
      changeActivity: ({ changes }) => samples.found({ ...unlisted, ...(changes as Partial<Activity>) }),
    });
    await screen.findByText('Send the offer');
    await waitFor(() => expect(panel.agenda.overdue.value).toBe(300));
    await panel.activities.load(unlisted.id);
    expect(panel.agenda.overdue.value).toBe(300);
    panel.agenda.patch(unlisted.id, { doneAt: 5 });
    expect(panel.agenda.overdue.value).toBe(299);
  });

  it('logs about the record of a task in its place', async () => {
    const { inputsOf } = openToday(undefined, { logActivity: ({ id, type }) => samples.activity({ id, type }) });
    fireEvent.click(await button('Put off, log or edit “Send the offer”'));
    fireEvent.click(await button('Log'));
    fireEvent.click(await button('Call'));
    fireEvent.click(await button('Log Call'));
    await waitFor(() => expect(inputsOf('logActivity')[0]?.about).toEqual({ kind: 'opportunity', id: deal.id }));
    await waitFor(() => expect(inputsOf('today').length).toBeGreaterThan(1));
  });

  it('says how much waits and that the deals could not be read, instead of showing nothing', async () => {
    const one = { count: 1, first: [deal.id] };
    const { handlers, panel } = openToday([], {
      today: () => samples.today([], { closing: one }),
      opportunityLines: () => {
        throw new CrmError('BUSY', 'The file is busy.');
      },
    });
    await waitFor(() => expect(panel.agenda.told.value).toBeTruthy());
    expect((await group('Deals that close this week')).textContent).toBe('Deals that close this week 1');
    expect((await screen.findByRole('alert')).textContent).toContain('The file is busy.');
    handlers.opportunityLines = () => samples.dealLines([deal]);
    fireEvent.click(within(screen.getByRole('alert')).getByRole('button', { name: 'Try again' }));
    expect(await button(/^Annual supply/)).toBeTruthy();
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('keeps a place for deals that are still on their way', async () => {
    const one = { count: 1, first: [deal.id] };
    const answer = later<ReturnType<typeof samples.dealLines>>();
    const { panel } = openToday([task()], {
      today: () => samples.today([task()], { closing: one }),
      opportunityLines: () => answer.promise,
    });
    await panel.agenda.load();
    expect(within(await group('Deals that close this week')).getByRole('status', { name: 'Loading' })).toBeTruthy();
    answer.answer(samples.dealLines([deal]));
    expect(await button(/^Annual supply/)).toBeTruthy();
    expect(screen.queryByRole('status', { name: 'Loading' })).toBeNull();
  });

  it('asks for one’s own day alone', async () => {
    const { inputsOf } = openToday(undefined, {
      today: ({ owner }) => samples.today([task(), callBack].filter((one) => owner === '' || one.owner === owner)),
    });
    await screen.findByText('Call back');
    fireEvent.click(await button(/Mine/));
    await waitFor(() => expect(screen.queryByText('Call back')).toBeNull());
    expect(inputsOf('today').at(-1)).toEqual({ owner: 'Anna Lindqvist' });
  });

  it('offers the first deal in a file that has nothing yet', async () => {
    openPanel({ tab: 'today' });
    expect(await screen.findByText('No deals yet')).toBeTruthy();
    expect(screen.getAllByRole('button', { name: 'New deal' })).toHaveLength(2);
  });

  it('says so where nothing waits, and where it cannot be read', async () => {
    const { handlers, panel } = openToday([]);
    expect(await screen.findByText('Nothing waits for you')).toBeTruthy();
    handlers.today = () => {
      throw new CrmError('QUOTA', 'Google’s limit is reached.');
    };
    panel.agenda.load();
    expect((await screen.findByRole('alert')).textContent).toContain('Google’s limit');
  });
});

describe('an open task of a record', () => {
  it('stands above its timeline, and is done there', async () => {
    const { inputsOf, panel } = openToday([], {
      timeline: () => [task(), samples.activity({ id: 'A-0000000004' })],
      completeTask: ({ doneAt }) => ({ task: samples.found(task({ doneAt })), next: null, action: '' }),
    });
    await screen.findByText('Nothing waits for you');
    panel.screens.go({ name: 'opportunity', id: deal.id });
    const tasks = await group('Open tasks');
    fireEvent.click(within(tasks).getByRole('button', { name: 'Done: Send the offer' }));
    await waitFor(() => expect(inputsOf('completeTask')).toHaveLength(1));
    await waitFor(() => expect(screen.queryByRole('region', { name: 'Open tasks' })).toBeNull());
    expect((await group('Timeline')).textContent).toContain('Send the offer');
  });
});

describe('the list of activities', () => {
  const page = (tasks: readonly Activity[]) => ({ lines: samples.activityLines(tasks), count: tasks.length });
  const openList = (handlers: Handlers = {}) =>
    openPanel({
      tab: 'activity',
      deals: [deal],
      leads: [lead],
      handlers: { activities: () => page([task(), samples.activity({ id: 'A-0000000004' })]), ...handlers },
    });

  it('asks the server for what is chosen', async () => {
    const { inputsOf } = openList();
    await screen.findByText('Talked about delivery');
    fireEvent.change(screen.getByRole('combobox', { name: 'Done or not' }), { target: { value: 'open' } });
    await waitFor(() => expect(inputsOf('activities').at(-1)).toMatchObject({ state: 'open', skip: 0 }));
    fireEvent.change(screen.getByRole('combobox', { name: 'Period' }), { target: { value: 'week' } });
    await waitFor(() => expect(inputsOf('activities').at(-1)).toMatchObject({ from: '2026-11-16', to: '2026-11-22' }));
  });

  it('brings the next page when its end comes near', async () => {
    const many = Array.from({ length: 3 }, (_, n) => samples.activity({ id: `A-000000001${n}`, subject: `No ${n}` }));
    const { inputsOf } = openList({
      activities: ({ skip }) => ({ ...page(many.slice(skip, skip + 2)), count: 3 }),
    });
    expect(await screen.findByText('No 2')).toBeTruthy();
    expect(inputsOf('activities').map(({ skip }) => skip)).toEqual([0, 2]);
  });

  it('opens one to be edited in place; somebody else’s change is not written over', async () => {
    const { inputsOf, handlers } = openList({ activity: () => samples.found(task()) });
    fireEvent.click(await button(/Send the offer/));
    expect(await screen.findByRole('heading', { name: 'Activity' })).toBeTruthy();
    handlers.changeActivity = (): Saved<Activity> => {
      handlers.activity = () => samples.found(task({ owner: 'Bo' }));
      const differences = [{ field: 'owner', seen: 'Anna Lindqvist', now: 'Bo' }];
      throw new CrmError('CONFLICT', 'Someone changed Owner.', { differences });
    };
    fireEvent.click(await button('Owner: Anna Lindqvist'));
    const owner = screen.getByRole('combobox', { name: 'Owner' });
    fireEvent.input(owner, { target: { value: '' } });
    fireEvent.blur(owner);
    await waitFor(() => expect(inputsOf('changeActivity')).toMatchObject([{ seen: { owner: 'Anna Lindqvist' } }]));
    expect(await screen.findByText('Owner was changed by someone in the sheet.')).toBeTruthy();
    handlers.changeActivity = ({ changes }) => samples.found(task(changes as Partial<Activity>));
    fireEvent.click(await button('Overwrite'));
    await waitFor(() => expect(inputsOf('changeActivity').at(-1)).toMatchObject({ seen: { owner: 'Bo' } }));
  });

  it('links one to another deal', async () => {
    const other = samples.deal({ id: 'O-0000000002', title: 'Press line' });
    const { inputsOf } = openPanel({
      tab: 'activity',
      deals: [deal, other],
      leads: [lead],
      handlers: {
        activities: () => page([task({ leadId: lead.id })]),
        activity: () => samples.found(task({ leadId: lead.id })),
        changeActivity: ({ changes }) => samples.found(task({ leadId: lead.id, ...(changes as Partial<Activity>) })),
      },
    });
    fireEvent.click(await button(/Send the offer/));
    fireEvent.click(await button('Link to another lead or deal'));
    await screen.findByRole('option', { name: 'Press line' });
    fireEvent.change(screen.getByRole('combobox', { name: 'Deal' }), { target: { value: '' } });
    fireEvent.change(screen.getByRole('combobox', { name: 'Deal' }), { target: { value: other.id } });
    expect(inputsOf('changeActivity')).toEqual([]);
    fireEvent.click(screen.getByRole('button', { name: 'Link' }));
    await waitFor(() =>
      expect(inputsOf('changeActivity')).toMatchObject([
        { changes: { opportunityId: other.id }, seen: { opportunityId: deal.id } },
      ]),
    );
    expect(await button('Press line')).toBeTruthy();
  });

  it('offers repetition only where the file has a column for it', async () => {
    const { panel } = openList({ activity: () => samples.found(task()) });
    await screen.findByText('Talked about delivery');
    await panel.agenda.load();
    fireEvent.click(await button(/Send the offer/));
    fireEvent.click(await button('Repeat: empty'));
    expect(screen.getByRole('option', { name: 'every 2 weeks' })).toBeTruthy();
  });
});
