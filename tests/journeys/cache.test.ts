import { join } from 'node:path';
import { GoogleError } from '../../host/google/errors';
import { copyOf, type Host } from '../../host/host';
import type { Response } from '../../src/contract/contract';
import { openFile } from '../bench/open-file';
import { actAt, anId, call, copiesOf, failureOf, readyHost, rowsOf } from './crm-host';

const lead = (host: Host, company: string, more = {}) => {
  const id = anId('lead');
  call(host, 'createLead', { id, fields: { company, ...more } });
  return id;
};

const deal = (host: Host, title: string, leadId = '') => {
  const id = anId('opportunity');
  call(host, 'createOpportunity', { id, fields: { title, leadId } });
  return id;
};

const note = (host: Host, about: { kind: 'lead' | 'opportunity'; id: string }, subject: string, details = '') => {
  const id = anId('activity');
  call(host, 'logActivity', { id, about, type: 'Note', subject, details, due: null });
  return id;
};

const rename = (host: Host, id: string, from: string, to: string) =>
  call(host, 'changeLead', { id, changes: { company: to }, seen: { company: from } });

/** Everything read once, as the panel does after its first paint. */
function warm(host: Host): void {
  call(host, 'start', {});
  call(host, 'leadLines', {});
  call(host, 'opportunityLines', {});
  call(host, 'searchActivities', { text: 'warm' });
}

const coldHost = copiesOf(readyHost());

const warmHost = (): Host => {
  const host = coldHost();
  warm(host);
  return host;
};

const companies = (host: Host) => call(host, 'leadLines', {}).rows.map((row) => row[1]);
const titles = (host: Host) => call(host, 'opportunityLines', {}).rows.map((row) => row[3]);
const subjects = (host: Host, kind: 'lead' | 'opportunity', id: string) =>
  call(host, 'timeline', { kind, id }).map(({ subject }) => subject);
const found = (host: Host, text: string) => call(host, 'searchActivities', { text }).map(({ subject }) => subject);

const costs = (host: Host) => [host.counts.spreadsheetCalls, host.counts.otherCalls];

const cached = (host: Host) => host.stores.caches.document;

/** As the trigger for edits does, which tells of no more than the tab. */
const edited = (host: Host, tab: string) =>
  cached(host).set(`sheety1:${host.fileId}:mark:${tab}`, { value: anId('lead'), until: Number.POSITIVE_INFINITY });

const type = (host: Host, place: string, text: string) => {
  host.person.type(place, text);
  edited(host, place.startsWith('Leads') ? 'leads' : 'opportunities');
};

/** Lets somebody act before those calls of an action that change cells or ask for the cache, each time in a new file. */
function duringEach(
  prepare: () => Host,
  act: (host: Host) => unknown,
  other: (host: Host) => void,
  look: (host: Host) => void,
) {
  const counted = prepare();
  const numbers: number[] = [];
  counted.beforeCall = ({ method, number }) => {
    if (/^(getValues|insert|setValues|flush|getAll|putAll|tryLock|release)/.test(method)) numbers.push(number);
  };
  act(counted);
  for (const at of numbers) {
    const host = prepare();
    actAt(host, at, () => other(host));
    act(host);
    host.beforeCall = null;
    look(host);
  }
}

describe('what a user waits for', () => {
  test('opening a file that is cached asks the sheet for nothing and shows the newest lines', () => {
    const host = warmHost();
    deal(host, 'Acme renewal', lead(host, 'Acme'));
    const { first, settings } = call(host, 'start', {});
    expect(costs(host)).toEqual([0, 3]);
    expect(settings?.leadStatuses).toContain('New');
    expect(first?.counts).toEqual({ leads: 1, opportunities: 1 });
    expect(first?.opportunities.rows[0]).toContain('Acme renewal');
  });

  test('a record with its activities takes one row of the sheet', () => {
    const host = warmHost();
    const id = lead(host, 'Acme');
    note(host, { kind: 'opportunity', id: deal(host, 'Acme renewal', id) }, 'Asked for the price');
    const calls = [
      { method: 'lead', input: { id } },
      { method: 'timeline', input: { kind: 'lead', id } },
    ];
    const { answers } = JSON.parse(host.call('rpc', JSON.stringify({ calls })) as string) as Response;
    expect(answers).toMatchObject([
      { ok: true, value: { record: { company: 'Acme' } } },
      { ok: true, value: [{ subject: 'Asked for the price' }] },
    ]);
    expect(costs(host)).toEqual([1, 3]);
  });

  test('lists, a search and the row under the cursor ask for the cache alone, but for that row', () => {
    const host = warmHost();
    const id = lead(host, 'Acme');
    note(host, { kind: 'lead', id }, 'Asked for the price');
    companies(host);
    expect(costs(host)).toEqual([0, 2]);
    found(host, 'PRICE');
    expect(costs(host)).toEqual([0, 2]);
    host.person.select('Leads!A2');
    expect(call(host, 'selected', {})).toMatchObject({ kind: 'lead', found: { record: { id } } });
    expect(costs(host)).toEqual([1, 3]);
  });

  test('a file that is not cached is read tab by tab, each in a few calls', () => {
    const host = coldHost();
    lead(host, 'Acme');
    call(host, 'start', {});
    expect(costs(host)).toEqual([2, 4]);
    call(host, 'leadLines', {});
    expect(costs(host)).toEqual([6, 7]);
  });
});

