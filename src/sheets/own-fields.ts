import { isDay } from '../domain/day';
import type { OwnField, OwnKind } from '../domain/own-fields';
import type { RecordRows } from './record-rows';
import { fieldOf, type Name } from './row-values';
import type { Kept } from './tab-columns';

type Rule = GoogleAppsScript.Spreadsheet.DataValidation;

/** Rows below the header that are looked at: what people set up for a column they set up from its top. */
const SAMPLE = 20;

/** More choices than this are nothing for a dropdown of ours. */
const MOST_OPTIONS = 500;

/**
 * The columns that people added to a tab, each with what it holds: by its validation, else by its number format, else by
 * what `records` hold there. Two calls, and one for each dropdown whose list stands in the file.
 */
export function ownFieldsOf<R extends Kept>(rows: RecordRows<R>, records: readonly R[]): readonly OwnField[] {
  const { sheet, layout } = rows;
  const columns = [...layout.own.values()];
  const height = Math.min(SAMPLE, sheet.getMaxRows() - layout.headerRow);
  if (columns.length === 0 || height < 1) return [];
  const left = Math.min(...columns);
  const range = sheet.getRange(layout.headerRow + 1, left, height, Math.max(...columns) - left + 1);
  const [rules, formats] = [range.getDataValidations(), range.getNumberFormats()];
  return [...layout.own].map(([name, column]) => {
    const at = column - left;
    const rule = rules.map((line) => line[at]).find((one) => one) ?? null;
    const values = records.slice(0, SAMPLE).map((record) => fieldOf(record, name as Name<R>));
    const { kind, options } = byRule(rule) ?? {
      kind: byFormat(formats.map((line) => line[at]!)) ?? byValues(values),
      options: [],
    };
    return { name, header: name.slice(1), kind, options };
  });
}

function byRule(rule: Rule | null): Pick<OwnField, 'kind' | 'options'> | null {
  if (!rule) return null;
  const values = rule.getCriteriaValues() as unknown[];
  switch (String(rule.getCriteriaType())) {
    case 'CHECKBOX':
      return { kind: 'checkbox', options: [] };
    case 'VALUE_IN_LIST':
      return { kind: 'choice', options: texts(values[0] as readonly unknown[]) };
    case 'VALUE_IN_RANGE':
      return { kind: 'choice', options: texts((values[0] as GoogleAppsScript.Spreadsheet.Range).getValues().flat()) };
    default:
      return null;
  }
}

const texts = (values: readonly unknown[]): readonly string[] =>
  [...new Set(values.map((value) => String(value).trim()).filter(Boolean))].slice(0, MOST_OPTIONS);

/** The first format of the column that says anything; words in quotes and colours say nothing. */
function byFormat(formats: readonly string[]): OwnKind | null {
  const plain = formats.map((format) => format.replace(/"[^"]*"|\\./g, '').replace(/\[(?!\$)[^\]]*\]/g, ''));
  const format = plain.find((one) => one !== '' && !/^general$/i.test(one));
  if (format === undefined) return null;
  if (format.includes('@')) return 'text';
  if (format.includes('%')) return 'percent';
  if (/\[\$|[\p{Sc}]/u.test(format)) return 'money';
  if (/[yd]/i.test(format)) return /h/i.test(format) ? 'instant' : 'day';
  return /[0#]/.test(format) ? 'number' : null;
}

/** Where the format says nothing, dates still are dates; anything else may be a text in the next row. */
const byValues = (values: readonly unknown[]): OwnKind =>
  values.some(isDay) && values.every((value) => value === null || isDay(value)) ? 'day' : 'general';
