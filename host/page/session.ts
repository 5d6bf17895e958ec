import { Refused } from '../acts';
import type { SpreadsheetFile } from '../engine/file';
import { rectOf } from '../engine/rect';
import { addressOf } from '../google/a1';
import type { Act } from '../grid-acts';
import type { PageHost } from './page-host';
import type { RunOutcome, ToPage, ToServer } from './protocol';
import { isThere, placeOf, rebased } from './rebase';

/** One open page: does what its person does, in the file that all pages share. */
export class Session {
  constructor(
    private readonly page: PageHost,
    private readonly tell: (message: ToPage) => void,
    private readonly begin: () => Promise<void>,
  ) {}

  async hear(message: ToServer): Promise<void> {
    const { page } = this;
    const { host } = page;
    switch (message.kind) {
      case 'opened':
        for (const shown of host.screen.open()) this.tell(shown);
        await page.open();
        this.tell({ kind: 'done', id: message.id, refused: null });
        return;
      case 'act':
        this.done(message.id, this.act(message.base, message.acts));
        return;
      case 'undo':
      case 'redo':
        this.done(message.id, this.takeBack(message.kind));
        return;
      case 'select':
        // A cursor in rows that are being deleted is told of a moment too late.
        if (page.file.sheet(message.selection.sheet)?.grid.holds(message.selection.rect))
          host.personSelects(message.selection);
        return;
      case 'run':
        this.tell({ kind: 'ran', id: message.id, outcome: await this.run(message) });
        return;
      case 'answer':
        host.screen.answer(message.question, message.answer);
        return;
      case 'settle':
        await page.settle();
        this.tell({ kind: 'done', id: message.id, refused: null });
        return;
      case 'fresh':
        await this.begin();
    }
  }

  /** The page has seen what came of it before it is told that it is done. */
  private done(id: number, refused: string | null): void {
    leaveDeletedTab(this.page);
    this.page.feed.flush();
    this.tell({ kind: 'done', id, refused });
  }

  private async run({ by, functionName, args }: Extract<ToServer, { kind: 'run' }>): Promise<RunOutcome> {
    const outcome = await this.page.run({ functionName, kind: by, authMode: 'FULL', args });
    return outcome.ok ? outcome : { ok: false, message: outcome.error.message };
  }

  /** Null, or why nothing came of it. */
  private act(base: number, meant: readonly Act[]): string | null {
    const { file, feed } = this.page;
    const missed = feed.since(base);
    const now = missed && meant.map((act) => rebased(act, missed));
    // The page may show a newer file than the one its grid was still busy with.
    if (!now?.every((act) => act && isThere(file, act))) return notKept(file, meant);
    return orRefusal(() => this.page.host.does(...(now as Act[])));
  }

  private takeBack(kind: 'undo' | 'redo'): string | null {
    let done = false;
    const refused = orRefusal(() => {
      done = this.page.host.takeBack(kind);
    });
    return refused ?? (done ? null : `There is nothing to ${kind}.`);
  }
}

/** Null, or the sentence with which it was refused. */
function orRefusal(act: () => void): string | null {
  try {
    act();
    return null;
  } catch (error) {
    if (error instanceof Refused) return error.message;
    throw error;
  }
}

function notKept(file: SpreadsheetFile, [first]: readonly Act[]): string {
  const place = first && placeOf(first);
  const tab = place && file.sheet(place.sheet)?.name;
  const where = tab ? ` to ${tab}${place && 'rect' in place ? `!${addressOf(place.rect)}` : ''}` : '';
  return `Your last change${where} was not kept: rows, columns or tabs were moved there at the same time.`;
}

function leaveDeletedTab({ host, file }: PageHost): void {
  if (file.sheet(host.selection.sheet)) return;
  const next = file.sheets.find(({ properties }) => !properties.hidden);
  if (next) host.selection = { sheet: next.id, rect: rectOf(0, 0) };
}
