import type { Host } from '../../host/host';
import { OpenPanel, scriptOf } from '../../host/panel/script-of';
import { hostWith } from './little-add-on';

const SHOW = `
  function open() { SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutput('<p></p>')); }
  function openDialog() { SpreadsheetApp.getUi().showModalDialog(HtmlService.createHtmlOutput('<p></p>'), 'Import'); }`;

/** A host whose add-on shows a sidebar. */
function shown(code: string): Host {
  const host = hostWith(SHOW + code);
  host.call('open');
  return host;
}

/** Calls a function as a panel's page does, and waits for its answer. */
const called = (host: Host, functionName: string, ...args: unknown[]): Promise<unknown> =>
  new Promise((resolve, reject) => {
    const run = scriptOf(host).script.run.withSuccessHandler(resolve).withFailureHandler(reject);
    (run[functionName] as (...args: unknown[]) => void)(...args);
  });

const say = 'function say(...args) { return JSON.stringify(args); }';

describe('google.script.run', () => {
  test('answers later, with a copy', async () => {
    const host = shown('function greet(who) { who.name += "!"; return { text: "Hello " + who.name }; }');
    const who = { name: 'Ann' };
    expect(await called(host, 'greet', who)).toEqual({ text: 'Hello Ann!' });
    expect(who).toEqual({ name: 'Ann' });
  });

  test('has the top-level functions of the script, but private ones, and no others', () => {
    const host = shown(`
      function hidden_() {}
      var said = function () {};
      (function () { globalThis.assigned = function () {}; })();
      function outer() { function inner() {} }`);
    const { run } = scriptOf(host).script;
    expect(Object.keys(run)).toEqual([
      'withSuccessHandler',
      'withFailureHandler',
      'withUserObject',
      'onOpen',
      'open',
      'openDialog',
      'said',
      'outer',
    ]);
    expect(() => (run as unknown as { missing(): void }).missing()).toThrow(TypeError);
    expect('history' in scriptOf(host).script || 'url' in scriptOf(host).script).toBe(false);
  });

  test('gives a failure as its sentence alone', async () => {
    const host = shown("function fail() { throw new TypeError('No such deal.'); }");
    const error = (await called(host, 'fail').catch((reason) => reason)) as Error;
    expect([error instanceof Error, error.name, error.message, error.stack]).toEqual([
      true,
      'ScriptError',
      'No such deal.',
      '',
    ]);
  });

  test('tells the console of a failure that nobody handles', async () => {
    const panel = new OpenPanel(shown("function fail() { throw new Error('Not today.'); }"));
    const { run } = panel.google.script;
    run['fail']!();
    run.withFailureHandler(null)['fail']!();
    await panel.idle();
    expect(panel.errors.map(({ message }) => message)).toEqual(['Not today.', 'Not today.']);
  });

  test('hands the user object to either handler, and never to the server', async () => {
    const host = shown('function count(...args) { return args.length; } function fail() { throw new Error("no"); }');
    const button = { busy: true, click: () => {} };
    const heard: unknown[] = [];
    const panel = new OpenPanel(host);
    const run = panel.google.script.run.withUserObject(button);
    run.withSuccessHandler((count, object) => heard.push([count, object === button]))['count']!();
    run.withFailureHandler((error, object) => heard.push([error.message, object === button]))['fail']!();
    await panel.idle();
    expect(heard).toEqual([
      [0, true],
      ['no', true],
    ]);
  });

  test('is made anew by every with…, so that a kept one stays as it is', async () => {
    const host = shown('function one() { return 1; }');
    const heard: string[] = [];
    const panel = new OpenPanel(host);
    const first = panel.google.script.run.withSuccessHandler(() => heard.push('first'));
    first.withSuccessHandler(() => heard.push('second'));
    first['one']!();
    await panel.idle();
    expect(heard).toEqual(['first']);
  });

  test('runs ten calls at once; the eleventh waits for an answer', async () => {
    const host = shown('function one() { return 1; }');
    const runs: number[] = [];
    const panel = new OpenPanel(host);
    const { run } = panel.google.script;
    for (let i = 1; i <= 11; i++) run.withSuccessHandler(() => runs.push(host.runs.length))['one']!();
    await panel.idle();
    expect(runs.length).toBe(11);
    // onOpen and open ran before; the first answer came when ten calls had run.
    expect(runs[0]).toBe(12);
    expect(runs.at(-1)).toBe(13);
  });

  test('runs calls in another order when asked to: none is promised', async () => {
    const orderOf = async (shuffle?: number): Promise<string> => {
      const heard: unknown[] = [];
      const panel = new OpenPanel(shown('function echo(n) { return n; }'), shuffle === undefined ? {} : { shuffle });
      const { run } = panel.google.script;
      for (let i = 1; i <= 8; i++) (run.withSuccessHandler((n) => heard.push(n))['echo'] as (n: number) => void)(i);
      await panel.idle();
      return heard.join('');
    };
    expect(await orderOf()).toBe('12345678');
    const shuffled = await orderOf(7);
    expect(shuffled).not.toBe('12345678');
    expect([...shuffled].sort().join('')).toBe('12345678');
    expect(await orderOf(7)).toBe(shuffled);
  });

  test('counts the bytes of what crosses', async () => {
    const panel = new OpenPanel(shown('function echo(text) { return text; }'));
    (panel.google.script.run['echo'] as (text: string) => void)('añ');
    await panel.idle();
    expect([panel.sent, panel.received]).toEqual([7, 5]);
  });
});

