import { SpreadsheetFile } from '../../host/engine/file';
import type { OfflineHost } from '../../host/page/browser/offline-host';
import { type OpenPage, pagesOfTests, until } from '../browser/open-page';

declare const window: { readonly offlineHost: OfflineHost };

const open = pagesOfTests(async (page) => {
  expect(await page.differences()).toEqual([]);
  expect(page.strangers).toEqual([]);
});

const openWith = (
  code = '',
  more: { pages?: Record<string, string>; newFile?: () => SpreadsheetFile; query?: string } = {},
): Promise<OpenPage> => {
  const { pages = {}, newFile, query } = more;
  return open({ code, pages }, newFile ? { newFile } : {}, query);
};

/** A file with a few deals below a frozen header. */
const dealsFile = (): SpreadsheetFile => {
  const file = new SpreadsheetFile({ name: 'Deals', locale: 'en_US', timeZone: 'Europe/Madrid' }, 'Deals');
  const values = [
    ['Deal', 'Value', 'Stage'],
    ['Beta', 20, 'Open'],
    ['Alpha', 10, 'Won'],
    ['Gamma', 30, 'Open'],
  ];
  const money = file.formats.idOf({ numberFormat: '$#,##0.00' });
  const formats = values.map((_, row) => [0, row === 0 ? 0 : money, 0]);
  file.apply({ kind: 'cells', sheet: 0, row: 0, column: 0, layers: { values, formats } });
  file.apply({ kind: 'sheet', sheet: 0, properties: { frozenRows: 1 } });
  return file;
};

/** A thousand deals, more cells than the grid redraws one by one. */
const manyDealsFile = (): SpreadsheetFile => {
  const file = dealsFile();
  const rows = Array.from({ length: 999 }, (_, row) => [`Deal ${1000 + row}`, row, 'Open', 'EUR', 'Ann', 'x']);
  const values = [['Deal', 'Value', 'Stage', 'Currency', 'Owner', 'Notes'], ...rows];
  file.apply({ kind: 'cells', sheet: 0, row: 0, column: 0, layers: { values } });
  return file;
};

/** An add-on menu in the code of a little add-on. */
const menuOf = (entries: string): string => `function onOpen() {
  const ui = SpreadsheetApp.getUi();
  ui.createAddonMenu()${entries}.addToUi();
}
`;

