import type { FieldValue } from '../../src/domain/errors';
import { type Asked, contentOf, pick } from './asked';
import { type Content, contentAt, ID, type Tab, textOf } from './sheet-state';
import { columnsIn, type World } from './world';

export type Kind = 'text' | 'email' | 'number';

/** What Sheets would take for something else if it were typed. */
const AWKWARD = ['=1+1 #', '00', '1-10 #', '+49 30 ', '@', "'", 'true #', '1.5E+', '-'];

const NUMBERS: ReadonlySet<string> = new Set(['Score', 'Value']);
const OWN: ReadonlySet<string> = new Set(['Region', 'Margin']);

/** The page of one user: it knows what it was shown, and what it has changed since. */
export class Page {
  readonly world: World;
  readonly user: 'ann' | 'bob';
  /** Stages by the names that they had. */
  readonly renamed = new Map<string, string>();
  private readonly assumed = new Map<string, FieldValue>();

  constructor(world: World, user: 'ann' | 'bob') {
    this.world = world;
    this.user = user;
  }

  /** What goes over the wire of what is asked for. */
  sent({ input }: Asked): unknown {
    return input;
  }

  assume(tab: Tab, id: string, column: string, value: FieldValue): void {
    this.assumed.set(`${tab} ${id} ${column}`, value);
  }

  /** What a column of a person's own is called now. */
  header(tab: Tab, column: string): string {
    const at = columnsIn(this.world, tab).get(column);
    return at === undefined ? column : String(this.world.file.sheet(this.world.ids[tab])!.grid.value(0, at));
  }

  /** An id that stands in the tab now. */
  someId(tab: Tab, n: number): string | null {
    const ids = [...this.world.state().tabs[tab].values()].map((cells) => textOf(cells[ID[tab]])).filter(Boolean);
    return ids.length > 0 ? pick(ids, n) : null;
  }

  /** What the user looks at: as the page knows it, or as it stands in the sheet. */
  shown(tab: Tab, id: string, column: string, isStale: boolean): { value: FieldValue; content: Content } {
    if (isStale) return { value: 'long ago', content: contentOf('long ago') };
    const known = this.assumed.get(`${tab} ${id} ${column}`);
    if (known !== undefined) return { value: known, content: contentOf(known) };
    const sheet = this.world.file.sheet(this.world.ids[tab])!;
    const columns = columnsIn(this.world, tab);
    const [at, ids] = [columns.get(column) ?? -1, columns.get(ID[tab]) ?? -1];
    const last = sheet.grid.lastRow();
    for (let row = 1; row <= last && at >= 0; row++) {
      if (sheet.grid.value(row, ids) !== id) continue;
      const value = sheet.grid.value(row, at);
      const plain = typeof value === 'object' || value === '' ? null : value;
      const isText = !NUMBERS.has(column) && !OWN.has(column);
      return { value: isText ? String(plain ?? '') : plain, content: contentAt(sheet, row, at) };
    }
    return { value: '', content: '' };
  }

  /** A value that nobody else writes, so that it is known again wherever it turns up. */
  fresh(kind: Kind, n: number): string | number {
    const number = ++this.world.asked;
    if (kind === 'number') return 900_000 + number;
    if (kind === 'email') return `a${number}@asked.example`;
    return n % 3 === 0 ? `${pick(AWKWARD, n >> 2)}${number}` : `asked ${number}`;
  }
}
