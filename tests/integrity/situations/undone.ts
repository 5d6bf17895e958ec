import { BETA, RENEWAL } from '../file';
import type { Situation } from '../words';
import {
  changePhone,
  convertBeta,
  createLead,
  deleteAcme,
  deletePilot,
  importOf,
  undoLast,
  winRenewal,
} from './clicks';

const type = (at: string, text: string) => ({ do: 'type', at, text }) as const;

/** Actions that are taken back, whatever people did since. */
export const undone: readonly Situation[] = [
  {
    name: 'a deletion is undone, and all of it is back',
    story: [{ click: deleteAcme }, { click: undoLast }],
  },
  {
    name: 'a deletion is undone after the tabs were sorted and a column was moved',
    story: [
      { click: deleteAcme },
      { do: 'sort', tab: 'Leads', by: 'Company', descending: true },
      { do: 'moveColumn', tab: 'Leads', column: 'Phone', before: 'Company' },
      { click: undoLast },
    ],
  },
  {
    name: 'a change is undone',
    story: [{ click: changePhone }, { click: undoLast }],
    shows: { [`Leads/${BETA}/Phone`]: '+49 30 1234' },
  },
  {
    name: 'a change is undone after somebody sorted',
    story: [{ click: changePhone }, { do: 'sort', tab: 'Leads', by: 'Company', descending: true }, { click: undoLast }],
  },
  {
    name: 'a change is undone that somebody wrote over since',
    story: [{ click: changePhone }, type(`Leads/${BETA}/Phone`, '99'), { click: undoLast, ends: 'any' }],
    shows: { [`Leads/${BETA}/Phone`]: '99' },
  },
  {
    name: 'a create is undone',
    story: [{ click: createLead }, { click: undoLast }],
  },
  {
    name: 'a move is undone',
    story: [{ click: winRenewal }, { click: undoLast }],
    shows: { [`Opportunities/${RENEWAL}/Stage`]: 'Proposal', [`Opportunities/${RENEWAL}/Closed at`]: '' },
  },
  {
    name: 'a conversion is undone',
    story: [{ click: convertBeta }, { click: undoLast }],
  },
  {
    name: 'an import is undone',
    story: [
      { click: importOf(['Zeta', 'zoe@zeta.example', '=x'], ['Eta', 'ed@eta.example', '']) },
      { click: undoLast },
    ],
  },
  {
    name: 'rows are sorted in the very moment of an undo',
    story: [
      { click: changePhone },
      {
        click: undoLast,
        meanwhile: { before: 'first write', acts: [{ do: 'sort', tab: 'Leads', by: 'Company', descending: true }] },
        ends: 'any',
      },
    ],
  },
  {
    name: 'a deletion is undone in the moment in which somebody deletes a row',
    story: [
      { click: deletePilot },
      {
        click: undoLast,
        meanwhile: { before: 'first write', acts: [{ do: 'deleteRow', tab: 'Opportunities', row: RENEWAL }] },
        ends: 'any',
      },
    ],
  },
  {
    name: 'the line of History is deleted that an undo needs',
    story: [{ click: changePhone }, { do: 'deleteRow', tab: 'History', row: 12 }, { click: undoLast, ends: 'any' }],
  },
  {
    name: 'History is sorted before an undo',
    story: [{ click: changePhone }, { do: 'sort', tab: 'History', by: 'Record ID' }, { click: undoLast }],
  },
];
