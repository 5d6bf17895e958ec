import type { Action, Bench, Ready } from './actions';
import { A_LINE_OF_HISTORY, type BudgetRow } from './budgets';
import { RENAMED_STAGE } from './business';
import { ask, must } from './measure';
import { openFully } from './opening';
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

/** What people do with many records at once. */
export const bulkActions: readonly Action[] = [
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
