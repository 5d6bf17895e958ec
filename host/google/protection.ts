import type { NamedRange as EngineName, Protection as EngineProtection } from '../engine/objects';
import { mayEdit, PROTECTED } from '../engine/protections';
import type { Rect } from '../engine/rect';
import type { Context } from './context';
import { editorsOfFile, ownsFile } from './editors';
import { EnumValue } from './enums';
import { fail } from './errors';
import type { NamedRange } from './named-range';
import { Range } from './range';
import { User } from './session';

type Person = string | { getEmail(): string };

const emailOf = (person: Person): string => (typeof person === 'string' ? person : person.getEmail());

/**
 * `SpreadsheetApp.Protection`: who may edit a block or a tab. It stops nobody until its editors are changed. Whom it
 * stops is judged by the engine. Source: reference "Protection".
 */
export class Protection {
  constructor(
    private readonly context: Context,
    private readonly id: number,
  ) {}

  static add(context: Context, sheet: number, rect: Rect | null): Protection {
    const { protections } = context.file.objects;
    // A tab has one protection; protecting it again answers with that. Source: reference "Sheet.protect".
    const known = rect ? undefined : protections.find((item) => item.sheet === sheet && !item.rect);
    if (known) return new Protection(context, known.id);
    const id = context.file.newId();
    const item: EngineProtection = { id, sheet, rect, description: '', warningOnly: false };
    context.apply({ kind: 'objects', objects: { protections: [...protections, item] } });
    return new Protection(context, id);
  }

  private get item(): EngineProtection {
    return this.context.file.objects.protections.find(({ id }) => id === this.id) ?? fail('Protection not found.');
  }
  private replace(change: (item: EngineProtection) => EngineProtection): this {
    if (!this.canEdit()) fail(PROTECTED);
    const protections = this.context.file.objects.protections.map((item) =>
      item.id === this.id ? change(item) : item,
    );
    this.context.apply({ kind: 'objects', objects: { protections } });
    return this;
  }

  // What it protects

  getProtectionType(): EnumValue {
    return new EnumValue('SpreadsheetApp', 'ProtectionType', this.item.rect ? 'RANGE' : 'SHEET');
  }
  getRange(): Range {
    const { sheet, rect } = this.item;
    const grid = this.context.file.sheet(sheet)?.grid ?? fail('Sheet not found.');
    return new Range(this.context, sheet, rect ?? grid.whole());
  }
  setRange(range: Range): this {
    return this.replace(({ name: _, ...item }) => ({ ...item, sheet: range.sheetId, rect: range.rect }));
  }
  getRangeName(): string | null {
    return this.item.name ?? null;
  }
  setRangeName(rangeName: string): this {
    const wanted = String(rangeName).toLowerCase();
    const { name, sheet, rect }: EngineName =
      this.context.file.objects.names.find((item) => item.name.toLowerCase() === wanted) ?? fail('Range not found');
    return this.replace((item) => ({ ...item, sheet, rect, name }));
  }
  setNamedRange(namedRange: NamedRange): this {
    return this.setRangeName(namedRange.getName());
  }
  getUnprotectedRanges(): Range[] {
    const { sheet, unprotected = [] } = this.item;
    return unprotected.map((rect) => new Range(this.context, sheet, rect));
  }
  setUnprotectedRanges(ranges: Range[]): this {
    const { rect, sheet } = this.item;
    if (rect) fail('Unprotected ranges can only be set on a protected sheet.');
    if (ranges.some(({ sheetId }) => sheetId !== sheet)) fail('Range must be on the protected sheet.');
    return this.replace((item) => ({ ...item, unprotected: ranges.map((range) => range.rect) }));
  }

  // Who may edit

  getEditors(): User[] {
    // The owner always edits and is not in the list. Source: issuetracker 442636162.
    return (this.item.editors ?? editorsOfFile(this.context)).map((email) => new User(email));
  }
  canEdit(): boolean {
    return mayEdit(this.item, this.context.effectiveUser.email, ownsFile(this.context));
  }
  addEditor(person: Person): this {
    return this.addEditors([person]);
  }
  addEditors(people: Person[]): this {
    const added = people.map(emailOf);
    return this.replace((item) => ({ ...item, editors: [...new Set([...this.listed(item), ...added])] }));
  }
  removeEditor(person: Person): this {
    return this.removeEditors([person]);
  }
  /** Neither the owner nor whoever runs the script can be removed. Source: reference "Protection.removeEditors". */
  removeEditors(people: Person[]): this {
    const removed = new Set(people.map(emailOf));
    removed.delete(this.context.effectiveUser.email);
    return this.replace((item) => ({ ...item, editors: this.listed(item).filter((email) => !removed.has(email)) }));
  }
  private listed(item: EngineProtection): readonly string[] {
    return item.editors ?? editorsOfFile(this.context);
  }
  canDomainEdit(): boolean {
    return this.item.domainEdit ?? false;
  }
  setDomainEdit(editable: boolean): this {
    return this.replace((item) => ({ ...item, domainEdit: editable }));
  }

  getDescription(): string {
    return this.item.description;
  }
  setDescription(description: string): this {
    return this.replace((item) => ({ ...item, description: String(description) }));
  }
  isWarningOnly(): boolean {
    return this.item.warningOnly;
  }
  setWarningOnly(warningOnly: boolean): this {
    return this.replace((item) => ({ ...item, warningOnly }));
  }
  remove(): void {
    if (!this.canEdit()) fail(PROTECTED);
    const protections = this.context.file.objects.protections.filter(({ id }) => id !== this.id);
    this.context.apply({ kind: 'objects', objects: { protections } });
  }
}

/** The protections of one type, of a tab or of the whole file. */
export const protectionsOf = (context: Context, type: { toString(): string }, sheet?: number): Protection[] =>
  context.file.objects.protections
    .filter((item) => (item.rect === null) === (String(type) === 'SHEET'))
    .filter((item) => sheet === undefined || item.sheet === sheet)
    .map(({ id }) => new Protection(context, id));
