import type { SpreadsheetFile } from './file';
import type { ValidationRule } from './objects';
import { type CellValue, isCellError } from './values';

/** The validation rule that a cell of this format names. */
export function ruleOfFormat(file: SpreadsheetFile, format: number): ValidationRule | null {
  const key = file.formats.get(format).rule;
  if (key === undefined) return null;
  return file.objects.rules.find((candidate) => candidate.key === key) ?? null;
}

/** Whether a value keeps to a rule. Criteria that the host does not judge let everything pass. */
export function ruleAllows(file: SpreadsheetFile, rule: Omit<ValidationRule, 'key'>, value: CellValue): boolean {
  const { criterion, args, source } = rule;
  if (criterion === 'VALUE_IN_LIST')
    return (args[0] as readonly string[]).includes(String(isCellError(value) ? value.error : value));
  if (criterion === 'VALUE_IN_RANGE' && source) {
    const listed = file.sheet(source.sheet)?.grid.values(source.rect) ?? [];
    return listed.some((row) => row.some((item) => item === value));
  }
  if (criterion === 'CHECKBOX') return typeof value === 'boolean';
  if (criterion === 'NUMBER_BETWEEN')
    return typeof value === 'number' && value >= Number(args[0]) && value <= Number(args[1]);
  return true;
}
