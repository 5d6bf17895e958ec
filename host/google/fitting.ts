import { nameOfService } from './class-names';
import { EnumValue } from './enums';

/** Whether a value does for an argument of one kind. */
export type Fits = (arg: unknown) => boolean;

const isNull = (arg: unknown): boolean => arg === null || arg === undefined;
const isObject = (arg: unknown): arg is object => typeof arg === 'object' && arg !== null;
const isDate = (arg: unknown): boolean => arg instanceof Date && !Number.isNaN(arg.getTime());
const serviceOf = (arg: unknown): string => (isObject(arg) ? nameOfService(arg) : '');
const isEnum = (name: RegExp): Fits => {
  return (arg) => arg instanceof EnumValue && name.test(arg.name);
};

/**
 * Numbers and truth values do for a text, and null for none. Nothing else does for a number or a truth value.
 * Source: "The parameters (String,number) don't match …" of Sheet.getRange and "(null)" of Sheet.deleteRow, seen by many.
 */
const KINDS: Readonly<Record<string, Fits>> = {
  any: () => true,
  kept: (arg) => !serviceOf(arg),
  string: (arg) => !isObject(arg),
  text: (arg) => !isObject(arg) && !isNull(arg),
  literal: (arg) => typeof arg === 'string',
  number: (arg) => typeof arg === 'number',
  boolean: (arg) => typeof arg === 'boolean',
  Date: isDate,
  value: (arg) => !isObject(arg) || isDate(arg),
  object: (arg) => isObject(arg) && !Array.isArray(arg) && !(arg instanceof Date) && !serviceOf(arg),
  /** Google's name for everything that a blob can be had of. */
  BlobSource: (arg) => serviceOf(arg) === 'Blob' || serviceOf(arg) === 'HtmlOutput',
  /** `Browser` calls its own `Buttons`. */
  ButtonSet: isEnum(/^Button(Set|s)$/),
};

/** The check for a kind as `signatures.ts` names it. */
export function fitting(kind: string): Fits {
  if (kind.endsWith('?')) return orNull(fitting(kind.slice(0, -1)));
  // What values and bytes may be, and the size of a block, their methods say.
  if (/^(any\[\]\[\]|any\[\]|number\[\])$/.test(kind)) return Array.isArray;
  if (kind.endsWith('[][]')) {
    const fits = fitting(kind.slice(0, -4));
    const isRow = (row: unknown) => Array.isArray(row) && row.every(fits);
    return (arg) => Array.isArray(arg) && arg.every(isRow);
  }
  if (kind.endsWith('[]')) {
    const fits = fitting(kind === 'string[]' ? 'text' : kind.slice(0, -2));
    return (arg) => Array.isArray(arg) && arg.every(fits);
  }
  return KINDS[kind] ?? ((arg) => (arg instanceof EnumValue ? arg.name === kind : serviceOf(arg) === kind));
}

const orNull =
  (fits: Fits): Fits =>
  (arg) =>
    isNull(arg) || fits(arg);
