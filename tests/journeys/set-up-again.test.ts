import type { ServiceCall } from '../../host/run/desk';
import {
  allNumbersOf,
  anId,
  attempt,
  call,
  crmHost,
  everyOther,
  failAt,
  numbersOf,
  readyHost,
  rowsOf,
} from './crm-host';

type Host = ReturnType<typeof readyHost>;

/** What a set-up makes, as far as it shows. */
const made = ({ file }: Host) => ({
  tabs: file.sheets.map(({ name, properties }) => [name, properties.hidden, properties.frozenRows]),
  names: file.objects.names.map(({ name }) => name).sort(),
  rules: file.objects.rules.length,
  protections: file.objects.protections.length,
  marks: file.objects.metadata.length,
});

describe('a set-up that Google cut short', () => {
  test('is finished by the next one, wherever it ended', () => {
    const whole = crmHost();
    const numbers = numbersOf(whole, () => whole.choose('Set up CRM'));
    for (const at of numbers.filter((_, index) => index % 5 === 0)) {
      const host = crmHost();
      failAt(host, at);
      host.choose('Set up CRM');
      host.choose('Set up CRM');
      expect([at, made(host)]).toEqual([at, made(whole)]);
    }
  });
});

describe('a Settings tab that people changed', () => {
  const broken = (act: (host: Host) => void) => {
    const host = readyHost();
    act(host);
    return host;
  };
  const settings = (host: Host) => call(host, 'start', {}).settings!;
  const usual = settings(readyHost());

  test.each<[string, (host: Host) => void]>([
    ['a row put above the titles', (host) => host.person.insertRows('Settings', 1)],
    ['a column put into the stages', (host) => host.person.insertColumns('Settings', 3)],
    ['a title retyped', (host) => host.person.type('Settings!A1', 'Sales stages')],
    ['the row of titles deleted', (host) => host.person.deleteRows('Settings', 1)],
  ])('%s: is read as before', (_, act) => {
    const host = broken(act);
    expect({ ...settings(host), stages: settings(host).stages.map(({ name }) => name) }).toEqual({
      ...usual,
      stages: usual.stages.map(({ name }) => name),
    });
    const { version } = host.file;
    host.choose('Set up CRM');
    expect(host.file.version).toBe(version);
  });

  test.each<[string, (host: Host) => void]>([
    ['a column of the stages', (host) => host.person.deleteColumns('Settings', 5)],
    ['two columns of the stages', (host) => host.person.deleteColumns('Settings', 5, 2)],
    ['a block', (host) => host.person.deleteColumns('Settings', 12)],
    ['two blocks and a column', (host) => host.person.deleteColumns('Settings', 8, 5)],
  ])('%s deleted: says so, and “Set up CRM” puts it back', (_, act) => {
    const host = broken(act);
    expect(() => settings(host)).toThrow(/no column “.*” of “.*”\. Undo its removal, or choose “Set up CRM”/);
    host.choose('Set up CRM');
    expect(settings(host)).toEqual(usual);
    const { version } = host.file;
    host.choose('Set up CRM');
    expect(host.file.version).toBe(version);
  });

  test.each<[string, string, RegExp, (host: Host) => void]>([
    [
      'a column of figures',
      'Chance',
      /“Chance” stands under “Stages” where “Probability” is missing.*give it its name back/,
      ({ person }) => person.type('Settings!D2', 'Probability'),
    ],
    [
      'the only column of a list',
      'Channel',
      /“Channel” stands under “Sources” where “Source” is missing/,
      ({ person }) => person.type('Settings!L2', 'Source'),
    ],
  ])('%s renamed: “Set up CRM” adds no second one beside it', (_, header, told, giveBack) => {
    const host = broken(({ person }) => {
      person.type('Settings!D3', '40%');
      person.type(header === 'Chance' ? 'Settings!D2' : 'Settings!L2', header);
    });
    const { version } = host.file;
    host.choose('Set up CRM');
    expect(host.file.version).toBe(version);
    expect(host.screen.questions.at(-1)!.prompt).toMatch(told);
    giveBack(host);
    host.choose('Set up CRM');
    expect(settings(host).stages[0]!.probability).toBe(0.4);
  });

  test('the names of the stages deleted: only Undo brings them back, and “Set up CRM” says so', () => {
    const host = broken(({ person }) => person.deleteColumns('Settings', 2));
    const { version } = host.file;
    host.choose('Set up CRM');
    expect(host.file.version).toBe(version);
    expect(host.screen.questions.at(-1)!.prompt).toMatch(/no column “Stage” of “Stages”.*Undo its removal/);
  });

  test('a list that was put back is in the dropdowns again', () => {
    const host = broken(({ person }) => person.deleteColumns('Settings', 12));
    host.choose('Set up CRM');
    const sources = host.file.objects.names.find(({ name }) => name === 'CRM_Sources')!;
    const column = host.person.seesTab('Settings')[1]!.indexOf('Source');
    expect(sources.rect.column).toBe(column);
  });

  test('its row of headers deleted cannot be put back by us', () => {
    const host = broken(({ person }) => person.deleteRows('Settings', 2));
    expect(() => settings(host)).toThrow('The Settings tab has lost its row of headers. Undo that (Ctrl+Z).');
  });

  test('chances, months and hours that are none are not set; of two stages with a name the first counts', () => {
    const host = broken(({ person }) => {
      for (const [place, text] of [
        ['D3', '150%'],
        ['D4', '-20%'],
        ['D5', '75'],
        ['B6', 'Proposal'],
      ] as const)
        person.type(`Settings!${place}`, text);
    });
    expect(settings(host).stages.map(({ name, probability }) => [name, probability])).toEqual([
      ['Prospecting', null],
      ['Discovery', null],
      ['Proposal', 0.75],
      ['Closed Won', 1],
      ['Closed Lost', 0],
    ]);
  });
});

