import type { FrameLocator } from 'playwright-core';
import { type OpenPage, pagesOfTests, until } from '../browser/open-page';

const open = pagesOfTests();

/** An add-on whose menu has an entry for every page it has: as a sidebar, or as a dialog where the name says so. */
async function openWith(pages: Record<string, string>, code = ''): Promise<OpenPage> {
  const names = Object.keys(pages);
  const entries = names.map((name) => `.addItem('${name}', 'show_${name}_now')`).join('');
  const functions = names.map((name) => {
    const output = `HtmlService.createHtmlOutputFromFile('${name}').setTitle('${name}').setWidth(420)`;
    const show = name.startsWith('dialog') ? `showModelessDialog(${output}, '${name}')` : `showSidebar(${output})`;
    return `function show_${name}_now() { SpreadsheetApp.getUi().${show}; }`;
  });
  const onOpen = `function onOpen() { SpreadsheetApp.getUi().createAddonMenu()${entries}.addToUi(); }`;
  return open({ code: [onOpen, ...functions, code].join('\n'), pages });
}

const frameOf = (page: OpenPage, name: string): FrameLocator =>
  page.page.locator(`iframe[title="${name}"]`).contentFrame();

const said = (page: OpenPage, name: string) => () => frameOf(page, name).locator('#said').innerText();

/** A page that says what its script makes of it. */
const saying = (script: string): string =>
  `<p id="said">nothing</p><script>const say = (what) => { document.querySelector('#said').textContent = what; };\n${script}</script>`;

describe('what Google does to pages', () => {
  test('a bundle with // in a template literal is broken in its panel, one with plain strings is not', async () => {
    const page = await openWith({
      broken: saying('const site = `https://example.com`;\nsay(site);'),
      whole: saying("const site = 'https://example.com';\nsay(site);"),
    });
    const errors: string[] = [];
    page.page.on('pageerror', ({ message }) => errors.push(message));
    await page.addOnMenu('broken');
    await until(() => errors.length, 1);
    expect(errors[0]).toMatch(/Unexpected end of input/);
    expect(await said(page, 'broken')()).toBe('nothing');
    await page.addOnMenu('whole');
    await until(said(page, 'whole'), 'https://example.com');
  });

  test('a page is in standards mode without a doctype, and its title says nothing', async () => {
    const page = await openWith({ side: `<title>Own</title>${saying('say(document.compatMode + document.title)')}` });
    await page.addOnMenu('side');
    await until(said(page, 'side'), 'CSS1Compat');
  });

  test('its sandbox denies the clipboard, the top window and storage', async () => {
    const page = await openWith({
      side: `<button>try</button>${saying(`
        const name = (work) => { try { work(); return 'done'; } catch (error) { return error.name; } };
        document.querySelector('button').onclick = async () => {
          const clipboard = await navigator.clipboard.writeText('x').then(() => 'done', (error) => error.name);
          say([clipboard, name(() => { top.location.href = 'about:blank'; }), name(() => localStorage.length)].join());
        };`)}`,
    });
    await page.addOnMenu('side');
    await frameOf(page, 'side').getByText('try').click();
    await until(said(page, 'side'), 'NotAllowedError,SecurityError,SecurityError');
  });

  test('forms really submit, and the page is gone', async () => {
    const page = await openWith({ side: `<form action="about:blank"><button>send</button></form>${saying('')}` });
    await page.addOnMenu('side');
    await frameOf(page, 'side').getByText('send').click();
    await until(() => frameOf(page, 'side').locator('#said').count(), 0);
  });
});

describe('google.script in a panel', () => {
  test('sends a form as its fields', async () => {
    const page = await openWith(
      {
        side: `<form><input name="company" value="Acme"><input name="tag" type="checkbox" value="hot" checked>
          <select name="stages" multiple><option selected>Open</option><option selected>Won</option></select>
          <input name="note" value="x" disabled><button name="b">send</button></form>${saying(
            'google.script.run.withSuccessHandler(say).echo(document.forms[0])',
          )}`,
      },
      'function echo(fields) { return JSON.stringify(fields); }',
    );
    await page.addOnMenu('side');
    await until(said(page, 'side'), '{"company":"Acme","tag":"hot","stages":["Open","Won"]}');
  });

  test('knows the functions of the script and no others', async () => {
    const page = await openWith(
      {
        side: saying(
          "say([typeof google.script.run.echo, typeof google.script.run.hidden_, 'url' in google.script].join())",
        ),
      },
      'function echo() {} function hidden_() {}',
    );
    await page.addOnMenu('side');
    await until(said(page, 'side'), 'function,undefined,false');
  });
});

