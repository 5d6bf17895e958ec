import type { SpreadsheetFile } from '../engine/file';
import { nameOfService } from './class-names';
import type { Context } from './context';
import { fail } from './errors';

/** Classes whose objects are places of one file. */
const PLACES = new Set(['Range', 'RangeList', 'Sheet', 'NamedRange', 'EmbeddedChart', 'ConditionalFormatRule']);

/** What they make belongs to no file before it is set somewhere. */
const FREE = new Set(['DataValidationBuilder', 'FilterCriteriaBuilder', 'ConditionalFormatRuleBuilder']);

const fileOf = (object: object): SpreadsheetFile | undefined => (object as { context?: Context }).context?.file;

export function refuseOtherFile(context: Context, place: object): void {
  if (fileOf(place) !== context.file) fail('Target range and source range must be on the same spreadsheet.');
}

function refuseOther(context: Context, arg: unknown): void {
  if (typeof arg === 'object' && arg !== null && PLACES.has(nameOfService(arg))) refuseOtherFile(context, arg);
}

/** Ids of tabs are the same in many files: a place of another file must not stand for one of this. */
export function checkSameFile(target: object, className: string, args: readonly unknown[]): void {
  const { context } = target as { context?: Context };
  if (!context || FREE.has(className)) return;
  for (const arg of args) {
    if (!Array.isArray(arg)) refuseOther(context, arg);
    else if (!Array.isArray(arg[0])) for (const item of arg) refuseOther(context, item);
  }
}
