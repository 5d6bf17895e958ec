import { refusal, run, scriptHost } from './script-host';

const find = (scope: string, how = '') =>
  `${scope}.createDeveloperMetadataFinder()${how}.find().map((mark) => mark.getKey())`;

const marked = () => {
  const host = scriptHost();
  run(
    host,
    `file.addDeveloperMetadata('file', App.DeveloperMetadataVisibility.PROJECT);
     sheet.addDeveloperMetadata('tab', 'v');
     sheet.getRange('3:3').addDeveloperMetadata('row', 'v', App.DeveloperMetadataVisibility.PROJECT);
     sheet.getRange('B:B').addDeveloperMetadata('column');`,
  );
  return host;
};

describe('developer metadata', () => {
  test('stands on the file, a tab, one row or one column, and on nothing else', () => {
    const host = marked();
    expect(refusal(host, `sheet.getRange('A1:B2').addDeveloperMetadata('no')`)).toMatch(
      /^Adding developer metadata to/,
    );
    expect(refusal(host, `sheet.getRange('1:2').addDeveloperMetadata('no')`)).toMatch(/^Adding developer metadata to/);
    expect(
      run(
        host,
        `return [file, sheet, sheet.getRange('3:3'), sheet.getRange('B:B'), sheet.getRange('A1')]
           .map((place) => place.getDeveloperMetadata().map((mark) => mark.getKey()));`,
      ),
    ).toEqual([['file'], ['tab'], ['row'], ['column'], []]);
  });

  test('takes a value or a visibility as its second argument', () => {
    expect(
      run(
        marked(),
        `return file.getDeveloperMetadata().map((mark) => [mark.getValue(), mark.getVisibility().toString()]);`,
      ),
    ).toEqual([[null, 'PROJECT']]);
  });

  test('is found by key, value, visibility and place together', () => {
    const host = marked();
    const row = `.withValue('v').withLocationType(App.DeveloperMetadataLocationType.ROW)`;
    expect(run(host, `return ${find('file', row)};`)).toEqual(['row']);
    const open = `.withVisibility(App.DeveloperMetadataVisibility.DOCUMENT)`;
    expect(run(host, `return ${find('file', open)};`)).toEqual(['tab', 'column']);
  });

  test('is found in a range that holds all of it, or that meets it when asked', () => {
    const host = marked();
    expect(run(host, `return ${find(`sheet.getRange('A1:D5')`)};`)).toEqual([]);
    expect(run(host, `return ${find(`sheet.getRange('1:5')`)};`)).toEqual(['row']);
    expect(run(host, `return ${find(`sheet.getRange('A1:A5')`, '.onIntersectingLocations()')};`)).toEqual([
      'file',
      'tab',
      'row',
    ]);
  });

  test('moves with its row, is gone with it, and stays behind when people sort', () => {
    const host = marked();
    run(host, `sheet.getRange('A1:A4').setValues([[4], [3], [2], [1]]);`);
    host.person.sort('Sheet1', 1);
    const row = `.withKey('row')`;
    const at = `file.createDeveloperMetadataFinder()${row}.find().map((mark) => mark.getLocation().getRow().getRow())`;
    expect(run(host, `return ${at};`)).toEqual([3]);
    run(host, `sheet.moveRows(sheet.getRange('3:3'), 8); sheet.insertRowBefore(1);`);
    expect(run(host, `return ${at};`)).toEqual([8]);
    run(host, `sheet.deleteRow(8);`);
    expect(run(host, `return ${at};`)).toEqual([]);
  });

  test('can be put elsewhere, but on whole lines only', () => {
    const host = marked();
    const mark = `file.createDeveloperMetadataFinder().withKey('row').find()[0]`;
    expect(refusal(host, `${mark}.moveToRow(sheet.getRange('A1'))`)).toBe('The range must be a single entire row.');
    run(host, `${mark}.moveToSpreadsheet().setKey('moved');`);
    expect(run(host, `return file.getDeveloperMetadata().map((one) => one.getKey());`)).toEqual(['file', 'moved']);
  });

  test('holds thirty thousand characters for each tab, keys and values, whether added or changed', () => {
    const host = marked();
    run(host, `sheet.addDeveloperMetadata('k', 'x'.repeat(29000));`);
    expect(refusal(host, `sheet.getRange('9:9').addDeveloperMetadata('k', 'x'.repeat(1000))`)).toMatch(
      /Limit exceeded/,
    );
    expect(refusal(host, `sheet.getDeveloperMetadata()[0].setValue('x'.repeat(1000))`)).toMatch(/Limit exceeded/);
    run(host, `file.addDeveloperMetadata('k', 'x'.repeat(1000));`);
  });
});

describe('named ranges', () => {
  test('grow and move with their rows and are gone with them', () => {
    const host = scriptHost();
    run(
      host,
      `file.setNamedRange('Stages', sheet.getRange('A2:A4')); sheet.insertRowAfter(2); sheet.insertRowBefore(1);`,
    );
    expect(run(host, `return file.getRangeByName('stages').getA1Notation();`)).toBe('A3:A6');
    run(host, `sheet.deleteRows(3, 4);`);
    expect(run(host, `return [file.getRangeByName('Stages'), file.getNamedRanges().length];`)).toEqual([null, 0]);
  });

  test.each(['A1', 'R1C1', 'TRUE', '1st', 'two words', 'a-b', ''])('cannot be called %p', (name) => {
    expect(refusal(scriptHost(), `file.setNamedRange(${JSON.stringify(name)}, sheet.getRange('A1'))`)).toMatch(
      /is not valid for a named range/,
    );
  });

  test('are one per name: setting a name again moves it, giving it to another is refused', () => {
    const host = scriptHost();
    run(host, `file.setNamedRange('One', sheet.getRange('A1')); file.setNamedRange('ONE', sheet.getRange('B2'));`);
    expect(run(host, `return file.getNamedRanges().map((item) => item.getRange().getA1Notation());`)).toEqual(['B2']);
    run(host, `file.setNamedRange('Two', sheet.getRange('C3'));`);
    expect(refusal(host, `file.getNamedRanges()[1].setName('one')`)).toMatch(/already exists/);
  });

  test('go with their tab', () => {
    const host = scriptHost();
    run(host, `file.setNamedRange('Gone', file.insertSheet('Other').getRange('A1')); file.deleteActiveSheet();`);
    expect(run(host, `return file.getRangeByName('Gone');`)).toBeNull();
  });
});
