import type { SpreadsheetFile } from '../engine/file';
import { fail } from './errors';

/** Refuses a name that a tab cannot have. Tab names ignore case. */
export function checkTabName(file: SpreadsheetFile, name: string, except: number | null = null): string {
  if (name === '') fail('Sheet name cannot be empty.');
  if (name.length > 100) fail('Sheet name cannot be longer than 100 characters.');
  const taken = file.sheets.some((sheet) => sheet.id !== except && sheet.name.toLowerCase() === name.toLowerCase());
  return taken ? fail(`A sheet with the name "${name}" already exists. Please enter another name.`) : name;
}

/** The first of the names that no tab has. */
export function freeTabName(file: SpreadsheetFile, nth: (n: number) => string): string {
  const taken = new Set(file.sheets.map(({ name }) => name.toLowerCase()));
  let n = 1;
  while (taken.has(nth(n).toLowerCase())) n++;
  return nth(n);
}

/** `Copy of Leads`, `Copy of Leads 2` … */
export const nameOfCopy = (file: SpreadsheetFile, name: string): string =>
  freeTabName(file, (n) => `Copy of ${name}${n > 1 ? ` ${n}` : ''}`);
