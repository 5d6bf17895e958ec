import { anchored, placedAt } from '../domain/formula-places';
import type { Layout } from './layout';

/**
 * Where each column stood before somebody moved, put in, took out or renamed some, as a function of where it is now; 0: it is
 * new. Columns are told by their field or header, those that say nothing or something else by the column beside them.
 */
export function columnsBefore<R>(before: Layout<R>, now: Layout<R>): (column: number) => number {
  const [old, own] = [namesOf(before), namesOf(now)];
  const found = own.map((name) => (name === '' ? 0 : old.indexOf(name) + 1));
  const free = new Set(old.keys());
  for (const column of found) free.delete(column - 1);
  const give = (index: number, candidate: number) => {
    if (found[index] !== 0 || !free.delete(candidate - 1)) return;
    found[index] = candidate;
  };
  for (let index = 0; index < own.length; index++) give(index, (index === 0 ? 0 : found[index - 1]!) + 1);
  for (let index = own.length - 2; index >= 0; index--) if (found[index + 1]! > 0) give(index, found[index + 1]! - 1);
  return (column) => found[column - 1] ?? 0;
}

/** Whether no column moved, came or went: to look at them again says nothing of that. */
export function areColumnsAsBefore<R>(before: Layout<R>, now: Layout<R>): boolean {
  const was = columnsBefore(before, now);
  return before.headers.length === now.headers.length && now.headers.every((_, index) => was(index + 1) === index + 1);
}

/** By column; '' where no header tells it. */
function namesOf<R>({ headers, columns, own }: Layout<R>): string[] {
  const names = new Array<string>(headers.length).fill('');
  for (const [name, column] of [...columns, ...own]) names[column - 1] = name;
  return names;
}

/** The same the other way round: where a column of before is now; 0: it is gone. */
export function columnsNow<R>(before: Layout<R>, now: Layout<R>): (column: number) => number {
  const was = columnsBefore(before, now);
  const places = new Map(now.headers.map((_, index) => [was(index + 1), index + 1]));
  return (column) => (column > 0 ? (places.get(column) ?? 0) : 0);
}

/** A formula (in R1C1 notation) that stood in the column `was`, as it means the same in the column `is` of now. */
export function formulasNow<R>(
  before: Layout<R>,
  now: Layout<R>,
): (formula: string, was: number, is: number) => string {
  if (before === now) return (formula) => formula;
  const place = columnsNow(before, now);
  // It stays in its row, whichever that is.
  const [from, to] = [(column: number) => ({ row: 1, column }), (column: string) => place(Number(column)) || undefined];
  return (formula, was, is) => placedAt(anchored(formula, from(was), String), from(is), to);
}
