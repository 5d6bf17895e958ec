import type { ImportPlan } from '../../src/domain/import/rows';
import { allNumbersOf, anId, attempt, call, copiesOf, failAt, numbersOf, readyHost, rowsOf } from './crm-host';

type Host = ReturnType<typeof readyHost>;

const fields = { company: 'Acme', email: 'ann@acme.example', phone: '0042', notes: '=danger' };
const plan: ImportPlan = {
  kind: 'lead',
  fields: ['company', 'email', 'notes'],
  reading: { decimal: '.', dayFirst: false },
  stages: [],
};
const sent = [0, 1, 2, 3, 4].map((i) => ({
  id: anId('lead'),
  row: i + 2,
  cells: [`Company ${i}`, `c${i}@x.example`, i % 2 ? '=danger' : 'plain'],
}));

/** Makes the service calls of an action fail in turn, and then does the action again. */
function failEach(copy: () => Host, act: (host: Host) => unknown, look: (host: Host, again: unknown) => void): void {
  const counted = copy();
  for (const at of numbersOf(counted, () => act(counted))) {
    const host = copy();
    failAt(host, at);
    attempt(() => act(host));
    host.beforeCall = null;
    look(
      host,
      attempt(() => act(host)),
    );
  }
}

describe('where Google fails in the middle, the same call again finishes what is there', () => {
  const ready = readyHost();
  ready.person.insertColumns('Leads', 4);
  ready.person.type('Leads!D1', 'Region');

  test('a new lead whose columns have someone else’s between them', () => {
    const id = anId('lead');
    failEach(
      copiesOf(ready),
      (host) => call(host, 'createLead', { id, fields }),
      (host, again) => {
        expect(again).toMatchObject({ record: { id, ...fields } });
        expect(rowsOf(host, 'Leads')).toHaveLength(1);
        expect(rowsOf(host, 'History')).toEqual([expect.objectContaining({ 'Record ID': id, Field: '' })]);
      },
    );
  });

  test('the same with the column of ids at the far end', () => {
    const moved = copiesOf(ready)();
    moved.person.moveColumns('Leads', 1, 1, 22);
    const id = anId('lead');
    failEach(
      copiesOf(moved),
      (host) => call(host, 'createLead', { id, fields }),
      (host) => expect(rowsOf(host, 'Leads')).toEqual([expect.objectContaining({ 'Lead ID': id, Company: 'Acme' })]),
    );
  });

  test('the same with the dates deleted that tell a finished row', () => {
    const bare = copiesOf(ready)();
    for (const header of ['Created at', 'Updated at']) {
      bare.person.deleteColumns('Leads', bare.person.seesTab('Leads')[0]!.indexOf(header) + 1);
      const id = anId('lead');
      failEach(
        copiesOf(bare),
        (host) => call(host, 'createLead', { id, fields }),
        (host, again) => {
          expect(again).toMatchObject({ record: { id, ...fields } });
          expect(rowsOf(host, 'Leads')).toHaveLength(1);
        },
      );
    }
  });

  test('an import: every row once, with all its fields, and a line in History', () => {
    failEach(
      copiesOf(ready),
      (host) => call(host, 'importRows', { plan, rows: sent }),
      (host) => {
        expect(rowsOf(host, 'Leads').map((row) => [row['Company'], row['Email'], row['Notes']])).toEqual(
          sent.map(({ cells }) => cells),
        );
        expect(rowsOf(host, 'History').map((row) => row['Record ID'])).toEqual(sent.map(({ id }) => id));
      },
    );
  });

  test('an import that fails again and again leaves no rows without end', () => {
    const host = copiesOf(ready)();
    call(host, 'createLead', { id: anId('lead'), fields });
    const rows = Array.from({ length: 50 }, (_, i) => ({
      id: anId('lead'),
      row: i + 2,
      cells: [`Company ${i}`, '', ''],
    }));
    const { height } = host.file.sheetNamed('Leads')!.grid;
    for (let times = 0; times < 3; times++) {
      let isDown = false;
      host.beforeCall = ({ method }) => {
        if (isDown) return { fault: 'throws' };
        isDown = method === 'setNumberFormat';
        return undefined;
      };
      expect(attempt(() => call(host, 'importRows', { plan, rows }))).toMatchObject({ code: 'BUSY' });
    }
    host.beforeCall = null;
    call(host, 'importRows', { plan, rows });
    expect(rowsOf(host, 'Leads')).toHaveLength(51);
    expect(host.file.sheetNamed('Leads')!.grid.height).toBeLessThanOrEqual(height + 50);
  });

  test('a finished row is left as people made it since', () => {
    const host = copiesOf(ready)();
    const id = anId('lead');
    call(host, 'createLead', { id, fields });
    const { version } = host.file;
    expect(call(host, 'createLead', { id, fields }).record.phone).toBe('0042');
    expect(host.file.version).toBe(version);
    host.person.clear('Leads!G2');
    expect(attempt(() => call(host, 'createLead', { id, fields }))).toMatchObject({
      code: 'CONFLICT',
      differences: [{ field: 'phone', seen: '0042', now: '' }],
    });
    expect(host.person.sees('Leads!G2')).toEqual([['']]);
    expect(rowsOf(host, 'History')).toHaveLength(1);
  });

  test('a form that comes back and is changed before it is sent again is not called saved', () => {
    const host = copiesOf(ready)();
    const id = anId('lead');
    const counted = copiesOf(ready)();
    const last = allNumbersOf(counted, () => call(counted, 'createLead', { id, fields })).at(-1)!;
    host.beforeCall = ({ number }) => (number >= last ? { fault: 'throws' } : undefined);
    expect(attempt(() => call(host, 'createLead', { id, fields }))).toMatchObject({ code: 'BUSY' });
    host.beforeCall = null;
    const changed = { ...fields, company: 'Acme Ltd', phone: '0043' };
    expect(attempt(() => call(host, 'createLead', { id, fields: changed }))).toMatchObject({
      code: 'CONFLICT',
      message:
        'An earlier try has put this lead into “Leads” already, and there it differs in Company, Phone. Open it and change it there.',
      differences: [
        { field: 'company', seen: 'Acme Ltd', now: 'Acme' },
        { field: 'phone', seen: '0043', now: '0042' },
      ],
    });
    expect(rowsOf(host, 'Leads')).toEqual([expect.objectContaining({ Company: 'Acme', Phone: '0042' })]);
  });

  test('a move: stage, dates and what is recorded go together', () => {
    const host = readyHost();
    const id = anId('opportunity');
    call(host, 'createOpportunity', { id, fields: { title: 'Acme renewal', value: 1200 } });
    const seen = { pipeline: 'Sales', stage: 'Prospecting' };
    failEach(
      copiesOf(host),
      (copy) => call(copy, 'moveOpportunity', { id, pipeline: 'Sales', stage: 'Closed Won', seen }),
      (copy, again) => {
        expect(again).toMatchObject({ record: { stage: 'Closed Won', closedAt: copy.now(), stageSince: copy.now() } });
        const { recorded } = call(copy, 'opportunity', { id }).record;
        expect(JSON.parse(recorded)).toMatchObject({ stage: 'Closed Won' });
        const moves = rowsOf(copy, 'History').filter(({ Field }) => Field === 'Stage');
        expect(moves.map((row) => row['After'])).toEqual(['Closed Won']);
      },
    );
  });

  test('a change of several fields is completed, not called a conflict', () => {
    const host = readyHost();
    const id = anId('lead');
    call(host, 'createLead', { id, fields: { company: 'Acme' } });
    const changes = { company: 'Apex', email: 'ann@apex.example', notes: 'Renamed' };
    failEach(
      copiesOf(host),
      (copy) => call(copy, 'changeLead', { id, changes, seen: { company: 'Acme', email: '', notes: '' } }),
      (copy, again) => {
        expect(again).toMatchObject({ record: changes });
        const lines = rowsOf(copy, 'History').map((row) => row['Field']);
        expect(lines.sort()).toEqual(['', 'Company', 'Email', 'Notes']);
      },
    );
  });

  test('a stage typed by hand is dated by the move to it', () => {
    const host = readyHost();
    const id = anId('opportunity');
    call(host, 'createOpportunity', { id, fields: { title: 'Acme renewal' } });
    host.person.type('Opportunities!F2', 'Closed Won');
    const seen = { pipeline: 'Sales', stage: 'Prospecting' };
    const { record } = call(host, 'moveOpportunity', { id, pipeline: 'Sales', stage: 'Closed Won', seen });
    expect(record).toMatchObject({ stage: 'Closed Won', closedAt: host.now() });
  });
});

