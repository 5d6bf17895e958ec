/** Google's names of the service classes; written out in `services.ts`, because a bundler renames classes that share a name. */
export const classNames = new Map<unknown, string>();

/** Google's name of the class of a service object, or '' for anything else. */
export const nameOfService = (object: object): string => classNames.get(object.constructor) ?? '';

/** Services that are reached by their own name; the classes of all others hang on one of them. */
const OWNERS: Readonly<Record<string, string>> = {
  Cache: 'CacheService',
  Properties: 'PropertiesService',
  Lock: 'LockService',
  HtmlOutput: 'HtmlService',
  HtmlOutputMetaTag: 'HtmlService',
  HtmlTemplate: 'HtmlService',
  AuthorizationInfo: 'ScriptApp',
  Trigger: 'ScriptApp',
  TriggerBuilder: 'ScriptApp',
  SpreadsheetTriggerBuilder: 'ScriptApp',
  ClockTriggerBuilder: 'ScriptApp',
};
const ALONE = new Set(
  'SpreadsheetApp HtmlService CacheService PropertiesService LockService Utilities Session Logger ScriptApp Browser Ui Menu PromptResponse Blob User'.split(
    ' ',
  ),
);

/** A class as Google's messages name it: `SpreadsheetApp.Range`, `CacheService.Cache`, `Utilities`. */
export function qualifiedName(className: string): string {
  if (ALONE.has(className)) return className;
  return `${OWNERS[className] ?? 'SpreadsheetApp'}.${className}`;
}
