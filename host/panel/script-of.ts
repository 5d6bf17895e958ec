import type { Panel } from '../google/context';
import type { Host } from '../host';
import type { RecordedScreen } from '../screen';
import { type Answer, type GoogleScript, googleScript } from './google-script';

export type OpenPanelOptions = {
  /** Any number: calls made together run in an order that this number decides. Google promises none. */
  readonly shuffle?: number;
};

type Call = {
  readonly functionName: string;
  readonly args: readonly unknown[];
  readonly done: (answer: Answer) => void;
};

/** The page of a sidebar or dialog without a browser: its `google`, what crossed, and what nobody handled. */
export class OpenPanel {
  readonly google: GoogleScript;
  readonly panel: Panel;
  /** Bytes of the arguments and of the answers, as JSON in UTF-8. */
  sent = 0;
  received = 0;
  readonly errors: Error[] = [];
  private calls: Call[] = [];
  private untold = 0;
  private seed: number;

  constructor(
    private readonly host: Host<RecordedScreen>,
    private readonly options: OpenPanelOptions = {},
  ) {
    const { panel } = host.screen;
    if (!panel) throw new Error('The add-on shows no sidebar or dialog.');
    this.panel = panel;
    this.seed = options.shuffle ?? 0;
    this.google = googleScript({
      functions: panel.functions,
      call: (functionName, args, done) => this.call({ functionName, args, done }),
      report: (error) => this.errors.push(error),
      close: () => host.screen.close(panel),
      focusEditor: () => {},
      resize: (size) => host.screen.resize(panel, size),
    });
  }

  /** Resolves when every call has its answer, those made by handlers too. */
  async idle(): Promise<void> {
    while (this.calls.length + this.untold > 0) await new Promise((resolve) => setImmediate(resolve));
  }

  private call(call: Call): void {
    this.sent += bytesOf(JSON.stringify(call.args));
    this.calls.push(call);
    if (this.calls.length === 1) setImmediate(() => this.runAll());
  }

  private runAll(): void {
    const calls = this.options.shuffle === undefined ? this.calls : this.shuffled(this.calls);
    this.calls = [];
    this.untold += calls.length;
    for (const call of calls) {
      const answer = this.run(call);
      setImmediate(() => this.tell(call, answer));
    }
  }

  private run({ functionName, args }: Call): Answer {
    try {
      const text = JSON.stringify(this.host.call(functionName, ...args));
      this.received += bytesOf(text);
      return { ok: true, value: JSON.parse(text) };
    } catch (error) {
      return { ok: false, message: (error as Error).message };
    }
  }

  /** A page that is gone hears nothing any more. */
  private tell(call: Call, answer: Answer): void {
    this.untold--;
    if (!this.host.screen.isOpen(this.panel)) return;
    try {
      call.done(answer);
    } catch (error) {
      this.errors.push(error as Error);
    }
  }

  private shuffled(calls: readonly Call[]): Call[] {
    const left = [...calls];
    const order: Call[] = [];
    while (left.length > 0) order.push(...left.splice(this.random(left.length), 1));
    return order;
  }

  private random(below: number): number {
    // A linear congruence is random enough for an order, and the same for every run of a test.
    this.seed = (Math.imul(this.seed, 1664525) + 1013904223) >>> 0;
    return Math.floor((this.seed / 2 ** 32) * below);
  }
}

/** The `google` of the panel that the add-on showed last. */
export const scriptOf = (host: Host<RecordedScreen>, options?: OpenPanelOptions): GoogleScript =>
  new OpenPanel(host, options).google;

const bytesOf = (text: string): number => Buffer.byteLength(text);