describe('a deleted column', () => {
  const without = (tab: string, header: string) => {
    const host = readyHost();
    host.person.deleteColumns(tab, host.person.seesTab(tab)[0]!.indexOf(header) + 1);
    return host;
  };

  test('makes what was filled in for it an error, before anything is written', () => {
    const host = without('Leads', 'Email');
    const { version } = host.file;
    const id = anId('lead');
    const broken = {
      code: 'SHEET_BROKEN',
      field: 'email',
      message: 'The tab “Leads” has no column “Email”. Undo its removal, or choose “Set up CRM” to add it again.',
    };
    expect(attempt(() => call(host, 'createLead', { id, fields }))).toMatchObject(broken);
    expect(attempt(() => call(host, 'importRows', { plan, rows: sent }))).toMatchObject({
      code: 'SHEET_BROKEN',
      message: expect.stringContaining('has no column “Email”'),
    });
    expect(host.file.version).toBe(version);
    expect(call(host, 'createLead', { id, fields: { company: 'Acme', email: '' } }).record.company).toBe('Acme');
  });

  test('of what the form offers by itself stops no new record', () => {
    const ann = 'ann@example.com';
    const form = { company: 'Acme', status: 'New', owner: 'Ann' };
    const offers = (tab: string, header: string) => {
      const host = without(tab, header);
      const [, headers] = host.person.seesTab('Settings');
      host.person.paste(`Settings!${'ABCDEFGHIJKLMNOPQRSTUVWXYZ'[headers!.indexOf('Owner')]}3`, [['Ann', ann]]);
      return host;
    };
    for (const header of ['Status', 'Owner']) {
      const host = offers('Leads', header);
      expect(call(host, 'createLead', { id: anId('lead'), fields: form }).record.company).toBe('Acme');
      const chosen = { company: 'Beta', status: 'Lost', owner: 'Bob' };
      expect(attempt(() => call(host, 'createLead', { id: anId('lead'), fields: chosen }))).toMatchObject({
        code: 'SHEET_BROKEN',
        field: header.toLowerCase(),
      });
    }
    const host = offers('Opportunities', 'Currency');
    const deal = { title: 'Acme renewal', currency: 'USD', owner: 'Ann' };
    expect(call(host, 'createOpportunity', { id: anId('opportunity'), fields: deal }).record.title).toBe(deal.title);
  });

  test('that links records is missed at once', () => {
    const deals = without('Opportunities', 'Lead ID');
    const created = attempt(() =>
      call(deals, 'createOpportunity', { id: anId('opportunity'), fields: { title: 'Acme renewal' } }),
    );
    expect(created).toMatchObject({ code: 'SHEET_BROKEN', field: 'leadId' });
    const host = without('Activities', 'Lead ID');
    const leadId = anId('lead');
    call(host, 'createLead', { id: leadId, fields });
    const about = { kind: 'lead', id: leadId } as const;
    const logged = { id: anId('activity'), about, type: 'Call', subject: 'Hello', details: '', due: null };
    expect(attempt(() => call(host, 'logActivity', logged))).toMatchObject({ code: 'SHEET_BROKEN', field: 'leadId' });
  });

  test('of the lead’s name stops no import of deals, which are linked by it', () => {
    const host = without('Opportunities', 'Lead');
    const leadId = anId('lead');
    call(host, 'createLead', { id: leadId, fields });
    const deals: ImportPlan = { ...plan, kind: 'opportunity', fields: ['title', 'lead', 'value'] };
    const rows = [{ id: anId('opportunity'), row: 2, cells: ['Acme renewal', 'Acme', '12'] }];
    expect(call(host, 'importRows', { plan: deals, rows })).toMatchObject({ added: 1, unlinked: 0 });
    expect(rowsOf(host, 'Opportunities')).toEqual([expect.objectContaining({ 'Lead ID': leadId })]);
  });

  test('that the CRM keeps up by itself stops no move', () => {
    const host = without('Opportunities', 'Recorded');
    const id = anId('opportunity');
    call(host, 'createOpportunity', { id, fields: { title: 'Acme renewal' } });
    const seen = { pipeline: 'Sales', stage: 'Prospecting' };
    const { record } = call(host, 'moveOpportunity', { id, pipeline: 'Sales', stage: 'Proposal', seen });
    expect(record.stage).toBe('Proposal');
  });
});
