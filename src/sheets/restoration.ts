import type { Restored } from '../domain/crm';
import { A_RECORD, byKind, DELETED, type Logged, RESTORED } from '../domain/history';
import type { History } from './history';
import { type KeptRow, unpacked } from './kept-row';
import { restoreRows } from './restore';
import type { AnyRows } from './set-aside';

type Tabs = { readonly leads: AnyRows; readonly opportunities: AnyRows; readonly activities: AnyRows };

/** Brings records back from the lines of their deletion; History gets a line for each when it is whole. */
export function restoreRecords(tabs: Tabs, history: History, deletions: readonly Logged[]): Restored {
  const notices: string[] = [];
  let records = 0;
  const byRecord = new Map<string, Logged[]>();
  for (const line of [...deletions].filter(({ field }) => field === DELETED).sort((a, b) => a.at - b.at))
    byRecord.set(line.id, [...(byRecord.get(line.id) ?? []), line]);
  const kinds = [...new Map([...byRecord.values()].map(([line]) => [line!.kind, line!])).values()].sort(byKind);
  for (const { kind } of kinds) {
    const rows = { lead: tabs.leads, opportunity: tabs.opportunities, activity: tabs.activities }[kind];
    const kept = [...byRecord.values()]
      .filter(([line]) => line!.kind === kind)
      .flatMap((lines) => keptIn(lines, notices));
    if (kept.length === 0) continue;
    notices.push(...restoreRows(rows, kept));
    for (const { id } of kept) history.note({ kind, id, field: RESTORED, before: '', after: '', data: {} });
    records += kept.length;
  }
  return { records, notices };
}

/** From the newest line that holds a whole row. */
function keptIn(lines: readonly Logged[], notices: string[]): readonly KeptRow[] {
  const { id, kind } = lines[0]!;
  const newest = [...lines].reverse();
  const long = newest.map(({ before, data }) => ({ text: before, data }));
  for (const { data } of newest) {
    const row = unpacked(id, data, long);
    if (row) return [row];
  }
  notices.push(`${A_RECORD[kind]} cannot come back: History no longer has what stood in it.`);
  return [];
}
