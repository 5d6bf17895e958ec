import fc from 'fast-check';
import { Calculator, UNSUPPORTED } from '../../host/engine/calculator';
import type { Edit } from '../../host/engine/edits';
import { SpreadsheetFile } from '../../host/engine/file';
import type { Shift } from '../../host/engine/rect';
import { blankSheet, plainSheet } from '../../host/engine/sheet';
import { fileFrom, fileSnapshot } from '../../host/engine/snapshot';
import { type CellValue, cellError } from '../../host/engine/values';

const properties = { name: 'Deals', locale: 'en_US', timeZone: 'America/New_York' };

const newFile = () => new SpreadsheetFile(properties, 'Data');

const put = (file: SpreadsheetFile, row: number, column: number, values: CellValue[][], sheet = 0) =>
  file.apply({
    kind: 'cells',
    sheet,
    row,
    column,
    layers: { values, formulas: values.map((line) => line.map(() => null)) },
  });

const putFormula = (file: SpreadsheetFile, row: number, column: number, formula: string, sheet = 0) =>
  file.apply({ kind: 'cells', sheet, row, column, layers: { values: [['']], formulas: [[formula]] } });

const shift = (file: SpreadsheetFile, shift: Shift, sheet = 0) => file.apply({ kind: 'shift', sheet, shift });

const grid = (file: SpreadsheetFile, sheet = 0) => file.sheet(sheet)!.grid;

describe('formulas follow their cells', () => {
  test.each([
    ['=SUM(A2:A5)', { kind: 'insert', axis: 'row', at: 3, count: 2 }, '=SUM(A2:A7)'],
    ['=SUM(A2:A5)', { kind: 'insert', axis: 'row', at: 0, count: 1 }, '=SUM(A3:A6)'],
    ['=SUM(A2:A5)', { kind: 'delete', axis: 'row', at: 1, count: 1 }, '=SUM(A2:A4)'],
    ['=A3+1', { kind: 'delete', axis: 'row', at: 2, count: 1 }, '=#REF!+1'],
    ['=SUM(B2:B)', { kind: 'insert', axis: 'column', at: 0, count: 1 }, '=SUM(C2:C)'],
    ['=SUM(B2:B)', { kind: 'insert', axis: 'row', at: 0, count: 4 }, '=SUM(B6:B)'],
    ['=$B$2&"A3"', { kind: 'insert', axis: 'row', at: 0, count: 1 }, '=$B$3&"A3"'],
    ['=A1', { kind: 'move', axis: 'row', at: 0, count: 1, to: 3 }, '=A3'],
    ['=B1', { kind: 'move', axis: 'column', at: 1, count: 1, to: 0 }, '=A1'],
  ] as const)('%s becomes, after %j, %s', (formula, change, expected) => {
    const file = newFile();
    putFormula(file, 20, 8, formula);
    shift(file, change);
    const column = change.axis === 'column' && change.kind === 'insert' ? 9 : 8;
    const row =
      20 +
      (change.axis === 'row'
        ? change.kind === 'insert'
          ? change.count
          : change.kind === 'delete'
            ? -change.count
            : 0
        : 0);
    expect(grid(file).formula(row, column)).toBe(expected);
  });

  test('from another tab, and when the tab is renamed', () => {
    const file = newFile();
    file.apply({ kind: 'insert-sheet', index: 1, snapshot: blankSheet(7, plainSheet('Report'), 10, 5) });
    putFormula(file, 0, 0, '=SUM(Data!B:B)+B1', 7);
    shift(file, { kind: 'insert', axis: 'column', at: 0, count: 1 });
    file.apply({ kind: 'sheet', sheet: 0, properties: { name: 'My deals' } });
    expect(grid(file, 7).formula(0, 0)).toBe("=SUM('My deals'!C:C)+B1");
    file.undo('person');
    file.undo('person');
    expect(grid(file, 7).formula(0, 0)).toBe('=SUM(Data!B:B)+B1');
  });
});

