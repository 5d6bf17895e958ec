import type { Answer, MenuEntry, Panel, Question, Screen } from './google/context';

export type Toast = { readonly message: string; readonly title: string; readonly seconds: number };

/** What the add-on put before the user, for code that drives the host: nothing is drawn, answers are given ahead. */
export class RecordedScreen implements Screen {
  panel: Panel | null = null;
  menu: MenuEntry | null = null;
  readonly toasts: Toast[] = [];
  readonly questions: Question[] = [];
  /** Answers to alerts and prompts, first come first served; the last button (No, Cancel) when none is left. */
  readonly answers: Answer[] = [];

  show(panel: Panel): void {
    this.panel = panel;
  }

  toast(message: string, title: string, seconds: number): void {
    this.toasts.push({ message, title, seconds });
  }

  ask(question: Question): Answer {
    this.questions.push(question);
    return this.answers.shift() ?? { button: question.buttons.split('_').at(-1) ?? 'OK', text: '' };
  }

  setMenu(menu: MenuEntry | null): void {
    this.menu = menu;
  }
}
