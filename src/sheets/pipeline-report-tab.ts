import type { PipelineReport } from '../domain/crm';
import type { Stage } from '../domain/settings';
import type { Book } from './book';
import type { CellValue } from './codec';
import { columnOf, readLayout } from './layout';
import { opportunityTable } from './tables';
import { writeBlock } from './writing';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

const HEADERS = ['Pipeline', 'Stage', 'Probability', 'Deals', 'Value', 'Weighted value'] as const;
const WIDTH = HEADERS.length;
/** Row 1 the title, 2 what it says, 3 the currency; 5 the headers of the open stages. */
const CURRENCY_CELL = '$B$3';
const FIRST = 6;

/** What formulas call the columns of the deals: whole columns below the header, whoever moved them. */
type Columns = Readonly<Record<'id' | 'pipeline' | 'stage' | 'value' | 'probability' | 'currency', string>>;

function columnsOfDeals(sheet: Sheet): Columns {
  const layout = readLayout(sheet, opportunityTable.fields);
  const tab = `'${sheet.getName().replace(/'/g, "''")}'`;
  const reach = (field: keyof Columns) => {
    const column = columnOf(layout, opportunityTable.fields, field);
    const letters = sheet.getRange(1, column).getA1Notation().replace(/\d+/, '');
    return `${tab}!$${letters}$${layout.headerRow + 1}:$${letters}`;
  };
  return {
    id: reach('id'),
    pipeline: reach('pipeline'),
    stage: reach('stage'),
    value: reach('value'),
    probability: reach('probability'),
    currency: reach('currency'),
  };
}

/**
 * Live formulas for one row. Names are compared by equality: SUMIFS would read `<5k` or `A*` as a condition. A deal
 * without a currency has the file's default; a deal without a probability has its stage's, unless that is not set.
 */
function formulasOf(
  row: number,
  columns: Columns,
  defaultCurrency: string,
): { deals: string; value: string; weighted: string } {
  const { pipeline, stage, value, probability, currency } = columns;
  const counted = `(${pipeline}=$A${row})*(${stage}=$B${row})*((${currency}=${CURRENCY_CELL})+(${currency}="")*(${CURRENCY_CELL}="${defaultCurrency}"))`;
  return {
    deals: `=SUMPRODUCT(${counted})`,
    value: `=SUMPRODUCT(${counted},${value})`,
    weighted: `=SUMPRODUCT(${counted},${value},${probability})+N($C${row})*SUMPRODUCT(${counted}*(${probability}=""),${value})`,
  };
}

/** Writes the whole report and shows it. Formulas keep it true from then on; choosing it again picks up new stages. */
export function writePipelineReport(book: Book, report: PipelineReport, defaultCurrency: string): string {
  const deals = book.findTab('opportunities')!;
  const columns = columnsOfDeals(deals);
  const existing = book.findTab('pipelineReport');
  const sheet = existing ?? book.insertTab('pipelineReport');
  if (existing) sheet.getRange(1, 1, sheet.getMaxRows(), WIDTH).clearContent();
  book.remember({ pipelineReport: sheet.getSheetId() });

  const rows: CellValue[][] = [];
  const blank = (): CellValue[] => new Array<CellValue>(WIDTH).fill('');
  const line = (...cells: CellValue[]) => rows.push([...cells, ...blank()].slice(0, WIDTH));
  const formulas: { row: number; column: number; formula: string }[] = [];
  const put = (column: number, formula: string) => formulas.push({ row: rows.length, column, formula });

  line('Pipeline report');
  line('Open deals by stage. Weighted value is value times probability; deals with no probability are left out of it.');
  line('Currency', defaultCurrency, '', '', '', '');
  line();
  line(...HEADERS);
  const stageRow = (stage: Stage, weighted: boolean) => {
    line(stage.pipeline, stage.name, weighted ? (stage.probability ?? '') : '');
    const made = formulasOf(rows.length, columns, defaultCurrency);
    put(4, made.deals);
    put(5, made.value);
    if (weighted) put(6, made.weighted);
  };
  const totalRow = (title: string, first: number, weighted: boolean) => {
    line(title);
    for (const column of weighted ? [4, 5, 6] : [4, 5])
      put(column, `=SUM(${letter(column)}${first}:${letter(column)}${rows.length - 1})`);
  };
  for (const stage of report.open) stageRow(stage, true);
  const total = rows.length + 1;
  totalRow('Open pipeline', FIRST, true);
  line();
  const closed = rows.length + 2;
  line('Closed', 'Stage', '', 'Deals', 'Value');
  for (const stage of report.closed) stageRow(stage, false);
  totalRow('Closed deals', closed, false);
  const closedTotal = rows.length;
  line();
  // Deals whose stage Settings does not list, or in another currency, must not vanish from sight.
  line('Deals not in these figures');
  put(4, `=COUNTA(${columns.id})-$D$${total}-$D$${closedTotal}`);

  sheet
    .getRange(1, 1, rows.length, WIDTH)
    .setNumberFormats(rows.map(() => ['@', '@', '0%', '#,##0', '#,##0.00', '#,##0.00']));
  writeBlock(sheet, 1, 1, rows);
  writeFormulas(sheet, formulas, rows.length);
  style(sheet, [5, closed - 1], [total, closedTotal]);
  drawChart(sheet, total - 1, rows.length);
  sheet.activate();
  return sheet.getName();
}

