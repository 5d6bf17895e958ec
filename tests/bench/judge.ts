import { ACTIONS } from './actions';
import type { Result } from './bench';
import { BUDGETS, type Budget, limitIn, TIMES_HOLD_UP_TO } from './budgets';
import { LARGE, SIZES, SMALLEST } from './sizes';

/** What the figures are called, in the order in which they are shown. */
export const FIGURES = {
  spreadsheetCalls: 'sheet calls',
  otherCalls: 'other calls',
  navigation: 'navigation',
  cells: 'cells',
  cacheBytes: 'cache bytes',
  modelledMilliseconds: 'modelled ms',
  scriptMilliseconds: 'own ms',
  roundTrips: 'trips',
  answerBytes: 'answer bytes',
  firstAnswerBytes: 'first answer',
  otherTabs: 'other tabs',
} as const;

export type FigureName = keyof typeof FIGURES;

/** A figure beside its budget. Null: nothing is promised about it here. */
export type Figure = { readonly name: FigureName; readonly value: number; readonly budget: number | null };

/** Tabs that opening the sidebar may not read. */
const NOT_WHEN_OPENING = /^(History|Activities)(!|$)/;

export const isHeld = ({ value, budget }: Figure): boolean => budget === null || value <= budget;

const budgetOf = (action: string): Budget => BUDGETS[ACTIONS.find(({ name }) => name === action)!.budget];

/** The figures of an action beside their budgets. */
export function figuresOf(result: Result): readonly Figure[] {
  if (result.outcome !== 'measured') return [];
  const { cost, scene, firstAnswerBytes } = result;
  const budget = budgetOf(result.action);
  const promised = (name: keyof Budget & FigureName, isPromised = true) =>
    isPromised ? limitIn(budget[name], scene) : null;
  const isTimed = hasTimes(result.size);
  const figures: Figure[] = (
    ['spreadsheetCalls', 'otherCalls', 'navigation', 'cells', 'cacheBytes', 'roundTrips'] as const
  ).map((name) => ({ name, value: cost[name], budget: promised(name) }));
  const { modelledMilliseconds, scriptMilliseconds } = cost;
  figures.push({
    name: 'modelledMilliseconds',
    value: modelledMilliseconds,
    budget: promised('modelledMilliseconds', isTimed || !budget.grows),
  });
  figures.push({
    name: 'scriptMilliseconds',
    value: scriptMilliseconds,
    budget: promised('scriptMilliseconds', isTimed),
  });
  figures.push({ name: 'answerBytes', value: cost.answerBytes, budget: promised('answerBytes', isTimed) });
  if (firstAnswerBytes === null) return figures;
  const looks = cost.calls.filter(({ place }) => NOT_WHEN_OPENING.test(place)).length;
  return [
    ...figures,
    { name: 'firstAnswerBytes', value: firstAnswerBytes, budget: promised('firstAnswerBytes', isTimed) },
    { name: 'otherTabs', value: looks, budget: 0 },
  ];
}

/** Whether times and bytes are promised for a size; what must not grow is promised for all. */
const hasTimes = (size: string): boolean =>
  SIZES.some(({ name, leads }) => name === size && name !== LARGE.name && leads <= TIMES_HOLD_UP_TO);

const COUNTS = ['spreadsheetCalls', 'otherCalls', 'navigation'] as const;

/** A line for each action and size in which something is not as promised. */
export function missesIn(results: readonly Result[]): readonly string[] {
  const misses: string[] = [];
  for (const result of results) {
    const what = `${result.action} at ${result.size}`;
    if (result.outcome !== 'measured') misses.push(`${what}: ${result.outcome} (${result.why})`);
    const missed = figuresOf(result).filter((figure) => !isHeld(figure));
    const said = missed.map(({ name, value, budget }) => `${FIGURES[name]} ${shown(value)} of ${shown(budget!)}`);
    if (said.length > 0) misses.push(`${what}: ${said.join(', ')}`);
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
        `${one.action} grows with rows: ${FIGURES[name]} ${one.cost[name]} at ${one.size}, ${other.cost[name]} at ${other.size}`,
    );
  });
}

export const shown = (value: number): string =>
  value === Infinity ? 'any' : value.toLocaleString('en', { maximumFractionDigits: value < 100 ? 1 : 0 });
