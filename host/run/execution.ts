import type { AddOn } from '../add-on';
import type { Calculator } from '../engine/calculator';
import type { Edit } from '../engine/edits';
import type { SpreadsheetFile } from '../engine/file';
import { protectionAgainst } from '../engine/protections';
import type { AuthMode } from '../google/auth';
import {
  type Context,
  type ExecutionKind,
  mayEdit,
  type Role,
  type Screen,
  type Selection,
  type User,
} from '../google/context';
import { ENUMS } from '../google/enums';
import { fail, GoogleError } from '../google/errors';
import { GLOBAL_NAMES } from '../google/services';
import type { Stores } from '../google/stores';
import type { InstalledTrigger } from '../google/triggers';
import type { Account, HostedFile, Workspace } from '../workspace';
import { scriptClock } from './clock';
import { START } from './cost-model';
import { bytesOf } from './counts';
import { type BeforeCall, Desk, type ServiceCall } from './desk';
import type { Fault } from './faults';
import type { PreludeInput } from './prelude';
import type { CallAnswer, CallRequest, Outcome, Wire } from './protocol';
import { sourceOf } from './source';

/** Where an execution takes place: a person's window on a file. */
export type Seat = {
  readonly workspace: Workspace;
  readonly hosted: HostedFile;
  readonly account: Account;
  readonly screen: Screen;
  selection: Selection;
  readonly beforeCall: BeforeCall | null;
  /** Somebody is acting between two calls: what they start is not cut in on again. */
  isCutIn: boolean;
};

/** What Google is asked to run. */
export type Start = {
  readonly functionName: string;
  readonly kind: ExecutionKind;
  readonly authMode: AuthMode;
  /** Under whose authority, when that is not the person in the seat. */
  readonly as?: Account;
  /** Plain data, or an event made with the execution's own service objects. */
  readonly args: readonly unknown[] | ((context: Context) => readonly unknown[]);
};

export type LogLine = { readonly level: string; readonly text: string };

const MINUTE = 60_000;

/** Source: page "Quotas for Google services". */
const LONGEST_MS: Readonly<Record<ExecutionKind, number>> = {
  menu: 6 * MINUTE,
  run: 6 * MINUTE,
  trigger: 6 * MINUTE,
  'clock trigger': 6 * MINUTE,
  'simple trigger': MINUTE / 2,
  'custom function': MINUTE / 2,
};

const TOO_LONG = 'Exceeded maximum execution time';

let executions = 0;

/** One run of one function of the add-on: what its services may reach, what it cost, what it logged. */
export class Execution implements Context {
  readonly executionId = `execution-${++executions}`;
  readonly desk: Desk;
  readonly logged: LogLine[] = [];
  readonly functionName: string;
  readonly kind: ExecutionKind;
  readonly authMode: AuthMode;
  readonly file: SpreadsheetFile;
  readonly fileId: string;
  readonly sharing: Map<string, Role>;
  readonly role: Role;
  readonly calculator: Calculator;
  readonly stores: Stores;
  readonly screen: Screen;
  readonly user: User;
  readonly effectiveUser: User;
  readonly scopes: ReadonlySet<string> | null;
  readonly declaredScopes: readonly string[];
  readonly triggers: InstalledTrigger[];
  readonly scriptZone: string;
  readonly args: readonly Wire[];
  private readonly addOn: AddOn;
  private readonly account: Account;
  private readonly startedAt: number;
  /** Time that does not count: the script was suspended while a question stood before the user. */
  private suspended = 0;
  /** Why Google ended it, whatever the script caught. */
  private broken: string | null = null;
  /** What the driver of the host threw between two calls. */
  thrown: { readonly error: unknown } | null = null;
  /** How long Google would go on committing after the last statement, by the cost model. */
  committing = 0;

  constructor(
    private readonly seat: Seat,
    { functionName, kind, authMode, as: account = seat.account, args }: Start,
  ) {
    const { workspace, hosted } = seat;
    this.functionName = functionName;
    this.kind = kind;
    this.authMode = authMode;
    this.account = account;
    this.addOn = workspace.addOn;
    this.file = hosted.file;
    this.fileId = hosted.id;
    this.sharing = hosted.sharing;
    const role = hosted.roleOf(account.email);
    this.role = role ?? 'viewer';
    if (!role) this.broken = 'You do not have permission to access the requested document.';
    this.calculator = hosted.calculator;
    this.triggers = hosted.triggers;
    this.stores = workspace.storesFor(hosted, account);
    // Source: guide "Custom functions": whoever's cell it is, user properties are those of the file's owner.
    if (kind === 'custom function') this.stores.properties.user = workspace.account(hosted.owner).stores.properties;
    this.screen = seat.screen;
    this.user = seenBy(authMode, seat.account);
    this.effectiveUser = seenBy(authMode, account);
    this.scopes = workspace.scopesOf(account);
    this.declaredScopes = this.addOn.manifest.oauthScopes;
    this.scriptZone = this.addOn.manifest.timeZone;
    this.startedAt = this.now();
    this.desk = new Desk(this, {
      functionName,
      permissions: { authMode, kind, scopes: this.scopes, strict: workspace.strict },
      brokenOff: () => this.checkBroken(),
      abort: (sentence) => {
        this.broken ??= sentence;
      },
      suspend: (milliseconds) => {
        this.suspended += milliseconds;
      },
      before: (call) => this.cutIn(call),
      slow: workspace.latency === 'google',
    });
    this.args = (typeof args === 'function' ? args(this) : jsonOf(args)).map((arg) => this.desk.toWire(arg));
    if (kind === 'run') this.desk.counts.runBytes += bytesOf(args);
  }

