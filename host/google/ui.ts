import type { Answer, Context, Panel } from './context';
import { EnumValue } from './enums';
import { fail, noSignature } from './errors';
import { HtmlOutput } from './html-output';
import { Menu } from './menu';
import { ask } from './questions';
import { servedHtml } from './served-html';

/** `SpreadsheetApp.Ui`. */
export class Ui {
  constructor(private readonly context: Context) {}

  createMenu(...args: unknown[]): Menu {
    const [caption] = args;
    if (args.length !== 1 || typeof caption !== 'string') return noSignature(args, 'Ui.createMenu');
    return new Menu(this.context, caption, false);
  }
  createAddonMenu(): Menu {
    return new Menu(this.context, '', true);
  }
  showSidebar(...args: unknown[]): void {
    if (args.length !== 1) noSignature(args, 'Ui.showSidebar');
    showPanel(this.context, 'sidebar', args[0]);
  }
  showModalDialog(...args: unknown[]): void {
    showPanel(this.context, 'modal', args[0], titleIn(args, 'Ui.showModalDialog'));
  }
  showModelessDialog(...args: unknown[]): void {
    showPanel(this.context, 'modeless', args[0], titleIn(args, 'Ui.showModelessDialog'));
  }
  /** Deprecated, but still there. Source: reference "Ui.showDialog". */
  showDialog(...args: unknown[]): void {
    if (args.length !== 1) noSignature(args, 'Ui.showDialog');
    showPanel(this.context, 'modal', args[0]);
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

function titleIn(args: readonly unknown[], method: string): string {
  const [, title] = args;
  return args.length === 2 && typeof title === 'string' ? title : noSignature(args, method);
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
