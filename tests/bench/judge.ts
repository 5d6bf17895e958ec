import { ACTIONS } from './actions';
import type { Result } from './bench';
import { BUDGETS, type Budget, limitIn, TIMES_HOLD_UP_TO } from './budgets';
import { LARGE, SIZES, SMALLEST } from './sizes';

/** A figure beside its budget. Null: nothing is promised about it here. */
export type Figure = { readonly name: string; readonly value: number; readonly budget: number | null };

/** Tabs that opening the sidebar may not read. */
const NOT_WHEN_OPENING = /^(History|Activities)!/;

export const isHeld = ({ value, budget }: Figure): boolean => budget === null || value <= budget;

const budgetOf = (action: string): Budget => BUDGETS[ACTIONS.find(({ name }) => name === action)!.budget];

/** The figures of an action beside their budgets, in the order in which they are shown. */
export function figuresOf(result: Result): readonly Figure[] {
  if (result.outcome !== 'measured') return [];
  const { cost, scene, firstAnswerBytes } = result;
  const budget = budgetOf(result.action);
  const isTimed = SIZES.some(
    ({ name, leads }) => name === result.size && name !== LARGE.name && leads <= TIMES_HOLD_UP_TO,
  );
  const figure = (name: Exclude<keyof typeof cost & keyof Budget, 'calls'>, isPromised = true): Figure => ({
    name,
    value: cost[name],
    budget: isPromised ? limitIn(budget[name], scene) : null,
  });
  const opening = result.action.startsWith('open');
  const tabs = cost.calls.filter(({ place }) => NOT_WHEN_OPENING.test(place)).length;
  return [
    figure('spreadsheetCalls'),
    figure('otherCalls'),
    figure('navigation'),
    figure('cells'),
    figure('cacheBytes'),
    figure('modelledMilliseconds', isTimed || !budget.grows),
    figure('scriptMilliseconds', isTimed),
    figure('roundTrips'),
    ...(firstAnswerBytes === null
      ? []
      : [
          {
            name: 'firstAnswerBytes',
            value: firstAnswerBytes,
            budget: isTimed ? limitIn(budget.firstAnswerBytes, scene) : null,
          },
        ]),
    ...(opening ? [{ name: 'looks at History or Activities', value: tabs, budget: 0 }] : []),
  ];
}

const COUNTS = ['spreadsheetCalls', 'otherCalls', 'navigation'] as const;

/** Sentences about everything that is not as promised. */
export function missesIn(results: readonly Result[]): readonly string[] {
  const misses: string[] = [];
  for (const result of results) {
    const what = `${result.action} at ${result.size}`;
    if (result.outcome !== 'measured') misses.push(`${what}: ${result.outcome} (${result.why})`);
    for (const { name, value, budget } of figuresOf(result).filter((figure) => !isHeld(figure)))
      misses.push(`${what}: ${name} ${shown(value)}, budget ${shown(budget!)}`);
  }
  return [...misses, ...growthIn(results)];
}

/** Counts that are not the same in the smallest file and in the large case. */
function growthIn(results: readonly Result[]): readonly string[] {
  const small = results.filter(({ size }) => size === SMALLEST.name);
  return small.flatMap((one) => {
    const other = results.find(({ size, action }) => size === LARGE.name && action === one.action);
    if (one.outcome !== 'measured' || other?.outcome !== 'measured' || budgetOf(one.action).grows) return [];
    return COUNTS.filter((name) => one.cost[name] !== other.cost[name]).map(
      (name) =>
        `${one.action} grows with rows: ${name} ${one.cost[name]} at ${one.size}, ${other.cost[name]} at ${other.size}`,
    );
  });
}

export const shown = (value: number): string =>
  value === Infinity ? 'any' : value.toLocaleString('en', { maximumFractionDigits: value < 100 ? 1 : 0 });
