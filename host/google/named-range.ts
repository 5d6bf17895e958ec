import type { NamedRange as EngineName } from '../engine/objects';
import type { Context } from './context';
import { fail } from './errors';
import { Range } from './range';

/** `SpreadsheetApp.NamedRange`. */
export class NamedRange {
  constructor(
    private readonly context: Context,
    private name: string,
  ) {}

  private get item(): EngineName {
    return this.context.file.objects.names.find(({ name }) => name === this.name) ?? fail('Named range not found.');
  }
  private replace(change: Partial<EngineName>): this {
    const names = this.context.file.objects.names.map((item) =>
      item.name === this.name ? { ...item, ...change } : item,
    );
    this.context.apply({ kind: 'objects', objects: { names } });
    return this;
  }

  getName(): string {
    return this.item.name;
  }
  getRange(): Range {
    return new Range(this.context, this.item.sheet, this.item.rect);
  }
  setRange(range: Range): this {
    return this.replace({ sheet: range.sheetId, rect: range.rect });
  }
  setName(name: string): this {
    checkName(name);
    this.replace({ name });
    this.name = name;
    return this;
  }
  remove(): void {
    const names = this.context.file.objects.names.filter(({ name }) => name !== this.name);
    this.context.apply({ kind: 'objects', objects: { names } });
  }
}

/** Letters, digits and underscores, not starting with a digit, and nothing that reads as a cell. */
export function checkName(name: string): void {
  const reads = /^[A-Za-z]{1,3}\d+$/.test(name) || /^(true|false)$/i.test(name) || /^r\d*c\d*$/i.test(name);
  if (!/^[A-Za-z_][A-Za-z0-9_]{0,249}$/.test(name) || reads) fail(`The name "${name}" is not valid for a named range.`);
}
