// Fills a host with the demo's business through the add-on's own doors: its menu, its import, a person's paste.
import { demoData, seeded } from './data.mjs';

const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const CHUNK = 1000;

/**
 * @param {object} host an open host with the add-on in it
 * @param {{ today: string, leads?: number, deals?: number, activities?: number }} wanted
 * @param {(step: string) => void} [tell] called with what is being done
 */
export function fillDemo(host, wanted, tell = () => {}) {
  const random = seeded(11);
  const newId = (prefix) =>
    `${prefix}-${Array.from({ length: 10 }, () => LETTERS[Math.floor(random() * 32)]).join('')}`;
  const { leads, deals, activities } = demoData(wanted);

  tell('Setting up the tabs');
  // Not by its caption, which is in the user's language.
  host.call('setUpCrm');
  const importTable = ([headers, ...rows], kind, prefix, fields) => {
    const ids = rows.map(() => newId(prefix));
    const plan = {
      kind,
      fields: headers.map((header) => fields[header]),
      reading: { decimal: '.', dayFirst: false },
      stages: [],
    };
    for (let from = 0; from < rows.length; from += CHUNK) {
      tell(
        `Importing ${kind === 'lead' ? 'leads' : 'deals'} ${from + 1} to ${Math.min(from + CHUNK, rows.length)} of ${rows.length}`,
      );
      const chunk = rows.slice(from, from + CHUNK).map((cells, i) => ({ id: ids[from + i], row: from + i + 2, cells }));
      const result = ask(host, 'importRows', { plan, rows: chunk });
      if (result.refused.length > 0)
        throw new Error(`The demo's own data was refused: ${JSON.stringify(result.refused[0])}`);
    }
    return ids;
  };
  importTable(leads, 'lead', 'L', {
    Company: 'company',
    Contact: 'contact',
    Title: 'title',
    Email: 'email',
    Phone: 'phone',
    Status: 'status',
    Source: 'source',
    Industry: 'industry',
    'Company size': 'companySize',
    Website: 'website',
    Owner: 'owner',
    'Created at': 'createdAt',
  });
  const dealIds = importTable(deals, 'opportunity', 'O', {
    Title: 'title',
    Lead: 'lead',
    Stage: 'stage',
    Value: 'value',
    'Expected close': 'expectedClose',
    'Created at': 'createdAt',
    Owner: 'owner',
    Product: 'product',
    'Next step': 'nextStep',
    'Lost reason': 'lostReason',
  });

  tell('Pasting activities');
  const lines = ask(host, 'opportunityLines', {});
  const [id, leadId] = ['id', 'leadId'].map((name) => lines.fields.indexOf(name));
  // Texts that come again and again are numbers: see src/domain/packed-rows.ts.
  const unpacked = (value) => (typeof value === 'number' ? lines.words[value] : value);
  const leadOf = new Map(lines.rows.map((row) => [row[id], unpacked(row[leadId])]));
  const headers = host.person.sees('Activities!A1:L1')[0];
  const cellsOf = ({ deal, type, subject, at, due, owner }) => ({
    'Activity ID': newId('A'),
    'Lead ID': leadOf.get(dealIds[deal]) ?? '',
    'Opportunity ID': dealIds[deal],
    Type: type,
    Subject: subject,
    When: due ? '' : at,
    Due: due,
    'Done at': due ? '' : at,
    Owner: owner,
    'Created at': at,
  });
  host.person.paste(
    'Activities!A2',
    activities.map((activity) => {
      const cells = cellsOf(activity);
      return headers.map((header) => cells[header] ?? '');
    }),
  );
  host.person.select('Opportunities!D2');
}

function ask(host, method, input) {
  const { answers } = JSON.parse(host.call('rpc', JSON.stringify({ calls: [{ method, input }] })));
  if (!answers[0].ok) throw new Error(answers[0].error.message);
  return answers[0].value;
}
