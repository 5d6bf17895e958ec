import { CELL_LIMIT } from '../domain/fields';
import { anchored, placedAt } from '../domain/formula-places';
import { isOwnName } from '../domain/own-fields';
import { say } from '../texts/say';
import type { CellValue } from './codec';
import type { GridEdit } from './memory';

/**
 * A cell that is not blank, exactly, as JSON. Formulas are relative to their row, which will be another one, and name the
 * columns that they refer to, which may be elsewhere by then.
 */
export type KeptCell = string | number | boolean | { readonly date: number } | { readonly formula: string };

/**
 * All that stood in a row: in our columns by field, in people's own by header and in their order, for headers repeat.
 * `headers`: of all their columns.
 */
export type KeptRow = {
  readonly id: string;
  readonly fields: { readonly [name: string]: KeptCell };
  readonly own: readonly (readonly [header: string, cell: KeptCell])[];
  readonly headers: readonly string[];
};

/** Where columns are. */
type Columns = { readonly columns: ReadonlyMap<string, number>; readonly headers: readonly string[] };

/** `row`: where it stands. */
export function keptRow(at: Columns, row: number, cells: readonly CellValue[], formulas: readonly string[]): KeptRow {
  const names = new Map([...at.columns].map(([name, column]) => [column, name]));
  const fields: Record<string, KeptCell> = {};
  const own: [string, KeptCell][] = [];
  cells.forEach((cell, index) => {
    const formula = formulas[index];
    if (cell === '' && !formula) return;
    const kept = formula ? { formula: anchored(formula, { row, column: index + 1 }, nameIn(at)) } : keptCell(cell);
    const name = names.get(index + 1);
    if (name === undefined) own.push([at.headers[index] ?? '', kept]);
    else fields[name] = kept;
  });
  return { id: String(fields['id'] ?? ''), fields, own, headers: ownHeaders(at) };
}

const ownHeaders = ({ columns, headers }: Columns): readonly string[] => {
  const ours = new Set(columns.values());
  return headers.filter((header, index) => header !== '' && !ours.has(index + 1));
};

/** How formulas name columns: by field, or by a header of people's own that no other column has. */
const nameIn =
  (at: Columns) =>
  (column: number): string | undefined => {
    for (const [name, place] of at.columns) if (place === column) return name;
    const header = at.headers[column - 1] ?? '';
    const isAlone = header !== '' && ownHeaders(at).filter((one) => one === header).length === 1;
    return isAlone ? `+${header}` : undefined;
  };

/** What goes into each column of a row now, and sentences on what became of columns that are no longer there. */
export function placed(
  at: Columns & { readonly sheet: { getName(): string } },
  row: number,
  { fields, own, headers }: KeptRow,
): { readonly cells: ReadonlyMap<number, KeptCell>; readonly notices: readonly string[] } {
  const cells = new Map<number, KeptCell>();
  const notices: string[] = [];
  const tab = () => at.sheet.getName();
  const noColumn = (header: string) => say('back.noColumn', { tab: tab(), header });
  const ours = new Set(at.columns.values());
  const renamed = renamedIn(headers, ownHeaders(at));
  const nowNamed = (header: string) => (renamed?.from === header ? renamed.to : header);
  const ownPlace = (header: string) =>
    at.headers.findIndex((one, index) => one === header && !ours.has(index + 1)) + 1 || undefined;
  const put = (column: number, kept: KeptCell) => {
    if (!isFormula(kept)) return void cells.set(column, kept);
    const placeOf = (name: string) => {
      const place = isOwnName(name) ? ownPlace(nowNamed(name.slice(1))) : at.columns.get(name);
      if (place === undefined) notices.push(say('back.formula', { header: at.headers[column - 1] ?? '', tab: tab() }));
      return place;
    };
    cells.set(column, { formula: placedAt(kept.formula, { row, column }, placeOf) });
  };
  for (const [name, kept] of Object.entries(fields)) {
    const column = at.columns.get(name);
    if (column === undefined) notices.push(noColumn(name));
    else put(column, kept);
  }
  for (const [header, kept] of own) {
    const now = nowNamed(header);
    const column = at.headers.findIndex((one, i) => one === now && !ours.has(i + 1) && !cells.has(i + 1)) + 1;
    if (column === 0) notices.push(noColumn(header));
    else put(column, kept);
    if (column > 0 && now !== header) notices.push(say('back.renamed', { header, tab: tab(), now }));
  }
  return { cells, notices };
}

/** A column that somebody gave another name: one header is gone and one is new. */
function renamedIn(
  before: readonly string[],
  now: readonly string[],
): { readonly from: string; readonly to: string } | null {
  const gone = before.filter((header) => !now.includes(header));
  const fresh = now.filter((header) => !before.includes(header));
  return gone.length === 1 && fresh.length === 1 ? { from: gone[0]!, to: fresh[0]! } : null;
}

