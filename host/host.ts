import { type AddOn, readAddOn } from './add-on';
import { Calculator } from './engine/calculator';
import { SpreadsheetFile } from './engine/file';
import { rectOf } from './engine/rect';
import type { MenuEntry, Screen, Selection, User } from './google/context';
import { newStores, type Stores } from './google/stores';
import { Person } from './person';
import type { Counts } from './run/counts';
import type { ServiceCall } from './run/desk';
import { Execution, type LogLine, type Surroundings } from './run/execution';
import type { CallAnswer, CallRequest, Outcome } from './run/protocol';
import { runInRealm } from './run/realm';
import { RecordedScreen } from './screen';

export type HostOptions<S extends Screen = Screen> = {
  /** The built add-on: its folder, or what `readAddOn` made of it. */
  readonly addOn: string | AddOn;
  readonly file?: SpreadsheetFile;
  readonly locale?: string;
  readonly timeZone?: string;
  readonly user?: string;
  readonly stores?: Stores;
  readonly screen?: S;
  /** A moment at which the host's clock stands still, for tests; otherwise the machine's clock. */
  readonly now?: number | string;
};

/** One finished run of a function of the add-on. */
export type Run = {
  readonly functionName: string;
  readonly counts: Counts;
  readonly log: readonly LogLine[];
  readonly milliseconds: number;
  /** What it threw, if it did. */
  readonly error: string | null;
};

/** The add-on threw, as its caller would see it. */
export class ScriptError extends Error {
  override readonly name = 'ScriptError';
  /** Where in the bundle; never told to the add-on's pages, as in Google's. */
  readonly scriptStack: string;

  constructor(message: string, scriptStack: string) {
    super(message);
    this.scriptStack = scriptStack;
  }
}

/** One spreadsheet with the add-on in it: act as a person, choose from the menu, call the add-on, read what it cost. */
export class Host<S extends Screen = RecordedScreen> implements Surroundings {
  /** Replaced when the add-on was built anew; executions take what is there when they start. */
  addOn: AddOn;
  readonly file: SpreadsheetFile;
  readonly fileId = 'offline-file';
  readonly calculator: Calculator;
  readonly stores: Stores;
  readonly screen: S;
  readonly user: User;
  readonly person: Person;
  /** Told whenever the selection is set by the add-on or in code: a page has to follow it. */
  onSelect: ((selection: Selection) => void) | null = null;
  /** Called before every service call of a running execution: the place to act as someone else. */
  beforeCall: ((call: ServiceCall) => void) | null = null;
  readonly runs: Run[] = [];
  private clock: number | null;
  private selected: Selection;

  constructor(options: HostOptions<S>) {
    this.addOn = typeof options.addOn === 'string' ? readAddOn(options.addOn) : options.addOn;
    const { locale = 'en_US', timeZone = 'America/New_York', user = 'ann@example.com' } = options;
    this.file = options.file ?? new SpreadsheetFile({ name: 'Untitled spreadsheet', locale, timeZone });
    this.calculator = new Calculator(this.file);
    this.stores = options.stores ?? newStores();
    this.screen = options.screen ?? (new RecordedScreen() as unknown as S);
    this.user = { email: user, locale: 'en' };
    const front = this.file.sheets.find(({ properties }) => !properties.hidden) ?? this.file.sheets[0]!;
    this.selected = { sheet: front.id, rect: rectOf(0, 0) };
    this.person = new Person(this.file, this.calculator, this);
    this.clock = options.now === undefined ? null : new Date(options.now).getTime();
  }

  get selection(): Selection {
    return this.selected;
  }
  set selection(selection: Selection) {
    this.selected = selection;
    this.onSelect?.(selection);
  }

  /** Where the person went in the page, which knows already. */
  personSelects(selection: Selection): void {
    this.selected = selection;
  }

  now(): number {
    return this.clock ?? Date.now();
  }

  /** Lets time pass on a clock that stands still. */
  passTime(milliseconds: number): void {
    if (this.clock !== null) this.clock += milliseconds;
  }

  /** The costs of the last run. */
  get counts(): Counts {
    const run = this.runs.at(-1);
    if (!run) throw new Error('Nothing ran yet.');
    return run.counts;
  }

  /** Opens the file as a person does: the add-on makes its menu. */
  open(): this {
    this.call('onOpen', { authMode: 'LIMITED' });
    return this;
  }

  /** Calls a top-level function of the add-on with plain data, as `google.script.run` does. Throws `ScriptError`. */
  call(functionName: string, ...args: readonly unknown[]): unknown {
    const execution = new Execution(this, functionName);
    const started = performance.now();
    const invoke = (request: CallRequest) => this.invokeAndWait(execution, request);
    const now = this.clock === null ? null : () => this.now();
    const outcome = runInRealm(this.addOn.code, functionName, args, execution.preludeInput(invoke, now));
    this.finish(execution, outcome, performance.now() - started);
    if (outcome.ok) return outcome.value;
    throw new ScriptError(outcome.error.message, outcome.error.stack);
  }

  /** In one thread nobody else can act while a script waits: the host's clock simply moves on. */
  private invokeAndWait(execution: Execution, request: CallRequest): CallAnswer {
    for (;;) {
      const answer = execution.desk.invoke(request);
      if (!('pause' in answer)) return answer;
      this.passTime(answer.pause);
      if (answer.next === 'done') return { value: undefined };
    }
  }

  /** Ends an execution, wherever it ran, and notes what it cost. */
  finish(execution: Execution, outcome: Outcome, milliseconds: number): Run {
    execution.end();
    const { functionName, desk, logged } = execution;
    const error = outcome.ok ? null : outcome.error.message;
    const run = { functionName, counts: desk.counts, log: logged, milliseconds, error };
    this.runs.push(run);
    if (this.runs.length > 1000) this.runs.shift();
    return run;
  }

  /** The captions of the add-on's menu with the function each calls. Sub-menus as `Reports > Pipeline`. */
  menu(): Map<string, string> {
    const items = new Map<string, string>();
    const walk = (entries: readonly MenuEntry[], path: string) => {
      for (const entry of entries) {
        if (entry.kind === 'item') items.set(path + entry.caption, entry.functionName);
        if (entry.kind === 'menu') walk(entry.entries, `${path}${entry.caption} > `);
      }
    };
    const { menu, menus } = this.screen as unknown as RecordedScreen;
    for (const shown of [menu, ...menus.values()]) if (shown?.kind === 'menu') walk(shown.entries, '');
    return items;
  }

  /** Chooses an entry of the add-on's menu. */
  choose(caption: string): unknown {
    const functionName = this.menu().get(caption);
    if (!functionName) throw new Error(`The menu has no “${caption}”. It has: ${[...this.menu().keys()].join(', ')}`);
    return this.call(functionName);
  }

  close(): void {
    this.calculator.close();
  }
}

/** Opens a spreadsheet with the add-on, as a person would, and answers with the host to drive it by. */
export const openHost = (options: HostOptions<RecordedScreen>): Host => new Host(options).open();
