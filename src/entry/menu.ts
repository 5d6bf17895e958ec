import type { Response } from '../contract/contract';
import { refreshPipelineReport } from '../services/pipeline-report';
import { reading, writing } from './crm';
import { failureOf } from './failure';
import { startOf } from './methods';

/**
 * Makes the menu when a file is opened. Runs before the user has allowed anything (AuthMode NONE), so it may do nothing
 * but this. Source: Workspace guide "Editor add-on authorization".
 */
export function onOpen(): void {
  const ui = SpreadsheetApp.getUi();
  ui.createAddonMenu()
    .addItem('Open CRM', 'openSidebar')
    .addItem('Import leads or deals', 'openImport')
    .addSubMenu(ui.createMenu('Reports').addItem('Pipeline', 'pipelineReport'))
    .addItem('Undo and repair', 'openRepair')
    .addSeparator()
    .addItem('Set up CRM', 'setUpCrm')
    .addItem('About and privacy', 'openAbout')
    .addToUi();
}

/** Runs after an installation from inside the editor, where the file is open already. */
export function onInstall(): void {
  onOpen();
}

/** Shows the sidebar. */
export function openSidebar(): void {
  orTell(() => {
    const output = HtmlService.createHtmlOutputFromFile('sidebar').append(firstAnswer()).setTitle('Sheety CRM');
    SpreadsheetApp.getUi().showSidebar(output);
  });
}

/** Shows the import dialog. */
export function openImport(): void {
  orTell(() => {
    const output = HtmlService.createHtmlOutputFromFile('import').append(firstAnswer()).setWidth(760).setHeight(600);
    SpreadsheetApp.getUi().showModalDialog(output, 'Import leads or deals');
  });
}

/** Shows the last actions, and rows that need care. Beside the grid, not over it: people look at the rows. */
export function openRepair(): void {
  orTell(() => {
    const output = HtmlService.createHtmlOutputFromFile('repair').append(firstAnswer()).setWidth(460).setHeight(480);
    SpreadsheetApp.getUi().showModelessDialog(output, 'Undo and repair');
  });
}

/** Shows what the add-on is and what it can see. */
export function openAbout(): void {
  orTell(() => {
    const output = HtmlService.createHtmlOutputFromFile('about').append(firstAnswer()).setWidth(440).setHeight(420);
    SpreadsheetApp.getUi().showModalDialog(output, 'About Sheety CRM');
  });
}

/** Makes the tabs of the CRM, or completes them. */
export function setUpCrm(): void {
  orTell(() => {
    writing('sidebar', (crm) => crm.setUp());
    SpreadsheetApp.getActiveSpreadsheet().toast('Your tabs are ready. Choose “Open CRM” to begin.', 'Sheety CRM', 6);
  });
}

/** Makes or refreshes the pipeline report. */
export function pipelineReport(): void {
  orTell(() => {
    const name = writing('sidebar', refreshPipelineReport);
    SpreadsheetApp.getActiveSpreadsheet().toast(`“${name}” is up to date and follows the sheet.`, 'Sheety CRM', 5);
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
