/** What nobody has written down, for someone with an account to find out. The code, where there is any, answers by itself. */
export type Probe = {
  readonly id: string;
  readonly asks: string;
  readonly code?: (sheet: GoogleAppsScript.Spreadsheet.Sheet) => unknown;
};

type Scalar = string | number | boolean | Date;

const look = (cell: GoogleAppsScript.Spreadsheet.Range) => [
  cell.getValue() as Scalar,
  cell.getDisplayValue(),
  cell.getFormula(),
];

/** What an act comes to: its answer, or the sentence with which it fails. */
function tried(act: () => unknown): unknown {
  try {
    return act() ?? null;
  } catch (error) {
    return { throws: String((error as Error).message ?? error) };
  }
}

export const PROBES: readonly Probe[] = [
  {
    id: 'P1',
    asks: 'What becomes of =1+1 in a cell of format @, by setValues and by appendRow?',
    code(sheet) {
      sheet.getRange('A:A').setNumberFormat('@');
      sheet.getRange('A1').setValues([['=1+1']]);
      sheet.appendRow(['=1+1']);
      return [look(sheet.getRange('A1')), look(sheet.getRange('A2'))];
    },
  },
  {
    id: 'P2',
    asks: "What becomes of '0123?",
    code: (sheet) => look(sheet.getRange('A1').setValue("'0123")),
  },
  {
    id: 'P3',
    asks: 'What becomes of strings that start with +, - or @?',
    code: (sheet) =>
      ['+65 1234', '+651234', '-x', '-1-2', '@x', '@sum'].map((text) =>
        tried(() => look(sheet.getRange('A1').clear().setValue(text))),
      ),
  },
  { id: 'P4', asks: 'What arrives in a page of NaN, Infinity, -0, a BigInt, a string of 10 MB? (panel)' },
  {
    id: 'P5',
    asks: 'What are name and stack of the error a failure handler gets; what if no Error was thrown? (panel)',
  },
  {
    id: 'P6',
    asks: 'What do document lock, document cache and user cache do in NONE, LIMITED and FULL of a test deployment?',
    code: () => [
      tried(() => LockService.getDocumentLock() === null),
      tried(() => CacheService.getDocumentCache() === null),
      tried(() => CacheService.getUserCache() === null),
    ],
  },
  {
    id: 'P7',
    asks: 'Which last row has a tab with formulas that show nothing, and with unchecked boxes?',
    code(sheet) {
      sheet.getRange('A5').setFormula('=""');
      const withFormula = sheet.getLastRow();
      sheet.getRange('A9').insertCheckboxes();
      return [withFormula, sheet.getLastRow()];
    },
  },
  {
    id: 'P8',
    asks: 'Where is the metadata of a row after sorting the range, the tab, and by a filter? After a person sorted?',
    code(sheet) {
      sheet.getRange('A1:A3').setValues([[3], [2], [1]]);
      sheet.getRange('1:1').addDeveloperMetadata('probe', 'three');
      const where = () =>
        sheet.createDeveloperMetadataFinder().withKey('probe').find()[0]?.getLocation().getRow()?.getA1Notation();
      sheet.getRange('A1:A3').sort(1);
      const afterRange = where();
      sheet.sort(1, false);
      return [afterRange, where()];
    },
  },
  {
    id: 'P9',
    asks: 'What is said, and when, of a write against a rule that rejects, and into a protected range?',
    code(sheet) {
      const rule = SpreadsheetApp.newDataValidation().requireNumberGreaterThan(5).setAllowInvalid(false).build();
      sheet.getRange('A1').setDataValidation(rule);
      return [tried(() => sheet.getRange('A1').setValue(1).getA1Notation()), tried(() => SpreadsheetApp.flush())];
    },
  },
  { id: 'P10', asks: 'Does onChange hear of edits by the Sheets API, and of edits by scripts?' },
  {
    id: 'P11',
    asks: 'Does localStorage of a sidebar outlive its closing; is it there in a dialog, and in another file?',
  },
  { id: 'P12', asks: 'Can one project have addOns.sheets in its manifest and a menu made by onOpen?' },
  { id: 'P13', asks: 'How large may an HtmlOutput be, and the content of a project?' },
  {
    id: 'P14',
    asks: 'Which newer syntax and library does the runtime take?',
    code: () =>
      [
        'let a = null; a ??= 1; return a',
        "return /(?<y>..)/.exec('ab').groups.y",
        'return (class { x = 1; }).name',
        'return new (class { #x = 1; get() { return this.#x; } })().get()',
        'return [1, 2].at(-1)',
        'return typeof Object.groupBy',
        "return 'aa'.replaceAll('a', 'b')",
        'return typeof structuredClone',
        'return String(10n ** 20n)',
        "return new Intl.NumberFormat('de-DE').format(1234.5)",
      ].map((code) => tried(() => new Function(code)())),
  },
  {
    id: 'P15',
    asks: 'What does ScriptApp.requireScopes do inside a call from a sidebar if only some scopes were granted?',
  },
  {
    id: 'P16',
    asks: 'What are value and oldValue of onEdit for days, percentages, emptied cells and pastes? (scenes)',
  },
  {
    id: 'P17',
    asks: 'How long do reading and writing 1,000, 10,000 and 100,000 cells take?',
    code: (sheet) =>
      [50, 500, 5000].map((rows) => {
        if (sheet.getMaxRows() < rows) sheet.insertRowsAfter(sheet.getMaxRows(), rows - sheet.getMaxRows());
        const block = Array.from({ length: rows }, (_, r) => Array.from({ length: 20 }, (_, c) => r * c));
        const range = sheet.getRange(1, 1, rows, 20);
        const times = [Date.now()];
        range.setValues(block);
        times.push(Date.now());
        SpreadsheetApp.flush();
        times.push(Date.now());
        range.getValues();
        times.push(Date.now());
        return {
          cells: rows * 20,
          write: times[1]! - times[0]!,
          flush: times[2]! - times[1]!,
          read: times[3]! - times[2]!,
        };
      }),
  },
];
