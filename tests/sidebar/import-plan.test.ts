/** @jest-environment jsdom */
import { createClient } from '../../sidebar/data/client';
import { isRefused } from '../../sidebar/data/import/dry-run';
import { createImporter } from '../../sidebar/data/import/importer';
import { createSession } from '../../sidebar/data/session';
import { importing } from '../../sidebar/texts/en';
import { speak } from '../../sidebar/texts/text';
import type { Lead, Opportunity } from '../../src/domain/records';
import { firstAnswer } from './fake-google';
import { samples } from './samples';

speak(importing);

function importOf(text: string, locale = 'en_US') {
  const client = createClient();
  const session = createSession(client);
  session.begin(firstAnswer(samples.start({ locale })));
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
    expect(importer.reading.value).toEqual({ decimal: ',', dayFirst: true });
    expect(importer.readingFound.value?.numbers).toEqual({ example: '1.250,50', isSure: true });
    expect(record(importer)).toMatchObject({ value: 1250.5, expectedClose: '2026-04-03' });
  });

  it('ask for the order of day and month where the file does not tell', () => {
    const importer = importOf('Deal Name,Amount,Close Date\nSupply,12,03/04/2026\n');
    expect(importer.readingFound.value?.days).toEqual({ example: '03/04/2026', isSure: false });
    expect(record(importer)).toMatchObject({ expectedClose: '2026-03-04' });
    importer.setReading({ dayFirst: true });
    expect(record(importer)).toMatchObject({ expectedClose: '2026-04-03' });
  });

  it('go by the locale of the sheet where the file does not tell, and by the dots', () => {
    const file = (date: string) => `Deal Name,Amount,Close Date\nSupply,12,${date}\n`;
    expect(importOf(file('03/04/2026'), 'de_DE').reading.value.dayFirst).toBe(true);
    expect(importOf(file('03.04.2026'), 'en_US').reading.value.dayFirst).toBe(true);
  });

  it('are not asked for where the file has none', () => {
    expect(importOf('Company,Email\nHalden,i@h.example\n').readingFound.value).toMatchObject({
      numbers: null,
      days: null,
    });
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
