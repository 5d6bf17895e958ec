import type { PipelineReport } from '../domain/crm';
import { CrmError } from '../domain/errors';
import type { Stage } from '../domain/settings';
import { say } from '../texts/say';
import { type Book, missingTab } from './book';
import type { CellValue } from './codec';
import { HEADER_BACKGROUND } from './header-style';
import { lettersOf } from './letters';
import { columnsOfDeals, type DealColumns, formulasOf, isDeal } from './pipeline-formulas';
import { writeBlock } from './writing';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

const HEADERS = ['Pipeline', 'Stage', 'Probability', 'Deals', 'Value', 'Weighted value'] as const;
const WIDTH = HEADERS.length;
const TITLE = 'Pipeline report';
/** From its title on: row 2 what it says, 3 the currency; 5 the headers of the open stages. */
const FIRST = 6;
/** The last row of the table, by which it is known where an older one ends. */
const REST = 'Deals not in these figures';
/** Beside the table where there are several pipelines: two of them may have stages of one name. */
const LABELS = { column: WIDTH + 1, header: 'In the chart' };

/**
 * Writes the whole report and shows it. Formulas keep it true from then on; choosing it again picks up new stages. Sheets
 * follows columns that people move once the formulas stand; where they moved any before, it is written again. Throws `BUSY`.
 */
export function writePipelineReport(book: Book, report: PipelineReport, defaultCurrency: string): string {
  const deals = book.findTab('opportunities');
  if (!deals) throw missingTab('opportunities');
  let columns = columnsOfDeals(deals);
  for (let tries = 0; tries < 3; tries++) {
    const name = write(book, report, defaultCurrency, columns);
    const now = columnsOfDeals(deals);
    if (JSON.stringify(now) === JSON.stringify(columns)) return name;
    columns = now;
  }
  throw new CrmError('BUSY', say('tab.columnsMove', { tab: deals.getName() }));
}

function write(book: Book, report: PipelineReport, defaultCurrency: string, columns: DealColumns): string {
  const existing = book.findTab('pipelineReport');
  const sheet = existing ?? book.insertTab('pipelineReport');
  book.remember({ pipelineReport: sheet.getSheetId() });

  const above = existing ? rowsAbove(sheet) : 0;
  const rows: CellValue[][] = [];
  const here = () => above + rows.length;
  const blank = (): CellValue[] => new Array<CellValue>(WIDTH).fill('');
  const line = (...cells: CellValue[]) => rows.push([...cells, ...blank()].slice(0, WIDTH));
  const formulas: { row: number; column: number; formula: string }[] = [];
  const put = (column: number, formula: string) => formulas.push({ row: here(), column, formula });

  line(TITLE);
  line('Open deals by stage. Weighted value is value times probability; deals with no probability are left out of it.');
  line('Currency', defaultCurrency, '', '', '', '');
  line();
  line(...HEADERS);
  const stageRow = (stage: Stage, weighted: boolean) => {
    line(stage.pipeline, stage.name, weighted ? (stage.probability ?? '') : '');
    const made = formulasOf(here(), columns, defaultCurrency, `$B$${above + 3}`);
    put(4, made.deals);
    put(5, made.value);
    if (weighted) put(6, made.weighted);
  };
  const totalRow = (title: string, first: number, weighted: boolean) => {
    line(title);
    for (const column of weighted ? [4, 5, 6] : [4, 5])
      put(column, `=SUM(${lettersOf(column)}${first}:${lettersOf(column)}${here() - 1})`);
  };
  for (const stage of report.open) stageRow(stage, true);
  const total = here() + 1;
  totalRow('Open pipeline', above + FIRST, true);
  line();
  const closed = here() + 2;
  line('Closed', 'Stage', '', 'Deals', 'Value');
  for (const stage of report.closed) stageRow(stage, false);
  totalRow('Closed deals', closed, false);
  const closedTotal = here();
  line();
  // Deals whose stage Settings does not list, or in another currency, must not vanish from sight.
  line(REST);
  put(4, `=SUMPRODUCT(${isDeal(columns)})-$D$${total}-$D$${closedTotal}`);

  const labels = clearOld(sheet, above, rows.length) ? labelsOf(report.open) : [];
  sheet
    .getRange(above + 1, 1, rows.length, WIDTH)
    .setNumberFormats(rows.map(() => ['@', '@', '0%', '#,##0', '#,##0.00', '#,##0.00']));
  writeBlock(sheet, above + 1, 1, rows);
  writeFormulas(sheet, formulas, above + FIRST, here());
  style(sheet, above + 1, [above + FIRST - 1, closed - 1], [total, closedTotal]);
  if (labels.length > 0) {
    writeBlock(sheet, above + FIRST - 1, LABELS.column, labels);
    sheet.getRange(above + FIRST - 1, LABELS.column, labels.length, 1).setFontColor('#9a9a9a');
  }
  drawChart(sheet, above + FIRST - 1, labels.length > 0 ? LABELS.column : 2, total - 1, here());
  sheet.activate();
  return sheet.getName();
}

