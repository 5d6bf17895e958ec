import { ACME, FIRST_CALL, GAMMA, NEW_DEAL, PILOT, RENEWAL, TASK } from '../file';
import type { AnyCall, Situation } from '../words';
import { aStage, changePhone, changeValue, convertBeta, createLead, deleteAcme, movePilot, winRenewal } from './clicks';

const type = (at: string, text: string) => ({ do: 'type', at, text }) as const;

const renameDiscovery: AnyCall = {
  method: 'renameStage',
  input: { pipeline: 'Sales', from: 'Discovery', to: 'First talk' },
};

/** Actions on several records, erasing, Settings and History. */
export const whole: readonly Situation[] = [
  {
    name: 'a lead is deleted with its deals and activities',
    story: [{ click: deleteAcme }],
  },
  {
    name: 'a lead is deleted that got another deal since the user was asked',
    story: [type(`Opportunities/${PILOT}/Lead ID`, ACME), { click: deleteAcme, ends: 'CONFLICT' }],
  },
  {
    name: 'a person is erased, from History too',
    story: [
      {
        click: {
          method: 'changeLead',
          input: { id: ACME, changes: { email: 'lee@acme.example' }, seen: { email: 'ann@acme.example' } },
        },
      },
      { click: { method: 'erasePerson', input: { id: ACME } } },
      { click: changePhone },
    ],
  },
  {
    name: 'a lead is converted while somebody types a deal below',
    story: [
      {
        click: convertBeta,
        meanwhile: {
          before: 'first write',
          acts: [{ do: 'paste', cell: 'Opportunities!D5', rows: [['By hand', 'Sales', 'Discovery', '1']] }],
        },
        ends: 'any',
      },
    ],
  },
  {
    name: 'a lead is converted whose Status column is gone',
    given: [{ do: 'deleteColumn', tab: 'Leads', column: 'Status' }],
    story: [{ click: convertBeta, ends: ['SHEET_BROKEN', 'CONFLICT'] }],
  },
  {
    name: 'a lead is converted though the Activities tab is gone',
    given: [{ do: 'deleteTab', tab: 'Activities' }],
    story: [{ click: convertBeta, ends: 'SHEET_BROKEN' }],
  },
  {
    name: 'a stage is renamed in the sidebar',
    story: [{ click: renameDiscovery }, { click: changeValue }],
    shows: { [`Opportunities/${PILOT}/Stage`]: 'First talk' },
  },
  {
    name: 'a stage is renamed in the sidebar after the deals were sorted',
    story: [{ do: 'sort', tab: 'Opportunities', by: 'Value', descending: true }, { click: renameDiscovery }],
  },
  {
    name: 'a stage is renamed in Settings by hand, and deals are moved',
    given: [type('Settings!B4', 'First talk')],
    story: [
      {
        click: {
          method: 'moveOpportunity',
          input: {
            id: RENEWAL,
            pipeline: 'Sales',
            stage: 'First talk',
            seen: { pipeline: 'Sales', stage: 'Proposal' },
          },
        },
      },
      { click: movePilot },
    ],
    shows: { [`Opportunities/${RENEWAL}/Stage`]: 'First talk' },
  },
  {
    name: 'a stage is deleted from Settings by hand, and a deal stands in it',
    given: [{ do: 'deleteRow', tab: 'Settings', row: 4 }],
    story: [
      { click: { method: 'changeOpportunity', input: { id: PILOT, changes: { value: 900 }, seen: { value: 800 } } } },
      { click: movePilot },
    ],
  },
  {
    name: 'an import brings a stage while somebody edits Settings',
    story: [
      {
        click: { method: 'addStages', input: { stages: [aStage('Legal check', 7)] } },
        meanwhile: { before: 'first write', acts: [type(`Leads/${GAMMA}/Title`, 'CFO')] },
      },
      { click: movePilot },
    ],
  },
  {
    name: 'lines of History are deleted and sorted',
    given: [
      { do: 'deleteRow', tab: 'History', row: 3 },
      { do: 'sort', tab: 'History', by: 'Record ID' },
    ],
    story: [{ click: changePhone }, { click: createLead }],
  },
  {
    name: 'the History tab is deleted',
    given: [{ do: 'deleteTab', tab: 'History' }],
    story: [{ click: changePhone }, { click: createLead }, { click: winRenewal }],
  },
  {
    name: 'a task is deleted whose lead was sorted away',
    story: [
      { do: 'sort', tab: 'Activities', by: 'Subject', descending: true },
      { click: { method: 'deleteRecord', input: { kind: 'activity', id: TASK, seen: { deals: 0, activities: 0 } } } },
      {
        click: {
          method: 'deleteRecord',
          input: { kind: 'activity', id: FIRST_CALL, seen: { deals: 0, activities: 0 } },
        },
      },
    ],
  },
  {
    name: 'a lead is deleted by hand, and its deal is changed',
    story: [
      { do: 'deleteRow', tab: 'Leads', row: ACME },
      { click: changeValue },
      {
        click: { method: 'createOpportunity', input: { id: NEW_DEAL, fields: { leadId: ACME, title: 'Too late' } } },
        ends: 'NOT_FOUND',
      },
    ],
  },
];
