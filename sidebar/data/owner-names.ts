import { plainOwner } from '../../src/domain/owner';
import type { Panel } from './panel';

/** Everybody whose name Settings lists, or who owns something in the lists; each once, however it is typed. */
export function ownerNames({ session, leadLines, dealLines, activityList, me }: Panel): readonly string[] {
  const listed = session.settings.value.owners.map(({ name }) => name);
  const lines = [...leadLines.lines.value, ...dealLines.lines.value, ...activityList.lines.value];
  const known = new Map<string, string>();
  for (const name of [...listed, me.value, ...lines.map(({ owner }) => owner)]) {
    const plain = plainOwner(name);
    if (plain !== '' && !known.has(plain)) known.set(plain, name.trim());
  }
  return [...known.values()].sort();
}
