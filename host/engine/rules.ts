import { displayOf, showsDate } from './display';
import type { SpreadsheetFile } from './file';
import type { ValidationRule } from './objects';
import { type CellValue, isCellError } from './values';

type Rule = Omit<ValidationRule, 'key'>;

/** The validation rule that a cell of this format names. */
export function ruleOfFormat(file: SpreadsheetFile, format: number): ValidationRule | null {
  const key = file.formats.get(format).rule;
  if (key === undefined) return null;
  return file.objects.rules.find((candidate) => candidate.key === key) ?? null;
}

/** Whether a value, shown in a number format, keeps to a rule. */
export type Judge = (value: CellValue, numberFormat: string | undefined) => boolean;

/** Looks every format up once: for writes of many cells. Null where nothing is rejected. */
export function rejections(file: SpreadsheetFile): (format: number) => { rule: ValidationRule; allows: Judge } | null {
  const known = new Map<number, { rule: ValidationRule; allows: Judge } | null>();
  if (file.objects.rules.every(({ allowInvalid }) => allowInvalid)) return () => null;
  return (format) => {
    let judged = known.get(format);
    if (judged === undefined) {
      const rule = ruleOfFormat(file, format);
      judged = rule && !rule.allowInvalid ? { rule, allows: judgeOf(file, rule) } : null;
      known.set(format, judged);
    }
    return judged;
  };
}

/** How Sheets says that a cell's rule was broken; the list of what would do stands behind it. */
export function violation(cell: string, { criterion, args, helpText }: Rule): string {
  const sentence = `The data you entered in cell ${cell} violates the data validation rules set on this cell.`;
  if (helpText) return `${sentence} ${helpText}`;
  if (criterion !== 'VALUE_IN_LIST') return sentence;
  return `${sentence} Please enter one of the following values: ${(args[0] as readonly string[]).join(', ')}.`;
}

type Numbers = (value: number, first: number, second: number) => boolean;

const NUMBERS: Readonly<Record<string, Numbers>> = {
  BETWEEN: (value, low, high) => value >= low && value <= high,
  NOT_BETWEEN: (value, low, high) => value < low || value > high,
  EQUAL_TO: (value, other) => value === other,
  NOT_EQUAL_TO: (value, other) => value !== other,
  GREATER_THAN: (value, other) => value > other,
  GREATER_THAN_OR_EQUAL_TO: (value, other) => value >= other,
  LESS_THAN: (value, other) => value < other,
  LESS_THAN_OR_EQUAL_TO: (value, other) => value <= other,
};

/** Dates compare by day, whatever their time. */
const DATES: Readonly<Record<string, Numbers>> = {
  AFTER: (day, other) => day > other,
  BEFORE: (day, other) => day < other,
  BETWEEN: (day, first, last) => day >= first && day <= last,
  NOT_BETWEEN: (day, first, last) => day < first || day > last,
  EQUAL_TO: (day, other) => day === other,
  ON_OR_AFTER: (day, other) => day >= other,
  ON_OR_BEFORE: (day, other) => day <= other,
  IS_VALID_DATE: () => true,
};

const TEXTS: Readonly<Record<string, (text: string, other: string) => boolean>> = {
  CONTAINS: (text, other) => text.toLowerCase().includes(other.toLowerCase()),
  DOES_NOT_CONTAIN: (text, other) => !text.toLowerCase().includes(other.toLowerCase()),
  EQUAL_TO: (text, other) => text === other,
  IS_VALID_EMAIL: (text) => /^[^\s@]+@[^\s@]+\.[^\s@.]+$/.test(text),
  IS_VALID_URL: (text) => /^(https?:\/\/|mailto:|ftp:\/\/)?[^\s/.]+(\.[^\s/.]+)+([/?#]\S*)?$/i.test(text),
};

/** Criteria that the host does not judge, formulas among them, let everything pass; so do blanks with all others. */
export function judgeOf(file: SpreadsheetFile, rule: Rule): Judge {
  const { criterion, args, source } = rule;
  const [family = '', ...rest] = criterion.split('_');
  const kind = rest.join('_');
  const [first, second] = [Number(args[0]), Number(args[1])];
  const judge = ((): Judge | undefined => {
    if (criterion === 'VALUE_IN_LIST') return amongTexts(file, args[0] as readonly string[]);
    if (criterion === 'VALUE_IN_RANGE') return amongCells(file, source);
    if (criterion === 'CHECKBOX') return checkbox(args);
    const numbers = NUMBERS[kind];
    if (family === 'NUMBER' && numbers)
      return (value, format) => typeof value === 'number' && !showsDate(format) && numbers(value, first, second);
    const dates = DATES[kind];
    if (family === 'DATE' && dates)
      return (value, format) =>
        typeof value === 'number' &&
        showsDate(format) &&
        dates(Math.floor(value), Math.floor(first), Math.floor(second));
    const texts = TEXTS[kind];
    if (family === 'TEXT' && texts)
      return (value, format) => texts(displayOf(value, format, file.properties.locale), String(args[0]));
    return undefined;
  })();
  return judge ? (value, format) => value === null || judge(value, format) : () => true;
}

function amongTexts(file: SpreadsheetFile, items: readonly string[]): Judge {
  const texts = new Set(items);
  return (value, format) =>
    texts.has(String(isCellError(value) ? value.error : value)) ||
    texts.has(displayOf(value, format, file.properties.locale));
}

function amongCells(file: SpreadsheetFile, source: Rule['source']): Judge {
  const grid = source && file.sheet(source.sheet)?.grid;
  if (!grid) return () => true;
  const rows = Math.max(1, Math.min(source.rect.rows, grid.lastRow() + 1 - source.rect.row));
  const listed = new Set(grid.values({ ...source.rect, rows }).flat());
  return (value) => listed.has(value);
}

function checkbox([checked, unchecked]: Rule['args']): Judge {
  if (checked === undefined) return (value) => typeof value === 'boolean';
  const texts = new Set([String(checked), String(unchecked ?? '')]);
  return (value) => texts.has(String(value));
}
