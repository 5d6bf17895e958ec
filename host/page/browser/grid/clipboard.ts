import { EDITOR_ACTIVATED, IContextService } from '@univerjs/core';
import { ISheetClipboardService } from '@univerjs/sheets-ui';
import type { Place } from '../../../engine/objects';
import type { Act } from '../../../grid-acts';
import type { Takeover } from './gate';
import type { Selecting } from './selecting';
import type { Grid } from './start-univer';
import { rowsOf } from './table-text';

/** What a paste is to bring along. */
type What = 'all' | 'values' | 'formats';

/**
 * Paste by the file's rules: text from elsewhere is read as if typed, cells of this file are copied or moved on the
 * server. Copying itself stays Univer's: it fills the clipboard and marks the cells.
 */
export class Clipboard {
  constructor(
    private readonly grid: () => Grid,
    private readonly selecting: () => Selecting,
    private readonly act: (acts: readonly Act[]) => void,
  ) {}

  takeovers(): [string, Takeover][] {
    return [
      ['univer.command.paste', () => this.pasteFromClipboard('all')],
      ['sheet.command.paste-value', () => this.pasteFromClipboard('values')],
      ['sheet.command.paste-format', () => this.pasteFromClipboard('formats')],
      [
        'sheet.command.paste-by-short-key',
        ({ htmlContent, textContent }) => this.paste(String(htmlContent ?? ''), String(textContent ?? ''), 'all'),
      ],
      ['sheet.command.optional-paste', () => true],
    ];
  }

  /** In the cell editor a paste is the editor's. */
  private get editing(): boolean {
    return this.grid().injector.get(IContextService).getContextValue(EDITOR_ACTIVATED);
  }

  private pasteFromClipboard(what: What): boolean {
    if (this.editing) return false;
    void readClipboard().then(({ html, text }) => this.paste(html, text, what));
    return true;
  }

  private paste(html: string, text: string, what: What): boolean {
    const target = this.selecting().current;
    if (!target) return true;
    const source = this.copiedHere(html);
    const at = { sheet: target.sheet, row: target.rect.row, column: target.rect.column };
    if (source?.cut) {
      this.act([{ kind: 'move', from: source.place, at }]);
      this.forgetCut();
    } else if (source) this.act([{ kind: 'copy', from: source.place, place: target, what }]);
    else if (text && what !== 'formats') this.act([{ kind: 'type', at, texts: rowsOf(text) }]);
    return true;
  }

  /** The block of this file that the clipboard's content was copied from. */
  private copiedHere(html: string): { place: Place; cut: boolean } | null {
    const id = /data-copy-id="([^"]+)"/.exec(html)?.[1];
    const copied = id ? this.grid().injector.get(ISheetClipboardService).copyContentCache().get(id) : undefined;
    if (!copied?.range) return null;
    const { rows, cols } = copied.range;
    const rect = {
      row: rows[0]!,
      column: cols[0]!,
      rows: rows.at(-1)! - rows[0]! + 1,
      columns: cols.at(-1)! - cols[0]! + 1,
    };
    return { place: { sheet: Number(copied.subUnitId), rect }, cut: String(copied.copyType) === 'CUT' };
  }

  /** What was cut can be put down once. */
  private forgetCut(): void {
    const clipboard = this.grid().injector.get(ISheetClipboardService);
    clipboard.copyContentCache().clear();
    clipboard.removeMarkSelection();
  }
}

async function readClipboard(): Promise<{ html: string; text: string }> {
  const read = { html: '', text: '' };
  for (const item of await navigator.clipboard.read()) {
    if (item.types.includes('text/html')) read.html = await (await item.getType('text/html')).text();
    if (item.types.includes('text/plain')) read.text = await (await item.getType('text/plain')).text();
  }
  return read;
}
