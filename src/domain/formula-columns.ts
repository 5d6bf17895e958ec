/**
 * The parts of a formula in R1C1 notation: texts, references to other tabs, references to this one (perhaps with the name of
 * a column in braces), and names of functions, ranges and tables, in which an R or a C means nothing.
 */
const PARTS =
  /"(?:[^"]|"")*"|(?:'(?:[^']|'')*'|[\p{L}\w.]+)!(?:[\w[\]-]+(?::[\w[\]-]+)?)?|(?<![\p{L}\w.])(R(?:\[-?\d+\]|\d+)?)?C(\[-?\d+\]|\d+|\{\$?[^{}]*\})?(?![\p{L}\w.([{])|[\p{L}_][\p{L}\w.]*(?:\[[^\]]*\])?/gu;

type Where = { readonly row: string; readonly column: string };

/** Each reference to a column of the own tab but the formula's own, as it is to be; null: as it is. */
const rewritten = (formula: string, as: (where: Where) => string | null): string =>
  formula.replace(PARTS, (part: string, row?: string, column?: string) =>
    column === undefined ? part : (as({ row: row ?? '', column }) ?? part),
  );

/** What stands for a column that is gone. Source: Sheets, which writes it when a column is deleted. */
const GONE = '#REF!';

/**
 * A formula (in R1C1 notation) that stood in `column`, with the columns that it refers to by name, so that it means the same
 * wherever these are put: `RC[-2]*R1C1` becomes `RC{value}*R1C{$id}`. Columns without a name stay as they are.
 */
export const withNames = (formula: string, column: number, nameOf: (column: number) => string | undefined): string =>
  rewritten(formula, ({ row, column: to }) => {
    const isRelative = to.startsWith('[');
    const name = nameOf(isRelative ? column + Number(to.slice(1, -1)) : Number(to));
    return name === undefined ? null : `${row}C{${isRelative ? '' : '$'}${encodeURIComponent(name)}}`;
  });

/** The same the other way round, for the column in which it is to stand; a column that is gone leaves an error, as in Sheets. */
export const withPlaces = (formula: string, column: number, placeOf: (name: string) => number | undefined): string =>
  rewritten(formula, ({ row, column: to }) => {
    if (!to.startsWith('{')) return null;
    const isRelative = !to.startsWith('{$');
    const place = placeOf(decodeURIComponent(to.slice(isRelative ? 1 : 2, -1)));
    if (place === undefined) return GONE;
    const apart = place - column;
    return `${row}C${isRelative ? (apart === 0 ? '' : `[${apart}]`) : place}`;
  });
