/** @jest-environment jsdom */
import { fireEvent, screen } from '@testing-library/preact';
import type { Selected } from '../../src/contract/contract';
import { CrmError } from '../../src/domain/errors';
import { later, never } from './fake-google';
import { closePanels, openPanel } from './open-panel';
import { samples } from './samples';

const dealSelected = (id: string, title: string): Selected => ({
  kind: 'opportunity',
  found: samples.found(samples.deal({ id, title })),
});

const noCrm = () => samples.start({ settings: null });

const pass = (time: number) => jest.advanceTimersByTimeAsync(time);

beforeEach(() => {
  jest.useFakeTimers();
});

afterEach(() => {
  closePanels();
  jest.useRealTimers();
});

const select = (server: ReturnType<typeof openPanel>, selected: Selected | null) => {
  server.handlers.selected = () => selected;
};

describe('the panel of a file without a CRM', () => {
  it('notices that the menu has set it up, and goes on by itself', async () => {
    const { handlers, inputsOf } = openPanel({ start: { settings: null }, handlers: { start: noCrm } });
    await pass(6000);
    expect(screen.getByRole('button', { name: 'Set up CRM' }).hasAttribute('disabled')).toBe(false);
    handlers.start = () => samples.start();
    await pass(3000);
    expect(screen.getByRole('tab', { name: /Deals/ })).toBeTruthy();
    const asked = inputsOf('start').length;
    await pass(60_000);
    expect(inputsOf('start')).toHaveLength(asked);
    expect(inputsOf('selected').length).toBeGreaterThan(0);
  });

  it('looks at once when somebody comes back to it, also where it had fallen silent', async () => {
    const { handlers, inputsOf } = openPanel({ start: { settings: null }, handlers: { start: noCrm } });
    await pass(31 * 60_000);
    const asked = inputsOf('start').length;
    await pass(60 * 60_000);
    expect(inputsOf('start')).toHaveLength(asked);
    handlers.start = () => samples.start();
    fireEvent.focus(window);
    await pass(0);
    expect(screen.getByRole('tab', { name: /Deals/ })).toBeTruthy();
  });

  it('shows nothing half made while it sets the file up itself', async () => {
    const looked = later<ReturnType<typeof samples.start>>();
    openPanel({ start: { settings: null }, handlers: { start: () => looked.promise, setUp: never } });
    await pass(3000);
    fireEvent.click(screen.getByRole('button', { name: 'Set up CRM' }));
    looked.answer(samples.start());
    await pass(10_000);
    expect(screen.getByRole('button', { name: 'Setting up…' })).toBeTruthy();
  });

  it('is not disturbed by an answer in the middle of a set-up', async () => {
    openPanel({
      start: { settings: null },
      handlers: {
        start: () => {
          throw new CrmError('SHEET_BROKEN', 'The Settings tab has no block “Stages”.');
        },
      },
    });
    await pass(6000);
    expect(screen.queryByRole('alert')).toBeNull();
  });
});

describe('the panel beside the grid', () => {
  it('opens on the record of the selected row, without a call for it', async () => {
    const { inputsOf } = openPanel({ start: { selected: dealSelected('O-0000000001', 'Annual supply') } });
    await pass(0);
    expect(screen.getByRole('button', { name: 'Title: Annual supply' })).toBeTruthy();
    await pass(1000);
    expect(inputsOf('opportunity')).toEqual([]);
    expect(inputsOf('timeline')).toEqual([{ kind: 'opportunity', id: 'O-0000000001' }]);
  });

  it('shows another record when its row is selected, and goes back to where the user was', async () => {
    const server = openPanel({ deals: [samples.deal()] });
    await pass(100);
    select(server, dealSelected('O-0000000002', 'Press line'));
    await pass(3000);
    expect(screen.getByRole('button', { name: 'Title: Press line' })).toBeTruthy();
    select(server, dealSelected('O-0000000003', 'Olive tools'));
    await pass(3000);
    expect(screen.getByRole('button', { name: 'Title: Olive tools' })).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Back' }));
    await pass(100);
    expect(screen.getByRole('tab', { name: /Deals/ })).toBeTruthy();
  });

  it('shows the deal that a selected activity is about', async () => {
    const server = openPanel();
    select(server, { kind: 'activity', found: samples.found(samples.activity()) });
    await pass(3000);
    await pass(500);
    expect(screen.getByRole('button', { name: 'Title: Annual supply' })).toBeTruthy();
  });

  it('never takes a form away while something is typed in it', async () => {
    const server = openPanel();
    await pass(100);
    fireEvent.keyDown(document.body, { key: 'n' });
    await pass(100);
    fireEvent.input(screen.getByLabelText(/Title/), { target: { value: 'Winter offer' } });
    await pass(100);
    select(server, dealSelected('O-0000000002', 'Press line'));
    await pass(3000);
    expect((screen.getByLabelText(/Title/) as HTMLInputElement).value).toBe('Winter offer');
    expect(screen.getByText('Selected: Press line')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Show' }));
    await pass(100);
    expect(screen.getByText(/not saved yet/)).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Discard it' }));
    await pass(100);
    expect(screen.getByRole('button', { name: 'Title: Press line' })).toBeTruthy();
  });

  it('does not take the record away while a field of it is being edited', async () => {
    const server = openPanel({ start: { selected: dealSelected('O-0000000001', 'Annual supply') } });
    await pass(100);
    fireEvent.click(screen.getByRole('button', { name: /^Next step: / }));
    await pass(100);
    fireEvent.input(screen.getByRole('textbox', { name: 'Next step' }), { target: { value: 'Call' } });
    await pass(100);
    select(server, dealSelected('O-0000000002', 'Press line'));
    await pass(3000);
    expect((screen.getByRole('textbox', { name: 'Next step' }) as HTMLInputElement).value).toBe('Call');
  });

  it('shows what was changed in the grid on the record that is open', async () => {
    const server = openPanel({ start: { selected: dealSelected('O-0000000001', 'Annual supply') } });
    await pass(100);
    select(server, dealSelected('O-0000000001', 'Annual supply 2027'));
    await pass(3000);
    expect(screen.getByRole('button', { name: 'Title: Annual supply 2027' })).toBeTruthy();
  });

  it('does not let an answer from before a move undo the move on the screen', async () => {
    const server = openPanel({ start: { selected: dealSelected('O-0000000001', 'Annual supply') } });
    server.handlers.moveOpportunity = ({ stage }) => samples.found(samples.deal({ stage }));
    let answerPoll: (selected: Selected) => void = () => {};
    server.handlers.selected = () =>
      new Promise((resolve) => {
        answerPoll = resolve;
      });
    await pass(3000);
    fireEvent.click(screen.getByRole('button', { name: 'Proposal' }));
    await pass(10);
    answerPoll(dealSelected('O-0000000001', 'Annual supply'));
    await pass(10);
    expect(screen.getByRole('button', { name: 'Proposal', pressed: true })).toBeTruthy();
  });

  it('stays on its record when it is pinned, and says so in the lists', async () => {
    const server = openPanel({ start: { selected: dealSelected('O-0000000001', 'Annual supply') } });
    await pass(100);
    fireEvent.click(screen.getByRole('button', { name: 'Stop following the selected row' }));
    select(server, dealSelected('O-0000000002', 'Press line'));
    await pass(60_000);
    expect(screen.getByRole('button', { name: 'Title: Annual supply' })).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Back' }));
    await pass(100);
    fireEvent.click(screen.getByRole('button', { name: 'Follow again' }));
    await pass(100);
    expect(screen.getByRole('button', { name: 'Title: Press line' })).toBeTruthy();
  });
});