test('a hundredth of the largest file takes a hundredth of what the cache holds', () => {
  const size = { name: 'hundredth', leads: 100, deals: 500, activities: 1_000 };
  const { host } = openFile(size, join(__dirname, '../../dist'));
  warm(host);
  const blocks = [...cached(host)].filter(([key]) => /:(leads|opportunities|activities):\d+$/.test(key));
  const bytes = blocks.reduce((sum, [, { value }]) => sum + Buffer.byteLength(value), 0);
  // Of 1,000 values of 40 kB, leaving a tenth.
  expect(bytes * 100).toBeLessThan(900 * 40_000);
  expect(Math.max(...blocks.map(([, { value }]) => Buffer.byteLength(value)))).toBeLessThan(95_000);
});

describe('what is cached', () => {
  test('follows every save of ours', () => {
    const host = warmHost();
    const id = lead(host, 'Acme');
    const dealId = deal(host, 'Acme renewal', id);
    note(host, { kind: 'lead', id }, 'Called');
    note(host, { kind: 'opportunity', id: dealId }, 'Asked for the price');
    rename(host, id, 'Acme', 'Acme Ltd');
    call(host, 'moveOpportunity', {
      id: dealId,
      pipeline: 'Sales',
      stage: 'Proposal',
      seen: { pipeline: 'Sales', stage: 'Prospecting' },
    });
    expect(companies(host)).toEqual(['Acme Ltd']);
    expect(call(host, 'opportunityLines', {}).rows[0]).toContain('Proposal');
    expect(subjects(host, 'lead', id).sort()).toEqual(['Asked for the price', 'Called']);
    expect(subjects(host, 'opportunity', dealId)).toEqual(['Asked for the price']);
    expect(found(host, 'called')).toEqual(['Called']);
    expect(host.counts.spreadsheetCalls).toBe(0);
    expect(call(host, 'start', {}).first?.leads.rows[0]).toContain('Acme Ltd');
  });

  test('has the fifty newest for the first screen, and how many there are', () => {
    const host = coldHost();
    const rows = Array.from({ length: 60 }, (_, row) => [anId('lead'), `Company ${row}`]);
    host.person.paste('Leads!A2', rows);
    warm(host);
    lead(host, 'Newest');
    const { first } = call(host, 'start', {});
    expect(first?.counts.leads).toBe(61);
    expect(first?.leads.rows.map((row) => row[1])).toEqual([...rows.slice(11).map(([, company]) => company), 'Newest']);
  });

  test('loses any of its values, one or all, and nobody sees a difference', () => {
    const host = warmHost();
    const id = lead(host, 'Acme');
    note(host, { kind: 'lead', id }, 'Called');
    const look = () => [
      companies(host),
      titles(host),
      subjects(host, 'lead', id),
      found(host, 'called'),
      call(host, 'lead', { id }).record.company,
      call(host, 'start', {}).settings?.leadStatuses[0],
    ];
    const seen = look();
    for (const key of [...cached(host).keys()]) {
      host.evict(key);
      expect(look()).toEqual(seen);
      rename(host, id, 'Acme', 'Acme Ltd');
      expect(companies(host)).toEqual(['Acme Ltd']);
      rename(host, id, 'Acme Ltd', 'Acme');
    }
    host.evict();
    expect(look()).toEqual(seen);
  });

  test('counts for nothing once somebody edited the tab', () => {
    const host = warmHost();
    const id = lead(host, 'Acme');
    type(host, 'Leads!B2', 'Acme by hand');
    expect(companies(host)).toEqual(['Acme by hand']);
    expect(call(host, 'lead', { id }).record.company).toBe('Acme by hand');
  });

  test('counts for nothing once somebody put in or took out rows or columns, of which no trigger tells', () => {
    const host = warmHost();
    lead(host, 'Acme');
    const id = lead(host, 'Beta');
    host.person.deleteRows('Leads', 2);
    expect(companies(host)).toEqual(['Beta']);
    host.person.insertColumns('Leads', 2);
    expect(call(host, 'lead', { id }).record.company).toBe('Beta');
    host.person.deleteRows('Leads', 2);
    expect(call(host, 'start', {}).first).toBeNull();
    expect(failureOf(() => call(host, 'lead', { id })).code).toBe('NOT_FOUND');
  });

  test('is read anew for the lists after five minutes, for what no trigger tells', () => {
    const host = warmHost();
    lead(host, 'Acme');
    host.person.type('Leads!B2', 'Acme by a script');
    host.passTime(6 * 60_000);
    expect(companies(host)).toEqual(['Acme by a script']);
  });

  test('shows no record as it was: its row is read, and where that differs all of it', () => {
    const host = warmHost();
    const [acme, beta] = [lead(host, 'Acme', { website: 'acme.example' }), lead(host, 'Beta')];
    host.person.type('Leads!B2', 'Acme by a script');
    expect(call(host, 'lead', { id: acme }).record.company).toBe('Acme by a script');
    host.person.sort('Leads', 2, false);
    expect(call(host, 'lead', { id: beta }).record.company).toBe('Beta');
    host.person.moveColumns('Leads', 2, 1, 5);
    expect(call(host, 'lead', { id: acme }).record).toMatchObject({
      company: 'Acme by a script',
      website: 'acme.example',
    });
  });

  test('keeps formulas and odd values as they are', () => {
    const host = warmHost();
    const id = lead(host, 'Acme');
    host.person.type('Leads!P2', '=6*7');
    host.person.type('Leads!Q2', 'last week');
    host.evict();
    warm(host);
    const found = call(host, 'lead', { id });
    expect(host.counts.spreadsheetCalls).toBe(1);
    expect(found).toMatchObject({
      record: { score: 42 },
      formulas: ['score'],
      odd: { createdAt: 'last week' },
    });
  });

  test('leaves long texts to the sheet, and nobody misses them', () => {
    const host = warmHost();
    const notes = 'Long ago. '.repeat(200);
    const id = lead(host, 'Acme', { notes });
    const details = `${notes}The price is 42 €.`;
    note(host, { kind: 'lead', id }, 'Called', details);
    expect([...cached(host).values()].some(({ value }) => value.includes('Long ago'))).toBe(false);
    expect(call(host, 'lead', { id }).record.notes).toBe(notes);
    expect(call(host, 'timeline', { kind: 'lead', id })).toMatchObject([{ details }]);
    expect(found(host, 'price is 42')).toEqual(['Called']);
  });

  test('finds what is logged on a deal whichever lead the deal has now', () => {
    const host = warmHost();
    const [acme, beta] = [lead(host, 'Acme'), lead(host, 'Beta')];
    const id = deal(host, 'Renewal');
    note(host, { kind: 'opportunity', id }, 'Before it had a lead');
    call(host, 'changeOpportunity', { id, changes: { leadId: acme }, seen: { leadId: '' } });
    note(host, { kind: 'opportunity', id }, 'With Acme');
    call(host, 'changeOpportunity', { id, changes: { leadId: beta }, seen: { leadId: acme } });
    for (let again = 0; again < 2; again++) {
      expect(subjects(host, 'opportunity', id).sort()).toEqual(['Before it had a lead', 'With Acme']);
      expect(subjects(host, 'lead', beta).sort()).toEqual(['Before it had a lead', 'With Acme']);
      expect(subjects(host, 'lead', acme)).toEqual(['With Acme']);
    }
    expect(host.counts.spreadsheetCalls).toBe(0);
  });

  test('is searched without regard to case and accents, quotes included', () => {
    const host = warmHost();
    const id = lead(host, 'Acme');
    note(host, { kind: 'lead', id }, 'Größe besprochen', 'José said “no”, then "maybe"\nand left');
    expect([found(host, 'GROSSE'), found(host, 'jose said'), found(host, '"maybe"'), found(host, 'acme')]).toEqual([
      ['Größe besprochen'],
      ['Größe besprochen'],
      ['Größe besprochen'],
      [],
    ]);
  });
});

