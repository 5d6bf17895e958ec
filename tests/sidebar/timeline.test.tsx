/** @jest-environment jsdom */
import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { CrmError } from '../../src/domain/errors';
import type { Past, PastChange } from '../../src/domain/past';
import type { Handlers } from './fake-google';
import { closePanels, openDeal, openLead } from './open-panel';
import { samples } from './samples';

/** Nine in the morning in New York, on the day of the tests. */
const nine = Date.UTC(2026, 10, 22, 14);

const change = (fields: Partial<PastChange> = {}): PastChange => ({
  at: nine,
  who: 'anna@halden.example',
  how: 'sidebar',
  action: 'X-0000000001',
  what: 'changed',
  field: 'value',
  before: 9000,
  after: 12000,
  ...fields,
});

const past = (changes: readonly PastChange[], about: Partial<Past> = {}): Past => ({
  changes,
  more: 0,
  undo: null,
  ...about,
});

const open = (history: Past, handlers: Handlers = {}) =>
  openDeal(samples.deal(), {
    handlers: { timeline: () => [samples.activity()], historyOf: () => history, ...handlers },
  });

const choose = async (name: string) => fireEvent.click(await screen.findByRole('button', { name }));
const rows = async () => {
  const timeline = await screen.findByRole('region', { name: 'Timeline' });
  return (await within(timeline).findAllByRole('listitem')).map((item) => item.textContent);
};

afterEach(closePanels);

describe('the history of a record', () => {
  it('is not read before somebody asks for it', async () => {
    const { inputsOf } = open(past([change()]));
    await screen.findByText('Talked about delivery');
    expect(inputsOf('historyOf')).toEqual([]);
    await choose('History');
    await screen.findByText('Value:');
    expect(inputsOf('historyOf')).toEqual([{ kind: 'opportunity', id: 'O-0000000001' }]);
    expect(await rows()).toHaveLength(1);
    await choose('All');
    expect(await rows()).toHaveLength(2);
    expect(screen.getByRole('button', { name: 'All' }).getAttribute('aria-pressed')).toBe('true');
  });

  it('says what changed from what to what, who did it and when', async () => {
    open(past([change()]));
    await choose('History');
    expect(await rows()).toEqual(['Value: €9,000 → €12,000Anna Lindqvist · today, 9:00 AM']);
  });

  it.each<[string, Partial<PastChange>, string]>([
    ['an empty value', { field: 'nextStep', before: '', after: 'Call' }, 'Next step: empty → Call'],
    ['a day', { field: 'expectedClose', before: '2026-12-01', after: null }, 'Close date: Dec 1, 2026 → empty'],
    ['a percentage', { field: 'probability', before: null, after: 0.5 }, 'Probability: empty → 50%'],
    ['a column of people’s own', { field: '+Region', before: 'North', after: true }, 'Region: North → TRUE'],
    ['a link to a lead', { field: 'leadId', before: '', after: 'L-0000000001' }, 'Lead: empty → Halden Timber'],
    ['what was erased', { field: 'lead', what: 'erased', before: '', after: '' }, 'Lead: erased'],
    ['the creation', { field: '', what: 'created', how: 'import' }, 'AddedAnna Lindqvist · by an import'],
    ['somebody unknown', { how: 'grid', who: '' }, 'Someone · in the sheet'],
    ['somebody who is no owner', { who: 'sam@other.example' }, 'sam@other.example'],
  ])('shows %s as people read it', async (_, fields, text) => {
    open(past([change(fields)]));
    await choose('History');
    await waitFor(async () => expect((await rows())[0]).toContain(text));
  });

  it('shows a move as one change, with the lost reason beside it', async () => {
    const move = { before: 'Proposal', after: 'Closed Lost' };
    open(
      past([
        change({ field: 'lostReason', before: '', after: 'Price' }),
        change({ field: 'closedAt', before: '', after: nine }),
        change({ field: 'stageSince', before: 5, after: nine }),
        change({ field: 'stage', ...move }),
      ]),
    );
    await choose('History');
    expect(await rows()).toEqual([
      'Stage: Proposal → Closed LostLost reason: empty → PriceAnna Lindqvist · today, 9:00 AM',
    ]);
  });

  it('stands between the activities by its moment', async () => {
    open(past([change({ at: nine + 60_000 }), change({ action: 'X-0000000002', at: 5 })]), {
      timeline: () => [samples.activity({ when: nine })],
    });
    await choose('All');
    await screen.findAllByText('Value:');
    expect((await rows()).map((text) => text?.slice(0, 6))).toEqual(['Value:', 'Talked', 'Value:']);
  });

  it('shortens a long text until somebody wants all of it', async () => {
    const note = `${'A long story about oak. '.repeat(40)}The end.`;
    open(past([change({ field: 'notes', before: '', after: note })]));
    await choose('History');
    expect((await rows())[0]).not.toContain('The end.');
    await choose('Show all of it: Notes');
    expect((await rows())[0]).toContain('The end.');
    expect(screen.getByRole('button', { name: 'Show less: Notes' }).getAttribute('aria-expanded')).toBe('true');
  });

  it('is read anew after a save', async () => {
    const { inputsOf } = open(past([change()]), {
      changeOpportunity: ({ changes }) => samples.found(samples.deal(changes)),
    });
    await choose('History');
    await screen.findByText('Value:');
    fireEvent.click(screen.getByRole('button', { name: /^Next step: / }));
    const input = screen.getByRole('textbox', { name: 'Next step' });
    fireEvent.input(input, { target: { value: 'Call' } });
    fireEvent.keyDown(input, { key: 'Enter' });
    await waitFor(() => expect(inputsOf('historyOf')).toHaveLength(2));
  });

  it('undoes the newest action of the user from its line', async () => {
    const { inputsOf } = open(
      past([change(), change({ action: 'X-0000000002', field: 'stage' })], {
        undo: { action: 'X-0000000001', others: 0 },
      }),
      { undo: () => ({ records: 1, kept: [], notices: [] }) },
    );
    await choose('History');
    await choose('Undo');
    expect(await screen.findByText('1 record is as it was before')).toBeTruthy();
    expect(inputsOf('undo')).toEqual([{ action: 'X-0000000001' }]);
    await waitFor(() => expect(inputsOf('historyOf').length).toBeGreaterThan(1));
  });

  it('says before an undo that it takes back more than is shown here', async () => {
    open(past([change()], { undo: { action: 'X-0000000001', others: 3 } }));
    await choose('History');
    expect(await screen.findByRole('button', { name: 'Undo, with 3 changes elsewhere' })).toBeTruthy();
  });

  it('tells how many older changes there are', async () => {
    open(past([change()], { more: 12 }));
    await choose('History');
    expect(await screen.findByText('12 older changes are in the hidden tab History.')).toBeTruthy();
  });

  it('says that there is nothing', async () => {
    open(past([]));
    await choose('History');
    expect(await screen.findByText('History says nothing about this record.')).toBeTruthy();
  });

  it('can be read again where it could not be, and leaves the activities alone', async () => {
    let fails = true;
    open(past([]), {
      historyOf: () => {
        if (fails) throw new CrmError('BUSY', 'The file is busy.');
        return past([change()]);
      },
    });
    await choose('All');
    expect((await screen.findByRole('alert')).textContent).toContain('The file is busy.');
    expect((await rows())[0]).toContain('Talked about delivery');
    fails = false;
    await choose('Try again');
    expect(await screen.findByText('Value:')).toBeTruthy();
    expect(screen.queryByRole('alert')).toBeNull();
  });
});

