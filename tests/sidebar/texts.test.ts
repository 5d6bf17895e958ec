import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import * as german from '../../sidebar/texts/de';
import { about, importing, panel, repair, shared } from '../../sidebar/texts/en';
import type { Translated } from '../../src/texts/wording';

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

describe('in German', () => {
  const inEnglish = { ...shared, ...panel, ...repair, ...importing, ...about };
  const inGerman = { ...german.shared, ...german.panel, ...german.repair, ...german.importing, ...german.about };
  type Key = keyof typeof inEnglish;
  const formsOf = (text: string | object): readonly string[] =>
    typeof text === 'string' ? [text] : Object.values(text);
  const namesIn = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(String).sort();

  /** Words that are the same in both languages, and names of things that stand in the file. */
  const SAME =
    /^(Sheety CRM|Deals?|Leads?|Name|Status|Details|LinkedIn|Website|Pipeline|ID|Version \{version\}|Opportunities|Activities|Company\tContact\tEmail|\{count\} (Deals?|Leads?)|[^a-zA-Z]*(\{\w+\}[^a-zA-Z]*)+)$/;

  it.each(Object.keys(inEnglish) as Key[])('“%s” fills in the same names, and says it in other words', (key) => {
    const [texts, others] = [formsOf(inEnglish[key]), formsOf(inGerman[key])];
    expect(others.map(namesIn)).toEqual(texts.map(namesIn));
    expect(others.filter((text, at) => text === texts[at] && !SAME.test(text))).toEqual([]);
  });

  it('a text that is missing, has one form too few or forgets a name does not compile', () => {
    const few = { one: '{count} row in {tab}', other: '{count} rows in {tab}' } as const;
    type Of<T> = Translated<{ readonly text: T }>;
    // @ts-expect-error The text is missing.
    const missing: Of<'Back'> = {};
    // @ts-expect-error The form for one is missing.
    const oneForm: Of<typeof few> = { text: { other: '{count} Zeilen in {tab}' } };
    // @ts-expect-error The form for one forgets {tab}.
    const forgets: Of<typeof few> = { text: { one: '{count} Zeile', other: '{count} Zeilen in {tab}' } };
    const turned: Of<typeof few> = { text: { one: 'In {tab} {count} Zeile', other: 'In {tab} {count} Zeilen' } };
    expect([missing, oneForm, forgets, turned]).toHaveLength(4);
  });
});