const letter = (column: number): string => String.fromCharCode(64 + column);

/** Columns D to F as one block: a formula or nothing in each cell. */
function writeFormulas(
  sheet: Sheet,
  formulas: readonly { row: number; column: number; formula: string }[],
  height: number,
): void {
  const block = Array.from({ length: height - FIRST + 1 }, () => ['', '', '']);
  for (const { row, column, formula } of formulas) block[row - FIRST]![column - 4] = formula;
  // Headers of the closed block stand among them; text is left where a formula is not.
  const filled = block.map((cells, index) =>
    cells.every((cell) => cell === '') ? null : { row: FIRST + index, cells },
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
    sheet.getRange(FIRST + start, 4, run.length, 3).setFormulas(run);
    start = end;
  }
}

function style(sheet: Sheet, headers: readonly number[], totals: readonly number[]): void {
  const all = [1, ...headers, ...totals].map((row) => `A${row}:${letter(WIDTH)}${row}`);
  sheet.getRangeList(all).setFontWeight('bold');
  sheet.getRangeList(headers.map((row) => `A${row}:${letter(WIDTH)}${row}`)).setBackground('#f1efe9');
  const figures = headers.map((row) => `C${row}:${letter(WIDTH)}${row}`);
  sheet.getRangeList(figures).setHorizontalAlignment('right');
  sheet.setColumnWidths(1, 2, 160);
  sheet.setColumnWidths(3, 4, 135);
}

/**
 * Under the table, where it is seen beside an open sidebar too. A chart that somebody restyled or moved stays so, unless
 * the table has grown under it.
 */
function drawChart(sheet: Sheet, lastStage: number, rows: number): void {
  const labels = sheet.getRange(FIRST - 1, 2, lastStage - FIRST + 2, 1);
  const figures = sheet.getRange(FIRST - 1, 5, lastStage - FIRST + 2, 2);
  const old = sheet.getCharts().find((chart) => chart.getRanges().some((range) => isLabels(range)));
  const builder = (old ? old.modify().clearRanges() : newChart(sheet))
    .addRange(labels)
    .addRange(figures)
    .setNumHeaders(1);
  const covers = !old || old.getContainerInfo().getAnchorRow() <= rows;
  const chart = (covers ? builder.setPosition(rows + 2, 1, 10, 0) : builder).build();
  if (old) sheet.updateChart(chart);
  else sheet.insertChart(chart);
}

const isLabels = (range: GoogleAppsScript.Spreadsheet.Range): boolean =>
  range.getRow() === FIRST - 1 && range.getColumn() === 2;

const newChart = (sheet: Sheet): GoogleAppsScript.Spreadsheet.EmbeddedChartBuilder =>
  sheet
    .newChart()
    .asColumnChart()
    .setTitle('Open pipeline by stage')
    .setColors(['#35618f', '#c9a227'])
    .setOption('width', 860)
    .setOption('height', 340);
