import type { Protection as EngineProtection } from '../engine/objects';
import type { Rect } from '../engine/rect';
import type { Context } from './context';
import { fail } from './errors';

/** `SpreadsheetApp.Protection`. Warnings show in the page; who may edit is not told apart yet. */
export class Protection {
  constructor(
    private readonly context: Context,
    private readonly id: number,
  ) {}

  static add(context: Context, sheet: number, rect: Rect | null): Protection {
    const id = context.file.newId();
    const item: EngineProtection = { id, sheet, rect, description: '', warningOnly: false };
    context.apply({ kind: 'objects', objects: { protections: [...context.file.objects.protections, item] } });
    return new Protection(context, id);
  }

  private get item(): EngineProtection {
    return this.context.file.objects.protections.find(({ id }) => id === this.id) ?? fail('Protection not found.');
  }
  private replace(change: Partial<EngineProtection>): this {
    const protections = this.context.file.objects.protections.map((item) =>
      item.id === this.id ? { ...item, ...change } : item,
    );
    this.context.apply({ kind: 'objects', objects: { protections } });
    return this;
  }

  getDescription(): string {
    return this.item.description;
  }
  setDescription(description: string): this {
    return this.replace({ description });
  }
  isWarningOnly(): boolean {
    return this.item.warningOnly;
  }
  setWarningOnly(warningOnly: boolean): this {
    return this.replace({ warningOnly });
  }
  remove(): void {
    const protections = this.context.file.objects.protections.filter(({ id }) => id !== this.id);
    this.context.apply({ kind: 'objects', objects: { protections } });
  }
}
