/** @jest-environment jsdom */
import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { firstAnswer } from '../../sidebar/data/first-answer';
import { CrmError } from '../../src/domain/errors';
import { GoogleFails, never } from './fake-google';
import { closePanels, openPanel } from './open-panel';
import { samples } from './samples';

const deals = [
  samples.deal({ id: 'O-0000000001', title: 'Annual supply', stage: 'Discovery', value: 12000 }),
  samples.deal({ id: 'O-0000000002', title: 'Press line', lead: 'Čapek & Synové', stage: 'Proposal', value: 9000 }),
  samples.deal({ id: 'O-0000000003', title: 'Olive tools', stage: 'Proposal', value: null }),
];
const leads = [
  samples.lead({ id: 'L-0000000001' }),
  samples.lead({ id: 'L-0000000002', company: 'Čapek & Synové', contact: 'Zdeněk Čapek', status: 'Customer' }),
];

const titles = () =>
  within(screen.getByRole('list'))
    .getAllByRole('button')
    .map((row) => row.querySelector('span span')?.textContent);

afterEach(closePanels);

describe('the first screen', () => {
  it('offers to set up the CRM in a file that has none, and says what is made', async () => {
    const { requests } = openPanel({ start: { settings: null }, handlers: { setUp: () => samples.start() } });
    expect(await screen.findByText('Opportunities')).toBeTruthy();
    expect(screen.getByText(/Your other tabs are not touched/)).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Set up CRM' }));
    expect(await screen.findByText('No deals yet')).toBeTruthy();
    expect(requests[0]?.calls[0]?.method).toBe('setUp');
  });

  it('lets setting up be tried again when it fails', async () => {
    const { handlers } = openPanel({
      start: { settings: null },
      handlers: {
        setUp: () => {
          throw new CrmError('BUSY', 'Somebody else is changing the file. Try again in a moment.');
        },
      },
    });
    fireEvent.click(await screen.findByRole('button', { name: 'Set up CRM' }));
    expect((await screen.findByRole('alert')).textContent).toContain('Somebody else is changing the file');
    handlers.setUp = () => samples.start();
    fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('No deals yet')).toBeTruthy();
  });

  it('comes with the page, or is asked for where the page brought no answer', async () => {
    const page = document.createElement('script');
    page.type = 'application/json';
    page.id = 'first';
    page.textContent = JSON.stringify({ answers: [{ ok: true, value: samples.start() }] });
    document.body.append(page);
    expect(firstAnswer()).toEqual({ ok: true, value: samples.start() });
    page.remove();
    expect(firstAnswer()).toBeNull();
    const { requests } = openPanel({ isBare: true, deals });
    expect(await screen.findByText('Olive tools')).toBeTruthy();
    expect(requests[0]?.calls[0]?.method).toBe('start');
  });

  it('offers to complete the tabs where one is missing', async () => {
    const { handlers } = openPanel({
      isBare: true,
      deals,
      handlers: {
        start: () => {
          throw new CrmError('SHEET_BROKEN', 'The tab Leads has no column “Lead ID”.');
        },
      },
    });
    expect((await screen.findByRole('alert')).textContent).toContain('no column “Lead ID”');
    handlers.setUp = () => samples.start();
    fireEvent.click(screen.getByRole('button', { name: 'Complete the tabs' }));
    expect(await screen.findByText('Olive tools')).toBeTruthy();
  });

  it('explains the several-accounts failure instead of spinning', async () => {
    openPanel({
      handlers: {
        opportunityLines: () => {
          throw new GoogleFails('Error code PERMISSION_DENIED while reading from storage');
        },
      },
    });
    expect((await screen.findByRole('alert')).textContent).toContain('browser profile');
    expect(screen.getByRole('button', { name: 'Try again' })).toBeTruthy();
  });
});

