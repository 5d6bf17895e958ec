import type { OwnValue } from '../own-fields';
import { type Decimal, readNumber } from './numbers';

/** A text as a cell without a format would take it: a number, a truth value, or the text itself. Blank is null. */
export function readGeneral(text: string, decimal: Decimal): OwnValue {
  const trimmed = text.trim();
  if (trimmed === '') return null;
  if (trimmed === 'TRUE' || trimmed === 'FALSE') return trimmed === 'TRUE';
  // Leading zeros, and digits beyond what a number can hold, are part of a text: 007, a card number.
  const isWhole = /^[-−]?(?!0\d)[\d.,’']*\d$/.test(trimmed) && trimmed.replace(/\D/g, '').length <= 15;
  return (isWhole ? readNumber(trimmed, decimal) : null) ?? text.replace(/\s+$/, '');
}
