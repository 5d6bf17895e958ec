import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { about, importing, panel, repair, shared } from '../../sidebar/texts/en';

const root = join(__dirname, '../..');

/** The source files that a page is made of. */
function filesOf(page: string): readonly string[] {
  const { metafile } = buildSync({
    entryPoints: [join(root, 'sidebar/pages', page)],
    absWorkingDir: root,
    bundle: true,
    write: false,
    metafile: true,
    jsx: 'automatic',
    jsxImportSource: 'preact',
    logLevel: 'error',
  });
  return Object.keys(metafile.inputs).filter(
    (path) => path.startsWith('sidebar/') && !path.startsWith('sidebar/texts/'),
  );
}

/** The texts a file asks for: whole keys, and beginnings of keys that end in a name. */
function keysIn(file: string): readonly string[] {
  const code = readFileSync(join(root, file), 'utf8');
  const calls = [...code.matchAll(/\bt\(([^()]*(?:\([^()]*\)[^()]*)*)\)/g)].map((call) => call[1] ?? '');
  const listed = [...code.matchAll(/'((?:[a-z]+[A-Z]?[a-zA-Z]*)\.[a-zA-Z.]+)'/g)].map((key) => key[1] ?? '');
  const called = calls.flatMap((call) =>
    [...call.matchAll(/'([^']+)'|`([^`$]+)/g)].map((key) => key[1] ?? key[2] ?? ''),
  );
  return [...called, ...listed];
}

const all = Object.keys({ ...shared, ...panel, ...repair, ...importing, ...about });

describe.each([
  ['sidebar.tsx', { ...shared, ...panel }],
  ['repair.tsx', { ...shared, ...panel, ...repair }],
  ['import.tsx', { ...shared, ...importing }],
  ['about.tsx', { ...shared, ...about }],
])('the page %s', (page, texts) => {
  it('has every text that its files ask for', () => {
    const asked = new Set(filesOf(page).flatMap(keysIn));
    const texted = Object.keys(texts);
    const isText = (key: string) => all.includes(key) || (key.endsWith('.') && all.some((one) => one.startsWith(key)));
    const missing = [...asked].filter(
      (key) => isText(key) && !texted.some((one) => one === key || (key.endsWith('.') && one.startsWith(key))),
    );
    expect(missing).toEqual([]);
    expect(asked.size).toBeGreaterThan(3);
  });
});

it('no text is left over', () => {
  const asked = [...new Set(['sidebar.tsx', 'repair.tsx', 'import.tsx', 'about.tsx'].flatMap(filesOf).flatMap(keysIn))];
  const unused = all.filter((key) => !asked.some((one) => one === key || (one.endsWith('.') && key.startsWith(one))));
  expect(unused).toEqual([]);
});
