/** @jest-environment jsdom */
import { fireEvent, screen, waitFor } from '@testing-library/preact';
import { changeField } from '../../sidebar/data/record-actions';
import type { Completed } from '../../src/contract/contract';
import { CrmError } from '../../src/domain/errors';
import type { Activity } from '../../src/domain/records';
import { type Handlers, later } from './fake-google';
import { closePanels, openPanel } from './open-panel';
import { samples } from './samples';

const task = (fields: Partial<Activity> = {}) =>
  samples.activity({ type: 'Task', subject: 'Send the offer', when: null, due: '2026-11-20', ...fields });
const weekly = task({ repeat: 'every week' });
const next = task({ id: 'A-0000000009', due: '2026-11-27', repeat: 'every week' });
const { id } = weekly;

const openToday = (tasks: readonly Activity[], handlers: Handlers = {}) =>
  openPanel({
    tab: 'today',
    deals: [samples.deal()],
    leads: [samples.lead()],
    handlers: { today: () => samples.today(tasks), ...handlers },
  });

const button = (name: string | RegExp) => screen.findByRole('button', { name });
const done = async () => fireEvent.click(await button('Done: Send the offer'));

const fails = (code: 'BUSY' | 'QUOTA', message: string) => () => {
  throw new CrmError(code, message);
};

/** As the server answers, whose cells keep whole seconds. */
const completed = (doneAt: number, fields: Partial<Completed> = {}): Completed => ({
  task: samples.found(task({ doneAt: Math.floor(doneAt / 1000) * 1000 })),
  next: null,
  action: 'X-0000000007',
  ...fields,
});

afterEach(closePanels);

describe('a task that is done', () => {
  it('is opened again as it stands in the sheet, which keeps whole seconds', async () => {
    const { inputsOf } = openToday([task()], {
      completeTask: ({ doneAt }) => completed(doneAt),
      changeActivity: ({ changes }) => samples.found(task(changes as Partial<Activity>)),
    });
    await done();
    fireEvent.click(await button('Undo'));
    await waitFor(() => expect(inputsOf('changeActivity')).toHaveLength(1));
    const { doneAt } = inputsOf('changeActivity')[0]!.seen;
    expect(Number(doneAt) % 1000).toBe(0);
    expect(doneAt).toBe(inputsOf('completeTask')[0]!.doneAt);
  });

  it('is tried again by the very same call, which completes what Google cut short', async () => {
    const { inputsOf, handlers } = openToday([weekly], {
      activity: () => samples.found(weekly),
      completeTask: fails('BUSY', 'Someone else is saving right now.'),
    });
    await done();
    const again = await button('Try again');
    jest.spyOn(Date, 'now').mockReturnValue(Date.now() + 60_000);
    handlers.completeTask = ({ doneAt }) => completed(doneAt, { next });
    fireEvent.click(again);
    expect(await screen.findByText('“Send the offer” is done; next on Nov 27, 2026')).toBeTruthy();
    const [first, second] = inputsOf('completeTask');
    expect(second).toEqual(first);
    jest.restoreAllMocks();
  });

  it('is found to be done where only the answer was lost', async () => {
    const { inputsOf } = openToday([task()], {
      completeTask: fails('QUOTA', 'Google’s limit is reached.'),
      activity: () => samples.found(task({ doneAt: inputsOf('completeTask')[0]!.doneAt })),
    });
    await done();
    expect(await screen.findByText('“Send the offer” is done')).toBeTruthy();
    expect(screen.queryByText('Google’s limit is reached.')).toBeNull();
    expect(screen.queryByRole('button', { name: 'Done: Send the offer' })).toBeNull();
  });

  it('is taken back with its next one by its own action, whatever was done since', async () => {
    const { inputsOf } = openToday([weekly], {
      completeTask: ({ doneAt }) => completed(doneAt, { next }),
      undo: () => ({ records: 2, kept: [], notices: [] }),
    });
    await done();
    fireEvent.click(await button('Undo'));
    await waitFor(() => expect(inputsOf('undo')).toEqual([{ action: 'X-0000000007' }]));
    expect(inputsOf('lastActions')).toEqual([]);
  });

  it('tells what the save put right beside it', async () => {
    openToday([task()], {
      completeTask: ({ doneAt }) => ({
        ...completed(doneAt),
        task: samples.found(task({ doneAt }), { notice: 'Somebody moved rows meanwhile.' }),
      }),
    });
    await done();
    expect(await screen.findByText('Somebody moved rows meanwhile.')).toBeTruthy();
  });

  it('shows in its record although it was never read there, also when it could not be saved', async () => {
    const answer = later<Completed>();
    const { panel, inputsOf } = openToday([task()], {
      completeTask: () => answer.promise,
      activity: () => samples.found(task({ details: 'With the new prices' })),
    });
    await done();
    panel.screens.go({ name: 'activity', id });
    await waitFor(() => expect(inputsOf('activity')).toHaveLength(1));
    answer.fail(new CrmError('INVALID', 'A formula works it out.'));
    expect(await screen.findByText('With the new prices')).toBeTruthy();
  });
});

