import type { Edit } from '../../host/engine/edits';
import { SpreadsheetFile } from '../../host/engine/file';
import type { Chart, Protection } from '../../host/engine/objects';
import { canEditBlock, PROTECTED, protectionAgainst } from '../../host/engine/protections';
import { rectOf } from '../../host/engine/rect';
import { refusal, run, scriptHost } from './script-host';

const BEA = 'bea@example.com';

/** A file with one tab that these protections stand on. */
function protectedFile(...protections: Partial<Protection>[]): { file: SpreadsheetFile; sheet: number } {
  const file = new SpreadsheetFile({ name: 'CRM', locale: 'en_US', timeZone: 'Etc/UTC' });
  const sheet = file.sheets[0]!.id;
  const plain = { sheet, rect: null, description: '', warningOnly: false, editors: [] as string[] };
  const list = protections.map((item, index) => ({ ...plain, id: index + 1, ...item }));
  file.apply({ kind: 'objects', objects: { protections: list } });
  return { file, sheet };
}

const write = (sheet: number, row: number, column: number, rows = 1, columns = 1): Edit => {
  const values = Array.from({ length: rows }, () => new Array<string>(columns).fill('x'));
  return { kind: 'cells', sheet, row, column, layers: { values } };
};

const chartOn = (sheet: number): Chart => ({
  id: 7,
  sheet,
  type: 'PIE',
  ranges: [],
  headers: 0,
  options: {},
  anchor: { row: 0, column: 0, x: 0, y: 0 },
});

describe('a protected block', () => {
  const { file, sheet } = protectedFile({ rect: rectOf(0, 0, 2, 3) });
  const against = (edit: Edit) => protectionAgainst(file, edit, BEA, false);

  test('stops who is not among its editors, even when only a part of the write lies in it', () => {
    expect(against(write(sheet, 1, 2))).toBe(PROTECTED);
    expect(against(write(sheet, 1, 0, 3, 1))).toBe(PROTECTED);
    expect(against(write(sheet, 2, 0))).toBeNull();
  });

  test('never stops the owner', () => {
    expect(protectionAgainst(file, write(sheet, 0, 0), BEA, true)).toBeNull();
  });

  test('lets rows be put in above and below, but not between its own', () => {
    const insert = (at: number): Edit => ({
      kind: 'shift',
      sheet,
      shift: { kind: 'insert', axis: 'row', at, count: 1 },
    });
    expect([insert(0), insert(1), insert(2)].map(against)).toEqual([null, PROTECTED, null]);
  });

  test('lets none of its rows be taken out or moved, and none be moved into it', () => {
    const gone: Edit = { kind: 'shift', sheet, shift: { kind: 'delete', axis: 'row', at: 1, count: 3 } };
    const away: Edit = { kind: 'shift', sheet, shift: { kind: 'move', axis: 'row', at: 0, count: 1, to: 9 } };
    const into: Edit = { kind: 'shift', sheet, shift: { kind: 'move', axis: 'row', at: 8, count: 1, to: 1 } };
    expect([gone, away, into].map(against)).toEqual([PROTECTED, PROTECTED, PROTECTED]);
  });

  test('keeps its tab from being deleted, but not from being renamed', () => {
    expect(against({ kind: 'delete-sheet', sheet })).toBe(PROTECTED);
    expect(against({ kind: 'sheet', sheet, properties: { name: 'Other' } })).toBeNull();
  });

  test('cannot be freed by whom it stops', () => {
    expect(against({ kind: 'objects', objects: { protections: [] } })).toBe(PROTECTED);
  });

  test('keeps merges and filters out', () => {
    const merges = [{ sheet, rect: rectOf(1, 1, 4, 1) }];
    expect(against({ kind: 'objects', objects: { merges } })).toBe(PROTECTED);
    expect(against({ kind: 'objects', objects: { merges: [{ sheet, rect: rectOf(5, 5, 2, 2) }] } })).toBeNull();
  });
});

describe('protections', () => {
  test('stop nobody before their editors are changed', () => {
    const { file, sheet } = protectedFile({ rect: rectOf(0, 0) });
    const [{ editors: _, ...untouched }] = file.objects.protections as [Protection];
    file.apply({ kind: 'objects', objects: { protections: [untouched] } });
    expect(protectionAgainst(file, write(sheet, 0, 0), BEA, false)).toBeNull();
  });

  test('that only warn stop no script', () => {
    const { file, sheet } = protectedFile({ rect: rectOf(0, 0), warningOnly: true });
    expect(protectionAgainst(file, write(sheet, 0, 0), BEA, false)).toBeNull();
  });

  test('that overlap all have to allow it', () => {
    const { file, sheet } = protectedFile({ rect: rectOf(0, 0, 9, 1), editors: [BEA] }, { rect: rectOf(2, 0) });
    expect(protectionAgainst(file, write(sheet, 1, 0), BEA, false)).toBeNull();
    expect(protectionAgainst(file, write(sheet, 2, 0), BEA, false)).toBe(PROTECTED);
  });

  test('of a tab leave its open blocks alone: a write must lie in them whole, though they be several', () => {
    const { file, sheet } = protectedFile({ unprotected: [rectOf(1, 0, 5, 2), rectOf(1, 2, 5, 2)] });
    expect(protectionAgainst(file, write(sheet, 1, 1, 2, 2), BEA, false)).toBeNull();
    expect(protectionAgainst(file, write(sheet, 0, 1, 2, 1), BEA, false)).toBe(PROTECTED);
    expect(canEditBlock(file, sheet, rectOf(1, 0, 5, 4), BEA, false)).toBe(true);
    expect(canEditBlock(file, sheet, rectOf(1, 0, 5, 5), BEA, false)).toBe(false);
  });

  test('of a tab stop rows, names of tabs and charts', () => {
    const { file, sheet } = protectedFile({});
    const edits: Edit[] = [
      { kind: 'shift', sheet, shift: { kind: 'insert', axis: 'row', at: 500, count: 1 } },
      { kind: 'sheet', sheet, properties: { name: 'Other' } },
      { kind: 'lines', sheet, axis: 'row', at: 3, lines: [{ size: 40, hidden: false }] },
      { kind: 'objects', objects: { charts: [chartOn(sheet)] } },
    ];
    const refused = edits.map((edit) => protectionAgainst(file, edit, BEA, false) === PROTECTED);
    expect(refused).toEqual([true, true, true, true]);
  });

  test('are looked at only on the tab that is written to, and sorted once for all writes', () => {
    const { file, sheet } = protectedFile();
    let looked = 0;
    const elsewhere = (id: number): Protection => ({
      id,
      sheet: sheet + 1,
      description: '',
      warningOnly: false,
      editors: [],
      get rect() {
        looked++;
        return rectOf(0, 0);
      },
    });
    let sorted = 0;
    const protections = new Proxy(
      Array.from({ length: 500 }, (_, id) => elsewhere(id)),
      {
        get: (list, key, self) => {
          if (key === Symbol.iterator) sorted++;
          return Reflect.get(list, key, self);
        },
      },
    );
    file.apply({ kind: 'objects', objects: { protections } });
    for (let row = 0; row < 900; row++) protectionAgainst(file, write(sheet, row, 1), BEA, false);
    expect([looked, sorted]).toEqual([0, 1]);
  });
});

