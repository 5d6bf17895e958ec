import type { LeadLine } from '../../src/contract/contract';
import { isAlike, keysOf, type LeadKeys, type Likeness } from '../../src/domain/alike';

/** Ten thousand names are folded once, not with every typed character. */
const known = new WeakMap<LeadLine, LeadKeys>();

function keysOfLine(line: LeadLine): LeadKeys {
  const keys = known.get(line) ?? keysOf(line);
  known.set(line, keys);
  return keys;
}

/** Takes a moment in a large file, so that it is done before somebody types. */
export function foldNames(lines: readonly LeadLine[]): void {
  for (const line of lines) keysOfLine(line);
}

type Known = Pick<LeadLine, 'id' | 'company' | 'email' | 'phone'>;

/** The leads that are like one in any of these ways, newest first. */
export function leadsLike(lines: readonly LeadLine[], lead: Known, ...ways: readonly Likeness[]): readonly LeadLine[] {
  const keys = keysOf(lead);
  const telling = ways.filter((by) => keys[by] !== '');
  if (telling.length === 0) return [];
  return lines
    .filter((line) => line.id !== lead.id && telling.some((by) => isAlike(by, keys, keysOfLine(line))))
    .reverse();
}
