/** @jest-environment jsdom */
import { configure, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import type { Selected, Selection } from '../../src/contract/contract';
import { CrmError } from '../../src/domain/errors';
import type { Handlers } from './fake-google';
import { closePanels, openPanel } from './open-panel';
import { samples } from './samples';

// The whole panel is drawn before the rows are told.
configure({ asyncUtilTimeout: 5000 });

afterEach(closePanels);

const rows = (at = 'A2:A13', count = 12): Selected => ({ kind: 'rows', of: 'opportunity', count, at });

const id = (n: number) => `O-${String(n).padStart(10, '0')}`;

const dealsOf = (count: number): Selection['records'] =>
  Array.from({ length: count }, (_, n) => ({
    id: id(n),
    name: `Deal ${n}`,
    seen: { pipeline: 'Sales', stage: 'Discovery', owner: '' },
  }));

const selectionOf = (parts: Partial<Selection> = {}): Selection => ({
  of: 'opportunity',
  count: 12,
  records: dealsOf(10),
  hidden: 2,
  isChecked: true,
  others: 0,
  ...parts,
});

const leads: Selection = {
  of: 'lead',
  count: 2,
  records: [
    { id: 'L-0000000001', name: 'Halden Timber', seen: { status: 'New', owner: '', tags: ['fair'] } },
    { id: 'L-0000000002', name: 'Nordic Glass', seen: { status: 'New', owner: '', tags: ['fair', 'VIP'] } },
  ],
  hidden: 0,
  isChecked: true,
  others: 0,
};

const click = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));

/** The panel while rows are selected, on the screen of what can be done with them. */
async function openBulk(selection: Selection = selectionOf(), handlers: Handlers = {}) {
  const server = openPanel({ handlers: { selected: () => rows(), selection: () => selection, ...handlers } });
  fireEvent.click(await screen.findByRole('button', { name: 'Actions' }));
  await screen.findByText(/filter views|more than 200|at most 500|Select other/);
  return server;
}

const choose = (label: string, value: string) => fireEvent.input(screen.getByLabelText(label), { target: { value } });

const nothingKept = { kept: [], missing: [], action: 'X-0000000001' };

/** Moves the selected deals to the stage that is fourth in the list. */
function moveAll() {
  click('Stage');
  choose('Stage', '3');
  click('Go on');
  click(/^(Change|Log on) 10 records$/);
}

