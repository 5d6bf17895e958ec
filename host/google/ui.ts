import type { Answer, Context, Panel } from './context';
import { EnumValue } from './enums';
import { fail } from './errors';
import { HtmlOutput } from './html-output';
import { Menu } from './menu';
import { ask } from './questions';
import { servedHtml } from './served-html';

/** `SpreadsheetApp.Ui`. */
export class Ui {
  constructor(private readonly context: Context) {}

  createMenu(caption: string): Menu {
    return new Menu(this.context, caption, false);
  }
  createAddonMenu(): Menu {
    return new Menu(this.context, '', true);
  }
  showSidebar(userInterface: unknown): void {
    showPanel(this.context, 'sidebar', userInterface);
  }
  showModalDialog(userInterface: unknown, title: string): void {
    showPanel(this.context, 'modal', userInterface, title);
  }
  showModelessDialog(userInterface: unknown, title: string): void {
    showPanel(this.context, 'modeless', userInterface, title);
  }
  /** Deprecated, but still there. Source: reference "Ui.showDialog". */
  showDialog(userInterface: unknown): void {
    showPanel(this.context, 'modal', userInterface);
  }
  alert(...args: unknown[]): EnumValue {
    return buttonOf(ask(this.context, 'alert', args, 'Ui.alert'));
  }
  prompt(...args: unknown[]): PromptResponse {
    return new PromptResponse(ask(this.context, 'prompt', args, 'Ui.prompt'));
  }
}

/** Shows a page without waiting for it. A template that was not evaluated is no page yet. */
export function showPanel(context: Context, kind: Panel['kind'], output: unknown, title?: string): void {
  const page = output instanceof HtmlOutput ? output : fail('Invalid argument: userInterface');
  context.screen.show({
    kind,
    title: title ?? (page.getTitle() || 'Apps Script application'),
    html: servedHtml(page.getContent()),
    width: page.getWidth(),
    height: page.getHeight(),
    functions: context.scriptFunctions(),
  });
}

const buttonOf = ({ button }: Answer): EnumValue => new EnumValue('Ui', 'Button', button);

export class PromptResponse {
  constructor(private readonly answer: Answer) {}
  getSelectedButton(): EnumValue {
    return buttonOf(this.answer);
  }
  /** Also what was typed before the dialog was closed or cancelled. Source: reference "PromptResponse.getResponseText". */
  getResponseText(): string {
    return this.answer.text;
  }
}
