import { rectOf } from '../../host/engine/rect';
import type { Sheet } from '../../host/engine/sheet';
import type { Host } from '../../host/host';

/** More cells than that in a row make it one of headers, where a title may stand above. */
const A_FEW = 4;

/** Finds what a situation names: tabs and columns as they are called, rows by their id. All count from 1. */
export class Places {
  private readonly host: Host;

  constructor(host: Host) {
    this.host = host;
  }

  tab(name: string): Sheet {
    const sheet = this.host.file.sheetNamed(name);
    if (!sheet) throw new Error(`A situation names the tab “${name}”, which is not there.`);
    return sheet;
  }

  headerRow(tab: string): number {
    const { grid } = this.tab(tab);
    const rows = grid.values(rectOf(0, 0, Math.min(10, grid.height), grid.width));
    return rows.findIndex((row) => row.filter((cell) => cell !== null).length > A_FEW) + 1 || 1;
  }

  column(tab: string, header: string): number {
    const { grid } = this.tab(tab);
    const at = grid.values(rectOf(this.headerRow(tab) - 1, 0, 1, grid.width))[0]!.indexOf(header);
    if (at < 0) throw new Error(`A situation names the column “${header}” of “${tab}”, which is not there.`);
    return at + 1;
  }

  /** By a number, or by what stands in one of its cells. */
  row(tab: string, row: string | number): number {
    if (typeof row === 'number') return row;
    const { grid } = this.tab(tab);
    for (let at = 0; at <= grid.lastRow(); at++)
      if (grid.values(rectOf(at, 0, 1, grid.width))[0]!.includes(row)) return at + 1;
    throw new Error(`A situation names the row “${row}” of “${tab}”, which is not there.`);
  }

  /** `Leads!F2` for `Leads/L-ACME000001/Phone`, wherever that is now. */
  cell(at: string): string {
    if (at.includes('!')) return at;
    const [tab, row, header] = at.split('/') as [string, string, string];
    return this.address(tab, this.row(tab, row), this.column(tab, header));
  }

  address(tab: string, row: number, column: number): string {
    return `'${tab.replaceAll("'", "''")}'!${lettersOf(column)}${row}`;
  }
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

export const lettersOf = (column: number): string =>
  column <= 26 ? LETTERS[column - 1]! : `${LETTERS[Math.floor((column - 1) / 26) - 1]}${LETTERS[(column - 1) % 26]}`;
