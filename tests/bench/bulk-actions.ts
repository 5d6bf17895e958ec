import { digestsOf } from '../../src/domain/digest';
import { newId } from '../../src/domain/ids';
import { unpackRows } from '../../src/domain/packed-rows';
import type { Action, Bench, Ready } from './actions';
import { A_LINE_OF_HISTORY, type BudgetRow } from './budgets';
import { RENAMED_STAGE } from './business';
import { ask, inRequests, must } from './measure';
import { openFully } from './opening';
import { REQUESTS } from './requests';
import { cellsIn, columnIn, lookedAt, sceneOf, spanTo } from './scene';

const budget: BudgetRow = 'one value to many selected rows';

/** As many rows as somebody drags over, in the middle of the tab. */
const SELECTED = 200;

function selected({ host }: Bench, tab: 'Leads' | 'Opportunities', idHeader: string, header: string) {
  const ids = columnIn(host, tab, idHeader);
  const values = columnIn(host, tab, header);
  const count = Math.min(SELECTED, Math.floor(ids.length / 2));
  const first = Math.floor((ids.length - count) / 2);
  return Array.from({ length: count }, (_, n) => ({
    id: String(ids[first + n]),
    seen: String(values[first + n] ?? ''),
  }));
}

function changeMany(bench: Bench, kind: 'lead' | 'opportunity', field: string, value: string): Ready {
  // People select in a list that the panel shows, which has read the tab.
  openFully(bench.host);
  const isLead = kind === 'lead';
  const tab = isLead ? 'Leads' : 'Opportunities';
  const header = field === 'status' ? 'Status' : 'Owner';
  const records = selected(bench, tab, isLead ? 'Lead ID' : 'Opportunity ID', header);
  const act = () => {
    const { changed } = ask(bench.host, 'changeMany', { kind, field, value, records });
    must(changed === records.length, `${changed} of ${records.length} records were changed.`);
  };
  // The field and the date of the change; of a deal what was recorded of it too.
  const cells = isLead ? 2 : 3;
  const { length } = records;
  const span = spanTo(bench.host, tab, header);
  const looked = lookedAt(bench.host, tab, length, span);
  const changed = { records: length, cells, looked, rows: length, span };
  return { scene: sceneOf(bench.host, [tab], { changed }), act };
}

const selectMany = ({ host }: Bench): number => {
  openFully(host);
  const count = Math.min(SELECTED, Math.floor(columnIn(host, 'Opportunities', 'Title').length / 2));
  host.person.select(`Opportunities!A3:C${count + 2}`);
  return count;
};

/** Deals in the middle of the tab, with what an action on all of them looks at. */
function selectedDeals({ host }: Bench, header: string, cells: number) {
  openFully(host);
  const ids = columnIn(host, 'Opportunities', 'Opportunity ID');
  const stages = columnIn(host, 'Opportunities', 'Stage');
  const count = Math.min(SELECTED, Math.floor(ids.length / 2));
  const first = Math.floor((ids.length - count) / 2);
  const records = Array.from({ length: count }, (_, n) => ({
    id: String(ids[first + n]),
    seen: { pipeline: 'Sales', stage: String(stages[first + n]) },
  }));
  const span = spanTo(host, 'Opportunities', header);
  return {
    records,
    changed: { records: count, cells, looked: lookedAt(host, 'Opportunities', count, span), rows: count, span },
  };
}

