import { copiedSheet } from '../../host/engine/copy-sheet';
import { SpreadsheetFile } from '../../host/engine/file';
import { fileFrom, fileSnapshot } from '../../host/engine/snapshot';
import { run, scriptHost } from './script-host';

const ACTS = [
  `sheet.getRange('A1:D9').createFilter()
     .setColumnFilterCriteria(1, App.newFilterCriteria().whenNumberGreaterThan(2).build());`,
  `sheet.getRange('F1:G2').merge(); sheet.getRange('F1:G9').applyRowBanding();`,
  `sheet.getRange('B2:B5').protect().addEditor('bea@example.com');
   sheet.protect().setUnprotectedRanges([sheet.getRange('C3:D4')]);`,
  `sheet.setConditionalFormatRules([App.newConditionalFormatRule().whenCellEmpty().setBold(true)
     .setRanges([sheet.getRange('A2:A9')]).build()]);`,
  `file.setNamedRange('Name', sheet.getRange('B2:C3')); sheet.getRange('3:3').addDeveloperMetadata('row');`,
  `sheet.insertRowsBefore(3, 2); sheet.deleteColumn(2); sheet.moveRows(sheet.getRange('1:2'), 9);`,
  `sheet.copyTo(file); sheet.getRange('A1:B2').moveTo(sheet.getRange('K9'));`,
  `sheet.getFilter().remove(); sheet.hideRows(2); sheet.setRightToLeft(true);`,
];

/** All of a file that a page shows, apart from the table of formats, which pages are sent on its own. */
const contents = (file: SpreadsheetFile) => {
  const { formats: _, idsGiven: __, ...snapshot } = fileSnapshot(file);
  return JSON.parse(JSON.stringify(snapshot)) as unknown;
};

test('a copy that follows the edits, as plain data, holds what the file holds', () => {
  const host = scriptHost();
  run(host, `sheet.getRange('A1:D9').setValues(Array.from({ length: 9 }, (_, r) => [r, r, r, r]));`);
  const copy = fileFrom(fileSnapshot(host.file));
  host.file.onEdit((edit) => copy.follow(JSON.parse(JSON.stringify(edit)) as typeof edit, 'host'));
  for (const act of ACTS) run(host, act);
  expect(contents(copy)).toEqual(contents(host.file));
});

test('everything is taken back to what it was, and made again', () => {
  const host = scriptHost();
  run(host, `sheet.getRange('A1:D9').setValues(Array.from({ length: 9 }, (_, r) => [r, r, r, r]));`);
  const before = contents(host.file);
  for (const act of ACTS) run(host, act);
  const after = contents(host.file);
  for (const _ of ACTS) host.person.undo();
  expect(contents(host.file)).toEqual(before);
  for (const _ of ACTS) host.person.redo();
  expect(contents(host.file)).toEqual(after);
});

test('a file saved before there were filters and tables opens', () => {
  const { objects, ...snapshot } = fileSnapshot(
    new SpreadsheetFile({ name: 'x', locale: 'en_US', timeZone: 'Etc/UTC' }),
  );
  const { filters: _, tables: __, ...old } = objects;
  expect(fileFrom({ ...snapshot, objects: old }).objects.filters).toEqual([]);
});

test('a tab copied into another file takes its looks along under the numbers of that file', () => {
  const from = scriptHost();
  run(from, `sheet.getRange('A1').setBackground('red').setValue('Acme'); sheet.getRange('B1').setBackground('blue');`);
  const to = scriptHost();
  run(to, `sheet.getRange('A1').setFontWeight('bold');`);
  const { id, edits } = copiedSheet(from.file, from.file.sheets[0]!, to.file, 'Copy of Sheet1', 1);
  for (const edit of edits) to.file.apply(edit);
  const { grid } = to.file.sheet(id)!;
  expect([grid.value(0, 0), to.file.formats.get(grid.format(0, 0)), to.file.formats.get(grid.format(0, 1))]).toEqual([
    'Acme',
    { background: '#ff0000' },
    { background: '#0000ff' },
  ]);
});
