import { refusal, run, scriptHost } from './script-host';

const TYPED = 'This operation is not allowed on cells in typed columns.';

const table = () => {
  const host = scriptHost();
  run(host, `sheet.getRange('A1:C3').setValues([['Name', 'Stage', 'Stage'], ['Acme', 'New', 1], ['Beta', 'Won', 2]]);`);
  host.person.makeTable('A1:C3', { columns: { B: 'DROPDOWN' } });
  return host;
};

describe('a range that a person turned into a table', () => {
  test('lets no script change what its typed columns accept', () => {
    const host = table();
    const rule = `App.newDataValidation().requireCheckbox().build()`;
    expect(refusal(host, `sheet.getRange('A2:B2').setDataValidation(${rule})`)).toBe(TYPED);
    expect(refusal(host, `sheet.getRange('B3').insertCheckboxes()`)).toBe(TYPED);
    expect(refusal(host, `sheet.getRange('B:B').clearDataValidations()`)).toBe(TYPED);
    expect(refusal(host, `sheet.getRange('A2').setDataValidation(${rule})`)).toBe('nothing');
    expect(refusal(host, `sheet.getRange('B4').setDataValidation(${rule})`)).toBe('nothing');
  });

  test('has headers that differ', () => {
    expect(run(table(), `return sheet.getRange('A1:C1').getValues();`)).toEqual([['Name', 'Stage', 'Stage 2']]);
  });

  test('takes in rows that are put in or appended, and keeps its types on their columns', () => {
    const host = table();
    run(host, `sheet.appendRow(['Cobalt', 'New', 3]); sheet.insertRowAfter(2); sheet.insertColumnBefore(2);`);
    expect(host.file.objects.tables.map(({ rect, types }) => [rect, types])).toEqual([
      [{ row: 0, column: 0, rows: 5, columns: 4 }, [null, null, 'DROPDOWN', null]],
    ]);
    expect(refusal(host, `sheet.getRange('C5').insertCheckboxes()`)).toBe(TYPED);
  });

  test('is one act, which can be taken back', () => {
    const host = table();
    expect(host.person.undo()).toBe(true);
    expect(host.file.objects.tables).toEqual([]);
    expect(run(host, `return sheet.getRange('C1').getValue();`)).toBe('Stage');
  });

  test('lies over no other table and no merged cells', () => {
    const host = table();
    expect(() => host.person.makeTable('C3:D9')).toThrow('overlaps with another table');
    run(host, `sheet.getRange('F1:G1').merge();`);
    expect(() => host.person.makeTable('F1:G9')).toThrow('merged cells');
  });
});