/** What people do with many records at once. */
export const bulkActions: readonly Action[] = [
  {
    name: 'many selected',
    budget: 'what is selected',
    prepare(bench) {
      const count = selectMany(bench);
      const act = () => {
        const selected = ask(bench.host, 'selected', {});
        must(selected?.kind === 'rows' && selected.count === count, 'Not all selected rows were counted.');
      };
      return { scene: sceneOf(bench.host, ['Opportunities']), act };
    },
  },
  {
    name: 'read selection',
    budget: 'the records of the selected rows',
    prepare(bench) {
      const count = selectMany(bench);
      const act = () => {
        const { records } = ask(bench.host, 'selection', {});
        must(records.length === count, `${records.length} of ${count} deals were read.`);
      };
      const changed = { records: count, cells: 0, looked: 0, rows: count, span: 0 };
      return { scene: sceneOf(bench.host, ['Opportunities'], { changed }), act };
    },
  },
  {
    name: 'many moved',
    budget: 'a stage for many selected deals',
    prepare(bench) {
      const { records, changed } = selectedDeals(bench, 'Stage', 6);
      const act = () => {
        const move = { pipeline: 'Sales', stage: 'Closed Lost', lostReason: 'Timing', records };
        const done = ask(bench.host, 'moveMany', move);
        must(done.kept.length === 0 && done.changed > 0, `${done.changed} of ${records.length} deals were moved.`);
      };
      return { scene: sceneOf(bench.host, ['Opportunities'], { changed }), act };
    },
  },
  {
    name: 'many tagged',
    budget,
    prepare(bench) {
      const { host } = bench;
      const records = selected(bench, 'Leads', 'Lead ID', 'Tags');
      openFully(host);
      const act = () => {
        const { changed } = ask(host, 'tagMany', {
          ids: records.map(({ id }) => id),
          tag: 'autumn fair',
          isAdded: true,
        });
        must(changed === records.length, `${changed} of ${records.length} leads got the tag.`);
      };
      const [{ length }, span] = [records, spanTo(host, 'Leads', 'Tags')];
      const changed = { records: length, cells: 2, looked: lookedAt(host, 'Leads', length, span), rows: length, span };
      return { scene: sceneOf(host, ['Leads'], { changed }), act };
    },
  },
  {
    name: 'many logged',
    budget: 'an activity for many selected rows',
    prepare(bench) {
      const { host, random } = bench;
      const { records, changed } = selectedDeals(bench, 'Owner', 0);
      const tasks = records.map(({ id }) => ({ id, activityId: newId('activity', random) }));
      const act = () => {
        const task = { type: 'Task', subject: 'Send the calendar', details: '', due: null } as const;
        const { logged } = ask(host, 'logMany', { kind: 'opportunity', records: tasks, ...task });
        must(logged === tasks.length, `${logged} of ${tasks.length} tasks were logged.`);
      };
      return { scene: sceneOf(host, ['Opportunities', 'Activities'], { changed }), act };
    },
  },
  {
    name: 'many leads',
    budget,
    prepare: (bench) => changeMany(bench, 'lead', 'status', 'Unqualified'),
  },
  {
    name: 'many deals',
    budget,
    prepare: (bench) => changeMany(bench, 'opportunity', 'owner', 'Nora Lindqvist'),
  },
  {
    name: 'refresh after many',
    budget: 'the lists anew, after a change of many',
    prepare(bench) {
      const { host } = bench;
      const [leads, deals] = [ask(host, 'leadLines', {}), ask(host, 'opportunityLines', {})];
      const inputs = {
        ownFields: {},
        changedLeadLines: { since: digestsOf(unpackRows(leads), leads.blocks) },
        changedOpportunityLines: { since: digestsOf(unpackRows(deals), deals.blocks) },
      };
      changeMany(bench, 'opportunity', 'owner', 'Per Dahl').act();
      const act = () => {
        const [, changed] = inRequests(host, REQUESTS['after many'], inputs);
        must((changed as typeof deals).rows.length > 0, 'None of the changed deals is told.');
      };
      return { scene: sceneOf(host, ['Opportunities'], { shown: cellsIn(host, 'Opportunities') }), act };
    },
  },
  {
    name: 'rename stage',
    budget: 'rename of a stage',
    prepare({ host }) {
      openFully(host);
      const stages = columnIn(host, 'Opportunities', 'Stage');
      const records = stages.filter((stage) => stage === RENAMED_STAGE).length;
      const act = () => {
        const renaming = { pipeline: 'Sales', from: RENAMED_STAGE, to: 'Contract out' };
        const { opportunities } = ask(host, 'renameStage', renaming);
        must(opportunities === records, `${opportunities} of ${records} deals follow the new name.`);
      };
      const [rows, span] = [stages.length, spanTo(host, 'Opportunities', 'Stage')];
      // The ids tell whether the rows moved, with the header above them and the row below.
      const looked = lookedAt(host, 'Opportunities', rows, span) + rows + 2;
      const changed = { records, cells: 2, looked, rows, span };
      const besides = cellsIn(host, 'Settings') + A_LINE_OF_HISTORY;
      return { scene: sceneOf(host, ['Opportunities', 'Settings'], { changed, besides }), act };
    },
  },
];
