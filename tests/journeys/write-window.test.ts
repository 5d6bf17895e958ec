import { actAt, allNumbersOf, anId, attempt, call, copiesOf, readyHost, rowsOf } from './crm-host';

type Host = ReturnType<typeof readyHost>;

const ready = readyHost();
const ids = ['Acme', 'Beta', 'Gamma'].map((company, index) => {
  const id = anId('lead');
  call(ready, 'createLead', { id, fields: { company, score: index + 1 } });
  return id;
});
const copy = copiesOf(ready);

const save = (host: Host) => call(host, 'changeLead', { id: ids[1]!, changes: { score: 20 }, seen: { score: 2 } });
const scores = (host: Host) => rowsOf(host, 'Leads').map(({ Company, Score }) => `${Company} ${Score}`);
const counted = copy();
// Each of them: what matters are two calls that follow each other.
const numbers = allNumbersOf(counted, () => save(counted));

describe('somebody puts a row in while a lead is saved, and takes it out again', () => {
  test('whenever that is, the lead gets its value and the one above it keeps its own', () => {
    for (const from of numbers)
      for (const to of numbers.filter((at) => at > from)) {
        const host = copy();
        host.beforeCall = ({ number }) => {
          if (number === from) host.person.insertRows('Leads', 2, 1);
          if (number === to) host.person.deleteRows('Leads', 2, 1);
        };
        const told = attempt(() => save(host));
        host.beforeCall = null;
        expect([from, to, scores(host)]).toEqual([from, to, ['Acme 1', 'Beta 20', 'Gamma 3']]);
        expect(told).not.toHaveProperty('code');
      }
  });

  test('nor does the one above lose its value where the field is emptied', () => {
    const later = numbers.slice(-9);
    for (const [index, from] of later.entries())
      for (const to of later.slice(index + 1)) {
        const host = copy();
        host.passTime(60_000);
        host.beforeCall = ({ number }) => {
          if (number === from) host.person.insertRows('Leads', 2, 1);
          if (number === to) host.person.deleteRows('Leads', 2, 1);
        };
        call(host, 'changeLead', { id: ids[1]!, changes: { score: null }, seen: { score: 2 } });
        host.beforeCall = null;
        expect([from, to, scores(host)]).toEqual([from, to, ['Acme 1', 'Beta ', 'Gamma 3']]);
      }
  });
});

const scoreCell = `Leads!${String.fromCharCode(65 + ready.person.seesTab('Leads')[0]!.indexOf('Score'))}3`;

describe('somebody types into the field right before it is written', () => {
  const before: number[] = [];
  const first = copy();
  first.beforeCall = ({ method, number }) => {
    before.push(number);
    if (method === 'setValues') first.beforeCall = null;
  };
  save(first);
  const [from, written] = [before.at(-4)!, before.at(-1)!];

  const putsARowIn = (first: number, last: number, typed = '300') => {
    for (let at = first; at <= last; at++) {
      const host = copy();
      const bob = host.as('bob@example.com').install();
      let isOver = false;
      host.beforeCall = ({ number }) => {
        if (number === from) bob.person.type(scoreCell, typed);
        if (number !== at) return;
        isOver = true;
        host.person.insertRows('Leads', 2, 1);
      };
      const told = attempt(() => save(host));
      host.beforeCall = null;
      if (!isOver) return;
      expect([at, scores(host)]).toEqual([at, ['Acme 1', 'Beta 300', 'Gamma 3']]);
      expect(told).toMatchObject({ conflicts: [{ field: 'score', seen: 20, now: 300 }] });
    }
  };

  test('and puts a row in above before it is: theirs stands there, and no other lead has a wrong value', () => {
    putsARowIn(from + 1, written);
  });

  test.each([
    ['=10+5', '15', 15],
    ['=1+1', '2', 2],
    ['=10*2', '20', 20],
    ['=LEN(B3)', '4', 4],
  ])('a formula stands there again, and both are told: %s', (formula, shows, now) => {
    for (let at = from + 1; at <= written; at++) {
      const host = copy();
      const bob = host.as('bob@example.com').install();
      actAt(host, at, () => bob.person.type(scoreCell, formula));
      const notice = expect.stringContaining('typed a formula into Score');
      const told = call(host, 'changeLead', { id: ids[1]!, changes: { score: 20 }, seen: { score: 2 } });
      expect(told).toMatchObject({ formulas: ['score'], conflicts: [{ field: 'score', seen: 20, now }], notice });
      expect(host.person.formulaIn(scoreCell)).toBe(formula);
      expect(scores(host)).toEqual(['Acme 1', `Beta ${shows}`, 'Gamma 3']);
      expect(rowsOf(host, 'History').at(-1)).toMatchObject({
        Field: 'Score',
        Before: '20',
        After: expect.stringMatching(/^=/),
      });
    }
  });

  test('nor where that is while theirs is put back', () => {
    putsARowIn(written + 1, written + 40);
  });

  test('nor a formula, which works out something else in each row', () => {
    putsARowIn(from + 1, written + 40, '=CODE(B3)+234');
  });
});

