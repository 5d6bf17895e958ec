import { toCol, tokenize, translateFormulaToA1, translateFormulaToR1C1 } from '@borgar/fx';

const cellAt = (row: number, column: number): string => `${toCol(column)}${row + 1}`;

/**
 * A formula with its references relative to its own cell. Google writes offsets of nought too: `R[0]C[-1]`.
 * Source: seen by developers, Range.getFormulaR1C1.
 */
export const toR1C1 = (formula: string, row: number, column: number): string =>
  tokenize(translateFormulaToR1C1(formula, cellAt(row, column)), { r1c1: true, mergeRefs: false })
    .map(({ type, value }) => (type.startsWith('range') ? value.replace(/([RC])(?![[\d])/g, '$1[0]') : value))
    .join('');

export const toA1 = (formula: string, row: number, column: number): string =>
  translateFormulaToA1(formula, cellAt(row, column));
