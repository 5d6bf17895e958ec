import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { displayOf } from '../../host/engine/display';
import { editedText } from '../../host/engine/edited-text';
import type { Edit } from '../../host/engine/edits';
import { SpreadsheetFile } from '../../host/engine/file';
import { rectOf } from '../../host/engine/rect';
import { readTyped } from '../../host/engine/typed-text';
import { newStores } from '../../host/google/stores';
import type { InstalledTrigger } from '../../host/google/triggers';
import { type Act, editsOf } from '../../host/grid-acts';
import { actsOfMutations } from '../../host/page/browser/grid/acts-of-mutations';
import { rowsOf } from '../../host/page/browser/grid/table-text';
import { Kept } from '../../host/page/kept';
import { isThere, rebased } from '../../host/page/rebase';

const properties = { name: 'Deals', locale: 'en_US', timeZone: 'Europe/Madrid' };

const dealsFile = (): SpreadsheetFile => {
  const file = new SpreadsheetFile(properties, 'Deals');
  const values = [
    ['Deal', 'Value'],
    ['Beta', 20],
    ['Alpha', 10],
  ];
  file.apply({ kind: 'cells', sheet: 0, row: 0, column: 0, layers: { values } });
  return file;
};

const act = (file: SpreadsheetFile, ...acts: Act[]) => {
  for (const one of acts) for (const edit of editsOf(file, one)) file.apply(edit);
};

describe('an act that was made while others moved things', () => {
  const typed: Act = { kind: 'type', at: { sheet: 0, row: 5, column: 1 }, texts: [['x']] };
  const shift = (kind: 'insert' | 'delete', at: number, count: number, sheet = 0): Edit => ({
    kind: 'shift',
    sheet,
    shift: { kind, axis: 'row', at, count },
  });
  const rowOf = (now: Act | null) => (now?.kind === 'type' ? now.at.row : null);

  test.each([
    ['rows above were put in', shift('insert', 2, 3), 8],
    ['rows above were deleted', shift('delete', 0, 2), 3],
    ['rows below were deleted', shift('delete', 6, 2), 5],
    ['rows of another tab were deleted', shift('delete', 5, 1, 7), 5],
    ['its row was deleted', shift('delete', 5, 1), null],
    ['its tab was deleted', { kind: 'delete-sheet', sheet: 0 } as Edit, null],
    [
      'other cells were written',
      { kind: 'cells', sheet: 0, row: 5, column: 1, layers: { values: [['y']] } } as Edit,
      5,
    ],
  ])('after %s', (_, edit, row) => {
    expect(rowOf(rebased(typed, [edit]))).toBe(row);
  });

  test('is given up where rows are moved on both sides, and where its block was torn apart', () => {
    const insert: Act = { kind: 'insert', sheet: 0, axis: 'row', at: 3, count: 1, like: 'after' };
    const block: Act = {
      kind: 'clear',
      place: { sheet: 0, rect: { row: 2, column: 0, rows: 4, columns: 1 } },
      what: 'all',
    };
    expect(rebased(insert, [shift('insert', 1, 1)])).toBeNull();
    expect(rebased(block, [shift('insert', 4, 1)])).toBeNull();
  });
});

test('an act on a tab or block that is not in the file cannot be made', () => {
  const file = dealsFile();
  const clear = (sheet: number, row: number): Act => ({
    kind: 'clear',
    place: { sheet, rect: rectOf(row, 0) },
    what: 'all',
  });
  expect(isThere(file, clear(0, 2))).toBe(true);
  expect(isThere(file, clear(0, 5_000))).toBe(false);
  expect(isThere(file, clear(7, 2))).toBe(false);
  expect(isThere(file, { kind: 'type', at: { sheet: 0, row: 5_000, column: 0 }, texts: [['x']] })).toBe(true);
  expect(isThere(file, { kind: 'new-tab', index: 1 })).toBe(true);
});

