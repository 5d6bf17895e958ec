/** @jest-environment jsdom */
import { fireEvent, screen, waitFor } from '@testing-library/preact';
import { CrmError } from '../../src/domain/errors';
import { later } from './fake-google';
import { closePanels, openDeal, openLead } from './open-panel';
import { samples } from './samples';

const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));
/** What stands below a timeline comes with it. */
const pressLater = async (name: string) => fireEvent.click(await screen.findByRole('button', { name }));
const listsAreRead = ({ panel }: ReturnType<typeof openLead>) =>
  waitFor(() => expect([panel.leadLines.state.value, panel.dealLines.state.value]).toEqual(['ready', 'ready']));
const focused = () => document.activeElement?.textContent;

afterEach(closePanels);

describe('deleting a lead', () => {
  const open = (deleted: () => { action: string } = () => ({ action: 'X-0000000001' })) =>
    openLead(samples.lead(), {
      deals: [samples.deal(), samples.deal({ id: 'O-0000000002', title: 'Spare parts' })],
      handlers: {
        attached: () => ({ deals: 2, activities: 12 }),
        deleteRecord: deleted,
        undo: () => ({ records: 15, kept: [], notices: [] }),
      },
    });

  it('says first what goes with it, with the focus where nothing can go wrong', async () => {
    const { inputsOf } = open();
    await pressLater('Delete lead');
    const question = await screen.findByRole('alert');
    expect(question.textContent).toContain(
      'Halden Timber has 2 deals and 12 activities, which are deleted with it. You can undo this.',
    );
    expect(focused()).toBe('Cancel');
    expect(inputsOf('deleteRecord')).toEqual([]);
  });

  it('takes it, its deals and the way back to them off the screen', async () => {
    const { inputsOf, panel } = open();
    await waitFor(() => expect(panel.dealLines.lines.value).toHaveLength(2));
    await pressLater('Delete lead');
    await screen.findByRole('alert');
    press('Delete');
    expect(await screen.findByText('Halden Timber is deleted')).toBeTruthy();
    expect(inputsOf('deleteRecord')).toEqual([
      { kind: 'lead', id: 'L-0000000001', seen: { deals: 2, activities: 12 } },
    ]);
    expect(screen.getByRole('tab', { name: /Deals/ })).toBeTruthy();
    expect(panel.leadLines.lines.value).toEqual([]);
    expect(panel.dealLines.lines.value).toEqual([]);
  });

  it('can be undone from the message, which reads the lists again', async () => {
    const { inputsOf } = open();
    await screen.findByRole('button', { name: /Spare parts/ });
    await pressLater('Delete lead');
    await screen.findByRole('alert');
    press('Delete');
    fireEvent.click(await screen.findByRole('button', { name: 'Undo' }));
    expect(await screen.findByText('15 records are as they were before')).toBeTruthy();
    expect(inputsOf('undo')).toEqual([{ action: 'X-0000000001' }]);
    expect(await screen.findByRole('button', { name: /Spare parts/ })).toBeTruthy();
  });

  it('is left alone on Esc, and the focus goes back to the button', async () => {
    const { inputsOf } = open();
    await pressLater('Delete lead');
    const question = await screen.findByRole('alert');
    fireEvent.keyDown(question, { key: 'Escape' });
    expect(screen.queryByRole('alert')).toBeNull();
    expect(focused()).toBe('Delete lead');
    expect(screen.getByRole('heading', { name: 'Lead' })).toBeTruthy();
    expect(inputsOf('deleteRecord')).toEqual([]);
  });

  it('asks again where more hangs on it by now', async () => {
    const { handlers, inputsOf } = open(() => {
      throw new CrmError('CONFLICT', 'More belongs to the lead than was shown.');
    });
    await pressLater('Delete lead');
    await screen.findByRole('alert');
    handlers.attached = () => ({ deals: 3, activities: 12 });
    press('Delete');
    expect(await screen.findByText(/Halden Timber has 3 deals and 12 activities/)).toBeTruthy();
    expect(screen.getByText('More belongs to the lead than was shown.')).toBeTruthy();
    handlers.deleteRecord = () => ({ action: 'X-0000000002' });
    await waitFor(() => expect(screen.getByRole('button', { name: 'Delete' }).hasAttribute('disabled')).toBe(false));
    press('Delete');
    await screen.findByText('Halden Timber is deleted');
    expect(inputsOf('deleteRecord')[1]?.seen).toEqual({ deals: 3, activities: 12 });
  });

  it('stays on the screen, with the reason, when it fails', async () => {
    open(() => {
      throw new CrmError('BUSY', 'Somebody else is changing the file.');
    });
    await pressLater('Delete lead');
    await screen.findByRole('alert');
    press('Delete');
    expect(await screen.findByText('Somebody else is changing the file.')).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Company: Halden Timber' })).toBeTruthy();
  });

  it('says why what hangs on it cannot be read', async () => {
    const { handlers } = open();
    handlers.attached = () => {
      throw new CrmError('SHEET_BROKEN', 'The tab Activities is missing.');
    };
    await pressLater('Delete lead');
    expect((await screen.findByRole('alert')).textContent).toContain('The tab Activities is missing.');
    expect(screen.queryByRole('button', { name: 'Delete' })).toBeNull();
  });
});

