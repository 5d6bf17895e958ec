import { ACME, BETA, DELTA, FIRST_CALL, GAMMA, MEETING, NEW_LEAD, PILOT, RENEWAL } from '../file';
import type { Situation } from '../words';
import {
  changePhone,
  changeValue,
  convertBeta,
  createDeal,
  createLead,
  deleteAcme,
  deletePilot,
  importThree,
  movePilot,
} from './clicks';

/** Rows that people delete, insert, move and sort while the add-on works. */
export const rows: readonly Situation[] = [
  {
    name: 'a row above is deleted between look and save',
    story: [{ do: 'deleteRow', tab: 'Leads', row: ACME }, { click: changePhone }],
    shows: { [`Leads/${BETA}/Phone`]: '555 12' },
  },
  {
    name: 'rows are inserted above between look and save',
    story: [{ do: 'insertRows', tab: 'Leads', above: ACME, count: 2 }, { click: changePhone }],
  },
  {
    name: 'the tab is sorted between look and save',
    story: [{ do: 'sort', tab: 'Leads', by: 'Company', descending: true }, { click: changePhone }],
  },
  {
    name: 'the record itself is deleted between look and save',
    story: [
      { do: 'deleteRow', tab: 'Leads', row: BETA },
      { click: changePhone, ends: 'NOT_FOUND' },
    ],
  },
  {
    name: 'formulas stand beside the records, and the tab is sorted between look and save',
    given: [
      {
        do: 'paste',
        cell: 'Leads!U1',
        rows: [['Name length'], ['=LEN(B2)'], ['=LEN(B3)'], ['=LEN(B4)'], ['=LEN(B5)']],
      },
    ],
    story: [{ do: 'sort', tab: 'Leads', by: 'Company', descending: true }, { click: changePhone }],
    shows: { [`Leads/${BETA}/Name length`]: '4' },
  },
  {
    name: 'a row is dragged elsewhere between look and save',
    story: [{ do: 'moveRow', tab: 'Leads', row: BETA, above: 6 }, { click: changePhone }],
  },
  {
    name: 'deals are sorted between look and move',
    story: [{ do: 'sort', tab: 'Opportunities', by: 'Value', descending: true }, { click: movePilot }],
    shows: { [`Opportunities/${PILOT}/Stage`]: 'Proposal', [`Opportunities/${RENEWAL}/Stage`]: 'Proposal' },
  },
  {
    name: 'a deal above is deleted between look and delete',
    story: [{ do: 'deleteRow', tab: 'Opportunities', row: RENEWAL }, { click: deletePilot }],
  },
  {
    name: 'leads are sorted between look and conversion',
    story: [{ do: 'sort', tab: 'Leads', by: 'Company', descending: true }, { click: convertBeta }],
    shows: { [`Leads/${BETA}/Status`]: 'Qualified', [`Leads/${GAMMA}/Status`]: 'Qualified' },
  },
  {
    name: 'activities are sorted between look and deletion of their lead',
    story: [{ do: 'sort', tab: 'Activities', by: 'Subject', descending: true }, { click: deleteAcme }],
  },
  {
    name: 'a filter hides rows, the record among them',
    given: [{ do: 'filter', tab: 'Leads', column: 'Status', hides: ['New'] }],
    story: [{ click: changePhone }, { click: createLead }],
  },
  {
    name: 'blank rows stand between the records',
    given: [{ do: 'insertRows', tab: 'Leads', above: GAMMA, count: 3 }],
    story: [{ click: changePhone }, { click: createLead }, { click: importThree }],
  },
  {
    name: 'a total and a note stand below the table',
    given: [
      { do: 'paste', cell: 'Opportunities!F6', rows: [['TOTAL', '=SUM(G2:G4)']] },
      { do: 'paste', cell: 'Opportunities!D8', rows: [['Prices without tax']] },
    ],
    story: [{ click: changeValue }, { click: createDeal }],
  },
  {
    name: 'a total stands right under the table',
    given: [{ do: 'paste', cell: 'Opportunities!D5', rows: [['TOTAL', '', '', '=SUM(G2:G4)']] }],
    story: [{ click: createDeal }, { click: movePilot }],
  },
  {
    name: 'somebody types a new row under the table, and another lead is created',
    story: [
      { do: 'pasteBelow', tab: 'Leads', rows: [{ Company: 'Kappa', Contact: 'Kim Ode' }] },
      { click: createLead },
    ],
  },
  {
    name: 'the row of an activity is deleted, its neighbour is deleted by a click',
    story: [
      { do: 'deleteRow', tab: 'Activities', row: FIRST_CALL },
      {
        click: { method: 'deleteRecord', input: { kind: 'activity', id: MEETING, seen: { deals: 0, activities: 0 } } },
      },
    ],
  },
  {
    name: 'all rows are deleted but one, and a lead is created',
    story: [
      { do: 'deleteRow', tab: 'Leads', row: ACME },
      { do: 'deleteRow', tab: 'Leads', row: GAMMA },
      { do: 'deleteRow', tab: 'Leads', row: DELTA },
      { click: createLead },
      { click: changePhone },
    ],
    shows: { [`Leads/${NEW_LEAD}/Company`]: 'Epsilon' },
  },
];
