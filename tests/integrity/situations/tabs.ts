import { ACME, BETA, GAMMA, PILOT, RENEWAL } from '../file';
import type { AnyCall, Situation } from '../words';
import {
  changePhone,
  changeValue,
  convertBeta,
  createDeal,
  createLead,
  importOf,
  logCall,
  movePilot,
  winRenewal,
} from './clicks';

const BOB = 'bob@example.com';
const chunk = importOf(['Zeta', 'zoe@zeta.example', 'Reads all'], ['Eta', 'ed@eta.example', '']);

const changePhoneAndNotes: AnyCall = {
  method: 'changeLead',
  input: { id: ACME, changes: { phone: '1', notes: 'Met twice' }, seen: { phone: '0042', notes: 'Met at the fair' } },
};

/** Tabs, files and protections. */
export const tabs: readonly Situation[] = [
  {
    name: 'tabs are renamed',
    given: [
      { do: 'renameTab', tab: 'Leads', to: 'Kunden' },
      { do: 'renameTab', tab: 'Opportunities', to: 'Chancen' },
    ],
    story: [{ click: changePhone }, { click: createLead }, { click: movePilot }],
  },
  {
    name: 'a tab is renamed in the middle of a save',
    story: [
      {
        click: changePhone,
        meanwhile: { before: 'first write', acts: [{ do: 'renameTab', tab: 'Leads', to: 'Kunden' }] },
        ends: 'any',
      },
      { click: createLead },
    ],
  },
  {
    name: 'a tab is moved to the front',
    given: [{ do: 'moveTabFirst', tab: 'Activities' }],
    story: [{ click: logCall }, { click: changePhone }],
  },
  {
    name: 'the Leads tab is copied: the copy is nobody’s business',
    given: [{ do: 'copyTab', tab: 'Leads' }],
    story: [{ click: changePhone }, { click: createLead }, { click: chunk }],
  },
  {
    name: 'the copy of the Leads tab takes its name',
    given: [
      { do: 'copyTab', tab: 'Leads' },
      { do: 'renameTab', tab: 'Leads', to: 'Leads 2026' },
      { do: 'renameTab', tab: 'Copy of Leads', to: 'Leads' },
    ],
    story: [{ click: changePhone }],
    shows: { [`Leads 2026/${BETA}/Phone`]: '555 12', [`Leads/${BETA}/Phone`]: '+49 30 1234' },
  },
  {
    name: 'the Activities tab is deleted, and a call is logged',
    given: [{ do: 'deleteTab', tab: 'Activities' }],
    story: [{ click: logCall, ends: 'SHEET_BROKEN' }, { click: changePhone }],
  },
  {
    name: 'the Settings tab is deleted, and a deal is moved',
    given: [{ do: 'deleteTab', tab: 'Settings' }],
    story: [
      { click: movePilot, ends: 'any' },
      { click: changePhone, ends: 'any' },
    ],
  },
  {
    name: 'the file was copied, and work goes on in the copy',
    inCopy: true,
    story: [{ click: changePhone }, { click: createLead }, { click: winRenewal }, { click: convertBeta }],
  },
  {
    name: 'the user works in a copy of the file meanwhile, with the same ids',
    story: [
      {
        do: 'inCopy',
        call: { method: 'changeLead', input: { id: BETA, changes: { phone: '606' }, seen: { phone: '+49 30 1234' } } },
      },
      {
        do: 'inCopy',
        call: { method: 'createLead', input: { id: 'L-C0PY000001', fields: { company: 'Only there' } } },
      },
      { click: changePhone },
      { click: changeValue },
    ],
  },
  {
    name: 'the tabs were turned into Sheets tables',
    given: [
      { do: 'makeTable', tab: 'Leads' },
      { do: 'makeTable', tab: 'Opportunities' },
    ],
    story: [
      { click: changePhone },
      { click: createLead },
      { click: createDeal },
      { click: winRenewal },
      { click: chunk },
    ],
  },
  {
    name: 'a column is protected, and a colleague changes another one',
    given: [{ do: 'protectColumn', tab: 'Leads', column: 'Notes' }],
    story: [{ click: changePhone, by: BOB, ends: 'any' }],
  },
  {
    name: 'a column is protected, and a colleague changes it with another one',
    given: [{ do: 'protectColumn', tab: 'Leads', column: 'Notes' }],
    story: [{ click: changePhoneAndNotes, by: BOB, ends: 'DENIED' }],
  },
  {
    name: 'a column is protected, and a colleague creates a lead',
    given: [{ do: 'protectColumn', tab: 'Leads', column: 'Score' }],
    story: [
      { click: createLead, by: BOB, ends: 'any' },
      { click: chunk, by: BOB, ends: 'any' },
    ],
  },
  {
    name: 'Stage since is protected, and a colleague moves a deal',
    given: [{ do: 'protectColumn', tab: 'Opportunities', column: 'Stage since' }],
    story: [{ click: movePilot, by: BOB, ends: 'DENIED' }],
  },
  {
    name: 'a row is protected, and a colleague changes it and its neighbour',
    given: [{ do: 'protectRow', tab: 'Leads', row: BETA }],
    story: [
      { click: changePhone, by: BOB, ends: 'DENIED' },
      {
        click: { method: 'changeLead', input: { id: GAMMA, changes: { phone: '1' }, seen: { phone: '' } } },
        by: BOB,
      },
    ],
  },
  {
    name: 'a protected row is among many that a colleague changes',
    given: [{ do: 'protectRow', tab: 'Opportunities', row: PILOT }],
    story: [
      {
        click: {
          method: 'changeMany',
          input: {
            kind: 'opportunity',
            field: 'nextStep',
            value: 'Call',
            records: [
              { id: RENEWAL, seen: 'Send the offer' },
              { id: PILOT, seen: '' },
            ],
          },
        },
        by: BOB,
        ends: 'any',
      },
    ],
  },
];
