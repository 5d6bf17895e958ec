import { markWords, wordsOf } from '../../sidebar/data/fold';
import { leadLineOf, opportunityLineOf } from '../../sidebar/data/lines';
import { sortDeals, sortLeads, tallyBy } from '../../sidebar/data/lists';
import { search, warmUp } from '../../sidebar/data/search';
import type { Day } from '../../src/domain/day';
import { samples } from './samples';

const lead = (fields: Parameters<typeof samples.lead>[0]) => leadLineOf(samples.lead(fields));
const deal = (fields: Parameters<typeof samples.deal>[0]) => opportunityLineOf(samples.deal(fields));

const leads = [
  lead({ id: 'L-1', company: 'Halden Timber', contact: 'Ingrid Moe', email: 'ingrid@halden.example', owner: 'Anna' }),
  lead({ id: 'L-2', company: 'Čapek & Synové', contact: 'Zdeněk Čapek', email: 'z@capek.example', owner: 'Jorge' }),
  lead({ id: 'L-3', company: '', contact: 'Haldis Straße', email: '', owner: 'Anna' }),
];
const deals = [
  deal({
    id: 'O-1',
    title: 'Annual timber supply',
    lead: 'Halden Timber',
    owner: 'Anna',
    stage: 'Proposal',
    value: 500,
  }),
  deal({ id: 'O-2', title: 'Press line', lead: 'Čapek & Synové', owner: 'Jorge', stage: 'Discovery', value: null }),
  deal({ id: 'O-3', title: 'annex', lead: 'Halden Timber', owner: 'Jorge', stage: 'Discovery', value: 900 }),
];

const found = (query: string) => search(query, leads, deals).map(({ line }) => line.id);
const marked = (text: string, query: string) =>
  markWords(text, wordsOf(query))
    .map((piece) => (piece.marked ? `[${piece.text}]` : piece.text))
    .join('');

describe('searching', () => {
  it('finds leads and deals that hold every word, whatever its case', () => {
    expect(found('HALDEN ingrid')).toEqual(['L-1']);
    expect(found('timber anna')).toEqual(['L-1', 'O-1']);
    expect(found('timber nobody')).toEqual([]);
  });

  it('ignores accents on both sides', () => {
    expect(found('capek')).toEqual(['L-2', 'O-2']);
    expect(found('čápek').slice(0, 1)).toEqual(['L-2']);
    expect(found('strasse')).toEqual(['L-3']);
  });

  it('puts a name that begins with the word before one that holds it elsewhere', () => {
    expect(found('hal').slice(0, 2).sort()).toEqual(['L-1', 'L-3']);
    expect(found('press')).toEqual(['O-2']);
    expect(found('an')[0]).toBe('O-3');
  });

  it('finds by e-mail, contact and owner', () => {
    expect(found('z@capek')).toEqual(['L-2']);
    expect(found('moe')).toEqual(['L-1']);
    expect(found('jorge').sort()).toEqual(['L-2', 'O-2', 'O-3']);
  });

  it('finds by what stands in columns that people added, after what our own say', () => {
    const own = { ...lead({ id: 'L-4', company: 'Petrel' }), own: 'Halland · Gold' };
    const ids = search('hal', [...leads, own], deals).map(({ line }) => line.id);
    expect(ids).toContain('L-4');
    expect(ids.indexOf('L-4')).toBeGreaterThan(ids.indexOf('L-1'));
  });

  it('finds nothing for a blank query', () => {
    expect(found('   ')).toEqual([]);
  });

  it('marks what was found, also where accents or ß stand in the text', () => {
    expect(marked('Čapek & Synové', 'capek syn')).toBe('[Čapek] & [Syn]ové');
    expect(marked('Haldis Straße', 'strasse')).toBe('Haldis [Straße]');
    expect(marked('Halden', '')).toBe('Halden');
  });

  it('finds the one of ten thousand leads and as many deals', () => {
    const manyLeads = Array.from({ length: 10_000 }, (_, i) =>
      lead({ id: `L-${i}`, company: `Compañía ${i} of the north`, email: `person${i}@example.com` }),
    );
    const manyDeals = Array.from({ length: 10_000 }, (_, i) => deal({ id: `O-${i}`, title: `Delivery no. ${i}` }));
    warmUp(manyLeads, manyDeals);
    expect(search('compania 7777', manyLeads, manyDeals).map(({ line }) => line.id)).toEqual(['L-7777']);
  });
});

describe('lists', () => {
  it('show the newest first, or by name, or by value with blanks last', () => {
    expect(sortDeals(deals, 'newest').map(({ id }) => id)).toEqual(['O-3', 'O-2', 'O-1']);
    expect(sortDeals(deals, 'name').map(({ id }) => id)).toEqual(['O-3', 'O-1', 'O-2']);
    expect(sortDeals(deals, 'value').map(({ id }) => id)).toEqual(['O-3', 'O-1', 'O-2']);
    expect(sortLeads(leads, 'name').map(({ id }) => id)).toEqual(['L-2', 'L-1', 'L-3']);
  });

  it('count how many stand in each stage, and in all', () => {
    const counts = [...tallyBy(deals, ({ stage }) => stage)].map(([stage, { count }]) => [stage, count]);
    expect(counts).toEqual([
      ['', 3],
      ['Proposal', 1],
      ['Discovery', 2],
    ]);
  });

  it('put the open deal that closes next on top, and closed ones last, the latest of them first', () => {
    const closing = (id: string, expectedClose: Day | null, stage = 'Proposal') =>
      deal({ id, title: id, expectedClose, stage });
    const lines = [
      closing('later', '2026-12-20'),
      closing('won long ago', '2025-01-10', 'Closed Won'),
      closing('no day', null),
      closing('overdue', '2026-11-01'),
      closing('won lately', '2026-11-20', 'Closed Won'),
    ];
    const isOpen = ({ stage }: { stage: string }) => stage === 'Proposal';
    const order = ['overdue', 'later', 'no day', 'won lately', 'won long ago'];
    expect(sortDeals(lines, 'close', isOpen).map(({ title }) => title)).toEqual(order);
  });

  it('put what was changed last on top, and leads in the order of their statuses', () => {
    const changed = [
      lead({ id: 'L-1', updatedAt: 5 }),
      lead({ id: 'L-2', updatedAt: null }),
      lead({ id: 'L-3', updatedAt: 9 }),
    ];
    expect(sortLeads(changed, 'changed').map(({ id }) => id)).toEqual(['L-3', 'L-1', 'L-2']);
    const statuses = ['Odd', 'Lost', 'New'].map((status, i) => lead({ id: `L-${i}`, status }));
    expect(sortLeads(statuses, 'status', ['New', 'Lost']).map(({ status }) => status)).toEqual(['New', 'Lost', 'Odd']);
  });
});
