import type { Edit } from './edits';
import type { Shift } from './rect';
import type { Sheet } from './sheet';

/** Frozen rows and columns stay frozen: lines put in among them freeze too, those taken out are missing. */
export function frozenAfter({ id, properties }: Sheet, shift: Shift): Edit[] {
  const key = shift.axis === 'row' ? 'frozenRows' : 'frozenColumns';
  const frozen = properties[key];
  if (shift.kind === 'move' || shift.at >= frozen) return [];
  const now = shift.kind === 'insert' ? frozen + shift.count : frozen - Math.min(shift.count, frozen - shift.at);
  return [{ kind: 'sheet', sheet: id, properties: { [key]: now } }];
}
