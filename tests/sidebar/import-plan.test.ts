/** @jest-environment jsdom */
import { createClient } from '../../sidebar/data/client';
import { isRefused } from '../../sidebar/data/import/dry-run';
import { createImporter } from '../../sidebar/data/import/importer';
import { createSession } from '../../sidebar/data/session';
import { importing } from '../../sidebar/texts/en';
import { speak } from '../../sidebar/texts/text';
import type { OwnField, OwnKind } from '../../src/domain/own-fields';
import type { Lead, Opportunity } from '../../src/domain/records';
import { firstAnswer } from './fake-google';
import { samples } from './samples';

speak(importing);

function importOf(text: string, locale = 'en_US', own: readonly OwnField[] = []) {
  const client = createClient();
  const session = createSession(client);
  session.begin(firstAnswer(samples.start({ locale, ownFields: { lead: own, opportunity: [], activity: [] } })));
  const importer = createImporter(client, session);
  importer.takeText('file.csv', text);
  return importer;
}

const record = (importer: ReturnType<typeof importOf>, row = 0): Lead | Opportunity => {
  const tried = importer.preview(row);
  if (!tried || isRefused(tried)) throw new Error(tried?.reason ?? 'There is no such row.');
  return tried;
};

describe('planning an import', () => {
  it('recognises leads and matches their columns', () => {
    const importer = importOf('First Name,Last Name,Email Address,Company,Nonsense\nIngrid,Moe,i@h.example,Halden,x\n');
    expect(importer.kind.value).toBe('lead');
    expect(importer.fields.value).toEqual(['firstName', 'lastName', 'email', 'company', null]);
    expect(record(importer)).toMatchObject({ company: 'Halden', contact: 'Ingrid Moe', email: 'i@h.example' });
  });

  describe('with columns that people added to the tab', () => {
    const own = (header: string, kind: OwnKind): OwnField => ({ name: `+${header}`, header, kind, options: [] });
    const columns = [
      own('Region', 'choice'),
      own('VIP', 'checkbox'),
      own('Budget', 'money'),
      own('First visit', 'day'),
    ];

    it('matches them by their headers, and reads each by its kind', () => {
      const importer = importOf(
        'Company,Email,region,VIP,BUDGET,First visit\nHalden,i@h.example,North,x,"1.200,50",31.01.2026\n',
        'de_DE',
        columns,
      );
      expect(importer.fields.value.slice(2)).toEqual(['+Region', '+VIP', '+Budget', '+First visit']);
      expect(record(importer)).toMatchObject({
        '+Region': 'North',
        '+VIP': true,
        '+Budget': 1200.5,
        '+First visit': '2026-01-31',
      });
      expect(importer.plan.value.own).toEqual({
        '+Region': 'choice',
        '+VIP': 'checkbox',
        '+Budget': 'money',
        '+First visit': 'day',
      });
    });

    it('refuses a row whose value is not of the column’s kind', () => {
      const importer = importOf('Company,Email,VIP\nHalden,i@h.example,maybe\n', 'en_US', columns);
      expect(importer.refused.value).toEqual([{ row: 2, reason: '“maybe” in VIP is neither TRUE nor FALSE.' }]);
    });

    it('sends nothing of them where the file fills none', () => {
      const importer = importOf('Company,Email\nHalden,i@h.example\n', 'en_US', columns);
      expect(importer.plan.value).not.toHaveProperty('own');
    });
  });

  it('recognises deals and matches their columns', () => {
    const importer = importOf('Deal Name,Deal Stage,Amount,Close Date\nSupply,Proposal,"$1,200.50",2026-12-18\n');
    expect(importer.kind.value).toBe('opportunity');
    expect(record(importer)).toMatchObject({
      title: 'Supply',
      stage: 'Proposal',
      value: 1200.5,
      expectedClose: '2026-12-18',
    });
  });

  it('can read the same file as the other kind', () => {
    const importer = importOf('Name,Company,Stage\nSupply,Halden,Proposal\n');
    expect(importer.kind.value).toBe('opportunity');
    importer.setKind('lead');
    expect(importer.fields.value.slice(0, 2)).toEqual(['contact', 'company']);
  });

  it('gives no field to two columns', () => {
    const importer = importOf('Company,Account\nHalden,Halden Group\n');
    expect(importer.fields.value).toEqual(['company', null]);
    importer.setField(1, 'company');
    expect(importer.fields.value).toEqual([null, 'company']);
    expect(record(importer)).toMatchObject({ company: 'Halden Group' });
  });

  it('matches the first of two columns with the same header', () => {
    const importer = importOf('Company,Company,\nHalden,Other,x\n');
    expect(importer.fields.value).toEqual(['company', null, null]);
  });

  it('says that the file lacks what it needs', () => {
    const importer = importOf('Colour,Size\nred,4\n');
    expect(importer.isComplete.value).toBe(false);
    importer.setField(0, 'company');
    expect(importer.isComplete.value).toBe(true);
  });

  it('does not take the ids of another system for ours', () => {
    expect(importOf('Lead ID,Company\n4711,Halden\n').fields.value).toEqual([null, 'company']);
  });

  it('tells before the import which rows will be refused, and why', () => {
    const importer = importOf('Company,Phone,Email\nHalden,1,i@h.example\n,2,\nNordlicht,3,nobody\n');
    expect(importer.refused.value).toEqual([
      { row: 3, reason: 'Give the lead a company or a contact name.' },
      { row: 4, reason: '“nobody” is no e-mail address.' },
    ]);
  });

  it('refuses a cell that Sheets could not keep, and that row alone', () => {
    const importer = importOf(`Company,Notes\nHalden,${'x'.repeat(50_001)}\nNordlicht,ok\n`);
    expect(importer.refused.value).toEqual([{ row: 2, reason: expect.stringContaining('50,000 characters') }]);
  });
});

