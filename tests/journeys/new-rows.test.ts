import type { ImportPlan } from '../../src/domain/import/rows';
import { anId, attempt, call, copiesOf, numbersOf, readyHost, rowsOf } from './crm-host';

type Host = ReturnType<typeof readyHost>;

const ready = readyHost();
for (const company of ['Gamma', 'Alpha', 'Beta']) call(ready, 'createLead', { id: anId('lead'), fields: { company } });
const copy = copiesOf(ready);

const id = anId('lead');
const fields = { company: 'Aa', email: 'a@a.example', notes: '=danger' };
const create = (host: Host) => call(host, 'createLead', { id, fields });

/** Lets a person act before the service calls of these numbers. */
function acting(host: Host, acts: Readonly<Record<number, (host: Host) => void>>): void {
  host.beforeCall = ({ number }) => {
    acts[number]?.(host);
    return undefined;
  };
}

describe('while a new lead is written', () => {
  const counted = copy();
  const calls = numbersOf(counted, () => create(counted));

  const whole = { 'Lead ID': id, Company: 'Aa', Email: 'a@a.example', Notes: '=danger', Status: 'New' };

  test.each<[string, (host: Host) => void, (host: Host) => void]>([
    [
      'sorts, then puts in a column',
      (host) => host.person.sort('Leads', 2),
      (host) => host.person.insertColumns('Leads', 4),
    ],
    [
      'puts in a column, then sorts',
      (host) => host.person.insertColumns('Leads', 8),
      (host) => host.person.sort('Leads', 2),
    ],
    [
      'puts in rows, then takes one out',
      (host) => host.person.insertRows('Leads', 2, 3),
      (host) => host.person.deleteRows('Leads', 2, 1),
    ],
  ])('somebody %s: it stands there once and whole, and nothing of it elsewhere', (_, first, then) => {
    for (const [index, at] of calls.entries()) {
      const host = copy();
      acting(host, { [at]: first, [calls[index + 2] ?? 0]: then });
      expect(create(host).record).toMatchObject({ id, ...fields });
      host.beforeCall = null;
      const rows = rowsOf(host, 'Leads');
      expect(rows.map(({ Company }) => Company).sort()).toEqual(['Aa', 'Alpha', 'Beta', 'Gamma']);
      expect(rows.find(({ Company }) => Company === 'Aa')).toMatchObject(whole);
      for (const row of rows) expect([row['Status'], row[''] ?? '']).toEqual(['New', '']);
    }
  });

  test('somebody takes back a deletion with Ctrl+Z: what comes back is as it was', () => {
    const host = copy();
    const [gamma] = rowsOf(host, 'Leads');
    const deleted = { kind: 'lead', id: gamma!['Lead ID']!, seen: { deals: 0, activities: 0 } } as const;
    call(host, 'deleteRecord', deleted);
    host.beforeCall = ({ method }) => {
      if (!method.startsWith('set')) return;
      host.beforeCall = null;
      const isBack = () => rowsOf(host, 'Leads').some((row) => row['Lead ID'] === deleted.id);
      while (!isBack()) expect(host.person.undo()).toBe(true);
    };
    create(host);
    const rows = rowsOf(host, 'Leads');
    expect(rows.filter((row) => row['Lead ID'] === id)).toEqual([expect.objectContaining(whole)]);
    expect(rows.filter((row) => row['Lead ID'] === deleted.id)).toEqual([gamma]);
  });

  test('somebody takes back with Ctrl+Z what was put in before: that lead stays as it is', () => {
    const host = copy();
    const delta = { id: anId('lead'), fields: { company: 'Delta', email: 'd@d.example' } };
    let isMoved = false;
    host.beforeCall = ({ method }) => {
      if (method === 'getNextDataCell') host.person.type('Leads!C2', 'Ann');
      if (method === 'setValues' && isMoved) {
        host.beforeCall = null;
        expect(host.person.undo()).toBe(true);
      }
      isMoved ||= method === 'moveRows';
      return undefined;
    };
    // In one request, so that one Ctrl+Z takes back both.
    const calls = [delta, { id, fields }].map((input) => ({ method: 'createLead', input }));
    const { answers } = JSON.parse(host.call('rpc', JSON.stringify({ calls })) as string);
    expect(answers).toMatchObject([{ ok: true }, { ok: true }]);
    const mails = rowsOf(host, 'Leads').map(({ Company, Email }) => [Company, Email]);
    expect(mails).toContainEqual(['Delta', 'd@d.example']);
    expect(mails).toContainEqual(['Aa', 'a@a.example']);
  });

  test('somebody puts a row down beside it and moves it under the pen: people are told where to look', () => {
    const writes: number[] = [];
    let place = 0;
    const watched = copy();
    watched.beforeCall = ({ number, method }) => {
      if (writes.length === 1) place = watched.file.sheetNamed('Leads')!.grid.lastRow() + 1;
      if (method.startsWith('set') && method.endsWith('Values')) writes.push(number);
      return undefined;
    };
    create(watched);
    const told = writes.slice(1).flatMap((at) => {
      const host = copy();
      acting(host, {
        [at]: () => {
          host.person.type(`Leads!B${place + 1}`, 'Typed here');
          host.person.deleteRows('Leads', 2, 1);
        },
      });
      const answer = attempt(() => create(host));
      host.beforeCall = null;
      const rows = rowsOf(host, 'Leads');
      expect(rows.filter((row) => row['Lead ID'] === id && row['Company'] === 'Aa')).toHaveLength(1);
      const strangers = rows.filter(
        (row) => row['Lead ID'] !== id && Object.values(fields).some((text) => Object.values(row).includes(text)),
      );
      if (strangers.length > 0)
        expect(answer).toMatchObject({ code: 'CONFLICT', message: expect.stringMatching(/Check all of row \d/) });
      return strangers;
    });
    expect(told).not.toEqual([]);
  });

  test('the same call again completes it among leads that hold the same, and tells of none of these', () => {
    const start = copy();
    call(start, 'createLead', { id: anId('lead'), fields });
    create(start);
    const headers = start.person.seesTab('Leads')[0]!;
    const column = String.fromCharCode(65 + headers.indexOf('Created at'));
    start.person.type(`Leads!${column}${start.file.sheetNamed('Leads')!.grid.lastRow() + 1}`, '');
    const unfinished = copiesOf(start);
    const watched = unfinished();
    for (const at of numbersOf(watched, () => create(watched))) {
      const host = unfinished();
      acting(host, { [at]: () => host.person.insertColumns('Leads', 4) });
      expect(create(host).record).toMatchObject({ id, ...fields });
    }
  });

  test('Google fails once: it is saved all the same', () => {
    const host = copy();
    let hasFailed = false;
    host.beforeCall = ({ method }) => {
      if (hasFailed || method !== 'setRichTextValues') return undefined;
      hasFailed = true;
      return { fault: 'throws' };
    };
    expect(create(host).record).toMatchObject({ id, ...fields });
    host.beforeCall = null;
    expect(rowsOf(host, 'Leads').find(({ Company }) => Company === 'Aa')).toMatchObject(whole);
    expect(rowsOf(host, 'History').filter((line) => line['Record ID'] === id)).toHaveLength(1);
  });

  test('Google fails once and somebody types into the half of it that is taken out: their typing is part of it', () => {
    const host = copy();
    let hasFailed = false;
    host.beforeCall = ({ method }) => {
      if (method === 'setRichTextValues' && !hasFailed) {
        hasFailed = true;
        return { fault: 'throws' };
      }
      if (method !== 'clearContent') return undefined;
      host.beforeCall = null;
      const row = host.person.seesTab('Leads').findIndex((line) => line.includes(id));
      host.person.type(`Leads!D${row + 1}`, 'Buyer');
      return undefined;
    };
    create(host);
    expect(host.beforeCall).toBeNull();
    const rows = rowsOf(host, 'Leads');
    expect(rows).toHaveLength(4);
    expect(rows.find(({ Company }) => Company === 'Aa')).toMatchObject({ ...whole, Title: 'Buyer' });
  });

  test('somebody types a formula beside it, renames a header, and Google fails once after that: they stay in one row', () => {
    const start = copy();
    start.person.insertColumns('Leads', 4);
    start.person.type('Leads!D1', 'Margin');
    const typed = copiesOf(start);
    /** Answers with how many looks there were after the typing. */
    const run = (failing: number) => {
      const host = typed();
      let calls = -1;
      host.beforeCall = ({ method }) => {
        if (calls >= 0)
          return /^(find|getValues)$/.test(method) && ++calls === failing ? { fault: 'throws' } : undefined;
        const row = host.person.seesTab('Leads').findIndex((line) => line.includes(id));
        if (row < 0) return undefined;
        calls = 0;
        host.person.type(`Leads!D${row + 1}`, '=SUM(3,1)');
        host.person.type('Leads!Q1', 'Points');
        return undefined;
      };
      attempt(() => create(host));
      host.beforeCall = null;
      expect(create(host).record).toMatchObject({ id, ...fields });
      const rows = rowsOf(host, 'Leads');
      expect(rows).toHaveLength(4);
      expect(rows.find(({ Company }) => Company === 'Aa')).toMatchObject({ ...whole, Margin: '=SUM(3,1)' });
      return calls;
    };
    const count = run(0);
    for (let failing = 1; failing <= count; failing++) run(failing);
  });
});

test('a full tab into which somebody puts rows while an import makes room loses none of its last records', () => {
  const host = copy();
  host.person.deleteRows('Leads', 6, host.file.sheetNamed('Leads')!.grid.height - 5);
  host.beforeCall = ({ method }) => {
    if (method !== 'insertRowsAfter') return undefined;
    host.beforeCall = null;
    host.person.insertRows('Leads', 2, 3);
    return undefined;
  };
  const plan: ImportPlan = {
    kind: 'lead',
    fields: ['company'],
    reading: { decimal: '.', dayFirst: false },
    stages: [],
  };
  const rows = ['One', 'Two', 'Three'].map((company, i) => ({ id: anId('lead'), row: i + 2, cells: [company] }));
  expect(call(host, 'importRows', { plan, rows })).toMatchObject({ added: 3 });
  const companies = rowsOf(host, 'Leads').map(({ Company }) => Company);
  expect(companies.sort()).toEqual(['Alpha', 'Beta', 'Gamma', 'One', 'Three', 'Two']);
});
