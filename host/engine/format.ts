import type { RichText } from './rich-text';

/** How a cell looks and what it accepts. Absent means the default. Never changed in place: formats are shared by many cells. */
export type CellFormat = {
  readonly numberFormat?: string;
  /** The number format came with the cell's formula: it goes with it, and gives way to one that somebody chooses. */
  readonly automatic?: true;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly underline?: boolean;
  readonly strike?: boolean;
  readonly fontColor?: string;
  /** The theme colour that `fontColor` shows. */
  readonly fontTheme?: string;
  readonly fontSize?: number;
  readonly fontFamily?: string;
  readonly background?: string;
  readonly backgroundTheme?: string;
  readonly horizontal?: 'left' | 'center' | 'right';
  readonly vertical?: 'top' | 'middle' | 'bottom';
  readonly wrap?: 'wrap' | 'overflow' | 'clip';
  /** Degrees, or `vertical` for letters below each other. */
  readonly rotation?: number | 'vertical';
  readonly direction?: 'LEFT_TO_RIGHT' | 'RIGHT_TO_LEFT';
  /** Style and colour: `SOLID #000000`. */
  readonly borderTop?: string;
  readonly borderRight?: string;
  readonly borderBottom?: string;
  readonly borderLeft?: string;
  /** What is special about parts of the cell's text. */
  readonly richText?: RichText;
  /** Key of a data validation rule in `FileObjects.rules`. */
  readonly rule?: number;
};

export type FormatPatch = { readonly [K in keyof CellFormat]?: CellFormat[K] | undefined };

/** Every distinct format once; cells keep its number. Format 0 is the default. */
export class FormatTable {
  private readonly formats: CellFormat[] = [{}];
  private readonly ids = new Map<string, number>([['{}', 0]]);
  /** By formats whose number format came with a formula: the same without it. */
  private readonly withoutAutomatic = new Map<number, number>();

  get(id: number): CellFormat {
    return this.formats[id] ?? {};
  }

  idOf(format: CellFormat): number {
    const entries = Object.entries(format).filter(([, value]) => value !== undefined);
    const key = JSON.stringify(Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1))));
    let id = this.ids.get(key);
    if (id === undefined) {
      id = this.formats.push(Object.fromEntries(entries)) - 1;
      this.ids.set(key, id);
      if (format.automatic) this.withoutAutomatic.set(id, this.idOf(chosenOf(format)));
    }
    return id;
  }

  /** The format without what a formula brought along: what is left is what somebody chose. */
  chosen(id: number): number {
    return this.withoutAutomatic.get(id) ?? id;
  }

  /** Whether any formula has ever brought a format along: where none has, nobody needs to look for them. */
  get anyAutomatic(): boolean {
    return this.withoutAutomatic.size > 0;
  }

  /** A function from a cell's format to the patched one that works each distinct format out once. */
  patcher(patch: FormatPatch): (id: number) => number {
    const known = new Map<number, number>();
    const choice = 'numberFormat' in patch ? { automatic: undefined } : {};
    return (id) => {
      let patched = known.get(id);
      if (patched === undefined) {
        patched = this.idOf({ ...this.get(id), ...choice, ...patch } as CellFormat);
        known.set(id, patched);
      }
      return patched;
    };
  }

  all(): readonly CellFormat[] {
    return this.formats;
  }
}

function chosenOf({ automatic, numberFormat, ...chosen }: CellFormat): CellFormat {
  return chosen;
}
