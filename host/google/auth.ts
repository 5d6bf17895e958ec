import type { ExecutionKind } from './context';

/** How much of Google an execution may use. Source: Workspace guide "Editor add-on authorization". */
export type AuthMode = 'NONE' | 'LIMITED' | 'CUSTOM_FUNCTION' | 'FULL';

const AUTH = 'https://www.googleapis.com/auth/';
const THIS_FILE = `${AUTH}spreadsheets.currentonly`;
const ALL_FILES = `${AUTH}spreadsheets`;
const CONTAINER_UI = [`${AUTH}script.container.ui`];
const SCRIPT_APP = [`${AUTH}script.scriptapp`];
const EMAIL = [`${AUTH}userinfo.email`];

/** What a method asks for: any one of the scopes, and one of the modes. */
type Need = { readonly scopes: readonly string[]; readonly modes: readonly AuthMode[] };

const ANY: readonly AuthMode[] = ['NONE', 'LIMITED', 'CUSTOM_FUNCTION', 'FULL'];
const NOT_NONE: readonly AuthMode[] = ['LIMITED', 'CUSTOM_FUNCTION', 'FULL'];
const FULL: readonly AuthMode[] = ['FULL'];
const CELLS_TOO: readonly AuthMode[] = ['CUSTOM_FUNCTION', 'FULL'];

const need = (modes: readonly AuthMode[], scopes: readonly string[] = []): Need => ({ modes, scopes });

/** Whole services and classes. What is not named is part of a spreadsheet. */
const CLASSES: Readonly<Record<string, Need>> = {
  Menu: need(ANY),
  Logger: need(ANY),
  Utilities: need(ANY),
  Blob: need(ANY),
  Session: need(NOT_NONE),
  User: need(NOT_NONE),
  Ui: need(FULL, CONTAINER_UI),
  Browser: need(FULL, CONTAINER_UI),
  PromptResponse: need(FULL),
  HtmlService: need(NOT_NONE),
  HtmlOutput: need(NOT_NONE),
  HtmlTemplate: need(NOT_NONE),
  // The scope is never asked for in a manifest, only named in the sentence.
  PropertiesService: need(NOT_NONE),
  Properties: need(NOT_NONE),
  CacheService: need(NOT_NONE),
  Cache: need(NOT_NONE),
  LockService: need(NOT_NONE),
  Lock: need(NOT_NONE),
  ScriptApp: need(NOT_NONE),
  AuthorizationInfo: need(NOT_NONE),
  Trigger: need(FULL),
  TriggerBuilder: need(FULL),
  SpreadsheetTriggerBuilder: need(FULL, SCRIPT_APP),
  ClockTriggerBuilder: need(FULL, SCRIPT_APP),
  Charts: need(NOT_NONE),
  // Source for custom functions: guide "Custom functions", using Apps Script services.
  UrlFetchApp: need(CELLS_TOO, [`${AUTH}script.external_request`]),
  Jdbc: need(CELLS_TOO, [`${AUTH}script.external_request`]),
  MailApp: need(FULL, [`${AUTH}script.send_mail`]),
  GmailApp: need(FULL, ['https://mail.google.com/']),
  DriveApp: need(FULL, [`${AUTH}drive`]),
  CalendarApp: need(FULL, [`${AUTH}calendar`]),
  DocumentApp: need(FULL, [`${AUTH}documents`]),
  FormApp: need(FULL, [`${AUTH}forms`]),
  SlidesApp: need(FULL, [`${AUTH}presentations`]),
  GroupsApp: need(FULL, [`${AUTH}groups`]),
  ContactsApp: need(FULL, ['https://www.google.com/m8/feeds']),
  SitesApp: need(FULL, ['https://sites.google.com/feeds']),
  CardService: need(NOT_NONE),
  ConferenceDataService: need(NOT_NONE),
  ContentService: need(NOT_NONE),
  DataStudioApp: need(NOT_NONE),
  LanguageApp: need(NOT_NONE),
  LinearOptimizationService: need(NOT_NONE),
  Maps: need(NOT_NONE),
  MimeType: need(ANY),
  ScriptProperties: need(NOT_NONE),
  UserProperties: need(NOT_NONE),
  XmlService: need(NOT_NONE),
};

const METHODS: Readonly<Record<string, Need>> = {
  'SpreadsheetApp.getUi': need(ANY),
  'Ui.createMenu': need(ANY),
  'Ui.createAddonMenu': need(ANY),
  'Session.getActiveUserLocale': need(ANY),
  'Session.getActiveUser': need(NOT_NONE, EMAIL),
  'Session.getEffectiveUser': need(NOT_NONE, EMAIL),
  'SpreadsheetApp.openById': need(FULL, [ALL_FILES]),
  'SpreadsheetApp.openByUrl': need(FULL, [ALL_FILES]),
  'SpreadsheetApp.open': need(FULL, [ALL_FILES]),
  'SpreadsheetApp.create': need(FULL, [ALL_FILES]),
  'Spreadsheet.copy': need(FULL, [ALL_FILES]),
  'ScriptApp.newTrigger': need(FULL, SCRIPT_APP),
  'ScriptApp.deleteTrigger': need(FULL, SCRIPT_APP),
  'ScriptApp.getProjectTriggers': need(FULL, SCRIPT_APP),
  'ScriptApp.getUserTriggers': need(FULL, SCRIPT_APP),
};

/** `SpreadsheetApp.newDataValidation` and its like make objects of the script alone. */
const BUILDER = /^(SpreadsheetApp\.new\w+|\w+Builder\..*)$/;

function needOf(service: string, method: string): Need {
  const name = `${service}.${method}`;
  const known = METHODS[name] ?? CLASSES[service];
  if (known) return known;
  return BUILDER.test(name) ? need(NOT_NONE) : need(NOT_NONE, [THIS_FILE, ALL_FILES]);
}

/** Cache and Lock are missing in Google's table of what LIMITED allows: allowed here unless the host is strict. */
const UNSAID_IN_LIMITED = new Set(['CacheService', 'Cache', 'LockService', 'Lock']);

export type Permissions = {
  readonly authMode: AuthMode;
  readonly kind: ExecutionKind;
  /** The scopes of the manifest that the user has granted. */
  readonly scopes: ReadonlySet<string> | null;
  readonly strict: boolean;
};

/** The sentence with which Google refuses a method, or null. Source of the texts: BetterLog issue 29; public reports. */
export function refusal(
  service: string,
  method: string,
  { authMode, kind, scopes, strict }: Permissions,
): string | null {
  const { modes, scopes: anyOf } = needOf(service, method);
  const required = anyOf.length > 1 ? `(${anyOf.toReversed().join(' || ')})` : (anyOf[0] ?? '');
  const permissions = required && ` Required permissions: ${required}`;
  const denied = !modes.includes(authMode) || (strict && authMode === 'LIMITED' && UNSAID_IN_LIMITED.has(service));
  if (service === 'SpreadsheetApp' && method === 'getUi' && WITHOUT_UI.has(kind))
    return 'Cannot call SpreadsheetApp.getUi() from this context.';
  if (denied) return `You do not have permission to call ${service}.${method}.${permissions}`;
  if (scopes && anyOf.length > 0 && !anyOf.some((scope) => scopes.has(scope)))
    return `Specified permissions are not sufficient to call ${service}.${method}.${permissions}`;
  return null;
}

/** Nobody sits before these. */
const WITHOUT_UI: ReadonlySet<ExecutionKind> = new Set(['clock trigger', 'custom function']);
