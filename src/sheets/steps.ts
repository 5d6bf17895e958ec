import type { Results, Step } from '../domain/crm';
import type { History } from './history';

export type { Step };

/** Writes all parts of an action, commits them together with their lines in History, and looks at each again. */
export function carryOut<const S extends readonly Step<unknown>[]>(history: History, steps: S): Results<S> {
  for (const step of steps) step.write();
  history.commitByReading();
  return steps.map((step) => step.confirm()) as Results<S>;
}