test('where somebody sorts while a lead is saved, and again while that is put right, every lead keeps its own', () => {
  const start = copy();
  // Blanks tell nothing when they are put back into a wrong row.
  ['Alpha', 'Delta', 'Zeta'].forEach((company, index) => {
    const fields = index === 1 ? { company } : { company, score: 10 + index, contact: `Contact ${company}` };
    call(start, 'createLead', { id: anId('lead'), fields });
  });
  const fresh = copiesOf(start);
  const held = ({ Company, Contact, Score }: Record<string, string>) => `${Company} ${Contact} ${Score}`;
  const saveBoth = (host: Host) =>
    call(host, 'changeLead', {
      id: ids[1]!,
      changes: { score: 20, contact: 'Bea' },
      seen: { score: 2, contact: '' },
    });
  const writes: number[] = [];
  const watched = fresh();
  watched.beforeCall = ({ number, method }) => void (method.startsWith('set') && writes.push(number));
  saveBoth(watched);
  watched.beforeCall = null;
  const expected = rowsOf(watched, 'Leads').map(held).sort();
  const company = watched.person.seesTab('Leads')[0]!.indexOf('Company') + 1;
  const first = writes[0]!;
  let isOver = false;
  for (let at = first + 1; !isOver; at++) {
    const host = fresh();
    isOver = true;
    host.beforeCall = ({ number }) => {
      if (number === first) host.person.sort('Leads', company);
      if (number !== at) return;
      isOver = false;
      host.person.sort('Leads', company, false);
    };
    attempt(() => saveBoth(host));
    host.beforeCall = null;
    expect([at, rowsOf(host, 'Leads').map(held).sort()]).toEqual([at, expected]);
  }
});

test('what somebody types into the field after it was saved stays, be it what stood there before', () => {
  for (const typed of ['2', '300']) {
    const host = copy();
    const bob = host.as('bob@example.com').install();
    let isWritten = false;
    host.beforeCall = ({ method }) => {
      if (isWritten) {
        host.beforeCall = null;
        bob.person.type(scoreCell, typed);
      }
      isWritten ||= method === 'setValues';
    };
    expect(save(host)).toMatchObject({ conflicts: [{ field: 'score', seen: 20, now: Number(typed) }] });
    expect(scores(host)).toEqual(['Acme 1', `Beta ${typed}`, 'Gamma 3']);
  }
});

test('a column dragged under the pen, so that it goes over the id, takes neither the lead nor what was saved', () => {
  for (const header of ['Company', 'Score', 'Notes'])
    for (const before of [1, 2]) {
      const host = copy();
      const headers = host.person.seesTab('Leads')[0]!;
      host.person.moveColumns('Leads', 1, 1, before + 1);
      host.beforeCall = ({ method }) => {
        if (method !== 'setValues') return;
        host.beforeCall = null;
        host.person.moveColumns('Leads', headers.indexOf(header) + 1, 1, before);
      };
      const changes = { contact: 'Zoe', score: 20 };
      const told = attempt(() => call(host, 'changeLead', { id: ids[1]!, changes, seen: { contact: '', score: 2 } }));
      const rows = rowsOf(host, 'Leads').map((row) => [row['Lead ID'], row.Company, row.Contact, row.Score]);
      expect(told).not.toHaveProperty('code');
      expect(rows).toEqual([
        [ids[0], 'Acme', '', '1'],
        [ids[1], 'Beta', 'Zoe', '20'],
        [ids[2], 'Gamma', '', '3'],
      ]);
    }
});

test('columns moved twice, once on either side of the write, leave no value of ours beside its column', () => {
  const headers = ready.person.seesTab('Leads')[0]!;
  const written = headers.indexOf('Contact') + 1;
  const host = copy();
  let isWritten = false;
  host.beforeCall = ({ method }) => {
    if (/^set(RichText)?Values?$/.test(method) && !isWritten) {
      isWritten = true;
      host.person.insertColumns('Leads', 1);
    } else if (isWritten) {
      host.beforeCall = null;
      host.person.moveColumns('Leads', written + 1, 1, 1);
    }
  };
  const told = attempt(() =>
    call(host, 'changeLead', { id: ids[1]!, changes: { contact: 'Zoe' }, seen: { contact: '' } }),
  );
  const rows = rowsOf(host, 'Leads').map((row) => [row['Lead ID'], row.Company, row.Contact]);
  expect(host.person.seesTab('Leads')[0]!.slice(0, 3)).toEqual(['Contact', '', headers[0]]);
  expect(told).not.toHaveProperty('code');
  expect(rows).toEqual([
    [ids[0], 'Acme', ''],
    [ids[1], 'Beta', 'Zoe'],
    [ids[2], 'Gamma', ''],
  ]);
});
