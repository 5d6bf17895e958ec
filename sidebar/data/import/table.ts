import Papa from 'papaparse';
import { recognise } from '../../../src/domain/import/columns';
import { readDay } from '../../../src/domain/import/moments';
import { readNumber } from '../../../src/domain/import/numbers';
import { t } from '../../texts/text';
import { problem, type Read } from './decode';

export type TableRow = {
  /** In the file, where the first line is 1. */ readonly row: number;
  readonly cells: readonly string[];
};

export type Table = {
  readonly headers: readonly string[];
  readonly rows: readonly TableRow[];
  /** Lines above the headers and below the rows that were left out, such as a report's title and its footer. */
  readonly leftOut: number;
};

/** Exports put notes above the headers; further down a row of headers would be a coincidence. */
const LAST_HEADER_ROW = 20;

const isBlank = (cells: readonly string[]) => cells.every((cell) => cell.trim() === '');
const filled = (cells: readonly string[]) => cells.filter((cell) => cell.trim() !== '').length;

/** Reads text as a table, with any of the usual delimiters. */
export function readTable(text: string): Read<Table> {
  // Excel writes its delimiter into a first line of its own, which it does not show.
  const [, separator, rest] = /^\ufeff?sep=(.)\r?\n([\s\S]*)$/i.exec(text) ?? [null, '', text.replace(/^\ufeff/, '')];
  if ((rest ?? '').trim() === '') return problem(t('import.empty'));
  const delimiter = separator || delimiterOf(rest ?? '');
  const { data, errors } = Papa.parse<string[]>(rest ?? '', { delimiter });
  const quote = errors.find(({ type }) => type === 'Quotes');
  if (quote) return problem(t('import.quotes', { row: String((quote.row ?? 0) + 1) }));

  const all = data.map((cells, index): TableRow => ({ row: index + 1, cells }));
  const head = headerRow(all);
  if (!head) return problem(t('import.empty'));
  if (looksLikeValues(head.cells)) return problem(t('import.noHeaders'));
  const { rows, footer } = withoutFooter(all.slice(head.row), head.cells);
  const headers = head.cells.map((header) => header.trim());
  const long = rows.find(({ cells }) => cells.slice(headers.length).some((cell) => cell.trim() !== ''));
  if (long) {
    return problem(
      t('import.longRow', { row: String(long.row), cells: lastFilled(long.cells) + 1, headers: headers.length }),
    );
  }
  if (rows.length === 0) return problem(t('import.noRows'));
  // A delimiter at the end of every row makes a column of nothing.
  const isNothing = (column: number) => headers[column] === '' && rows.every(({ cells }) => !cells[column]?.trim());
  while (headers.length > 0 && isNothing(headers.length - 1)) headers.pop();
  const above = all.slice(0, head.row - 1).filter(({ cells }) => !isBlank(cells)).length;
  return { ok: true, value: { headers, rows, leftOut: above + footer } };
}

const DELIMITERS = [',', ';', '\t', '|'];

/** The delimiter that makes headers we know, else the one that makes rows of one length. */
function delimiterOf(text: string): string {
  // Blank lines would count as rows of one cell.
  const lines = text.split(/\r\n|\n|\r/, 200).filter((line) => line.trim() !== '');
  const sample = lines.slice(0, LAST_HEADER_ROW * 2).join('\n');
  const rowsBy = (delimiter: string) => Papa.parse<string[]>(sample, { delimiter }).data;
  const known = DELIMITERS.find((delimiter) => rowsBy(delimiter).some((row) => row.length > 1 && recognise(row)));
  return known ?? Papa.parse(sample).meta.delimiter;
}

const lastFilled = (cells: readonly string[]): number => {
  let last = cells.length - 1;
  while (last >= 0 && cells[last]?.trim() === '') last--;
  return last;
};

/** The first row that we recognise and that is wider than all above it, else the first that is a table's at all. */
function headerRow(all: readonly TableRow[]): TableRow | null {
  const first = all.slice(0, LAST_HEADER_ROW).filter(({ cells }) => !isBlank(cells));
  let widest = 0;
  for (const row of first) {
    if (filled(row.cells) > widest && recognise(row.cells) !== null) return row;
    widest = Math.max(widest, filled(row.cells));
  }
  return first.find(({ cells }) => filled(cells) > 1) ?? first[0] ?? null;
}

const isNumber = (cell: string): boolean => {
  const bare = cell.trim().replace(/%$/, '');
  return readNumber(bare, '.') !== null || readNumber(bare, ',') !== null;
};

/** A row that is no header: it holds an address, a date or a number of several digits, or nothing but numbers. */
const looksLikeValues = (cells: readonly string[]): boolean =>
  recognise(cells) === null &&
  (cells.every((cell) => cell.trim() === '' || isNumber(cell)) ||
    cells.some(
      (cell) =>
        /^\S+@\S+\.\S+$/.test(cell.trim()) ||
        readDay(cell, true) !== null ||
        readDay(cell, false) !== null ||
        (/\d{2}/.test(cell) && isNumber(cell)),
    ));

/** Reports end with a blank line and lines of one cell: who made them, that they are confidential. */
function withoutFooter(rows: readonly TableRow[], head: readonly string[]) {
  let end = rows.length;
  while (end > 0 && filled(rows[end - 1]?.cells ?? []) <= 1) end--;
  const tail = rows.slice(end);
  const gap = tail.findIndex(({ cells }) => isBlank(cells));
  const isFooter = filled(head) > 2 && gap >= 0 && end > 0;
  const kept = isFooter ? [...rows.slice(0, end), ...tail.slice(0, gap)] : rows;
  return {
    rows: kept.filter(({ cells }) => !isBlank(cells)),
    footer: isFooter ? tail.slice(gap).filter(({ cells }) => !isBlank(cells)).length : 0,
  };
}
