import { FILE_ZONE, LOCALE } from '../questions/question';
import { answerOf, SCRIPT_QUESTIONS } from './answer';
import { PROBES } from './probes';
import { same } from './same';

const RESULTS = 'Conformance results';
const HEADERS = ['Question', 'Asks', 'Expected', 'Answer', 'Same', 'Source', 'Unsure'];

/** An execution may take six minutes; the next one goes on where this one stopped. */
const LONGEST_MS = 4.5 * 60_000;

/**
 * Asks every question that needs no person, each in a fresh tab, and writes the answers down beside the expected ones.
 * Answers with all of them as JSON text, which `npm run conformance -- --compare` takes.
 */
export function askEverything(): string {
  const started = Date.now();
  const spreadsheet = SpreadsheetApp.getActiveSpreadsheet();
  const before = { locale: spreadsheet.getSpreadsheetLocale(), zone: spreadsheet.getSpreadsheetTimeZone() };
  const results = spreadsheet.getSheetByName(RESULTS) ?? newResults(spreadsheet);
  const known = new Set(
    results
      .getDataRange()
      .getDisplayValues()
      .map(([id]) => id),
  );
  const inTab = (id: string, code: (sheet: GoogleAppsScript.Spreadsheet.Sheet) => unknown): unknown => {
    const name = `Asking ${id.replace('/', ' ')}`;
    // A run that Google ended left its tab behind.
    const left = spreadsheet.getSheetByName(name);
    if (left) spreadsheet.deleteSheet(left);
    const sheet = spreadsheet.insertSheet(name);
    try {
      return answerOf(() => code(sheet));
    } finally {
      spreadsheet.deleteSheet(sheet);
    }
  };
  const keep = (row: readonly string[]) => {
    const cells = results.getRange(results.getLastRow() + 1, 1, 1, HEADERS.length).setNumberFormat('@');
    cells.setValues([[...row]]);
  };
  const inTime = () => Date.now() - started < LONGEST_MS;

  for (const { id, asks, settings, code, expect, source, unsure } of SCRIPT_QUESTIONS) {
    if (known.has(id) || !inTime()) continue;
    spreadsheet.setSpreadsheetLocale(settings?.locale ?? LOCALE);
    spreadsheet.setSpreadsheetTimeZone(settings?.timeZone ?? FILE_ZONE);
    const answer = inTab(id, (sheet) => code(spreadsheet, sheet));
    const verdict = same(answer, expect) ? 'yes' : 'NO';
    keep([id, asks, JSON.stringify(expect), JSON.stringify(answer), verdict, source, unsure ?? '']);
  }
  for (const { id, asks, code } of PROBES) {
    if (!code || known.has(id) || !inTime()) continue;
    keep([id, asks, 'open', JSON.stringify(inTab(id, code)), 'open', '', 'probe']);
  }
  spreadsheet.setSpreadsheetLocale(before.locale);
  spreadsheet.setSpreadsheetTimeZone(before.zone);
  if (!inTime()) spreadsheet.toast('Time is over. Run it again: it goes on where it stopped.', 'Conformance');
  return answersOf(results);
}

function newResults(spreadsheet: GoogleAppsScript.Spreadsheet.Spreadsheet): GoogleAppsScript.Spreadsheet.Sheet {
  const sheet = spreadsheet.insertSheet(RESULTS, 0);
  sheet.getRange(1, 1, 1, HEADERS.length).setValues([HEADERS]).setFontWeight('bold');
  sheet.setFrozenRows(1);
  return sheet;
}

function answersOf(results: GoogleAppsScript.Spreadsheet.Sheet): string {
  const [, ...rows] = results.getDataRange().getDisplayValues();
  const answers = Object.fromEntries(rows.map(([id, , , answer]) => [id, JSON.parse(answer!)]));
  const text = JSON.stringify(answers, null, 1);
  Logger.log(text);
  return text;
}
