import type { Answer, MenuEntry, Panel, Question, Screen } from '../google/context';
import { withHelp } from '../google/menu';
import type { ToPage } from './protocol';

type Pending = { readonly id: number; readonly asked: Question; answer: Answer | null };

/** What the add-on puts before the user, shown by every open page. */
export class PageScreen implements Screen {
  menu: MenuEntry | null = null;
  readonly menus = new Map<string, MenuEntry>();
  /** Questions that scripts wait for, by execution: a script can ask only one at a time. */
  private readonly pending = new Map<string, Pending>();
  private asked = 0;

  constructor(private readonly tell: (message: ToPage) => void) {}

  show(panel: Panel): void {
    this.tell({ kind: 'panel', panel });
  }

  toast(message: string, title: string, seconds: number): void {
    this.tell({ kind: 'toast', message, title, seconds });
  }

  setMenu(menu: MenuEntry | null): void {
    if (menu?.kind === 'menu' && !menu.addon) this.menus.set(menu.caption, menu);
    else this.menu = withHelp(menu);
    this.tell(this.allMenus());
  }

  private allMenus(): ToPage {
    return { kind: 'menus', menus: [...(this.menu ? [this.menu] : []), ...this.menus.values()] };
  }

  /** Null until the page has answered: the script asks again and again meanwhile. */
  ask(asked: Question, executionId: string): Answer | null {
    const pending = this.pending.get(executionId);
    if (!pending) {
      const question = { id: ++this.asked, asked, answer: null };
      this.pending.set(executionId, question);
      this.tell({ kind: 'ask', question: question.id, asked });
      return null;
    }
    if (pending.answer) this.pending.delete(executionId);
    return pending.answer;
  }

  answer(question: number, answer: Answer): void {
    for (const pending of this.pending.values()) if (pending.id === question) pending.answer ??= answer;
    this.tell({ kind: 'withdraw', question });
  }

  /** Whatever an execution still asked when it ended. */
  withdraw(executionId: string): void {
    const pending = this.pending.get(executionId);
    if (!pending) return;
    this.pending.delete(executionId);
    this.tell({ kind: 'withdraw', question: pending.id });
  }

  /** What a page that has just opened has to show. */
  open(): ToPage[] {
    const questions = [...this.pending.values()].filter(({ answer }) => !answer);
    return [this.allMenus(), ...questions.map(({ id, asked }): ToPage => ({ kind: 'ask', question: id, asked }))];
  }
}
