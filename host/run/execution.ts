import type { AddOn } from '../add-on';
import type { Calculator } from '../engine/calculator';
import type { Edit } from '../engine/edits';
import type { SpreadsheetFile } from '../engine/file';
import type { Context, Screen, Selection, User } from '../google/context';
import { ENUMS } from '../google/enums';
import { GLOBAL_NAMES } from '../google/services';
import type { Stores } from '../google/stores';
import { Desk, type ServiceCall } from './desk';
import type { PreludeInput } from './prelude';
import type { CallAnswer, CallRequest } from './protocol';
import { topLevelFunctions } from './top-level-functions';

/** The host as its executions see it. */
export type Surroundings = {
  readonly addOn: AddOn;
  readonly file: SpreadsheetFile;
  readonly fileId: string;
  readonly calculator: Calculator;
  readonly stores: Stores;
  readonly screen: Screen;
  readonly user: User;
  selection: Selection;
  now(): number;
  beforeCall: ((call: ServiceCall) => void) | null;
};

export type LogLine = { readonly level: string; readonly text: string };

let executions = 0;

/** One run of one function of the add-on: what its services may reach, what it cost, what it logged. */
export class Execution implements Context {
  readonly executionId = `execution-${++executions}`;
  readonly desk: Desk;
  readonly logged: LogLine[] = [];
  readonly file: SpreadsheetFile;
  readonly fileId: string;
  readonly calculator: Calculator;
  readonly stores: Stores;
  readonly screen: Screen;
  readonly user: User;
  readonly scriptZone: string;

  constructor(
    private readonly around: Surroundings,
    readonly functionName: string,
  ) {
    this.file = around.file;
    this.fileId = around.fileId;
    this.calculator = around.calculator;
    this.stores = around.stores;
    this.screen = around.screen;
    this.user = around.user;
    this.scriptZone = around.addOn.manifest.timeZone;
    this.desk = new Desk(this, (call) => around.beforeCall?.(call));
  }

  get selection(): Selection {
    return this.around.selection;
  }
  set selection(selection: Selection) {
    this.around.selection = selection;
  }
  now(): number {
    return this.around.now();
  }
  htmlFile(name: string): string | undefined {
    return this.around.addOn.pages.get(name);
  }
  scriptFunctions(): readonly string[] {
    return topLevelFunctions(this.around.addOn.code);
  }
  log(level: string, text: string): void {
    this.logged.push({ level, text });
  }
  apply(edit: Edit): void {
    this.file.apply(edit, this.executionId, this.executionId);
  }

  /** What the realm of this execution is made of. */
  preludeInput(invoke: (request: CallRequest) => CallAnswer, now: (() => number) | null): PreludeInput {
    return { invoke, now, log: (level, text) => this.log(level, text), services: GLOBAL_NAMES, enums: ENUMS };
  }

  /** Locks go with the execution that holds them, and formulas are worked out when it ends. */
  end(): void {
    for (const lock of Object.values(this.stores.locks)) if (lock.holder === this.executionId) lock.holder = null;
    this.calculator.calculate();
  }
}