it('a deal that nothing hangs on is deleted after one question, and its lead stays', async () => {
  const opened = openDeal(samples.deal(), {
    handlers: { attached: () => ({ deals: 0, activities: 0 }), deleteRecord: () => ({ action: 'X-0000000001' }) },
  });
  const { panel } = opened;
  await listsAreRead(opened);
  await pressLater('Delete deal');
  expect((await screen.findByRole('alert')).textContent).toContain('Delete “Annual supply”? You can undo this.');
  press('Delete');
  expect(await screen.findByText('Annual supply is deleted')).toBeTruthy();
  expect(panel.dealLines.lines.value).toEqual([]);
  expect(panel.leadLines.lines.value).toHaveLength(1);
});

it('a poll from before the deletion does not bring the record back', async () => {
  const opened = openDeal(samples.deal(), {
    handlers: { attached: () => ({ deals: 0, activities: 0 }), deleteRecord: () => ({ action: 'X-0000000001' }) },
  });
  const { panel, handlers } = opened;
  await listsAreRead(opened);
  const asked = later<null>();
  const found = samples.found(samples.deal());
  handlers.selected = () => asked.promise.then(() => ({ kind: 'opportunity', found }));
  fireEvent.focus(window);
  await pressLater('Delete deal');
  await screen.findByRole('alert');
  press('Delete');
  await screen.findByText('Annual supply is deleted');
  asked.answer(null);
  await asked.promise;
  await new Promise((resolve) => setTimeout(resolve));
  expect(panel.dealLines.lines.value).toEqual([]);
});

it('an activity is deleted from the timeline, and undone', async () => {
  let activities = [samples.activity()];
  const { inputsOf } = openDeal(samples.deal(), {
    handlers: {
      timeline: () => activities,
      deleteRecord: () => {
        activities = [];
        return { action: 'X-0000000001' };
      },
      undo: () => {
        activities = [samples.activity()];
        return { records: 1, kept: [], notices: [] };
      },
    },
  });
  fireEvent.click(await screen.findByRole('button', { name: 'Delete “Talked about delivery”' }));
  expect(inputsOf('attached')).toEqual([]);
  press('Delete');
  expect(await screen.findByText('Nothing logged yet.')).toBeTruthy();
  press('Undo');
  expect(await screen.findByRole('button', { name: 'Delete “Talked about delivery”' })).toBeTruthy();
});

describe('an undo', () => {
  it('tells what stays because somebody changed it since, in the words of its field', async () => {
    openDeal(samples.deal(), {
      handlers: {
        attached: () => ({ deals: 0, activities: 0 }),
        deleteRecord: () => ({ action: 'X-0000000001' }),
        undo: () => ({
          records: 1,
          kept: [
            { kind: 'opportunity', id: 'O-0000000001', field: 'expectedClose', seen: null, now: '2026-12-24' },
            { kind: 'activity', id: 'A-0000000001', field: 'subject', seen: 'Call', now: 'Visit' },
          ],
          notices: ['One row was deleted in the sheet and stays so.'],
        }),
      },
    });
    await pressLater('Delete deal');
    await screen.findByRole('alert');
    press('Delete');
    fireEvent.click(await screen.findByRole('button', { name: 'Undo' }));
    expect(
      await screen.findByText(
        '2 values were changed since and stay: Close date (Dec 24, 2026), Subject (Visit). One row was deleted in the sheet and stays so.',
      ),
    ).toBeTruthy();
  });
});

describe('erasing a person', () => {
  const open = () =>
    openLead(samples.lead(), { handlers: { erasePerson: () => ({ activities: 12, deals: 2, historyLines: 40 }) } });

  it('asks twice: it says that nothing brings the person back, then has the name typed', async () => {
    const { inputsOf, panel } = open();
    await pressLater('Erase this person…');
    expect(screen.getByRole('alert').textContent).toContain('It cannot be undone.');
    expect(focused()).toBe('Cancel');
    press('Go on');
    expect(screen.getByRole('button', { name: 'Erase for good' }).hasAttribute('disabled')).toBe(true);
    const name = screen.getByRole('textbox', { name: 'Name of the lead' });
    expect(document.activeElement).toBe(name);
    fireEvent.input(name, { target: { value: 'Halden' } });
    expect(screen.getByRole('button', { name: 'Erase for good' }).hasAttribute('disabled')).toBe(true);
    fireEvent.input(name, { target: { value: 'Halden Timber' } });
    press('Erase for good');
    expect(
      await screen.findByText('Halden Timber is erased, with 12 activities and its values in 40 lines of History.'),
    ).toBeTruthy();
    expect(inputsOf('erasePerson')).toEqual([{ id: 'L-0000000001' }]);
    expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull();
    expect(panel.leads.shown('L-0000000001').value.found).toBeNull();
  });

  it('is not offered on a deal', async () => {
    openDeal(samples.deal());
    expect(screen.queryByRole('button', { name: 'Erase this person…' })).toBeNull();
  });

  it('stops at Esc', async () => {
    const { inputsOf } = open();
    await pressLater('Erase this person…');
    press('Go on');
    fireEvent.keyDown(screen.getByRole('textbox', { name: 'Name of the lead' }), { key: 'Escape' });
    expect(focused()).toBe('Erase this person…');
    expect(inputsOf('erasePerson')).toEqual([]);
  });
});