describe('a person in the grid', () => {
  test('types text, and the file holds what Sheets would make of it', async () => {
    const page = await openWith();
    for (const [place, text, shown, value] of [
      ['A1', 'Acme', 'Acme', 'Acme'],
      ['A2', '1,234.5', '1,234.50', 1234.5],
      ['A3', '007', '7', 7],
      ['A4', "'007", '007', '007'],
      ['A5', '1/5/2027', '1/5/2027', 46392],
      ['A6', '12%', '12%', 0.12],
      ['A7', 'true', 'TRUE', true],
    ] as const) {
      await page.type(place, text);
      expect([await page.shown(place), page.file.sheets[0]!.grid.value(Number(place.slice(1)) - 1, 0)]).toEqual([
        shown,
        value,
      ]);
    }
  });

  test('opens a cell and leaves it again without changing it', async () => {
    const page = await openWith('', { newFile: dealsFile });
    const { version } = page.file;
    await page.click('B2');
    await page.page.keyboard.press('F2');
    await page.page.keyboard.press('Enter');
    await page.idle();
    expect([await page.shown('B2'), page.file.version]).toEqual(['$20.00', version]);
  });

  test('types a formula, sees its result, and its text when it is opened again', async () => {
    const page = await openWith('', { newFile: dealsFile });
    await page.type('B6', '=SUM(B2:B4)');
    expect(await page.shown('B6')).toBe('$60.00');
    await page.type('B2', '25');
    expect(await page.shown('B6')).toBe('$65.00');
    await page.click('B6');
    await page.page.keyboard.press('F2');
    await page.page.keyboard.type('*2');
    await page.page.keyboard.press('Enter');
    await page.idle();
    expect([page.host.person.formulaIn('B6'), await page.shown('B6')]).toEqual(['=SUM(B2:B4)*2', '$130.00']);
  });

  test('takes back with Ctrl+Z and makes again with Ctrl+Y', async () => {
    const page = await openWith();
    await page.type('A1', 'first');
    await page.page.keyboard.press('ArrowUp');
    await page.page.keyboard.type('second');
    await page.page.keyboard.press('Enter');
    await page.idle();
    await page.page.keyboard.press('Control+z');
    await page.idle();
    expect(await page.shown('A1')).toBe('first');
    await page.page.keyboard.press('Control+y');
    await page.idle();
    expect(await page.shown('A1')).toBe('second');
  });

  test('empties cells with Delete and makes them bold with Ctrl+B', async () => {
    const page = await openWith('', { newFile: dealsFile });
    await page.click('A3');
    await page.page.keyboard.press('Control+b');
    await page.page.keyboard.press('Delete');
    await page.idle();
    const { grid } = page.file.sheets[0]!;
    expect([grid.value(2, 0), page.file.formats.get(grid.format(2, 0)).bold, await page.shown('A3')]).toEqual([
      null,
      true,
      '',
    ]);
  });

  test('puts a row in from the menu; formulas and formats follow', async () => {
    const page = await openWith('', { newFile: dealsFile });
    await page.type('B6', '=SUM(B2:B4)');
    await page.click('A3');
    await page.menu('Insert', 'Row above');
    await page.idle();
    expect(await page.shownTab('Deals')).toEqual([
      ['Deal', 'Value', 'Stage'],
      ['Beta', '$20.00', 'Open'],
      ['', '', ''],
      ['Alpha', '$10.00', 'Won'],
      ['Gamma', '$30.00', 'Open'],
      ['', '', ''],
      ['', '$60.00', ''],
    ]);
    await page.type('B3', '5');
    expect([await page.shown('B3'), await page.shown('B7'), page.host.person.formulaIn('B7')]).toEqual([
      '$5.00',
      '$65.00',
      '=SUM(B2:B5)',
    ]);
  });

  test('takes rows out by the menu of the row header', async () => {
    const page = await openWith('', { newFile: dealsFile });
    const box = await page.page.evaluate(() => window.offlineHost.boxOf('A3'));
    await page.page.mouse.click(box!.x - 20, box!.y + 8);
    await page.page.mouse.click(box!.x - 20, box!.y + 8, { button: 'right' });
    await page.page.getByText('Delete selected row').click();
    await page.idle();
    expect((await page.shownTab('Deals')).map(([deal]) => deal)).toEqual(['Deal', 'Beta', 'Gamma']);
  });

  test('drags a row by its header', async () => {
    const page = await openWith('', { newFile: dealsFile });
    await page.dragRow(2, 4);
    await page.idle();
    expect((await page.shownTab('Deals')).map(([deal]) => deal)).toEqual(['Deal', 'Alpha', 'Gamma', 'Beta']);
    expect(page.host.person.sees('Deals!A2:A4')).toEqual([['Alpha'], ['Gamma'], ['Beta']]);
  });

  test('sorts the sheet by the selected column; the frozen header stays', async () => {
    const page = await openWith('', { newFile: dealsFile });
    await page.click('B2');
    await page.menu('Data', 'Sort sheet by column B (Z to A)');
    await page.idle();
    expect((await page.shownTab('Deals')).map(([deal]) => deal)).toEqual(['Deal', 'Gamma', 'Beta', 'Alpha']);
    await page.menu('Edit', 'Undo');
    await page.idle();
    expect((await page.shownTab('Deals')).map(([deal]) => deal)).toEqual(['Deal', 'Beta', 'Alpha', 'Gamma']);
  });

  test('opens a cell on what stands in it now, after its tab was sorted and rows were put in, moved and taken out', async () => {
    const page = await openWith('', { newFile: manyDealsFile });
    const opened = async () => {
      const before = await page.shown('A3');
      await page.page.keyboard.press('F2');
      await page.page.keyboard.type('!');
      await page.page.keyboard.press('Enter');
      await page.idle();
      await page.page.keyboard.press('ArrowUp');
      return [before, await page.shown('A3')];
    };
    await page.click('A3');
    await page.menu('Data', 'Sort sheet by column A (Z to A)');
    await page.idle();
    expect(await opened()).toEqual(['Deal 1997', 'Deal 1997!']);
    await page.menu('Edit', 'Undo');
    await page.menu('Edit', 'Undo');
    await page.idle();
    expect(await opened()).toEqual(['Deal 1001', 'Deal 1001!']);
    page.host.person.insertRows('Deals', 2);
    await until(() => page.shown('A3'), 'Deal 1000');
    expect(await opened()).toEqual(['Deal 1000', 'Deal 1000!']);
    page.host.person.deleteRows('Deals', 2, 2);
    await until(() => page.shown('A3'), 'Deal 1002');
    expect(await opened()).toEqual(['Deal 1002', 'Deal 1002!']);
    page.host.person.moveRows('Deals', 3, 1, 6);
    await until(() => page.shown('A3'), 'Deal 1003');
    expect(await opened()).toEqual(['Deal 1003', 'Deal 1003!']);
  });

  test('copies a formula, which then looks at its own row, and cuts cells, which others then look for', async () => {
    const page = await openWith('', { newFile: dealsFile });
    const { keyboard } = page.page;
    await page.type('D2', '=B2*2');
    await page.click('D2');
    await keyboard.press('Control+c');
    await until(() => page.page.evaluate(() => navigator.clipboard.readText()), '$40.00');
    await page.click('D4');
    await keyboard.press('Control+v');
    await until(() => page.shown('D4'), '$60.00');
    await page.click('B4');
    await keyboard.press('Control+x');
    await until(() => page.page.evaluate(() => navigator.clipboard.readText()), '$30.00');
    await page.click('F1');
    await keyboard.press('Control+v');
    await until(() => page.shown('F1'), '$30.00');
    await page.idle();
    expect([page.host.person.formulaIn('D4'), await page.shown('B4'), await page.shown('D4')]).toEqual([
      '=F1*2',
      '',
      '$60.00',
    ]);
  });

  test('pastes a table from elsewhere as if it were typed', async () => {
    const page = await openWith();
    await page.page.evaluate(() => navigator.clipboard.writeText('Acme\t1/5/2027\t007\n"two\nlines"\t=1+1\t'));
    await page.click('B2');
    await page.page.keyboard.press('Control+v');
    await until(() => page.shown('C3'), '2');
    expect(page.host.person.sees('B2:D3')).toEqual([
      ['Acme', '1/5/2027', '7'],
      ['two\nlines', '2', ''],
    ]);
  });

  test('renames, adds and deletes tabs', async () => {
    const page = await openWith('', { newFile: dealsFile });
    await page.tab('Deals').dblclick();
    await page.page.keyboard.type('My deals');
    await page.page.keyboard.press('Enter');
    await page.idle();
    expect(page.file.sheets.map(({ name }) => name)).toEqual(['My deals']);
    await page.menu('Insert', 'Sheet');
    await page.tab('Sheet2').waitFor();
    await page.idle();
    expect(page.host.selection.sheet).toBe(page.file.sheetNamed('Sheet2')?.id);
    await page.menu('Edit', 'Delete this sheet');
    await page.idle();
    expect([page.file.sheets.length, page.host.selection.sheet]).toEqual([1, 0]);
    await page.menu('Edit', 'Delete this sheet');
    await until(() => page.notice.textContent(), 'You can’t remove all the sheets in a document.');
  });

  test('drags a tab to another place', async () => {
    const page = await openWith('', { newFile: dealsFile });
    for (const name of ['Sheet2', 'Sheet3']) {
      await page.menu('Insert', 'Sheet');
      await page.tab(name).waitFor();
      await page.idle();
    }
    const [from, to] = [await page.tab('Sheet3').boundingBox(), await page.tab('Deals').boundingBox()];
    const { mouse } = page.page;
    await mouse.move(from!.x + 20, from!.y + 8);
    await mouse.down();
    await mouse.move(from!.x + 10, from!.y + 8, { steps: 3 });
    // Univer lets go of a tab that is not held for a moment.
    await page.page.waitForTimeout(700);
    await mouse.move(to!.x - 30, to!.y + 8, { steps: 20 });
    await page.page.waitForTimeout(300);
    await mouse.up();
    await page.idle();
    expect(page.file.sheets.map(({ name }) => name)).toEqual(['Sheet3', 'Deals', 'Sheet2']);
    expect(await page.page.getByRole('tab').allInnerTexts()).toEqual(['Sheet3', 'Deals', 'Sheet2']);
  });

  test('picks from the list of a validation rule, and is told what it does not allow', async () => {
    const page = await openWith(
      `${menuOf(".addItem('Rules', 'rules')")}
      function rules() {
        const sheet = SpreadsheetApp.getActiveSheet();
        sheet.getRange('H1:H3').setValues([['Open'], ['Won'], ['Lost']]);
        const rule = SpreadsheetApp.newDataValidation().requireValueInRange(sheet.getRange('H1:H3')).setAllowInvalid(false);
        sheet.getRange('C2:C4').setDataValidation(rule.build());
        sheet.getRange('D2:D4').insertCheckboxes();
      }`,
      { newFile: dealsFile },
    );
    await page.addOnMenu('Rules');
    await page.idle();
    await page.click('C2');
    await page.click('C2', 'right end');
    await page.page.getByText('Lost', { exact: true }).click();
    await page.idle();
    expect([await page.shown('C2'), page.host.person.sees('C2')]).toEqual(['Lost', [['Lost']]]);
    await page.type('C3', 'Never heard of');
    expect([await page.shown('C3'), await page.notice.textContent()]).toEqual([
      'Won',
      'The data you entered in cell C3 violates the data validation rules set on this cell.',
    ]);
    await page.click('D2');
    await page.idle();
    expect(page.file.sheets[0]!.grid.value(1, 3)).toBe(true);
  });

  test('reads a long entry of a list on one line, as far as there is room before the arrow', async () => {
    const page = await openWith(
      `${menuOf(".addItem('Rules', 'rules')")}
      function rules() {
        const cells = SpreadsheetApp.getActiveSheet().getRange('C2:C4').setValues([['Sales'], ['Sales Pipeline'], ['']]);
        cells.setDataValidation(SpreadsheetApp.newDataValidation().requireValueInList(['Sales', 'Sales Pipeline']).build());
      }`,
      { newFile: dealsFile },
    );
    await page.addOnMenu('Rules');
    await page.idle();
    const drawn = async (place: string) => {
      const { x, y, width, height } = (await page.page.evaluate((cell) => window.offlineHost.boxOf(cell), place))!;
      const half = { x: Math.round(x + width / 2), y: Math.round(y + 2), width: width / 2 - 20, height: height - 4 };
      return (await page.page.screenshot({ clip: half })).toString('base64');
    };
    const [short, long, none] = [await drawn('C2'), await drawn('C3'), await drawn('C4')];
    expect([short === none, long === none]).toEqual([true, false]);
  });

  test('selects cells, and the add-on knows at once', async () => {
    const page = await openWith(`${menuOf(".addItem('Where', 'where').addItem('Go', 'go')")}
      function where() { SpreadsheetApp.getActive().toast(SpreadsheetApp.getActiveRange().getA1Notation()); }
      function go() { SpreadsheetApp.getActive().insertSheet('Report').getRange('C9').activate(); }`);
    await page.click('B3');
    await page.page.keyboard.down('Shift');
    await page.click('C5');
    await page.page.keyboard.up('Shift');
    await page.addOnMenu('Where');
    await page.page.locator('.toast', { hasText: 'B3:C5' }).waitFor();
    await page.addOnMenu('Go');
    await page.idle();
    await page.page.keyboard.type('here');
    await page.page.keyboard.press('Enter');
    await page.idle();
    expect(page.host.person.sees('Report!C9')).toEqual([['here']]);
  });

  test('renames the file, and hides and shows rows and tabs as the add-on does', async () => {
    const page = await openWith(`${menuOf(".addItem('Hide', 'hide')")}
      function hide() {
        const spreadsheet = SpreadsheetApp.getActive();
        spreadsheet.insertSheet('History').hideSheet();
        spreadsheet.getSheets()[0].activate();
        spreadsheet.getSheets()[0].hideRows(2, 3);
        spreadsheet.getSheets()[0].setColumnWidth(1, 240);
      }`);
    await page.addOnMenu('Hide');
    await page.idle();
    expect(await page.page.getByRole('tab').allTextContents()).toEqual(['Sheet1']);
    const [first, fifth] = await page.page.evaluate(() => ['A1', 'A5'].map((cell) => window.offlineHost.boxOf(cell)));
    expect([first!.width, fifth!.y - first!.y]).toEqual([240, first!.height]);
    await page.menu('File', 'Rename');
    await page.page.keyboard.type('Sales 2027');
    await page.page.keyboard.press('Enter');
    await page.idle();
    expect([page.file.properties.name, await page.page.title()]).toEqual(['Sales 2027', 'Sales 2027 – offline host']);
  });
});

