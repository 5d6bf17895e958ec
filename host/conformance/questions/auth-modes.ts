import type { Scene } from './question';
import { NOT_IN_THIS_MODE, refusal } from './refusal';

type Event = { readonly authMode: GoogleAppsScript.Script.AuthMode };

const LIFECYCLE = 'Workspace guide "Editor add-on authorization"';

/** Puts an entry of this caption into the menu: all that can be seen of a script in AuthMode NONE. */
function show(caption: string): void {
  SpreadsheetApp.getUi().createAddonMenu().addItem(caption, 'use').addToUi();
}

/** What a script may do when. */
export const authModes: readonly Scene[] = [
  {
    id: 'auth-modes/newcomer',
    asks: 'In which mode does onOpen run where the add-on was never used?',
    addOn: { onOpen: (e: Event) => show(String(e.authMode)) },
    steps: [{ do: 'open', newcomer: true }, { do: 'look at the menu' }],
    expect: [['NONE']],
    source: LIFECYCLE,
  },
  {
    id: 'auth-modes/in-use',
    asks: 'In which mode does onOpen run where the add-on is in use?',
    addOn: { onOpen: (e: Event) => show(String(e.authMode)) },
    steps: [{ do: 'open' }, { do: 'look at the menu' }],
    expect: [['LIMITED']],
    source: LIFECYCLE,
  },
  {
    id: 'auth-modes/first-use',
    asks: 'Does using the menu once change the mode for the next time?',
    addOn: { onOpen: (e: Event) => show(String(e.authMode)), use: () => null },
    steps: [{ do: 'open', newcomer: true }, { do: 'choose', item: 'NONE' }, { do: 'open' }, { do: 'look at the menu' }],
    expect: [['LIMITED']],
    source: `${LIFECYCLE}: enabled by the first use in a file`,
  },
  {
    id: 'auth-modes/properties-at-the-top',
    asks: 'What is left of the menu if the script reads properties at its top level in NONE?',
    topLevel: () => {
      PropertiesService.getDocumentProperties();
    },
    addOn: { onOpen: () => show('Entry') },
    steps: [{ do: 'open', newcomer: true }, { do: 'look at the menu' }],
    expect: [[]],
    source: LIFECYCLE,
  },
  {
    id: 'auth-modes/properties-at-the-top-later',
    asks: 'Does the same script have its menu in LIMITED?',
    topLevel: () => {
      PropertiesService.getDocumentProperties();
    },
    addOn: { onOpen: () => show('Entry') },
    steps: [{ do: 'open' }, { do: 'look at the menu' }],
    expect: [['Entry']],
    source: LIFECYCLE,
  },
  {
    id: 'auth-modes/properties-in-none',
    asks: 'What is left of the menu if onOpen reads properties in NONE?',
    addOn: {
      onOpen() {
        show(PropertiesService.getUserProperties().getProperty('x') ?? 'Entry');
      },
    },
    steps: [{ do: 'open', newcomer: true }, { do: 'look at the menu' }],
    expect: [[]],
    source: LIFECYCLE,
  },
  {
    id: 'auth-modes/file-in-none',
    asks: 'What is left of the menu if onOpen reads the file in NONE?',
    addOn: {
      onOpen() {
        show(SpreadsheetApp.getActiveSpreadsheet().getSheets()[0]!.getRange('A1').getDisplayValue() || 'Entry');
      },
    },
    steps: [{ do: 'open', newcomer: true }, { do: 'look at the menu' }],
    expect: [[]],
    source: LIFECYCLE,
  },
  {
    id: 'auth-modes/utilities-in-none',
    asks: 'May onOpen use Utilities and Logger in NONE?',
    addOn: {
      onOpen() {
        Logger.log('here');
        show(Utilities.base64Encode('A'));
      },
    },
    steps: [{ do: 'open', newcomer: true }, { do: 'look at the menu' }],
    expect: [['QQ==']],
    source: LIFECYCLE,
  },
  {
    id: 'auth-modes/locale-in-none',
    asks: 'May onOpen know the language of the user in NONE?',
    addOn: { onOpen: () => show(`locale ${typeof Session.getActiveUserLocale()}`) },
    steps: [{ do: 'open', newcomer: true }, { do: 'look at the menu' }],
    expect: [['locale string']],
    source: `${LIFECYCLE}: user data, locale only; reference "Session.getActiveUserLocale"`,
  },
  {
    id: 'auth-modes/sub-menus-in-none',
    asks: 'May onOpen make sub-menus in NONE?',
    addOn: {
      onOpen() {
        const ui = SpreadsheetApp.getUi();
        const reports = ui.createMenu('Reports').addItem('Pipeline', 'use').addSeparator().addItem('Forecast', 'use');
        ui.createAddonMenu().addItem('Start', 'use').addSubMenu(reports).addToUi();
      },
    },
    steps: [{ do: 'open', newcomer: true }, { do: 'look at the menu' }],
    expect: [['Start', 'Reports > Pipeline', 'Reports > Forecast']],
    source: `${LIFECYCLE}; Workspace guide "Custom menus for Editor add-ons"`,
  },
  {
    id: 'auth-modes/file-in-limited',
    asks: 'May onOpen read and write the file in LIMITED?',
    addOn: {
      onOpen() {
        const cell = SpreadsheetApp.getActiveSheet().getRange('A1');
        note([cell.getValue(), cell.setValue('written').getValue()]);
      },
    },
    steps: [{ do: 'open' }],
    expect: [['', 'written']],
    source: LIFECYCLE,
  },
  {
    id: 'auth-modes/properties-in-limited',
    asks: 'May onOpen use properties in LIMITED?',
    addOn: {
      onOpen() {
        note(PropertiesService.getDocumentProperties().setProperty('x', 'kept').getProperty('x'));
      },
    },
    steps: [{ do: 'open' }],
    expect: ['kept'],
    source: LIFECYCLE,
  },
  {
    id: 'auth-modes/sidebar-in-limited',
    asks: 'May onOpen show a sidebar in LIMITED?',
    addOn: {
      onOpen() {
        note(refusal(() => SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutput('<p>x</p>'))));
      },
    },
    steps: [{ do: 'open' }],
    expect: [NOT_IN_THIS_MODE],
    source: `${LIFECYCLE}; sentence: peterherrmann/BetterLog issue 29`,
  },
  {
    id: 'auth-modes/sidebar-on-edit',
    asks: 'What does Google say if onEdit shows a dialog?',
    addOn: {
      onEdit() {
        try {
          SpreadsheetApp.getUi().showModalDialog(HtmlService.createHtmlOutput('<p>x</p>'), 'x');
        } catch (error) {
          note((error as Error).message);
        }
      },
    },
    steps: [{ do: 'open' }, { do: 'type', at: 'A1', text: 'x' }],
    expect: [
      'You do not have permission to call Ui.showModalDialog. Required permissions: https://www.googleapis.com/auth/script.container.ui',
    ],
    source: `${LIFECYCLE}; log of a script in a public thread, 2024-09-25`,
  },
  {
    id: 'auth-modes/internet-in-limited',
    asks: 'May onOpen fetch something in LIMITED?',
    addOn: {
      onOpen() {
        note(refusal(() => UrlFetchApp.fetch('https://example.com')));
      },
    },
    steps: [{ do: 'open' }],
    expect: [NOT_IN_THIS_MODE],
    source: `${LIFECYCLE}, whose table contradicts a sample in the guide on menus`,
  },
  {
    id: 'auth-modes/sidebar-in-full',
    asks: 'May an entry of the menu show a sidebar?',
    addOn: {
      showIt() {
        note(refusal(() => SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutput('<p>x</p>'))));
      },
    },
    steps: [{ do: 'open' }, { do: 'run', name: 'showIt' }],
    expect: ['allowed'],
    source: LIFECYCLE,
  },
  {
    id: 'auth-modes/install',
    asks: 'In which mode does onInstall run?',
    addOn: { onInstall: (e: Event) => note(String(e.authMode)) },
    steps: [{ do: 'install' }],
    expect: ['FULL'],
    source: LIFECYCLE,
  },
  {
    id: 'auth-modes/install-makes-no-menu',
    asks: 'Is there a menu after installing if onInstall does not make it?',
    addOn: { onOpen: () => show('Entry'), onInstall: () => null },
    steps: [{ do: 'install' }, { do: 'look at the menu' }],
    expect: [[]],
    source: `${LIFECYCLE}; guide "Simple triggers": the file is open already`,
  },
  {
    id: 'auth-modes/install-opens',
    asks: 'Is there a menu after installing if onInstall calls onOpen?',
    addOn: { onOpen: () => show('Entry'), onInstall: () => show('Entry') },
    steps: [{ do: 'install' }, { do: 'look at the menu' }],
    expect: [['Entry']],
    source: LIFECYCLE,
  },
  {
    id: 'auth-modes/cache-in-limited',
    asks: 'May onOpen use the cache and a lock in LIMITED?',
    addOn: {
      onOpen() {
        note(refusal(() => CacheService.getDocumentCache()?.put('conformance', 'x')));
        note(refusal(() => LockService.getDocumentLock()?.tryLock(10)));
      },
    },
    steps: [{ do: 'open' }],
    expect: ['allowed', 'allowed'],
    source: LIFECYCLE,
    unsure: 'Its table names neither.',
  },
  {
    id: 'auth-modes/cache-in-none',
    asks: 'What is left of the menu if onOpen uses the cache in NONE?',
    addOn: {
      onOpen() {
        show(CacheService.getDocumentCache()?.get('conformance') ?? 'Entry');
      },
    },
    steps: [{ do: 'open', newcomer: true }, { do: 'look at the menu' }],
    expect: [[]],
    source: LIFECYCLE,
    unsure: 'Its table does not name the cache.',
  },
  {
    id: 'auth-modes/caught-in-none',
    asks: 'Does onOpen get its menu in NONE if it catches the refusal?',
    addOn: {
      onOpen() {
        show(refusal(() => PropertiesService.getDocumentProperties()) === 'allowed' ? 'Allowed' : 'Entry');
      },
    },
    steps: [{ do: 'open', newcomer: true }, { do: 'look at the menu' }],
    expect: [[]],
    source: `${LIFECYCLE}: such a call aborts`,
    unsure: 'The page says that the function fails; whether the error can be caught is not said.',
  },
];
