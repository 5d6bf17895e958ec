import { ACME, BETA } from '../file';
import type { AnyCall, Click, Moment, Situation } from '../words';
import {
  changePhone,
  convertBeta,
  createDeal,
  createLead,
  deleteAcme,
  importOf,
  logCall,
  loseAll,
  taskForTwo,
  winRenewal,
} from './clicks';

const chunk = importOf(['Zeta', 'zoe@zeta.example', '=plain'], ['Eta', 'ed@eta.example', '']);

const changeThree: AnyCall = {
  method: 'changeLead',
  input: {
    id: ACME,
    changes: { company: 'Apex', website: 'apex.example', notes: 'Renamed' },
    seen: { company: 'Acme', website: '', notes: 'Met at the fair' },
  },
};

type Kind = NonNullable<Click['fault']>['kind'];

/** Google fails at a moment; the user clicks again. */
const again = (name: string, click: AnyCall, at: Moment, kind: Kind): Situation => ({
  name,
  story: [{ click, fault: { at, kind } }, { click }],
});

const AFTER = 'times out after it applied';

/** Service calls that fail, or that are done but answered with an error. */
export const faults: readonly Situation[] = [
  again('a change of three fields fails at its first write, and is tried again', changeThree, 'first write', 'throws'),
  again('a change of three fields fails at its last write, and is tried again', changeThree, 'last write', 'throws'),
  again('a save is applied but times out, and is tried again', changePhone, 'first write', AFTER),
  again('the commit of a save times out, and it is tried again', changePhone, 'commit', AFTER),
  again('a create fails at its last write, and is tried again', createLead, 'last write', 'throws'),
  again('a create is applied but times out, and is tried again', createLead, 'first write', AFTER),
  again('the commit of a create times out, and it is tried again', createDeal, 'commit', AFTER),
  again('a move fails at its last write, and is tried again', winRenewal, 'last write', 'throws'),
  again('a move is applied but times out, and is tried again', winRenewal, 'first write', AFTER),
  again('a move of many deals fails at its last write, and is tried again', loseAll, 'last write', 'throws'),
  again('a move of many deals is applied but times out, and is tried again', loseAll, 'first write', AFTER),
  again('a task for many leads is applied but times out, and is tried again', taskForTwo, 'first write', AFTER),
  again('a log is applied but times out, and is tried again', logCall, 'first write', AFTER),
  again('an import fails in the middle, and is tried again', chunk, 'last write', 'throws'),
  again('an import is applied but times out, and is tried again', chunk, 'first write', AFTER),
  again('a conversion fails at its first write, and is tried again', convertBeta, 'first write', 'throws'),
  again('a conversion fails at its last write, and is tried again', convertBeta, 'last write', 'throws'),
  again('a conversion is applied but times out, and is tried again', convertBeta, 'commit', AFTER),
  again('a deletion fails in the middle, and is tried again', deleteAcme, 'last write', 'throws'),
  again('a deletion is applied but times out, and is tried again', deleteAcme, 'first write', AFTER),
  again('the cache gives no answer during a save, which is clicked again', changePhone, 'first cache', 'throws'),
  again('the cache takes no value after a create, which is clicked again', createLead, 'last cache', 'throws'),
  again('the last call of a move fails, which is clicked again', winRenewal, 'end', 'throws'),
  {
    name: 'the cache is emptied in the middle of a save',
    story: [{ click: changePhone, meanwhile: { before: 'first write', acts: [{ do: 'evict' }] } }, { click: logCall }],
  },
  {
    name: 'the same create is clicked twice',
    story: [{ click: createLead }, { click: createLead }],
  },
  {
    name: 'the same log is clicked twice',
    story: [{ click: logCall }, { click: logCall }],
  },
  {
    name: 'the same conversion is clicked twice',
    story: [{ click: convertBeta }, { click: convertBeta }],
  },
  {
    name: 'the same chunk is imported twice, and sorted in between',
    story: [{ click: chunk }, { do: 'sort', tab: 'Leads', by: 'Company', descending: true }, { click: chunk }],
  },
  {
    name: 'the same deletion is clicked twice',
    story: [{ click: deleteAcme }, { click: deleteAcme }],
  },
  {
    name: 'a create fails, somebody sorts, it is tried again',
    story: [
      { click: createLead, fault: { at: 'last write', kind: 'throws' } },
      { do: 'sort', tab: 'Leads', by: 'Company', descending: true },
      { click: createLead },
    ],
  },
  {
    name: 'a save fails, somebody edits the field, it is tried again',
    story: [
      { click: changePhone, fault: { at: 'first write', kind: 'throws' } },
      { do: 'type', at: `Leads/${BETA}/Phone`, text: '99' },
      { click: changePhone, ends: 'CONFLICT', conflicts: { phone: '99' } },
    ],
  },
];
