import type { Context } from './context';
import { formatDate } from './simple-date-format';

/** `Logger`. `console` is made in the realm itself and ends in the same log. */
export class Logger {
  private lines = '';

  constructor(private readonly context: Context) {}

  log(data: unknown, ...values: unknown[]): this {
    let index = 0;
    const text = String(data).replace(/%s/g, () => String(values[index++]));
    this.context.log('info', text);
    // The beginning of a line as logs in public threads show it; the reference does not say.
    const now = formatDate(this.context.now(), this.context.scriptZone, 'EEE MMM dd HH:mm:ss z yyyy');
    this.lines += `${now} INFO: ${text}\n`;
    return this;
  }
  getLog(): string {
    return this.lines;
  }
  clear(): void {
    this.lines = '';
  }
}
