import { sameOwner } from '../../src/domain/owner';
import type { Panel } from './panel';

/** Everybody whose name Settings lists, or who owns something in the lists; each once, however it is typed. */
export function ownerNames({ session, leadLines, dealLines, activityList, me }: Panel): readonly string[] {
  const listed = session.settings.value.owners.map(({ name }) => name);
  const lines = [...leadLines.lines.value, ...dealLines.lines.value, ...activityList.lines.value];
  const names = [...new Set([...listed, me.value, ...lines.map(({ owner }) => owner.trim())])].filter(Boolean);
  return names.filter((name, at) => names.findIndex((one) => sameOwner(one, name)) === at).sort();
}
