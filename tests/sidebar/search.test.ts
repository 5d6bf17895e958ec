import { markWords, wordsOf } from '../../sidebar/data/fold';
import { leadLineOf, opportunityLineOf } from '../../sidebar/data/lines';
import { sortDeals, sortLeads, tallyBy } from '../../sidebar/data/lists';
import { searchDeals, searchLeads } from '../../sidebar/data/search';
import { warmUp } from '../../sidebar/data/searchable';
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

const ids = ({ lines }: { lines: readonly { id: string }[] }) => lines.map(({ id }) => id);
const found = (query: string) => [...ids(searchLeads(query, leads)), ...ids(searchDeals(query, deals))];
const marked = (text: string, query: string) =>
  markWords(text, wordsOf(query))
    .map((piece) => (piece.marked ? `[${piece.text}]` : piece.text))
    .join('');

describe('searching', () => {
  it('finds leads and deals that hold every word, whatever its case', () => {
    expect(found('HALDEN ingrid')).toEqual(['L-1']);
    expect(found('timber jorge')).toEqual(['O-3']);
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
    expect(ids(searchDeals('an', deals)).slice(0, 2)).toEqual(['O-3', 'O-1']);
  });

  it('finds by e-mail, contact and owner', () => {
    expect(found('z@capek')).toEqual(['L-2']);
    expect(found('moe')).toEqual(['L-1']);
    expect(found('jorge').sort()).toEqual(['L-2', 'O-2', 'O-3']);
  });

  it('finds by what stands in columns that people added, after what our own say', () => {
    const own = { ...lead({ id: 'L-4', company: 'Petrel' }), own: 'Halland · Gold' };
    expect(ids(searchLeads('hal', [...leads, own]))).toEqual(['L-1', 'L-3', 'L-4']);
  });

  it('ranks exact, beginning, beginning of a word, inside, typo, in this order', () => {
    const named = ['Alembert', 'A Lamber Co', 'Clamber', 'Old Lamberts', 'Lambert', 'Lamber', 'Lambre'].map(
      (company, n) => lead({ id: `L-${n}`, company, contact: '', email: '' }),
    );
    const ranked = searchLeads('lamber', named).lines.map(({ company }) => company);
    expect(ranked).toEqual(['Lamber', 'Lambert', 'A Lamber Co', 'Old Lamberts', 'Clamber', 'Lambre']);
  });

  it('puts the shorter, then the newer of equals first', () => {
    const [old, young] = [Date.UTC(2026, 1, 1), Date.UTC(2026, 2, 1)];
    const named = [
      lead({ id: 'L-1', company: 'Birch and Sons', createdAt: young }),
      lead({ id: 'L-2', company: 'Birchwood', createdAt: young }),
      lead({ id: 'L-3', company: 'Birchwood', createdAt: old }),
      lead({ id: 'L-4', company: 'Birchwood', createdAt: null }),
    ];
    expect(ids(searchLeads('birch', named))).toEqual(['L-2', 'L-3', 'L-4', 'L-1']);
  });

  it('puts whoever is called just like all words before the others', () => {
    const named = ['Timber of Halden', 'Halden Timber Export', 'Halden Timber'].map((company, n) =>
      lead({ id: `L-${n}`, company }),
    );
    expect(ids(searchLeads('halden timber', named))).toEqual(['L-2', 'L-1', 'L-0']);
  });

  it.each([
    ['left out', 'haldn', 'L-1'],
    ['too many', 'hallden', 'L-1'],
    ['swapped', 'hadlen', 'L-1'],
    ['swapped at the beginning', 'ahlden', 'L-1'],
    ['wrong', 'haldem', 'L-1'],
    ['left out in an address', 'ingrid@hlden.example', 'L-1'],
    ['swapped in the beginning of a word', 'tmib', 'L-1'],
  ])('forgives one letter that is %s', (_, query, id) => {
    expect(ids(searchLeads(query, leads))).toContain(id);
  });

  it('takes no part of a word for one that begins with another letter', () => {
    const named = [
      lead({ id: 'L-1', company: 'Fernmark', contact: '', email: '' }),
      lead({ id: 'L-2', company: 'Offer', contact: '', email: '' }),
    ];
    expect(ids(searchLeads('ofer', named))).toEqual(['L-2']);
  });

  it('forgives one typo from four letters on, two from eight, and none in numbers', () => {
    const odd = [lead({ id: 'L-1', company: 'Oak', contact: 'Konstantinopel 2026', email: '' })];
    const isFound = (query: string) => searchLeads(query, odd).lines.length > 0;
    expect(isFound('oaj')).toBe(false);
    expect(isFound('konst')).toBe(true);
    expect(isFound('kosnt')).toBe(true);
    expect(isFound('knostn')).toBe(false);
    expect(isFound('kosntantniopel')).toBe(true);
    expect(isFound('kosntatniopl')).toBe(false);
    expect(isFound('2025')).toBe(false);
  });

  it('does not ask for accents, nor for letters that other alphabets write as one', () => {
    const named = ['İstanbul Çelik', 'Søren Ødegård', 'Œuvre Łódź', 'Weiß & Größe'].map((company, n) =>
      lead({ id: `L-${n}`, company }),
    );
    const queries = ['istanbul celik', 'ISTANBUL', 'soren odegard', 'oeuvre lodz', 'weiss grosse', 'WEISS'];
    expect(queries.map((query) => ids(searchLeads(query, named))[0])).toEqual([
      'L-0',
      'L-0',
      'L-1',
      'L-2',
      'L-3',
      'L-3',
    ]);
  });

  it('finds a phone number however it is written there and here', () => {
    const reachable = [
      lead({ id: 'L-1', phone: '+49 (0)30 123-456' }),
      lead({ id: 'L-2', phone: '030123457' }),
      lead({ id: 'L-3', phone: '' }),
    ];
    const queries = ['030 123 456', '30123456', '+49 (0)30 / 123.456', '0049030123456', '123-45', '123'];
    expect(queries.map((query) => ids(searchLeads(query, reachable)).sort())).toEqual([
      ['L-1'],
      ['L-1'],
      ['L-1'],
      ['L-1'],
      ['L-1', 'L-2'],
      [],
    ]);
  });

  it('finds nothing for a blank query', () => {
    expect(found('   ')).toEqual([]);
  });

  it('marks what was found, also where accents or ß stand in the text', () => {
    expect(marked('Čapek & Synové', 'capek syn')).toBe('[Čapek] & [Syn]ové');
    expect(marked('Haldis Straße', 'strasse')).toBe('Haldis [Straße]');
    expect(marked('Halden', '')).toBe('Halden');
  });

  it('marks what was meant where something was mistyped, and digits across what stands between them', () => {
    expect(marked('Halden Timber', 'hadlen tmib')).toBe('[Halden] [Timb]er');
    expect(marked('Halden Timber', 'timber')).toBe('Halden [Timber]');
    expect(marked('+49 30 123-456', '30123')).toBe('+49 [30 123]-456');
  });

  it('finds the one of ten thousand leads and as many deals', () => {
    const manyLeads = Array.from({ length: 10_000 }, (_, i) =>
      lead({ id: `L-${i}`, company: `Compañía ${i} of the north`, email: `person${i}@example.com` }),
    );
    const manyDeals = Array.from({ length: 10_000 }, (_, i) => deal({ id: `O-${i}`, title: `Delivery no. ${i}` }));
    warmUp(manyLeads, manyDeals);
    expect(ids(searchLeads('compania 7777', manyLeads))).toEqual(['L-7777']);
    expect(ids(searchDeals('delivrey 7777', manyDeals))).toEqual(['O-7777']);
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
