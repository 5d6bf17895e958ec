import { refusal, run, scriptHost } from './script-host';

const names = `file.getSheets().map((one) => one.getName())`;

describe('tabs', () => {
  test('have names that are not empty, not long, not taken in any case', () => {
    const host = scriptHost();
    run(host, `file.insertSheet('Leads');`);
    expect(refusal(host, `file.getSheets()[0].setName('LEADS')`)).toBe(
      'A sheet with the name "LEADS" already exists. Please enter another name.',
    );
    expect(refusal(host, `file.insertSheet('')`)).toBe('Sheet name cannot be empty.');
    expect(refusal(host, `file.insertSheet('x'.repeat(101))`)).toBe('Sheet name cannot be longer than 100 characters.');
  });

  test('come in after the one in front, or where asked, and are shown at once', () => {
    const host = scriptHost();
    run(host, `file.insertSheet('B'); file.insertSheet('A', 0); file.insertSheet(3);`);
    expect(run(host, `return [${names}, file.getActiveSheet().getName()];`)).toEqual([
      ['A', 'Sheet1', 'B', 'Sheet4'],
      'Sheet4',
    ]);
    expect(refusal(host, `file.insertSheet('C', 9)`)).toBe('Sheet index is out of bounds.');
  });

  test('can be made after a template', () => {
    const host = scriptHost();
    run(host, `sheet.getRange('A1').setValue('Hello'); file.insertSheet('Second', { template: sheet });`);
    expect(run(host, `return file.getSheetByName('Second').getRange('A1').getValue();`)).toBe('Hello');
  });

  test('cannot all be hidden or removed', () => {
    const host = scriptHost();
    expect(refusal(host, `sheet.hideSheet()`)).toBe("You can't hide all the sheets in a document.");
    expect(refusal(host, `file.deleteSheet(sheet)`)).toBe("You can't remove all the sheets in a document.");
    run(host, `file.insertSheet('Other').hideSheet();`);
    expect(refusal(host, `file.deleteSheet(file.getSheets()[0])`)).toBe(
      "You can't remove all the visible sheets in a document.",
    );
  });

  test('that are gone cannot be used, by themselves or by a range of theirs', () => {
    const host = scriptHost();
    const gone = `const other = file.insertSheet('Other'); const range = other.getRange('A1'); file.deleteActiveSheet();`;
    expect(refusal(host, `${gone} other.getName()`)).toBe('Sheet not found.');
    expect(refusal(host, `${gone} range.setValue(1)`)).toBe('Sheet not found.');
    expect(run(host, `return file.getActiveSheet().getName();`)).toBe('Sheet1');
  });

  test('move to a place counted from one', () => {
    const host = scriptHost();
    run(host, `file.insertSheet('B'); file.insertSheet('C'); file.moveActiveSheet(1);`);
    expect(run(host, `return ${names};`)).toEqual(['C', 'Sheet1', 'B']);
    expect(refusal(host, `file.moveActiveSheet(4)`)).toBe('Sheet index is out of bounds.');
  });

  test('are two hundred at most', () => {
    const host = scriptHost();
    run(host, `sheet.deleteRows(2, 999); for (let n = 1; n < 200; n++) sheet.copyTo(file);`);
    expect(refusal(host, `file.insertSheet()`)).toMatch(/above the limit of 200 sheets/);
  });
});

describe('a copied tab', () => {
  const copied = () => {
    const host = scriptHost();
    run(
      host,
      `sheet.setName('Leads');
       sheet.getRange('A1:B1').merge();
       sheet.getRange('A1:C9').createFilter();
       sheet.getRange('A1:C9').applyRowBanding();
       sheet.getRange('C1:C9').protect();
       sheet.addDeveloperMetadata('tab', 'leads');
       sheet.getRange('2:2').addDeveloperMetadata('row', '2');
       file.setNamedRange('Header', sheet.getRange('A1:C1'));
       sheet.setConditionalFormatRules([App.newConditionalFormatRule().whenCellEmpty().setBold(true)
         .setRanges([sheet.getRange('A1')]).build()]);
       sheet.insertChart(sheet.newChart().asColumnChart().addRange(sheet.getRange('A1:B9')).setPosition(1, 4, 0, 0).build());
       sheet.copyTo(file); file.duplicateActiveSheet();`,
    );
    return host;
  };
  const copy = `const copy = file.getSheetByName('Copy of Leads');`;

  test('is called a copy; the second has a number', () => {
    expect(run(copied(), `return ${names};`)).toEqual(['Leads', 'Copy of Leads 2', 'Copy of Leads']);
  });

  test('carries merges, filter, banding, conditional formats, charts and marks, but no protections', () => {
    expect(
      run(
        copied(),
        `${copy}
         return [copy.getRange('A1').isPartOfMerge(), copy.getFilter().getRange().getA1Notation(),
           copy.getBandings().length, copy.getConditionalFormatRules().length,
           copy.getCharts()[0].getRanges()[0].getSheet().getName(),
           copy.createDeveloperMetadataFinder().find().map((mark) => mark.getKey()),
           copy.getProtections(App.ProtectionType.RANGE).length];`,
      ),
    ).toEqual([true, 'A1:C9', 1, 1, 'Copy of Leads', ['tab', 'row'], 0]);
  });

  test('has names of its own, which carry the name of the tab', () => {
    expect(
      run(
        copied(),
        `return [file.getRangeByName('Header').getSheet().getName(),
           file.getRangeByName('Copy of Leads!Header').getSheet().getName(),
           file.getNamedRanges().map((name) => name.getName())];`,
      ),
    ).toEqual(['Leads', 'Copy of Leads', ['Header', 'Copy of Leads!Header', 'Copy of Leads 2!Header']]);
  });

  test('is taken back by one undo of what made it', () => {
    const host = copied();
    expect(host.person.undo()).toBe(true);
    expect(host.file.objects.merges).toHaveLength(0);
  });
});