describe('numbers and dates of a file', () => {
  const german = 'Deal Name;Amount;Close Date\nSupply;1.250,50;03.04.2026\nPress;9.000,00;24.12.2026\n';

  it('are read as the file writes them, whatever the locale of the sheet', () => {
    const importer = importOf(german);
    expect(importer.plan.value.reading).toEqual({ decimal: ',', dayFirst: true });
    expect(importer.reading.value.numbers).toEqual([{ columns: [1], value: ',', known: 'shown', example: '1.250,50' }]);
    expect(record(importer)).toMatchObject({ value: 1250.5, expectedClose: '2026-04-03' });
  });

  it('ask for the order of day and month where the file does not tell', () => {
    const importer = importOf('Deal Name,Amount,Close Date\nSupply,12,03/04/2026\n');
    expect(importer.reading.value.days).toEqual([
      { columns: [2], value: false, known: 'assumed', example: '03/04/2026' },
    ]);
    expect(record(importer)).toMatchObject({ expectedClose: '2026-03-04' });
    importer.setReading([2], { dayFirst: true });
    expect(record(importer)).toMatchObject({ expectedClose: '2026-04-03' });
  });

  it('go by the locale of the sheet where the file does not tell, and by the dots', () => {
    const file = (date: string) => `Deal Name,Amount,Close Date\nSupply,12,${date}\n`;
    const dayFirst = (date: string, locale: string) => importOf(file(date), locale).plan.value.reading.dayFirst;
    expect(dayFirst('03/04/2026', 'de_DE')).toBe(true);
    expect(dayFirst('03.04.2026', 'en_US')).toBe(true);
    expect(dayFirst('03/04/2026', 'en_US')).toBe(false);
  });

  it('are not asked for where the file has none', () => {
    expect(importOf('Company,Email\nHalden,i@h.example\n').reading.value).toEqual({
      numbers: [],
      days: [],
      scales: [],
    });
  });

  it('are decided for each column, and a column that shows nothing goes by the others', () => {
    const importer = importOf(
      'Deal Name,Amount,Close Date,Created,Closed at\nSupply,1,25/04/2026,04/25/2026,03/04/2026\n',
      'en_US',
    );
    expect(importer.reading.value.days.map(({ columns, value, known }) => [columns, value, known])).toEqual([
      [[2], true, 'shown'],
      [[3], false, 'shown'],
      [[4], false, 'assumed'],
    ]);
    const agreed = importOf('Deal Name,Amount,Close Date,Created\nSupply,1,25/04/2026,03/04/2026\n', 'en_US');
    expect(agreed.reading.value.days).toMatchObject([{ columns: [2, 3], value: true, known: 'shown' }]);
  });

  it('are refused where a column writes both ways and a row may mean two things, until one is chosen', () => {
    const importer = importOf('Deal Name,Amount\nA,"1,234.50"\nB,"1000,5"\nC,"1,500"\n');
    expect(importer.refused.value).toEqual([{ row: 4, reason: expect.stringContaining('may be 1500 or 1.5') }]);
    expect(importer.reading.value.numbers).toMatchObject([{ known: 'mixed', value: 'either', example: '1,500' }]);
    importer.setReading([1], { decimal: '.' });
    expect(importer.refused.value).toEqual([{ row: 3, reason: expect.stringContaining('does not fit numbers') }]);
    expect(record(importer, 2)).toMatchObject({ value: 1500 });
  });

  it('are of a hundred in a column of probabilities that goes to a hundred', () => {
    const importer = importOf('Deal Name,Amount,Probability\nA,1,75\nB,1,1\n');
    expect(record(importer, 1)).toMatchObject({ probability: 0.01 });
    const closed = importOf('Deal Name,Amount,Probability\nA,1,1\nB,1,0\n');
    expect(record(closed)).toMatchObject({ probability: 1 });
    expect(closed.reading.value.scales).toMatchObject([{ known: 'assumed', value: 'shares', example: '1' }]);
    expect(record(importOf('Deal Name,Amount,Probability (%)\nA,1,1\n'))).toMatchObject({ probability: 0.01 });
  });
});

describe('stages of a file', () => {
  const file = 'Deal Name,Deal Stage,Amount\nA,Won,1\nB,Demo booked,2\nC,proposal,3\nD,,4\nE,Demo booked,5\n';

  it('are matched to known ones, or added as open without a probability', () => {
    const importer = importOf(file);
    expect(importer.stages.value.map(({ stage, rows, proposal }) => [stage, rows, 'to' in proposal])).toEqual([
      ['Won', 1, true],
      ['Demo booked', 2, false],
      ['proposal', 1, true],
      ['', 1, true],
    ]);
    expect(record(importer, 0)).toMatchObject({ stage: 'Closed Won' });
    expect(record(importer, 1)).toMatchObject({ stage: 'Demo booked' });
    expect(record(importer, 2)).toMatchObject({ stage: 'Proposal' });
    expect(record(importer, 3)).toMatchObject({ stage: 'Prospecting' });
  });

  it('go where the user sends them, and back', () => {
    const importer = importOf(file);
    const demo = { pipeline: '', stage: 'Demo booked' };
    importer.chooseStage(demo, { pipeline: 'Sales', stage: 'Discovery' });
    expect(record(importer, 1)).toMatchObject({ stage: 'Discovery' });
    importer.chooseStage(demo, null);
    expect(record(importer, 1)).toMatchObject({ stage: 'Demo booked' });
  });

  it('are not looked for in leads', () => {
    expect(importOf('Company,Status\nHalden,New\n').stages.value).toEqual([]);
  });
});