describe('a task whose day was changed by hand', () => {
  const isNow = (now: string) => () => {
    throw new CrmError('CONFLICT', 'Someone changed Due.', { differences: [{ field: 'due', seen: null, now }] });
  };
  const putOff = async () => {
    fireEvent.click(await button('Put off, log or edit “Send the offer”'));
    fireEvent.click(await button('Tomorrow'));
  };

  it('into a text that is no day is put off over it, when asked', async () => {
    const { inputsOf, handlers } = openToday([task({ due: null })], {
      activity: () => samples.found(task({ due: null }), { odd: { due: 'soon' } }),
      changeActivity: isNow('soon'),
    });
    await putOff();
    expect(await screen.findByText('In the sheet Due says “soon”, which the CRM cannot read.')).toBeTruthy();
    handlers.changeActivity = ({ changes }) => samples.found(task(changes as Partial<Activity>));
    fireEvent.click(await button('Overwrite'));
    await waitFor(() => expect(inputsOf('changeActivity').at(-1)).toMatchObject({ seen: { due: 'soon' } }));
    expect(await screen.findByText(/is put off to Nov 23/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull();
  });

  it('into another day is shown with that one', async () => {
    openToday([task()], {
      activity: () => samples.found(task({ due: '2026-11-25' })),
      changeActivity: isNow('2026-11-25'),
    });
    await putOff();
    expect(await screen.findByText('Someone changed Due.')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Overwrite' })).toBeNull();
    expect(await screen.findByText('Nov 25, 2026')).toBeTruthy();
  });
});

describe('Done at, filled in among the fields of a task', () => {
  const doneAt = Date.UTC(2026, 10, 21, 12);

  it('completes it as the button does: one that repeats comes again', async () => {
    const { inputsOf, panel } = openToday([weekly], {
      activity: () => samples.found(weekly),
      completeTask: ({ doneAt }) => completed(doneAt, { next }),
    });
    panel.screens.go({ name: 'activity', id });
    await screen.findByRole('heading', { name: 'Activity' });
    await changeField(panel, 'activity', { id, field: 'doneAt', value: doneAt, seen: null });
    expect(inputsOf('completeTask')).toEqual([{ id, doneAt, seen: { doneAt: null } }]);
    expect(panel.agenda.tasks.value.map((one) => one.id)).toContain(next.id);
  });

  it('is only put right where it was done before', async () => {
    const { inputsOf, panel } = openToday([], {
      activity: () => samples.found(task({ doneAt })),
      changeActivity: ({ changes }) => samples.found(task(changes as Partial<Activity>)),
    });
    panel.screens.go({ name: 'activity', id });
    await screen.findByRole('heading', { name: 'Activity' });
    await changeField(panel, 'activity', { id, field: 'doneAt', value: doneAt + 60_000, seen: doneAt });
    expect(inputsOf('changeActivity')).toHaveLength(1);
    expect(inputsOf('completeTask')).toEqual([]);
  });
});
