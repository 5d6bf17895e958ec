import type { Edit, FileProperties, FormulaAt } from './edits';
import { FormatTable } from './format';
import { renameTab, shiftFormula } from './formulas';
import type { Layers } from './grid';
import { type FileObjects, noObjects } from './objects';
import { inverseShift, type Rect, rectOf, type Shift, shiftLine } from './rect';
import { blankSheet, plainSheet, type Sheet, type SheetSnapshot, sheetOf, snapshotOf } from './sheet';
import { shiftObjects, withoutSheet } from './shift-objects';
import type { Block, CellValue } from './values';

/** Told about every edit after it was applied. `by` names who did it, so that a listener can leave out its own. */
export type EditListener = (edit: Edit, by: string) => void;

/** Results of formulas that changed since they were last told. */
export type ResultListener = (sheet: number, rect: Rect) => void;

/** New tabs of Sheets have this size. */
const NEW_TAB = { rows: 1000, columns: 26 } as const;

const UNDO_STEPS = 200;

/** Edits that are taken back together, the last one first. */
type Step = { readonly step: string | undefined; readonly edits: { readonly edit: Edit; readonly inverse: Edit }[] };

/**
 * One spreadsheet: its tabs, formats and objects. The only way to change it is `apply`, which is synchronous, counts
 * the version up and remembers how to take the edit back.
 */
export class SpreadsheetFile {
  properties: FileProperties;
  readonly formats = new FormatTable();
  objects: FileObjects = noObjects;
  /** What dates without a year are read by. */
  clock: () => number = Date.now;
  /** Counts every edit: a page that shows an older version knows that it is behind. */
  version = 0;
  private readonly sheetsById = new Map<number, Sheet>();
  private order: number[] = [];
  private readonly listeners = new Set<EditListener>();
  private readonly resultListeners = new Set<ResultListener>();
  private readonly undoSteps: Step[] = [];
  private readonly redoSteps: Step[] = [];
  private nextId = 1;

  constructor(properties: FileProperties, tab = 'Sheet1') {
    this.properties = properties;
    if (tab) this.insertSheet(blankSheet(0, plainSheet(tab), NEW_TAB.rows, NEW_TAB.columns), 0);
  }

  get sheets(): readonly Sheet[] {
    return this.order.map((id) => this.sheetsById.get(id)!);
  }

  sheet(id: number): Sheet | undefined {
    return this.sheetsById.get(id);
  }

  sheetNamed(name: string): Sheet | undefined {
    return this.sheets.find((sheet) => sheet.name === name);
  }

  /** A number that no tab, chart or rule of this file has had. */
  newId(): number {
    return this.nextId++;
  }

  /** For a file read from disk: ids given so far are not given again. */
  get idsGiven(): number {
    return this.nextId;
  }

  set idsGiven(next: number) {
    this.nextId = Math.max(this.nextId, next);
  }

  onEdit(listener: EditListener): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  onResults(listener: ResultListener): () => void {
    this.resultListeners.add(listener);
    return () => this.resultListeners.delete(listener);
  }

  /**
   * Changes the file. Edits of one `step` that follow each other are taken back together; another's edit between them
   * parts them, as a colleague's typing parts what a running script writes.
   */
  apply(edit: Edit, by = 'person', step?: string): void {
    const inverse = this.perform(edit);
    const last = this.undoSteps.at(-1);
    if (step !== undefined && last?.step === step) last.edits.push({ edit, inverse });
    else this.undoSteps.push({ step, edits: [{ edit, inverse }] });
    if (this.undoSteps.length > UNDO_STEPS) this.undoSteps.shift();
    this.redoSteps.length = 0;
    this.tell(edit, by);
  }

  /** Applies an edit that was made elsewhere, in a copy that follows another file: it is not to be taken back here. */
  follow(edit: Edit, by: string): void {
    this.perform(edit);
    this.tell(edit, by);
  }

