// What must not be in dist/: each check names what Google, or a reader of our promises, would trip over.
import { createContext, runInContext } from 'node:vm';
import { gzipSync } from 'node:zlib';
import { parse } from '@babel/parser';

/** Bytes, and bytes gzipped. Raised only with a reason. */
export const BUDGETS = {
  // What puts right what people do in the moment of a write is a third of it, and it says everything in two languages.
  // Google reads it from its own disk, unpacked.
  'Code.js': { raw: 520_000, gzip: 134_000 },
  // What it costs was measured: docs/decisions/0018-size-of-the-panel.md.
  'sidebar.html': { raw: 208_000, gzip: 72_000 },
  'repair.html': { raw: 120_000, gzip: 40_000 },
  'import.html': { raw: 220_000, gzip: 70_000 },
  'about.html': { raw: 60_000, gzip: 22_000 },
};

export const SCOPES = [
  'https://www.googleapis.com/auth/spreadsheets.currentonly',
  'https://www.googleapis.com/auth/script.container.ui',
  'https://www.googleapis.com/auth/userinfo.email',
];

/** Globals of browsers and Node that Apps Script lacks. Source: Apps Script guide "V8 runtime", and public tests of it. */
const MISSING_IN_APPS_SCRIPT =
  'setTimeout setInterval clearTimeout clearInterval queueMicrotask structuredClone fetch XMLHttpRequest WebSocket EventSource Request Response Headers FormData File Blob URL URLSearchParams TextEncoder TextDecoder ReadableStream WritableStream CompressionStream atob btoa crypto SubtleCrypto DOMException AbortController Event EventTarget window document navigator performance process Buffer require global self localStorage';

const FORBIDDEN = [
  [/\beval\s*\(/, 'eval'],
  [/\bnew\s+Function\b/, 'new Function'],
  [/\.(inner|outer)HTML\b|insertAdjacentHTML|document\.write/, 'innerHTML or its like'],
  [/\bfetch\s*\(|XMLHttpRequest|\bWebSocket\b|\bEventSource\b|sendBeacon|UrlFetchApp/, 'a network call'],
  [/\bimport\s*\(/, 'a dynamic import'],
];

/** Problems of a page as it is pushed. Sources: Apps Script guide "HTML service: restrictions"; issuetracker 156139610. */
export function problemsOfHtml(name, html) {
  const problems = [];
  const found = (condition, what) => condition && problems.push(`${name}: ${what}`);
  const scripts = [...html.matchAll(/<script>([\s\S]*?)<\/script>/g)].map((match) => match[1]);
  found(!/^<!DOCTYPE html>/.test(html), 'does not start with <!DOCTYPE html>');
  found(html.includes('<?'), 'holds “<?”, which a template would run on the server');
  found(html.includes('<!--'), 'holds “<!--”, which ends a script early');
  found(
    (html.match(/<\/script/gi) ?? []).length !== (html.match(/<script/gi) ?? []).length,
    'holds a script tag inside a script',
  );
  found(
    /<script[^>]+src=|<link\b|<img[^>]+src=["']?https?:|@import|url\(["']?(https?:)?\/\//i.test(html),
    'loads a remote asset',
  );
  for (const script of scripts) {
    found(script.includes('`'), 'holds a template literal: Google cuts // and /* out of these');
    for (const [pattern, what] of FORBIDDEN) found(pattern.test(script), `holds ${what}`);
  }
  return problems;
}

export function problemsOfCode(name, code) {
  const problems = [];
  for (const [pattern, what] of FORBIDDEN) if (pattern.test(code)) problems.push(`${name}: holds ${what}`);
  const used = globalsUsed(code);
  for (const missing of MISSING_IN_APPS_SCRIPT.split(' ')) {
    if (used.has(missing)) problems.push(`${name}: uses ${missing}, which Apps Script does not have`);
  }
  problems.push(...topLevelServiceCalls(name, code));
  return problems;
}

/** Names that are read but declared nowhere in the file. Close enough: a local of the same name hides a global one. */
function globalsUsed(code) {
  const declared = new Set();
  const used = new Set();
  visit(parse(code, { sourceType: 'script' }).program, (node, parent, key) => {
    if (node.type === 'PrivateName' || node.type === 'StaticBlock')
      throw new Error('Private fields and static blocks do not parse in Apps Script.');
    if (node.type !== 'Identifier') return;
    const isProperty =
      (parent.type === 'MemberExpression' && key === 'property' && !parent.computed) ||
      (parent.type === 'ObjectProperty' && key === 'key' && !parent.computed) ||
      (/Method$/.test(parent.type) && key === 'key');
    if (isProperty) return;
    const declares =
      /Declarator$|^Function|^Arrow|^Class|Pattern$|^RestElement|^CatchClause|^ObjectMethod/.test(parent.type) &&
      key !== 'init' &&
      key !== 'body' &&
      key !== 'superClass' &&
      key !== 'right';
    (declares ? declared : used).add(node.name);
  });
  return new Set([...used].filter((name) => !declared.has(name)));
}

function visit(node, act, parent = {}, key = '') {
  if (!node || typeof node.type !== 'string') return;
  act(node, parent, key);
  for (const [name, child] of Object.entries(node)) {
    if (Array.isArray(child)) for (const item of child) visit(item, act, node, name);
    else if (child && typeof child === 'object' && name !== 'loc') visit(child, act, node, name);
  }
}

const SERVICES =
  'SpreadsheetApp HtmlService CacheService PropertiesService LockService Session ScriptApp Utilities Logger MailApp UrlFetchApp'.split(
    ' ',
  );

/** In AuthMode.NONE one service call while the file loads takes the whole menu away. */
function topLevelServiceCalls(name, code) {
  const touched = [];
  const services = Object.fromEntries(
    SERVICES.map((service) => [
      service,
      new Proxy(
        {},
        {
          get: (_, method) => {
            touched.push(`${service}.${String(method)}`);
            return () => undefined;
          },
        },
      ),
    ]),
  );
  try {
    runInContext(code, createContext(services), { filename: name });
  } catch (error) {
    return [`${name}: does not load: ${error.message}`];
  }
  return touched.map((call) => `${name}: calls ${call} while loading`);
}

export function problemsOfSize(name, content) {
  const english = name.replace(/\.[a-z]{2}\.html$/, '.html');
  // Words of another language may be longer.
  const share = name === english ? 1 : 1.05;
  const { raw, gzip: packed } = BUDGETS[english] ?? {};
  if (!raw) return [`${name}: has no size budget`];
  // The level at which sizes of pages are usually told.
  const gzip = gzipSync(content, { level: 9 }).length;
  const problems = [];
  if (content.length > raw * share) problems.push(`${name}: ${content.length} bytes, the budget is ${raw * share}`);
  if (gzip > packed * share) problems.push(`${name}: ${gzip} bytes gzipped, the budget is ${packed * share}`);
  return problems;
}

export function problemsOfManifest(manifest) {
  const scopes = JSON.parse(manifest).oauthScopes ?? [];
  return scopes.join() === SCOPES.join() ? [] : [`appsscript.json: the scopes must be exactly ${SCOPES.join(', ')}`];
}
