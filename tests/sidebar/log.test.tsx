/** @jest-environment jsdom */
import { fireEvent, screen, waitFor } from '@testing-library/preact';
import { CrmError } from '../../src/domain/errors';
import type { Activity } from '../../src/domain/records';
import { later, never } from './fake-google';
import { closePanels, openDeal, openLead } from './open-panel';
import { samples } from './samples';

const choose = async (type: string) => fireEvent.click(await screen.findByRole('button', { name: type }));
const write = (text: string) =>
  fireEvent.input(screen.getByRole('textbox', { name: /What about/ }), { target: { value: text } });

afterEach(closePanels);

describe('logging', () => {
  it('takes two clicks for a call', async () => {
    const { inputsOf } = openDeal(samples.deal(), {
      handlers: { logActivity: ({ id, type }) => samples.activity({ id, type, subject: '' }) },
    });
    await choose('Call');
    fireEvent.click(screen.getByRole('button', { name: 'Log Call' }));
    await waitFor(() => expect(inputsOf('logActivity')).toHaveLength(1));
    expect(inputsOf('logActivity')[0]).toMatchObject({
      about: { kind: 'opportunity', id: 'O-0000000001' },
      type: 'Call',
      subject: '',
      due: null,
    });
  });

  it('shows the activity at the top before the server has answered', async () => {
    openDeal(samples.deal(), { handlers: { timeline: () => [samples.activity()], logActivity: never } });
    await screen.findByText('Talked about delivery');
    await choose('Note');
    write('Budget is approved\nuntil March');
    fireEvent.click(screen.getByRole('button', { name: 'Log Note' }));
    const subjects = (await screen.findAllByRole('listitem')).map((item) => item.textContent);
    expect(subjects[0]).toContain('Budget is approved');
    expect(subjects[0]).toContain('until March');
    expect(subjects[1]).toContain('Talked about delivery');
  });

  it('gives a task its due day with one click', async () => {
    const { inputsOf } = openLead(samples.lead(), {
      handlers: { logActivity: ({ id, due }) => samples.activity({ id, type: 'Task', due }) },
    });
    await choose('Task');
    expect(screen.getByRole('button', { name: 'Log Task' }).hasAttribute('disabled')).toBe(true);
    write('Send the offer');
    fireEvent.click(screen.getByRole('button', { name: 'Tomorrow' }));
    fireEvent.click(screen.getByRole('button', { name: 'Log Task' }));
    await waitFor(() => expect(inputsOf('logActivity')[0]).toMatchObject({ type: 'Task', due: '2026-11-23' }));
    expect(await screen.findByText('Nov 23, 2026')).toBeTruthy();
  });

  it('brings the text back when it could not be logged, and adds it once when tried again', async () => {
    const { inputsOf, handlers } = openDeal(samples.deal(), {
      handlers: {
        logActivity: () => {
          throw new CrmError('BUSY', 'The file is busy.');
        },
      },
    });
    await choose('Call');
    write('Talked to Ingrid');
    fireEvent.click(screen.getByRole('button', { name: 'Log Call' }));
    expect((await screen.findByRole('alert')).textContent).toContain('The file is busy.');
    expect((screen.getByRole('textbox', { name: /What about/ }) as HTMLTextAreaElement).value).toBe('Talked to Ingrid');
    expect(screen.getByText('Nothing logged yet.')).toBeTruthy();
    handlers.logActivity = ({ id, subject }) => samples.activity({ id, subject });
    fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('Talked to Ingrid')).toBeTruthy();
    const ids = inputsOf('logActivity').map(({ id }) => id);
    expect(ids[0]).toBe(ids[1]);
  });

  it('brings the text back even when the user has gone elsewhere', async () => {
    const answer = later<Activity>();
    openDeal(samples.deal(), { handlers: { logActivity: () => answer.promise } });
    await choose('Call');
    write('Talked to Ingrid');
    fireEvent.click(screen.getByRole('button', { name: 'Log Call' }));
    fireEvent.click(screen.getByRole('button', { name: 'Back' }));
    await screen.findByRole('tab', { name: /Deals/ });
    answer.fail(new CrmError('BUSY', 'The file is busy.'));
    fireEvent.click(await screen.findByRole('button', { name: 'Open' }));
    const text = await screen.findByRole('textbox', { name: /What about/ });
    expect((text as HTMLTextAreaElement).value).toBe('Talked to Ingrid');
  });
});

describe('the timeline', () => {
  it('marks what is overdue', async () => {
    openDeal(samples.deal(), {
      handlers: {
        timeline: () => [samples.activity({ type: 'Task', subject: 'Call back', due: '2026-11-20' })],
      },
    });
    expect((await screen.findByRole('region', { name: 'Open tasks' })).textContent).toContain(
      'Overdue since Nov 20, 2026',
    );
  });

  it('says what is wrong and is read again on demand', async () => {
    const { handlers } = openDeal(samples.deal(), {
      handlers: {
        timeline: () => {
          throw new CrmError('QUOTA', 'Google’s limit is reached.');
        },
      },
    });
    expect((await screen.findByRole('alert')).textContent).toContain('Google’s limit');
    handlers.timeline = () => [samples.activity()];
    fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('Talked about delivery')).toBeTruthy();
  });
});
