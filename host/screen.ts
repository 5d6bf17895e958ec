import type { Answer, MenuEntry, Panel, Question, Screen } from './google/context';
import { withHelp } from './google/menu';

export type Toast = { readonly message: string; readonly title: string; readonly seconds: number };

/** What the add-on put before the user, for code that drives the host: nothing is drawn, answers are given ahead. */
export class RecordedScreen implements Screen {
  /** What is open. A sidebar stays beside a dialog; a panel takes the place of one of its own kind. */
  sidebar: Panel | null = null;
  dialog: Panel | null = null;
  /** The menu under Extensions; those of other names stand in the menu bar. */
  menu: MenuEntry | null = null;
  readonly menus = new Map<string, MenuEntry>();
  readonly toasts: Toast[] = [];
  readonly questions: Question[] = [];
  /** Answers to alerts and prompts, first come first served; the last button (No, Cancel) when none is left. */
  readonly answers: Answer[] = [];
  private last: 'sidebar' | 'dialog' = 'sidebar';
  private readonly sizes = new WeakMap<Panel, { readonly width?: number; readonly height?: number }>();

  /** The panel that was shown last and is still open. */
  get panel(): Panel | null {
    return this[this.last] ?? this.dialog ?? this.sidebar;
  }

  show(panel: Panel): void {
    this.last = panel.kind === 'sidebar' ? 'sidebar' : 'dialog';
    this[this.last] = panel;
  }

  isOpen(panel: Panel): boolean {
    return panel === this.sidebar || panel === this.dialog;
  }

  /** By its page or by the person; nobody is told. */
  close(panel: Panel): void {
    if (panel === this.sidebar) this.sidebar = null;
    if (panel === this.dialog) this.dialog = null;
  }

  /** A dialog's page may make it larger or smaller; a sidebar stays as wide as it is. */
  resize(panel: Panel, size: { readonly width?: number; readonly height?: number }): void {
    if (panel.kind !== 'sidebar') this.sizes.set(panel, { ...this.sizes.get(panel), ...size });
  }

  sizeOf(panel: Panel): { readonly width: number | null; readonly height: number | null } {
    const { width, height } = panel;
    return { width, height, ...this.sizes.get(panel) };
  }

  toast(message: string, title: string, seconds: number): void {
    this.toasts.push({ message, title, seconds });
  }

  ask(question: Question): Answer {
    this.questions.push(question);
    return this.answers.shift() ?? { button: question.buttons.split('_').at(-1) ?? 'OK', text: '' };
  }

  setMenu(menu: MenuEntry | null): void {
    if (menu?.kind === 'menu' && !menu.addon) this.menus.set(menu.caption, menu);
    else this.menu = withHelp(menu);
  }
}