describe('undo', () => {
  const axis = fc.constantFrom('row' as const, 'column' as const);
  const lines = fc.record({ axis, at: fc.nat(12), count: fc.integer({ min: 1, max: 4 }) });
  const edit = fc.oneof(
    fc
      .record({
        row: fc.nat(15),
        column: fc.nat(8),
        value: fc.oneof(fc.integer(), fc.string(), fc.boolean(), fc.constant(null)),
      })
      .map(
        ({ row, column, value }): Edit => ({
          kind: 'cells',
          sheet: 0,
          row,
          column,
          layers: { values: [[value]], formulas: [[null]] },
        }),
      ),
    fc.record({ row: fc.nat(15), column: fc.nat(8), to: fc.nat(10) }).map(
      ({ row, column, to }): Edit => ({
        kind: 'cells',
        sheet: 0,
        row,
        column,
        layers: { values: [['']], formulas: [[`=A${to + 1}+$B$${to + 2}`]] },
      }),
    ),
    fc
      .record({ row: fc.nat(15), column: fc.nat(8), note: fc.constantFrom('hot', null) })
      .map(({ row, column, note }): Edit => ({ kind: 'cells', sheet: 0, row, column, layers: { notes: [[note]] } })),
    lines.map((shift): Edit => ({ kind: 'shift', sheet: 0, shift: { kind: 'insert', ...shift } })),
    lines.map((shift): Edit => ({ kind: 'shift', sheet: 0, shift: { kind: 'delete', ...shift } })),
    fc
      .record({ axis, at: fc.nat(12), count: fc.integer({ min: 1, max: 3 }), to: fc.nat(18) })
      .filter(({ at, count, to }) => to < at || to > at + count)
      .map((shift): Edit => ({ kind: 'shift', sheet: 0, shift: { kind: 'move', ...shift } })),
    fc
      .record({ name: fc.constantFrom('Data', 'Deals', "Ann's"), tabColor: fc.constantFrom('#ff0000', null) })
      .map((properties): Edit => ({ kind: 'sheet', sheet: 0, properties })),
  );

  test('takes every edit back to the very same file, and redo makes them all again', () => {
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 12 }), (edits) => {
        const file = new SpreadsheetFile(properties, '');
        file.apply({ kind: 'insert-sheet', index: 0, snapshot: blankSheet(0, plainSheet('Data'), 40, 30) });
        file.apply({
          kind: 'objects',
          objects: {
            names: [{ name: 'Stages', sheet: 0, rect: { row: 2, column: 1, rows: 4, columns: 1 } }],
            metadata: [
              {
                id: 1,
                key: 'stage',
                value: null,
                visibility: 'DOCUMENT',
                location: { kind: 'column', sheet: 0, index: 3 },
              },
            ],
          },
        });
        put(
          file,
          0,
          0,
          Array.from({ length: 12 }, (_, r) => Array.from({ length: 6 }, (_, c) => `r${r}c${c}`)),
        );
        const before = { ...fileSnapshot(file), formats: null };
        for (const one of edits) file.apply(one);
        const after = { ...fileSnapshot(file), formats: null };
        for (const _ of edits) file.undo('person');
        expect({ ...fileSnapshot(file), formats: null }).toEqual(before);
        for (const _ of edits) file.redo('person');
        expect({ ...fileSnapshot(file), formats: null }).toEqual(after);
        for (const _ of edits) file.undo('person');
        expect({ ...fileSnapshot(file), formats: null }).toEqual(before);
      }),
      { numRuns: 300 },
    );
  });

  test('takes back as one step what was done as one', () => {
    const file = newFile();
    for (const [row, text] of ['a', 'b'].entries()) {
      file.apply({ kind: 'cells', sheet: 0, row, column: 0, layers: { values: [[text]] } }, 'person', 'paste');
    }
    file.undo('person');
    expect(grid(file).lastRow()).toBe(-1);
    file.redo('person');
    expect(grid(file).lastRow()).toBe(1);
  });

  test('leaves nothing to redo once something else was done', () => {
    const file = newFile();
    put(file, 0, 0, [['a']]);
    file.undo('person');
    put(file, 0, 1, [['b']]);
    expect(file.redo('person')).toBe(false);
  });
});

test('marks, names and rules follow their rows and columns, and go with them', () => {
  const file = newFile();
  file.apply({
    kind: 'objects',
    objects: {
      names: [{ name: 'Stages', sheet: 0, rect: { row: 2, column: 1, rows: 4, columns: 1 } }],
      metadata: [
        { id: 1, key: 'stage', value: null, visibility: 'DOCUMENT', location: { kind: 'column', sheet: 0, index: 1 } },
      ],
    },
  });
  shift(file, { kind: 'insert', axis: 'column', at: 0, count: 2 });
  expect(file.objects.names[0]?.rect.column).toBe(3);
  expect(file.objects.metadata[0]?.location).toEqual({ kind: 'column', sheet: 0, index: 3 });
  shift(file, { kind: 'delete', axis: 'column', at: 3, count: 1 });
  expect(file.objects.names).toEqual([]);
  expect(file.objects.metadata).toEqual([]);
});

