import { DELETED } from '../domain/history';
import type { History } from './history';
import { type KeptRow, packed, withTyped } from './kept-row';
import type { GridEdit } from './memory';
import { type AnyRows, type Aside, bringBackAll, deleteAside, type Going, rowsOfIds, setAllAside } from './set-aside';

/** Where what goes is noted: `action` is the one under which it goes. `edits`: what people typed into records since a moment. */
export type Notebook = {
  readonly history: History;
  readonly action: string;
  readonly edits: (ids: readonly string[], since: number) => ReadonlyMap<string, readonly GridEdit[]>;
};

/** Records of some tabs in the rows in which they are now. */
export const placesOf = (
  tabs: readonly Omit<Going, 'numbers'>[],
  known?: Parameters<typeof rowsOfIds>[2],
): readonly Going[] => tabs.map(({ rows, ids }) => ({ rows, ids, numbers: rowsOfIds(rows, ids, known) }));

/**
 * Takes records out of the sheet, in this order: what hangs on a record before the record. `look` says where they are. All of
 * them are in History before the first row goes, so that nothing is lost wherever this stops; the same call again goes on
 * from there. Without a notebook no trace is left of their values.
 */
export function removeRecords(history: History, look: () => readonly Going[], notebook: Notebook | null): void {
  const noted = new Map<string, string>();
  let places = look();
  let isUnderWay = false;
  for (let tries = 0; tries < 4; tries++) {
    const going = places.filter(({ numbers }) => numbers.length > 0);
    if (going.length === 0) {
      // To look for them has committed everything.
      if (tries > 0) history.commitByReading();
      return;
    }
    const since = Date.now();
    const asides = setAllAside(going, notebook !== null);
    const areGone = asides !== null && deleteNoted(asides, notebook, noted, !isUnderWay);
    if (asides && notebook) noteTyped(asides, notebook, since, noted);
    isUnderWay ||= asides !== null;
    places = isUnderWay ? placesOf(going, { areGone, underWay: notebook !== null }) : look();
  }
  throw places[0]!.rows.keepsMoving();
}

/** False where somebody moved some of them first, or typed into one since it was read, which happens once at most. */
function deleteNoted(
  asides: readonly Aside[],
  notebook: Notebook | null,
  noted: Map<string, string>,
  isFirst: boolean,
): boolean {
  try {
    if (notebook) {
      for (const { rows, kept } of asides) for (const row of kept) noteDeleted(notebook, rows, row, noted);
      notebook.history.writeAhead();
    }
    return deleteAside(asides, isFirst && notebook !== null);
  } catch (error) {
    bringBackAll(asides);
    throw error;
  }
}

/** A row that is read again because somebody moved it is noted again only where somebody changed it, too. */
function noteDeleted({ history, action }: Notebook, { of }: AnyRows, row: KeptRow, noted: Map<string, string>): void {
  const { data, long } = packed(row);
  const exact = JSON.stringify(data);
  if (noted.get(row.id) === exact) return;
  noted.set(row.id, exact);
  const line = { kind: of.kind, id: row.id, field: DELETED, after: '', action };
  history.note({ ...line, before: nameIn(of, row), data: data });
  for (const { text, data: where } of long) history.note({ ...line, before: text, data: where });
}

/** What somebody typed into a row after it was read went with it: it is noted as the row was in the end. */
function noteTyped(asides: readonly Aside[], notebook: Notebook, since: number, noted: Map<string, string>): void {
  const ids = asides.flatMap(({ kept }) => kept.map(({ id }) => id));
  const edits = notebook.edits(ids, since);
  for (const { rows, first, kept } of asides)
    for (const [index, row] of kept.entries())
      noteDeleted(notebook, rows, withTyped(rows, first + index, row, edits.get(row.id) ?? []), noted);
}

const LONGEST_NAME = 200;

/** As people know the record. */
function nameIn({ named }: AnyRows['of'], { fields }: KeptRow): string {
  const texts = named.map((name) => fields[name]);
  const name = texts.find((cell): cell is string => typeof cell === 'string' && cell !== '') ?? '';
  return name.slice(0, LONGEST_NAME);
}
