/** What one cell can hold. Dates and times are numbers (days since 30 December 1899) shown by a date format, as in Sheets. */
export type CellValue = string | number | boolean | CellError | null;

/** An error value such as `#N/A`. A value of its own, because the text "#N/A" typed into a text cell is only text. */
export type CellError = { readonly error: string };

export const cellError = (error: string): CellError => ({ error });

export const isCellError = (value: CellValue): value is CellError => typeof value === 'object' && value !== null;

/** A block of cells, row by row. Always rectangular. */
export type Block<T> = T[][];

export const blockOf = <T>(rows: number, columns: number, fill: T): Block<T> =>
  Array.from({ length: rows }, () => new Array<T>(columns).fill(fill));
