/** @jest-environment jsdom */
import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { CrmError } from '../../src/domain/errors';
import { recordOf } from '../../src/domain/opportunity';
import { later, never } from './fake-google';
import { closePanels, openDeal, openLead, openPanel } from './open-panel';
import { samples } from './samples';

const stage = (name: string) =>
  within(screen.getByRole('group', { name: 'Move to a stage' })).getByRole('button', { name });
const current = () =>
  within(screen.getByRole('group', { name: 'Move to a stage' })).getByRole('button', { pressed: true }).textContent;

const edit = async (label: string, text: string, key = 'Enter') => {
  fireEvent.click(await screen.findByRole('button', { name: new RegExp(`^${label}: `) }));
  const input = screen.getByRole('textbox', { name: label });
  fireEvent.input(input, { target: { value: text } });
  fireEvent.keyDown(input, { key });
};

const value = async (label: string) =>
  (await screen.findByRole('button', { name: new RegExp(`^${label}: `) })).textContent;

afterEach(closePanels);

describe('moving a deal', () => {
  it('shows the new stage before the server has answered, and sends the stage that was seen', async () => {
    const { inputsOf } = openDeal(samples.deal(), { handlers: { moveOpportunity: never } });
    fireEvent.click(stage('Proposal'));
    await waitFor(() => expect(current()).toBe('Proposal'));
    expect(inputsOf('moveOpportunity')).toEqual([
      {
        id: 'O-0000000001',
        pipeline: 'Sales',
        stage: 'Proposal',
        seen: { pipeline: 'Sales', stage: 'Discovery' },
      },
    ]);
    expect(screen.getByText('Saving…')).toBeTruthy();
  });

  it('puts the deal back and says why when it fails', async () => {
    const { handlers } = openDeal(samples.deal(), {
      handlers: {
        moveOpportunity: () => {
          throw new CrmError('BUSY', 'Somebody else is changing the file. Try again in a moment.');
        },
      },
    });
    fireEvent.click(stage('Proposal'));
    expect((await screen.findByRole('alert')).textContent).toContain('Somebody else is changing the file.');
    expect(current()).toBe('Discovery');

    handlers.moveOpportunity = ({ stage }) => samples.found(samples.deal({ stage }));
    fireEvent.click(screen.getByRole('button', { name: 'Move to Proposal' }));
    expect(await screen.findByText('“Annual supply” moved to Proposal')).toBeTruthy();
    expect(screen.queryByRole('alert')).toBeNull();
  });

  describe('that somebody else has moved meanwhile', () => {
    const conflict = () =>
      openDeal(samples.deal(), {
        handlers: {
          moveOpportunity: ({ stage, seen }) => {
            if (seen.stage === 'Proposal') return samples.found(samples.deal({ stage }));
            throw new CrmError('CONFLICT', 'Somebody in the sheet moved it.', {
              field: 'stage',
              differences: [{ field: 'stage', seen: 'Discovery', now: 'Proposal' }],
            });
          },
          opportunity: () => samples.found(samples.deal({ stage: 'Proposal' })),
        },
      });

    it('asks whether to keep their stage or to overwrite it', async () => {
      conflict();
      fireEvent.click(stage('Closed Won'));
      expect((await screen.findByRole('alert')).textContent).toContain(
        'Stage is now Proposal. Keep it or move to Closed Won?',
      );
      expect(current()).toBe('Proposal');
    });

    it('keeps it without another call', async () => {
      const { inputsOf } = conflict();
      fireEvent.click(stage('Closed Won'));
      fireEvent.click(await screen.findByRole('button', { name: 'Keep Proposal' }));
      expect(screen.queryByRole('alert')).toBeNull();
      expect(current()).toBe('Proposal');
      expect(inputsOf('moveOpportunity')).toHaveLength(1);
    });

    it('overwrites it with what stands there now as seen', async () => {
      const { inputsOf } = conflict();
      fireEvent.click(stage('Closed Won'));
      fireEvent.click(await screen.findByRole('button', { name: 'Move to Closed Won' }));
      expect(await screen.findByText('“Annual supply” moved to Closed Won')).toBeTruthy();
      expect(inputsOf('moveOpportunity')[1]?.seen).toEqual({ pipeline: 'Sales', stage: 'Proposal' });
    });
  });

  it('is content when somebody else has moved it to the very stage', async () => {
    openDeal(samples.deal(), {
      handlers: {
        moveOpportunity: () => {
          throw new CrmError('CONFLICT', 'Moved.', {
            differences: [{ field: 'stage', seen: 'Discovery', now: 'Proposal' }],
          });
        },
      },
    });
    fireEvent.click(stage('Proposal'));
    expect(await screen.findByText('“Annual supply” moved to Proposal')).toBeTruthy();
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('can be undone from the message', async () => {
    const { inputsOf } = openDeal(samples.deal(), {
      handlers: { moveOpportunity: ({ stage }) => samples.found(samples.deal({ stage })) },
    });
    fireEvent.click(stage('Proposal'));
    fireEvent.click(await screen.findByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(current()).toBe('Discovery'));
    expect(inputsOf('moveOpportunity')[1]).toMatchObject({ stage: 'Discovery', seen: { stage: 'Proposal' } });
  });

  it('gives a lost deal its closing date and its reason back when the move is undone', async () => {
    const lost = { stage: 'Closed Lost', lostReason: 'Price', closedAt: 1_000_000, stageSince: 2_000_000 };
    const { inputsOf } = openDeal(samples.deal(lost), {
      handlers: { moveOpportunity: ({ stage, undone }) => samples.found(samples.deal({ stage, ...undone })) },
    });
    fireEvent.click(stage('Proposal'));
    fireEvent.click(await screen.findByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(current()).toBe('Closed Lost'));
    expect(inputsOf('moveOpportunity')[1]?.undone).toEqual({
      lostReason: 'Price',
      closedAt: 1_000_000,
      stageSince: 2_000_000,
    });
  });

  it('keeps a long title short in its message', async () => {
    openDeal(samples.deal({ title: 'x'.repeat(200) }), {
      handlers: { moveOpportunity: ({ stage }) => samples.found(samples.deal({ stage })) },
    });
    fireEvent.click(stage('Proposal'));
    expect(await screen.findByText(`“${'x'.repeat(59)}…” moved to Proposal`)).toBeTruthy();
  });

  it('that Google broke off is not called done while only a part of it stands in the sheet', async () => {
    const before = samples.deal();
    const half = samples.deal({ stage: 'Closed Won', recorded: recordOf(before, 0) });
    const { handlers } = openDeal(before, {
      handlers: {
        moveOpportunity: () => {
          throw new CrmError('BUSY', 'Google Sheets did not answer in time.');
        },
        opportunity: () => samples.found(half),
      },
    });
    fireEvent.click(stage('Closed Won'));
    await waitFor(() => expect(current()).toBe('Closed Won'));
    expect((await screen.findByRole('alert')).textContent).toContain('Google Sheets did not answer in time.');

    const whole = { ...half, closedAt: 5 };
    handlers.moveOpportunity = () => samples.found({ ...whole, recorded: recordOf(whole, 5) });
    fireEvent.click(screen.getByRole('button', { name: 'Move to Closed Won' }));
    await waitFor(() => expect(screen.queryByRole('alert')).toBeNull());
  });

  it('that Google broke off at its end leaves nothing to decide', async () => {
    const moved = samples.deal({ stage: 'Closed Won', closedAt: 5 });
    openDeal(samples.deal(), {
      handlers: {
        moveOpportunity: () => {
          throw new CrmError('BUSY', 'Google Sheets did not answer in time.');
        },
        opportunity: () => samples.found({ ...moved, recorded: recordOf(moved, 5) }),
      },
    });
    fireEvent.click(stage('Closed Won'));
    await waitFor(() => expect(current()).toBe('Closed Won'));
    await waitFor(() => expect(screen.queryByRole('alert')).toBeNull());
  });

  it('asks why it was lost, and one click answers', async () => {
    const { inputsOf } = openDeal(samples.deal(), {
      handlers: {
        moveOpportunity: ({ stage }) => samples.found(samples.deal({ stage })),
        changeOpportunity: ({ changes }) => samples.found(samples.deal({ stage: 'Closed Lost', ...changes })),
      },
    });
    fireEvent.click(stage('Closed Lost'));
    fireEvent.click(await screen.findByRole('button', { name: 'Competitor' }));
    await waitFor(() => expect(screen.queryByRole('group', { name: 'Why was it lost?' })).toBeNull());
    expect(inputsOf('changeOpportunity')).toEqual([
      { id: 'O-0000000001', changes: { lostReason: 'Competitor' }, seen: { lostReason: '' } },
    ]);
  });

  it('changes the row of the list too', async () => {
    const { panel } = openDeal(samples.deal(), {
      handlers: { moveOpportunity: ({ stage }) => samples.found(samples.deal({ stage })) },
    });
    await waitFor(() => expect(panel.dealLines.lines.value).toHaveLength(1));
    fireEvent.click(stage('Negotiation'));
    await screen.findByText('“Annual supply” moved to Negotiation');
    expect(panel.dealLines.lines.value[0]?.stage).toBe('Negotiation');
  });

  it('offers open stages first, also one that an import added after the ends', async () => {
    const late = { ...samples.settings.stages[0]!, name: 'Demo booked', order: 9 };
    openDeal(samples.deal(), {
      start: {
        settings: { ...samples.settings, stages: [...samples.settings.stages, late] },
        selected: { kind: 'opportunity', found: samples.found(samples.deal()) },
      },
    });
    const names = within(await screen.findByRole('group', { name: 'Move to a stage' })).getAllByRole('button');
    expect(names.map((button) => button.textContent).slice(3)).toEqual([
      'Negotiation',
      'Demo booked',
      'Closed Won',
      'Closed Lost',
    ]);
  });

  it('shows a stage that Settings does not list', async () => {
    openDeal(samples.deal({ stage: 'Limbo' }));
    await waitFor(() => expect(current()).toBe('Limbo'));
  });

  it('sends a second move only when the first is answered, so that they cannot overtake each other', async () => {
    const first = later<ReturnType<typeof samples.found<ReturnType<typeof samples.deal>>>>();
    const { inputsOf } = openDeal(samples.deal(), {
      handlers: {
        moveOpportunity: ({ stage }) => (stage === 'Proposal' ? first.promise : samples.found(samples.deal({ stage }))),
      },
    });
    fireEvent.click(stage('Proposal'));
    await waitFor(() => expect(current()).toBe('Proposal'));
    fireEvent.click(stage('Negotiation'));
    await waitFor(() => expect(current()).toBe('Negotiation'));
    expect(inputsOf('moveOpportunity')).toHaveLength(1);
    first.answer(samples.found(samples.deal({ stage: 'Proposal' })));
    expect(await screen.findByText('“Annual supply” moved to Negotiation')).toBeTruthy();
    expect(inputsOf('moveOpportunity')[1]?.seen.stage).toBe('Proposal');
  });
});

describe('editing a field', () => {
  it('sends only that field, with what was seen', async () => {
    const { inputsOf } = openDeal(samples.deal(), {
      handlers: { changeOpportunity: ({ changes }) => samples.found(samples.deal(changes)) },
    });
    await edit('Value', '15,500');
    expect(await value('Value')).toBe('€15,500');
    expect(inputsOf('changeOpportunity')).toEqual([
      { id: 'O-0000000001', changes: { value: 15500 }, seen: { value: 12000 } },
    ]);
    await waitFor(() => expect(document.activeElement?.textContent).toBe('€15,500'));
  });

  it('saves when the field is left', async () => {
    const { inputsOf } = openLead(samples.lead(), {
      handlers: { changeLead: ({ changes }) => samples.found(samples.lead(changes)) },
    });
    fireEvent.click(await screen.findByRole('button', { name: /^Phone: / }));
    const input = screen.getByRole('textbox', { name: 'Phone' });
    fireEvent.input(input, { target: { value: '+47 22 33' } });
    fireEvent.blur(input);
    expect(await value('Phone')).toBe('+47 22 33');
    expect(inputsOf('changeLead')).toEqual([
      { id: 'L-0000000001', changes: { phone: '+47 22 33' }, seen: { phone: '' } },
    ]);
  });

  it('sends nothing on Esc, and nothing when nothing was changed', async () => {
    const { inputsOf } = openDeal(samples.deal());
    await edit('Next step', 'Something else', 'Escape');
    expect(await value('Next step')).toBe('Send the offer');
    await edit('Next step', 'Send the offer');
    expect(await value('Next step')).toBe('Send the offer');
    expect(inputsOf('changeOpportunity')).toEqual([]);
    expect(screen.getByRole('heading', { name: 'Deal' })).toBeTruthy();
  });

  it('keeps what was typed when it cannot be read, and says so beside it', async () => {
    openDeal(samples.deal());
    await edit('Value', 'a lot');
    expect(screen.getByRole('alert').textContent).toBe('“a lot” is no number.');
    expect((screen.getByRole('textbox', { name: 'Value' }) as HTMLInputElement).value).toBe('a lot');
  });

  it('goes by the rules of the CRM before it asks the server', async () => {
    const { inputsOf } = openLead(samples.lead());
    await edit('E-mail', 'nobody');
    expect(screen.getByRole('alert').textContent).toBe('“nobody” is no e-mail address.');
    expect(inputsOf('changeLead')).toEqual([]);
  });

  it('puts the old value back when it fails, and keeps the typed one to try again', async () => {
    const { handlers } = openDeal(samples.deal(), {
      handlers: {
        changeOpportunity: () => {
          throw new CrmError('BUSY', 'The file is busy.');
        },
      },
    });
    await edit('Next step', 'Call on Monday');
    expect((await screen.findByRole('alert')).textContent).toContain(
      '“Call on Monday” is not saved. The file is busy.',
    );
    expect(await value('Next step')).toBe('Send the offer');
    handlers.changeOpportunity = ({ changes }) => samples.found(samples.deal(changes));
    fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
    await waitFor(async () => expect(await value('Next step')).toBe('Call on Monday'));
  });

  it('asks when somebody else has changed the same field', async () => {
    const { inputsOf } = openDeal(samples.deal(), {
      handlers: {
        changeOpportunity: ({ changes, seen }) => {
          if (seen.value === 9000) return samples.found(samples.deal(changes));
          throw new CrmError('CONFLICT', 'Changed.', { differences: [{ field: 'value', seen: 12000, now: 9000 }] });
        },
        opportunity: () => samples.found(samples.deal({ value: 9000 })),
      },
    });
    await edit('Value', '15500');
    expect((await screen.findByRole('alert')).textContent).toContain(
      'changed by someone in the sheet.Theirs€9,000Yours€15,500',
    );
    fireEvent.click(screen.getByRole('button', { name: 'Overwrite' }));
    await waitFor(async () => expect(await value('Value')).toBe('€15,500'));
    expect(inputsOf('changeOpportunity')[1]).toMatchObject({ changes: { value: 15500 }, seen: { value: 9000 } });
  });

  it('leaves a cell with a formula alone and says why', async () => {
    const deal = samples.deal();
    openPanel({
      start: { selected: { kind: 'opportunity', found: samples.found(deal, { formulas: ['value'] }) } },
      handlers: { opportunity: () => samples.found(deal, { formulas: ['value'] }) },
    });
    await screen.findByText('€12,000');
    expect(screen.queryByRole('button', { name: /^Value: / })).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: /This cell holds a formula/ }));
    expect(screen.getByText(/the CRM never overwrites it/)).toBeTruthy();
  });

  it('overwrites what somebody else wrote although it is no value, once that is chosen', async () => {
    const { inputsOf } = openDeal(samples.deal(), {
      handlers: {
        changeOpportunity: ({ changes, seen }) => {
          if (seen.value === 'tbd') return samples.found(samples.deal(changes));
          throw new CrmError('CONFLICT', 'Changed.', { differences: [{ field: 'value', seen: 12000, now: 'tbd' }] });
        },
        opportunity: () => samples.found(samples.deal({ value: null }), { odd: { value: 'tbd' } }),
      },
    });
    await edit('Value', '15500');
    expect((await screen.findByRole('alert')).textContent).toContain('TheirstbdYours€15,500');
    fireEvent.click(screen.getByRole('button', { name: 'Overwrite' }));
    await waitFor(async () => expect(await value('Value')).toBe('€15,500'));
    expect(inputsOf('changeOpportunity')[1]?.seen).toEqual({ value: 'tbd' });
  });

  it('shows what stands in a cell that it cannot read', async () => {
    const deal = samples.deal({ value: null });
    openPanel({ start: { selected: { kind: 'opportunity', found: samples.found(deal, { odd: { value: 'tbd' } }) } } });
    expect(await value('Value')).toBe('tbd');
    expect(screen.getByRole('button', { name: /cannot read as a value/ })).toBeTruthy();
  });

  it('sends the text that was seen in a cell that it cannot read, and nothing where it stays', async () => {
    const odd = samples.found(samples.deal({ value: null }), { odd: { value: 'about 5k' } });
    const { inputsOf } = openPanel({
      start: { selected: { kind: 'opportunity', found: odd } },
      handlers: {
        opportunity: () => odd,
        changeOpportunity: ({ changes }) => samples.found(samples.deal(changes)),
      },
    });
    await edit('Value', 'about 5k');
    expect(screen.queryByRole('alert')).toBeNull();
    expect(inputsOf('changeOpportunity')).toEqual([]);
    await edit('Value', '7');
    expect(await value('Value')).toBe('€7');
    expect(inputsOf('changeOpportunity')).toEqual([
      { id: 'O-0000000001', changes: { value: 7 }, seen: { value: 'about 5k' } },
    ]);
  });

  it('offers the values of Settings, and the one that stands there although it is not listed', async () => {
    const { inputsOf } = openLead(samples.lead({ status: 'Dormant' }), {
      handlers: { changeLead: ({ changes }) => samples.found(samples.lead(changes)) },
    });
    fireEvent.click(await screen.findByRole('button', { name: 'Status: Dormant' }));
    const select = screen.getByRole('combobox', { name: 'Status' });
    expect(within(select).getByRole('option', { name: 'Dormant (not in the list)' })).toBeTruthy();
    fireEvent.input(select, { target: { value: 'Qualified' } });
    expect(await value('Status')).toBe('Qualified');
    expect(inputsOf('changeLead')).toHaveLength(1);
  });
});

