import { GoogleFails, never } from '../../sidebar/fake-google';
import { failed, opened, refuses } from '../sample-file';
import type { State } from '../state';
import { click, offline, see, wait } from '../steps';

const fails = (said: string) => (): never => {
  throw new GoogleFails(said);
};

const noCrm = opened({ settings: null });

/** Before the first record is seen. */
export const first: readonly State[] = [
  { name: 'first-run', first: noCrm, sees: 'Set up your CRM' },
  {
    name: 'first-run-busy',
    first: noCrm,
    answers: { setUp: never },
    does: [click('Set up CRM')],
    sees: 'Setting up…',
  },
  {
    name: 'first-run-refused',
    first: noCrm,
    answers: { setUp: refuses('DENIED', 'You may only read this file. Ask its owner for the right to edit it.') },
    does: [click('Set up CRM')],
    sees: /You may only read this file/,
  },
  { name: 'opening', first: null, answers: { start: never }, sees: 'Loading' },
  {
    name: 'opening-accounts',
    first: null,
    answers: { start: fails('PERMISSION_DENIED: reading from storage') },
    sees: /Google mixed up your accounts/,
  },
  {
    name: 'opening-quota',
    first: null,
    answers: { start: fails('Service invoked too many times for one day: spreadsheets') },
    sees: /daily limit for scripts/,
  },
  {
    name: 'opening-offline',
    first: null,
    answers: { start: fails('NetworkError: Connection failure due to HTTP 0') },
    sees: /No connection to Google/,
  },
  {
    name: 'opening-no-answer',
    first: null,
    answers: { start: never },
    does: [wait(31)],
    sees: /No answer for 30 seconds/,
  },
  {
    name: 'opening-broken',
    first: failed('SHEET_BROKEN', 'The tab Settings is missing: was it deleted?'),
    sees: /The tab Settings is missing/,
  },
  {
    name: 'lists-offline',
    does: [see('No deals yet'), offline, click('Read the sheet again')],
    sees: /No connection/,
  },
];
