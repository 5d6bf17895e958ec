/** Code.gs of the packed script: every question that needs no steps, for Google's realm and for the host's. */
import { pageServer } from '../questions/page-server';
import { answerOf, SCRIPT_QUESTIONS } from './answer';
import { askEverything } from './ask-everything';

export { SCRIPT_ZONE } from '../questions/question';
export { askEverything, pageServer };

/** Answers one question in the tab in front, as JSON text. */
export function ask(id: string): string {
  const question = SCRIPT_QUESTIONS.find((one) => one.id === id)!;
  const spreadsheet = SpreadsheetApp.getActiveSpreadsheet();
  return JSON.stringify(answerOf(() => question.code(spreadsheet, spreadsheet.getActiveSheet())));
}

/** Opens the page that asks the questions about pages. */
export function showPanel(): void {
  SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutputFromFile('panel').setTitle('Conformance'));
}

export const pageFunctions = Object.keys(pageServer);