/** Whether a row, read without its formulas, holds what it held; what a formula works out may be another thing each time. */
export function isAsKept(now: KeptRow, was: KeptRow): boolean {
  const worked = new Set(was.own.filter(([, cell]) => isFormula(cell)).map(([header]) => header));
  const plain = (row: KeptRow) => [
    Object.entries(row.fields).filter(([name]) => !isFormula(was.fields[name])),
    row.own.filter(([header]) => !worked.has(header)),
  ];
  return JSON.stringify(plain(now)) === JSON.stringify(plain(was));
}

/** A row that is there, with what it lacks of another. */
export function filledUp(there: KeptRow, kept: KeptRow): KeptRow {
  const isThere = (header: string) => there.own.some(([one]) => one === header);
  return {
    ...kept,
    fields: { ...kept.fields, ...there.fields },
    own: [...there.own, ...kept.own.filter(([header]) => !isThere(header))],
  };
}

/** The row with what somebody typed into it since. `row`: where it stands. */
export function withTyped(
  rows: Encodes,
  row: number,
  { id, fields, own, headers }: KeptRow,
  edits: readonly GridEdit[],
): KeptRow {
  const { layout } = rows;
  const nameOf = nameIn(layout);
  const columnOf = (field: string) =>
    isOwnName(field) ? layout.headers.findIndex((one) => one.trim() === field.slice(1)) + 1 : layout.columns.get(field);

  const ours: Record<string, KeptCell> = { ...fields };
  const others = new Map(own.map(([header, cell], index) => [index, [header, cell] as const]));
  for (const { field, typed, formula } of edits) {
    const column = columnOf(field) ?? 0;
    const cell = formula
      ? { formula: anchored(formula, { row, column }, nameOf) }
      : keptCell(rows.encoded({ [field]: typed }, field));
    if (!isOwnName(field)) ours[field] = cell;
    else {
      const at = own.findIndex(([header]) => header.trim() === field.slice(1));
      others.set(at < 0 ? others.size : at, [field.slice(1), cell]);
    }
  }
  return { id, fields: ours, own: [...others.values()], headers };
}

type Encodes = {
  readonly layout: Columns;
  encoded(record: { readonly [name: string]: unknown }, name: string): CellValue;
};

export const isFormula = (cell: KeptCell | null | undefined): cell is { readonly formula: string } =>
  typeof cell === 'object' && cell !== null && 'formula' in cell;

export const keptCell = (cell: CellValue): KeptCell => (typeof cell === 'object' ? { date: cell.getTime() } : cell);

/** One text of a row that is too long for the line of its record, on a line of its own. */
type LongText = { readonly text: string; readonly data: { readonly text: string } | { readonly own: number } };

/** The JSON of a row that fits a cell, and the texts that had to go elsewhere. */
export function packed({ fields, own, headers }: KeptRow): {
  readonly data: object;
  readonly long: readonly LongText[];
} {
  const short: Record<string, KeptCell> = { ...fields };
  const others: [string, KeptCell][] = own.map(([header, cell]) => [header, cell]);
  const long: LongText[] = [];
  const data = { deleted: short, own: others, headers };
  while (JSON.stringify(data).length > CELL_LIMIT) {
    const texts = [
      ...Object.entries(short).map(([name, cell]) => ({ cell, take: () => (short[name] = ''), data: { text: name } })),
      ...others.map((entry, index) => ({ cell: entry[1], take: () => (entry[1] = ''), data: { own: index } })),
    ].filter((one): one is typeof one & { cell: string } => typeof one.cell === 'string' && one.cell !== '');
    const [longest] = texts.sort((a, b) => b.cell.length - a.cell.length);
    if (!longest) break;
    longest.take();
    long.push({ text: longest.cell, data: longest.data });
  }
  return { data, long };
}

/** The row again; null where the line was emptied or changed. `long`: the other lines of the same record. */
export function unpacked(
  id: string,
  data: string,
  long: readonly { readonly text: string; readonly data: string }[],
): KeptRow | null {
  const read = parsed(data) as {
    deleted?: Record<string, KeptCell>;
    own?: [string, KeptCell][];
    headers?: string[];
  } | null;
  if (!read?.deleted || !Array.isArray(read.own) || read.deleted['id'] !== id) return null;
  const [fields, own] = [{ ...read.deleted }, read.own.map(([header, cell]) => [header, cell] as [string, KeptCell])];
  for (const line of long) {
    const where = parsed(line.data) as { text?: string; own?: number } | null;
    const entry = where?.own === undefined ? undefined : own[where.own];
    if (entry && entry[1] === '') entry[1] = line.text;
    else if (where?.text !== undefined && fields[where.text] === '') fields[where.text] = line.text;
  }
  return { id, fields, own, headers: read.headers ?? [] };
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    // People may write anything into the cell.
    return null;
  }
}
