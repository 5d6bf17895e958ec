import { GoogleError } from '../../host/google/errors';
import { actAt, anId, call, copiesOf, failureOf, numbersOf, readyHost, rowsOf } from './crm-host';

const lead = (host: ReturnType<typeof readyHost>, fields = {}) => {
  const id = anId('lead');
  call(host, 'createLead', { id, fields: { company: 'Acme', contact: 'Ann Ace', ...fields } });
  return id;
};

const deal = (host: ReturnType<typeof readyHost>, fields = {}) => {
  const id = anId('opportunity');
  call(host, 'createOpportunity', { id, fields: { title: 'Acme renewal', value: 1200, ...fields } });
  return id;
};

const move = (id: string, stage: string, seen = 'Prospecting') => ({
  id,
  pipeline: 'Sales',
  stage,
  seen: { pipeline: 'Sales', stage: seen },
});

describe('creating', () => {
  test('a lead puts one row under the header, dated and typed', () => {
    const host = readyHost();
    const id = lead(host, { phone: '0042 600', tags: ['vip', 'fair'], score: 12 });
    expect(rowsOf(host, 'Leads')).toEqual([
      expect.objectContaining({
        'Lead ID': id,
        Company: 'Acme',
        Contact: 'Ann Ace',
        Phone: '0042 600',
        Tags: 'vip, fair',
        Score: '12',
        Status: 'New',
        'Created at': '2026-11-22 10:00',
      }),
    ]);
  });

  test('the same call twice makes one record', () => {
    const host = readyHost();
    const id = anId('lead');
    call(host, 'createLead', { id, fields: { company: 'Acme' } });
    call(host, 'createLead', { id, fields: { company: 'Acme' } });
    expect(rowsOf(host, 'Leads')).toHaveLength(1);
  });

  test('without a name is refused in a sentence, and nothing is written', () => {
    const host = readyHost();
    const before = host.file.version;
    expect(failureOf(() => lead(host, { company: ' ', contact: '' }))).toMatchObject({
      code: 'INVALID',
      field: 'company',
      message: 'Give the lead a company or a contact name.',
    });
    expect(failureOf(() => deal(host, { title: '' }))).toMatchObject({ code: 'INVALID', field: 'title' });
    expect(host.file.version).toBe(before);
  });

  test('text that looks like a formula, a number or a date stays text', () => {
    const host = readyHost();
    const texts = {
      company: '=1+1',
      contact: '+34 600 123 456',
      title: '-5',
      phone: '007',
      website: '1-2',
      industry: 'TRUE',
      notes: "'quoted",
    };
    const id = lead(host, texts);
    expect(call(host, 'lead', { id })).toMatchObject({ record: texts, odd: {}, formulas: [] });
    expect(host.person.formulaIn('Leads!B2')).toBeNull();
  });

  test('new rows stand under the last record, above a total that someone keeps below', () => {
    const host = readyHost();
    deal(host, { title: 'First' });
    host.person.type('Opportunities!F3', 'TOTAL');
    host.person.type('Opportunities!G3', '=SUM(G2:G2)');
    deal(host, { title: 'Second', value: 300 });
    expect(host.person.sees('Opportunities!D2:G4')).toEqual([
      ['First', 'Sales', 'Prospecting', '1,200.00'],
      ['Second', 'Sales', 'Prospecting', '300.00'],
      ['', '', 'TOTAL', '1,200.00'],
    ]);
  });

  test('a deal may begin in any stage, and one that begins closed is dated', () => {
    const host = readyHost();
    const won = deal(host, { stage: 'Closed Won' });
    expect(call(host, 'opportunity', { id: won }).record).toMatchObject({ stage: 'Closed Won', closedAt: host.now() });
    expect(failureOf(() => deal(host, { stage: 'Signed' }))).toMatchObject({ code: 'INVALID', field: 'stage' });
  });

  test('a deal takes its lead’s name; a lead that is gone is said', () => {
    const host = readyHost();
    const leadId = lead(host);
    const id = deal(host, { leadId });
    expect(call(host, 'opportunity', { id }).record).toMatchObject({
      leadId,
      lead: 'Acme',
      stage: 'Prospecting',
      currency: 'USD',
    });
    expect(failureOf(() => deal(host, { leadId: anId('lead') }))).toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('moving a deal', () => {
  test('writes only what the move changes, dates it, and logs it', () => {
    const host = readyHost();
    const id = deal(host);
    host.passTime(60_000);
    const { record } = call(host, 'moveOpportunity', move(id, 'Closed Won'));
    expect(record).toMatchObject({
      stage: 'Closed Won',
      closedAt: Date.parse('2026-11-22T15:01:00Z'),
      stageSince: Date.parse('2026-11-22T15:01:00Z'),
    });
    expect(JSON.parse(record.recorded)).toMatchObject({ stage: 'Closed Won', value: 1200 });
    const moves = rowsOf(host, 'History').filter(({ Field }) => Field === 'Stage');
    expect(moves).toEqual([
      expect.objectContaining({
        Record: 'Opportunity',
        'Record ID': id,
        Before: 'Prospecting',
        After: 'Closed Won',
        Who: 'ann@example.com',
        How: 'sidebar',
      }),
    ]);
  });

  test('back to an open stage takes the closing date away', () => {
    const host = readyHost();
    const id = deal(host);
    call(host, 'moveOpportunity', move(id, 'Closed Lost'));
    expect(call(host, 'moveOpportunity', move(id, 'Proposal', 'Closed Lost')).record.closedAt).toBeNull();
  });

  test('that is undone gives back the closing date, the days in the stage and the lost reason, and says so in History', () => {
    const host = readyHost();
    const id = anId('opportunity');
    call(host, 'createOpportunity', { id, fields: { title: 'Acme renewal', stage: 'Closed Lost' } });
    host.person.type('Opportunities!R2', '2026-01-05 10:00');
    call(host, 'changeOpportunity', { id, changes: { lostReason: 'Price' }, seen: { lostReason: '' } });
    const { stageSince, closedAt, lostReason } = call(host, 'opportunity', { id }).record;
    call(host, 'moveOpportunity', move(id, 'Proposal', 'Closed Lost'));
    const undone = { stageSince, closedAt, lostReason };
    const { record } = call(host, 'moveOpportunity', { ...move(id, 'Closed Lost', 'Proposal'), undone });
    expect(record).toMatchObject({ stage: 'Closed Lost', lostReason: 'Price', stageSince, closedAt });
    expect(
      rowsOf(host, 'History')
        .filter(({ How }) => How === 'undo')
        .map(({ Field }) => Field),
    ).toContain('Stage');
  });

  test('that someone moved first is a conflict that names both, and writes nothing', () => {
    const host = readyHost();
    const id = deal(host);
    host.person.type('Opportunities!F2', 'Negotiation');
    const { version } = host.file;
    expect(failureOf(() => call(host, 'moveOpportunity', move(id, 'Discovery')))).toMatchObject({
      code: 'CONFLICT',
      differences: [{ field: 'stage', seen: 'Prospecting', now: 'Negotiation' }],
    });
    expect(host.file.version).toBe(version);
  });

  test('to a stage that is not there names those that are', () => {
    const host = readyHost();
    const id = deal(host);
    expect(failureOf(() => call(host, 'moveOpportunity', move(id, 'Signed'))).message).toContain(
      'Prospecting, Discovery, Proposal',
    );
  });
});

describe('what people do to the sheet meanwhile', () => {
  const first = readyHost();
  const ids = ['Gamma', 'Alpha', 'Beta'].map((title, i) => deal(first, { title, value: i }));
  const copy = copiesOf(first);
  const three = () => ({ host: copy(), ids });

  test.each<[string, (host: ReturnType<typeof readyHost>) => void]>([
    ['sorted', (host) => host.person.sort('Opportunities', 4)],
    ['a row inserted above', (host) => host.person.insertRows('Opportunities', 2, 3)],
    ['a column inserted in front', (host) => host.person.insertColumns('Opportunities', 1)],
    ['columns moved', (host) => host.person.moveColumns('Opportunities', 6, 2, 2)],
    ['a header renamed', (host) => host.person.type('Opportunities!F1', 'Phase')],
    ['the tab renamed', (host) => host.person.renameTab('Opportunities', 'Deals 2026')],
    ['a title row put above the headers', (host) => host.person.insertRows('Opportunities', 1)],
    ['the values sorted descending', (host) => host.person.sort('Opportunities', 7, false)],
  ])('%s: a move still hits its own deal and no other', (_, act) => {
    const { host, ids } = three();
    act(host);
    call(host, 'moveOpportunity', move(ids[1]!, 'Proposal'));
    const stages = ids.map((id) => call(host, 'opportunity', { id }).record);
    expect(stages.map(({ title, stage }) => [title, stage])).toEqual([
      ['Gamma', 'Prospecting'],
      ['Alpha', 'Proposal'],
      ['Beta', 'Prospecting'],
    ]);
  });

  test('between any two service calls, a sort never makes a move hit another deal unseen', () => {
    const { host: counted, ids: some } = three();
    for (const at of numbersOf(counted, () => call(counted, 'moveOpportunity', move(some[1]!, 'Proposal')))) {
      const { host, ids } = three();
      actAt(host, at, () => host.person.sort('Opportunities', 4));
      const outcome = (() => {
        try {
          return call(host, 'moveOpportunity', move(ids[1]!, 'Proposal')).record.stage;
        } catch (error) {
          return (error as Error).message;
        }
      })();
      host.beforeCall = null;
      const [gamma, alpha, beta] = ids.map((id) => call(host, 'opportunity', { id }).record.stage);
      expect(alpha).toBe('Proposal');
      // Inside the one window that no lock closes, the user is told which row to look at.
      if (outcome === 'Proposal') expect([gamma, beta]).toEqual(['Prospecting', 'Prospecting']);
      else expect(outcome).toMatch(/Somebody moved rows while this was saved.* Check .* in row \d/);
    }
  });

  test('between any two service calls, a sort or an inserted row never makes a new deal swallow another unseen', () => {
    const { host: counted } = three();
    const acts: ((host: ReturnType<typeof readyHost>) => void)[] = [
      (host) => host.person.sort('Opportunities', 4, false),
      (host) => host.person.insertRows('Opportunities', 3),
    ];
    for (const at of numbersOf(counted, () => deal(counted))) {
      for (const act of acts) {
        const { host } = three();
        actAt(host, at, () => act(host));
        let told = '';
        const id = anId('opportunity');
        try {
          call(host, 'createOpportunity', { id, fields: { title: 'Delta' } });
        } catch (error) {
          told = (error as Error).message;
        }
        host.beforeCall = null;
        const titles = rowsOf(host, 'Opportunities')
          .map((row) => row['Title'])
          .sort();
        if (told === '') expect(titles).toEqual(['Alpha', 'Beta', 'Delta', 'Gamma']);
        else expect(told).toMatch(/Somebody moved rows of “Opportunities”.*press Ctrl\+Z|keep moving/);
      }
    }
  });

  test('a formula in a cell is shown and never overwritten', () => {
    const host = readyHost();
    const id = deal(host);
    host.person.type('Opportunities!G2', '=100*3');
    const found = call(host, 'opportunity', { id });
    expect(found).toMatchObject({ formulas: ['value'], record: { value: 300 } });
    expect(
      failureOf(() => call(host, 'changeOpportunity', { id, changes: { value: 5 }, seen: { value: 300 } })),
    ).toMatchObject({
      code: 'INVALID',
      field: 'value',
    });
    call(host, 'moveOpportunity', move(id, 'Proposal'));
    expect(host.person.formulaIn('Opportunities!G2')).toBe('=100*3');
  });

  test('an odd value stays as it is and survives the saving of its neighbours', () => {
    const host = readyHost();
    const id = deal(host);
    host.person.type('Opportunities!G2', 'about 5k');
    expect(call(host, 'opportunity', { id })).toMatchObject({ odd: { value: 'about 5k' }, record: { value: null } });
    call(host, 'changeOpportunity', { id, changes: { nextStep: 'Call back' }, seen: { nextStep: '' } });
    expect(host.person.sees('Opportunities!G2')).toEqual([['about 5k']]);
  });

  test('columns of their own stay untouched', () => {
    const host = readyHost();
    host.person.insertColumns('Opportunities', 5);
    host.person.type('Opportunities!E1', 'Region');
    const id = deal(host);
    host.person.type('Opportunities!E2', 'North');
    call(host, 'moveOpportunity', move(id, 'Proposal'));
    expect(rowsOf(host, 'Opportunities')[0]).toMatchObject({ Region: 'North', Stage: 'Proposal' });
  });

  test('a deleted row, a lost id column and a copied id are each said in a sentence', () => {
    const { host, ids } = three();
    host.person.deleteRows('Opportunities', 2);
    expect(failureOf(() => call(host, 'moveOpportunity', move(ids[0]!, 'Proposal')))).toMatchObject({
      code: 'NOT_FOUND',
    });
    host.person.type('Opportunities!A3', ids[1]!);
    expect(failureOf(() => call(host, 'moveOpportunity', move(ids[1]!, 'Proposal')))).toMatchObject({
      code: 'SHEET_BROKEN',
      message: 'Rows 2 and 3 of “Opportunities” have the same id. Delete the id of the copy, then try again.',
    });
    host.person.deleteColumns('Opportunities', 1);
    const { version } = host.file;
    expect(failureOf(() => deal(host))).toMatchObject({
      code: 'SHEET_BROKEN',
      message:
        'The tab “Opportunities” has no column “Opportunity ID”. Undo its removal (Ctrl+Z, or File > Version history).',
    });
    expect(host.file.version).toBe(version);
  });
});

describe('when Google fails at any service call', () => {
  test('trying a creation again completes it and never doubles it', () => {
    const ready = copiesOf(readyHost());
    const fields = { company: '=Acme', contact: 'Ann', notes: '+1' };
    const counted = ready();
    const asked: number[] = [];
    counted.beforeCall = ({ cost, number }) => {
      if (cost !== 'navigation') asked.push(number);
    };
    lead(counted, fields);
    for (const at of asked) {
      const host = ready();
      host.beforeCall = ({ number }) => {
        if (number === at) throw new GoogleError('Service error: Spreadsheets');
      };
      const id = anId('lead');
      try {
        call(host, 'createLead', { id, fields });
      } catch {
        // The sidebar tries again.
      }
      host.beforeCall = null;
      expect(call(host, 'createLead', { id, fields })).toMatchObject({ record: { id, ...fields } });
      expect(rowsOf(host, 'Leads').filter((row) => row['Contact'] === 'Ann')).toHaveLength(1);
      expect(host.stores.locks.document.holder).toBeNull();
    }
  });
});

describe('following the selection', () => {
  test('answers with the record of the selected row, reading one row', () => {
    const host = readyHost();
    const id = deal(host);
    host.person.select('Opportunities!C2:D2');
    expect(call(host, 'selected', {})).toMatchObject({ kind: 'opportunity', found: { record: { id } } });
    expect(host.counts.spreadsheetCalls).toBeLessThanOrEqual(5);
    host.person.select('Opportunities!A1');
    expect(call(host, 'selected', {})).toBeNull();
    host.person.select('Sheet1!A1');
    expect(call(host, 'selected', {})).toBeNull();
  });
});

describe('activities', () => {
  test('logged on a deal belong to its lead too, and come newest first', () => {
    const host = readyHost();
    const leadId = lead(host);
    const id = deal(host, { leadId });
    const note = (subject: string, due: '2026-12-01' | null = null) =>
      call(host, 'logActivity', {
        id: anId('activity'),
        about: { kind: 'opportunity', id },
        type: due ? 'Task' : 'Call',
        subject,
        details: '',
        due,
      });
    note('First call');
    host.passTime(60_000);
    note('Second call');
    note('Send the offer', '2026-12-01');
    expect(call(host, 'timeline', { kind: 'lead', id: leadId }).map(({ subject, due }) => [subject, due])).toEqual([
      ['Second call', null],
      ['Send the offer', '2026-12-01'],
      ['First call', null],
    ]);
    expect(failureOf(() => note(' '))).toMatchObject({ code: 'INVALID' });
  });

  test('of a long timeline are the newest, one more than is shown, beside what is to be done', () => {
    const host = readyHost();
    const id = lead(host);
    const log = (subject: string, due: '2026-12-01' | null) =>
      call(host, 'logActivity', {
        id: anId('activity'),
        about: { kind: 'lead', id },
        type: due ? 'Task' : 'Call',
        subject,
        details: '',
        due,
      });
    log('To do', '2026-12-01');
    for (let n = 0; n < 52; n++) {
      host.passTime(60_000);
      log(`Call ${n}`, null);
    }
    const subjects = call(host, 'timeline', { kind: 'lead', id }).map(({ subject }) => subject);
    expect(subjects).toHaveLength(52);
    expect([subjects[0], subjects[50], subjects[51]]).toEqual(['Call 51', 'Call 1', 'To do']);
  });
});

describe('the door', () => {
  const ask = (host: ReturnType<typeof readyHost>, body: unknown) =>
    JSON.parse(host.call('rpc', body) as string).answers;

  test.each([
    ['a body that is not JSON', '{"calls":'],
    ['a body of another shape', '{"calls":{}}'],
    ['no call at all', '{"calls":[]}'],
    ['nothing', ''],
  ])('%s gets one clear sentence', (_, body) => {
    expect(ask(readyHost(), body)).toEqual([
      {
        ok: false,
        error: expect.objectContaining({
          code: 'INVALID',
          message: 'The add-on got a request that it cannot read. Reload the sheet and try again.',
        }),
      },
    ]);
  });

  test('an unknown method, and names that objects have by birth, are refused', () => {
    for (const method of ['conquer', 'constructor', '__proto__', 'toString']) {
      expect(ask(readyHost(), JSON.stringify({ calls: [{ method, input: {} }] }))[0]).toMatchObject({
        ok: false,
        error: { code: 'INVALID' },
      });
    }
  });

  test('several calls share a request, and one that fails leaves the others', () => {
    const host = readyHost();
    const calls = [
      { method: 'start', input: {} },
      { method: 'lead', input: { id: 'L-nonsense' } },
      { method: 'leadLines', input: {} },
    ];
    expect(ask(host, JSON.stringify({ calls })).map(({ ok }: { ok: boolean }) => ok)).toEqual([true, false, true]);
  });

  test('someone else saving makes it say so, not wait for ever', () => {
    const host = readyHost();
    host.stores.locks.document.holder = 'someone';
    expect(failureOf(() => lead(host))).toMatchObject({ code: 'BUSY' });
  });
});

describe('what a user waits for', () => {
  test('is at most twelve calls to the sheet and eight others to create or move, however much is in it', () => {
    const host = readyHost();
    // As the sidebar opens.
    call(host, 'leadLines', {});
    call(host, 'opportunityLines', {});
    const expectFew = () => {
      expect(host.counts.spreadsheetCalls).toBeLessThanOrEqual(12);
      expect(host.counts.otherCalls).toBeLessThanOrEqual(8);
    };
    lead(host);
    lead(host);
    expectFew();
    const id = deal(host);
    deal(host);
    expectFew();
    call(host, 'moveOpportunity', move(id, 'Proposal'));
    expectFew();
  });
});
