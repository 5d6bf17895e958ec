import { type AstExpression, parse, tokenize } from '@borgar/fx';
import { OPTIONS } from './formulas';

/** What Sheets has and Excel has not. */
const LIKE_SHEETS = { permitArrayRanges: true, permitArrayCalls: true, looseRefCalls: true } as const;

const KEPT = 20_000;
const known = new Map<string, AstExpression | null>();

/** A formula as a tree; null where it cannot be read, which Sheets calls #ERROR!. */
export function readFormula(formula: string): AstExpression | null {
  let read = known.get(formula);
  if (read === undefined) {
    read = readAnew(formula);
    if (known.size >= KEPT) known.clear();
    known.set(formula, read);
  }
  return read;
}

function readAnew(formula: string): AstExpression | null {
  try {
    const read = parse(tokenize(formula, OPTIONS), LIKE_SHEETS);
    return isIntersection(read) ? null : read;
  } catch {
    return null;
  }
}

/** Excel reads `A1:B2 B1:B9` as where the two meet; Sheets does not. */
const isIntersection = (read: AstExpression): boolean => read.type === 'BinaryExpression' && read.operator === ' ';
