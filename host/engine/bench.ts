/** Prints what the engine costs, for the decision page on it. Run by `npm run bench:engine`. */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Calculator } from './calculator';
import { SpreadsheetFile } from './file';
import { loadFile, saveFile } from './on-disk';
import { blankSheet, plainSheet } from './sheet';
import type { CellValue } from './values';

const properties = { name: 'Bench', locale: 'en_US', timeZone: 'America/New_York' };
const STAGES = ['Prospecting', 'Discovery', 'Proposal', 'Negotiation', 'Closed Won'];

const timed = <T>(what: string, act: () => T, times = 1): T => {
  const start = performance.now();
  let result = act();
  for (let i = 1; i < times; i++) result = act();
  const each = (performance.now() - start) / times;
  const memory = Math.round(process.memoryUsage().rss / 1e6);
  console.log(`${what.padEnd(64)} ${each.toFixed(each < 1 ? 4 : 1).padStart(10)} ms   ${memory} MB`);
  return result;
};

function fill(file: SpreadsheetFile, name: string, rows: number, columns: number): number {
  const id = file.newId();
  file.apply({
    kind: 'insert-sheet',
    index: file.sheets.length,
    snapshot: blankSheet(id, plainSheet(name), rows + 1, columns),
  });
  const values = Array.from({ length: rows }, (_, r) =>
    Array.from({ length: columns }, (_, c): CellValue => (c === 1 ? STAGES[r % 5]! : c % 3 ? r * c : `text ${r} ${c}`)),
  );
  file.apply({ kind: 'cells', sheet: id, row: 1, column: 0, layers: { values } });
  return id;
}

for (let i = 0; i < 3; i++) timed('open a small file', () => new Calculator(new SpreadsheetFile(properties)));

for (const [label, tabs] of [
  ['200,000 cells', [[10_000, 20]]],
  [
    '2.3 million cells (10k leads, 50k deals, 100k activities)',
    [
      [10_000, 18],
      [50_000, 20],
      [100_000, 12],
    ],
  ],
] as const) {
  console.log(`\n${label}`);
  const file = new SpreadsheetFile(properties);
  const ids = timed('fill', () => tabs.map(([rows, columns], i) => fill(file, `Tab${i}`, rows, columns)));
  const last = ids.at(-1)!;
  const calculator = new Calculator(file);
  let n = 0;
  timed(
    'write one cell',
    () => file.apply({ kind: 'cells', sheet: last, row: n % 9000, column: 3, layers: { values: [[n++]] } }),
    1000,
  );
  const grid = file.sheet(last)!.grid;
  timed('read everything of the largest tab', () => grid.values(grid.whole()));
  timed(
    'insert ten rows',
    () => file.apply({ kind: 'shift', sheet: last, shift: { kind: 'insert', axis: 'row', at: 5, count: 10 } }),
    10,
  );
  timed(
    'delete ten rows',
    () => file.apply({ kind: 'shift', sheet: last, shift: { kind: 'delete', axis: 'row', at: 5, count: 10 } }),
    10,
  );
  timed('insert a column', () =>
    file.apply({ kind: 'shift', sheet: last, shift: { kind: 'insert', axis: 'column', at: 2, count: 1 } }),
  );
  timed('undo it', () => file.undo('bench'));

  const report = file.newId();
  file.apply({ kind: 'insert-sheet', index: 0, snapshot: blankSheet(report, plainSheet('Report'), 100, 10) });
  const formulas = STAGES.map((stage) => [
    `=COUNTIFS(Tab0!B2:B,"${stage}")`,
    `=SUMIFS(Tab0!C2:C,Tab0!B2:B,"${stage}")`,
  ]);
  file.apply({
    kind: 'cells',
    sheet: report,
    row: 0,
    column: 0,
    layers: { formulas, values: formulas.map((row) => row.map(() => '')) },
  });
  timed('ten formulas over a tab, first results', () => calculator.calculate());
  const tab = ids[0]!;
  timed(
    'one cell they look at, and their results again',
    () => {
      file.apply({ kind: 'cells', sheet: tab, row: 7, column: 2, layers: { values: [[n++]] } });
      calculator.calculate();
    },
    5,
  );
  console.log(
    '  results:',
    JSON.stringify(file.sheet(report)!.grid.values({ row: 0, column: 0, rows: 2, columns: 2 })),
  );

  const folder = mkdtempSync(join(tmpdir(), 'sheety-bench-'));
  const path = join(folder, 'file.json');
  timed('save to disk', () => saveFile(file, path));
  if (existsSync(path)) timed('open from disk', () => loadFile(path));
  rmSync(folder, { recursive: true });
  calculator.close();
}
process.exit(0);