it('says what else to look at when a change went in while rows moved', async () => {
  openDeal(samples.deal(), {
    handlers: {
      changeOpportunity: () => {
        throw new CrmError('CONFLICT', 'Somebody moved rows while this was saved. This deal is saved. Check row 7.');
      },
      opportunity: () => samples.found(samples.deal({ nextStep: 'Call' })),
    },
  });
  await edit('Next step', 'Call');
  expect((await screen.findByRole('alert')).textContent).toContain('Check row 7.');
  await waitFor(async () => expect(await value('Next step')).toBe('Call'));
  fireEvent.click(screen.getByRole('button', { name: 'Dismiss' }));
  expect(screen.queryByRole('alert')).toBeNull();
});

describe('an unanswered change', () => {
  it('is looked up afterwards: where it was made after all, nothing is left to decide', async () => {
    jest.useFakeTimers();
    try {
      const { handlers } = openDeal(samples.deal(), { handlers: { moveOpportunity: never } });
      await jest.advanceTimersByTimeAsync(0);
      handlers.opportunity = () => samples.found(samples.deal({ stage: 'Proposal' }));
      fireEvent.click(stage('Proposal'));
      await jest.advanceTimersByTimeAsync(31_000);
      expect(current()).toBe('Proposal');
      expect(screen.queryByRole('alert')).toBeNull();
    } finally {
      jest.useRealTimers();
    }
  });
});

