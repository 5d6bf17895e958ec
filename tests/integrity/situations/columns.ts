import { ACME, BETA, GAMMA, RENEWAL } from '../file';
import type { Situation } from '../words';
import {
  changePhone,
  changeValue,
  createDeal,
  createLead,
  deletePilot,
  importOf,
  logCall,
  movePilot,
  winRenewal,
} from './clicks';

const chunk = importOf(['Zeta', 'zoe@zeta.example', 'Reads all']);

/** Columns that people move, insert, delete, rename and hide. */
export const columns: readonly Situation[] = [
  {
    name: 'a column of somebody’s own is inserted at B',
    given: [
      { do: 'insertColumn', tab: 'Leads', before: 'Company', header: 'Segment' },
      { do: 'type', at: `Leads/${BETA}/Segment`, text: 'Mid market' },
    ],
    story: [{ click: changePhone }, { click: createLead }],
    shows: { [`Leads/${BETA}/Segment`]: 'Mid market', [`Leads/${BETA}/Phone`]: '555 12' },
  },
  {
    name: 'a column is inserted between look and save',
    story: [
      { do: 'insertColumn', tab: 'Opportunities', before: 'Stage', header: 'Team' },
      { click: changeValue },
      { click: movePilot },
    ],
  },
  {
    name: 'a column is moved between look and save',
    story: [
      { do: 'moveColumn', tab: 'Leads', column: 'Phone', before: 'Company' },
      { click: changePhone },
      { click: createLead },
    ],
  },
  {
    name: 'the column of ids is moved to the end',
    given: [{ do: 'moveColumn', tab: 'Leads', column: 'Lead ID', before: 'Region' }],
    story: [{ click: changePhone }, { click: createLead }, { click: chunk }],
  },
  {
    name: 'a column is moved in the very moment of a save',
    story: [
      {
        click: changePhone,
        meanwhile: {
          before: 'first write',
          acts: [{ do: 'moveColumn', tab: 'Leads', column: 'Phone', before: 'Company' }],
        },
        ends: 'any',
      },
    ],
  },
  {
    name: 'a column is inserted at B in the middle of a create',
    story: [
      {
        click: createLead,
        meanwhile: { before: 'last read', acts: [{ do: 'insertColumn', tab: 'Leads', before: 'Company' }] },
        ends: 'any',
      },
    ],
  },
  {
    name: 'a header is renamed',
    given: [{ do: 'renameColumn', tab: 'Leads', column: 'Phone', to: 'Telefon' }],
    story: [{ click: changePhone }, { click: createLead }],
    shows: { [`Leads/${BETA}/Telefon`]: '555 12' },
  },
  {
    name: 'two headers are swapped by their columns’ owner, who moved the columns',
    given: [
      { do: 'moveColumn', tab: 'Opportunities', column: 'Value', before: 'Title' },
      { do: 'renameColumn', tab: 'Opportunities', column: 'Value', to: 'Amount' },
      { do: 'moveColumn', tab: 'Opportunities', column: 'Stage', before: 'Lead' },
    ],
    story: [{ click: changeValue }, { click: winRenewal }, { click: createDeal }],
    shows: { [`Opportunities/${RENEWAL}/Amount`]: '13,500.00' },
  },
  {
    name: 'a column of ours that can be spared is deleted',
    given: [{ do: 'deleteColumn', tab: 'Leads', column: 'Industry' }],
    story: [{ click: changePhone }, { click: createLead }],
  },
  {
    name: 'the very column of a change is deleted between look and save',
    story: [
      { do: 'deleteColumn', tab: 'Leads', column: 'Phone' },
      { click: changePhone, ends: ['SHEET_BROKEN', 'CONFLICT'], says: ['Phone'] },
    ],
  },
  {
    name: 'a required column is really missing',
    given: [{ do: 'deleteColumn', tab: 'Opportunities', column: 'Stage' }],
    story: [
      { click: changeValue, ends: 'SHEET_BROKEN', says: ['Stage'] },
      { click: movePilot, ends: 'SHEET_BROKEN', says: ['Stage'] },
      { click: createDeal, ends: 'SHEET_BROKEN', says: ['Stage'] },
    ],
  },
  {
    name: 'the column of ids is really missing',
    given: [{ do: 'deleteColumn', tab: 'Leads', column: 'Lead ID' }],
    story: [
      { click: changePhone, ends: 'SHEET_BROKEN', says: ['Lead ID'] },
      { click: createLead, ends: 'SHEET_BROKEN', says: ['Lead ID'] },
    ],
  },
  {
    name: 'columns are hidden',
    given: [
      { do: 'hideColumn', tab: 'Leads', column: 'Lead ID' },
      { do: 'hideColumn', tab: 'Leads', column: 'Phone' },
    ],
    story: [{ click: changePhone }, { click: createLead }],
  },
  {
    name: 'a title and a blank row are put above the header',
    given: [
      { do: 'insertRows', tab: 'Leads', above: 1, count: 2 },
      { do: 'paste', cell: 'Leads!A1', rows: [['All our leads, ask Ann before deleting']] },
    ],
    story: [{ click: changePhone }, { click: createLead }, { click: chunk }],
  },
  {
    name: 'a title is put above the header between look and save',
    story: [
      { do: 'insertRows', tab: 'Opportunities', above: 1 },
      { do: 'paste', cell: 'Opportunities!A1', rows: [['Deals 2027']] },
      { click: movePilot },
      { click: deletePilot },
    ],
  },
  {
    name: 'the header row is sorted in among the records',
    given: [{ do: 'moveRow', tab: 'Leads', row: 'Lead ID', above: 4 }],
    story: [
      { click: changePhone, ends: 'any' },
      { click: createLead, ends: 'any' },
    ],
  },
  {
    name: 'a column of somebody’s own holds a formula that spills',
    given: [
      { do: 'insertColumn', tab: 'Leads', before: 'Region' },
      { do: 'paste', cell: 'Leads!S1', rows: [['Initial'], ['=ARRAYFORMULA(LEFT(B2:B5,1))']] },
    ],
    story: [{ click: changePhone }, { click: createLead }, { click: chunk }],
    shows: { 'Leads!S2': 'A', 'Leads!S4': 'G' },
  },
  {
    name: 'a column of somebody’s own stands between ours and holds formulas',
    given: [
      { do: 'insertColumn', tab: 'Opportunities', before: 'Value', header: 'With tax' },
      { do: 'paste', cell: 'Opportunities!G2', rows: [['=H2*1.2'], ['=H3*1.2'], ['=H4*1.2']] },
    ],
    story: [{ click: changeValue }, { click: winRenewal }],
    shows: { [`Opportunities/${RENEWAL}/With tax`]: '16,200.00' },
  },
  {
    name: 'a column is inserted in Activities and a call is logged',
    given: [{ do: 'insertColumn', tab: 'Activities', before: 'Type', header: 'Mood' }],
    story: [{ click: logCall }],
  },
  {
    name: 'a field of somebody’s own is changed in the sidebar',
    story: [
      {
        click: {
          method: 'changeLead',
          input: { id: ACME, changes: { '+Region': 'East' }, seen: { '+Region': 'North' } },
        },
      },
      { do: 'sort', tab: 'Leads', by: 'Region' },
      {
        click: { method: 'changeLead', input: { id: GAMMA, changes: { '+Region': '' }, seen: { '+Region': 'North' } } },
      },
    ],
    shows: { [`Leads/${ACME}/Region`]: 'East' },
  },
];
