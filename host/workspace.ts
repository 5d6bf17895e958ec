import { type AddOn, readAddOn } from './add-on';
import { Calculator } from './engine/calculator';
import { SpreadsheetFile } from './engine/file';
import { fileFrom, fileSnapshot } from './engine/snapshot';
import type { Role, User } from './google/context';
import { freshStores, newStores, type ScopedStores, type Stores, scopedStores } from './google/stores';
import type { InstalledTrigger } from './google/triggers';
import { Clock } from './run/clock';

export type WorkspaceOptions = {
  /** The built add-on: its folder, or what `readAddOn` made of it. */
  readonly addOn: string | AddOn;
  /** A moment at which the clock stands still, for tests; otherwise the machine's clock. */
  readonly now?: number | string;
  /** Cache and Lock throw in AuthMode LIMITED, which Google's documentation leaves open. */
  readonly strict?: boolean;
  /** `google`: every call takes as long as the cost model says it takes at Google. */
  readonly latency?: 'none' | 'google';
};

/** A Google account as the add-on meets it. */
export class Account implements User {
  /** The language of the user's Google, as `Session.getActiveUserLocale` tells it. */
  locale = 'en';
  /** Installed: the add-on's menu is made for this user in every file, in AuthMode NONE until it is used there. */
  installed = false;
  /** What the user has allowed; `all` is whatever the manifest asks for. Null: nothing yet. */
  granted: 'all' | readonly string[] | null = null;
  /** A domain that hides its users' addresses from scripts of others. */
  emailHidden = false;
  readonly stores: ScopedStores = freshStores();

  constructor(readonly email: string) {}

  /** Installs the add-on and allows all that it asks for. */
  install(): this {
    this.installed = true;
    this.granted = 'all';
    return this;
  }
}

/** A spreadsheet in someone's Drive, with what Google keeps beside it for the add-on. */
export class HostedFile {
  readonly calculator: Calculator;
  readonly sharing = new Map<string, Role>();
  readonly triggers: InstalledTrigger[] = [];
  /** Somebody has used the add-on in this file: from then on everyone who may edit it gets the menu. */
  enabled = false;

  constructor(
    readonly id: string,
    readonly file: SpreadsheetFile,
    readonly owner: string,
    readonly stores: ScopedStores = freshStores(),
  ) {
    this.calculator = new Calculator(file);
    this.sharing.set(owner, 'owner');
  }

  roleOf(email: string): Role | null {
    return this.sharing.get(email) ?? null;
  }

  share(email: string, role: Role): this {
    this.sharing.set(email, role);
    return this;
  }

  close(): void {
    this.calculator.close();
  }
}

/** All of Google that outlives an execution: files, users, the add-on with its script stores, the clock. */
export class Workspace {
  /** Replaced when the add-on was built anew; executions take what is there when they start. */
  addOn: AddOn;
  readonly clock: Clock;
  readonly strict: boolean;
  readonly latency: 'none' | 'google';
  readonly scriptStores: ScopedStores;
  readonly files = new Map<string, HostedFile>();
  private readonly accounts = new Map<string, Account>();

  constructor(options: WorkspaceOptions, stores: Stores = newStores()) {
    this.addOn = typeof options.addOn === 'string' ? readAddOn(options.addOn) : options.addOn;
    this.clock = new Clock(options.now === undefined ? null : new Date(options.now).getTime());
    this.strict = options.strict ?? false;
    this.latency = options.latency ?? 'none';
    this.scriptStores = scopedStores(stores, 'script');
  }

  /** The account of an address; new ones have never heard of the add-on. */
  account(email: string): Account {
    let account = this.accounts.get(email);
    if (!account) {
      account = new Account(email);
      this.accounts.set(email, account);
    }
    return account;
  }

  /** Brings an account in that was kept elsewhere. */
  adopt(email: string, stores: ScopedStores): Account {
    const account = Object.assign(new Account(email), { stores });
    this.accounts.set(email, account);
    return account;
  }

  host(file: SpreadsheetFile, owner: string, stores?: ScopedStores): HostedFile {
    const id = this.files.size === 0 ? 'offline-file' : `offline-file-${this.files.size + 1}`;
    // A date typed without its year is one of this year.
    file.clock = () => this.clock.now();
    const hosted = new HostedFile(id, file, owner, stores);
    file.clock = () => this.clock.now();
    this.files.set(id, hosted);
    return hosted;
  }

  newFile(owner: string, { name = 'Untitled spreadsheet', locale = 'en_US', timeZone = 'America/New_York' } = {}) {
    return this.host(new SpreadsheetFile({ name, locale, timeZone }), owner);
  }

  /**
   * File > Make a copy. Tabs keep their ids; the copy is a file of its own: nobody has used the add-on there, and
   * document properties, cache and triggers stay behind.
   */
  copyFile(source: HostedFile, owner: string, name = `Copy of ${source.file.properties.name}`): HostedFile {
    const file = fileFrom(fileSnapshot(source.file));
    file.properties = { ...file.properties, name };
    return this.host(file, owner);
  }

  /** What the add-on finds when this user runs it in this file. */
  storesFor(hosted: HostedFile, account: Account): Stores {
    const [script, document, user] = [this.scriptStores, hosted.stores, account.stores];
    return {
      properties: { script: script.properties, document: document.properties, user: user.properties },
      caches: { script: script.cache, document: document.cache, user: user.cache },
      locks: { script: script.lock, document: document.lock, user: user.lock },
    };
  }

  /**
   * The scopes an account's executions have: what the manifest declares and the user allowed. Null where the manifest
   * declares none: Google then asks for whatever it finds in the code.
   */
  scopesOf({ granted }: Account): ReadonlySet<string> | null {
    const declared = this.addOn.manifest.oauthScopes;
    if (declared.length === 0) return null;
    return new Set(granted === 'all' ? declared : declared.filter((scope) => granted?.includes(scope)));
  }

  close(): void {
    for (const file of this.files.values()) file.close();
  }
}
