import type { Results, Step } from '../domain/crm';
import { CrmError } from '../domain/errors';
import type { History } from './history';

export type { Step };

/** Writes all parts of an action, commits them together with their lines in History, and looks at each again. */
export function carryOut<const S extends readonly Step<unknown>[]>(history: History, steps: S): Results<S> {
  const written: Step<unknown>[] = [];
  try {
    for (const step of steps) {
      step.write();
      written.push(step);
    }
  } catch (error) {
    // A later part failed: rows of others that the first ones hit must not stay as they are.
    throw afterLooking(error, () => void confirmAll(written));
  }
  history.commitByReading();
  return confirmAll(steps) as Results<S>;
}

/** Looks at all parts again, at each of them also where another one cannot be finished. Throws what people have to know. */
function confirmAll(steps: readonly Step<unknown>[]): readonly unknown[] {
  const failures: unknown[] = [];
  const results = steps.map((step) => {
    try {
      return onceMore(() => step.confirm());
    } catch (error) {
      failures.push(error);
      return undefined;
    }
  });
  if (failures.length > 0) throw asOne(failures);
  return results;
}

/** What people have to look at comes before what they may try again; all of it is told. */
function asOne(failures: readonly unknown[]): unknown {
  const told = failures.filter((one): one is CrmError => one instanceof CrmError);
  const first = told.find(({ code }) => code === 'CONFLICT') ?? told[0];
  if (!first) return failures[0];
  const { code, field, differences } = first;
  const messages = new Set([first, ...told].map(({ message }) => message));
  return new CrmError(code, [...messages].join(' '), { ...(field !== null && { field }), differences });
}

/**
 * Google fails for a moment at times, and what stands in a wrong row must not stay there for it. A look that was broken off
 * in its repairs finds what is left of them.
 */
export function onceMore<T>(act: () => T): T {
  try {
    return act();
  } catch (error) {
    if (error instanceof CrmError) throw error;
    console.warn(`Once more: ${(error as Error).message}`);
    return act();
  }
}

/** What to tell where a write was broken off: what the look at it found to be put right by people, else the failure. */
export function afterLooking(failure: unknown, look: () => void): unknown {
  try {
    onceMore(look);
    return failure;
  } catch (error) {
    return error instanceof CrmError ? error : failure;
  }
}