  get selection(): Selection {
    return this.seat.selection;
  }
  set selection(selection: Selection) {
    this.seat.selection = selection;
  }
  now(): number {
    return this.seat.workspace.clock.now();
  }
  htmlFile(name: string): string | undefined {
    return this.addOn.pages.get(name);
  }
  scriptFunctions(): readonly string[] {
    return sourceOf(this.addOn.code).functions;
  }
  log(level: string, text: string): void {
    this.logged.push({ level, text });
  }

  apply(edit: Edit): void {
    if (this.authMode === 'CUSTOM_FUNCTION') fail('You do not have permission to perform that action.');
    // Seen by developers whose log sheet was not theirs to edit: BetterLog issue 11.
    if (!mayEdit(this.role)) fail('You do not have permission to perform that action.');
    const refused = protectionAgainst(this.file, edit, this.account.email, this.role === 'owner');
    if (refused) fail(refused);
    this.file.apply(edit, this.executionId, this.executionId);
  }

  inFile(fileId: string): Context | null {
    const { workspace } = this.seat;
    const hosted = workspace.files.get(fileId);
    const role = hosted?.roleOf(this.account.email);
    if (!hosted || !role) return null;
    const { file, calculator, sharing, triggers } = hosted;
    const selection = { sheet: file.sheets[0]!.id, rect: { row: 0, column: 0, rows: 1, columns: 1 } };
    const own = { file, fileId, calculator, sharing, triggers, role, selection };
    return Object.create(this, Object.getOwnPropertyDescriptors(own)) as Context;
  }

  newFile(name: string): Context {
    const { locale, timeZone } = this.file.properties;
    return this.inFile(this.seat.workspace.newFile(this.account.email, { name, locale, timeZone }).id)!;
  }

  /**
   * Lets whoever drives the host act before a call. What they throw themselves, a failed expectation say, ends the
   * execution and is theirs again; Google's errors are the script's.
   */
  private cutIn(call: ServiceCall): Fault | undefined {
    const { seat } = this;
    if (seat.isCutIn) return undefined;
    seat.isCutIn = true;
    try {
      return seat.beforeCall?.(call) ?? undefined;
    } catch (error) {
      if (error instanceof GoogleError) throw error;
      this.thrown = { error };
      this.broken = 'The execution was broken off.';
      throw new GoogleError(this.broken);
    } finally {
      seat.isCutIn = false;
    }
  }

  /** How much longer Google would let it run. */
  timeLeft(): number {
    const used = this.now() - this.startedAt - this.suspended;
    // A host that is not slow counts what the calls would have taken.
    const modelled = this.seat.workspace.latency === 'google' ? 0 : this.desk.counts.modelledMilliseconds - START;
    return LONGEST_MS[this.kind] - used - modelled;
  }

  private checkBroken(): string | null {
    if (this.timeLeft() < 0) this.broken ??= TOO_LONG;
    return this.broken;
  }

  /** What the realm of this execution is made of. */
  preludeInput(invoke: (request: CallRequest) => CallAnswer, now: (() => number) | null): PreludeInput {
    const clock = scriptClock(this.scriptZone, now);
    const log = (level: string, text: string) => this.log(level, text);
    return { invoke, whileServed: this.desk.counts.whileServed, clock, log, services: GLOBAL_NAMES, enums: ENUMS };
  }

  /** Locks go with the execution that holds them, and formulas are worked out when it ends. */
  end(outcome: Outcome): Outcome {
    for (const lock of Object.values(this.stores.locks)) if (lock.holder === this.executionId) lock.holder = null;
    this.calculator.calculate();
    const { counts } = this.desk;
    this.committing = counts.end();
    // A script that runs too long is ended, whatever it catches.
    const message = this.checkBroken();
    if (message) return { ok: false, error: { name: 'Exception', message, stack: '' } };
    return outcome;
  }
}

/** Who the user is stays hidden without full authorisation. Source: reference "Session.getActiveUser". */
const seenBy = (mode: AuthMode, { email, emailHidden, locale }: Account): User => ({
  email: mode === 'FULL' && !emailHidden ? email : '',
  locale,
});

/** Arguments cross as data: as the page's JSON says them. */
const jsonOf = (args: readonly unknown[]): readonly unknown[] => JSON.parse(JSON.stringify(args)) as readonly unknown[];
