import type { Edit } from '../../host/engine/edits';
import { rectOf } from '../../host/engine/rect';
import type { Host } from '../../host/host';
import { type Cell, type Cells, Columns, sameCell, type Tab, tabOf, type World, worldOf } from './world';

/** A value that a person put into a cell of a record. */
export type Typed = {
  readonly tab: string;
  readonly id: string;
  readonly column: string;
  readonly cell: Cell | undefined;
};

/**
 * Watches a file and keeps beside it what people made of it: the file as it would be had the add-on done nothing since
 * the last `rebase`. What people type goes to the record they typed it at, wherever its row is.
 */
export class Watch {
  readonly columns: Columns;
  readonly kinds: ReadonlyMap<number, string>;
  people: World;
  /** What people typed since the last `rebase`, by tab, id and column. */
  typed = new Map<string, Typed>();
  /** Rows that people deleted since then, as they stood when they went. */
  removed = new Map<string, Cells>();
  private written = new Map<string, (Cell | undefined)[]>();
  private last: World;
  private readonly host: Host;

  private readonly leads: boolean;

  /** `beside`: another watch on the same file, which knows its columns already. */
  constructor(host: Host, beside?: Watch) {
    this.host = host;
    const { file } = host;
    this.leads = beside === undefined;
    this.columns = beside?.columns ?? new Columns(file);
    this.kinds = beside?.kinds ?? new Map(file.sheets.map(({ id, name }) => [id, name]));
    this.last = this.read();
    this.people = this.copy();
    file.onEdit((edit, by) => this.note(edit, by));
  }

  /** What stands there: every edit is heard of. */
  get now(): World {
    return this.last;
  }

  private read(): World {
    return worldOf(this.host.file, this.columns, this.kinds);
  }

  /** Of one's own to change. */
  private copy(): World {
    return new Map(
      [...this.last].map(([sheet, { name, records, loose }]) => [
        sheet,
        { name, records: new Map(records), loose: [...loose] },
      ]),
    );
  }

  /** From here on, what stands there is what is to stay. */
  rebase(): void {
    this.people = this.copy();
    this.typed = new Map();
    this.removed = new Map();
    this.written = new Map();
  }

  kindOf(sheet: number): string {
    return this.kinds.get(sheet) ?? '';
  }

  /** What the add-on wrote into a cell since the last `rebase`, whatever became of it. */
  saw(tab: string, id: string, column: string): readonly (Cell | undefined)[] {
    return this.written.get(`${tab}|${id}|${column}`) ?? [];
  }

  private note(edit: Edit, by: string): void {
    if (this.leads) this.columns.follow(edit);
    const next = this.after(edit);
    if (by === this.host.person.name) this.take(this.last, next);
    else this.remember(this.last, next);
    this.last = next;
  }

  /** An edit of cells leaves the other tabs as they are. */
  private after(edit: Edit): World {
    if (edit.kind === 'lines' || edit.kind === 'order') return this.last;
    const sheet = edit.kind === 'cells' || edit.kind === 'sheet' ? this.host.file.sheet(edit.sheet) : undefined;
    if (!sheet) return this.read();
    return new Map(this.last).set(sheet.id, tabOf(this.host.file, sheet, this.columns, this.kindOf(sheet.id)));
  }

  private remember(before: World, after: World): void {
    for (const [sheet, tab] of after) if (tab !== before.get(sheet)) this.rememberTab(sheet, before.get(sheet), tab);
  }

  private rememberTab(sheet: number, before: Tab | undefined, { records }: Tab): void {
    for (const [id, cells] of records)
      for (const [column, cell] of cells) {
        if (sameCell(before?.records.get(id)?.get(column), cell)) continue;
        const key = `${this.kindOf(sheet)}|${id}|${column}`;
        this.written.set(key, [...(this.written.get(key) ?? []), cell]);
      }
  }

  /** The columns of a tab by the headers they have now. */
  headers(sheet: number): ReadonlyMap<string, string> {
    const tab = this.host.file.sheet(sheet);
    if (!tab) return new Map();
    const names = this.columns.of(tab);
    const rows = tab.grid.values(rectOf(0, 0, Math.min(10, tab.grid.height), tab.grid.width));
    const headers = rows.find((row) => row.filter((cell) => cell !== null).length > 4) ?? [];
    return new Map(headers.map((header, column) => [String(header ?? ''), names[column]!]));
  }

  /** A person's act, as what it changed. */
  private take(before: World, after: World): void {
    for (const sheet of before.keys()) if (!after.has(sheet)) this.people.delete(sheet);
    for (const [sheet, tab] of after) {
      const old = before.get(sheet);
      const mine = this.people.get(sheet);
      if (old === tab) continue;
      if (old && mine) this.takeTab(sheet, old, tab, mine);
      else this.people.set(sheet, { name: tab.name, records: new Map(tab.records), loose: [...tab.loose] });
    }
  }

  private takeTab(sheet: number, old: Tab, tab: Tab, mine: Tab): void {
    mine.name = tab.name;
    for (const [id, cells] of old.records) {
      if (tab.records.has(id)) continue;
      mine.records.delete(id);
      this.removed.set(`${this.kindOf(sheet)}|${id}`, cells);
    }
    for (const [id, cells] of tab.records) {
      const was = old.records.get(id);
      if (was) this.takeCells(sheet, id, was, cells, mine);
      else mine.records.set(id, cells);
    }
    for (const content of without(old.loose, tab.loose)) {
      const at = mine.loose.indexOf(content);
      if (at >= 0) mine.loose.splice(at, 1);
    }
    mine.loose.push(...without(tab.loose, old.loose));
  }

  private takeCells(sheet: number, id: string, was: Cells, cells: Cells, mine: Tab): void {
    const row = new Map(mine.records.get(id) ?? []);
    for (const column of new Set([...was.keys(), ...cells.keys()])) {
      const [before, cell] = [was.get(column), cells.get(column)];
      if (sameCell(before, cell)) continue;
      if (cell) row.set(column, cell);
      else row.delete(column);
      const tab = this.kindOf(sheet);
      this.typed.set(`${tab}|${id}|${column}`, { tab, id, column, cell });
    }
    // A row of the add-on's own, made in this very action, is not people's.
    if (mine.records.has(id)) mine.records.set(id, row);
  }
}

/** The texts of the first list that the second lacks, counted. */
export function without(texts: readonly string[], others: readonly string[]): string[] {
  const left = [...others];
  return texts.filter((text) => {
    const at = left.indexOf(text);
    if (at < 0) return true;
    left.splice(at, 1);
    return false;
  });
}
