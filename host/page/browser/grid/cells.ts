import { CellValueType, type ICellData, type IStyleData } from '@univerjs/core';
import type { SpreadsheetFile } from '../../../engine/file';
import type { CellFormat } from '../../../engine/format';
import type { Sheet } from '../../../engine/sheet';
import { type CellValue, isCellError } from '../../../engine/values';

/** The name under which Univer knows a format of the file. */
export const styleName = (format: number): string => `f${format}`;

const HORIZONTAL = { left: 1, center: 2, right: 3 } as const;
const VERTICAL = { top: 1, middle: 2, bottom: 3 } as const;
const WRAP = { overflow: 1, clip: 2, wrap: 3 } as const;

export function styleOf(format: CellFormat): IStyleData {
  const style: IStyleData = {};
  if (format.bold) style.bl = 1;
  if (format.italic) style.it = 1;
  if (format.underline) style.ul = { s: 1 };
  if (format.strike) style.st = { s: 1 };
  if (format.fontColor) style.cl = { rgb: plainColor(format.fontColor) };
  if (format.background) style.bg = { rgb: plainColor(format.background) };
  if (format.fontSize) style.fs = format.fontSize;
  if (format.fontFamily) style.ff = format.fontFamily;
  if (format.horizontal) style.ht = HORIZONTAL[format.horizontal];
  if (format.vertical) style.vt = VERTICAL[format.vertical];
  if (format.wrap) style.tb = WRAP[format.wrap];
  if (format.numberFormat) style.n = { pattern: format.numberFormat };
  return style;
}

/** Scripts may name colours as CSS does; Univer wants numbers. */
function plainColor(color: string): string {
  if (color.startsWith('#')) return color;
  const context = document.createElement('canvas').getContext('2d');
  if (!context) return color;
  context.fillStyle = color;
  return String(context.fillStyle);
}

/** What Univer keeps of a cell. The text it draws is made when it is drawn, by the rules of the file's locale. */
export function cellOf({ grid }: Sheet, row: number, column: number): ICellData | null {
  const value = grid.value(row, column);
  const format = grid.format(row, column);
  const formula = grid.formula(row, column);
  if (value === null && format === 0 && formula === null) return null;
  const cell: ICellData = contentOf(value);
  if (format !== 0) cell.s = styleName(format);
  if (formula !== null) cell.f = formula;
  return cell;
}

function contentOf(value: CellValue): ICellData {
  if (value === null) return {};
  if (isCellError(value)) return { v: value.error };
  if (typeof value === 'boolean') return { v: value ? 1 : 0, t: CellValueType.BOOLEAN };
  if (typeof value === 'number') return { v: value, t: CellValueType.NUMBER };
  // Told that it is text, Univer tries on every frame whether it reads as a date. It is told only where it would doubt.
  return LOOKS_LIKE_NO_TEXT.test(value) ? { v: value, t: CellValueType.STRING } : { v: value };
}

const LOOKS_LIKE_NO_TEXT = /^(\s*[-+.\d].*|true|false)$/i;

export const stylesOf = (file: SpreadsheetFile, from = 0): Record<string, IStyleData> =>
  Object.fromEntries(
    file.formats
      .all()
      .slice(from)
      .map((format, index) => [styleName(from + index), styleOf(format)]),
  );