test('a file read back from its saved form is the same file', () => {
  const file = newFile();
  put(file, 0, 0, [['Acme', 12, true, cellError('#N/A')]]);
  putFormula(file, 1, 0, '=A1&"!"');
  file.apply({
    kind: 'cells',
    sheet: 0,
    row: 0,
    column: 1,
    layers: { formats: [[file.formats.idOf({ numberFormat: '0.00' })]] },
  });
  file.apply({ kind: 'lines', sheet: 0, axis: 'column', at: 2, lines: [{ size: 200, hidden: true }] });
  const saved = JSON.parse(JSON.stringify(fileSnapshot(file)));
  const back = fileFrom(saved);
  expect(JSON.parse(JSON.stringify(fileSnapshot(back)))).toEqual(saved);
  expect(back.formats.get(back.sheet(0)!.grid.format(0, 1))).toEqual({ numberFormat: '0.00' });
  expect(back.sheet(0)!.grid.formulaCount).toBe(1);
});

describe('results of formulas', () => {
  const calculated = (fill: (file: SpreadsheetFile) => void) => {
    const file = newFile();
    const calculator = new Calculator(file);
    fill(file);
    calculator.calculate();
    return {
      file,
      calculator,
      value: (row: number, column: number, sheet = 0) => grid(file, sheet).value(row, column),
    };
  };

  test('follow the cells they look at, in other tabs too', () => {
    const { file, calculator, value } = calculated((file) => {
      put(file, 0, 0, [
        ['Won', 10],
        ['Lost', 20],
        ['Won', 30],
      ]);
      file.apply({ kind: 'insert-sheet', index: 1, snapshot: blankSheet(7, plainSheet('Report'), 10, 5) });
      putFormula(file, 0, 0, '=SUMIFS(Data!B1:B,Data!A1:A,"Won")', 7);
    });
    expect(value(0, 0, 7)).toBe(40);
    put(file, 2, 1, [[35]]);
    calculator.calculate();
    expect(value(0, 0, 7)).toBe(45);
    shift(file, { kind: 'insert', axis: 'row', at: 1, count: 3 });
    put(file, 1, 0, [['Won', 5]]);
    calculator.calculate();
    expect(value(0, 0, 7)).toBe(50);
  });

  test('stay when something changes that no formula looks at', () => {
    const { file, calculator, value } = calculated((file) => {
      put(file, 0, 0, [['Acme', 10]]);
      putFormula(file, 0, 4, '=SUM(B:B)');
    });
    put(file, 0, 0, [['Globex']]);
    calculator.calculate();
    expect(value(0, 4)).toBe(10);
  });

  test('spread over their neighbours, and shrink again', () => {
    const { file, calculator, value } = calculated((file) => {
      put(file, 0, 0, [
        ['Won', 10],
        ['Lost', 20],
        ['Won', 30],
      ]);
      putFormula(file, 0, 4, '=FILTER(B1:B3,A1:A3="Won")');
    });
    expect([value(0, 4), value(1, 4), value(2, 4)]).toEqual([10, 30, null]);
    put(file, 2, 0, [['Lost']]);
    calculator.calculate();
    expect([value(0, 4), value(1, 4)]).toEqual([10, null]);
    put(file, 0, 4, [['typed over']]);
    calculator.calculate();
    expect([value(0, 4), value(1, 4)]).toEqual(['typed over', null]);
  });

  test('say what they are: errors, text, truth, and what this host cannot do', () => {
    const { value } = calculated((file) => {
      ['=1/0', '="a"&1', '=1<2', '=QUERY(A1:B2,"select A")', '=A99'].forEach((formula, row) => {
        putFormula(file, row, 6, formula);
      });
    });
    expect([0, 1, 2, 3].map((row) => value(row, 6))).toEqual([
      cellError('#DIV/0!'),
      'a1',
      true,
      cellError(UNSUPPORTED),
    ]);
  });

  test('use named ranges', () => {
    const { value } = calculated((file) => {
      put(file, 0, 0, [[1], [2], [3]]);
      file.apply({
        kind: 'objects',
        objects: { names: [{ name: 'Amounts', sheet: 0, rect: { row: 0, column: 0, rows: 3, columns: 1 } }] },
      });
      putFormula(file, 5, 5, '=SUM(Amounts)');
    });
    expect(value(5, 5)).toBe(6);
  });
});
