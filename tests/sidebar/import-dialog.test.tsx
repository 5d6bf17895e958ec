/** @jest-environment jsdom */
import { TextDecoder, TextEncoder } from 'node:util';
import { fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { createClient } from '../../sidebar/data/client';
import { createImporter } from '../../sidebar/data/import/importer';
import { createSession } from '../../sidebar/data/session';
import { importing } from '../../sidebar/texts/en';
import { speak } from '../../sidebar/texts/text';
import { ImportApp } from '../../sidebar/views/import/import-app';
import { ImportContext } from '../../sidebar/views/import/import-context';
import type { ImportResult, Start } from '../../src/contract/contract';
import { CrmError } from '../../src/domain/errors';
import { fakeGoogle, firstAnswer, type Handlers, later } from './fake-google';
import { samples } from './samples';

speak(importing);
// Browsers have it; jsdom does not.
Object.assign(globalThis, { TextDecoder });

function openImport(handlers: Handlers = {}, start: Partial<Start> = {}) {
  const server = fakeGoogle(handlers);
  const client = createClient();
  const session = createSession(client);
  const importer = createImporter(client, session);
  session.begin(firstAnswer(samples.start(start)));
  render(
    <ImportContext.Provider value={{ importer, session }}>
      <ImportApp />
    </ImportContext.Provider>,
  );
  return { ...server, importer };
}

const paste = (text: string) => {
  fireEvent.input(screen.getByLabelText(/Or paste rows/), { target: { value: text } });
  fireEvent.click(screen.getByRole('button', { name: 'Use these rows' }));
};

const DEALS = 'Deal Name,Deal Stage,Amount\nSupply,Won,1200\nPress,Demo booked,900\n';
const LEADS = 'Company,Email\nHalden,i@h.example\nNordlicht,nobody\n';

const done: ImportResult = { added: 2, known: 0, refused: [], unlinked: 0 };

describe('the import dialog', () => {
  it('reads a chosen file and shows what goes where', async () => {
    openImport();
    const file = new File([LEADS], 'leads.csv', { type: 'text/csv' });
    // jsdom reads files by events only.
    Object.assign(file, { arrayBuffer: async () => new TextEncoder().encode(LEADS).buffer });
    fireEvent.change(document.querySelector('input[type=file]')!, { target: { files: [file] } });
    expect(await screen.findByText('leads.csv')).toBeTruthy();
    expect(screen.getByText('2 rows')).toBeTruthy();
    expect((screen.getByLabelText('Company goes to') as HTMLSelectElement).value).toBe('company');
  });

  it('says in one sentence what is wrong with a file and stays ready for another', async () => {
    openImport();
    paste('Company,Email\n');
    expect(screen.getByRole('alert').textContent).toContain('column names but no rows');
    paste(LEADS);
    expect(screen.getByText('2 rows')).toBeTruthy();
  });

  it('says which columns are needed, and lets them be chosen', () => {
    openImport();
    paste('Firma,Ort\nHalden,Oslo\n');
    expect(screen.getByRole('alert').textContent).toContain('Leads need a company');
    expect(screen.getByRole('button', { name: /^Import 0/ }).hasAttribute('disabled')).toBe(true);
    fireEvent.change(screen.getByLabelText('Firma goes to'), { target: { value: 'company' } });
    expect(screen.getByRole('button', { name: 'Import 1 lead' })).toBeTruthy();
  });

  it('shows before the import which rows cannot be imported', () => {
    openImport();
    paste(LEADS);
    fireEvent.click(screen.getByRole('button', { name: '1 row cannot be imported' }));
    expect(screen.getAllByText(/“nobody” is no e-mail address/).length).toBeGreaterThan(0);
    expect(screen.getByRole('button', { name: 'Import 1 lead' })).toBeTruthy();
  });

  it('adds unknown stages or sends their deals to a known one', async () => {
    const { inputsOf, importer } = openImport({ addStages: ({ stages }) => stages, importRows: () => done });
    paste(DEALS);
    const demo = screen.getByLabelText('Demo booked goes to');
    expect(within(demo).getByRole('option', { name: 'Add as open stage (probability not set)' })).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Import 2 deals' }));
    expect(await screen.findByText('2 deals added')).toBeTruthy();
    expect(inputsOf('addStages')[0]?.stages).toMatchObject([{ name: 'Demo booked', kind: 'open', probability: null }]);
    expect(inputsOf('importRows')[0]?.plan.stages).toEqual([
      { from: { pipeline: '', stage: 'Won' }, to: { pipeline: 'Sales', stage: 'Closed Won' } },
      { from: { pipeline: '', stage: 'Demo booked' }, to: { pipeline: 'Sales', stage: 'Demo booked' } },
    ]);
    expect(importer.refused.value).toEqual([]);
  });

  it('sends only the columns that go somewhere', async () => {
    const { inputsOf } = openImport({ importRows: () => done });
    paste('Company,Secret,Email\nHalden,x,i@h.example\nNordlicht,y,p@n.example\n');
    fireEvent.click(screen.getByRole('button', { name: 'Import 2 leads' }));
    await screen.findByText('2 leads added');
    expect(inputsOf('importRows')[0]?.plan.fields).toEqual(['company', 'email']);
    expect(inputsOf('importRows')[0]?.rows.map(({ row, cells }) => [row, ...cells])).toEqual([
      [2, 'Halden', 'i@h.example'],
      [3, 'Nordlicht', 'p@n.example'],
    ]);
  });

  it('shows progress, and after a failure continues with the rows that are left, under the same ids', async () => {
    const first = later<ImportResult>();
    const { inputsOf, handlers } = openImport({ importRows: () => first.promise });
    paste(LEADS.replace('nobody', 'p@n.example'));
    fireEvent.click(screen.getByRole('button', { name: 'Import 2 leads' }));
    expect(await screen.findByRole('progressbar')).toBeTruthy();
    expect(screen.getByText('0 of 2 rows')).toBeTruthy();
    first.fail(new CrmError('DENIED', 'The tab Leads is protected.'));
    expect((await screen.findByRole('alert')).textContent).toContain('The tab Leads is protected.');
    handlers.importRows = () => done;
    fireEvent.click(screen.getByRole('button', { name: 'Continue with 2 rows' }));
    expect(await screen.findByText('2 leads added')).toBeTruthy();
    const [before, after] = inputsOf('importRows');
    expect(before?.rows.map(({ id }) => id)).toEqual(after?.rows.map(({ id }) => id));
  });

  it('lists refused rows with number and reason, to copy', async () => {
    const written: string[] = [];
    Object.defineProperty(navigator, 'clipboard', {
      configurable: true,
      value: { writeText: async (text: string) => written.push(text) },
    });
    openImport({
      importRows: () => ({ added: 1, known: 0, refused: [{ row: 3, reason: 'No address.' }], unlinked: 0 }),
    });
    paste(LEADS);
    fireEvent.click(screen.getByRole('button', { name: 'Import 1 lead' }));
    expect(await screen.findByText('1 row refused')).toBeTruthy();
    expect(screen.getByText('Row 3')).toBeTruthy();
    expect(screen.getByText('No address.')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Copy rows' }));
    await waitFor(() => expect(written).toEqual(['Row,Reason,Company,Email\r\n3,No address.,Nordlicht,nobody']));
    expect(screen.getByText(/Copied/)).toBeTruthy();
  });

  it('stops where somebody moved rows meanwhile, says what to look at, and still says so at the end', async () => {
    const { inputsOf, handlers } = openImport({
      importRows: () => {
        throw new CrmError('CONFLICT', 'Somebody moved rows. Look at it now.');
      },
    });
    paste(LEADS.replace('nobody', 'p@n.example'));
    fireEvent.click(screen.getByRole('button', { name: 'Import 2 leads' }));
    expect((await screen.findByRole('alert')).textContent).toContain(
      'Somebody moved rows. Look at it now. Then continue here: nothing is added twice.',
    );
    expect(inputsOf('importRows')).toHaveLength(1);
    handlers.importRows = () => ({ ...done, added: 0, known: 2 });
    fireEvent.click(screen.getByRole('button', { name: 'Continue with 2 rows' }));
    expect(await screen.findByText('2 leads added')).toBeTruthy();
    expect(screen.getByRole('alert').textContent).toBe('While the import ran: Somebody moved rows. Look at it now.');
  });

  it('shows how each column is read, and asks only what the file does not show', () => {
    openImport();
    paste('Deal Name,Amount,Probability,Close Date\nA,"1,200.50",75,03/04/2026\nB,7,1,05/04/2026\n');
    expect(screen.getByText(/“1,200.50” is read as 1,200.5\./).textContent).toContain('The file shows it.');
    expect(screen.getByText(/“75” is read as 75%\./).textContent).toContain('The file shows it.');
    const order = screen.getByLabelText('Order of day and month');
    expect(screen.getByText(/“03\/04\/2026” is read as Mar 4, 2026/).textContent).toContain('please check');
    fireEvent.change(order, { target: { value: 'true' } });
    expect(screen.getByText(/“03\/04\/2026” is read as Apr 3, 2026/)).toBeTruthy();
  });

  it('counts deals without a lead', async () => {
    openImport({ addStages: ({ stages }) => stages, importRows: () => ({ ...done, unlinked: 1 }) });
    paste(DEALS);
    fireEvent.click(screen.getByRole('button', { name: 'Import 2 deals' }));
    expect(await screen.findByText(/^1 deal has no lead/)).toBeTruthy();
  });

  it('sets up the CRM first in a file that has none', async () => {
    openImport({ setUp: () => samples.start() }, { settings: null });
    fireEvent.click(screen.getByRole('button', { name: 'Set up CRM' }));
    expect(await screen.findByText('Drop a CSV file here')).toBeTruthy();
  });
});
