/** @jest-environment jsdom */
import { fireEvent, screen, waitFor } from '@testing-library/preact';
import type { Start } from '../../src/contract/contract';
import { sameOwner } from '../../src/domain/owner';
import { NO_VIEWS } from '../../src/domain/views';
import { type Handlers, never } from './fake-google';
import { closePanels, openPanel } from './open-panel';
import { samples } from './samples';

const annas = samples.activity({ type: 'Task', subject: 'Send the offer', when: null, due: '2026-11-20' });
const bos = { ...annas, id: 'A-0000000002', subject: 'Call back', owner: 'Bo' };

const openToday = (start: Partial<Start> = {}, handlers: Handlers = {}) =>
  openPanel({
    tab: 'today',
    deals: [samples.deal()],
    leads: [samples.lead()],
    start,
    handlers: {
      today: ({ owner }) => samples.today([annas, bos].filter((one) => owner === '' || sameOwner(one.owner, owner))),
      ...handlers,
    },
  });

const click = (name: string) => fireEvent.click(screen.getByRole('button', { name }));
/** How many tasks the tab says are overdue. */
const overdue = () => screen.getByRole('tab', { name: /Today/ }).querySelector('.sr-only')?.textContent ?? '';

afterEach(closePanels);

describe('“Mine” on Today', () => {
  it('asks who somebody is where nobody knows it, instead of showing everybody’s day', async () => {
    const { inputsOf } = openToday(
      { user: '' },
      { saveViews: ({ views, owner, seen }) => ({ views, owner, revision: seen + 1 }), views: () => NO_VIEWS },
    );
    await screen.findByText('Call back');
    click('Mine');
    expect(await screen.findByText('Which name in the Owner column is yours?')).toBeTruthy();
    expect(screen.queryByText('Call back')).toBeNull();
    expect(overdue()).toBe('');
    fireEvent.change(screen.getByRole('combobox'), { target: { value: 'Anna Lindqvist' } });
    click('That is me');
    expect(await screen.findByText('Send the offer')).toBeTruthy();
    expect(screen.queryByText('Call back')).toBeNull();
    expect(inputsOf('today').at(-1)).toEqual({ owner: 'Anna Lindqvist' });
  });

  it('follows the switch of the other lists, and so does the count of what is overdue', async () => {
    const { inputsOf } = openToday();
    await screen.findByText('Call back');
    expect(overdue()).toBe('2 tasks overdue');
    fireEvent.click(screen.getByRole('tab', { name: /Deals/ }));
    click('Mine');
    await waitFor(() => expect(overdue()).toBe('1 task overdue'));
    fireEvent.click(screen.getByRole('tab', { name: /Today/ }));
    expect(await screen.findByText('Send the offer')).toBeTruthy();
    expect(screen.queryByText('Call back')).toBeNull();
    expect(inputsOf('today')).toHaveLength(2);
  });

  it('shows nothing of the day of all while one’s own is on its way, and keeps the switch', async () => {
    const { handlers } = openToday();
    await screen.findByText('Call back');
    handlers.today = never;
    screen.getByRole('button', { name: 'Mine' }).focus();
    click('Mine');
    await waitFor(() => expect(screen.queryByText('Call back')).toBeNull());
    expect(screen.getByRole('status', { name: 'Loading' })).toBeTruthy();
    expect(document.activeElement?.textContent).toBe('Mine');
  });

  it('is one’s own already while the lists are still read', async () => {
    const first = {
      leads: samples.leadLines([samples.lead()]),
      opportunities: samples.dealLines([samples.deal()]),
      tasks: { lines: samples.activityLines([annas, bos]), count: 2, overdue: 2, canRepeat: true },
      counts: { leads: 1, opportunities: 1 },
    };
    openToday({ first }, { leadLines: never, opportunityLines: never });
    await screen.findByText('Call back');
    click('Mine');
    await waitFor(() => expect(screen.queryByText('Call back')).toBeNull());
    expect(await screen.findByText('Send the offer')).toBeTruthy();
  });

  it('takes a name as people type it in the page’s own tasks as well', async () => {
    const typed = { ...annas, owner: ' anna lindqvist' };
    const first = {
      leads: samples.leadLines([samples.lead()]),
      opportunities: samples.dealLines([samples.deal()]),
      tasks: { lines: samples.activityLines([typed, bos]), count: 2, overdue: 2, canRepeat: true },
      counts: { leads: 1, opportunities: 1 },
    };
    const view = {
      name: 'Mine',
      tab: 'opportunity',
      filter: '',
      pipeline: '',
      sort: 'newest',
      mine: true,
      isStart: true,
    };
    openToday({ first, views: { ...NO_VIEWS, views: [view] } }, { today: never });
    fireEvent.click(await screen.findByRole('tab', { name: /Today/ }));
    expect(await screen.findByText('Send the offer')).toBeTruthy();
    expect(screen.queryByText('Call back')).toBeNull();
  });
});