describe('Protection', () => {
  test('keeps its editors, its text and what it is; adding and removing takes addresses and users', () => {
    const host = scriptHost();
    expect(
      run(
        host,
        `const protection = sheet.getRange('A1:B2').protect().setDescription('Headers');
         const before = protection.getEditors().length;
         protection.addEditors(['bea@example.com', 'cem@example.com']).removeEditor('cem@example.com');
         return [before, protection.getEditors().map((user) => user.getEmail()), protection.getDescription(),
           protection.getProtectionType().toString(), protection.getRange().getA1Notation(), protection.canEdit()];`,
      ),
    ).toEqual([0, [BEA], 'Headers', 'RANGE', 'A1:B2', true]);
  });

  test('of a tab is one: protecting again answers with the same', () => {
    const host = scriptHost();
    run(host, `sheet.protect().setDescription('First'); sheet.protect();`);
    expect(
      run(
        host,
        `const found = file.getProtections(App.ProtectionType.SHEET);
         return [found.length, found[0].getDescription(), sheet.getProtections(App.ProtectionType.RANGE).length];`,
      ),
    ).toEqual([1, 'First', 0]);
  });

  test('of a block has no open blocks', () => {
    const host = scriptHost();
    expect(refusal(host, `sheet.getRange('A1').protect().setUnprotectedRanges([sheet.getRange('A1')])`)).toBe(
      'Unprotected ranges can only be set on a protected sheet.',
    );
  });

  test('follows rows, and the range it was named by', () => {
    const host = scriptHost();
    run(
      host,
      `file.setNamedRange('Header', sheet.getRange('A1:D1'));
       sheet.protect().setUnprotectedRanges([sheet.getRange('B5:C9')]);
       sheet.getRange('F1').protect().setRangeName('header');
       sheet.insertRowsBefore(1, 2);`,
    );
    expect(
      run(
        host,
        `const [range] = file.getProtections(App.ProtectionType.RANGE);
         const [tab] = file.getProtections(App.ProtectionType.SHEET);
         return [range.getRangeName(), range.getRange().getA1Notation(), tab.getUnprotectedRanges()[0].getA1Notation()];`,
      ),
    ).toEqual(['Header', 'A3:D3', 'B7:C11']);
  });
});

describe('colleagues', () => {
  const bobsWindow = (protect: string) => {
    const ann = scriptHost();
    const bob = ann.as('bob@example.com');
    bob.account.install();
    run(ann, protect);
    return { ann, bob };
  };

  test('write to a protected block until they are taken off its editors; then neither they nor their scripts do', () => {
    const { ann, bob } = bobsWindow(`sheet.getRange('A1:A9').protect();`);
    bob.person.type('A1', 'still mine');
    run(ann, `const [item] = sheet.getProtections(App.ProtectionType.RANGE); item.removeEditors(item.getEditors());`);
    expect(refusal(bob, `sheet.getRange('A9:B9').setValues([[1, 2]])`)).toBe(PROTECTED);
    expect(() => bob.person.type('A1', 'no more')).toThrow(PROTECTED);
    expect(run(bob, `return [sheet.getRange('A9:B9').getValues().flat(), sheet.getRange('A9').canEdit()];`)).toEqual([
      ['', ''],
      false,
    ]);
    expect(refusal(ann, `sheet.getRange('A1').setValue('owner')`)).toBe('nothing');
  });

  test('cannot take the protection away, and cannot be shut out by themselves', () => {
    const { bob } = bobsWindow(`sheet.getRange('A1').protect().removeEditor('bob@example.com');`);
    expect(refusal(bob, `file.getProtections(App.ProtectionType.RANGE)[0].remove()`)).toBe(PROTECTED);
    expect(
      run(
        bob,
        `const item = sheet.getRange('B1').protect();
         item.removeEditors(item.getEditors());
         return [item.getEditors().map((user) => user.getEmail()), item.canEdit()];`,
      ),
    ).toEqual([['bob@example.com'], true]);
  });
});
