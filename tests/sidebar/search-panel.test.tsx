/** @jest-environment jsdom */
import { act, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { CrmError } from '../../src/domain/errors';
import type { Activity } from '../../src/domain/records';
import { later } from './fake-google';
import { closePanels, openDeal, openPanel } from './open-panel';
import { samples } from './samples';

const deals = [
  samples.deal({ id: 'O-0000000001', title: 'Annual supply' }),
  samples.deal({ id: 'O-0000000002', title: 'Press line', lead: 'Čapek & Synové', leadId: 'L-0000000002' }),
];
const leads = [
  samples.lead({ id: 'L-0000000001', phone: '+47 90 12 34 56' }),
  samples.lead({ id: 'L-0000000002', company: 'Čapek & Synové', contact: 'Zdeněk Čapek', email: 'z@capek.example' }),
];
const call = samples.activity({ id: 'A-0000000001', subject: 'Talked about the press', opportunityId: 'O-0000000002' });

const input = () => screen.getByRole('combobox', { name: /^Search/ }) as HTMLInputElement;
const type = (text: string) => fireEvent.input(input(), { target: { value: text } });
const press = (key: string) => fireEvent.keyDown(document.activeElement ?? document.body, { key });
const options = () => within(screen.getByRole('listbox', { name: 'Search results' })).getAllByRole('option');
const groups = () =>
  within(screen.getByRole('listbox', { name: 'Search results' }))
    .getAllByRole('group')
    .map((group) => group.getAttribute('aria-label'));
const active = () => document.getElementById(input().getAttribute('aria-activedescendant') ?? '')?.textContent ?? '';
const pause = (milliseconds: number) => act(() => new Promise((resolve) => setTimeout(resolve, milliseconds)));

async function opened(handlers = {}) {
  const panel = openPanel({ leads, deals, handlers: { searchActivities: () => [], ...handlers } });
  await screen.findByText('Press line');
  fireEvent.keyDown(document.body, { key: '/' });
  await waitFor(() => expect(document.activeElement).toBe(input()));
  return panel;
}

afterEach(closePanels);

describe('search opens over whatever is on the screen', () => {
  it('by /, by Ctrl K and by Cmd K, and Esc leads back', async () => {
    await opened();
    press('Escape');
    expect(screen.getByText('Press line')).toBeTruthy();
    for (const key of [{ ctrlKey: true }, { metaKey: true }]) {
      fireEvent.keyDown(document.body, { key: 'k', ...key });
      await waitFor(() => expect(document.activeElement).toBe(input()));
      press('Escape');
      expect(screen.queryByRole('listbox')).toBeNull();
    }
  });

  it('from a record, which is there again after Esc with what was being typed', async () => {
    openDeal(samples.deal({ title: 'Annual supply' }));
    await screen.findByRole('heading', { name: 'Deal' });
    fireEvent.click(screen.getByRole('button', { name: 'Note' }));
    const box = screen.getByRole('textbox', { name: 'What about the Note?' });
    fireEvent.input(box, { target: { value: 'They asked' } });
    box.focus();
    fireEvent.keyDown(box, { key: 'k', ctrlKey: true });
    await waitFor(() => expect(document.activeElement).toBe(input()));
    expect(screen.queryByRole('heading', { name: 'Deal' })).toBeNull();
    press('Escape');
    expect(screen.getByRole('heading', { name: 'Deal' })).toBeTruthy();
    expect(screen.getByDisplayValue('They asked')).toBe(document.activeElement);
  });

  it('by its field on the first screen, which has the focus again after Esc', async () => {
    await opened();
    press('Escape');
    const field = screen.getByRole('button', { name: /^Search leads/ });
    field.focus();
    fireEvent.click(field);
    expect(document.activeElement).toBe(input());
    press('Escape');
    await waitFor(() => expect(document.activeElement).toBe(field));
  });

  it('and holds the row that is selected in the grid until the search is over', async () => {
    const { panel } = await opened();
    const row = { kind: 'opportunity', found: samples.found(samples.deal({ id: 'O-0000000001' })) } as const;
    jest.spyOn(document, 'hasFocus').mockReturnValue(true);
    await act(async () => {
      panel.deals.take(row.found);
      const { call: ask } = panel.client;
      Object.assign(panel.client, {
        call: (...args: Parameters<typeof ask>) => (args[0] === 'selected' ? row : ask(...args)),
      });
      panel.follower.setPinned(true);
      panel.follower.setPinned(false);
    });
    expect(await screen.findByText('Selected: Annual supply')).toBeTruthy();
    expect(input()).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Show' }));
    expect(await screen.findByRole('heading', { name: 'Deal' })).toBeTruthy();
    expect(screen.queryByRole('listbox', { name: 'Search results' })).toBeNull();
  });
});

describe('what it finds', () => {
  it('is grouped, the group with the best first, and told to whoever cannot see it', async () => {
    await opened();
    type('capek');
    expect(groups()).toEqual(['Leads', 'Deals']);
    expect(screen.getByText('2 results')).toBeTruthy();
    expect([...document.querySelectorAll('mark')].map((mark) => mark.textContent)).toContain('Čapek');
    type('press');
    expect(groups()).toEqual(['Deals']);
  });

  it('opens by arrows and Enter, with Home and End for the ends of the list', async () => {
    await opened();
    type('capek');
    expect(active()).toContain('Zdeněk');
    press('ArrowDown');
    expect(active()).toContain('Press line');
    press('End');
    expect(active()).toContain('New lead “capek”');
    press('ArrowDown');
    expect(active()).toContain('Zdeněk');
    press('ArrowUp');
    press('Home');
    press('ArrowDown');
    expect(options().filter((one) => one.getAttribute('aria-selected') === 'true')).toHaveLength(1);
    press('Enter');
    expect(await screen.findByRole('heading', { name: 'Deal' })).toBeTruthy();
    expect(screen.queryByRole('listbox', { name: 'Search results' })).toBeNull();
  });

  it('is marked where it was mistyped, and shows the phone number or the owner by which it was found', async () => {
    await opened();
    type('hadlen');
    expect(within(options()[0]!).getByText('Halden').tagName).toBe('MARK');
    type('9012 34');
    expect(options()[0]!.textContent).toContain('+47 90 12 34 56');
    type('lindqvist');
    expect(options()[0]!.textContent).toContain('Anna Lindqvist');
  });

  it('shows some of many, and all when somebody wants to', async () => {
    const many = Array.from({ length: 30 }, (_, n) =>
      samples.lead({ id: `L-${String(n).padStart(10, '0')}`, company: `Birch ${n}` }),
    );
    openPanel({ leads: many, handlers: { searchActivities: () => [] } });
    await screen.findByText('No deals yet');
    fireEvent.keyDown(document.body, { key: '/' });
    type('birch');
    expect(options()).toHaveLength(7);
    fireEvent.click(screen.getByRole('option', { name: 'Show all 30 Leads' }));
    expect(options()).toHaveLength(31);
    expect(document.activeElement).toBe(input());
  });

  it('offers to add the lead that nobody is', async () => {
    await opened();
    type('Nordlicht');
    expect(screen.getByText('Searching activities…')).toBeTruthy();
    expect(await screen.findByText('Nothing found')).toBeTruthy();
    press('Enter');
    expect((screen.getByLabelText(/Company/) as HTMLInputElement).value).toBe('Nordlicht');
  });
});

describe('before anything is typed', () => {
  it('the records of this session are listed, the last one first, and then what can be done', async () => {
    const { panel } = openPanel({ leads, deals });
    await screen.findByText('Press line');
    for (const id of ['O-0000000001', 'O-0000000002']) {
      act(() => panel.screens.go({ name: 'opportunity', id }));
      await screen.findByRole('heading', { name: 'Deal' });
      act(() => panel.screens.home());
    }
    fireEvent.keyDown(document.body, { key: '/' });
    expect(groups()).toEqual(['Recent', 'Commands']);
    expect(options()[0]!.textContent).toContain('Press line');
    expect(options()[1]!.textContent).toContain('Annual supply');
  });
});

describe('commands', () => {
  it('are found by their names and by other words for them', async () => {
    const { opened: dialogs } = await opened();
    type('imp');
    press('Enter');
    expect(dialogs).toEqual(['import']);
    fireEvent.keyDown(document.body, { key: '/' });
    type('repair');
    expect(active()).toContain('Last actions');
    press('Enter');
    expect(dialogs).toEqual(['import', 'repair']);
  });

  it('lead to lists, forms, and stop following the sheet', async () => {
    const { panel } = await opened();
    type('go to leads');
    press('Enter');
    expect(await screen.findByRole('tab', { name: /Leads/, selected: true })).toBeTruthy();
    fireEvent.keyDown(document.body, { key: '/' });
    type('following');
    press('Enter');
    expect(panel.follower.pinned.value).toBe(true);
    fireEvent.keyDown(document.body, { key: '/' });
    type('new deal');
    press('Enter');
    expect(await screen.findByRole('heading', { name: 'New deal' })).toBeTruthy();
  });

  it('log on the record that is shown', async () => {
    openDeal(samples.deal());
    await screen.findByRole('heading', { name: 'Deal' });
    fireEvent.keyDown(document.body, { key: '/' });
    type('log meet');
    press('Enter');
    expect(await screen.findByRole('textbox', { name: 'What about the Meeting?' })).toBeTruthy();
  });
});

describe('activities', () => {
  it('are asked for after a pause, once, and lead to what they are about', async () => {
    const { inputsOf } = await opened({ searchActivities: () => [call], activity: () => samples.found(call) });
    for (const text of ['p', 'pr', 'pre', 'press']) type(text);
    expect(inputsOf('searchActivities')).toEqual([]);
    await screen.findByText(/Talked about the/);
    expect(inputsOf('searchActivities')).toEqual([{ text: 'press' }]);
    expect(groups()).toEqual(['Deals', 'Activities']);
    fireEvent.click(screen.getByText(/Talked about the/));
    expect(await screen.findByRole('heading', { name: 'Activity' })).toBeTruthy();
  });

  it('of an older query are never shown', async () => {
    const first = later<readonly Activity[]>();
    const { inputsOf } = await opened({
      searchActivities: ({ text }: { text: string }) => (text === 'press' ? first.promise : []),
    });
    type('press');
    await waitFor(() => expect(inputsOf('searchActivities')).toHaveLength(1));
    type('press li');
    await waitFor(() => expect(inputsOf('searchActivities')).toHaveLength(2));
    first.answer([call]);
    await pause(20);
    expect(screen.queryByText(/Talked about the/)).toBeNull();
  });

  it('that cannot be searched leave leads and deals as they are, and can be asked for again', async () => {
    const { handlers } = await opened({
      searchActivities: () => {
        throw new CrmError('QUOTA', 'Google’s limit is reached.');
      },
    });
    type('press');
    expect((await screen.findByRole('alert')).textContent).toContain('Google’s limit is reached.');
    expect(groups()).toEqual(['Deals']);
    handlers.searchActivities = () => [call];
    fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText(/Talked about the/)).toBeTruthy();
  });
});
