import { aliasesOf } from '../../src/domain/aliases';
import { activityFields, type Field, leadFields, opportunityFields } from '../../src/domain/fields';
import type { Hands } from './acts';
import { pick } from './asked';
import { lineAt } from './history-lines';
import type { Tab } from './sheet-state';

/** Fields whose headers people call something else; words that no two of them share. */
const RENAMED: Readonly<Record<Tab, readonly Field[]>> = {
  Leads: [leadFields.company, leadFields.phone, leadFields.source, leadFields.updatedAt],
  Opportunities: [opportunityFields.value, opportunityFields.nextStep, opportunityFields.probability],
  Activities: [activityFields.due, activityFields.doneAt],
};

/** To another word that the CRM knows for it, to one that it does not, or back. */
export function renameOurs(hands: Hands): string | null {
  const { tab, draw, world } = hands;
  const field = pick(RENAMED[tab], draw.row);
  const column = hands.column(field.header);
  if (column < 0) return null;
  const now = hands.grid.value(0, column);
  const other = draw.text % 3 === 0 ? `${field.header} of ours` : pick(aliasesOf(field), draw.text);
  const header = now === field.header ? other : field.header;
  world.names.set(header, field.header);
  hands.does(hands.type(0, column, [header]));
  return `renames the header ${String(now)} of “${tab}” to “${header}”`;
}

/** Any tab of the CRM's, or back to what it was called. */
export function renameTab({ world, draw, does }: Hands): string | null {
  const ids = [...Object.values(world.ids), world.history, world.settings];
  const sheet = world.file.sheet(ids[draw.row % ids.length]!);
  if (!sheet) return null;
  const { name } = sheet;
  const first = name.replace(/^Our '/, '');
  const to = first === name ? `Our '${name}` : first;
  does({ kind: 'tab', sheet: sheet.id, properties: { name: to } });
  return `renames the tab “${name}” to “${to}”`;
}

/** Some lines, wherever they stand. */
export function deleteHistory({ world, draw, does }: Hands): string | null {
  const sheet = world.file.sheet(world.history);
  const last = sheet?.grid.lastRow() ?? 0;
  if (!sheet || last < 1) return null;
  const at = 1 + (draw.row % last);
  const count = Math.min(draw.count, last - at + 1);
  const lines = Array.from({ length: count }, (_, n) => lineAt(sheet.grid, at + n));
  does({ kind: 'delete', sheet: sheet.id, axis: 'row', at, count });
  for (const line of lines) world.unlogged.add(line[8]!);
  world.takenAway.push(...lines);
  return `deletes ${count} lines of History, from row ${at + 1}`;
}