describe('what a page sends', () => {
  test.each([
    ['text, numbers, truths and null', ['a', 1.5, true, null], '["a",1.5,true,null]'],
    [
      'undefined as null, and not at all inside an object',
      [undefined, [undefined], { a: undefined, b: 1 }],
      '[null,[null],{"b":1}]',
    ],
    [
      'objects of a class as plain ones, with what they inherit',
      [Object.create({ inherited: 1 })],
      '[{"inherited":1}]',
    ],
    ['nothing under names that end with two underscores', [{ kept: 1, lost__: 2 }], '[{"kept":1}]'],
  ])('arrives: %s', async (_, args, arrived) => {
    expect(await called(shown(say), 'say', ...args)).toBe(arrived);
  });

  test.each<[string, unknown[], string]>([
    ['a Date', [new Date()], '0'],
    ['a Map', [1, new Map()], '1'],
    ['a Set inside an object', [{ tags: new Set() }], 'tags'],
    ['a RegExp in an array', [['a', /x/]], '1'],
    ['a Promise', [Promise.resolve()], '0'],
    ['bytes', [new Uint8Array(1)], '0'],
    ['a boxed number', [Object(1)], '0'],
    ['a boxed text', [{ name: Object('a') }], 'name'],
    ['a function', [{ run: () => {} }], 'run'],
    ['an element', [{ at: { nodeType: 1, tagName: 'DIV' } }], 'at'],
  ])('is refused at once: %s', async (_, args, property) => {
    const host = shown(say);
    await expect(called(host, 'say', ...args)).rejects.toThrow(`Failed due to illegal value in property: ${property}`);
    expect(host.runs.map(({ functionName }) => functionName)).not.toContain('say');
  });

  test('is refused when it goes round in a circle', async () => {
    const circle: Record<string, unknown> = {};
    circle['self'] = circle;
    await expect(called(shown(say), 'say', circle)).rejects.toThrow('Failed due to circular reference.');
  });

  test('is refused aloud where Google makes null of it', async () => {
    const hole = [1, 2];
    delete hole[0];
    for (const value of [Number.NaN, Number.POSITIVE_INFINITY, -0, hole])
      await expect(called(shown(say), 'say', { value })).rejects.toThrow('The offline host sends no');
    await expect(called(shown(say), 'say', 1n)).rejects.toThrow('Unknown type: bigint');
  });

  test('may be a form, which becomes an object of its fields', async () => {
    const form: Record<string, unknown> = { nodeType: 1, tagName: 'FORM' };
    const field = (name: string, more: object) => ({
      name,
      type: 'text',
      tagName: 'INPUT',
      disabled: false,
      form,
      ...more,
    });
    form['elements'] = [
      field('company', { value: 'Acme' }),
      field('tag', { type: 'checkbox', checked: true, value: 'hot' }),
      field('tag', { type: 'checkbox', checked: true, value: 'new' }),
      field('tag', { type: 'checkbox', checked: false, value: 'old' }),
      field('owner', { value: 'Ann', disabled: true }),
      field('save', { type: 'submit', value: 'Save' }),
      field('stage', { type: 'select-one', tagName: 'SELECT', value: 'Won' }),
    ];
    expect(await called(shown(say), 'say', form)).toBe('[{"company":"Acme","tag":["hot","new"],"stage":"Won"}]');
    await expect(called(shown(say), 'say', form, 1)).rejects.toThrow(
      'Forms with file inputs must be the only parameter.',
    );
    form['elements'] = [field('file', { type: 'file' })];
    await expect(called(shown(say), 'say', form)).rejects.toThrow(
      'Uploading files is not supported by the offline host.',
    );
  });
});