describe('the lists', () => {
  it('wait with grey bars, then show the newest deal first', async () => {
    openPanel({ deals, leads });
    expect(screen.getByRole('status', { name: 'Loading' })).toBeTruthy();
    await screen.findByText('Olive tools');
    expect(titles()).toEqual(['Olive tools', 'Press line', 'Annual supply']);
    expect(screen.getByRole('button', { name: /Press line/ }).textContent).toContain('€9,000');
  });

  it('begin with the deal that was added last, wherever somebody sorted its row to', async () => {
    const day = 86_400_000;
    const sorted = deals.map((deal, index) => ({ ...deal, createdAt: [2 * day, null, 3 * day][index] ?? null }));
    openPanel({ deals: [...sorted].reverse(), leads });
    await screen.findByText('Olive tools');
    expect(titles()).toEqual(['Olive tools', 'Annual supply', 'Press line']);
  });

  it('show one stage with its count', async () => {
    openPanel({ deals, leads });
    await screen.findByText('Olive tools');
    const chips = screen.getByRole('group', { name: 'Show by stage' });
    fireEvent.click(within(chips).getByRole('button', { name: 'Proposal 2 · €9K' }));
    expect(titles()).toEqual(['Olive tools', 'Press line']);
    fireEvent.click(within(chips).getByRole('button', { name: 'Negotiation 0' }));
    expect(screen.getByText('Nothing here')).toBeTruthy();
  });

  it('keep a stage findable that Settings does not list', async () => {
    openPanel({ deals: [samples.deal({ stage: 'Limbo' })], leads });
    expect(await screen.findByRole('button', { name: 'Limbo 1 · €12K' })).toBeTruthy();
  });

  it('sort by name and value', async () => {
    openPanel({ deals, leads });
    await screen.findByText('Olive tools');
    const sort = screen.getByRole('combobox', { name: 'Sort by' });
    fireEvent.change(sort, { target: { value: 'name' } });
    expect(titles()).toEqual(['Annual supply', 'Olive tools', 'Press line']);
    fireEvent.change(sort, { target: { value: 'value' } });
    expect(titles()).toEqual(['Annual supply', 'Press line', 'Olive tools']);
  });

  it('draw only the rows in sight of ten thousand, and reach the last one by the keyboard', async () => {
    const many = Array.from({ length: 10_000 }, (_, i) =>
      samples.deal({ id: `O-${String(i).padStart(10, '0')}`, title: `Deal ${i}` }),
    );
    openPanel({ deals: many });
    await screen.findByText('Deal 9999');
    const list = screen.getByRole('list');
    expect(within(list).getAllByRole('button').length).toBeLessThan(40);
    fireEvent.keyDown(list, { key: 'End' });
    expect(await screen.findByText('Deal 0')).toBeTruthy();
    expect(document.activeElement?.textContent).toContain('Deal 0');
  });

  it('say what is wrong when they cannot be read, and read them on demand', async () => {
    const { handlers } = openPanel({
      handlers: {
        opportunityLines: () => {
          throw new CrmError('QUOTA', 'Google’s limit is reached.');
        },
      },
    });
    expect((await screen.findByRole('alert')).textContent).toContain('Google’s limit is reached.');
    handlers.opportunityLines = () => samples.dealLines(deals);
    fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('Olive tools')).toBeTruthy();
  });

  it('stay on the screen when reading them anew fails', async () => {
    const { handlers } = openPanel({ deals, leads });
    await screen.findByText('Olive tools');
    handlers.opportunityLines = () => {
      throw new CrmError('BUSY', 'The file is busy.');
    };
    fireEvent.click(screen.getByRole('button', { name: 'Read the sheet again' }));
    expect(await screen.findByText('The file is busy.')).toBeTruthy();
    expect(titles()).toHaveLength(3);
  });
});

describe('keyboard help', () => {
  it('opens with ? and goes away with Esc', async () => {
    openPanel({ deals, leads });
    await screen.findByText('Olive tools');
    fireEvent.keyDown(document.body, { key: '?' });
    expect(await screen.findByRole('heading', { name: 'Keyboard shortcuts' })).toBeTruthy();
    fireEvent.keyDown(document.body, { key: 'Escape' });
    expect(await screen.findByText('Olive tools')).toBeTruthy();
  });

  it('closes the search by Escape before it answers the question that lies below it', async () => {
    const { panel } = openPanel({ deals, leads });
    await screen.findByText('Olive tools');
    panel.screens.noteUnsaved('something', true);
    fireEvent.keyDown(document.body, { key: '?' });
    expect(await screen.findByText('What you typed here is not saved yet.')).toBeTruthy();
    fireEvent.keyDown(document.body, { key: 'k', ctrlKey: true });
    fireEvent.keyDown(await screen.findByRole('combobox'), { key: 'Escape' });
    await waitFor(() => expect(screen.queryByRole('combobox', { name: /^Search/ })).toBeNull());
    expect(screen.getByText('What you typed here is not saved yet.')).toBeTruthy();
    fireEvent.keyDown(document.body, { key: 'Escape' });
    await waitFor(() => expect(screen.queryByText('What you typed here is not saved yet.')).toBeNull());
  });

  it('gives the keys back to the sheet by Escape where there is nothing left to leave', async () => {
    const { focusOnGrid } = openPanel({ leads: [samples.lead()] });
    fireEvent.keyDown(document.body, { key: '?' });
    await screen.findByRole('heading', { name: 'Keyboard shortcuts' });
    fireEvent.keyDown(document.body, { key: 'Escape' });
    expect(focusOnGrid).not.toHaveBeenCalled();
    await screen.findByRole('tab', { name: 'Leads' });
    // Who types in the panel goes on typing there.
    const input = document.body.appendChild(document.createElement('input'));
    fireEvent.keyDown(input, { key: 'Escape' });
    input.remove();
    expect(focusOnGrid).not.toHaveBeenCalled();
    fireEvent.keyDown(document.body, { key: 'Escape' });
    expect(focusOnGrid).toHaveBeenCalledTimes(1);
  });

  it('can turn shortcuts of a single key off', async () => {
    openPanel({ deals, leads });
    await screen.findByText('Olive tools');
    fireEvent.keyDown(document.body, { key: '?' });
    const choice = await screen.findByRole('checkbox', { name: 'Use shortcuts of a single key' });
    fireEvent.click(choice);
    fireEvent.keyDown(document.body, { key: 'Escape' });
    await screen.findByText('Olive tools');
    fireEvent.keyDown(document.body, { key: '?' });
    expect(screen.queryByRole('checkbox')).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: 'Keyboard shortcuts' }));
    fireEvent.click(await screen.findByRole('checkbox'));
  });
});

it('never waits for ever: a list without an answer says so', async () => {
  jest.useFakeTimers();
  try {
    openPanel({ handlers: { opportunityLines: never } });
    await jest.advanceTimersByTimeAsync(31_000);
    expect(screen.getByRole('alert').textContent).toContain('No answer for 30 seconds');
  } finally {
    jest.useRealTimers();
  }
});