describe('adding stages', () => {
  const stage = (name: string, pipeline = 'Sales') =>
    ({
      pipeline,
      name,
      order: 9,
      probability: null,
      kind: 'open',
      staleAfterDays: null,
      forecastCategory: '',
      key: 'k',
    }) as const;
  const names = (host: Host) => call(host, 'start', {}).settings!.stages.map(({ name }) => name);

  test('of one name, spaced or without a pipeline adds one', () => {
    const host = readyHost();
    const stages = [stage('Trial'), stage(' Trial '), stage('Trial', '')];
    call(host, 'addStages', { stages });
    call(host, 'addStages', { stages });
    expect(names(host).filter((name) => name === 'Trial')).toHaveLength(1);
  });

  test('is finished by the same call where Google cut it short, whoever put columns in between', () => {
    const start = () => {
      const host = readyHost();
      host.person.insertColumns('Settings', 3);
      return host;
    };
    const stages = [
      { ...stage('Signed'), kind: 'won', probability: 1 },
      { ...stage('-Gone'), kind: 'lost', probability: 0 },
    ] as const;
    const counted = start();
    for (const at of numbersOf(counted, () => call(counted, 'addStages', { stages }))) {
      const host = start();
      failAt(host, at);
      attempt(() => call(host, 'addStages', { stages }));
      host.beforeCall = null;
      call(host, 'addStages', { stages });
      const added = call(host, 'start', {}).settings!.stages.slice(-2);
      expect([at, added]).toEqual([at, stages]);
      expect(host.person.seesTab('Settings')).toEqual(counted.person.seesTab('Settings'));
    }
  });

  test('while somebody puts rows in loses no stage unsaid', () => {
    const counted = readyHost();
    const numbers = numbersOf(counted, () => call(counted, 'addStages', { stages: [stage('Trial')] }));
    for (const at of numbers) {
      const host = readyHost();
      host.beforeCall = ({ number }) => {
        if (number !== at) return;
        host.beforeCall = null;
        host.person.insertRows('Settings', 5);
      };
      let told = '';
      try {
        call(host, 'addStages', { stages: [stage('Trial')] });
      } catch (error) {
        told = (error as Error).message;
      }
      host.beforeCall = null;
      if (told) expect(told).toMatch(/Somebody moved rows of Settings.*Ctrl\+Z/);
      else expect(names(host)).toEqual([...names(readyHost()), 'Trial']);
    }
  });
});