describe('several selected rows', () => {
  it('are told above the screen that is shown, which stays', async () => {
    openPanel({ handlers: { selected: () => rows() } });
    expect((await screen.findByText('12 rows selected')).getAttribute('role')).toBe('status');
    expect(screen.getByRole('tab', { name: /Deals/ })).toBeTruthy();
  });

  it('are named on their own screen, with what is left out and that filter views cannot be seen', async () => {
    await openBulk();
    const list = screen.getByRole('list', { name: 'Selected records' });
    expect(within(list).getAllByRole('listitem')).toHaveLength(10);
    expect(screen.getByRole('heading', { name: '10 deals' })).toBeTruthy();
    expect(screen.getByText('2 hidden rows are left out.')).toBeTruthy();
    expect(screen.getByText(/cannot see filter views/)).toBeTruthy();
  });

  it('are named by the first ten, and all of them when asked', async () => {
    await openBulk(selectionOf({ count: 14, records: dealsOf(14), hidden: 0 }));
    expect(screen.queryByText('Deal 12')).toBeNull();
    click('and 4 more');
    expect(screen.getByText('Deal 12')).toBeTruthy();
  });

  it('are moved after a question that names them, from where the user saw each', async () => {
    const server = await openBulk(selectionOf(), { moveMany: () => ({ changed: 10, ...nothingKept }) });
    click('Stage');
    choose('Stage', '3');
    click('Go on');
    const question = screen.getByRole('group', { name: /Move to Negotiation: Deal 0, Deal 1,/ });
    expect(server.inputsOf('moveMany')).toEqual([]);
    fireEvent.click(within(question).getByRole('button', { name: 'Change 10 records' }));
    expect(await screen.findByText('10 records changed')).toBeTruthy();
    const [input] = server.inputsOf('moveMany');
    expect(input).toMatchObject({ pipeline: 'Sales', stage: 'Negotiation' });
    expect(input!.records[0]).toEqual({ id: id(0), seen: { pipeline: 'Sales', stage: 'Discovery' } });
  });

  it('are asked why they were lost', async () => {
    const server = await openBulk(selectionOf(), { moveMany: () => ({ changed: 10, ...nothingKept }) });
    click('Stage');
    choose('Stage', '5');
    choose('Why was it lost?', 'Timing');
    click('Go on');
    click(/^(Change|Log on) 10 records$/);
    await screen.findByText('10 records changed');
    expect(server.inputsOf('moveMany')[0]).toMatchObject({ stage: 'Closed Lost', lostReason: 'Timing' });
  });

  it('go back with one click', async () => {
    const server = await openBulk(selectionOf(), {
      moveMany: () => ({ changed: 10, ...nothingKept }),
      undo: () => ({ records: 10, kept: [], notices: [] }),
    });
    moveAll();
    fireEvent.click(await screen.findByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(server.inputsOf('undo')).toEqual([{ action: 'X-0000000001' }]));
  });

  it('that stayed as they were are listed with the reason, and with who was first', async () => {
    const by = { who: 'anna@halden.example', at: Date.UTC(2026, 10, 20, 9) };
    await openBulk(selectionOf(), {
      moveMany: () => ({
        changed: 7,
        kept: [
          { id: id(1), now: 'Closed Won', why: 'changed', by },
          { id: id(2), now: 'Proposal', why: 'formula' },
          { id: id(4), now: 'Proposal', why: 'changed', by: { ...by, who: '' } },
        ],
        missing: [id(3)],
        action: 'X-0000000001',
      }),
    });
    moveAll();
    const list = await screen.findByRole('list', { name: 'Records that stay as they were' });
    const [changed, formula, nobody, gone] = within(list).getAllByRole('listitem');
    expect(changed!.textContent).toMatch(
      /^Deal 1Stage was changed by Anna Lindqvist, .*You saw Discovery; now it is Closed Won\.$/,
    );
    expect(formula!.textContent).toMatch(/^Deal 2A formula works out Stage/);
    expect(nobody!.textContent).toMatch(/^Deal 4Stage was changed by someone in the sheet\./);
    expect(gone!.textContent).toBe('Deal 3It is no longer in the sheet.');
  });

  it('that could not be changed leave the question open to try again', async () => {
    let tries = 0;
    const server = await openBulk(selectionOf(), {
      moveMany: () => {
        if (tries++ === 0) throw new CrmError('BUSY', 'Someone else is saving right now.');
        return { changed: 10, ...nothingKept };
      },
    });
    moveAll();
    expect(await screen.findByText('Someone else is saving right now.')).toBeTruthy();
    click(/^(Change|Log on) 10 records$/);
    await screen.findByText('10 records changed');
    expect(server.inputsOf('moveMany')).toHaveLength(2);
  });

  it('get a task each; logging again after a failure uses the same ids', async () => {
    let tries = 0;
    const server = await openBulk(selectionOf(), {
      logMany: () => {
        if (tries++ === 0) throw new CrmError('BUSY', 'Someone else is saving right now.');
        return { logged: 10, missing: [], action: 'X-0000000001' };
      },
    });
    click('Task');
    choose('Task', 'Send the calendar');
    click('Go on');
    click(/^(Change|Log on) 10 records$/);
    await screen.findByText('Someone else is saving right now.');
    click(/^(Change|Log on) 10 records$/);
    await screen.findByText('Task logged on 10 records');
    const [first, second] = server.inputsOf('logMany');
    expect(first).toMatchObject({ kind: 'opportunity', type: 'Task', subject: 'Send the calendar', due: null });
    expect(second).toEqual(first);
  });

  it('more than 200 are taken with hidden ones only after a question', async () => {
    await openBulk(selectionOf({ count: 300, records: dealsOf(300), hidden: 0, isChecked: false }));
    expect(screen.queryByRole('button', { name: 'Stage' })).toBeNull();
    click('Take all 300 deals');
    expect(screen.getByRole('button', { name: 'Stage' })).toBeTruthy();
  });

  it('more than 500 are too many', async () => {
    await openBulk(selectionOf({ count: 2000, records: [], hidden: 0, isChecked: false }));
    expect(screen.getByText(/2,000 rows are selected, and at most 500/)).toBeTruthy();
  });

  it('stay chosen while others are selected, which can be taken instead', async () => {
    const server = await openBulk();
    server.handlers.selected = () => rows('A2:A5', 4);
    server.handlers.selection = () => selectionOf({ count: 4, records: dealsOf(4), hidden: 0 });
    fireEvent.focus(window);
    await screen.findByText('4 rows selected');
    expect(screen.getByRole('heading', { name: '10 deals' })).toBeTruthy();
    click('Take these');
    expect(await screen.findByRole('heading', { name: '4 deals' })).toBeTruthy();
  });

  it('are not left without a question once somebody has begun', async () => {
    const server = await openBulk();
    click('Owner');
    server.handlers.selected = () => ({ kind: 'opportunity', found: samples.found(samples.deal()) });
    fireEvent.focus(window);
    await screen.findByText(/^Selected: /);
    expect(screen.getByRole('heading', { name: '10 deals' })).toBeTruthy();
  });

  it('lose only a tag that one of them has', async () => {
    const server = await openBulk(leads, { tagMany: () => ({ changed: 2, ...nothingKept }) });
    click('Remove tag');
    const offered = within(screen.getByLabelText('Remove tag')).getAllByRole('option');
    expect(offered.map((option) => option.textContent)).toEqual(['–', 'VIP', 'fair']);
    choose('Remove tag', 'fair');
    click('Go on');
    click('Change 2 records');
    await screen.findByText('2 records changed');
    const ids = leads.records.map((one) => one.id);
    expect(server.inputsOf('tagMany')).toMatchObject([{ ids, tag: 'fair', isAdded: false }]);
  });

  it('open their actions by a key', async () => {
    const server = openPanel({ handlers: { selected: () => rows(), selection: () => selectionOf() } });
    await screen.findByText('12 rows selected');
    fireEvent.keyDown(document.body, { key: 'b' });
    await screen.findByRole('heading', { name: '10 deals' });
    expect(server.inputsOf('selection')).toHaveLength(1);
  });

  it('give the focus back to the choice where the question is taken back', async () => {
    await openBulk();
    click('Stage');
    choose('Stage', '3');
    click('Go on');
    const question = screen.getByRole('group', { name: /^Move to/ });
    expect(question.contains(document.activeElement)).toBe(true);
    fireEvent.keyDown(document.activeElement!, { key: 'Escape' });
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Stage' }));
  });
});
