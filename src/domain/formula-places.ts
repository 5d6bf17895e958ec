const ROW = String.raw`R(?:\[-?\d+\]|\d+|\{-?\d+\})?`;
const COLUMN = String.raw`C(?:\[-?\d+\]|\d+|\{[^{}]*\})?`;
const CELL = `(?:${ROW}${COLUMN}|${COLUMN}|${ROW})`;

/** Of a formula in R1C1 notation: texts; references, perhaps to another tab; names, in which an R or a C means nothing. */
const PARTS = new RegExp(
  [
    `"(?:[^"]|"")*"`,
    String.raw`((?:'(?:[^']|'')*'|(?<![\p{L}\w.])[\p{L}\w.]+)!)?(?<![\p{L}\w.])(${CELL})(?::(${CELL}))?(?![\p{L}\w.([{!])`,
    `'(?:[^']|'')*'`,
    String.raw`[\p{L}_][\p{L}\w.]*(?:\[(?:[^[\]]|\[[^\]]*\])*\])?`,
  ].join('|'),
  'gu',
);

/** What stands for a column that is gone. Source: Sheets, which writes it when a column is deleted. */
const GONE = '#REF!';

/** The cell in which a formula stands, from 1. */
export type Place = { readonly row: number; readonly column: number };

type Rewrite = (part: string, isOther: boolean) => string | null;

/** Each reference with its row and its column as they are to be; null: what it refers to is gone. */
function rewritten(formula: string, row: Rewrite, column: Rewrite): string {
  const cellOf = (cell: string, isOther: boolean) => {
    const [own] = new RegExp(`^${ROW}`).exec(cell) ?? [''];
    const parts = [own === '' ? '' : row(own, isOther), own === cell ? '' : column(cell.slice(own.length), isOther)];
    return parts.includes(null) ? null : parts.join('');
  };
  return formula.replace(PARTS, (part: string, tab?: string, first?: string, last?: string) => {
    if (first === undefined) return part;
    const cells = [first, ...(last === undefined ? [] : [last])].map((cell) => cellOf(cell, tab !== undefined));
    return (tab ?? '') + (cells.includes(null) ? GONE : cells.join(':'));
  });
}

const relative = (part: string): number | null => (/^[RC]\[/.test(part) ? Number(part.slice(2, -1)) : null);

const apart = (letter: string, distance: number): string => `${letter}[${distance}]`;

/**
 * A formula (in R1C1 notation) with what it refers to, so that it means the same wherever it is put and wherever columns go:
 * `RC[-2]*R1C1+Rates!R[4]C[1]` in row 5 of column 4 becomes `RC{value}*R1C{$id}+Rates!R{9}C{=5}`. Cells of its own row are
 * those of its new one. Columns without a name stay as far away as they are.
 */
export const anchored = (formula: string, at: Place, nameOf: (column: number) => string | undefined): string =>
  rewritten(
    formula,
    (part, isOther) => {
      const away = part === 'R' ? 0 : relative(part);
      return away === null || (away === 0 && !isOther) ? part : `R{${at.row + away}}`;
    },
    (part, isOther) => {
      const away = part === 'C' ? 0 : relative(part);
      if (isOther) return away === null ? part : `C{=${at.column + away}}`;
      const name = nameOf(away === null ? Number(part.slice(1)) : at.column + away);
      return name === undefined || part === 'C' ? part : `C{${away === null ? '$' : ''}${encodeURIComponent(name)}}`;
    },
  );

/** The same the other way round, for the cell in which it is to stand; a column that is gone leaves an error, as in Sheets. */
export const placedAt = (formula: string, at: Place, placeOf: (name: string) => number | undefined): string =>
  rewritten(
    formula,
    (part) => (part.startsWith('R{') ? apart('R', Number(part.slice(2, -1)) - at.row) : part),
    (part) => {
      if (!part.startsWith('C{')) return part;
      const name = part.slice(2, -1);
      if (name.startsWith('=')) return apart('C', Number(name.slice(1)) - at.column);
      const place = placeOf(decodeURIComponent(name.replace('$', '')));
      if (place === undefined) return null;
      return name.startsWith('$') ? `C${place}` : apart('C', place - at.column);
    },
  );
