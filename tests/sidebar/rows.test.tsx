/** @jest-environment jsdom */
import { fireEvent, screen, waitFor } from '@testing-library/preact';
import type { CaughtUp } from '../../src/domain/crm';
import { CrmError } from '../../src/domain/errors';
import { later } from './fake-google';
import { closePanels, openPanel } from './open-panel';
import { samples } from './samples';

const nothing: CaughtUp = { logged: 0, waiting: [], twice: [] };
const waiting: CaughtUp = {
  ...nothing,
  waiting: [
    {
      kind: 'lead',
      rows: [
        { row: 12, name: 'Acme' },
        { row: 13, name: 'Globex' },
        { row: 1020, name: '' },
        { row: 1021, name: 'Initech' },
      ],
    },
  ],
};

afterEach(() => {
  closePanels();
  jest.useRealTimers();
});

describe('rows typed in the grid', () => {
  it('wait in a bar that says which they are', async () => {
    openPanel({ deals: [samples.deal()], handlers: { catchUp: () => waiting } });
    const bar = await screen.findByText('4 rows typed in Leads are not in the CRM yet.');
    expect(bar.parentElement?.textContent).toContain('Row 12: Acme, Row 13: Globex, Row 1020: No name and 1 more');
  });

  it('become leads in one click, which reads the lists again', async () => {
    let told = waiting;
    const { inputsOf, handlers } = openPanel({
      deals: [samples.deal()],
      handlers: {
        catchUp: () => told,
        adoptRows: () => {
          told = nothing;
          return { adopted: 4 };
        },
      },
    });
    const adopt = await screen.findByRole('button', { name: 'Adopt' });
    handlers.leadLines = () => samples.leadLines([samples.lead({ company: 'Acme' })]);
    fireEvent.click(adopt);
    expect(await screen.findByText('4 rows adopted')).toBeTruthy();
    expect(inputsOf('adoptRows')).toEqual([{ kind: 'lead' }]);
    expect(screen.queryByText(/are not in the CRM yet/)).toBeNull();
    await waitFor(() => expect(screen.getByRole('tab', { name: 'Leads 1' })).toBeTruthy());
  });

  it('stay in the bar, and it says why, where they cannot be adopted', async () => {
    openPanel({
      handlers: {
        catchUp: () => waiting,
        adoptRows: () => {
          throw new CrmError('BUSY', 'Somebody else is changing the file.');
        },
      },
    });
    fireEvent.click(await screen.findByRole('button', { name: 'Adopt' }));
    expect(await screen.findByText('Somebody else is changing the file.')).toBeTruthy();
    expect(screen.getByText(/are not in the CRM yet/)).toBeTruthy();
  });

  it('are looked for after the lists, every five minutes at most, never twice at a time', async () => {
    jest.useFakeTimers();
    const { inputsOf, requests, panel } = openPanel({ handlers: { catchUp: () => nothing } });
    await jest.advanceTimersByTimeAsync(1000);
    const order = requests.flatMap(({ calls }) => calls.map(({ method }) => method));
    expect(order.indexOf('catchUp')).toBeGreaterThan(order.indexOf('opportunityLines'));
    fireEvent.focus(window);
    await jest.advanceTimersByTimeAsync(100);
    expect(inputsOf('catchUp')).toHaveLength(1);
    await jest.advanceTimersByTimeAsync(6 * 60_000);
    expect(inputsOf('catchUp')).toHaveLength(1);
    fireEvent.focus(window);
    fireEvent.focus(window);
    panel.rows.look();
    await jest.advanceTimersByTimeAsync(100);
    expect(inputsOf('catchUp')).toHaveLength(2);
  });

  it('that cannot be looked for say nothing: nobody asked', async () => {
    const { inputsOf } = openPanel({
      deals: [samples.deal()],
      handlers: {
        catchUp: () => {
          throw new CrmError('DENIED', 'You may not edit this file.');
        },
      },
    });
    await waitFor(() => expect(inputsOf('catchUp')).toHaveLength(1));
    await screen.findByText('Annual supply');
    expect(screen.queryByText('You may not edit this file.')).toBeNull();
  });
});

