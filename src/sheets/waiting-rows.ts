import { isId, type RecordKind } from '../domain/ids';
import type { CellValue } from './codec';

/** Where a line says what its row is: columns counted from 1, as many as the lines have. */
type Telling = { readonly kind: RecordKind; readonly id: number; readonly named: readonly number[] };

/**
 * The indexes of rows that hold a record which somebody typed or pasted and that has no id yet: they name somebody or
 * something and touch the table, under its header or next to its records. `gap`: how many blank rows may part them.
 * A TOTAL row is none, and where no gap is allowed, neither is what stands below it.
 */
export function waitingRows(
  lines: readonly (readonly CellValue[])[],
  { kind, id, named }: Telling,
  gap: number,
): readonly number[] {
  const waiting: number[] = [];
  let block: number[] = [];
  let touches = true;
  let blank = 0;
  const end = () => {
    if (touches) waiting.push(...block);
    block = [];
    touches = false;
  };
  lines.forEach((line, index) => {
    blank = line.every(isBlank) ? blank + 1 : 0;
    if (blank > gap) end();
    if (blank > 0) return;
    const own = String(line[id - 1] ?? '');
    const name = nameIn(line, named);
    if (isId(kind, own)) touches = true;
    else if (isTotal(name)) {
      if (gap === 0) end();
    } else if (own === '' && name !== '') block.push(index);
  });
  end();
  return waiting;
}

/** What people call the row by: the first of its naming cells that holds anything. */
export const nameIn = (line: readonly CellValue[], named: readonly number[]): string =>
  named.map((column) => String(line[column - 1] ?? '').trim()).find((text) => text !== '') ?? '';

/** A checkbox that nobody ticked fills its whole column. */
const isBlank = (cell: CellValue): boolean => cell === '' || cell === false;

/** The whole text: a company may be called Total Wine. */
export const isTotal = (text: string): boolean =>
  /^((((sub|grand)[ -]?)?totals?|sum|(zwischen|gesamt)?summe|gesamt|(ara |genel )?toplam)( *\(.*\))? *:?)$/i.test(text);