describe('a tab of someone’s own that is already called Leads', () => {
  const adopted = (cells: string[][]) => {
    const host = crmHost();
    host.person.renameTab('Sheet1', 'Leads');
    host.person.paste('Leads!A1', cells);
    host.choose('Set up CRM');
    return host;
  };
  const companies = (host: Host) => call(host, 'leadLines', {}).rows.map(([, company]) => company);

  test('shows its rows as leads at once, in the sidebar too; a total and a note below are none', () => {
    const host = adopted([
      ['Company', 'Email'],
      ['Acme', 'a@b.example'],
      ['', ''],
      ['Globex', ''],
      ['Total', '2'],
      ['', ''],
      ['', ''],
      ['ask Ann about these', ''],
    ]);
    expect(companies(host)).toEqual(['Acme', 'Globex']);
    host.person.select('Leads!A2');
    const selected = call(host, 'selected', {});
    expect(selected).toMatchObject({ kind: 'lead', found: { record: { company: 'Acme' } } });
    call(host, 'createLead', { id: anId('lead'), fields: { company: 'Initech' } });
    expect(companies(host)).toEqual(['Acme', 'Globex', 'Initech']);
    expect(rowsOf(host, 'History')).toHaveLength(3);
    const { version } = host.file;
    host.choose('Set up CRM');
    expect(host.file.version).toBe(version);
  });

  test('takes a company for a lead though its name begins with “Total”', () => {
    const totals = ['Total', 'TOTALS:', 'Grand total', 'Sub-total', 'Total (3)', 'Sum'];
    const names = ['Total Wine & More', 'TotalEnergies', 'Summit'];
    expect(companies(adopted([['Company'], ...[...names, ...totals].map((name) => [name])]))).toEqual(names);
  });

  test('keeps the ids of another system, and has ours beside them', () => {
    const host = adopted([
      ['Lead ID', 'Company'],
      ['00Q1', 'Acme'],
      ['00Q2', 'Globex'],
    ]);
    expect(host.person.sees('Leads!A1:B3')).toEqual([
      ['Lead ID', 'Company'],
      ['00Q1', 'Acme'],
      ['00Q2', 'Globex'],
    ]);
    const [[id] = []] = call(host, 'leadLines', {}).rows;
    expect(call(host, 'lead', { id: String(id) }).record.company).toBe('Acme');
    expect(host.person.seesTab('Leads')[0]).toContain('CRM Lead ID');
  });

  test('has its header frozen, so that a sort leaves it where it is', () => {
    const host = adopted([
      ['Company', 'Email'],
      ['Zeta', ''],
      ['Acme', ''],
    ]);
    host.person.sort('Leads', 1);
    expect(companies(host)).toEqual(['Acme', 'Zeta']);
  });

  test('is finished where the first try ended', () => {
    const cells = [['Company'], ['Acme'], ['Globex']];
    const counted = crmHost();
    counted.person.renameTab('Sheet1', 'Leads');
    counted.person.paste('Leads!A1', cells);
    for (const at of numbersOf(counted, () => counted.choose('Set up CRM')).filter((_, index) => index % 5 === 0)) {
      const host = crmHost();
      host.person.renameTab('Sheet1', 'Leads');
      host.person.paste('Leads!A1', cells);
      failAt(host, at);
      host.choose('Set up CRM');
      host.choose('Set up CRM');
      expect([at, companies(host)]).toEqual([at, ['Acme', 'Globex']]);
      expect(host.person.seesTab('Leads')[0]).toEqual(counted.person.seesTab('Leads')[0]);
    }
  });

  test('keeps the ids of another system as theirs wherever the first try ended, and History names every row', () => {
    const start = () => {
      const host = crmHost();
      host.person.renameTab('Sheet1', 'Leads');
      host.person.paste('Leads!A1', [
        ['Lead ID', 'Company', 'Email'],
        ['00Q1', 'Acme', ''],
        ['00Q2', 'Beta', ''],
      ]);
      return host;
    };
    const counted = start();
    const isMeant = ({ method }: ServiceCall) => /^(addDeveloperMetadata|setValues|insertSheet|flush)/.test(method);
    const numbers = allNumbersOf(counted, () => counted.choose('Set up CRM'), isMeant);
    // Each mark of a column is a call.
    for (const at of everyOther(everyOther(numbers))) {
      const host = start();
      failAt(host, at);
      host.choose('Set up CRM');
      host.choose('Set up CRM');
      expect([at, companies(host)]).toEqual([at, ['Acme', 'Beta']]);
      expect(rowsOf(host, 'Leads').map((row) => row['Lead ID'])).toEqual(['00Q1', '00Q2']);
      const ids = call(host, 'leadLines', {}).rows.map(([id]) => id);
      expect([at, rowsOf(host, 'History').map((row) => row['Record ID'])]).toEqual([at, ids]);
    }
  });

  test('may have no row below its header', () => {
    for (const text of ['Company', '']) {
      const host = crmHost();
      host.person.renameTab('Sheet1', 'Leads');
      if (text) host.person.type('Leads!A1', text);
      host.person.deleteRows('Leads', 2, host.file.sheetNamed('Leads')!.grid.height - 1);
      host.choose('Set up CRM');

      call(host, 'createLead', { id: anId('lead'), fields: { company: 'Acme' } });
      expect(companies(host)).toEqual(['Acme']);
    }
  });

  test('of deals, where 75 is typed for 75 %: is read as such, and what is new is shown as such', () => {
    const host = crmHost();
    host.person.renameTab('Sheet1', 'Opportunities');
    host.person.paste('Opportunities!A1', [
      ['Title', 'Pipeline', 'Stage', 'Value', 'Probability'],
      ['Acme renewal', 'Sales', 'Proposal', '1000', '75'],
      ['Globex', 'Sales', 'Proposal', '1000', '150'],
    ]);
    host.choose('Set up CRM');
    const [id, odd] = call(host, 'opportunityLines', {}).rows.map(([one]) => String(one));
    expect(call(host, 'opportunity', { id: id! }).record.probability).toBe(0.75);
    expect(call(host, 'opportunity', { id: odd! })).toMatchObject({
      record: { probability: null },
      odd: { probability: '150' },
    });
    const seen = { pipeline: 'Sales', stage: 'Proposal' };
    call(host, 'moveOpportunity', { id: id!, pipeline: 'Sales', stage: 'Negotiation', seen });
    expect(host.person.sees('Opportunities!E2')).toEqual([['75']]);
    const blank = crmHost();
    blank.person.renameTab('Sheet1', 'Opportunities');
    blank.person.paste('Opportunities!A1', [['Title', 'Pipeline', 'Stage', 'Value', 'Probability']]);
    blank.choose('Set up CRM');
    call(blank, 'createOpportunity', { id: anId('opportunity'), fields: { title: 'Acme', probability: 0.75 } });
    expect(blank.person.sees('Opportunities!E2')).toEqual([['75%']]);
  });
});

