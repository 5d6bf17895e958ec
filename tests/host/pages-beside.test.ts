import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Page, startPage } from '../../host/page/server';

const folder = mkdtempSync(join(tmpdir(), 'beside-'));
let page: Page;

beforeAll(async () => {
  for (const name of ['add-on', 'beside']) mkdirSync(join(folder, name));
  writeFileSync(join(folder, 'add-on/appsscript.json'), '{}');
  writeFileSync(join(folder, 'add-on/Code.js'), 'function onOpen() {}');
  writeFileSync(join(folder, 'beside/guide.html'), '<p>The guide</p>');
  writeFileSync(join(folder, 'secret.html'), 'secret');
  const [addOn, beside] = [join(folder, 'add-on'), join(folder, 'beside')];
  page = await startPage({ addOn, folder: join(folder, 'kept'), beside, port: 9700 });
});

afterAll(async () => {
  await page.close();
  rmSync(folder, { recursive: true });
});

const answer = async (path: string) => {
  const response = await fetch(page.url + path);
  return [response.status, response.headers.get('content-type'), await response.text()];
};

test('pages of the project stand beside the sheet, by their names', async () => {
  expect(await answer('guide')).toEqual([200, 'text/html; charset=utf-8', '<p>The guide</p>']);
});

test.each(['other', '%2e%2e/secret', '..%2Fsecret', 'guide.html'])('%s is none of them', async (path) => {
  expect((await answer(path))[0]).toBe(404);
});
