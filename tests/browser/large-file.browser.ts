import { SpreadsheetFile } from '../../host/engine/file';
import type { CellValue } from '../../host/engine/values';
import type { OfflineHost } from '../../host/page/browser/offline-host';
import { type OpenPage, pagesOfTests, until } from './open-page';

declare const window: { readonly offlineHost: OfflineHost };

const ROWS = 50_000;
const COLUMNS = 20;

const open = pagesOfTests();

function largeFile(): SpreadsheetFile {
  const file = new SpreadsheetFile({ name: 'Large', locale: 'en_US', timeZone: 'Europe/Madrid' }, 'Leads');
  const values = Array.from({ length: ROWS }, (_, row) =>
    Array.from({ length: COLUMNS }, (_, column): CellValue => (column % 3 === 0 ? `lead ${row}` : row * column)),
  );
  const rows = ROWS - file.sheets[0]!.grid.height;
  file.apply({ kind: 'shift', sheet: 0, shift: { kind: 'insert', axis: 'row', at: 1, count: rows } });
  file.apply({ kind: 'cells', sheet: 0, row: 0, column: 0, layers: { values } });
  file.apply({ kind: 'sheet', sheet: 0, properties: { frozenRows: 1 } });
  return file;
}

test('50,000 rows of 20 columns open, can be scrolled to their end and typed into, by people and by scripts', async () => {
  const code = `function write() { SpreadsheetApp.getActiveSheet().getRange('B49999').setValue('by script'); }`;
  const took: Record<string, number> = {};
  const timed = async (what: string, work: () => Promise<unknown>) => {
    const from = performance.now();
    await work();
    took[what] = Math.round(performance.now() - from);
  };
  const opening = performance.now();
  const page = await open({ code }, { newFile: largeFile });
  took['open'] = Math.round(performance.now() - opening);
  await page.click('A2');
  await timed('to the last row', async () => {
    await page.page.keyboard.press('Control+ArrowDown');
    await until(async () => inSight(page, `A${ROWS}`), true);
  });
  await timed('wheel', async () => {
    await page.page.mouse.wheel(0, -3_000);
    await until(async () => inSight(page, `A${ROWS}`), false);
    await page.page.mouse.wheel(0, 3_000);
    await until(async () => inSight(page, `A${ROWS}`), true);
  });
  await timed('key to file', async () => {
    await page.page.keyboard.type('the last');
    await page.page.keyboard.press('Enter');
    await until(() => page.host.person.sees(`Leads!A${ROWS}`), [['the last']]);
  });
  await timed('script to grid', async () => {
    page.host.call('write');
    await until(() => page.shown('B49999'), 'by script');
  });
  await timed('sort', async () => {
    await page.click(`A${ROWS}`);
    await page.menu('Data', 'Sort sheet by column A');
    await until(() => page.shown('A2'), 'lead 1');
    await until(() => page.shown(`A${ROWS}`), 'the last');
  });
  if (process.env['FIGURES']) console.log(took);
}, 180_000);

const inSight = (page: OpenPage, place: string): Promise<boolean> =>
  page.page.evaluate((cell) => {
    const box = window.offlineHost.boxOf(cell);
    return box !== null && box.y > 0 && box.y + box.height < innerHeight;
  }, place);