/** How many rows people have put above the report. */
function rowsAbove(sheet: Sheet): number {
  const cells = sheet.getRange(1, 1, sheet.getMaxRows(), 1).getValues();
  return Math.max(
    0,
    cells.findIndex(([first]) => first === TITLE),
  );
}

/**
 * Takes the old table away, and nothing that people put above, below or beside it: a longer one pushes down what is in its way. Answers whether
 * the column of labels is ours to write.
 */
function clearOld(sheet: Sheet, above: number, height: number): boolean {
  const missing = LABELS.column - sheet.getMaxColumns();
  if (missing > 0) sheet.insertColumnsAfter(sheet.getMaxColumns(), missing);
  // With a row for the chart to hang on.
  const lack = above + height + 2 - sheet.getMaxRows();
  if (lack > 0) sheet.insertRowsAfter(sheet.getMaxRows(), lack);
  const cells = sheet.getRange(above + 1, 1, sheet.getMaxRows() - above, LABELS.column).getValues();
  const end = cells.findIndex(([first]) => first === REST) + 1;
  const beside = cells.slice(0, Math.max(end, height)).map((line) => line[LABELS.column - 1]);
  const isOurs = beside[FIRST - 2] === LABELS.header || beside.every((cell) => cell === '');
  if (end > 0) {
    const old = sheet.getRange(above + 1, 1, end, beside[FIRST - 2] === LABELS.header ? LABELS.column : WIDTH);
    old.clearContent().clearFormat();
  }
  const isInTheWay = end > 0 && cells.slice(end, height).some((line) => line.some((cell) => cell !== ''));
  if (isInTheWay) sheet.insertRowsAfter(above + end, height - end);
  return isOurs;
}

/** What the chart calls the open stages, below a header; nothing where the names of the stages do. */
function labelsOf(open: readonly Stage[]): string[][] {
  if (new Set(open.map(({ pipeline }) => pipeline)).size < 2) return [];
  return [[LABELS.header], ...open.map(({ pipeline, name }) => [`${pipeline} · ${name}`])];
}

/** Columns D to F as one block: a formula or nothing in each cell. */
function writeFormulas(
  sheet: Sheet,
  formulas: readonly { row: number; column: number; formula: string }[],
  first: number,
  last: number,
): void {
  const block = Array.from({ length: last - first + 1 }, () => ['', '', '']);
  for (const { row, column, formula } of formulas) block[row - first]![column - 4] = formula;
  // Headers of the closed block stand among them; text is left where a formula is not.
  const filled = block.map((cells, index) =>
    cells.every((cell) => cell === '') ? null : { row: first + index, cells },
  );
  let start = 0;
  while (start < filled.length) {
    if (!filled[start]) {
      start++;
      continue;
    }
    let end = start;
    while (filled[end]) end++;
    const run = filled.slice(start, end).map((item) => item!.cells);
    sheet.getRange(first + start, 4, run.length, 3).setFormulas(run);
    start = end;
  }
}

function style(sheet: Sheet, title: number, headers: readonly number[], totals: readonly number[]): void {
  const all = [title, ...headers, ...totals].map((row) => `A${row}:${lettersOf(WIDTH)}${row}`);
  sheet.getRangeList(all).setFontWeight('bold');
  sheet.getRangeList(headers.map((row) => `A${row}:${lettersOf(WIDTH)}${row}`)).setBackground(HEADER_BACKGROUND);
  const figures = headers.map((row) => `C${row}:${lettersOf(WIDTH)}${row}`);
  sheet.getRangeList(figures).setHorizontalAlignment('right');
  sheet.setColumnWidths(1, 2, 160);
  sheet.setColumnWidths(3, 4, 135);
}

/**
 * Under the table, where it is seen beside an open sidebar too. A chart that somebody restyled or moved stays so, unless
 * the table has grown under it.
 */
function drawChart(sheet: Sheet, top: number, labelColumn: number, lastStage: number, rows: number): void {
  const labels = sheet.getRange(top, labelColumn, lastStage - top + 1, 1);
  const figures = sheet.getRange(top, 5, lastStage - top + 1, 2);
  const old = sheet.getCharts().find((chart) => chart.getRanges().some((range) => isLabels(range, top)));
  const builder = (old ? old.modify().clearRanges() : newChart(sheet))
    .addRange(labels)
    .addRange(figures)
    .setNumHeaders(1);
  const covers = !old || old.getContainerInfo().getAnchorRow() <= rows;
  const chart = (covers ? builder.setPosition(rows + 2, 1, 10, 0) : builder).build();
  if (old) sheet.updateChart(chart);
  else sheet.insertChart(chart);
}

const isLabels = (range: GoogleAppsScript.Spreadsheet.Range, top: number): boolean =>
  range.getRow() === top && [2, LABELS.column].includes(range.getColumn());

const newChart = (sheet: Sheet): GoogleAppsScript.Spreadsheet.EmbeddedChartBuilder =>
  sheet
    .newChart()
    .asColumnChart()
    .setTitle('Open pipeline by stage')
    .setColors(['#35618f', '#c9a227'])
    .setOption('width', 860)
    .setOption('height', 340);
