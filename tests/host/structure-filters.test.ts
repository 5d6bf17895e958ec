import { refusal, run, scriptHost } from './script-host';

const LEADS = [
  ['Company', 'Value', 'Since'],
  ['Acme', 1200, 'x'],
  ['beta', 80, 'x'],
  ['Cobalt', 500, 'x'],
  ['', 1, 'x'],
];

const filtered = () => {
  const host = scriptHost();
  run(host, `sheet.getRange('A1:C5').setValues(${JSON.stringify(LEADS)}); sheet.getRange('A1:C5').createFilter();`);
  return host;
};

const hiddenRows = `[1, 2, 3, 4, 5].filter((row) => sheet.isRowHiddenByFilter(row))`;

describe('the filter of a tab', () => {
  test('is one', () => {
    const host = filtered();
    expect(refusal(host, `sheet.getRange('E1:E9').createFilter()`)).toBe(
      "You can't create a filter in a sheet that already has a filter.",
    );
    run(host, `sheet.getFilter().remove();`);
    expect(run(host, `return [sheet.getFilter(), sheet.getRange('A1').getFilter()];`)).toEqual([null, null]);
  });

  test('hides rows by what their cells show; hidden rows are still read', () => {
    const host = filtered();
    run(
      host,
      `sheet.getRange('B2:B5').setNumberFormat('0.00');
       sheet.getFilter().setColumnFilterCriteria(2, App.newFilterCriteria().setHiddenValues(['80.00', '1']).build());`,
    );
    expect(run(host, `return ${hiddenRows};`)).toEqual([3]);
    expect(
      run(host, `return [sheet.getRange('A3').getValue(), sheet.isRowHiddenByUser(3), sheet.getLastRow()];`),
    ).toEqual(['beta', false, 5]);
  });

  test('judges numbers as numbers and texts whatever their case; every column has a say', () => {
    const host = filtered();
    run(
      host,
      `sheet.getFilter()
         .setColumnFilterCriteria(2, App.newFilterCriteria().whenNumberGreaterThan(79).build())
         .setColumnFilterCriteria(1, App.newFilterCriteria().whenTextContains('B').build());`,
    );
    expect(run(host, `return ${hiddenRows};`)).toEqual([2, 5]);
    run(host, `sheet.getFilter().removeColumnFilterCriteria(1);`);
    expect(run(host, `return ${hiddenRows};`)).toEqual([5]);
  });

  test('gives its criteria back', () => {
    const host = filtered();
    run(
      host,
      `const day = new Date(Date.UTC(2026, 10, 3, 12));
       sheet.getFilter().setColumnFilterCriteria(3, App.newFilterCriteria().whenDateAfter(day).build());`,
    );
    expect(
      run(
        host,
        `const criteria = sheet.getFilter().getColumnFilterCriteria(3);
         return [criteria.getCriteriaType().toString(), criteria.getCriteriaValues()[0].toISOString(),
           sheet.getFilter().getColumnFilterCriteria(1)];`,
      ),
    ).toEqual(['DATE_AFTER', '2026-11-03T12:00:00.000Z', null]);
  });

  test('sorts below its header', () => {
    const host = filtered();
    run(host, `sheet.getFilter().sort(1, true);`);
    expect(run(host, `return sheet.getRange('A1:A5').getValues().flat();`)).toEqual([
      'Company',
      'Acme',
      'beta',
      'Cobalt',
      '',
    ]);
  });

  test('keeps its criteria on their columns when others come and go', () => {
    const host = filtered();
    run(
      host,
      `sheet.getFilter().setColumnFilterCriteria(2, App.newFilterCriteria().whenNumberLessThan(100).build());
       sheet.deleteColumn(1); sheet.insertRowBefore(1);`,
    );
    expect(
      run(
        host,
        `return [sheet.getFilter().getRange().getA1Notation(),
           sheet.getFilter().getColumnFilterCriteria(1).getCriteriaType().toString()];`,
      ),
    ).toEqual(['A2:B6', 'NUMBER_LESS_THAN']);
  });

  test('says that the host cannot judge a formula', () => {
    const host = filtered();
    expect(
      refusal(
        host,
        `sheet.getFilter().setColumnFilterCriteria(1, App.newFilterCriteria().whenFormulaSatisfied('=A1>1').build())`,
      ),
    ).toBe('A filter with CUSTOM_FORMULA is not supported by the offline host.');
  });

  test('has no criteria outside of its columns', () => {
    expect(refusal(filtered(), `sheet.getFilter().getColumnFilterCriteria(4)`)).toBe(
      'Those columns are out of bounds.',
    );
  });
});

describe('sorting', () => {
  test('puts numbers before text, text before truth values, blanks last both ways', () => {
    const host = scriptHost();
    run(host, `sheet.getRange('A1:A6').setValues([['b'], [true], [''], [10], ['A'], [2]]);`);
    run(host, `sheet.getRange('A1:A6').sort(1);`);
    expect(run(host, `return sheet.getRange('A1:A6').getValues().flat();`)).toEqual([2, 10, 'A', 'b', true, '']);
    run(host, `sheet.getRange('A1:A6').sort({ column: 1, ascending: false });`);
    expect(run(host, `return sheet.getRange('A1:A6').getValues().flat();`)).toEqual([true, 'b', 'A', 10, 2, '']);
  });

  test('of a tab leaves its frozen rows', () => {
    const host = scriptHost();
    run(
      host,
      `sheet.getRange('A1:A3').setValues([['Z header'], ['b'], ['a']]); sheet.setFrozenRows(1); sheet.sort(1);`,
    );
    expect(run(host, `return sheet.getRange('A1:A3').getValues().flat();`)).toEqual(['Z header', 'a', 'b']);
  });

  test('takes columns of the tab, which must be of the range', () => {
    const host = scriptHost();
    expect(refusal(host, `sheet.getRange('C1:D9').sort(1)`)).toBe('The sort column is outside of the range.');
  });
});
