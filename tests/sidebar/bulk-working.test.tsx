/** @jest-environment jsdom */
import { configure, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import type { Selected, Selection } from '../../src/contract/contract';
import type { ManyChanged } from '../../src/domain/crm';
import { CrmError } from '../../src/domain/errors';
import { type Handlers, later } from './fake-google';
import { closePanels, openPanel } from './open-panel';

// The whole panel is drawn before the rows are told.
configure({ asyncUtilTimeout: 5000 });

afterEach(closePanels);

const id = (n: number) => `O-${String(n).padStart(10, '0')}`;
const rows = (count = 3): Selected => ({ kind: 'rows', of: 'opportunity', count, at: `A2:A${count + 1}` });

const selectionOf = (count = 3): Selection => ({
  of: 'opportunity',
  count,
  records: Array.from({ length: count }, (_, n) => ({
    id: id(n),
    name: `Deal ${n}`,
    seen: { pipeline: 'Sales', stage: 'Discovery', owner: '' },
  })),
  hidden: 0,
  isChecked: true,
  others: 0,
});

const click = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));
const choose = (label: string, value: string) => fireEvent.input(screen.getByLabelText(label), { target: { value } });
const whole: ManyChanged = { changed: 3, kept: [], missing: [], action: 'X-0000000001' };

async function openBulk(handlers: Handlers) {
  const server = openPanel({ handlers: { selected: () => rows(), selection: () => selectionOf(), ...handlers } });
  fireEvent.click(await screen.findByRole('button', { name: 'Actions' }));
  await screen.findByRole('heading', { name: '3 deals' });
  return server;
}

/** Moves the selected deals; the answer comes when the test says so. */
async function moving() {
  const answer = later<ManyChanged>();
  const server = await openBulk({ moveMany: () => answer.promise });
  click('Stage');
  choose('Stage', '3');
  click('Go on');
  click('Change 3 records');
  await screen.findByRole('button', { name: 'Working…' });
  await waitFor(() => expect(server.panel.screens.hasUnsaved.value).toBe(false));
  return { ...server, answer };
}

describe('while many records are changed', () => {
  it('the question cannot be taken back any more', async () => {
    const { answer } = await moving();
    const cancel = screen.getByRole<HTMLButtonElement>('button', { name: 'Cancel' });
    expect(cancel.disabled).toBe(true);
    fireEvent.keyDown(screen.getByRole('group', { name: /^Move to/ }), { key: 'Escape' });
    expect(screen.getByRole('group', { name: /^Move to/ })).toBeTruthy();
    answer.answer(whole);
    await screen.findByText('3 records changed');
  });

  it('whoever opened something else meanwhile stays there', async () => {
    const { panel, answer } = await moving();
    panel.screens.go({ name: 'shortcuts' });
    answer.answer(whole);
    await screen.findByText('3 records changed');
    expect(panel.screens.current.value).toEqual({ name: 'shortcuts' });
  });

  it('whoever left is told that it failed', async () => {
    const { panel, answer } = await moving();
    panel.screens.go({ name: 'shortcuts' });
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Working…' })).toBeNull());
    answer.fail(new CrmError('BUSY', 'Someone else is saving right now.'));
    expect(await screen.findByText('Someone else is saving right now.')).toBeTruthy();
  });

  it('whoever left is told which records stay as they were', async () => {
    const { panel, answer } = await moving();
    panel.screens.go({ name: 'shortcuts' });
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Working…' })).toBeNull());
    answer.answer({ ...whole, changed: 1, kept: [{ id: id(1), now: 'Proposal', why: 'formula' }], missing: [id(2)] });
    expect(await screen.findByText('2 stay as they were: Deal 1, Deal 2')).toBeTruthy();
  });
});

it('a change that all of them have already is told as none, without a way back', async () => {
  await openBulk({ moveMany: () => ({ ...whole, changed: 0, action: null }) });
  click('Stage');
  choose('Stage', '3');
  click('Go on');
  click('Change 3 records');
  await screen.findByText('Nothing to change: all of them are like that already.');
  expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull();
});

it('what is logged again after a failure belongs to the same action, other words to another', async () => {
  let tries = 0;
  const server = await openBulk({
    logMany: () => {
      if (tries++ < 2) throw new CrmError('BUSY', 'Someone else is saving right now.');
      return { logged: 3, missing: [], action: 'X-0000000001' };
    },
  });
  click('Task');
  choose('Task', 'Send the calendar');
  click('Go on');
  click('Log on 3 records');
  await screen.findByText('Someone else is saving right now.');
  click('Log on 3 records');
  await waitFor(() => expect(server.inputsOf('logMany')).toHaveLength(2));
  fireEvent.click(await screen.findByRole('button', { name: 'Cancel' }));
  choose('Task', 'Send the catalogue');
  click('Go on');
  click('Log on 3 records');
  await screen.findByText('Task logged on 3 records');
  const [first, second, third] = server.inputsOf('logMany');
  expect(second).toEqual(first);
  expect(first!.action).toMatch(/^X-/);
  expect(third!.subject).toBe('Send the catalogue');
  expect(third!.action).not.toBe(first!.action);
  const idsOf = (input: typeof first) => input!.records.map(({ activityId }) => activityId);
  expect(idsOf(third).filter((one) => idsOf(first).includes(one))).toEqual([]);
});

it('rows that are taken while the first are still read are those that count', async () => {
  const answers = [later<Selection>(), later<Selection>()];
  let asked = 0;
  const server = openPanel({ handlers: { selected: () => rows(), selection: () => answers[asked++]!.promise } });
  fireEvent.click(await screen.findByRole('button', { name: 'Actions' }));
  server.handlers.selected = () => rows(5);
  fireEvent.focus(window);
  await screen.findByText('5 rows selected');
  click('Take these');
  answers[1]!.answer(selectionOf(5));
  await screen.findByRole('heading', { name: '5 deals' });
  answers[0]!.answer(selectionOf(3));
  await new Promise((done) => setTimeout(done, 50));
  expect(within(screen.getByRole('list', { name: 'Selected records' })).getAllByRole('listitem')).toHaveLength(5);
});
