import type { Answer, Context, MenuEntry, Panel } from './context';
import { EnumValue } from './enums';
import { fail, noSignature } from './errors';
import { HtmlOutput } from './html-service';
import { Pause } from './pause';

/** `SpreadsheetApp.Ui`. */
export class Ui {
  constructor(private readonly context: Context) {}

  createMenu(caption: string): Menu {
    return new Menu(this.context, caption, false);
  }
  createAddonMenu(): Menu {
    return new Menu(this.context, '', true);
  }
  showSidebar(userInterface: HtmlOutput): void {
    this.show('sidebar', userInterface, null);
  }
  showModalDialog(userInterface: HtmlOutput, title: string): void {
    this.show('modal', userInterface, title);
  }
  showModelessDialog(userInterface: HtmlOutput, title: string): void {
    this.show('modeless', userInterface, title);
  }
  private show(kind: Panel['kind'], output: HtmlOutput, title: string | null): void {
    if (!(output instanceof HtmlOutput))
      noSignature([output], `Ui.${kind === 'sidebar' ? 'showSidebar' : 'showModalDialog'}`);
    this.context.screen.show({
      kind,
      title: title ?? output.getTitle() ?? 'Apps Script application',
      html: output.getContent(),
      width: output.getWidth(),
      height: output.getHeight(),
    });
  }
  /** `alert(prompt)`, `alert(prompt, buttons)` or `alert(title, prompt, buttons)`; suspends the script. */
  alert(...args: unknown[]): EnumValue {
    return buttonOf(this.ask('alert', args));
  }
  prompt(...args: unknown[]): PromptResponse {
    return new PromptResponse(this.ask('prompt', args));
  }
  private ask(kind: 'alert' | 'prompt', args: readonly unknown[]): Answer {
    const texts = args.filter((arg): arg is string => typeof arg === 'string');
    const buttons = String(args.find((arg) => arg instanceof EnumValue) ?? 'OK');
    const [title, prompt] = texts.length > 1 ? texts : ['', texts[0] ?? fail('A prompt is needed.')];
    // Locks do not survive the suspension. Source: reference "Ui.alert".
    for (const lock of Object.values(this.context.stores.locks)) {
      if (lock.holder === this.context.executionId) lock.holder = null;
    }
    const answer = this.context.screen.ask({ kind, title: title!, prompt: prompt!, buttons }, this.context.executionId);
    if (!answer) throw new Pause(50, 'again', true);
    return answer;
  }
}

const buttonOf = ({ button }: Answer): EnumValue => new EnumValue('Ui', 'Button', button);

export class PromptResponse {
  constructor(private readonly answer: Answer) {}
  getSelectedButton(): EnumValue {
    return buttonOf(this.answer);
  }
  getResponseText(): string {
    return this.answer.text;
  }
}

/** `SpreadsheetApp.Menu`. The add-on's own menu stands under Extensions with the add-on's name. */
export class Menu {
  private readonly entries: MenuEntry[] = [];

  constructor(
    private readonly context: Context,
    private readonly caption: string,
    private readonly addon: boolean,
  ) {}

  addItem(caption: string, functionName: string): this {
    this.entries.push({ kind: 'item', caption, functionName });
    return this;
  }
  addSeparator(): this {
    this.entries.push({ kind: 'separator' });
    return this;
  }
  addSubMenu(menu: Menu): this {
    this.entries.push(menu.entry());
    return this;
  }
  addToUi(): void {
    this.context.screen.setMenu(this.entry());
  }
  private entry(): MenuEntry {
    return { kind: 'menu', caption: this.caption, addon: this.addon, entries: this.entries };
  }
}
