import type { CaughtUp } from '../../../src/domain/crm';
import { never } from '../../sidebar/fake-google';
import { samples } from '../../sidebar/samples';
import { deals, leads, opened, refuses } from '../sample-file';
import type { State } from '../state';
import { choose, click, press, see, seek } from '../steps';

const file = { leads, deals };

const rows = [
  { row: 12, name: 'Acme' },
  { row: 13, name: 'Globex Holding International' },
  { row: 1020, name: '' },
  { row: 1021, name: 'Initech' },
];

const caughtUp: CaughtUp = {
  logged: 0,
  waiting: [{ kind: 'lead', rows }],
  twice: [{ kind: 'lead', id: 'L-0000000001', rows: rows.map((row, at) => ({ ...row, keeps: at === 0 })) }],
};

const twoPipelines = samples.settings.stages.flatMap((stage) => [
  stage,
  { ...stage, pipeline: 'Partners and resellers' },
]);

/** Home: its lists and the search. */
export const lists: readonly State[] = [
  { name: 'deals', ...file, sees: 'Annual supply' },
  { name: 'deals-cold', ...file, isCold: true, sees: 'Annual supply' },
  { name: 'deals-empty', sees: 'No deals yet' },
  { name: 'deals-loading', isCold: true, answers: { opportunityLines: never, leadLines: never }, sees: 'Deals' },
  {
    name: 'deals-none-of-stage',
    ...file,
    deals: deals.slice(0, 3),
    does: [click(/^Closed Lost/)],
    sees: 'Nothing here',
  },
  {
    name: 'deals-two-pipelines',
    ...file,
    first: opened({ settings: { ...samples.settings, stages: twoPipelines } }),
    does: [choose('Pipeline', 'Sales')],
    sees: 'Annual supply',
  },
  {
    name: 'deals-broken-tab',
    isCold: true,
    answers: { opportunityLines: refuses('SHEET_BROKEN', 'The tab Opportunities has no column Stage any more.') },
    sees: /has no column Stage/,
  },
  {
    name: 'deals-failed',
    isCold: true,
    answers: { opportunityLines: refuses('BUSY', 'Somebody else is changing the file. Try again in a moment.') },
    sees: /Somebody else is changing the file/,
  },
  { name: 'leads', ...file, does: [click(/^Leads/, 'tab')], sees: 'Kōbe Freight' },
  { name: 'leads-empty', does: [click(/^Leads/, 'tab')], sees: 'No leads yet' },
  { name: 'search', ...file, does: [see('Annual supply'), seek('sup')], sees: /\d results/ },
  { name: 'search-none', ...file, does: [seek('no such thing')], sees: 'Nothing found' },
  {
    name: 'search-loading',
    isCold: true,
    answers: { opportunityLines: never, leadLines: never },
    does: [seek('halden')],
    sees: '0 results',
  },
  { name: 'rows-waiting', ...file, answers: { catchUp: () => caughtUp }, sees: '4 rows share an id.' },
  {
    name: 'toast',
    ...file,
    answers: { catchUp: () => caughtUp, adoptRows: () => ({ adopted: 4 }) },
    does: [click('Adopt')],
    sees: '4 rows adopted',
  },
  {
    name: 'toast-bad',
    ...file,
    answers: { catchUp: () => caughtUp, adoptRows: refuses('DENIED', 'The rows stand in a protected range.') },
    does: [click('Adopt'), see(/protected range/)],
    sees: 'Annual supply',
  },
  { name: 'shortcuts', ...file, does: [see('Annual supply'), press('?')], sees: 'Keyboard shortcuts' },
];