describe('what the server answers with', () => {
  test.each<[string, unknown]>([
    ['new Date()', null],
    ['{ deals: [{ name: "Acme", closedOn: new Date() }] }', null],
    ['undefined', null],
    ['[undefined, { a: undefined }]', [null, { a: null }]],
    ['{ map: new Map([[1, 2]]), set: new Set([1]), regex: /a/ }', { map: {}, set: {}, regex: {} }],
    ['[function twice(n) { return 2 * n; }]', ['function twice(n) { return 2 * n; }']],
    ['new Int8Array([1, 2])', { 0: 1, 1: 2 }],
    ['SpreadsheetApp.getActiveSheet()', null],
    ['Promise.resolve({ done: true })', { done: true }],
    ['({ toString: 1 }).toString', 1],
  ])('%s', async (expression, arrived) => {
    expect(await called(shown(`function answer() { return ${expression}; }`), 'answer')).toEqual(arrived);
  });

  test.each(['new Uint8Array(1)', 'NaN', '[1 / 0]', '-0', '10n', '[1, , 2]', '({ get me() { return this; } })'])(
    '%s is a failure',
    async (expression) => {
      await expect(called(shown(`function answer() { return ${expression}; }`), 'answer')).rejects.toThrow(
        "cannot reach the add-on's page",
      );
    },
  );

  test('is a failure under a name that ends with two underscores', async () => {
    await expect(called(shown('function answer() { return [{ id__: 1 }]; }'), 'answer')).rejects.toThrow(
      'User properties cannot end with "__". Failed on property: id__',
    );
  });
});

describe('a panel', () => {
  test('that closed itself hears nothing any more', async () => {
    const host = shown('function one() { return 1; }');
    const panel = new OpenPanel(host);
    const { run, host: around } = panel.google.script;
    const heard: unknown[] = [];
    run.withSuccessHandler((value) => heard.push(value))['one']!();
    around.close();
    await panel.idle();
    expect([heard, host.screen.panel, host.runs.at(-1)?.functionName]).toEqual([[], null, 'one']);
  });

  test('that another of its kind replaced hears nothing any more', async () => {
    const host = shown('function one() { return 1; }');
    const heard: unknown[] = [];
    const panel = new OpenPanel(host);
    panel.google.script.run.withSuccessHandler((value) => heard.push(value))['one']!();
    host.call('open');
    await panel.idle();
    expect(heard).toEqual([]);
  });

  test('stays beside a dialog, which can size itself', async () => {
    const host = shown('function one() { return 1; }');
    const sidebar = scriptOf(host).script;
    host.call('openDialog');
    const dialog = host.screen.panel!;
    const { host: around } = scriptOf(host).script;
    around.setWidth(500);
    around.setHeight(400);
    sidebar.host.setWidth(500);
    expect([host.screen.sizeOf(dialog), host.screen.sizeOf(host.screen.sidebar!)]).toEqual([
      { width: 500, height: 400 },
      { width: null, height: null },
    ]);
    around.close();
    expect(host.screen.panel).toBe(host.screen.sidebar);
    expect(await new Promise((resolve) => sidebar.run.withSuccessHandler(resolve)['one']!())).toBe(1);
  });
});
