import type { ScriptQuestion } from './question';

const LIVE = 'gas-fakes test suite, run against Google too';

/** What happens to everything when rows and columns come, go, move and are sorted. */
export const rowsAndColumns: readonly ScriptQuestion[] = [
  {
    id: 'rows-and-columns/insert-before',
    asks: 'Does a row put in before another push it down?',
    code: (_, sheet) => {
      const rows = sheet.getMaxRows();
      sheet.getRange('A1:A2').setValues([['a'], ['b']]);
      sheet.insertRowBefore(2);
      return [sheet.getRange('A1:A3').getValues(), sheet.getMaxRows() - rows];
    },
    expect: [[['a'], [''], ['b']], 1],
    source: 'reference "Sheet.insertRowBefore"',
  },
  {
    id: 'rows-and-columns/insert-many-after',
    asks: 'Do rows put in after another leave it where it is?',
    code: (_, sheet) => {
      sheet.getRange('A1:A2').setValues([['a'], ['b']]);
      sheet.insertRowsAfter(1, 2);
      return sheet.getRange('A1:A4').getValues();
    },
    expect: [['a'], [''], [''], ['b']],
    source: 'reference "Sheet.insertRowsAfter"',
  },
  {
    id: 'rows-and-columns/insert-columns',
    asks: 'Do columns put in before another push it to the right?',
    code: (_, sheet) => {
      const columns = sheet.getMaxColumns();
      sheet.getRange('A1:B1').setValues([['a', 'b']]);
      sheet.insertColumns(2, 2);
      return [sheet.getRange('A1:D1').getValues(), sheet.getMaxColumns() - columns];
    },
    expect: [[['a', '', '', 'b']], 2],
    source: `reference "Sheet.insertColumns"; ${LIVE}`,
  },
  {
    id: 'rows-and-columns/delete',
    asks: 'Does deleting a row shift the rest up and shorten the tab?',
    code: (_, sheet) => {
      const rows = sheet.getMaxRows();
      sheet.getRange('A1:A3').setValues([['a'], ['b'], ['c']]);
      sheet.deleteRow(2);
      return [sheet.getRange('A1:A3').getValues(), sheet.getMaxRows() - rows];
    },
    expect: [[['a'], ['c'], ['']], -1],
    source: 'reference "Sheet.deleteRow"',
  },
  {
    id: 'rows-and-columns/delete-columns',
    asks: 'Does deleting columns take as many as asked?',
    code: (_, sheet) => {
      sheet.getRange('A1:D1').setValues([['a', 'b', 'c', 'd']]);
      sheet.deleteColumns(2, 2);
      return sheet.getRange('A1:B1').getValues();
    },
    expect: [['a', 'd']],
    source: `reference "Sheet.deleteColumns"; ${LIVE}`,
  },
  {
    id: 'rows-and-columns/move-down',
    asks: 'Is the place to move rows to counted before the move?',
    code: (_, sheet) => {
      sheet.getRange('A1:A5').setValues([['a'], ['b'], ['c'], ['d'], ['e']]);
      sheet.moveRows(sheet.getRange('A1:A2'), 5);
      return sheet.getRange('A1:A5').getValues();
    },
    expect: [['c'], ['d'], ['a'], ['b'], ['e']],
    source: 'reference "Sheet.moveRows": coordinates before the move',
  },
  {
    id: 'rows-and-columns/move-columns',
    asks: 'Is the place to move columns to counted before the move?',
    code: (_, sheet) => {
      sheet.getRange('A1:E1').setValues([['a', 'b', 'c', 'd', 'e']]);
      sheet.moveColumns(sheet.getRange('A1:B1'), 5);
      return sheet.getRange('A1:E1').getValues();
    },
    expect: [['c', 'd', 'a', 'b', 'e']],
    source: 'reference "Sheet.moveColumns": coordinates before the move',
  },
  {
    id: 'rows-and-columns/formulas-follow',
    asks: 'Do formulas follow the cells they name when a row comes in between?',
    code: (_, sheet) => {
      sheet.getRange('A1:A3').setValues([[1], [2], ['=SUM(A1:A2)']]);
      sheet.insertRowAfter(1);
      return [sheet.getRange('A4').getFormula(), sheet.getRange('A4').getValue()];
    },
    expect: ['=SUM(A1:A3)', 3],
    source: 'known to everyone who uses Sheets',
  },
  {
    id: 'rows-and-columns/formula-to-a-deleted-row',
    asks: 'Does a formula lose the cell it names with its row?',
    code: (_, sheet) => {
      sheet.getRange('A1:A2').setValues([[1], ['=A1']]);
      sheet.deleteRow(1);
      return sheet.getRange('A1').getFormula();
    },
    expect: '=#REF!',
    source: 'known to everyone who uses Sheets',
  },
  {
    id: 'rows-and-columns/names-follow',
    asks: 'Does a named range grow with rows put into it?',
    code: (spreadsheet, sheet) => {
      spreadsheet.setNamedRange('conformance_rows', sheet.getRange('A2:A4'));
      sheet.insertRowAfter(2);
      const range = spreadsheet.getRangeByName('conformance_rows');
      spreadsheet.removeNamedRange('conformance_rows');
      return range?.getA1Notation();
    },
    expect: 'A2:A5',
    source: 'known to everyone who uses Sheets',
  },
  {
    id: 'rows-and-columns/formats-of-new-rows',
    asks: 'Does a new row take the formats and checkboxes of the one above?',
    code: (_, sheet) => {
      sheet.getRange('A1').setBackground('#ff0000').insertCheckboxes();
      sheet.insertRowAfter(1);
      const rule = sheet.getRange('A2').getDataValidation();
      return [sheet.getRange('A2').getBackground(), String(rule?.getCriteriaType())];
    },
    expect: ['#ff0000', 'CHECKBOX'],
    source: 'public code that works around it',
  },
  {
    id: 'rows-and-columns/hide',
    asks: 'Are hidden rows and columns known as hidden by the user, and shown again?',
    code: (_, sheet) => {
      sheet.hideRows(2, 2);
      sheet.hideColumns(3);
      const hidden = [sheet.isRowHiddenByUser(2), sheet.isRowHiddenByUser(4), sheet.isColumnHiddenByUser(3)];
      sheet.showRows(2, 2);
      sheet.showColumns(3);
      return [...hidden, sheet.isRowHiddenByUser(2), sheet.isColumnHiddenByUser(3)];
    },
    expect: [true, false, true, false, false],
    source: `reference "Sheet.isRowHiddenByUser"; ${LIVE}`,
  },
  {
    id: 'rows-and-columns/frozen',
    asks: 'Is nothing frozen until someone freezes it?',
    code: (_, sheet) => {
      const before = [sheet.getFrozenRows(), sheet.getFrozenColumns()];
      sheet.setFrozenRows(2);
      sheet.setFrozenColumns(1);
      return [...before, sheet.getFrozenRows(), sheet.getFrozenColumns()];
    },
    expect: [0, 0, 2, 1],
    source: 'reference "Sheet.getFrozenRows"',
  },
  {
    id: 'rows-and-columns/widths',
    asks: 'Do widths and heights come back as set, for all of a stretch?',
    code: (_, sheet) => {
      sheet.setColumnWidths(2, 2, 180).setRowHeights(3, 2, 31);
      return [sheet.getColumnWidth(2), sheet.getColumnWidth(3), sheet.getRowHeight(3), sheet.getRowHeight(4)];
    },
    expect: [180, 180, 31, 31],
    source: LIVE,
  },
  {
    id: 'rows-and-columns/order-of-tabs',
    asks: 'Where does a new tab go, with and without a place?',
    code: (spreadsheet, sheet) => {
      const place = sheet.getIndex();
      spreadsheet.setActiveSheet(sheet);
      const beside = spreadsheet.insertSheet('Beside the question');
      const first = spreadsheet.insertSheet('Before the question', 0);
      const indexes = [beside.getIndex() - place, first.getIndex()];
      spreadsheet.deleteSheet(beside);
      spreadsheet.deleteSheet(first);
      return indexes;
    },
    // The second tab, put in front, pushes the first one on.
    expect: [2, 1],
    source: `reference "Spreadsheet.insertSheet": new sheets become active; ${LIVE}`,
  },
  {
    id: 'rows-and-columns/size-of-a-new-tab',
    asks: 'How big is a new tab?',
    code: (spreadsheet) => {
      const sheet = spreadsheet.insertSheet('Size of the question');
      const size = [sheet.getMaxRows(), sheet.getMaxColumns()];
      spreadsheet.deleteSheet(sheet);
      return size;
    },
    expect: [1000, 26],
    source: 'public code',
  },
  {
    id: 'rows-and-columns/marks-follow-columns',
    asks: 'Does developer metadata move with its column?',
    code: (_, sheet) => {
      sheet.getRange('B:B').addDeveloperMetadata('conformance', 'b');
      sheet.insertColumnBefore(1);
      const [mark] = sheet.createDeveloperMetadataFinder().withKey('conformance').find();
      return mark?.getLocation().getColumn()?.getA1Notation();
    },
    expect: 'C:C',
    source: 'Sheets API guide "Read & write developer metadata": stays with its location',
  },
  {
    id: 'rows-and-columns/marks-go-with-rows',
    asks: 'Is developer metadata removed with its row?',
    code: (_, sheet) => {
      sheet.getRange('3:3').addDeveloperMetadata('conformance', 'row');
      sheet.deleteRow(3);
      return sheet.createDeveloperMetadataFinder().withKey('conformance').find().length;
    },
    expect: 0,
    source: 'Sheets API guide "Read & write developer metadata"',
  },
  {
    id: 'rows-and-columns/append-to-a-full-tab',
    asks: 'Does appendRow add a row to a tab whose last row is taken?',
    code: (_, sheet) => {
      const rows = sheet.getMaxRows();
      sheet.getRange(rows, 1).setValue('last');
      sheet.appendRow(['more']);
      return sheet.getMaxRows() - rows;
    },
    expect: 1,
    source: 'reference "Sheet.appendRow", older copies',
    unsure: 'One report in public code says it throws "Those rows are out of bounds." on a full tab.',
  },
];
