import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  problemsOfCode,
  problemsOfHtml,
  problemsOfManifest,
  problemsOfSize,
  SCOPES,
} from '../../scripts/build-checks.mjs';
import { delegatingFooter } from '../../scripts/entry-points.mjs';
import * as english from '../../sidebar/texts/en';
import { reading, rules } from '../../src/texts/en';

const page = (script: string, head = '') =>
  `<!DOCTYPE html><html><head>${head}</head><body><script>${script}</script></body></html>`;

describe('a page is not fit to push when it', () => {
  test.each([
    ['holds a scriptlet', page('var a = "<?";'), 'a template would run'],
    ['holds a comment start', page('var a = "<!--";'), 'ends a script early'],
    ['closes its script inside a string', page('var a = "</script>";'), 'script tag inside a script'],
    ['holds a template literal', page('var a = `b`;'), 'template literal'],
    ['loads a remote script', page('', '<script src="https://x.example/a.js"></script>'), 'remote asset'],
    ['loads a remote image', page('', '<style>a{background:url(https://x.example/a.png)}</style>'), 'remote asset'],
    ['fetches', page('fetch("/x")'), 'network call'],
    ['evaluates text', page('eval("1")'), 'eval'],
    ['makes functions of text', page('new Function("1")'), 'new Function'],
    ['sets raw HTML', page('a.innerHTML = b'), 'innerHTML'],
    ['has no doctype', '<html></html>', '<!DOCTYPE html>'],
  ])('%s', (_, html, problem) => {
    expect(problemsOfHtml('page.html', html).join()).toContain(problem);
  });

  test('and is fit when it does none of this', () => {
    expect(problemsOfHtml('page.html', page('var a = "// fine";'))).toEqual([]);
  });
});

describe('the server’s script is not fit to push when it', () => {
  test.each([
    ['waits with a timer', 'function f() { setTimeout(f, 1); }', 'setTimeout'],
    ['names a browser global', 'function f() { return new URL("x"); }', 'URL'],
    [
      'calls a service while loading',
      'var a = PropertiesService.getScriptProperties();',
      'calls PropertiesService.getScriptProperties while loading',
    ],
    ['fetches', 'function f() { UrlFetchApp.fetch("x"); }', 'network call'],
    ['does not load', 'null.x;', 'does not load'],
  ])('%s', (_, code, problem) => {
    expect(problemsOfCode('Code.js', code).join()).toContain(problem);
  });

  test('and is fit when a name is only a property, or a variable of its own', () => {
    expect(problemsOfCode('Code.js', 'function f(document) { return { URL: document.fetch }; }')).toEqual([]);
  });
});

test('the manifest may name its three scopes and no other', () => {
  expect(problemsOfManifest(JSON.stringify({ oauthScopes: SCOPES }))).toEqual([]);
  expect(
    problemsOfManifest(JSON.stringify({ oauthScopes: [...SCOPES, 'https://www.googleapis.com/auth/drive'] })),
  ).toHaveLength(1);
  expect(problemsOfManifest('{}')).toHaveLength(1);
});

test('a file that outgrows its budget, or has none, is told', () => {
  expect(problemsOfSize('about.html', 'x'.repeat(70_000))).toEqual(['about.html: 70000 bytes, the budget is 60000']);
  // Words of another language are longer.
  expect(problemsOfSize('about.de.html', 'x'.repeat(62_000))).toEqual([]);
  expect(problemsOfSize('about.de.html', 'x'.repeat(64_000))).toEqual([
    'about.de.html: 64000 bytes, the budget is 63000',
  ]);
  expect(problemsOfSize('new.html', '')).toEqual(['new.html: has no size budget']);
});

test('what is pushed holds the add-on’s pages in every language, and not the page of components that the offline host shows', () => {
  const named = (folder: string, ending: string) =>
    readdirSync(join(__dirname, '../..', folder))
      .filter((name) => name.endsWith(ending))
      .map((name) => name.slice(0, -ending.length));
  const pages = named('sidebar/pages', '.tsx');
  expect(named('dist', '.html').sort()).toEqual(pages.flatMap((name) => [name, `${name}.de`]).sort());
  expect(named('dist', '.html')).not.toContain('components');
  expect(problemsOfSize('components.html', '')).toEqual(['components.html: has no size budget']);
});

test.each(readdirSync(join(__dirname, '../../sidebar/pages')).filter((name) => name.endsWith('.tsx')))(
  'the German page of %s carries no English text beside its own',
  (page) => {
    const html = readFileSync(join(__dirname, '../../dist', page.replace('.tsx', '.de.html')), 'utf8');
    const sentences = Object.values({ ...english, rules, reading }).flatMap((part) =>
      Object.values(part as object).filter((text) => typeof text === 'string' && / .*[.?]$/.test(text)),
    );
    expect(sentences.length).toBeGreaterThan(80);
    expect(sentences.filter((text) => html.includes(text))).toEqual([]);
    expect(html).toContain('<html lang="de">');
  },
);

describe('the footer', () => {
  const declared = new Map([['greet', { params: ['name', '...rest'], doc: '/** Greets. */\n' }]]);

  test('gives each export a top-level function with its parameters and its JSDoc', () => {
    expect(delegatingFooter(['greet'], declared, 'bundle')).toBe(
      '/** Greets. */\nfunction greet(name, ...rest) {\n  return bundle.greet(name, ...rest);\n}\n',
    );
  });

  test('refuses a name that Google would hide, and an export that is no function', () => {
    expect(() => delegatingFooter(['secret_'], new Map([['secret_', { params: [], doc: '' }]]), 'bundle')).toThrow(
      'secret_',
    );
    expect(() => delegatingFooter(['settings'], declared, 'bundle')).toThrow('no function declaration');
  });
});
