import type { Field, FieldKind } from '../domain/fields';

/** A field with the column that it gets. */
export type Column = { readonly name: string; readonly field: Field; readonly column: number };

export const FORMATS: Readonly<Record<FieldKind, string>> = {
  id: '@',
  text: '@',
  longText: '@',
  tags: '@',
  hidden: '@',
  money: '#,##0.00',
  number: '0',
  percent: '0%',
  day: 'yyyy-mm-dd',
  instant: 'yyyy-mm-dd hh:mm',
};

const WIDTHS: Readonly<Record<FieldKind, number>> = {
  id: 130,
  text: 140,
  longText: 260,
  tags: 140,
  hidden: 100,
  money: 110,
  number: 70,
  percent: 90,
  day: 105,
  instant: 130,
};

/** Fields that need more or less room than their kind. */
const OWN_WIDTHS: Readonly<Record<string, number>> = {
  title: 220,
  company: 180,
  lead: 170,
  email: 190,
  subject: 220,
  pipeline: 110,
  currency: 80,
};

/** Neighbours of one width share a call. */
export function widths(columns: readonly Column[]): { from: number; length: number; width: number }[] {
  const runs: { from: number; length: number; width: number }[] = [];
  for (const { name, field, column } of columns) {
    const width = OWN_WIDTHS[name] ?? WIDTHS[field.kind];
    const last = runs[runs.length - 1];
    if (last?.width === width) last.length++;
    else runs.push({ from: column, length: 1, width });
  }
  return runs;
}
