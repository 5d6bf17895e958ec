import type { Response } from '../contract/contract';
import { refreshPipelineReport } from '../services/pipeline-report';
import { say } from '../texts/say';
import { reading, writing } from './crm';
import { failureOf } from './failure';
import { languageOfUser } from './language';
import { startOf } from './methods';

/**
 * Makes the menu when a file is opened. Runs before the user has allowed anything (AuthMode NONE), so it may do nothing
 * but this, and ask for the user's language. Source: Workspace guide "Editor add-on authorization".
 */
export function onOpen(): void {
  const ui = SpreadsheetApp.getUi();
  ui.createAddonMenu()
    .addItem(say('menu.open'), 'openSidebar')
    .addItem(say('menu.import'), 'openImport')
    .addSubMenu(ui.createMenu(say('menu.reports')).addItem(say('menu.pipeline'), 'pipelineReport'))
    .addItem(say('menu.repair'), 'openRepair')
    .addSeparator()
    .addItem(say('menu.setUp'), 'setUpCrm')
    .addItem(say('menu.about'), 'openAbout')
    .addToUi();
}

/** Runs after an installation from inside the editor, where the file is open already. */
export function onInstall(): void {
  onOpen();
}

/** Shows the sidebar. */
export function openSidebar(): void {
  orTell(() => {
    const output = page('sidebar').setTitle('Sheety CRM');
    SpreadsheetApp.getUi().showSidebar(output);
  });
}

/** Shows the import dialog. */
export function openImport(): void {
  orTell(() => {
    const output = page('import').setWidth(760).setHeight(600);
    SpreadsheetApp.getUi().showModalDialog(output, say('menu.import'));
  });
}

/** Shows the last actions, and rows that need care. Beside the grid, not over it: people look at the rows. */
export function openRepair(): void {
  orTell(() => {
    const output = page('repair').setWidth(460).setHeight(480);
    SpreadsheetApp.getUi().showModelessDialog(output, say('menu.repair'));
  });
}

/** Shows what the add-on is and what it can see. */
export function openAbout(): void {
  orTell(() => {
    const output = page('about').setWidth(440).setHeight(420);
    SpreadsheetApp.getUi().showModalDialog(output, say('title.about'));
  });
}

/** Makes the tabs of the CRM, or completes them. */
export function setUpCrm(): void {
  orTell(() => {
    writing('sidebar', (crm) => crm.setUp());
    SpreadsheetApp.getActiveSpreadsheet().toast(say('told.setUp'), 'Sheety CRM', 6);
  });
}

/** Makes or refreshes the pipeline report. */
export function pipelineReport(): void {
  orTell(() => {
    const name = writing('sidebar', refreshPipelineReport);
    SpreadsheetApp.getActiveSpreadsheet().toast(say('told.report', { name }), 'Sheety CRM', 5);
  });
}

/** People get a sentence in a dialog, never Google's red bar with a raw exception. */
function orTell(act: () => void): void {
  try {
    act();
  } catch (error) {
    const ui = SpreadsheetApp.getUi();
    ui.alert('Sheety CRM', failureOf(error).message, ui.ButtonSet.OK);
  }
}

/** A page in the language of the user, with the first answer. */
function page(name: string): GoogleAppsScript.HTML.HtmlOutput {
  const language = languageOfUser();
  const file = language === 'en' ? name : `${name}.${language}`;
  return HtmlService.createHtmlOutputFromFile(file).append(firstAnswer());
}

/** The first answer travels inside the page, so that it draws itself without asking. `<` is escaped: the text is data. */
function firstAnswer(): string {
  const response: Response = { answers: [startAnswer()] };
  const json = JSON.stringify(response)
    .replace(/</g, '\\u003c')
    .replace(/\u2028/g, '\\u2028')
    .replace(/\u2029/g, '\\u2029');
  return `<script type="application/json" id="first">${json}</script>`;
}

function startAnswer(): Response['answers'][number] {
  try {
    return { ok: true, value: reading(startOf) };
  } catch (error) {
    return { ok: false, error: failureOf(error) };
  }
}