test('activities are found by words in any order, some in the subject and some in the details', () => {
  const host = warmHost();
  const id = lead(host, 'Acme');
  note(host, { kind: 'lead', id }, 'Price talk', 'They want a discount');
  note(host, { kind: 'lead', id }, 'Price list sent');
  const look = () => [found(host, 'discount price'), found(host, 'price').length, found(host, 'discount nobody')];
  expect(look()).toEqual([['Price talk'], 2, []]);
  host.evict();
  expect(look()).toEqual([['Price talk'], 2, []]);
});

describe('somebody saves or edits while another reads', () => {
  const withLead = (): { host: Host; id: string } => {
    const host = coldHost();
    return { host, id: lead(host, 'Acme') };
  };

  test('and what the slow reader saw never comes back', () => {
    let id = '';
    duringEach(
      () => {
        const made = withLead();
        id = made.id;
        return made.host;
      },
      companies,
      (host) => {
        const bob = host.as('bob@example.com');
        bob.account.install();
        try {
          rename(bob, id, 'Acme', 'Acme Ltd');
        } catch {
          // While the other puts what she read, he is asked to try again.
        }
      },
      (host) => expect(companies(host)).toEqual(rowsOf(host, 'Leads').map(({ Company }) => Company)),
    );
  });

  test('by hand: the edit is what is shown from then on', () => {
    duringEach(
      () => withLead().host,
      companies,
      (host) => type(host, 'Leads!B2', 'Acme by hand'),
      (host) => expect(companies(host)).toEqual(['Acme by hand']),
    );
  });

  test('by hand, in the middle of a save of another record: both are shown', () => {
    let id = '';
    duringEach(
      () => {
        const host = warmHost();
        lead(host, 'Acme');
        id = lead(host, 'Beta');
        return host;
      },
      (host) => rename(host, id, 'Beta', 'Beta Ltd'),
      (host) => type(host, 'Leads!B2', 'Acme by hand'),
      (host) => expect(companies(host)).toEqual(['Acme by hand', 'Beta Ltd']),
    );
  });

  test('by hand, a row taken out while one is added', () => {
    duringEach(
      () => {
        const host = warmHost();
        lead(host, 'Acme');
        lead(host, 'Beta');
        return host;
      },
      (host) => {
        try {
          lead(host, 'Gamma');
        } catch {
          // Whoever is told to look again has nothing on the screen that is not so.
        }
      },
      (host) => host.person.deleteRows('Leads', 2),
      (host) => expect(companies(host)).toEqual(rowsOf(host, 'Leads').map(({ Company }) => Company)),
    );
  });

  test('a save that takes up what a stale screen showed is a conflict, never a wrong write', () => {
    const host = warmHost();
    const id = lead(host, 'Acme');
    companies(host);
    host.person.type('Leads!B2', 'Acme by a script');
    expect(failureOf(() => rename(host, id, 'Acme', 'Acme Ltd')).code).toBe('CONFLICT');
    expect(rowsOf(host, 'Leads')[0]?.Company).toBe('Acme by a script');
  });
});

