/** @jest-environment jsdom */
import { act, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { CrmError } from '../../src/domain/errors';
import { GoogleFails, never } from './fake-google';
import { closePanels, openDeal, openLead, openPanel } from './open-panel';
import { samples } from './samples';

const deal = samples.deal({ title: 'Annual supply' });
const VIEW_ONLY = 'View only. Ask the owner of the file for the right to edit.';
const GONE = 'No connection. What you typed waits here.';

let onLine = true;

/** As the browser tells it. */
function connection(isThere: boolean) {
  onLine = isThere;
  act(() => {
    window.dispatchEvent(new Event(isThere ? 'online' : 'offline'));
  });
}

beforeAll(() => {
  Object.defineProperty(navigator, 'onLine', { configurable: true, get: () => onLine });
});

afterEach(() => {
  onLine = true;
  closePanels();
});

const changeNextStep = async (text: string) => {
  fireEvent.click(await screen.findByRole('button', { name: /^Next step/ }));
  const input = screen.getByLabelText('Next step');
  fireEvent.input(input, { target: { value: text } });
  fireEvent.keyDown(input, { key: 'Enter' });
};

describe('without a connection', () => {
  it('a bar says so, and goes when it is back; the lists are read again then', async () => {
    const { inputsOf } = openPanel({ deals: [deal] });
    await screen.findByText('Annual supply');
    connection(false);
    expect(screen.getByText(GONE)).toBeTruthy();
    const before = inputsOf('changedOpportunityLines').length;
    connection(true);
    expect(screen.queryByText(GONE)).toBeNull();
    await waitFor(() => expect(inputsOf('changedOpportunityLines').length).toBe(before + 1));
  });

  it('what was typed waits, and is saved when it is back', async () => {
    const { inputsOf } = openDeal(deal, {
      handlers: { changeOpportunity: ({ changes }) => samples.found({ ...deal, ...changes } as typeof deal) },
    });
    await screen.findByText('Annual supply');
    connection(false);
    await changeNextStep('Call the mill');
    expect((await screen.findByRole('alert')).textContent).toContain('“Call the mill” is not saved. No connection');
    expect(inputsOf('changeOpportunity')).toEqual([]);
    connection(true);
    await waitFor(() => expect(inputsOf('changeOpportunity').length).toBe(1));
    expect(inputsOf('changeOpportunity')[0]?.changes).toEqual({ nextStep: 'Call the mill' });
    await waitFor(() => expect(screen.queryByRole('alert')).toBeNull());
  });

  it.each([
    [
      'a value',
      'nextStep',
      { nextStep: 'They called' },
      () => changeNextStep('Call the mill'),
      { nextStep: 'Send the offer' },
      'Next step was changed by someone in the sheet.',
    ],
    [
      'a stage',
      'stage',
      { stage: 'Negotiation' },
      async () => fireEvent.click(await screen.findByRole('button', { name: 'Proposal' })),
      { pipeline: 'Sales', stage: 'Discovery' },
      'Stage was changed by someone in the sheet.',
    ],
  ] as const)(
    '%s that somebody else changes meanwhile is not written over unasked',
    async (_, field, theirs, act, seen, said) => {
      const gone = () => {
        throw new GoogleFails('NetworkError: Connection failure due to HTTP 0');
      };
      const { handlers, inputsOf } = openDeal(deal, { handlers: { changeOpportunity: gone, moveOpportunity: gone } });
      await screen.findByText('Annual supply');
      handlers.opportunity = gone;
      await act();
      await screen.findByRole('alert');
      const now = samples.found({ ...deal, ...theirs });
      const conflict = () => {
        const [value] = Object.values(theirs);
        throw new CrmError('CONFLICT', 'Somebody was first.', { differences: [{ field, seen: null, now: value! }] });
      };
      Object.assign(handlers, { changeOpportunity: conflict, moveOpportunity: conflict, opportunity: () => now });
      // No event of the browser: the next look at the selection finds Google again.
      handlers.selected = () => ({ kind: 'opportunity', found: now });
      fireEvent.focus(window);
      expect(await screen.findByText(said)).toBeTruthy();
      const method = field === 'stage' ? 'moveOpportunity' : 'changeOpportunity';
      await waitFor(() => expect(inputsOf(method)).toHaveLength(2));
      expect(inputsOf(method)[1]?.seen).toEqual(seen);
    },
  );

  it('it shows too where only the calls fail, until one comes through', async () => {
    const { handlers } = openPanel({ deals: [deal] });
    await screen.findByText('Annual supply');
    handlers.opportunityLines = () => {
      throw new GoogleFails('NetworkError: Connection failure due to HTTP 0');
    };
    handlers.leadLines = handlers.opportunityLines as never;
    handlers.ownFields = handlers.opportunityLines as never;
    handlers.start = handlers.opportunityLines as never;
    handlers.selected = handlers.opportunityLines as never;
    fireEvent.click(screen.getByRole('button', { name: 'Read the sheet again' }));
    const bar = (await screen.findByText(GONE)).parentElement!;
    Object.assign(handlers, {
      start: () => samples.start(),
      leadLines: () => samples.leadLines([]),
      ownFields: () => samples.start().ownFields,
      opportunityLines: () => samples.dealLines([deal]),
      selected: () => null,
    });
    fireEvent.click(within(bar).getByRole('button', { name: 'Try again' }));
    await waitFor(() => expect(screen.queryByText(GONE)).toBeNull());
  });
});

describe('who may only look', () => {
  it('is told once, and meets no button in the lists that would fail', async () => {
    const { inputsOf } = openPanel({ deals: [deal], leads: [samples.lead()], start: { canEdit: false } });
    await screen.findByText('Annual supply');
    expect(screen.getAllByText(VIEW_ONLY)).toHaveLength(1);
    for (const name of [/^New/, 'Last actions', /Adopt/]) expect(screen.queryByRole('button', { name })).toBeNull();
    fireEvent.keyDown(document.body, { key: '/' });
    for (const text of ['nobody', 'new', 'import', 'last actions', 'report']) {
      fireEvent.input(await screen.findByRole('combobox'), { target: { value: text } });
      expect(screen.queryByRole('option', { name: /New|Import|Last actions|report/ })).toBeNull();
    }
    // Looking after rows that wait writes into History what it finds.
    expect(inputsOf('catchUp')).toEqual([]);
  });

  it('reads a deal and a lead whole, without a field or button to change them by', async () => {
    openDeal(deal, { start: { canEdit: false }, handlers: { timeline: () => [samples.activity()] } });
    await screen.findByText('Talked about delivery');
    expect(screen.getByText('Send the offer')).toBeTruthy();
    for (const name of [/^Next step/, /^Delete/, 'Call', 'Link to another lead'])
      expect(screen.queryByRole('button', { name })).toBeNull();
    const stages = within(screen.getByRole('group', { name: 'Move to a stage' })).getAllByRole('button');
    expect(stages.every((stage) => (stage as HTMLButtonElement).disabled)).toBe(true);
    expect(screen.getAllByText(VIEW_ONLY)).toHaveLength(1);
  });

  it('has no conversion, no new deal and no erasing at a lead', async () => {
    openLead(samples.lead(), { start: { canEdit: false } });
    await screen.findByText('ingrid@halden.example');
    for (const name of ['Convert to a deal', 'New deal', /^Delete/, /^Erase/])
      expect(screen.queryByRole('button', { name })).toBeNull();
  });

  it('gets no further by the keys for new records and for undoing', async () => {
    const { opened } = openPanel({ deals: [deal], start: { canEdit: false } });
    await screen.findByText('Annual supply');
    fireEvent.keyDown(document.body, { key: 'n' });
    fireEvent.keyDown(document.body, { key: 'u' });
    expect(screen.getByText('Annual supply')).toBeTruthy();
    expect(opened).toEqual([]);
    fireEvent.keyDown(document.body, { key: '?' });
    expect(await screen.findByText('Back, or cancel editing; from the lists to the sheet')).toBeTruthy();
    expect(screen.queryByText('New deal or lead')).toBeNull();
    const keys = screen.getAllByRole('term').map(({ textContent }) => textContent);
    for (const key of ['n', 'd', 's', 'b', 'u']) expect(keys).not.toContain(key);
  });

  it('keeps what they had begun to log in sight, without a button that would fail', async () => {
    const { panel, inputsOf } = openDeal(deal, { start: { canEdit: false } });
    await screen.findByText('Annual supply');
    const draft = panel.logDraft(deal.id);
    act(() => {
      draft.value = { ...draft.value, type: 'Call', text: 'They want oak' };
    });
    expect(((await screen.findByRole('textbox')) as HTMLTextAreaElement).value).toBe('They want oak');
    expect((screen.getByRole('button', { name: 'Log Call' }) as HTMLButtonElement).disabled).toBe(true);
    fireEvent.keyDown(screen.getByRole('textbox'), { key: 'Enter', ctrlKey: true });
    expect(inputsOf('logActivity')).toEqual([]);
  });

  it('in a file without the CRM is told who can set it up', async () => {
    openPanel({ start: { canEdit: false, settings: null } });
    expect(await screen.findByText(/Somebody who may edit it can set it up here/)).toBeTruthy();
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('lost the right while the panel was open: what they typed stays in sight, and the panel only shows from then on', async () => {
    const { handlers } = openDeal(deal, {
      handlers: {
        changeOpportunity: () => {
          throw new CrmError(
            'DENIED',
            'You may not edit “Opportunities”. Ask an owner of the file for the right to edit.',
          );
        },
      },
    });
    handlers.start = () => samples.start({ canEdit: false });
    await changeNextStep('Call the mill');
    expect((await screen.findByRole('alert')).textContent).toContain('“Call the mill” is not saved. You may not edit');
    expect(await screen.findByText(VIEW_ONLY)).toBeTruthy();
    expect(screen.queryByRole('button', { name: /^Next step/ })).toBeNull();
    expect(screen.getByRole('alert').textContent).toContain('Call the mill');
  });
});

describe('Google’s own failures', () => {
  it.each([
    ['Service invoked too many times for one day: spreadsheets.', 'Google’s daily limit for scripts'],
    ['There are too many scripts running simultaneously for this Google user account.', 'Too much is running'],
    ['Exceeded maximum execution time', 'Google stopped this because it took too long'],
    ['We’re sorry, a server error occurred while reading from storage. Error code PERMISSION_DENIED.', 'mixed up'],
  ])('“%s” is explained, and reading can be tried again', async (said, sentence) => {
    const { handlers } = openPanel({
      handlers: {
        opportunityLines: () => {
          throw new GoogleFails(said);
        },
      },
    });
    expect((await screen.findByRole('alert')).textContent).toContain(sentence);
    handlers.opportunityLines = () => samples.dealLines([deal]);
    fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('Annual supply')).toBeTruthy();
  });
});

describe('no wait lasts for ever', () => {
  const WAITED = 31_000;

  beforeEach(() => {
    jest.useFakeTimers();
  });

  afterEach(() => {
    jest.useRealTimers();
  });

  it('for the first answer, a record or its timeline', async () => {
    openPanel({ isBare: true, handlers: { start: never } });
    await jest.advanceTimersByTimeAsync(WAITED);
    expect(screen.getByRole('alert').textContent).toContain('No answer for 30 seconds');
    closePanels();
    document.body.innerHTML = '';
    const { panel } = openPanel({ deals: [deal], handlers: { opportunity: never, timeline: never } });
    await jest.advanceTimersByTimeAsync(10);
    act(() => panel.screens.go({ name: 'opportunity', id: deal.id }));
    await jest.advanceTimersByTimeAsync(WAITED);
    expect(screen.getAllByText(/No answer for 30 seconds/).length).toBeGreaterThan(0);
    expect(screen.queryByRole('status', { name: 'Loading' })).toBeNull();
  });

  it('for reading the lists again, a saved view or the rows that wait', async () => {
    const { panel, handlers } = openPanel({ deals: [deal] });
    await jest.advanceTimersByTimeAsync(10);
    Object.assign(handlers, { start: never, leadLines: never, opportunityLines: never, ownFields: never });
    Object.assign(handlers, { catchUp: never, saveViews: never });
    fireEvent.click(screen.getByRole('button', { name: 'Read the sheet again' }));
    panel.rows.look();
    const kept = panel.ownViews.change((own) => own).catch((error) => error.code);
    await jest.advanceTimersByTimeAsync(WAITED);
    expect(screen.getByRole('button', { name: 'Read the sheet again' })).toBeTruthy();
    expect(await kept).toBe('TIMEOUT');
    handlers.catchUp = () => ({ logged: 0, waiting: [{ kind: 'lead', rows: [{ row: 9, name: 'Acme' }] }], twice: [] });
    await panel.rows.look();
    expect(panel.rows.waiting.value).toHaveLength(1);
  });
});
