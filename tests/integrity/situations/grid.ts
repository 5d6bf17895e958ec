import type { InputOf } from '../../../src/contract/contract';
import { ACME, BETA, GAMMA, NEW_LEAD, PILOT, RENEWAL } from '../file';
import type { Situation } from '../words';
import { changePhone, changeValue, createDeal, createLead, importOf, movePilot, winRenewal } from './clicks';

const type = (at: string, text: string) => ({ do: 'type', at, text }) as const;

/** The row of Beta that was there first keeps the id. */
const repairBeta = (copy: number): { method: 'repairIds'; input: InputOf<'repairIds'> } => ({
  method: 'repairIds',
  input: {
    kind: 'lead',
    id: BETA,
    rows: [
      { row: 3, name: 'Beta', keeps: true },
      { row: copy, name: 'Beta', keeps: false },
    ],
  },
});

/** Ids that people copy, clear and edit; rows typed by hand; Ctrl+Z and version history. */
export const grid: readonly Situation[] = [
  {
    name: 'a row is copied with its id, and the record is saved',
    story: [
      { do: 'copyRowBelow', tab: 'Leads', row: BETA },
      { click: changePhone, ends: ['SHEET_BROKEN', 'CONFLICT'] },
    ],
  },
  {
    name: 'a row is copied with its id, and its neighbour is saved',
    story: [{ do: 'copyRowBelow', tab: 'Leads', row: ACME }, { click: changePhone }, { click: createLead }],
  },
  {
    name: 'a deal is copied with its id in the very moment of its move',
    story: [
      {
        click: movePilot,
        meanwhile: { before: 'first write', acts: [{ do: 'copyRowBelow', tab: 'Opportunities', row: PILOT }] },
        ends: 'any',
      },
    ],
  },
  {
    name: 'a copied row is reported and repaired',
    story: [
      { do: 'copyRowBelow', tab: 'Leads', row: BETA },
      { click: { method: 'catchUp', input: {} }, says: [BETA, '"twice":[{'] },
      {
        click: repairBeta(4),
      },
      { click: changePhone },
    ],
  },
  {
    name: 'a repair of ids is clicked after the rows were sorted',
    story: [
      { do: 'copyRowBelow', tab: 'Leads', row: BETA },
      { do: 'sort', tab: 'Leads', by: 'Company', descending: true },
      {
        click: repairBeta(5),
        ends: 'CONFLICT',
      },
    ],
  },
  {
    name: 'an id is cleared by hand, and the record is saved',
    story: [type(`Leads/${BETA}/Lead ID`, ''), { click: changePhone, ends: 'NOT_FOUND' }, { click: createLead }],
  },
  {
    name: 'an id is edited by hand, and the record is saved',
    story: [type(`Leads/${BETA}/Lead ID`, 'L-BETA000002'), { click: changePhone, ends: 'NOT_FOUND' }],
  },
  {
    name: 'an id is overwritten with a neighbour’s, and the neighbour is saved',
    story: [type(`Leads/${GAMMA}/Lead ID`, BETA), { click: changePhone, ends: ['SHEET_BROKEN', 'CONFLICT'] }],
  },
  {
    name: 'rows are pasted below by hand and adopted in one click',
    story: [
      {
        do: 'paste',
        cell: 'Leads!B6',
        rows: [
          ['Kappa', 'Kim Ode', 'CEO', 'kim@kappa.example', '0049'],
          ['Lambda', 'Lou Paz', 'CFO', 'lou@lambda.example', '=1'],
        ],
      },
      { click: { method: 'adoptRows', input: { kind: 'lead' } } },
      { click: changePhone },
    ],
  },
  {
    name: 'a deal is typed by hand with the name of its lead, and adopted',
    story: [
      { do: 'paste', cell: 'Opportunities!C5', rows: [['Beta', 'Beta second deal', 'Sales', 'Discovery', '700']] },
      { click: { method: 'adoptRows', input: { kind: 'opportunity' } } },
      { click: movePilot },
    ],
  },
  {
    name: 'a total and a note below are not adopted',
    given: [
      { do: 'paste', cell: 'Leads!B6', rows: [['TOTAL', '4']] },
      { do: 'paste', cell: 'Leads!B9', rows: [['Ask Ann before deleting']] },
    ],
    story: [{ click: { method: 'adoptRows', input: { kind: 'lead' } } }, { click: { method: 'catchUp', input: {} } }],
    shows: { 'Leads!A6': '', 'Leads!A9': '' },
  },
  {
    name: 'rows are sorted while rows typed by hand are adopted',
    story: [
      {
        do: 'paste',
        cell: 'Leads!B6',
        rows: [
          ['Kappa', 'Kim Ode'],
          ['Aleph', 'Al Quo'],
        ],
      },
      {
        click: { method: 'adoptRows', input: { kind: 'lead' } },
        meanwhile: { before: 'first write', acts: [{ do: 'sort', tab: 'Leads', by: 'Company' }] },
        ends: 'any',
      },
    ],
  },
  {
    name: 'a stage and a value are changed in the grid, and caught up with',
    story: [
      type(`Opportunities/${PILOT}/Stage`, 'Negotiation'),
      type(`Opportunities/${RENEWAL}/Value`, '20000'),
      { do: 'sort', tab: 'Opportunities', by: 'Value' },
      { click: { method: 'catchUp', input: {} } },
      { click: { method: 'catchUp', input: {} }, says: ['"logged":0'] },
    ],
    shows: { [`Opportunities/${PILOT}/Stage`]: 'Negotiation' },
  },
  {
    name: 'Ctrl+Z takes a save back, and it is saved again',
    story: [{ click: changePhone }, { do: 'undo' }, { click: changePhone }],
    shows: { [`Leads/${BETA}/Phone`]: '555 12' },
  },
  {
    name: 'Ctrl+Z takes a create back, and it is created again',
    story: [{ click: createLead }, { do: 'undo' }, { click: createLead }],
    shows: { [`Leads/${NEW_LEAD}/Company`]: 'Epsilon' },
  },
  {
    name: 'Ctrl+Z takes a move back in parts, and the deal is moved on',
    story: [
      {
        click: winRenewal,
        meanwhile: { before: 'last write', acts: [type(`Leads/${ACME}/Title`, 'CEO')] },
        ends: 'any',
      },
      { do: 'undo' },
      { click: changeValue, ends: 'any' },
      { do: 'undo' },
      { do: 'undo' },
      { click: winRenewal, ends: 'any' },
    ],
  },
  {
    name: 'Ctrl+Z takes an import back in parts, and it is imported again',
    story: [
      {
        click: importOf(['Zeta', 'zoe@zeta.example', 'Reads all'], ['Eta', 'ed@eta.example', '']),
        meanwhile: { before: 'last write', acts: [type(`Leads/${ACME}/Title`, 'CEO')] },
        ends: 'any',
      },
      { do: 'undo' },
      { do: 'undo' },
      { click: importOf(['Zeta', 'zoe@zeta.example', 'Reads all'], ['Eta', 'ed@eta.example', '']) },
    ],
  },
  {
    name: 'an older version of the file is restored under an open sidebar',
    story: [
      { do: 'remember' },
      { click: changePhone },
      { click: changeValue },
      { do: 'restore' },
      {
        click: { method: 'changeLead', input: { id: BETA, changes: { phone: '777' }, seen: { phone: '555 12' } } },
        ends: 'CONFLICT',
        conflicts: { phone: '+49 30 1234' },
      },
      { click: changeValue },
    ],
  },
  {
    name: 'an older version is restored in which a lead did not exist yet',
    story: [
      { do: 'remember' },
      { click: createLead },
      { do: 'restore' },
      {
        click: { method: 'changeLead', input: { id: NEW_LEAD, changes: { phone: '1' }, seen: { phone: '0043' } } },
        ends: 'NOT_FOUND',
      },
      { click: createDeal },
    ],
  },
];