test('in a tab of deals that has percents, a bare 1 is one percent; among shares it is all', () => {
  const chances = (written: string[]) => {
    const host = crmHost();
    host.person.renameTab('Sheet1', 'Opportunities');
    host.person.paste('Opportunities!A1', [
      ['Title', 'Pipeline', 'Stage', 'Value', 'Probability'],
      ...written.map((chance) => ['Acme', 'Sales', 'Proposal', '1000', chance]),
    ]);
    host.choose('Set up CRM');
    const ids = call(host, 'opportunityLines', {}).rows.map(([id]) => String(id));
    return ids.map((id) => call(host, 'opportunity', { id }).record.probability);
  };
  expect(chances(['75', '1', '10', '=2-1'])).toEqual([0.75, 0.01, 0.1, 1]);
  expect(chances(['0.75', '1', '0.1'])).toEqual([0.75, 1, 0.1]);
  expect(chances(['150%', '100%'])).toEqual([null, 1]);
});

describe('a header row that is gone', () => {
  const lead = (host: Host, company: string) => call(host, 'createLead', { id: anId('lead'), fields: { company } });
  const gone = /header row of “Leads” was deleted or sorted in among the records. Undo that/;

  test('deleted, or sorted in among the records, is said instead of reading a record as headers', () => {
    const host = readyHost();
    lead(host, 'One');
    lead(host, 'Two');
    host.person.deleteRows('Leads', 1);
    expect(() => call(host, 'leadLines', {})).toThrow(gone);
    expect(() => lead(host, 'Three')).toThrow(gone);
    const sorted = readyHost();
    lead(sorted, 'Alpha');
    const header = sorted.person.sees('Leads!A1:R1');
    const record = sorted.person.sees('Leads!A2:R2');
    sorted.person.paste('Leads!A1', record);
    sorted.person.paste('Leads!A2', header);
    expect(() => call(sorted, 'leadLines', {})).toThrow(gone);
  });

  test('with the column of ids deleted, “Set up CRM” makes no empty one', () => {
    const host = readyHost();
    lead(host, 'One');
    host.person.deleteColumns('Leads', 1);
    const { version } = host.file;
    host.choose('Set up CRM');
    expect(host.file.version).toBe(version);
    expect(host.person.seesTab('Leads')[0]).not.toContain('Lead ID');
  });
});
