import { Refused } from './acts';
import type { AddOn } from './add-on';
import type { Edit } from './engine/edits';
import { SpreadsheetFile } from './engine/file';
import { protectionAgainst } from './engine/protections';
import { rectOf } from './engine/rect';
import { changeOf } from './events';
import { type MenuEntry, mayEdit, type Role, type Screen, type Selection } from './google/context';
import { newStores, type Stores, scopedStores } from './google/stores';
import { type Act, editsOf } from './grid-acts';
import { sentArguments } from './panel/sent-arguments';
import { Person } from './person';
import { clientValue } from './run/client-value';
import { START } from './run/cost-model';
import { bytesOf, type Counts } from './run/counts';
import type { BeforeCall } from './run/desk';
import { Execution, type LogLine, type Seat, type Start } from './run/execution';
import type { CallAnswer, CallRequest, Outcome } from './run/protocol';
import { notFound, runInRealm } from './run/realm';
import { sourceOf } from './run/source';
import { RecordedScreen } from './screen';
import { Triggers } from './triggers';
import { type Account, type HostedFile, Workspace, type WorkspaceOptions } from './workspace';

export type HostOptions<S extends Screen = Screen> = WorkspaceOptions & {
  readonly file?: SpreadsheetFile;
  readonly locale?: string;
  readonly timeZone?: string;
  /** The owner of the file, who has installed the add-on and allowed all that it asks for. */
  readonly user?: string;
  /** The language of this user's Google: `en` where none is named. */
  readonly language?: string;
  readonly stores?: Stores;
  readonly screen?: S;
  /** False: nobody has used the add-on in this file yet, so that its menu is made in AuthMode NONE. */
  readonly enabled?: boolean;
};