  /** The edits that taking the last step back, or making it again, comes down to. */
  wouldTakeBack(kind: 'undo' | 'redo'): readonly Edit[] {
    if (kind === 'redo') return this.redoSteps.at(-1)?.edits.map(({ edit }) => edit) ?? [];
    return (
      this.undoSteps
        .at(-1)
        ?.edits.toReversed()
        .map(({ inverse }) => inverse) ?? []
    );
  }

  /** Takes the last step back, whoever made it. False when there is none. */
  undo(by: string): boolean {
    const last = this.undoSteps.pop();
    if (!last) return false;
    for (const { inverse } of last.edits.toReversed()) this.follow(inverse, by);
    this.redoSteps.push(last);
    return true;
  }

  /** Makes again what was taken back last, as long as nothing else was done since. */
  redo(by: string): boolean {
    const last = this.redoSteps.pop();
    if (!last) return false;
    const edits = last.edits.map(({ edit }) => {
      const inverse = this.perform(edit);
      this.tell(edit, by);
      return { edit, inverse };
    });
    // Without its name: what its maker does next is a step of its own.
    this.undoSteps.push({ step: undefined, edits });
    return true;
  }

  /** Results of formulas: they belong to no one and cannot be undone. */
  setResults(sheet: number, rect: Rect, values: Block<CellValue>, formats?: Block<number>): void {
    const grid = this.sheetsById.get(sheet)?.grid;
    if (!grid) return;
    grid.write(rect.row, rect.column, formats ? { values, formats } : { values });
    this.version++;
    for (const listener of this.resultListeners) listener(sheet, rect);
  }

  private tell(edit: Edit, by: string): void {
    for (const listener of [...this.listeners]) listener(edit, by);
  }

  private perform(edit: Edit): Edit {
    this.version++;
    switch (edit.kind) {
      case 'cells':
        return this.writeCells(edit);
      case 'shift':
        return this.shift(edit);
      case 'lines': {
        const { grid } = this.must(edit.sheet);
        const old = edit.lines.map((_, i) => grid.line(edit.axis, edit.at + i));
        edit.lines.forEach((line, i) => {
          grid.setLine(edit.axis, edit.at + i, line);
        });
        return { ...edit, lines: old };
      }
      case 'sheet':
        return this.setProperties(edit);
      case 'insert-sheet':
        this.insertSheet(edit.snapshot, edit.index);
        if (edit.objects) this.objects = edit.objects;
        return { kind: 'delete-sheet', sheet: edit.snapshot.id };
      case 'delete-sheet':
        return this.deleteSheet(edit.sheet);
      case 'order': {
        const old = this.order;
        this.order = [...edit.order];
        return { kind: 'order', order: old };
      }
      case 'objects': {
        const old = Object.fromEntries(
          Object.keys(edit.objects).map((key) => [key, this.objects[key as keyof FileObjects]]),
        );
        this.objects = { ...this.objects, ...edit.objects };
        return { kind: 'objects', objects: old as Partial<FileObjects> };
      }
      case 'file': {
        const old = this.properties;
        this.properties = { ...old, ...edit.properties };
        return { kind: 'file', properties: before(old, edit.properties) };
      }
    }
  }

  private must(id: number): Sheet {
    const sheet = this.sheetsById.get(id);
    if (!sheet) throw new Error(`Tab ${id} does not exist.`);
    return sheet;
  }

  private writeCells(edit: Extract<Edit, { kind: 'cells' }>): Edit {
    const { grid } = this.must(edit.sheet);
    const rect = layersRect(edit.row, edit.column, edit.layers);
    if (!grid.holds(rect)) throw new Error(`Cells outside of tab ${edit.sheet}.`);
    const { values, formulas, formats, notes } = edit.layers;
    const old: Layers = {
      ...((values || formulas) && { values: grid.values(rect), formulas: grid.formulas(rect) }),
      ...(formats && { formats: grid.formats(rect) }),
      ...(notes && { notes: grid.notes(rect) }),
    };
    grid.write(edit.row, edit.column, edit.layers);
    return { ...edit, layers: old };
  }

