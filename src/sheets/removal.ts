import { DELETED } from '../domain/history';
import type { History } from './history';
import { type KeptRow, packed } from './kept-row';
import { type AnyRows, type Aside, bringBackAll, deleteAside, rowsOfIds, setAllAside } from './set-aside';

/** Some records of a tab, and where they were a moment ago, if that is known. */
export type Some = {
  readonly rows: AnyRows;
  readonly ids: readonly string[];
  readonly seenAt: readonly number[] | null;
};

/**
 * Takes records out of the sheet, in this order: what hangs on a record before the record. All of them are in History
 * before the first row goes, so that nothing is lost wherever this stops; the same call again goes on from there. `action`:
 * under which History has them; null leaves no trace of their values.
 */
export function removeRecords(history: History, tabs: readonly Some[], action: string | null): void {
  const noted = new Map<string, string>();
  for (let tries = 0; tries < 4; tries++) {
    const places = tabs.map(({ rows, ids, seenAt }) => ({
      rows,
      ids,
      numbers: (tries === 0 && seenAt) || rowsOfIds(rows, ids),
    }));
    const going = places.filter(({ numbers }) => numbers.length > 0);
    if (going.length === 0) {
      // To look for them has committed everything.
      if (tries > 0) history.commitByReading();
      return;
    }
    const asides = setAllAside(going);
    if (asides) deleteNoted(history, asides, action, noted);
  }
  throw tabs[0]!.rows.keepsMoving();
}

function deleteNoted(
  history: History,
  asides: readonly Aside[],
  action: string | null,
  noted: Map<string, string>,
): void {
  try {
    if (action !== null) {
      for (const { rows, kept } of asides) for (const row of kept) noteDeleted(history, rows, row, action, noted);
      history.writeAhead();
    }
    deleteAside(asides);
  } catch (error) {
    bringBackAll(asides);
    throw error;
  }
}

/** A row that is read again because somebody moved it is noted again only where somebody changed it, too. */
function noteDeleted(
  history: History,
  { of }: AnyRows,
  row: KeptRow,
  action: string,
  noted: Map<string, string>,
): void {
  const { data, long } = packed(row);
  const exact = JSON.stringify(data);
  if (noted.get(row.id) === exact) return;
  noted.set(row.id, exact);
  const line = { kind: of.kind, id: row.id, field: DELETED, after: '', action };
  history.note({ ...line, before: nameIn(of, row), data: data });
  for (const { text, data: where } of long) history.note({ ...line, before: text, data: where });
}

const LONGEST_NAME = 200;

/** As people know the record. */
function nameIn({ named }: AnyRows['of'], { fields }: KeptRow): string {
  const texts = named.map((name) => fields[name]);
  const name = texts.find((cell): cell is string => typeof cell === 'string' && cell !== '') ?? '';
  return name.slice(0, LONGEST_NAME);
}
