import type { SpreadsheetFile } from '../../host/engine/file';
import type { CellValue } from '../../host/engine/values';

/** What people added to the tab of deals: a choice, a number, and a formula over both tabs' columns. */
export const OWN_HEADERS = ['Region', 'Seats', 'Value per seat'] as const;

const REGIONS = ['North', 'East', 'South', 'West'];

/** The formats of one row of the own columns. */
export function ownFormats(file: SpreadsheetFile): number[] {
  const { rules } = file.objects;
  const key = file.newId();
  const rule = { key, criterion: 'VALUE_IN_LIST', args: [REGIONS, true], source: null, allowInvalid: true };
  file.follow({ kind: 'objects', objects: { rules: [...rules, { ...rule, helpText: null }] } }, 'bench');
  return [{ rule: key }, { numberFormat: '0' }, { numberFormat: '#,##0.00' }].map((format) =>
    file.formats.idOf(format),
  );
}

/** The own cells of a deal, with the result of the formula where it has one. */
export function ownCells(index: number, value: number | null, hasFormula: boolean): CellValue[] {
  const seats = (index % 12) + 1;
  return [REGIONS[index % REGIONS.length]!, seats, hasFormula ? (value ?? 0) / seats : null];
}

/**
 * Rows whose last own cell is a formula, the others hold none: with one in each of 50,000 rows the offline host works for
 * most of a minute whenever a row is put in.
 */
const MOST_FORMULAS = 1_000;

export const hasFormula = (index: number, deals: number): boolean => index % Math.ceil(deals / MOST_FORMULAS) === 0;

/** Rows count from one; `value` and `seats` are letters of columns. */
export const ownFormula = (row: number, value: string, seats: string): string => `=${value}${row}/${seats}${row}`;