describe('panels', () => {
  test('one sidebar of 300 pixels and one dialog are there at a time, beside each other', async () => {
    const page = await openWith({ first: 'a', second: 'b', dialogOne: 'c', dialogTwo: 'd' });
    const shown = () =>
      page.page.locator('iframe').evaluateAll((all) => all.map((frame) => frame.getAttribute('title')).sort());
    await page.addOnMenu('first');
    await until(shown, ['first']);
    await page.addOnMenu('second');
    await until(shown, ['second']);
    expect((await page.page.locator('iframe').boundingBox())?.width).toBe(300);
    await page.addOnMenu('dialogOne');
    await until(shown, ['dialogOne', 'second']);
    await page.addOnMenu('dialogTwo');
    await until(shown, ['dialogTwo', 'second']);
    await page.addOnMenu('first');
    await until(shown, ['dialogTwo', 'first']);
  });

  test('that are closed by hand hear no answers, and the script runs to its end', async () => {
    const page = await openWith(
      { side: saying('google.script.run.withSuccessHandler(say).linger()') },
      `function linger() {
        const cell = SpreadsheetApp.getActiveSheet().getRange('A1');
        cell.setValue('here');
        while (cell.offset(0, 1).getValue() !== 'go') Utilities.sleep(10);
        cell.setValue('done');
      }`,
    );
    await page.addOnMenu('side');
    await until(() => page.shown('A1'), 'here');
    await page.page.locator('.sidebar').getByRole('button', { name: 'Close sidebar' }).click();
    page.host.person.type('B1', 'go');
    await until(() => page.shown('A1'), 'done');
    expect(await page.page.locator('iframe').count()).toBe(0);
  });
});

test('closing a question by its X is an answer of its own, and keeps what was typed', async () => {
  const page = await open({
    code: `function onOpen() { SpreadsheetApp.getUi().createAddonMenu().addItem('Ask', 'ask').addToUi(); }
    function ask() {
      const ui = SpreadsheetApp.getUi();
      const sure = ui.alert('Sure?', ui.ButtonSet.YES_NO_CANCEL);
      const name = ui.prompt('Who?');
      const word = Browser.inputBox('Word?', Browser.Buttons.OK_CANCEL);
      SpreadsheetApp.getActive().toast([sure, name.getSelectedButton(), name.getResponseText(), word].join(' '));
    }`,
  });
  await page.addOnMenu('Ask');
  const question = page.page.getByRole('alertdialog');
  const close = question.getByRole('button', { name: 'Close' });
  await question.getByText('Sure?').waitFor();
  expect(await question.locator('footer button').allInnerTexts()).toEqual(['Cancel', 'No', 'Yes']);
  await close.click();
  await question.getByText('Who?').waitFor();
  await page.page.keyboard.type('half a na');
  await close.click();
  await question.getByText('Word?').waitFor();
  await close.click();
  await page.page.locator('.toast', { hasText: 'CLOSE CLOSE half a na cancel' }).waitFor();
});

test('the add-on’s menu ends with Help, and menus of other names stand in the bar', async () => {
  const page = await open({
    code: `function onOpen() {
      const ui = SpreadsheetApp.getUi();
      ui.createAddonMenu().addItem('Open', 'open').addToUi();
      ui.createMenu('Extra').addItem('Try', 'tried').addToUi();
      ui.createMenu('More').addItem('Do', 'done').addToUi();
    }
    function tried() { SpreadsheetApp.getActive().toast('tried'); }`,
  });
  await page.menu('Extra', 'Try');
  await page.page.locator('.toast', { hasText: 'tried' }).waitFor();
  expect(await page.page.getByRole('menubar').locator('> .menu-bar-item').allInnerTexts()).toEqual(
    'File Edit View Insert Format Data Extensions Help Extra More'.split(' '),
  );
  await page.menu('Extensions', 'Little add-on');
  const inner = page.page.getByRole('menu', { name: 'Little add-on' });
  expect(await inner.getByRole('menuitem').allInnerTexts()).toEqual(['Open', 'Help']);
});
