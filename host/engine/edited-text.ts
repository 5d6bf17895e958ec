import { displayOf, showsDate } from './display';
import { localeOf } from './locale';
import { readTyped } from './typed-text';
import { type CellValue, isCellError } from './values';

/** What stands in the editor when somebody opens a cell: text that makes the same cell when it is typed again. */
export function editedText(
  value: CellValue,
  formula: string | null,
  numberFormat: string | undefined,
  locale: string,
): string {
  if (formula !== null) return formula;
  if (value === null) return '';
  if (isCellError(value)) return value.error;
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  // Year 0 does not exist: a text that leaves the year out never reads back, whatever year it is by then.
  const into = { locale, format: numberFormat, by: 'person', year: 0 } as const;
  const readsBack = (text: string) => readTyped(text, into).value === value;
  if (typeof value === 'string') return readsBack(value) ? value : `'${value}`;
  const plain = displayOf(value, undefined, locale);
  const [exact, exponential] = [String(value), value.toExponential()].map((text) =>
    text.replace('.', localeOf(locale).decimal),
  ) as [string, string];
  const candidates = [...formattedTexts(value, numberFormat, locale), plain, exact, exponential];
  return candidates.find(readsBack) ?? exact;
}

/** Dates are edited as dates and percentages as percentages; other numbers without their format. */
function formattedTexts(value: number, numberFormat: string | undefined, locale: string): string[] {
  if (numberFormat?.includes('%')) return [`${displayOf(Number((value * 100).toPrecision(15)), undefined, locale)}%`];
  if (!showsDate(numberFormat)) return [];
  const date = localeOf(locale).dateFormat;
  const patterns = [...(numberFormat ? [numberFormat] : []), date, `${date} h:mm:ss`, 'h:mm:ss', 'yyyy-mm-dd h:mm:ss'];
  return patterns.map((pattern) => displayOf(value, pattern, locale));
}
