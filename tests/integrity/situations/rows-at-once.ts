import { ACME, BETA, FIRST_CALL, GAMMA, PILOT, RENEWAL, TASK } from '../file';
import type { Situation } from '../words';
import {
  changePhone,
  changeValue,
  completeTask,
  convertBeta,
  createDeal,
  createLead,
  deleteAcme,
  deletePilot,
  importThree,
  linkCall,
  logCall,
  loseAll,
  movePilot,
  tagThree,
  taskForTwo,
} from './clicks';

/** Rows that people delete, insert, type and sort in the middle of what the add-on does. */
export const rowsAtOnce: readonly Situation[] = [
  {
    name: 'the tab is sorted in the middle of a save',
    story: [
      {
        click: changePhone,
        meanwhile: { before: 'last read', acts: [{ do: 'sort', tab: 'Leads', by: 'Company', descending: true }] },
        ends: 'any',
      },
    ],
  },
  {
    name: 'the tab is sorted in the very moment of a save',
    story: [
      {
        click: changePhone,
        meanwhile: { before: 'first write', acts: [{ do: 'sort', tab: 'Leads', by: 'Company', descending: true }] },
        ends: 'any',
      },
    ],
  },
  {
    name: 'the tab is sorted after the cells went in, before they are committed',
    story: [
      {
        click: changeValue,
        meanwhile: { before: 'commit', acts: [{ do: 'sort', tab: 'Opportunities', by: 'Value' }] },
        ends: 'any',
      },
    ],
  },
  {
    name: 'a row above is deleted in the very moment of a save',
    story: [
      {
        click: changePhone,
        meanwhile: { before: 'first write', acts: [{ do: 'deleteRow', tab: 'Leads', row: ACME }] },
        ends: 'any',
      },
    ],
  },
  {
    name: 'a row is inserted above in the very moment of a save: a neighbour who has a phone stands there',
    story: [
      {
        click: changePhone,
        meanwhile: { before: 'first write', acts: [{ do: 'insertRows', tab: 'Leads', above: ACME }] },
        ends: 'any',
      },
    ],
  },
  {
    name: 'a row is inserted above in the very moment of a move',
    story: [
      {
        click: movePilot,
        meanwhile: { before: 'first write', acts: [{ do: 'insertRows', tab: 'Opportunities', above: RENEWAL }] },
        ends: 'any',
      },
    ],
  },
  {
    name: 'the record itself is deleted in the very moment of a save',
    story: [
      {
        click: changePhone,
        meanwhile: { before: 'first write', acts: [{ do: 'deleteRow', tab: 'Leads', row: BETA }] },
        ends: 'any',
      },
    ],
  },
  {
    name: 'a row is deleted in the middle of a create',
    story: [
      {
        click: createLead,
        meanwhile: { before: 'last read', acts: [{ do: 'deleteRow', tab: 'Leads', row: GAMMA }] },
        ends: 'any',
      },
    ],
  },
  {
    name: 'a row is inserted above in the very moment of a create',
    story: [
      {
        click: createDeal,
        meanwhile: { before: 'first write', acts: [{ do: 'insertRows', tab: 'Opportunities', above: RENEWAL }] },
        ends: 'any',
      },
    ],
  },
  {
    name: 'somebody types a new row below in the very moment of a create',
    story: [
      {
        click: createLead,
        meanwhile: {
          before: 'first write',
          acts: [{ do: 'paste', cell: 'Leads!B6', rows: [['Kappa', 'Kim Ode', 'CEO']] }],
        },
        ends: 'any',
      },
    ],
  },
  {
    name: 'the tab is sorted in the middle of an import',
    story: [
      {
        click: importThree,
        meanwhile: { before: 'last write', acts: [{ do: 'sort', tab: 'Leads', by: 'Company' }] },
        ends: 'any',
      },
      { click: importThree },
    ],
  },
  {
    name: 'rows are deleted in the very moment of an import',
    story: [
      {
        click: importThree,
        meanwhile: { before: 'first write', acts: [{ do: 'deleteRow', tab: 'Leads', row: ACME }] },
        ends: 'any',
      },
      { click: importThree },
    ],
  },
  {
    name: 'activities are sorted in the middle of a log',
    story: [
      {
        click: logCall,
        meanwhile: { before: 'first write', acts: [{ do: 'sort', tab: 'Activities', by: 'Subject' }] },
        ends: 'any',
      },
    ],
  },
  {
    name: 'leads are sorted in the middle of a conversion',
    story: [
      {
        click: convertBeta,
        meanwhile: { before: 'last write', acts: [{ do: 'sort', tab: 'Leads', by: 'Company', descending: true }] },
        ends: 'any',
      },
    ],
  },
  {
    name: 'activities are sorted in the very moment of a deletion',
    story: [
      {
        click: deleteAcme,
        meanwhile: {
          before: 'first write',
          acts: [{ do: 'sort', tab: 'Activities', by: 'Subject', descending: true }],
        },
        ends: 'any',
      },
    ],
  },
  {
    name: 'a row above is deleted in the very moment of a deletion',
    story: [
      {
        click: deletePilot,
        meanwhile: { before: 'first write', acts: [{ do: 'deleteRow', tab: 'Opportunities', row: RENEWAL }] },
        ends: 'any',
      },
    ],
  },
  {
    name: 'deals are sorted in the very moment in which all of them are moved',
    story: [
      {
        click: loseAll,
        meanwhile: { before: 'first write', acts: [{ do: 'sort', tab: 'Opportunities', by: 'Value' }] },
        ends: 'any',
      },
    ],
  },
  {
    name: 'one of many deals is deleted in the very moment in which all of them are moved',
    story: [
      {
        click: loseAll,
        meanwhile: { before: 'first write', acts: [{ do: 'deleteRow', tab: 'Opportunities', row: RENEWAL }] },
        ends: 'any',
      },
    ],
  },
  {
    name: 'leads are sorted in the very moment in which many get a tag',
    story: [
      {
        click: tagThree,
        meanwhile: { before: 'first write', acts: [{ do: 'sort', tab: 'Leads', by: 'Company', descending: true }] },
        ends: 'any',
      },
    ],
  },
  {
    name: 'activities are sorted in the middle of a task for many leads, which is sent again',
    story: [
      {
        click: taskForTwo,
        meanwhile: { before: 'last write', acts: [{ do: 'sort', tab: 'Activities', by: 'Subject' }] },
        ends: 'any',
      },
      { click: taskForTwo },
    ],
  },
  {
    name: 'activities are sorted in the very moment in which a task is done',
    story: [
      {
        click: completeTask,
        meanwhile: {
          before: 'first write',
          acts: [{ do: 'sort', tab: 'Activities', by: 'Subject', descending: true }],
        },
        ends: 'any',
      },
    ],
  },
  {
    name: 'a row above is deleted in the very moment in which a task is done, and it is sent again',
    story: [
      {
        click: completeTask,
        meanwhile: { before: 'first write', acts: [{ do: 'deleteRow', tab: 'Activities', row: FIRST_CALL }] },
        ends: 'any',
      },
      { click: completeTask },
    ],
  },
  {
    name: 'a task is deleted in the very moment in which it is done',
    story: [
      {
        click: completeTask,
        meanwhile: { before: 'commit', acts: [{ do: 'deleteRow', tab: 'Activities', row: TASK }] },
        ends: 'any',
      },
    ],
  },
  {
    name: 'activities are sorted in the very moment in which one is reworded and linked to another deal',
    story: [
      {
        click: linkCall,
        meanwhile: { before: 'first write', acts: [{ do: 'sort', tab: 'Activities', by: 'Subject' }] },
        ends: 'any',
      },
    ],
  },
  {
    name: 'the deal to which an activity is linked is deleted in that very moment',
    story: [
      {
        click: linkCall,
        meanwhile: { before: 'first write', acts: [{ do: 'deleteRow', tab: 'Opportunities', row: PILOT }] },
        ends: 'any',
      },
    ],
  },
];
