import type { Restored } from '../domain/crm';
import { byKind, DELETED, type Logged, RESTORED } from '../domain/history';
import { say } from '../texts/say';
import type { History } from './history';
import { type KeptRow, placed, unpacked } from './kept-row';
import { refuseProtected } from './protected-cells';
import { restoreRows } from './restore';
import type { AnyRows } from './set-aside';

type Tabs = { readonly leads: AnyRows; readonly opportunities: AnyRows; readonly activities: AnyRows };

/** Brings records back from the lines of their deletion; History gets a line for each when it is whole. Throws `DENIED`. */
export function restoreRecords(tabs: Tabs, history: History, deletions: readonly Logged[]): Restored {
  const notices: string[] = [];
  const byRecord = new Map<string, Logged[]>();
  for (const line of [...deletions].filter(({ field }) => field === DELETED).sort((a, b) => a.at - b.at))
    byRecord.set(line.id, [...(byRecord.get(line.id) ?? []), line]);
  const kinds = [...new Map([...byRecord.values()].map(([line]) => [line!.kind, line!])).values()].sort(byKind);
  const going = kinds.flatMap(({ kind }) => {
    const rows = { lead: tabs.leads, opportunity: tabs.opportunities, activity: tabs.activities }[kind];
    const own = [...byRecord.values()].filter(([line]) => line!.kind === kind);
    const kept = own.flatMap((lines) => keptIn(lines, notices));
    return kept.length > 0 ? [{ kind, rows, kept }] : [];
  });
  for (const { rows, kept } of going) refuseProtectedFor(rows, kept);
  for (const { kind, rows, kept } of going) {
    notices.push(...restoreRows(rows, kept));
    for (const { id } of kept) history.note({ kind, id, field: RESTORED, before: '', after: '', data: {} });
  }
  return { records: going.reduce((sum, { kept }) => sum + kept.length, 0), notices };
}

/** They come back at the end of the tab: what its last row lets this user write stands for theirs. */
function refuseProtectedFor({ sheet, layout }: AnyRows, kept: readonly KeptRow[]): void {
  const columns = new Set(kept.flatMap((row) => [...placed(layout, 1, row).cells.keys()]));
  refuseProtected(sheet, { row: sheet.getMaxRows(), columns: [...columns] });
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
  notices.push(say('undo.lost', { record: say(`a.${kind}`) }));
  return [];
}