  private shift(edit: Extract<Edit, { kind: 'shift' }>): Edit {
    const sheet = this.must(edit.sheet);
    const objects = this.objects;
    const removed = sheet.grid.shift(edit.shift, edit.restore?.lines);
    this.objects = edit.restore?.objects ?? shiftObjects(objects, edit.sheet, edit.shift);
    const formulas = this.rewriteFormulas((formula, home, at) => {
      // Lines that come back bring their formulas as they were; only the others must follow.
      const back = edit.restore && home.id === edit.sheet && isInside(at[edit.shift.axis], edit.shift);
      return back ? formula : shiftFormula(formula, home.name, sheet.name, edit.shift);
    });
    this.putFormulas(edit.restore?.formulas);
    const back = inverseShift(edit.shift);
    const restore = { lines: removed, formulas: unshifted(formulas, edit.sheet, back), objects };
    return { kind: 'shift', sheet: edit.sheet, shift: back, restore };
  }

  /** Changes every formula that `change` makes something else of; answers with the old texts. */
  private rewriteFormulas(
    change: (formula: string, home: Sheet, at: { row: number; column: number }) => string,
  ): FormulaAt[] {
    const old: FormulaAt[] = [];
    for (const home of this.sheets) {
      const { id, grid } = home;
      for (const { row, column, formula } of [...grid.formulaCells()]) {
        const changed = change(formula, home, { row, column });
        if (changed === formula) continue;
        old.push({ sheet: id, row, column, formula });
        grid.write(row, column, { formulas: [[changed]] });
      }
    }
    return old;
  }

  private putFormulas(formulas: readonly FormulaAt[] | undefined): void {
    for (const { sheet, row, column, formula } of formulas ?? []) {
      this.sheetsById.get(sheet)?.grid.write(row, column, { formulas: [[formula]] });
    }
  }

  private setProperties(edit: Extract<Edit, { kind: 'sheet' }>): Edit {
    const sheet = this.must(edit.sheet);
    const old = sheet.properties;
    sheet.properties = { ...old, ...edit.properties };
    const renamed = sheet.properties.name !== old.name;
    const formulas = renamed ? this.rewriteFormulas((formula) => renameTab(formula, old.name, sheet.name)) : [];
    this.putFormulas(edit.formulas);
    return { kind: 'sheet', sheet: edit.sheet, properties: before(old, edit.properties), formulas };
  }

  /** Puts a saved tab back as it was, outside of undo. */
  restore(snapshot: SheetSnapshot, index: number): void {
    this.insertSheet(snapshot, index);
  }

  private insertSheet(snapshot: SheetSnapshot, index: number): void {
    this.sheetsById.set(snapshot.id, sheetOf(snapshot));
    this.idsGiven = snapshot.id + 1;
    this.order.splice(index, 0, snapshot.id);
  }

  private deleteSheet(id: number): Edit {
    const sheet = this.must(id);
    const index = this.order.indexOf(id);
    const objects = this.objects;
    this.order.splice(index, 1);
    this.sheetsById.delete(id);
    this.objects = withoutSheet(objects, id);
    return { kind: 'insert-sheet', index, snapshot: snapshotOf(sheet), objects };
  }
}

/** What the changed properties were, those that were not there too. */
const before = <T extends object>(old: T, changed: Partial<T>): Partial<T> =>
  Object.fromEntries(Object.keys(changed).map((key) => [key, old[key as keyof T]])) as Partial<T>;

const isInside = (line: number, shift: Shift): boolean => line >= shift.at && line < shift.at + shift.count;

/** The block of cells that a write touches. */
export function layersRect(row: number, column: number, layers: Layers): Rect {
  const block = layers.values ?? layers.formulas ?? layers.formats ?? layers.notes ?? [];
  return rectOf(row, column, block.length, block[0]?.length ?? 0);
}

/** Formulas were noted at their places after the shift; taking it back looks for them where they were before. */
function unshifted(formulas: readonly FormulaAt[], sheet: number, back: Shift): FormulaAt[] {
  return formulas.map((item) => {
    if (item.sheet !== sheet) return item;
    return { ...item, [back.axis]: shiftLine(item[back.axis], back) ?? item[back.axis] };
  });
}
