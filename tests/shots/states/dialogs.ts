import type { DoneAction } from '../../../src/domain/crm';
import { GoogleFails, never } from '../../sidebar/fake-google';
import { LONG, opened, refuses } from '../sample-file';
import type { State } from '../state';
import { click, see, type } from '../steps';

export const DEALS = `Deal Name,Deal Stage,Amount,Close Date,Win %,"${LONG}"
Supply,Proposal,"1,200",03/04/2026,50,x
Press,Demo booked,900,25/12/2026,0.75,y
Shelves,Demo booked,soon,03/04/2026,20,z
`;
const LEADS = 'Company,Email\nHalden,i@h.example\nNordlicht,n@optik.example\n';

const paste = (text: string) => [type(/Or paste rows/, text), click('Use these rows')];

const at = Date.UTC(2026, 10, 22, 14);
const did = (what: DoneAction['what'], more: Partial<DoneAction> = {}): DoneAction => ({
  action: `X-${what}${more.name ?? ''}`,
  at,
  how: 'sidebar',
  what,
  kind: 'lead',
  id: 'L-0000000001',
  name: 'Halden Timber',
  fields: [],
  records: 1,
  ...more,
});

const rows = [
  { row: 2, name: 'Halden Timber', keeps: true },
  { row: 900, name: LONG, keeps: false },
];

const importing = { page: 'import' } as const;
const repairing = { page: 'repair' } as const;

/** The dialogs. */
export const dialogs: readonly State[] = [
  { name: 'import', ...importing, sees: 'Drop a CSV file here' },
  { name: 'import-loading', ...importing, first: null, answers: { start: never }, sees: 'Loading' },
  { name: 'import-no-crm', ...importing, first: opened({ settings: null }), sees: 'Set up the CRM first' },
  { name: 'import-refused-file', ...importing, does: paste('Company,Email\n'), sees: /no rows below/ },
  { name: 'import-deals', ...importing, does: paste(DEALS), sees: 'Pasted rows' },
  { name: 'import-deals-whole', ...importing, does: paste(DEALS), sees: 'First rows as they will be', height: 1100 },
  { name: 'import-leads', ...importing, does: paste(LEADS), sees: 'Pasted rows' },
  { name: 'import-incomplete', ...importing, does: paste('Colour,Taste\nred,sweet\n'), sees: /Choose a column/ },
  {
    name: 'import-refused-rows',
    ...importing,
    does: [...paste(DEALS), click(/cannot be imported/)],
    sees: 'Pasted rows',
  },
  {
    name: 'import-running',
    ...importing,
    answers: { importRows: never, addStages: () => [] },
    does: [...paste(LEADS), click(/^Import/)],
    sees: /of 2 rows/,
  },
  {
    name: 'import-done',
    ...importing,
    answers: { importRows: () => ({ added: 2, known: 0, refused: [], unlinked: 0 }) },
    does: [...paste(LEADS), click(/^Import/)],
    sees: 'Every row is in.',
  },
  {
    name: 'import-done-in-part',
    ...importing,
    answers: {
      importRows: () => ({ added: 1, known: 0, refused: [{ row: 3, reason: `“${LONG}” is no date.` }], unlinked: 1 }),
    },
    does: [...paste(LEADS), click(/^Import/)],
    sees: '1 row refused',
  },
  {
    name: 'import-stopped',
    ...importing,
    answers: { importRows: refuses('CONFLICT', 'Somebody sorted the tab while rows were added.') },
    does: [...paste(LEADS), click(/^Import/)],
    sees: /because of somebody in the sheet/,
  },
  {
    name: 'repair',
    ...repairing,
    answers: {
      lastActions: () => [
        did('changed', { fields: ['Stage', 'Next step'] }),
        did('deleted', { records: 12 }),
        did('created', { how: 'import', records: 512 }),
        did('changed', { kind: 'opportunity', name: LONG, fields: ['Stage'] }),
        did('restored'),
      ],
      catchUp: () => ({
        logged: 0,
        waiting: [{ kind: 'lead', rows }],
        twice: [{ kind: 'lead', id: 'L-0000000001', rows }],
      }),
    },
    sees: 'Rows that share an id',
    height: 700,
  },
  { name: 'repair-empty', ...repairing, answers: { lastActions: () => [] }, sees: /Nothing to undo/ },
  { name: 'repair-loading', ...repairing, answers: { lastActions: never }, sees: 'Last actions' },
  {
    name: 'repair-failed',
    ...repairing,
    answers: {
      lastActions: () => {
        throw new GoogleFails('Service invoked too many times for one day: spreadsheets');
      },
    },
    sees: /daily limit/,
  },
  {
    name: 'repair-busy',
    ...repairing,
    answers: { lastActions: () => [did('deleted', { records: 12 })], undo: never },
    does: [see(/^Deleted/), click(/^Undo/)],
    sees: 'Working…',
  },
  { name: 'repair-no-crm', ...repairing, first: opened({ settings: null }), sees: /no CRM yet/ },
  { name: 'about', page: 'about', sees: 'What it may do' },
];
