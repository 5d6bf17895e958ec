import type { ScriptQuestion } from './question';

/** Calls a method as no declaration allows. */
function call(object: object, method: string, ...args: readonly unknown[]): unknown {
  return (object as Record<string, (...args: readonly unknown[]) => unknown>)[method]!(...args);
}

const refused = (types: string, method: string) => ({
  throws: `The parameters (${types}) don't match the method signature for ${method}.`,
});

const THE_SENTENCE = 'the sentence: many logs in public threads';
const source = (method: string) => `reference "${method}"; ${THE_SENTENCE}`;

/** What Google says of too few arguments, too many, and those of another kind. */
export const numbersOfArguments: readonly ScriptQuestion[] = [
  {
    id: 'arguments/no-value',
    asks: 'What if setValue gets nothing?',
    code: (_, sheet) => call(sheet.getRange('A1'), 'setValue'),
    expect: refused('', 'SpreadsheetApp.Range.setValue'),
    source: source('Range.setValue'),
  },
  {
    id: 'arguments/no-value-keeps-the-cell',
    asks: 'Does a cell keep its value when setValue gets nothing?',
    code: (_, sheet) => {
      const cell = sheet.getRange('A1').setValue('kept');
      try {
        call(cell, 'setValue');
      } catch (_error) {
        return cell.getValue() as string;
      }
    },
    expect: 'kept',
    source: source('Range.setValue'),
  },
  {
    id: 'arguments/two-values',
    asks: 'What if setValue gets two values?',
    code: (_, sheet) => call(sheet.getRange('A1'), 'setValue', 1, 2),
    expect: refused('number,number', 'SpreadsheetApp.Range.setValue'),
    source: source('Range.setValue'),
  },
  {
    id: 'arguments/five-numbers',
    asks: 'What if getRange gets five numbers?',
    code: (_, sheet) => call(sheet, 'getRange', 1, 1, 1, 1, 1),
    expect: refused('number,number,number,number,number', 'SpreadsheetApp.Sheet.getRange'),
    source: source('Sheet.getRange'),
  },
  {
    id: 'arguments/no-range',
    asks: 'What if getRange gets nothing?',
    code: (_, sheet) => call(sheet, 'getRange'),
    expect: refused('', 'SpreadsheetApp.Sheet.getRange'),
    source: source('Sheet.getRange'),
  },
  {
    id: 'arguments/letters-for-numbers',
    asks: 'What if getRange gets two texts?',
    code: (_, sheet) => call(sheet, 'getRange', 'A', 'B'),
    expect: refused('String,String', 'SpreadsheetApp.Sheet.getRange'),
    source: source('Sheet.getRange'),
  },
  {
    id: 'arguments/no-name',
    asks: 'What if getSheetByName gets nothing?',
    code: (spreadsheet) => call(spreadsheet, 'getSheetByName'),
    expect: refused('', 'SpreadsheetApp.Spreadsheet.getSheetByName'),
    source: source('Spreadsheet.getSheetByName'),
  },
  {
    id: 'arguments/no-color',
    asks: 'What if setBackground gets nothing?',
    code: (_, sheet) => call(sheet.getRange('A1'), 'setBackground'),
    expect: refused('', 'SpreadsheetApp.Range.setBackground'),
    source: source('Range.setBackground'),
  },
  {
    id: 'arguments/no-locale',
    asks: 'What if setSpreadsheetLocale gets nothing?',
    code: (spreadsheet) => call(spreadsheet, 'setSpreadsheetLocale'),
    expect: refused('', 'SpreadsheetApp.Spreadsheet.setSpreadsheetLocale'),
    source: source('Spreadsheet.setSpreadsheetLocale'),
  },
  {
    id: 'arguments/no-column-to-sort-by',
    asks: 'What if a tab is sorted by nothing?',
    code: (_, sheet) => call(sheet, 'sort'),
    expect: refused('', 'SpreadsheetApp.Sheet.sort'),
    source: source('Sheet.sort'),
  },
  {
    id: 'arguments/no-row-to-append',
    asks: 'What if appendRow gets nothing?',
    code: (_, sheet) => call(sheet, 'appendRow'),
    expect: refused('', 'SpreadsheetApp.Sheet.appendRow'),
    source: source('Sheet.appendRow'),
  },
  {
    id: 'arguments/no-row-to-delete',
    asks: 'What if deleteRow gets nothing?',
    code: (_, sheet) => call(sheet, 'deleteRow'),
    expect: refused('', 'SpreadsheetApp.Sheet.deleteRow'),
    source: source('Sheet.deleteRow'),
  },
  {
    id: 'arguments/text-for-frozen-rows',
    asks: 'What if setFrozenRows gets a text?',
    code: (_, sheet) => call(sheet, 'setFrozenRows', 'a'),
    expect: refused('String', 'SpreadsheetApp.Sheet.setFrozenRows'),
    source: source('Sheet.setFrozenRows'),
  },
  {
    id: 'arguments/getters-take-none',
    asks: 'What if getValues gets something?',
    code: (_, sheet) => call(sheet.getRange('A1'), 'getValues', 1),
    expect: refused('number', 'SpreadsheetApp.Range.getValues'),
    source: source('Range.getValues'),
  },
  {
    id: 'arguments/no-tab-to-delete',
    asks: 'What if deleteSheet gets null?',
    code: (spreadsheet) => call(spreadsheet, 'deleteSheet', null),
    expect: { throws: true },
    source: 'reference "Spreadsheet.deleteSheet"',
  },
  {
    id: 'arguments/no-place-to-copy-to',
    asks: 'What if copyTo gets null?',
    code: (_, sheet) => call(sheet.getRange('A1'), 'copyTo', null),
    expect: { throws: true },
    source: 'reference "Range.copyTo"',
  },
  {
    id: 'arguments/kind-of-the-error',
    asks: 'Is the refusal an error like others to the script, and an Exception by name?',
    code: (spreadsheet) => {
      try {
        call(spreadsheet, 'setActiveSheet', null);
      } catch (error) {
        return [(error as Error).name, error instanceof Error];
      }
    },
    expect: ['Exception', true],
    source: 'many logs: "Exception: The parameters …"',
  },
  {
    id: 'arguments/no-property',
    asks: 'What if setProperty gets nothing, and is anything kept?',
    code: () => {
      const store = PropertiesService.getScriptProperties().deleteProperty('undefined');
      try {
        call(store, 'setProperty');
      } catch (error) {
        return [(error as Error).message, store.getProperty('undefined')];
      }
    },
    expect: [refused('', 'PropertiesService.Properties.setProperty').throws, null],
    source: source('Properties.setProperty'),
  },
  {
    id: 'arguments/no-time-to-wait',
    asks: 'What if waitLock gets nothing?',
    code: () => call(LockService.getUserLock(), 'waitLock'),
    expect: refused('', 'LockService.Lock.waitLock'),
    source: source('Lock.waitLock'),
  },
  {
    id: 'arguments/no-value-to-cache',
    asks: 'What if put gets a key alone?',
    code: () => call(CacheService.getUserCache(), 'put', 'k'),
    expect: refused('String', 'CacheService.Cache.put'),
    source: source('Cache.put'),
  },
  {
    id: 'arguments/text-for-a-date',
    asks: 'What if formatDate gets a text for a date?',
    code: () => call(Utilities, 'formatDate', '2026-11-22', 'UTC', 'yyyy'),
    expect: refused('String,String,String', 'Utilities.formatDate'),
    source: source('Utilities.formatDate'),
  },
  {
    id: 'arguments/null-for-text',
    asks: 'What if getSheetByName gets null?',
    code: (spreadsheet) => call(spreadsheet, 'getSheetByName', null),
    expect: null,
    source: 'public code that relies on it',
    unsure: 'Some say that it throws.',
  },
];
