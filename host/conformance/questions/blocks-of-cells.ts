import type { ScriptQuestion } from './question';

const LIVE = 'gas-fakes test suite, run against Google too';

/** What belongs to a block of cells: merges, filters, bandings, conditional formats, protections. */
export const blocksOfCells: readonly ScriptQuestion[] = [
  {
    id: 'validation-and-format/conditional-rules-replaced',
    asks: 'Does setting the conditional rules of a tab replace those it had?',
    code: (_, sheet) => {
      const ruleFor = (text: string) =>
        SpreadsheetApp.newConditionalFormatRule()
          .whenTextContains(text)
          .setBackground('#ff0000')
          .setRanges([sheet.getRange('A1:A9')])
          .build();
      sheet.setConditionalFormatRules([ruleFor('a'), ruleFor('b')]);
      sheet.setConditionalFormatRules([ruleFor('c')]);
      const rules = sheet.getConditionalFormatRules();
      return rules.map((rule) => [
        rule.getRanges()[0]!.getA1Notation(),
        rule.getBooleanCondition()!.getCriteriaValues(),
      ]);
    },
    expect: [['A1:A9', ['c']]],
    source: 'reference "Sheet.setConditionalFormatRules": replaces all currently existing rules',
  },
  {
    id: 'validation-and-format/banding',
    asks: 'Is a banding known to its tab until it is removed?',
    code: (_, sheet) => {
      const banding = sheet.getRange('A1:D10').applyRowBanding();
      const before = sheet.getBandings().map((one) => one.getRange().getA1Notation());
      banding.remove();
      return [before, sheet.getBandings().length];
    },
    expect: [['A1:D10'], 0],
    source: LIVE,
  },
  {
    id: 'validation-and-format/merging',
    asks: 'Does merging keep the upper left value alone?',
    code: (_, sheet) => {
      const block = sheet.getRange('A1:B2').setValues([
        [1, 2],
        [3, 4],
      ]);
      block.merge();
      return [
        block.getValues(),
        sheet.getRange('B2').isPartOfMerge(),
        sheet.getRange('A1:C3').getMergedRanges().length,
      ];
    },
    expect: [
      [
        [1, ''],
        ['', ''],
      ],
      true,
      1,
    ],
    source: 'reference "Range.merge", "Range.isPartOfMerge"; known to everyone who uses Sheets',
  },
  {
    id: 'validation-and-format/unmerging',
    asks: 'Does breaking cells apart leave the value in the corner?',
    code: (_, sheet) => {
      const block = sheet.getRange('A1:B1').setValue('x');
      block.merge();
      block.breakApart();
      return [block.getValues(), block.isPartOfMerge()];
    },
    expect: [[['x', '']], false],
    source: `reference "Range.breakApart"; ${LIVE}`,
  },
  {
    id: 'validation-and-format/filter-hides',
    asks: 'Does a filter hide the rows that do not pass, and are they read all the same?',
    code: (_, sheet) => {
      sheet.getRange('A1:A4').setValues([['Number'], [10], [30], [20]]);
      const filter = sheet.getRange('A1:A4').createFilter();
      filter.setColumnFilterCriteria(1, SpreadsheetApp.newFilterCriteria().whenNumberGreaterThan(15).build());
      const hidden = [1, 2, 3, 4].map((row) => sheet.isRowHiddenByFilter(row));
      return [hidden, sheet.getRange('A1:A4').getValues()];
    },
    expect: [
      [false, true, false, false],
      [['Number'], [10], [30], [20]],
    ],
    source: 'reference "Filter.setColumnFilterCriteria", "Sheet.isRowHiddenByFilter"',
  },
  {
    id: 'validation-and-format/filter-sorts',
    asks: 'Does sorting by a filter leave its header, and removing it leave nothing?',
    code: (_, sheet) => {
      const range = sheet.getRange('A1:B4').setValues([
        ['Name', 'Number'],
        ['a', 10],
        ['c', 30],
        ['b', 20],
      ]);
      const filter = range.createFilter().sort(2, false);
      const sorted = range.getValues();
      filter.remove();
      return [sorted, sheet.getFilter()];
    },
    expect: [
      [
        ['Name', 'Number'],
        ['c', 30],
        ['b', 20],
        ['a', 10],
      ],
      null,
    ],
    source: `reference "Filter.sort"; ${LIVE}`,
  },
  {
    id: 'validation-and-format/protection',
    asks: 'Does a protection know its range, words and manner, and go when removed?',
    code: (_, sheet) => {
      const protection = sheet.getRange('A1:D5').protect().setDescription('mind this').setWarningOnly(true);
      const kinds = SpreadsheetApp.ProtectionType;
      const [found] = sheet.getProtections(kinds.RANGE);
      const seen = [
        found!.getRange().getA1Notation(),
        found!.getDescription(),
        found!.isWarningOnly(),
        String(found!.getProtectionType()),
      ];
      protection.remove();
      return [...seen, sheet.getProtections(kinds.RANGE).length];
    },
    expect: ['A1:D5', 'mind this', true, 'RANGE', 0],
    source: LIVE,
  },
  {
    id: 'validation-and-format/overlapping-bandings',
    asks: 'What if a banding overlaps another?',
    code: (_, sheet) => {
      sheet.getRange('A1:D10').applyRowBanding();
      sheet.getRange('C5:F12').applyRowBanding();
      SpreadsheetApp.flush();
    },
    expect: { throws: true },
    source: 'notes on the Sheets API in public code',
    unsure: 'Said of the API; the sentence that scripts get is not known.',
  },
];
