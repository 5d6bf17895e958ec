import { SpreadsheetFile } from '../../host/engine/file';
import { fileSnapshot } from '../../host/engine/snapshot';
import type { OfflineHost } from '../../host/page/browser/offline-host';
import { pagesOfTests } from '../browser/open-page';
import { SEAS, type Storm } from './storm-acts';

declare const window: { readonly offlineHost: OfflineHost };

/** `STORM_SEEDS=1-50 STORM_ACTS=300` for a long one. */
const { STORM_SEEDS = '1-2', STORM_ACTS = '45' } = process.env;
const [first, last = first] = STORM_SEEDS.split('-').map(Number);
const seeds = Array.from({ length: last! - first! + 1 }, (_, index) => first! + index);

const open = pagesOfTests();

const CODE = `
  const sheetAt = (n) => { const all = SpreadsheetApp.getActive().getSheets(); return all[n % all.length]; };
  function put(tab, row, column, values) { sheetAt(tab).getRange(row, column, values.length, values[0].length).setValues(values); }
  function append(tab, values) { sheetAt(tab).appendRow(values); }
  function formula(tab, row, column, text) { sheetAt(tab).getRange(row, column).setFormula(text); }
  function paint(tab, row, column, color) {
    sheetAt(tab).getRange(row, column, 2, 2).setBackground(color).setFontWeight('bold').setNumberFormat('#,##0.00');
  }
  function insertRow(tab, row) { sheetAt(tab).insertRowBefore(row); }
  function deleteRow(tab, row) { sheetAt(tab).deleteRow(row); }
  function insertColumn(tab, column) { sheetAt(tab).insertColumnBefore(column); }
  function move(tab, row, to) { const sheet = sheetAt(tab); sheet.moveRows(sheet.getRange(row, 1, 1, 1), to); }
  function sort(tab, column) { sheetAt(tab).sort(column); }
  function newTab(name) { const own = SpreadsheetApp.getActive(); if (!own.getSheetByName(name)) own.insertSheet(name); }
  function rename(tab, name) { if (!SpreadsheetApp.getActive().getSheetByName(name)) sheetAt(tab).setName(name); }
  function erase(tab, row, column) { sheetAt(tab).getRange(row, column, 3, 2).clear(); }`;

/** A small file with all kinds of cells. */
function dealsFile(): SpreadsheetFile {
  const file = new SpreadsheetFile({ name: 'Storm', locale: 'en_US', timeZone: 'Europe/Madrid' }, 'Deals');
  const values = Array.from({ length: 12 }, (_, row) => [`deal ${row}`, row * 7, row % 2 === 0, null, 'x']);
  const money = file.formats.idOf({ numberFormat: '$#,##0.00' });
  const formats = values.map(() => [0, money, 0, 0, 0]);
  file.apply({ kind: 'cells', sheet: 0, row: 1, column: 0, layers: { values, formats } });
  file.apply({ kind: 'sheet', sheet: 0, properties: { frozenRows: 1 } });
  return file;
}

/** Where the page's copy differs from the file, as paths into them. */
function differences(copy: unknown, file: unknown, path = 'copy'): string[] {
  if (typeof copy !== 'object' || typeof file !== 'object' || !copy || !file)
    return copy === file ? [] : [`${path}: ${JSON.stringify(copy)} instead of ${JSON.stringify(file)}`];
  const [left, right] = [copy, file] as Record<string, unknown>[];
  const keys = new Set([...Object.keys(left!), ...Object.keys(right!)]);
  return [...keys].flatMap((key) => differences(left![key], right![key], `${path}.${key}`));
}

const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

test.each(seeds)(
  'a storm of edits from both sides leaves grid, page and file the same (seed %i)',
  async (seed) => {
    const page = await open({ code: CODE }, { newFile: dealsFile });
    page.page.setDefaultTimeout(4_000);
    const errors: string[] = [];
    page.page.on('pageerror', ({ message, stack }) => {
      // Univer grips a tab a moment after the press, when the mouse may have let go.
      if (!message.includes('setPointerCapture')) errors.push(`${message} ${stack}`);
    });
    const storm: Storm = { page, random: randomFrom(seed), done: [] };
    // Every other page is far from its server: what its person does is often about an older file.
    const far = randomFrom(seed + 1_000);
    if (seed % 2 === 0) await page.slowLine(() => far(60));
    for (let act = 0; act < Number(STORM_ACTS); act++) {
      const sea = SEAS[storm.random(SEAS.length)]!;
      // A menu whose tab goes at that moment is empty: nobody can choose from it.
      await sea(storm).catch(async (reason: Error) => {
        if (!reason.message.includes('Timeout')) throw reason;
        storm.done.push('… which could not be done');
        await page.page.keyboard.press('Escape');
      });
    }
    await page.page.keyboard.press('Escape');
    await page.idle();
    const copy = (await page.page.evaluate(() => window.offlineHost.copy())) as ReturnType<typeof fileSnapshot>;
    const file = plain(fileSnapshot(page.file)) as typeof copy;
    const tabs = await page.page.getByRole('tab').allInnerTexts();
    const wrong = [
      ...errors,
      ...differences(copy, file),
      ...(await page.differences()),
      ...differences(
        tabs,
        page.file.sheets.map(({ name }) => name),
        'tabs',
      ),
    ];
    expect(wrong.length === 0 ? [] : [...wrong.slice(0, 20), 'after:', ...storm.done]).toEqual([]);
  },
  60_000 + 1_000 * Number(STORM_ACTS),
);

/** Whole numbers below a limit, the same for the same seed. */
function randomFrom(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}
