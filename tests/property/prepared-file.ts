import { join } from 'node:path';
import { readAddOn } from '../../host/add-on';
import { fileSnapshot } from '../../host/engine/snapshot';
import { type Host, newHost } from '../../host/host';
import { newId, type RecordKind } from '../../src/domain/ids';
import { randomOf } from './random';
import { REF, refOf, ZONE } from './sheet-state';

const built = readAddOn(join(__dirname, '../../dist'));

/** In a zone far from the file's: whoever takes the script's day for the file's is found out. */
export const addOn = { ...built, manifest: { ...built.manifest, timeZone: 'Pacific/Chatham' } };

const NOW = '2026-11-22T15:00:00Z';

/** A tab that is no business of the add-on's. */
export const FOREIGN = 'Our plans';

const send = (host: Host, method: string, input: unknown) => {
  const answer = JSON.parse(host.call('rpc', JSON.stringify({ calls: [{ method, input }] })) as string);
  if (!answer.answers[0].ok) throw new Error(answer.answers[0].error.message);
};

const random = randomOf(-1);
const id = (kind: RecordKind) => newId(kind, random);

const each = (count: number, of: (n: number) => string) => Array.from({ length: count }, (_, n) => of(n));

/** Before which column people put columns of their own, and what they typed into them. */
const OWN_COLUMNS = [
  { tab: 'Leads', before: 1, header: REF, texts: each(8, (n) => `row L${n}`) },
  { tab: 'Leads', before: 5, header: 'Region', texts: each(8, (n) => (n % 3 ? `Region ${n}` : '')) },
  { tab: 'Leads', before: 7, header: 'Check', texts: each(8, (n) => `=SUM(2,${n})`) },
  { tab: 'Opportunities', before: 3, header: REF, texts: each(6, (n) => `row O${n}`) },
  { tab: 'Opportunities', before: 6, header: 'Margin', texts: each(6, (n) => (n % 2 ? `=SUM(1,${n})` : `${n}`)) },
  { tab: 'Activities', before: 4, header: REF, texts: each(8, (n) => refOf('Activities', 'row', n - 10)) },
];

/** A small CRM with columns of its people's own, formulas, and a tab that is no business of the add-on's. */
export function prepare() {
  const host = newHost({ addOn, now: NOW, timeZone: ZONE });
  host.open().choose('Set up CRM');
  const leads = Array.from({ length: 8 }, () => id('lead'));
  const deals = Array.from({ length: 6 }, () => id('opportunity'));
  leads.forEach((lead, n) => {
    send(host, 'createLead', {
      id: lead,
      fields: { company: `Company ${n}`, email: `c${n}@x.example`, score: 10 + n },
    });
  });
  deals.forEach((deal, n) => {
    send(host, 'createOpportunity', { id: deal, fields: { title: `Deal ${n}`, value: 100 + n, leadId: leads[n % 4] } });
  });
  for (let n = 0; n < 5; n++) {
    const about = n < 3 ? { kind: 'lead', id: leads[n] } : { kind: 'opportunity', id: deals[n] };
    send(host, 'logActivity', {
      id: id('activity'),
      about,
      type: 'Call',
      subject: `Talk ${n}`,
      details: '',
      due: null,
    });
  }
  for (let n = 0; n < 3; n++) {
    const about = n < 2 ? { kind: 'opportunity', id: deals[n] } : { kind: 'lead', id: leads[n] };
    const task = { type: 'Task', subject: `Task ${n}`, details: '', due: '2026-11-20', repeat: n ? 'every week' : '' };
    send(host, 'logActivity', { id: id('activity'), about, ...task });
  }
  const { person } = host;
  for (const { tab, before, header, texts } of OWN_COLUMNS) {
    person.insertColumns(tab, before);
    const letter = String.fromCharCode(64 + before);
    person.paste(
      `${tab}!${letter}1`,
      [header, ...texts].map((text) => [text]),
    );
  }
  // A formula in a column of ours.
  const score = person.seesTab('Leads')[0]!.indexOf('Score');
  person.type(`Leads!${String.fromCharCode(65 + score)}3`, '=SUM(40,2)');
  host.act([
    { kind: 'insert-sheet', index: 0, snapshot: { ...fileSnapshot(host.file).sheets[0]!, id: host.file.newId() } },
  ]);
  const foreign = host.file.sheets[0]!;
  host.act([{ kind: 'sheet', sheet: foreign.id, properties: { name: FOREIGN } }]);
  person.paste(`'${FOREIGN}'!A1`, [
    ['Plan', '=SUM(1,2)'],
    ['keep', '17'],
  ]);
  host.calculator.calculate();
  // Somebody has the sidebar open, so that all that is remembered beside the cells is there.
  for (const method of ['leadLines', 'opportunityLines', 'start']) send(host, method, {});
  send(host, 'timeline', { kind: 'lead', id: leads[0] });
  const { properties, caches } = host.stores;
  return { snapshot: fileSnapshot(host.file), properties: [...properties.document], cache: [...caches.document] };
}
