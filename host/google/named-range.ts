import type { NamedRange as EngineName } from '../engine/objects';
import type { Context } from './context';
import { fail } from './errors';
import { Range } from './range';

/** How a name is written: those of a tab carry its name. */
export const writtenName = (context: Context, { name, sheet, ofTab }: EngineName): string =>
  ofTab ? `${context.file.sheet(sheet)?.name}!${name}` : name;

/** The named range that a text names, whatever its case. */
export function nameOf(context: Context, text: string): EngineName | undefined {
  const wanted = String(text).toLowerCase();
  return context.file.objects.names.find((item) => writtenName(context, item).toLowerCase() === wanted);
}

/** Gives a range a name; what had the name before has it no longer. */
export function setName(context: Context, name: string, { sheetId, rect }: Range): void {
  checkName(name);
  const known = nameOf(context, name);
  const { names } = context.file.objects;
  const item: EngineName = { name, sheet: sheetId, rect };
  context.apply({
    kind: 'objects',
    objects: { names: known ? names.map((one) => (one === known ? item : one)) : [...names, item] },
  });
}

/** `SpreadsheetApp.NamedRange`. It is gone when all its cells are. */
export class NamedRange {
  constructor(
    private readonly context: Context,
    private current: EngineName,
  ) {}

  private get item(): EngineName {
    const { name, sheet, ofTab } = this.current;
    const found = this.context.file.objects.names.find(
      (item) => item.name === name && item.ofTab === ofTab && (!ofTab || item.sheet === sheet),
    );
    return found ?? fail('Named range not found.');
  }
  private replace(change: Partial<EngineName>): this {
    const { item } = this;
    const changed = { ...item, ...change };
    const names = this.context.file.objects.names.map((one) => (one === item ? changed : one));
    this.context.apply({ kind: 'objects', objects: { names } });
    this.current = changed;
    return this;
  }

  getName(): string {
    return writtenName(this.context, this.item);
  }
  getRange(): Range {
    return new Range(this.context, this.item.sheet, this.item.rect);
  }
  setRange(range: Range): this {
    return this.replace({ sheet: range.sheetId, rect: range.rect });
  }
  setName(name: string): this {
    checkName(name);
    const taken = nameOf(this.context, name);
    if (taken && taken !== this.item) fail(`A named range with the name "${name}" already exists.`);
    return this.replace({ name });
  }
  remove(): void {
    const { item } = this;
    const names = this.context.file.objects.names.filter((one) => one !== item);
    this.context.apply({ kind: 'objects', objects: { names } });
  }
}

/** Letters, digits and underscores, not starting with a digit, and nothing that reads as a cell. */
export function checkName(name: string): void {
  const reads = /^[A-Za-z]{1,3}\d+$/.test(name) || /^(true|false)$/i.test(name) || /^r\d*c\d*$/i.test(name);
  if (!/^[\p{L}_][\p{L}\p{N}_]{0,249}$/u.test(name) || reads)
    fail(`The name "${name}" is not valid for a named range.`);
}