describe('what people do', () => {
  test('is refused with a sentence where Sheets refuses it', () => {
    const file = dealsFile();
    act(file, { kind: 'new-tab', index: 1 });
    const refusal = (one: Act) => {
      try {
        editsOf(file, one);
        return null;
      } catch (error) {
        return (error as Error).message;
      }
    };
    const [first, second] = file.sheets.map(({ id }) => id) as [number, number];
    expect(refusal({ kind: 'tab', sheet: second, properties: { name: 'deals' } })).toMatch(/“deals” already exists/);
    act(file, { kind: 'tab', sheet: second, properties: { hidden: true } });
    expect(refusal({ kind: 'delete-tab', sheet: first })).toMatch(/can’t remove all the sheets/);
    expect(refusal({ kind: 'tab', sheet: first, properties: { hidden: true } })).toMatch(/can’t hide all the sheets/);
    expect(refusal({ kind: 'delete', sheet: first, axis: 'row', at: 0, count: 1000 })).toMatch(
      /not possible to delete/,
    );
  });

  test('new rows look like the row they were put next to', () => {
    const file = dealsFile();
    act(file, {
      kind: 'format',
      place: { sheet: 0, rect: { row: 1, column: 0, rows: 1, columns: 2 } },
      patch: { bold: true },
    });
    act(file, { kind: 'insert', sheet: 0, axis: 'row', at: 2, count: 2, like: 'before' });
    const { grid } = file.sheets[0]!;
    expect([1, 2, 3, 4].map((row) => file.formats.get(grid.format(row, 1)).bold ?? false)).toEqual([
      true,
      true,
      true,
      false,
    ]);
  });

  test('cutting and pasting cells takes the formulas that look at them along', () => {
    const file = dealsFile();
    act(file, { kind: 'new-tab', index: 1 });
    const other = file.sheets[1]!;
    act(
      file,
      { kind: 'type', at: { sheet: 0, row: 4, column: 0 }, texts: [['=B2+B3', '=SUM(B1:B9)']] },
      {
        kind: 'move',
        from: { sheet: 0, rect: { row: 1, column: 1, rows: 1, columns: 1 } },
        at: { sheet: other.id, row: 0, column: 3 },
      },
    );
    const { grid } = file.sheets[0]!;
    expect([grid.formula(4, 0), grid.formula(4, 1), grid.value(1, 1), other.grid.value(0, 3)]).toEqual([
      '=Sheet2!D1+B3',
      '=SUM(B1:B9)',
      null,
      20,
    ]);
  });

  test('copying fills a larger selection', () => {
    const file = dealsFile();
    const from = { sheet: 0, rect: { row: 1, column: 0, rows: 1, columns: 2 } };
    act(file, {
      kind: 'copy',
      from,
      place: { sheet: 0, rect: { row: 4, column: 0, rows: 2, columns: 4 } },
      what: 'all',
    });
    expect(file.sheets[0]!.grid.values({ row: 4, column: 0, rows: 2, columns: 4 })).toEqual([
      ['Beta', 20, 'Beta', 20],
      ['Beta', 20, 'Beta', 20],
    ]);
  });
});

describe('changes that Univer was about to make', () => {
  const around = { afterSelection: () => true, sheetOrder: () => [0, 1, 2] };
  const translated = (...mutations: [id: string, params: object][]) =>
    actsOfMutations(
      mutations.map(([id, params]) => ({ id, params: { unitId: 'file', subUnitId: '0', ...params } })),
      around,
    );

  test('of typed cells become the very text, apostrophe and all', () => {
    const typed = (cell: object) => {
      const [one] = translated([
        'sheet.mutation.set-range-values',
        { cellValue: { 4: { 2: cell } }, trigger: 'sheet.command.set-range-values' },
      ]).acts;
      return one?.kind === 'type' ? one.texts : one;
    };
    expect(typed({ v: '1/5/2027', t: 1 })).toEqual([['1/5/2027']]);
    expect(typed({ v: '007', t: 4 })).toEqual([["'007"]]);
    expect(typed({ v: null, f: '=A1' })).toEqual([['=A1']]);
    expect(typed({ v: '', p: null })).toEqual([['']]);
    expect(typed({ v: null, p: { body: { dataStream: 'two\rlines\r\n' } } })).toEqual([['two\nlines']]);
  });

  test('of filled cells become values and formulas, each looking at its own row', () => {
    const { acts } = translated([
      'sheet.mutation.set-range-values',
      {
        cellValue: { 1: { 0: { f: '=B2*2', si: 'x', s: { bl: 1 } } }, 2: { 0: { si: 'x' } }, 3: { 0: { v: 7, t: 2 } } },
      },
    ]);
    expect(acts).toEqual([
      {
        kind: 'put',
        at: { sheet: 0, row: 1, column: 0 },
        cells: [[{ formula: '=B2*2', format: { bold: true } }], [{ formula: '=B3*2' }], [{ value: 7, formula: null }]],
      },
    ]);
  });

  test('of a whole block that are the same are said once', () => {
    const cells = (cell: object) => ({ cellValue: { 1: { 0: cell, 1: cell }, 2: { 0: cell, 1: cell } } });
    const place = { sheet: 0, rect: { row: 1, column: 0, rows: 2, columns: 2 } };
    expect(translated(['sheet.mutation.set-range-values', cells({ s: { it: 1 } })]).acts).toEqual([
      { kind: 'format', place, patch: { italic: true } },
    ]);
    expect(translated(['sheet.mutation.set-range-values', cells({ v: null, f: null, p: null })]).acts).toEqual([
      { kind: 'clear', place, what: 'contents' },
    ]);
  });

  test('of rows leave to the host what becomes of formulas and formats', () => {
    const range = { startRow: 3, endRow: 4, startColumn: 0, endColumn: 25 };
    expect(
      translated(
        ['sheet.mutation.insert-row', { range }],
        ['sheet.mutation.set-range-values', { cellValue: { 9: { 0: { f: '=A1' } } } }],
      ),
    ).toEqual({ acts: [{ kind: 'insert', sheet: 0, axis: 'row', at: 3, count: 2, like: 'before' }], unknown: [] });
    const [sourceRange, targetRange] = [range, { ...range, startRow: 9, endRow: 10 }];
    expect(translated(['sheet.mutation.move-rows', { sourceRange, targetRange }]).acts).toEqual([
      { kind: 'drag', sheet: 0, axis: 'row', at: 3, count: 2, to: 9 },
    ]);
  });

  test('that the host cannot make are named', () => {
    expect(translated(['sheet.mutation.add-conditional-rule', {}])).toEqual({
      acts: [],
      unknown: ['add conditional rule'],
    });
  });
});