describe('the add-on', () => {
  test('writes, and the grid shows it', async () => {
    const page = await openWith(`${menuOf(".addItem('Fill', 'fill')")}
      function fill() {
        SpreadsheetApp.getActive().setSpreadsheetTimeZone('Europe/Madrid');
        const sheet = SpreadsheetApp.getActiveSheet();
        sheet.getRange('A1:C1').setValues([['Deal', 'Value', 'Close']]).setFontWeight('bold').setBackground('#e8f0fe');
        sheet.setFrozenRows(1);
        sheet.getRange('A2:C3').setValues([['Acme', 1200, new Date(2027, 0, 5)], ['Globex', 800, '']]);
        sheet.getRange('B2:B3').setNumberFormat('$#,##0');
        sheet.getRange('B4').setFormula('=SUM(B2:B3)');
      }`);
    await page.addOnMenu('Fill');
    await page.idle();
    expect(await page.shownTab('Sheet1')).toEqual([
      ['Deal', 'Value', 'Close'],
      ['Acme', '$1,200', '1/5/2027'],
      ['Globex', '$800', ''],
      ['', '$2,000', ''],
    ]);
  });

  test('has its menu under its name, for the keyboard too', async () => {
    const page = await openWith(`${menuOf(
      ".addItem('First', 'first').addSeparator().addSubMenu(ui.createMenu('Reports').addItem('Pipeline', 'report'))",
    )}
      function first() {}
      function report() { SpreadsheetApp.getActive().toast('The pipeline', 'Report', -1); }`);
    const { keyboard } = page.page;
    await page.page.getByRole('menubar').getByRole('menuitem', { name: 'Extensions' }).focus();
    for (const key of ['ArrowDown', 'ArrowRight', 'ArrowDown', 'ArrowRight', 'Enter']) await keyboard.press(key);
    const toast = page.page.locator('.toast');
    expect(await toast.innerText()).toMatch(/^Report\s+The pipeline$/);
    await toast.getByRole('button', { name: 'Dismiss' }).click();
    await toast.waitFor({ state: 'detached' });
  });

  test('says why when an entry of its menu fails', async () => {
    const page = await openWith(`${menuOf(".addItem('Break', 'broken')")}
      function broken() { throw new Error('The column “Stage” is missing.'); }`);
    const printed = jest.spyOn(console, 'error').mockImplementation(() => {});
    await page.addOnMenu('Break');
    await page.notice.waitFor();
    expect(await page.notice.textContent()).toBe('broken failed: The column “Stage” is missing.');
    printed.mockRestore();
  });

  test('shows a sidebar that calls the server and hears back', async () => {
    const page = await openWith(
      `${menuOf(".addItem('Open', 'openPanel')")}
      function openPanel() {
        SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutputFromFile('panel').setTitle('My panel'));
      }
      function greet(who) { return { text: 'Hello ' + who.name }; }
      function fail() { throw new TypeError('No such deal.'); }
      function dated() { return { at: new Date() }; }
      function hidden_() {}`,
      {
        pages: {
          panel: `<!DOCTYPE html><html><head></head><body><script>
            const say = (name) => (value, user) => { document.body.append(name + '=' + JSON.stringify(value) + (user || '') + ';'); };
            const failed = (error) => say('failed')([error.name, error.message, error instanceof Error]);
            google.script.run.withSuccessHandler(say('greet')).withUserObject('!').greet({ name: 'Ann' });
            google.script.run.withFailureHandler(failed).withSuccessHandler(say('never')).fail();
            google.script.run.withSuccessHandler(say('dated')).dated();
            try { google.script.run.withFailureHandler(failed).missing(); } catch (error) { say('missing')(error.name); }
            try { google.script.run.greet('a', [1, new Date()]); } catch (error) { say('thrown')(error.message); }
            say('private')(typeof google.script.run.hidden_);
          </script></body></html>`,
        },
      },
    );
    const printed = jest.spyOn(console, 'error').mockImplementation(() => {});
    await page.addOnMenu('Open');
    const sidebar = page.page.getByRole('complementary', { name: 'My panel' });
    const body = sidebar.frameLocator('iframe').locator('body');
    await until(async () => (await body.innerText()).split(';').length, 7);
    expect((await body.innerText()).split(';').filter(Boolean).sort()).toEqual([
      'dated=null',
      'failed=["ScriptError","No such deal.",true]',
      'greet={"text":"Hello Ann"}!',
      'missing="TypeError"',
      'private="undefined"',
      'thrown="Failed due to illegal value in property: 1"',
    ]);
    expect((await sidebar.locator('iframe').boundingBox())?.width).toBe(300);
    await sidebar.getByRole('button', { name: 'Close sidebar' }).click();
    expect(await sidebar.count()).toBe(0);
    printed.mockRestore();
  });

  test('is called ten times at once, and the eleventh waits', async () => {
    const page = await openWith(
      `${menuOf(".addItem('Open', 'openPanel')")}
      function openPanel() { SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutputFromFile('panel')); }
      function linger(number) {
        const cell = SpreadsheetApp.getActiveSheet().getRange(number, 1);
        cell.setValue('here');
        while (cell.offset(0, 1).getValue() !== 'go') Utilities.sleep(10);
        return number;
      }`,
      {
        pages: {
          panel: `<p></p><script>for (let i = 1; i <= 11; i++)
            google.script.run.withSuccessHandler((n) => document.querySelector('p').append(n + ' ')).linger(i);</script>`,
        },
      },
    );
    await page.addOnMenu('Open');
    const here = async () => (await page.shownTab('Sheet1')).filter(([text]) => text === 'here').length;
    await until(here, 10);
    page.host.person.type('B4', 'go');
    await until(here, 11);
    page.host.person.paste(
      'B1',
      Array.from({ length: 11 }, () => ['go']),
    );
    const done = page.page.frameLocator('.sidebar iframe').locator('p');
    await until(async () => (await done.innerText()).trim().split(' ').length, 11);
    expect(await done.innerText()).toMatch(/^4 /);
  });

  test('runs while people go on typing, and waits for a lock that another run holds', async () => {
    const page = await openWith(`${menuOf(".addItem('Hold', 'hold').addItem('Take', 'take')")}
      function hold() {
        LockService.getDocumentLock().waitLock(1000);
        const sheet = SpreadsheetApp.getActiveSheet();
        sheet.getRange('D1').setValue('held');
        while (sheet.getRange('A1').getValue() !== 'enough') Utilities.sleep(10);
        sheet.getRange('D1').setValue('let go');
      }
      function take() {
        LockService.getDocumentLock().waitLock(20000);
        const sheet = SpreadsheetApp.getActiveSheet();
        sheet.getRange('D2').setValue('took it when: ' + sheet.getRange('D1').getValue());
      }`);
    await page.addOnMenu('Hold');
    await until(() => page.shown('D1'), 'held');
    await page.addOnMenu('Take');
    await page.click('A1');
    await page.page.keyboard.type('enough');
    await page.page.keyboard.press('Enter');
    await until(() => page.shown('D2'), 'took it when: let go');
  });

  test('asks and is answered, shows dialogs that close themselves, above the sidebar', async () => {
    const page = await openWith(
      `${menuOf(".addItem('Panel', 'panel').addItem('Ask', 'ask').addItem('Dialog', 'dialog')")}
      function panel() { SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutput('side').setTitle('Side')); }
      function ask() {
        const ui = SpreadsheetApp.getUi();
        const sure = ui.alert('Delete it?', 'There is no way back.', ui.ButtonSet.YES_NO);
        const name = ui.prompt('Name', 'Who are you?', ui.ButtonSet.OK_CANCEL);
        SpreadsheetApp.getActive().toast([sure, name.getSelectedButton(), name.getResponseText()].join(' '));
      }
      function dialog() {
        const html = '<button onclick="google.script.host.setHeight(300)">grow</button>' +
          '<button onclick="google.script.host.close()">done</button>';
        SpreadsheetApp.getUi().showModalDialog(HtmlService.createHtmlOutput(html).setWidth(500).setHeight(200), 'Import');
      }`,
    );
    await page.addOnMenu('Panel');
    await page.addOnMenu('Ask');
    const question = page.page.getByRole('alertdialog');
    await question.getByText('There is no way back.').waitFor();
    await question.getByRole('button', { name: 'Yes' }).click();
    await question.getByText('Who are you?').waitFor();
    await page.page.keyboard.type('Ann');
    await page.page.keyboard.press('Enter');
    await page.page.locator('.toast', { hasText: 'YES OK Ann' }).waitFor();

    await page.addOnMenu('Dialog');
    const dialog = page.page.getByRole('dialog', { name: 'Import' });
    const frame = dialog.locator('iframe');
    const size = async () => {
      const box = await frame.boundingBox();
      return [box?.width, box?.height];
    };
    await until(size, [500, 200]);
    await dialog.frameLocator('iframe').getByText('grow').click();
    await until(size, [500, 300]);
    await dialog.frameLocator('iframe').getByText('done').click();
    await dialog.waitFor({ state: 'detached' });
    expect(await page.page.getByRole('complementary', { name: 'Side', exact: true }).count()).toBe(1);
  });

  test('draws charts from cells, at their place, and anew when the cells change', async () => {
    const page = await openWith(
      `${menuOf(".addItem('Chart', 'chart')")}
      function chart() {
        const sheet = SpreadsheetApp.getActiveSheet();
        sheet.insertChart(sheet.newChart().asColumnChart().addRange(sheet.getRange('A1:B4')).setNumHeaders(1)
          .setTitle('Value by deal').setOption('width', 400).setOption('height', 250).setPosition(6, 3, 10, 5).build());
      }`,
      { newFile: dealsFile },
    );
    await page.addOnMenu('Chart');
    await page.idle();
    const chart = page.page.getByRole('figure', { name: 'Value by deal' });
    const box = await page.page.evaluate(() => window.offlineHost.boxOf('C6'));
    const place = await chart.boundingBox();
    expect([place!.x - box!.x, place!.y - box!.y, place!.width, place!.height]).toEqual([10, 5, 400, 250]);
    const before = await chart.screenshot();
    await page.type('B2', '500');
    expect((await chart.screenshot()).equals(before)).toBe(false);
  });

  test('is used anew when it was built anew, and the page says so', async () => {
    const page = await openWith(menuOf(".addItem('Old', 'work')"));
    page.addOn.build({
      code: `${menuOf(".addItem('New', 'work')")} function work() { SpreadsheetApp.getActive().toast('the new one'); }`,
    });
    await page.notice.waitFor();
    expect(await page.notice.textContent()).toBe('The add-on was built anew. What runs from now on is the new one.');
    await page.idle();
    await page.addOnMenu('New');
    await page.page.locator('.toast', { hasText: 'the new one' }).waitFor();
  });

  test('is shown what each run cost, for those who ask', async () => {
    const page = await openWith(`${menuOf(".addItem('Work', 'work')")}
      function work() { SpreadsheetApp.getActiveSheet().getRange('A1:B2').setValues([[1, 2], [3, 4]]); }`);
    await page.menu('Help', 'Show what runs cost');
    await page.addOnMenu('Work');
    await page.page.getByText(/^Last run: work · 1 call · 4 cells · \d+ ms$/).waitFor();
  });
});

