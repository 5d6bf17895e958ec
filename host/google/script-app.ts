import type { Context } from './context';
import { EnumValue } from './enums';
import { fail } from './errors';
import { ClockTriggerBuilder, SpreadsheetTriggerBuilder } from './trigger-builders';
import type { InstalledTrigger } from './triggers';

/** `ScriptApp`. */
export class ScriptApp {
  constructor(private readonly context: Context) {}

  getScriptId(): string {
    return 'offline-script';
  }
  newTrigger(functionName: string): TriggerBuilder {
    return new TriggerBuilder(this.context, String(functionName));
  }
  /** Those of the current user in the current file: an add-on sees no others. Source: Workspace guide "Editor triggers". */
  getProjectTriggers(): Trigger[] {
    const { email } = this.context.effectiveUser;
    return this.context.triggers.filter(({ owner }) => owner === email).map((item) => new Trigger(this.context, item));
  }
  getUserTriggers(): Trigger[] {
    return this.getProjectTriggers();
  }
  deleteTrigger(trigger: Trigger): void {
    const { triggers } = this.context;
    const index = triggers.findIndex(({ id }) => id === trigger.getUniqueId());
    if (index >= 0) triggers.splice(index, 1);
  }
  getAuthorizationInfo(): AuthorizationInfo {
    return new AuthorizationInfo(this.context);
  }
  /** Ends the run and asks the user where a scope of the manifest is not granted yet. Source: guide "Authorization scopes". */
  requireScopes(_mode: EnumValue, scopes: readonly string[]): void {
    const undeclared = scopes.find((scope) => !this.context.declaredScopes.includes(scope));
    if (undeclared) fail(`The scope ${undeclared} is not declared in the manifest.`);
    if (scopes.some((scope) => !this.context.scopes?.has(scope)))
      fail('Authorization is required to perform that action.');
  }
  requireAllScopes(mode: EnumValue): void {
    this.requireScopes(mode, this.context.declaredScopes);
  }
}

/** `ScriptApp.AuthorizationInfo`. */
export class AuthorizationInfo {
  constructor(private readonly context: Context) {}

  private get missing(): boolean {
    return this.context.declaredScopes.some((scope) => !this.context.scopes?.has(scope));
  }
  getAuthorizationStatus(): EnumValue {
    return new EnumValue('ScriptApp', 'AuthorizationStatus', this.missing ? 'REQUIRED' : 'NOT_REQUIRED');
  }
  getAuthorizationUrl(): string | null {
    return this.missing ? 'https://script.google.com/offline-script/authorize' : null;
  }
  getAuthorizedScopes(): string[] {
    return [...(this.context.scopes ?? [])];
  }
}

/** `ScriptApp.Trigger`. */
export class Trigger {
  constructor(
    private readonly context: Context,
    private readonly item: InstalledTrigger,
  ) {}

  getUniqueId(): string {
    return this.item.id;
  }
  getHandlerFunction(): string {
    return this.item.functionName;
  }
  getEventType(): EnumValue {
    return new EnumValue('ScriptApp', 'EventType', this.item.event);
  }
  getTriggerSource(): EnumValue {
    return new EnumValue('ScriptApp', 'TriggerSource', this.item.event === 'CLOCK' ? 'CLOCK' : 'SPREADSHEETS');
  }
  getTriggerSourceId(): string | null {
    return this.item.event === 'CLOCK' ? null : this.context.fileId;
  }
}

/** `ScriptApp.TriggerBuilder`. */
export class TriggerBuilder {
  constructor(
    private readonly context: Context,
    private readonly functionName: string,
  ) {}

  /** The open file or its id: an add-on's triggers are about no other. Source: Workspace guide "Editor triggers". */
  forSpreadsheet(file: string | { getId(): string }): SpreadsheetTriggerBuilder {
    const id = typeof file === 'string' ? file : file.getId();
    if (id !== this.context.fileId) fail('You do not have permission to perform that action.');
    return new SpreadsheetTriggerBuilder(this.context, this.functionName);
  }
  timeBased(): ClockTriggerBuilder {
    return new ClockTriggerBuilder(this.context, this.functionName);
  }
}