it('rows that share an id are told of, and lead to the dialog that repairs them', async () => {
  const { opened } = openPanel({
    handlers: {
      catchUp: () => ({
        ...nothing,
        twice: [
          {
            kind: 'lead',
            id: 'L-0000000001',
            rows: [
              { row: 2, name: 'Halden Timber', keeps: true },
              { row: 9, name: 'Halden Timber', keeps: false },
            ],
          },
        ],
      }),
    },
  });
  expect(await screen.findByText('2 rows share an id.')).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'Look' }));
  expect(opened).toEqual(['repair']);
});

it('the last actions open from the lists and by a key, and what was undone there shows when the user is back', async () => {
  const { opened, handlers } = openPanel({ deals: [samples.deal()] });
  fireEvent.click(await screen.findByRole('button', { name: 'Last actions' }));
  fireEvent.keyDown(document.body, { key: 'u' });
  expect(opened).toEqual(['repair', 'repair']);
  handlers.opportunityLines = () => samples.dealLines([samples.deal({ title: 'Brought back' })]);
  fireEvent.focus(window);
  expect(await screen.findByText('Brought back')).toBeTruthy();
});

it('however often a dialog is opened, all is read anew once; and not where it could not be opened', async () => {
  jest.useFakeTimers();
  const { inputsOf } = openPanel({ deals: [samples.deal()] });
  await jest.advanceTimersByTimeAsync(100);
  for (const _ of [1, 2, 3]) fireEvent.keyDown(document.body, { key: 'u' });
  // For so long that coming back is a reason of its own.
  await jest.advanceTimersByTimeAsync(5 * 60_000);
  const before = inputsOf('changedOpportunityLines').length;
  fireEvent.focus(window);
  await jest.advanceTimersByTimeAsync(100);
  expect(inputsOf('changedOpportunityLines').length).toBe(before + 1);

  const { run } = (globalThis as never as { google: { script: { run: Record<string, unknown> } } }).google.script;
  run['withFailureHandler'] = (fail: (error: Error) => void) => ({
    openRepair: () => fail(new Error('Exceeded maximum execution time')),
  });
  fireEvent.keyDown(document.body, { key: 'u' });
  expect(screen.getByText(/took too long/)).toBeTruthy();
  fireEvent.focus(window);
  await jest.advanceTimersByTimeAsync(100);
  expect(inputsOf('changedOpportunityLines').length).toBe(before + 1);
});

describe('the first lines', () => {
  const first = {
    leads: samples.leadLines([samples.lead()]),
    opportunities: samples.dealLines([samples.deal({ title: 'The newest' })]),
    tasks: null,
    counts: { leads: 4200, opportunities: 8800 },
  };

  it('stand on the screen at once, with the counts of all, until all of them are there', async () => {
    const lines = later<ReturnType<typeof samples.dealLines>>();
    openPanel({ start: { first }, handlers: { opportunityLines: () => lines.promise } });
    expect(screen.getByText('The newest')).toBeTruthy();
    expect(screen.getByRole('tab', { name: 'Deals 8,800' })).toBeTruthy();
    expect(screen.getByRole('tab', { name: 'Leads 4,200' })).toBeTruthy();
    // How many are in a stage is not known before, and would make the others move.
    expect(screen.queryByRole('button', { name: /^Discovery/ })).toBeNull();
    lines.answer(samples.dealLines([samples.deal(), samples.deal({ id: 'O-0000000002', title: 'An old one' })]));
    expect(await screen.findByText('An old one')).toBeTruthy();
    expect(screen.getByRole('tab', { name: 'Deals 2' })).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Discovery 2 · €24K' })).toBeTruthy();
  });

  it('do not pass for all of them where these cannot be read', async () => {
    openPanel({
      start: { first },
      handlers: {
        opportunityLines: () => {
          throw new CrmError('QUOTA', 'Google’s limit is reached.');
        },
      },
    });
    expect((await screen.findByRole('alert')).textContent).toContain('Google’s limit is reached.');
    expect(screen.queryByText('The newest')).toBeNull();
  });

  it('come without the selection, which is asked for right after', async () => {
    const deal = samples.deal({ title: 'Selected in the grid' });
    openPanel({
      start: { first },
      handlers: { selected: () => ({ kind: 'opportunity', found: samples.found(deal) }) },
    });
    expect(await screen.findByRole('button', { name: 'Title: Selected in the grid' })).toBeTruthy();
  });
});
