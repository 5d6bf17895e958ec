import type { Result } from './bench';
import { FIGURES, type FigureName, figuresOf, isHeld, shown } from './judge';

const COLUMNS = Object.keys(FIGURES) as FigureName[];

/** `14/12!`: a figure, its budget, and a mark where it is missed. */
function cell(result: Result, name: FigureName): string {
  const figure = figuresOf(result).find((one) => one.name === name);
  if (!figure) return '';
  const budget = figure.budget === null || figure.budget === Infinity ? '' : `/${shown(figure.budget)}`;
  return `${shown(figure.value)}${budget}${isHeld(figure) ? '' : '!'}`;
}

/** The figures of one size as lines of text. */
export function tableOf(results: readonly Result[]): string {
  const rows = results.map((result) => [result.action, ...COLUMNS.map((name) => cell(result, name))]);
  const table = [['', ...COLUMNS.map((name) => FIGURES[name])], ...rows];
  const widths = table[0]!.map((_, column) => Math.max(...table.map((row) => row[column]!.length)) + 2);
  const lineOf = ([name = '', ...cells]: readonly string[]) =>
    [name.padEnd(widths[0]!), ...cells.map((text, index) => text.padStart(widths[index + 1]!))].join('').trimEnd();
  const lines = results.map((result, index) =>
    result.outcome === 'measured'
      ? lineOf(rows[index]!)
      : `${lineOf([result.action])}  ${result.outcome}: ${result.why}`,
  );
  return [lineOf(table[0]!), ...lines].join('\n');
}

/** Every call of an action in its order. */
export function callsOf(result: Result): string {
  if (result.outcome !== 'measured') return '';
  const lines = result.cost.calls.map(({ name, place, cells, milliseconds }, index) =>
    [
      String(index + 1).padStart(4),
      name.padEnd(32),
      place.padEnd(30),
      cells > 0 ? `${shown(cells)} cells`.padStart(14) : ' '.repeat(14),
      `${shown(milliseconds)} ms`.padStart(10),
    ].join(' '),
  );
  const steps = Object.entries(result.cost.steps).sort(([, a], [, b]) => b - a);
  const navigation = steps.map(([name, times]) => `${name} ${times}`).join(', ');
  return [`${result.action} at ${result.size}`, ...lines, `     navigation: ${navigation}`].join('\n');
}

/** For machines. */
export const dataOf = (result: Result): object => ({
  size: result.size,
  action: result.action,
  outcome: result.outcome,
  ...(result.outcome === 'measured'
    ? {
        figures: figuresOf(result).map((figure) => ({ ...figure, held: isHeld(figure) })),
        calls: result.cost.calls,
        navigation: result.cost.steps,
      }
    : { why: result.why }),
});
