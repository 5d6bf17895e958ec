import { CELL_LIMIT } from '../domain/fields';
import type { CellValue } from './codec';
import type { Act, HistoryLine } from './history';
import { type Header, NAMES } from './history-columns';

/** A line as its cells. Who did it is asked only where the line does not say. */
export function cellsOf(line: HistoryLine, act: Act, ofAct: string): Record<Header, CellValue> {
  const { kind, id, field, before, after, data, how = act.how, who = act.who, action = ofAct } = line;
  const exact = JSON.stringify(data);
  return {
    When: new Date(act.now),
    Who: who,
    Record: NAMES[kind],
    'Record ID': id,
    Field: field,
    Before: before,
    After: after,
    How: how,
    Action: action,
    // Only texts are that long, and those stand exactly in Before and After.
    Data: exact.length > CELL_LIMIT ? '' : exact,
  };
}