describe('the text in the editor of a cell', () => {
  const value = fc.oneof(
    fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e9, max: 1e9 }).map((n) => Number(n.toPrecision(12))),
    fc.integer({ min: 1, max: 60_000 }),
    fc.string(),
    fc.boolean(),
    fc.constantFrom("'quoted", '007', '=1+1', '+34 600', '1/2/2027', 'TRUE', '12%', null),
  );
  const format = fc.constantFrom(undefined, '@', '0.00', '0%', '$#,##0', 'd mmm yyyy', 'm/d/yyyy h:mm', 'h:mm');

  test('makes the very same cell when it is typed again', () => {
    fc.assert(
      fc.property(value, format, (cell, numberFormat) => {
        // A cell of text format holds only text.
        fc.pre(numberFormat !== '@' || typeof cell === 'string' || cell === null);
        fc.pre(cell !== '');
        const text = editedText(cell, null, numberFormat, 'en_US');
        expect(readTyped(text, { locale: 'en_US', format: numberFormat, by: 'person', year: 0 }).value).toEqual(cell);
      }),
      { numRuns: 1000 },
    );
  });

  test.each([
    [46392, 'd mmm yyyy', '5 Jan 2027'],
    [46392.5, 'm/d/yyyy', '1/5/2027 12:00:00'],
    [0.125, '0%', '12.5%'],
    [1234.5, '$#,##0.00', '1234.5'],
    ['007', undefined, "'007"],
    ['Acme', undefined, 'Acme'],
  ])('of %p in format %p is %p', (cell, numberFormat, text) => {
    expect(editedText(cell, null, numberFormat, 'en_US')).toBe(text);
    expect(displayOf(cell, numberFormat, 'en_US')).not.toBe('');
  });
});

test.each([
  [
    'a\tb\nc\td\n',
    [
      ['a', 'b'],
      ['c', 'd'],
    ],
  ],
  ['one', [['one']]],
  ['"two\nlines"\tb', [['two\nlines', 'b']]],
  ['"say ""hi"""\t', [['say "hi"', '']]],
  ['a\n\nb', [['a'], [''], ['b']]],
  [
    'a\tb\nc',
    [
      ['a', 'b'],
      ['c', ''],
    ],
  ],
])('the copied text %j is the table %j', (text, rows) => {
  expect(rowsOf(text)).toEqual(rows);
});

test('what is kept on disk is found again: properties, cache and triggers too', () => {
  const folder = mkdtempSync(join(tmpdir(), 'kept-'));
  const file = dealsFile();
  const stores = newStores();
  stores.properties.document.set('tab', '7');
  stores.caches.user.set('k', { value: 'v', until: 12 });
  const triggers: InstalledTrigger[] = [
    {
      id: 't',
      functionName: 'daily',
      owner: 'ann@example.com',
      event: 'CLOCK',
      schedule: { kind: 'hours', every: 2 },
      dueAt: 5,
    },
  ];
  new Kept(folder).save({ file, stores, triggers });
  const found = new Kept(folder).load();
  expect(found!.file.sheets[0]!.grid.value(1, 0)).toBe('Beta');
  expect(found?.stores).toEqual(stores);
  expect(found?.triggers).toEqual(triggers);
});
