/** @jest-environment jsdom */
import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import type { Completed, Today } from '../../src/contract/contract';
import type { Saved } from '../../src/domain/crm';
import { CrmError } from '../../src/domain/errors';
import type { Activity } from '../../src/domain/records';
import { later, never } from './fake-google';
import { closePanels, openDeal, openPanel } from './open-panel';
import { samples } from './samples';

const task = (fields: Partial<Activity> = {}) =>
  samples.activity({ type: 'Task', subject: 'Send the offer', when: null, due: '2026-11-20', ...fields });
const callBack = task({ id: 'A-0000000002', subject: 'Call back', due: '2026-11-21' });
const deal = samples.deal();

afterEach(closePanels);

const button = (name: string | RegExp) => screen.findByRole('button', { name });
/** Everything that has its answer is shown. */
const settled = () => new Promise((resolve) => setTimeout(resolve, 50));

/** Today over a sheet whose tasks are done when the test says so. */
function openToday() {
  const file = { tasks: [task(), callBack] as Activity[] };
  const done = (id: string) => {
    file.tasks = file.tasks.filter((one) => one.id !== id);
  };
  const opened = openPanel({ tab: 'today', deals: [deal], handlers: { today: () => samples.today(file.tasks) } });
  return { ...opened, done };
}

describe('an answer of Today that is older than what was done since', () => {
  it('does not bring back a task that was done while it was on its way', async () => {
    const { handlers, inputsOf } = openToday();
    await screen.findByText('Call back');
    const answer = later<Today>();
    handlers.today = () => answer.promise;
    handlers.completeTask = ({ doneAt }) => ({
      task: samples.found(task({ doneAt })),
      next: null,
      action: 'X-0000000001',
    });
    fireEvent.click(await button('Done: Send the offer'));
    await waitFor(() => expect(inputsOf('today')).toHaveLength(2));
    handlers.completeTask = never;
    fireEvent.click(await button('Done: Call back'));
    answer.answer(samples.today([callBack]));
    await settled();
    expect(screen.queryByText('Call back')).toBeNull();
    expect(screen.getByRole('tab', { name: 'Today' })).toBeTruthy();
  });

  it('does not bring back a task that is still being completed when it is asked for', async () => {
    const { handlers, panel } = openToday();
    const completed = later<Completed>();
    handlers.completeTask = () => completed.promise;
    await screen.findByText('Call back');
    fireEvent.click(await button('Done: Call back'));
    await panel.agenda.load();
    await settled();
    expect(screen.queryByText('Call back')).toBeNull();
    completed.fail(new CrmError('BUSY', 'Someone else is saving right now.'));
    expect(await screen.findByText('Call back')).toBeTruthy();
  });

  it('goes by the sheet once the write is through', async () => {
    const { handlers, panel, done } = openToday();
    handlers.completeTask = ({ id, doneAt }) => {
      done(id);
      return { task: samples.found(task({ id, doneAt })), next: null, action: 'X-0000000001' };
    };
    await screen.findByText('Call back');
    fireEvent.click(await button('Done: Call back'));
    await screen.findByText('“Call back” is done');
    handlers.today = () => samples.today([task(), callBack]);
    await panel.agenda.load();
    expect(await screen.findByText('Call back')).toBeTruthy();
  });
});

describe('an answer of a timeline that is older than what was done since', () => {
  it('keeps what was logged and confirmed while it was on its way', async () => {
    const { handlers, panel } = openDeal(deal, { handlers: { timeline: () => [samples.activity()] } });
    await screen.findByText('Talked about delivery');
    const answer = later<Activity[]>();
    handlers.timeline = () => answer.promise;
    handlers.logActivity = ({ id, type, subject }) => samples.activity({ id, type, subject });
    const subject = { kind: 'opportunity', id: deal.id } as const;
    const loaded = panel.timelines.load(subject);
    await panel.timelines.log(subject, samples.activity({ id: 'A-0000000009', subject: 'Asked for samples' }));
    answer.answer([samples.activity()]);
    await loaded;
    expect(await screen.findByText('Asked for samples')).toBeTruthy();
    expect(screen.getAllByText('Talked about delivery')).toHaveLength(1);
  });

  it('that was overtaken by a newer one is not shown', async () => {
    const { handlers, panel } = openDeal(deal, { handlers: { timeline: () => [] } });
    const subject = { kind: 'opportunity', id: deal.id } as const;
    const [older, newer] = [later<Activity[]>(), later<Activity[]>()];
    await screen.findByText('Nothing logged yet.');
    handlers.timeline = () => older.promise;
    const loaded = [panel.timelines.load(subject)];
    await settled();
    handlers.timeline = () => newer.promise;
    loaded.push(panel.timelines.load(subject));
    await settled();
    newer.answer([samples.activity()]);
    await loaded[1];
    older.answer([]);
    await loaded[0];
    expect(panel.timelines.of(subject).value).toMatchObject({ activities: [{ id: 'A-0000000001' }], loading: false });
  });

  it('is better than none where the newer one failed', async () => {
    const { handlers, panel } = openDeal(deal, { handlers: { timeline: () => [] } });
    const subject = { kind: 'opportunity', id: deal.id } as const;
    const older = later<Activity[]>();
    await screen.findByText('Nothing logged yet.');
    handlers.timeline = () => older.promise;
    const loaded = panel.timelines.load(subject);
    await settled();
    handlers.timeline = () => {
      throw new CrmError('BUSY', 'The file is busy.');
    };
    await panel.timelines.load(subject);
    older.answer([samples.activity()]);
    await loaded;
    expect(await screen.findByText('Talked about delivery')).toBeTruthy();
  });

  it('leaves a task done that is being completed', async () => {
    const { handlers, panel } = openDeal(deal, { handlers: { timeline: () => [task()] } });
    const saved = later<Completed>();
    handlers.completeTask = () => saved.promise;
    const tasks = await screen.findByRole('region', { name: 'Open tasks' });
    fireEvent.click(within(tasks).getByRole('button', { name: 'Done: Send the offer' }));
    await panel.timelines.load({ kind: 'opportunity', id: deal.id });
    await settled();
    expect(screen.queryByRole('region', { name: 'Open tasks' })).toBeNull();
  });

  it('leaves out an activity that was linked elsewhere meanwhile', async () => {
    const { handlers, panel } = openDeal(deal, { handlers: { timeline: () => [samples.activity()] } });
    await screen.findByText('Talked about delivery');
    const subject = { kind: 'opportunity', id: deal.id } as const;
    const answer = later<Activity[]>();
    handlers.timeline = () => answer.promise;
    const loaded = panel.timelines.load(subject);
    const elsewhere = samples.activity({ opportunityId: 'O-0000000002' });
    await panel.activities.write(
      elsewhere.id,
      (one) => one,
      async () => samples.found(elsewhere) as Saved<Activity>,
    );
    answer.answer([samples.activity()]);
    await loaded;
    expect(panel.timelines.of(subject).value.activities).toEqual([]);
  });
});
