import { CELL_LIMIT } from '../domain/fields';
import { isOwnName } from '../domain/own-fields';
import type { CellValue } from './codec';
import type { GridEdit } from './memory';

/** A cell that is not blank, exactly, as JSON. Formulas are relative to their row, which will be another one. */
export type KeptCell = string | number | boolean | { readonly date: number } | { readonly formula: string };

/** All that stood in a row: in our columns by field, in people's own by header and in their order, for headers repeat. */
export type KeptRow = {
  readonly id: string;
  readonly fields: { readonly [name: string]: KeptCell };
  readonly own: readonly (readonly [header: string, cell: KeptCell])[];
};

/** Where columns are. */
type Columns = { readonly columns: ReadonlyMap<string, number>; readonly headers: readonly string[] };

export function keptRow(at: Columns, cells: readonly CellValue[], formulas: readonly string[]): KeptRow {
  const names = new Map([...at.columns].map(([name, column]) => [column, name]));
  const fields: Record<string, KeptCell> = {};
  const own: [string, KeptCell][] = [];
  cells.forEach((cell, index) => {
    const formula = formulas[index];
    if (cell === '' && !formula) return;
    const kept = formula ? { formula } : keptCell(cell);
    const name = names.get(index + 1);
    if (name === undefined) own.push([at.headers[index] ?? '', kept]);
    else fields[name] = kept;
  });
  return { id: String(fields['id'] ?? ''), fields, own };
}

/** What goes into each column now, and the headers of own columns that are no longer there. */
export function placed(
  at: Columns,
  { fields, own }: KeptRow,
): { readonly cells: ReadonlyMap<number, KeptCell>; readonly homeless: readonly string[] } {
  const cells = new Map<number, KeptCell>();
  const homeless: string[] = [];
  for (const [name, kept] of Object.entries(fields)) {
    const column = at.columns.get(name);
    if (column === undefined) homeless.push(name);
    else cells.set(column, kept);
  }
  const ours = new Set(at.columns.values());
  for (const [header, kept] of own) {
    const column = at.headers.findIndex((one, i) => one === header && !ours.has(i + 1) && !cells.has(i + 1)) + 1;
    if (column === 0) homeless.push(header);
    else cells.set(column, kept);
  }
  return { cells, homeless };
}

/** The row with what somebody typed into it since. */
export function withTyped(rows: Encodes, { id, fields, own }: KeptRow, edits: readonly GridEdit[]): KeptRow {
  const ours: Record<string, KeptCell> = { ...fields };
  const others = new Map(own.map(([header, cell], index) => [index, [header, cell] as const]));
  for (const { field, typed, formula } of edits) {
    const cell = formula ? { formula } : keptCell(rows.encoded({ [field]: typed }, field));
    if (!isOwnName(field)) ours[field] = cell;
    else {
      const at = own.findIndex(([header]) => header.trim() === field.slice(1));
      others.set(at < 0 ? others.size : at, [field.slice(1), cell]);
    }
  }
  return { id, fields: ours, own: [...others.values()] };
}

type Encodes = { encoded(record: { readonly [name: string]: unknown }, name: string): CellValue };

const keptCell = (cell: CellValue): KeptCell => (typeof cell === 'object' ? { date: cell.getTime() } : cell);

/** One text of a row that is too long for the line of its record, on a line of its own. */
type LongText = { readonly text: string; readonly data: { readonly text: string } | { readonly own: number } };

/** The JSON of a row that fits a cell, and the texts that had to go elsewhere. */
export function packed({ fields, own }: KeptRow): { readonly data: object; readonly long: readonly LongText[] } {
  const short: Record<string, KeptCell> = { ...fields };
  const others: [string, KeptCell][] = own.map(([header, cell]) => [header, cell]);
  const long: LongText[] = [];
  const data = { deleted: short, own: others };
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
  const read = parsed(data) as { deleted?: Record<string, KeptCell>; own?: [string, KeptCell][] } | null;
  if (!read?.deleted || !Array.isArray(read.own) || read.deleted['id'] !== id) return null;
  const [fields, own] = [{ ...read.deleted }, read.own.map(([header, cell]) => [header, cell] as [string, KeptCell])];
  for (const line of long) {
    const where = parsed(line.data) as { text?: string; own?: number } | null;
    const entry = where?.own === undefined ? undefined : own[where.own];
    if (entry && entry[1] === '') entry[1] = line.text;
    else if (where?.text !== undefined && fields[where.text] === '') fields[where.text] = line.text;
  }
  return { id, fields, own };
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    // People may write anything into the cell.
    return null;
  }
}