describe('the file', () => {
  test('is the same after a reload, and after the server was started anew', async () => {
    const page = await openWith(
      `${menuOf(".addItem('Keep', 'keep').addItem('Tell', 'tell')")}
      function keep() { PropertiesService.getDocumentProperties().setProperty('seen', 'yes'); }
      function tell() { SpreadsheetApp.getActive().toast('seen: ' + PropertiesService.getDocumentProperties().getProperty('seen')); }`,
      { newFile: dealsFile },
    );
    await page.type('A5', 'Delta');
    await page.addOnMenu('Keep');
    await page.idle();
    const shown = await page.shownTab('Deals');
    await page.goto();
    expect(await page.shownTab('Deals')).toEqual(shown);

    const port = Number(new URL(page.server.url).port);
    await page.restart(port);
    expect(await page.shownTab('Deals')).toEqual(shown);
    await page.addOnMenu('Tell');
    await page.page.locator('.toast', { hasText: 'seen: yes' }).waitFor();
  });

  test('can be thrown away for a fresh one', async () => {
    const page = await openWith('', { newFile: dealsFile });
    await page.type('A2', 'Changed');
    await page.menu('File', 'Make a fresh file…');
    const reloaded = page.page.waitForEvent('load');
    await page.page.getByRole('button', { name: 'Make a fresh file' }).click();
    await reloaded;
    await page.ready();
    expect(await page.shown('A2')).toBe('Beta');
  });

  test('keeps what is typed with its row when somebody else moves rows at the same time', async () => {
    const page = await openWith('', { newFile: dealsFile });
    const letEditsThrough = await page.holdEdits();
    page.host.person.insertRows('Deals', 2);
    await page.click('A3');
    await page.page.keyboard.type('Alpha Ltd');
    await page.page.keyboard.press('Enter');
    await until(() => page.host.person.sees('Deals!A4'), [['Alpha Ltd']]);
    letEditsThrough();
    await page.idle();
    expect((await page.shownTab('Deals')).map(([deal]) => deal)).toEqual(['Deal', '', 'Beta', 'Alpha Ltd', 'Gamma']);
  });

  test('tells what it did not keep when its row was deleted at the same time', async () => {
    const page = await openWith('', { newFile: dealsFile });
    const letEditsThrough = await page.holdEdits();
    page.host.person.deleteRows('Deals', 3);
    await page.type('A3', 'Alpha Ltd', { wait: false });
    await page.notice.waitFor();
    expect(await page.notice.textContent()).toBe(
      'Your last change to Deals!A3 was not kept: rows, columns or tabs were moved there at the same time.',
    );
    letEditsThrough();
    await page.idle();
    expect((await page.shownTab('Deals')).map(([deal]) => deal)).toEqual(['Deal', 'Beta', 'Gamma']);
  });

  test('is the same in two pages at once', async () => {
    const page = await openWith('', { newFile: dealsFile });
    const other = await page.page.context().newPage();
    await other.goto(page.server.url);
    await other.evaluate(() => window.offlineHost.ready);
    await page.type('A2', 'From here');
    await until(() => other.evaluate(() => window.offlineHost.shownCell('Deals!A2')), 'From here');
  });
});

test('the page is dark when it is asked to be, and stays as the person chose it', async () => {
  const page = await openWith('', { query: '?theme=dark' });
  const theme = () => page.page.locator('html').getAttribute('data-theme');
  expect(await theme()).toBe('dark');
  await page.menu('View', 'Light theme');
  await page.goto();
  expect(await theme()).toBe('light');
});