describe('a file', () => {
  test('has nothing of another, nor of the one that it is a copy of', () => {
    const host = warmHost();
    lead(host, 'Acme');
    const copy = copyOf(host).open();
    call(copy, 'start', {});
    rename(copy, rowsOf(copy, 'Leads')[0]!['Lead ID']!, 'Acme', 'Acme in the copy');
    expect(companies(copy)).toEqual(['Acme in the copy']);
    expect(companies(host)).toEqual(['Acme']);
    const other = host.in(host.workspace.newFile('ann@example.com')).open();
    expect(call(other, 'start', {}).first).toBeNull();
  });

  test('shows what one user saved to the other, each with a name of their own', () => {
    const host = warmHost();
    const bob = host.as('bob@example.com');
    bob.account.install();
    lead(host, 'Acme');
    expect(companies(bob)).toEqual(['Acme']);
    expect(bob.counts.spreadsheetCalls).toBe(0);
    expect([call(host, 'start', {}).user, call(bob, 'start', {}).user]).toEqual(['ann@example.com', 'bob@example.com']);
  });

  test.each(['getAll', 'putAll', 'removeAll'])(
    'works on where the cache fails at %s, and shows what is there',
    (failing) => {
      const host = warmHost();
      const id = lead(host, 'Acme');
      host.beforeCall = ({ method }) => {
        if (method === failing) throw new GoogleError('Service error: Cache');
      };
      rename(host, id, 'Acme', 'Acme Ltd');
      expect(companies(host)).toEqual(['Acme Ltd']);
      host.beforeCall = null;
      expect(companies(host)).toEqual(['Acme Ltd']);
    },
  );
});
