import type { Result } from './bench';
import { FIGURES, type FigureName, figuresOf, isHeld, shown } from './judge';

const COLUMNS = Object.keys(FIGURES) as FigureName[];

const NAME_WIDTH = 14;
const WIDTH = 17;

/** `14/12!`: a figure, its budget, and a mark where it is missed. */
function cell(result: Result, name: FigureName): string {
  const figure = figuresOf(result).find((one) => one.name === name);
  if (!figure) return '';
  const budget = figure.budget === null || figure.budget === Infinity ? '' : `/${shown(figure.budget)}`;
  return `${shown(figure.value)}${budget}${isHeld(figure) ? '' : '!'}`;
}

/** The figures of one size as lines of text. */
export function tableOf(results: readonly Result[]): string {
  const header = ['', ...COLUMNS.map((name) => FIGURES[name])];
  const lines = results.map((result) => {
    if (result.outcome !== 'measured') return `${result.action.padEnd(NAME_WIDTH)}  ${result.outcome}: ${result.why}`;
    return lineOf([result.action, ...COLUMNS.map((name) => cell(result, name))]);
  });
  return [lineOf(header), ...lines].join('\n');
}

const lineOf = ([name = '', ...cells]: readonly string[]): string =>
  [name.padEnd(NAME_WIDTH), ...cells.map((text) => text.padStart(WIDTH))].join('').trimEnd();

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
  return [`${result.action} at ${result.size}`, ...lines].join('\n');
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
      }
    : { why: result.why }),
});