describe('a long timeline', () => {
  const logged = (count: number) =>
    Array.from({ length: count }, (_, n) =>
      samples.activity({ id: `A-${1000 + n}`, subject: `Call ${n}`, when: nine - n }),
    );
  const MORE = 'Only the newest 50 are shown. All others are in the Activities tab.';

  it('says that there is more only where there is', async () => {
    openLead(samples.lead(), { handlers: { timeline: () => logged(50) } });
    expect(await rows()).toHaveLength(50);
    expect(screen.queryByText(MORE)).toBeNull();
  });

  it('shows the newest where there are more', async () => {
    const { panel } = openLead(samples.lead(), { handlers: { timeline: () => logged(51) } });
    expect(await rows()).toHaveLength(50);
    expect(screen.getByText(MORE)).toBeTruthy();
    expect(screen.queryByText('Call 50')).toBeNull();
    panel.timelines.put(
      samples.activity({ id: 'A-1', leadId: samples.lead().id, subject: 'Just now', when: nine + 1 }),
    );
    await waitFor(async () => expect((await rows())[0]).toContain('Just now'));
    expect(await rows()).toHaveLength(50);
  });
});

describe('activities by type', () => {
  const many = ['Call', 'Call', 'Email', 'Call', 'Note', 'Call'].map((type, index) =>
    samples.activity({ id: `A-000000000${index}`, type, subject: `${type} ${index}` }),
  );

  it('are offered where there are more than a handful', async () => {
    openLead(samples.lead(), { handlers: { timeline: () => many } });
    await choose('Email 1');
    expect(await rows()).toHaveLength(1);
    await choose('Email 1');
    expect(await rows()).toHaveLength(6);
  });

  it('are not offered for a few', async () => {
    openLead(samples.lead(), { handlers: { timeline: () => many.slice(0, 5) } });
    await rows();
    expect(screen.queryByRole('button', { name: 'Email 1' })).toBeNull();
  });
});
