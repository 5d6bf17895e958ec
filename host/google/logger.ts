import type { Context } from './context';

/** `Logger`. `console` is made in the realm itself and ends in the same log. */
export class Logger {
  constructor(private readonly context: Context) {}

  log(data: unknown, ...values: unknown[]): this {
    let index = 0;
    this.context.log(
      'info',
      String(data).replace(/%s/g, () => String(values[index++])),
    );
    return this;
  }
}
