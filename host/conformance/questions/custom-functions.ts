import type { Scene } from './question';

const GUIDE = 'guide "Custom functions"';

/** What a function may do that a cell calls. */
export const customFunctions: readonly Scene[] = [
  {
    id: 'services/custom-answer',
    asks: 'Does a cell show what the function that it calls returns?',
    addOn: { DOUBLED: (number: number) => number * 2 },
    steps: [{ do: 'open' }, { do: 'use in a cell', name: 'DOUBLED', args: [21] }],
    expect: [42],
    source: GUIDE,
  },
  {
    id: 'services/custom-block',
    asks: 'Does a function get a block of cells as rows of values?',
    addOn: { WIDTH: (rows: readonly (readonly unknown[])[]) => `${rows.length} x ${rows[0]!.length}` },
    steps: [
      { do: 'open' },
      {
        do: 'use in a cell',
        name: 'WIDTH',
        args: [
          [
            [1, 2, 3],
            [4, 5, 6],
          ],
        ],
      },
    ],
    expect: ['2 x 3'],
    source: `${GUIDE}: arguments`,
  },
  {
    id: 'services/custom-reads',
    asks: 'May a custom function read cells?',
    addOn: { LOOK: () => SpreadsheetApp.getActiveSheet().getRange('A1').getValue() as unknown },
    steps: [{ do: 'open' }, { do: 'type', at: 'A1', text: '5' }, { do: 'use in a cell', name: 'LOOK', args: [] }],
    expect: [5],
    source: `${GUIDE}: Spreadsheet, read only`,
  },
  {
    id: 'services/custom-writes',
    asks: 'May a custom function write into cells?',
    addOn: { WRITE: () => void SpreadsheetApp.getActiveSheet().getRange('A1').setValue('x') },
    steps: [{ do: 'open' }, { do: 'use in a cell', name: 'WRITE', args: [] }, { do: 'look at', at: 'A1' }],
    expect: [{ throws: true }, ''],
    source: `${GUIDE}: can use most get methods, but not set methods`,
  },
  {
    id: 'services/custom-formats',
    asks: 'May a custom function change how cells look?',
    addOn: { PAINT: () => void SpreadsheetApp.getActiveSheet().getRange('A1').setBackground('red') },
    steps: [{ do: 'open' }, { do: 'use in a cell', name: 'PAINT', args: [] }],
    expect: [{ throws: true }],
    source: `${GUIDE}: can use most get methods, but not set methods`,
  },
  {
    id: 'services/custom-tabs',
    asks: 'May a custom function add a tab?',
    addOn: { ADD: () => void SpreadsheetApp.getActiveSpreadsheet().insertSheet('By a cell') },
    steps: [{ do: 'open' }, { do: 'use in a cell', name: 'ADD', args: [] }],
    expect: [{ throws: true }],
    source: `${GUIDE}: a custom function cannot affect cells other than those it returns a value to`,
  },
  {
    id: 'services/custom-user-properties',
    asks: 'Whose user properties does a custom function see in a cell of another editor?',
    addOn: {
      keep: () => void PropertiesService.getUserProperties().setProperty('unit', 'km'),
      UNIT: () => PropertiesService.getUserProperties().getProperty('unit'),
    },
    steps: [
      { do: 'open' },
      { do: 'run', name: 'keep' },
      { do: 'be another editor' },
      { do: 'use in a cell', name: 'UNIT', args: [] },
    ],
    expect: ['km'],
    source: `${GUIDE}: getUserProperties only gets the properties of the spreadsheet owner`,
  },
  {
    id: 'services/custom-user-properties-set',
    asks: 'May a custom function in a cell of another editor set user properties?',
    addOn: { KEEP: () => void PropertiesService.getUserProperties().setProperty('unit', 'km') },
    steps: [{ do: 'open' }, { do: 'be another editor' }, { do: 'use in a cell', name: 'KEEP', args: [] }],
    expect: [{ throws: true }],
    source: `${GUIDE}: spreadsheet editors can't set user properties in a custom function`,
  },
  {
    id: 'services/custom-user-properties-set-by-owner',
    asks: 'May a custom function in a cell of the owner set user properties?',
    addOn: { KEEP: () => void PropertiesService.getUserProperties().setProperty('unit', 'km') },
    steps: [{ do: 'open' }, { do: 'use in a cell', name: 'KEEP', args: [] }],
    expect: [{ throws: true }],
    source: GUIDE,
    unsure: 'The guide speaks of editors; whether the owner is one of them it does not say.',
  },
  {
    id: 'services/custom-cache',
    asks: 'May a custom function use the cache?',
    addOn: {
      CACHED: () => {
        CacheService.getScriptCache().put('conformance', 'kept');
        return CacheService.getScriptCache().get('conformance');
      },
    },
    steps: [{ do: 'open' }, { do: 'use in a cell', name: 'CACHED', args: [] }],
    expect: ['kept'],
    source: `${GUIDE}: Cache works, but is not particularly useful`,
  },
  {
    id: 'services/custom-screen',
    asks: 'May a custom function ask for the screen?',
    addOn: { ASK: () => void SpreadsheetApp.getUi() },
    steps: [{ do: 'open' }, { do: 'use in a cell', name: 'ASK', args: [] }],
    expect: [{ throws: 'Cannot call SpreadsheetApp.getUi() from this context.' }],
    source: `${GUIDE}: services; many logs`,
  },
  {
    id: 'services/custom-other-files',
    asks: 'May a custom function open another file?',
    scopes: ['https://www.googleapis.com/auth/spreadsheets'],
    addOn: { OPEN: () => SpreadsheetApp.openById(SpreadsheetApp.getActiveSpreadsheet().getId()).getName() },
    steps: [{ do: 'open' }, { do: 'use in a cell', name: 'OPEN', args: [] }],
    expect: [{ throws: true }],
    source: `${GUIDE}: can't open other spreadsheets`,
  },
  {
    id: 'services/custom-triggers',
    asks: 'May a custom function make a trigger?',
    addOn: { BEGIN: () => void ScriptApp.newTrigger('tick').timeBased().everyHours(1).create(), tick() {} },
    steps: [{ do: 'open' }, { do: 'use in a cell', name: 'BEGIN', args: [] }],
    expect: [{ throws: true }],
    source: `${GUIDE}: services that need a user's authorization are not there`,
  },
  {
    id: 'services/custom-who',
    asks: 'Does a custom function know who looks at the file?',
    addOn: { WHO: () => Session.getActiveUser().getEmail() },
    steps: [{ do: 'open' }, { do: 'use in a cell', name: 'WHO', args: [] }],
    expect: [''],
    source: 'reference "Session.getActiveUser": blank in custom functions',
  },
  {
    id: 'services/custom-time',
    asks: 'May a custom function take longer than 30 seconds?',
    addOn: {
      SLOW: () => {
        Utilities.sleep(31_000);
        return SpreadsheetApp.getActiveSpreadsheet().getName();
      },
    },
    steps: [{ do: 'open' }, { do: 'use in a cell', name: 'SLOW', args: [] }],
    expect: [{ throws: true }],
    source: `${GUIDE}: return values; page "Quotas for Google services"`,
  },
];
