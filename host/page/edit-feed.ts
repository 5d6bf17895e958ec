import type { Edit } from '../engine/edits';
import type { SpreadsheetFile } from '../engine/file';
import type { Rect } from '../engine/rect';
import type { Block, CellValue } from '../engine/values';

/** Edits of a running script are sent together: one message per edit would keep the page busy with messages. */
const GATHER_MS = 12;

/** How many edits an act of a page that looks at an older file can catch up with. */
const REMEMBERED = 2_000;

/** Results of formulas as an edit of values and formats alone: it leaves the formulas in place. */
type Results = Extract<Edit, { kind: 'cells' }> & {
  readonly layers: { readonly values: Block<CellValue>; readonly formats: Block<number> };
};

/** Everything that changes in a file, gathered and told to the pages in order. */
export class EditFeed {
  /** As JSON at once: an edit may hold rows that go on living in the file. */
  private gathered: string[] = [];
  private results: Results[] = [];
  private formatsSent: number;
  private timer: NodeJS.Timeout | null = null;
  private readonly made: { readonly version: number; readonly edit: Edit }[] = [];
  private forgotten = 0;
  private readonly unlisten: (() => void)[];

  constructor(
    private readonly file: SpreadsheetFile,
    private readonly send: (message: string) => void,
    /** Whether any page listens: one that opens later reads the whole file. */
    private readonly isHeard: () => boolean,
  ) {
    this.formatsSent = file.formats.all().length;
    this.unlisten = [
      file.onEdit((edit) => this.gather(edit)),
      file.onResults((sheet, rect) => this.noteResults(sheet, rect)),
    ];
  }

  private gather(edit: Edit): void {
    this.gatherResults();
    if (this.isHeard()) this.gathered.push(JSON.stringify(edit));
    this.made.push({ version: this.file.version, edit: placeOnly(edit) });
    if (this.made.length > REMEMBERED) this.forgotten = this.made.shift()!.version;
    this.wait();
  }

  /** Read at once: the next edit may move the cells. */
  private noteResults(sheet: number, rect: Rect): void {
    if (!this.isHeard()) return;
    const { grid } = this.file.sheet(sheet)!;
    const { row, column } = rect;
    const last = this.results.at(-1);
    const layers = { values: grid.values(rect), formats: grid.formats(rect) };
    // Results come cell by cell; those that stand under each other become one block.
    if (last?.sheet === sheet && last.column === column && last.row + last.layers.values.length === row) {
      last.layers.values.push(...layers.values);
      last.layers.formats.push(...layers.formats);
    } else this.results.push({ kind: 'cells', sheet, row, column, layers });
    this.wait();
  }

  private gatherResults(): void {
    for (const block of this.results) this.gathered.push(JSON.stringify(block));
    this.results = [];
  }

  private wait(): void {
    this.timer ??= setTimeout(() => this.flush(), GATHER_MS);
  }

  /** Tells the pages now. Called before anything that must find them up to date. */
  flush(): void {
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
    this.gatherResults();
    const all = this.file.formats.all();
    if (this.gathered.length === 0 && all.length === this.formatsSent) return;
    const formats = JSON.stringify({ from: this.formatsSent, items: all.slice(this.formatsSent) });
    this.formatsSent = all.length;
    const edits = this.gathered.join();
    this.gathered = [];
    this.send(`{"kind":"edits","version":${this.file.version},"formats":${formats},"edits":[${edits}]}`);
  }

  /** The edits that a page at `version` has not seen; null when that is too long ago to say. */
  since(version: number): Edit[] | null {
    if (version < this.forgotten) return null;
    return this.made.filter((entry) => entry.version > version).map(({ edit }) => edit);
  }

  close(): void {
    if (this.timer) clearTimeout(this.timer);
    for (const stop of this.unlisten) stop();
  }
}

/** What catching up asks of an edit is where it was made; its contents would only hold memory. */
function placeOnly(edit: Edit): Edit {
  if (edit.kind === 'cells') return { ...edit, layers: {} };
  if (edit.kind === 'shift') return { kind: 'shift', sheet: edit.sheet, shift: edit.shift };
  if (edit.kind === 'insert-sheet') return { ...edit, snapshot: { ...edit.snapshot, rows: [] } };
  return edit;
}
