import { answerOf, hostWith } from './little-add-on';

const UI = 'const ui = SpreadsheetApp.getUi();';
const asked = (expression: string, ...answers: { button: string; text: string }[]) => {
  const host = hostWith(`function answer() { ${UI} return ${expression}; }`);
  host.screen.answers.push(...answers);
  const value = host.call('answer');
  return { value, questions: host.screen.questions };
};

describe('alerts and prompts', () => {
  test.each([
    ["ui.alert('Done')", { kind: 'alert', title: '', prompt: 'Done', buttons: 'OK' }],
    ['ui.alert(12, ui.ButtonSet.YES_NO)', { kind: 'alert', title: '', prompt: '12', buttons: 'YES_NO' }],
    [
      "ui.alert('Sure?', 'It is gone then.', ui.ButtonSet.OK_CANCEL)",
      { kind: 'alert', title: 'Sure?', prompt: 'It is gone then.', buttons: 'OK_CANCEL' },
    ],
    ["ui.prompt('Name?')", { kind: 'prompt', title: '', prompt: 'Name?', buttons: 'OK' }],
    [
      "ui.prompt('You', 'Name?', ui.ButtonSet.YES_NO_CANCEL)",
      { kind: 'prompt', title: 'You', prompt: 'Name?', buttons: 'YES_NO_CANCEL' },
    ],
    ["Browser.msgBox('Done')", { kind: 'alert', title: '', prompt: 'Done', buttons: 'OK' }],
    [
      "Browser.inputBox('You', 'Name?', Browser.Buttons.OK_CANCEL)",
      { kind: 'prompt', title: 'You', prompt: 'Name?', buttons: 'OK_CANCEL' },
    ],
  ])('%s', (expression, question) => {
    expect(asked(`String(${expression})`).questions).toEqual([question]);
  });

  test('answer with the button, and CLOSE for the X; a prompt keeps what was typed', () => {
    expect(asked("ui.alert('?') === ui.Button.CLOSE", { button: 'CLOSE', text: '' }).value).toBe(true);
    expect(
      asked(
        "(() => { const r = ui.prompt('?', ui.ButtonSet.OK_CANCEL); return [r.getSelectedButton() === ui.Button.CANCEL, r.getResponseText()]; })()",
        { button: 'CANCEL', text: 'half' },
      ).value,
    ).toEqual([true, 'half']);
  });

  test('of Browser answer with small words, and with cancel for the X', () => {
    const [yes, close, ok] = [
      { button: 'YES', text: '' },
      { button: 'CLOSE', text: 'half' },
      { button: 'OK', text: 'Ann' },
    ];
    expect(
      asked(
        "[Browser.msgBox('a', Browser.Buttons.YES_NO), Browser.msgBox('b'), Browser.inputBox('c'), Browser.inputBox('d')]",
        yes,
        close,
        ok,
        close,
      ).value,
    ).toEqual(['yes', 'cancel', 'Ann', 'cancel']);
  });

  test.each([
    ['ui.alert()', '()', 'Ui.alert'],
    ["ui.alert('a', 'b')", '(String,String)', 'Ui.alert'],
    ['ui.prompt(null)', '(null)', 'Ui.prompt'],
    ["Browser.msgBox('a', 'OK')", '(String,String)', 'Browser.msgBox'],
    ["ui.showModalDialog(HtmlService.createHtmlOutput('x'))", '(HtmlService.HtmlOutput)', 'Ui.showModalDialog'],
    ['ui.createMenu()', '()', 'Ui.createMenu'],
    ["ui.createAddonMenu().addItem('a')", '(String)', 'Menu.addItem'],
    ["ui.createAddonMenu().addItem('a', 1)", '(String,number)', 'Menu.addItem'],
    ["ui.createAddonMenu().addSubMenu('a')", '(String)', 'Menu.addSubMenu'],
  ])('%s fits no method', (expression, parameters, method) => {
    expect(() => asked(expression)).toThrow(
      `The parameters ${parameters} don't match the method signature for ${method}.`,
    );
  });
});

describe('panels', () => {
  test('take their titles and sizes from the page or the call', () => {
    const host = hostWith(`
      ${UI}
      const page = () => HtmlService.createHtmlOutput('x').setTitle('Page').setWidth(400).setHeight(200);
      function side() { ui.showSidebar(page()); }
      function modal() { ui.showModalDialog(page(), 'Call'); }
      function modeless() { ui.showModelessDialog(page(), 'Call 2'); }
      function old() { SpreadsheetApp.getActive().show(page()); }`);
    const shown = ['side', 'modal', 'modeless', 'old'].map((name) => {
      host.call(name);
      const { kind, title, width, height } = host.screen.panel!;
      return [kind, title, width, height];
    });
    expect(shown).toEqual([
      ['sidebar', 'Page', 400, 200],
      ['modal', 'Call', 400, 200],
      ['modeless', 'Call 2', 400, 200],
      ['modal', 'Page', 400, 200],
    ]);
  });

  test('need an HtmlOutput', () => {
    expect(() => answerOf("SpreadsheetApp.getUi().showSidebar('<p></p>')")).toThrow('Invalid argument: userInterface');
  });
});

describe('menus', () => {
  test('of an add-on end with Help, others do not', () => {
    const host = hostWith(`function onOpen() {
      ${UI}
      ui.createAddonMenu().addItem('Open', 'open').addSeparator().addSubMenu(ui.createMenu('More').addItem('Deep', 'deep')).addToUi();
      ui.createMenu('Extra').addItem('Try', 'tried').addToUi();
      SpreadsheetApp.getActive().addMenu('Old', [{ name: 'Run', functionName: 'old' }, null]);
    }`);
    const { menu, menus } = host.screen;
    expect(menu).toEqual({
      kind: 'menu',
      caption: '',
      addon: true,
      entries: [
        { kind: 'item', caption: 'Open', functionName: 'open' },
        { kind: 'separator' },
        {
          kind: 'menu',
          caption: 'More',
          addon: false,
          entries: [{ kind: 'item', caption: 'Deep', functionName: 'deep' }],
        },
        { kind: 'help' },
      ],
    });
    expect([...menus].map(([caption, own]) => [caption, own.kind === 'menu' && own.entries.length])).toEqual([
      ['Extra', 1],
      ['Old', 2],
    ]);
    expect([...host.menu().keys()]).toEqual(['Open', 'More > Deep', 'Try', 'Run']);
  });

  test('of an add-on that has none hold Help alone', () => {
    const { screen } = hostWith('');
    screen.setMenu(null);
    expect(screen.menu).toEqual({ kind: 'menu', caption: '', addon: true, entries: [{ kind: 'help' }] });
  });
});
