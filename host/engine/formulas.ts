import { parseA1Ref, type ReferenceA1, stringifyA1Ref, type Token, tokenize } from '@borgar/fx';
import { contains, type Rect, type Shift, shiftSpan } from './rect';

export const OPTIONS = { mergeRefs: true, allowTernary: true, withLocation: false } as const;

const RANGE_TOKENS = new Set(['range', 'range_beam', 'range_ternary']);

/** A formula with every reference replaced by what `change` makes of it. */
function mapReferences(formula: string, change: (reference: ReferenceA1) => string | null): string {
  let changed = false;
  const parts = tokenize(formula, OPTIONS).map((token) => {
    const reference = referenceOf(token);
    const replacement = reference && change(reference);
    if (replacement == null) return token.value;
    changed = true;
    return replacement;
  });
  return changed ? parts.join('') : formula;
}

function referenceOf(token: Token): ReferenceA1 | null {
  return RANGE_TOKENS.has(token.type) ? parsedReference(token.value) : null;
}

/** A reference to cells, `Deals!A2:A`; null for names. */
export function parsedReference(text: string): ReferenceA1 | null {
  const reference = parseA1Ref(text, { allowNamed: false, allowTernary: true });
  return reference && 'range' in reference ? reference : null;
}

/** The tab a reference points to: named in it, or the tab the formula stands in. Tab names ignore case. */
const pointsTo = (reference: ReferenceA1, home: string, tab: string): boolean =>
  (reference.context?.[0] ?? home).toLowerCase() === tab.toLowerCase();

/** The formula of a cell in tab `home` after rows or columns of `tab` were put in, taken out or moved. */
export function shiftFormula(formula: string, home: string, tab: string, shift: Shift): string {
  return mapReferences(formula, (reference) => {
    if (!pointsTo(reference, home, tab)) return null;
    const range = { ...reference.range };
    const [first, last] = shift.axis === 'row' ? (['top', 'bottom'] as const) : (['left', 'right'] as const);
    const from = range[first];
    const to = range[last];
    if (from == null && to == null) return null;
    // An open end (A2:A) stays open: only the closed one moves.
    const span = shiftSpan(from ?? 0, to ?? Number.MAX_SAFE_INTEGER / 2, shift);
    if (!span) return '#REF!';
    if (from != null) range[first] = span.first;
    if (to != null) range[last] = span.last;
    return stringifyA1Ref({ ...reference, range });
  });
}

/** The formula after the tab it mentions got another name. */
export function renameTab(formula: string, from: string, to: string): string {
  return mapReferences(formula, (reference) =>
    reference.context?.[0]?.toLowerCase() === from.toLowerCase()
      ? stringifyA1Ref({ ...reference, context: [to] })
      : null,
  );
}

/** The formula as it reads when its cell is copied `rows` down and `columns` right: relative references follow. */
export function offsetFormula(formula: string, rows: number, columns: number): string {
  return mapReferences(formula, (reference) => {
    const range = { ...reference.range };
    if (range.top != null && !range.$top) range.top += rows;
    if (range.bottom != null && !range.$bottom) range.bottom += rows;
    if (range.left != null && !range.$left) range.left += columns;
    if (range.right != null && !range.$right) range.right += columns;
    const lost = [range.top, range.bottom, range.left, range.right].some((edge) => edge != null && edge < 0);
    return lost ? '#REF!' : stringifyA1Ref({ ...reference, range });
  });
}

/** A block of cells as formulas name it. */
type NamedBlock = { readonly tab: string; readonly rect: Rect };

/** The formula of a cell in tab `home` after a block was cut and pasted: references that lie within it follow. */
export function movedFormula(formula: string, home: string, from: NamedBlock, to: NamedBlock): string {
  const down = to.rect.row - from.rect.row;
  const right = to.rect.column - from.rect.column;
  return mapReferences(formula, (reference) => {
    const { top, bottom, left, right: rightmost } = reference.range;
    if (!pointsTo(reference, home, from.tab)) return null;
    if (top == null || bottom == null || left == null || rightmost == null) return null;
    if (!contains(from.rect, top, left) || !contains(from.rect, bottom, rightmost)) return null;
    const range = {
      ...reference.range,
      top: top + down,
      bottom: bottom + down,
      left: left + right,
      right: rightmost + right,
    };
    const elsewhere = to.tab.toLowerCase() !== from.tab.toLowerCase();
    return stringifyA1Ref({ ...reference, range, ...(elsewhere && { context: [to.tab] }) });
  });
}

/** What a formula leans on: tab names, named ranges and function names, as written. */
export type Mentions = { readonly tabs: string[]; readonly names: string[]; readonly functions: string[] };

export function mentionsOf(formula: string): Mentions {
  const mentions = { tabs: [] as string[], names: [] as string[], functions: [] as string[] };
  for (const token of tokenize(formula, OPTIONS)) {
    if (token.type === 'func') mentions.functions.push(token.value.toUpperCase());
    if (token.type === 'range_named') mentions.names.push(token.value);
    const tab = referenceOf(token)?.context?.[0];
    if (tab !== undefined) mentions.tabs.push(tab);
  }
  return mentions;
}

/** What the formula engine does not know by itself. */
export type Surroundings = {
  /** The cells that a name stands for. */
  readonly named: (name: string) => string | null;
  /** The last row and column of a tab, from 0; null where there is no such tab. */
  readonly lastCell: (tab: string | undefined) => { readonly row: number; readonly column: number } | null;
  /** The moment that it is, as a serial. */
  readonly now: number;
};

/**
 * A formula as the engine is to work it out: named ranges replaced, open ends (A2:A) closed, places that do not exist made
 * errors, TODAY and NOW made numbers, and without ARRAYFORMULA: the engine spreads every array.
 */
export function explicitFormula(formula: string, surroundings: Surroundings): string {
  const tokens = tokenize(formula, OPTIONS);
  let replacedTo = -1;
  return tokens
    .map((token, at) => {
      if (at <= replacedTo) return '';
      const moment = momentNamed(token, surroundings.now);
      const close = moment === null ? -1 : closeOfEmptyCall(tokens, at);
      if (close < 0) return explicitToken(token, surroundings);
      replacedTo = close;
      return String(moment);
    })
    .join('');
}

function explicitToken(token: Token, { named, lastCell }: Surroundings): string {
  if (token.type === 'func' && token.value.toUpperCase() === 'ARRAYFORMULA') return '';
  if (token.type === 'range_named') return named(token.value) ?? token.value;
  const reference = referenceOf(token);
  if (!reference) return token.value;
  const { top, left, bottom } = reference.range;
  const last = lastCell(reference.context?.[0]);
  if (!last || (top ?? 0) > last.row || (left ?? 0) > last.column) return '#REF!';
  if (token.type !== 'range_ternary' || bottom != null) return token.value;
  return stringifyA1Ref({ ...reference, range: { ...reference.range, bottom: last.row } });
}

function momentNamed({ type, value }: Token, now: number): number | null {
  if (type !== 'func') return null;
  const name = value.toUpperCase();
  return name === 'NOW' ? now : name === 'TODAY' ? Math.floor(now) : null;
}

/** Where the brackets after a function's name close; -1 where something stands in them. */
function closeOfEmptyCall(tokens: readonly Token[], at: number): number {
  const close = tokens.findIndex(({ value }, index) => index > at && value === ')');
  const between = tokens.slice(at + 1, close).map(({ value }) => value);
  return between.join('').trim() === '(' ? close : -1;
}
