import type { Context } from './context';
import { ask } from './questions';

/** `Browser`, the older way to ask. Answers are words in small letters, and a dialog that is closed was cancelled. */
export class Browser {
  constructor(private readonly context: Context) {}

  msgBox(...args: unknown[]): string {
    const { button } = ask(this.context, 'alert', args, 'Browser.msgBox');
    return button === 'CLOSE' ? 'cancel' : button.toLowerCase();
  }
  inputBox(...args: unknown[]): string {
    const { button, text } = ask(this.context, 'prompt', args, 'Browser.inputBox');
    return button === 'OK' || button === 'YES' ? text : 'cancel';
  }
}