/** One finished run of a function of the add-on. */
export type Run = {
  readonly functionName: string;
  readonly kind: Start['kind'];
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

/** A script that never ends must not hold up whoever runs it in code: Google would end it in minutes. */
const LONGEST_HERE_MS = 60_000;

/** Said to a user who has not allowed the add-on anything. */
const UNAUTHORISED = 'Authorization is required to perform that action.';

/** One person's window on a spreadsheet: act as that person, choose from the menu, call the add-on, read what it cost. */
export class Host<S extends Screen = RecordedScreen> implements Seat {
  readonly person: Person;
  readonly stores: Stores;
  readonly triggers: Triggers;
  /** Told whenever the selection is set by the add-on or in code: a page has to follow it. */
  onSelect: ((selection: Selection) => void) | null = null;
  /** Called before every service call of a running execution: act as someone else, or let the call fail. */
  beforeCall: BeforeCall | null = null;
  /** How triggers are run: one after the other in the same thread, unless a page has threads for them. */
  runTrigger: (start: Start) => void = (start) => this.execute(start);
  isCutIn = false;
  readonly runs: Run[] = [];
  private selected: Selection;
  private acts = 0;
  private depth = 0;

  constructor(
    readonly workspace: Workspace,
    readonly hosted: HostedFile,
    readonly account: Account,
    readonly screen: S,
  ) {
    if (!this.role) throw new Error(`${account.email} has no access to ${hosted.file.properties.name}.`);
    this.stores = workspace.storesFor(hosted, account);
    const front = this.file.sheets.find(({ properties }) => !properties.hidden) ?? this.file.sheets[0]!;
    this.selected = { sheet: front.id, rect: rectOf(0, 0) };
    this.person = new Person(this);
    this.triggers = new Triggers(this);
  }

  get addOn(): AddOn {
    return this.workspace.addOn;
  }
  set addOn(addOn: AddOn) {
    this.workspace.addOn = addOn;
  }
  get file(): SpreadsheetFile {
    return this.hosted.file;
  }
  get fileId(): string {
    return this.hosted.id;
  }
  get calculator() {
    return this.hosted.calculator;
  }
  get user(): Account {
    return this.account;
  }
  get role(): Role | null {
    return this.hosted.roleOf(this.account.email);
  }

  get selection(): Selection {
    return this.selected;
  }
  set selection(selection: Selection) {
    this.selected = selection;
    this.onSelect?.(selection);
  }

  /** Where the person went, in the page or in code. */
  personSelects(selection: Selection): void {
    this.selected = selection;
    this.triggers.selected();
  }

  now(): number {
    return this.workspace.clock.now();
  }

  /** Lets time pass; clock triggers that fall due run, in every file of the workspace. */
  passTime(milliseconds: number): void {
    const { clock } = this.workspace;
    const until = clock.now() + milliseconds;
    if (this.depth === 0) this.triggers.runDue(until);
    clock.pass(Math.max(0, until - clock.now()));
  }

  /** Makes what a person did in the grid. Throws `Refused`, with nothing done, where the person may not. */
  does(...acts: readonly Act[]): void {
    const step = `act-${++this.acts}`;
    for (const act of acts) this.act(editsOf(this.file, act), act.kind === 'sort' ? 'sort' : 'edit', step);
  }

  /** The same, said as edits. */
  act(edits: readonly Edit[], kind: 'edit' | 'sort' = 'edit', step = `act-${++this.acts}`): void {
    this.checkRight(edits);
    const change = changeOf(this.file, edits);
    for (const edit of edits) this.file.apply(edit, this.person.name, `${this.account.email} ${step}`);
    // What a sort or an undo fires is not documented: nothing, which is the harsher reading.
    if (edits.length > 0) this.triggers.changed(kind === 'sort' ? { type: 'OTHER', place: null } : change());
  }

  /** Takes the file's last step back, or makes it again. False when there is none. Throws `Refused`. */
  takeBack(kind: 'undo' | 'redo'): boolean {
    this.checkRight(this.file.wouldTakeBack(kind));
    return kind === 'undo' ? this.file.undo(this.person.name) : this.file.redo(this.person.name);
  }

  private checkRight(edits: readonly Edit[]): void {
    if (!this.role || !mayEdit(this.role))
      throw new Refused('You can only view this file. Ask its owner for the right to edit.');
    for (const edit of edits) {
      const refused = protectionAgainst(this.file, edit, this.account.email, this.role === 'owner');
      if (refused) throw new Refused(refused);
    }
  }

  /** The costs of the last run. */
  get counts(): Counts {
    const run = this.runs.at(-1);
    if (!run) throw new Error('Nothing ran yet.');
    return run.counts;
  }

  /** Another person's window on the same file; whoever has no access yet is given it. */
  as(email: string, role: Role = 'editor'): Host {
    if (!this.hosted.roleOf(email)) this.hosted.share(email, role);
    return new Host(this.workspace, this.hosted, this.workspace.account(email), new RecordedScreen());
  }

  /** This person's window on another file of the workspace. */
  in(hosted: HostedFile, account = this.account): Host {
    return new Host(this.workspace, hosted, account, new RecordedScreen());
  }

  /** Opens the file as a person does: the add-on makes its menu, in the mode that Google would give it. */
  open(): this {
    const start = this.triggers.onOpen();
    // A call that the mode forbids, also one at the top of the bundle, leaves Google's own entry alone in the menu.
    if (!start || !this.execute(start).ok) this.screen.setMenu(null);
    this.triggers.opened();
    return this;
  }

  /** Installs the add-on from inside this file and allows what it asks for. */
  install(): this {
    this.account.install();
    this.hosted.enabled = true;
    this.triggers.installed();
    return this;
  }

  /** Takes the add-on away from this person's account: its triggers stop, and nothing runs before it is allowed again. */
  uninstall(): this {
    this.account.installed = false;
    this.account.granted = null;
    return this;
  }

  /** Calls a top-level function of the add-on with plain data, as `google.script.run` does. Throws `ScriptError`. */
  call(functionName: string, ...args: readonly unknown[]): unknown {
    const sent = sentArguments(args);
    const answer = this.executeOrThrow({ functionName, kind: 'run', authMode: 'FULL', args: sent });
    const { counts } = this;
    const value = clientValue(answer);
    counts.runBytes += bytesOf(value);
    return value;
  }

  /** Chooses an entry of the add-on's menu. */
  choose(caption: string): unknown {
    const functionName = this.menu().get(caption);
    if (!functionName) throw new Error(`The menu has no “${caption}”. It has: ${[...this.menu().keys()].join(', ')}`);
    // The first use of the add-on in a file enables it there for everyone.
    if (this.account.granted) this.hosted.enabled = true;
    return this.executeOrThrow({ functionName, kind: 'menu', authMode: 'FULL', args: [] });
  }

  /** Google drops cached values whenever it likes: these, or all of this person's, this file's and the script's. */
  evict(...keys: readonly string[]): void {
    for (const cache of Object.values(this.stores.caches)) {
      for (const key of keys.length > 0 ? keys : [...cache.keys()]) cache.delete(key);
    }
  }

  /** What a cell shows that calls a custom function with these arguments. Throws `ScriptError`. */
  custom(functionName: string, ...args: readonly unknown[]): unknown {
    return this.executeOrThrow({ functionName, kind: 'custom function', authMode: 'CUSTOM_FUNCTION', args });
  }

  private executeOrThrow(start: Start): unknown {
    if (!this.account.granted && start.kind !== 'custom function') throw new ScriptError(UNAUTHORISED, '');
    const outcome = this.execute(start);
    if (outcome.ok) return outcome.value;
    throw new ScriptError(outcome.error.message, outcome.error.stack);
  }

  /** Runs a function to its end, in this thread. */
  execute(start: Start): Outcome {
    if (this.workspace.latency === 'google') this.workspace.clock.pass(START);
    const execution = new Execution(this, start);
    if (!this.has(start.functionName)) return this.finish(execution, notFound(start.functionName), 0);
    const started = performance.now();
    const invoke = (request: CallRequest) => this.invokeAndWait(execution, request);
    this.depth++;
    try {
      const outcome = execution.desk.counts.whileRunning(() =>
        runInRealm(
          this.addOn.code,
          start.functionName,
          execution.args,
          execution.preludeInput(invoke, this.workspace.clock.forScript()),
          LONGEST_HERE_MS,
        ),
      );
      const finished = this.finish(execution, outcome, performance.now() - started);
      if (execution.thrown) throw execution.thrown.error;
      if (this.workspace.latency === 'google') this.workspace.clock.pass(execution.committing);
      return finished;
    } finally {
      this.depth--;
      if (this.depth === 0) this.triggers.runWaiting();
    }
  }

  /** In one thread nobody else can act while a script waits: the host's clock simply moves on. */
  private invokeAndWait(execution: Execution, request: CallRequest): CallAnswer {
    for (;;) {
      const answer = execution.desk.invoke(request);
      if ('pause' in answer) {
        this.workspace.clock.pass(answer.pause);
        if (answer.next === 'done') return { value: undefined };
        continue;
      }
      if (answer.after) this.workspace.clock.pass(answer.after);
      return answer;
    }
  }

  /** Whether a script of this window is running now. */
  get isRunning(): boolean {
    return this.depth > 0;
  }

  /** Ends an execution, wherever it ran, and notes what it cost. */
  finish(execution: Execution, ended: Outcome, milliseconds: number): Outcome {
    const outcome = execution.end(ended);
    const { functionName, kind, desk, logged } = execution;
    const error = outcome.ok ? null : outcome.error.message;
    this.runs.push({ functionName, kind, counts: desk.counts, log: logged, milliseconds, error });
    if (this.runs.length > 1000) this.runs.shift();
    return outcome;
  }

  /** The add-on's functions that Google finds, and anyone with a panel can call. */
  get functions(): readonly string[] {
    return sourceOf(this.addOn.code).functions;
  }

  has(functionName: string): boolean {
    return this.functions.includes(functionName);
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

  close(): void {
    this.workspace.close();
  }
}

/** A spreadsheet with its owner's window on it, in a workspace of its own. */
export function newHost<S extends Screen = RecordedScreen>(options: HostOptions<S>): Host<S> {
  const { locale = 'en_US', timeZone = 'America/New_York', user = 'ann@example.com', enabled = true } = options;
  const { language = 'en' } = options;
  const stores = options.stores ?? newStores();
  const workspace = new Workspace(options, stores);
  const account = workspace.adopt(user, scopedStores(stores, 'user')).install();
  account.locale = language;
  const file = options.file ?? new SpreadsheetFile({ name: 'Untitled spreadsheet', locale, timeZone });
  const hosted = workspace.host(file, user, scopedStores(stores, 'document'));
  hosted.enabled = enabled;
  return new Host(workspace, hosted, account, options.screen ?? (new RecordedScreen() as unknown as S));
}

/** Opens a spreadsheet with the add-on, as a person would, and answers with the host to drive it by. */
export const openHost = (options: HostOptions<RecordedScreen>): Host => newHost(options).open();

/** File > Make a copy, by the person of this window: their window on the copy. */
export const copyOf = (host: Host): Host => host.in(host.workspace.copyFile(host.hosted, host.account.email));