describe('linked records', () => {
  it('lead from the deal to its lead and back', async () => {
    openDeal(samples.deal());
    fireEvent.click(await screen.findByRole('button', { name: 'Halden Timber' }));
    expect(await screen.findByRole('heading', { name: 'Lead' })).toBeTruthy();
    fireEvent.click(await screen.findByRole('button', { name: /Annual supply/ }));
    expect(await screen.findByRole('heading', { name: 'Deal' })).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Back' }));
    expect(await screen.findByRole('heading', { name: 'Lead' })).toBeTruthy();
  });

  it('can be changed to another lead', async () => {
    const other = samples.lead({ id: 'L-0000000002', company: 'Nordlicht' });
    const { inputsOf, panel } = openDeal(samples.deal(), {
      leads: [samples.lead(), other],
      handlers: {
        changeOpportunity: ({ changes }) => samples.found(samples.deal({ ...changes, lead: 'Nordlicht' })),
      },
    });
    await waitFor(() => expect(panel.leadLines.lines.value).toHaveLength(2));
    fireEvent.click(screen.getByRole('button', { name: 'Link to another lead' }));
    fireEvent.input(screen.getByRole('combobox'), { target: { value: 'nord' } });
    fireEvent.keyDown(screen.getByRole('combobox'), { key: 'Enter' });
    expect(await screen.findByRole('button', { name: 'Nordlicht' })).toBeTruthy();
    expect(inputsOf('changeOpportunity')[0]).toEqual({
      id: 'O-0000000001',
      changes: { leadId: 'L-0000000002' },
      seen: { leadId: 'L-0000000001' },
    });
  });
});

it('says what to do when the record is gone', async () => {
  const { panel } = openPanel({
    deals: [samples.deal()],
    handlers: {
      opportunity: () => {
        throw new CrmError('NOT_FOUND', 'This deal is no longer in the sheet.');
      },
    },
  });
  fireEvent.click(await screen.findByRole('button', { name: /Annual supply/ }));
  expect((await screen.findByRole('alert')).textContent).toContain('no longer in the sheet');
  expect(panel.dealLines.lines.value).toEqual([]);
});

it('says on a lead’s screen why its deals could not be read', async () => {
  openLead(samples.lead(), {
    handlers: {
      opportunityLines: () => {
        throw new CrmError('SHEET_BROKEN', 'The tab “Opportunities” has no column “Opportunity ID”.');
      },
    },
  });
  expect(await screen.findByText('The tab “Opportunities” has no column “Opportunity ID”.')).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Complete the tabs' })).toBeTruthy();
});
