/** The thread that works formulas out. Univer's engine is asynchronous; Apps Script is not, so its callers wait outside. */

import type { MessagePort } from 'node:worker_threads';
import { workerData } from 'node:worker_threads';
import {
  CellValueType,
  type ICellData,
  ICommandService,
  type IWorkbookData,
  LocaleType,
  LogLevel,
  Univer,
  UniverInstanceType,
  type Workbook,
} from '@univerjs/core';
import {
  IFunctionService,
  SetArrayFormulaDataMutation,
  SetFormulaCalculationNotificationMutation,
  SetFormulaCalculationResultMutation,
  SetFormulaCalculationStartMutation,
  UniverFormulaEnginePlugin,
} from '@univerjs/engine-formula';
import { UniverSheetsPlugin } from '@univerjs/sheets';
import type {
  ChangedValues,
  FormulaAnswer,
  FormulaRequest,
  FormulaResult,
  Plain,
  SheetForFormulas,
} from './formula-protocol';
import { stayInside } from './indirect-inside';
import { allowNoAlternative } from './no-alternative';

const { port, signal } = workerData as { port: MessagePort; signal: Int32Array };

// `=IMAGE()` looks for this browser class and would end the process.
(globalThis as { Image?: unknown }).Image = class {};

/** By unit, tab, row and column, as the engine tells results. */
type Cells = Record<string, Record<string, Record<string, Record<string, ICellData | null>> | null> | null>;
type Area = { startRow: number; endRow: number; startColumn: number; endColumn: number };
type DirtyRange = { unitId: string; sheetId: string; range: Area };

let filesMade = 0;

/** One file in the formula engine: only the tabs that formulas stand in or look at. */
class FormulaFile {
  /** The engine keeps values it has read by this name, for all files of a process: no two may share one. */
  private readonly unit = `file-${++filesMade}`;
  private readonly univer = new Univer({ locale: LocaleType.EN_US, locales: {}, logLevel: LogLevel.SILENT });
  private readonly workbook: Workbook;
  private readonly commands: ICommandService;

  constructor(sheets: readonly SheetForFormulas[]) {
    this.univer.registerPlugin(UniverFormulaEnginePlugin);
    this.univer.registerPlugin(UniverSheetsPlugin);
    this.workbook = this.univer.createUnit<IWorkbookData, Workbook>(UniverInstanceType.UNIVER_SHEET, {
      id: this.unit,
      sheetOrder: sheets.map(({ id }) => String(id)),
      sheets: Object.fromEntries(sheets.map((sheet) => [String(sheet.id), worksheetOf(sheet)])),
    });
    const injector = this.univer.__getInjector();
    this.commands = injector.get(ICommandService);
    const functions = injector.get(IFunctionService);
    stayInside(functions, this.workbook);
    allowNoAlternative(functions);
  }

  put(blocks: readonly ChangedValues[]): DirtyRange[] {
    return blocks.map(({ sheet, row, column, values }) => {
      const sheetId = String(sheet);
      const matrix = this.workbook.getSheetBySheetId(sheetId)?.getCellMatrix();
      values.forEach((cells, r) => {
        cells.forEach((value, c) => {
          if (!matrix?.getValue(row + r, column + c)?.f) matrix?.setValue(row + r, column + c, cellOf(value));
        });
      });
      const endColumn = column + (values[0]?.length ?? 1) - 1;
      return {
        unitId: this.unit,
        sheetId,
        range: { startRow: row, endRow: row + values.length - 1, startColumn: column, endColumn },
      };
    });
  }

  calculate(dirtyRanges: DirtyRange[] | 'everything'): Promise<FormulaResult[]> {
    return new Promise((resolve) => {
      let spread: Cells | null = null;
      let found: Cells | null = null;
      const listening = this.commands.onCommandExecuted(({ id, params }) => {
        if (id === SetArrayFormulaDataMutation.id)
          spread = (params as { arrayFormulaCellData?: Cells }).arrayFormulaCellData ?? null;
        if (id === SetFormulaCalculationResultMutation.id) found = (params as { unitData: Cells }).unitData;
        // The last word, also where no formula had to be worked out and so no result is told.
        const isOver =
          id === SetFormulaCalculationNotificationMutation.id &&
          (params as { functionsExecutedState?: number }).functionsExecutedState !== undefined;
        if (!isOver) return;
        listening.dispose();
        // The neighbours that an array result spreads over are told apart from the cells with the formulas.
        resolve([...resultsIn(spread?.[this.unit]), ...resultsIn(found?.[this.unit])]);
      });
      const everything = dirtyRanges === 'everything';
      this.commands.syncExecuteCommand(
        SetFormulaCalculationStartMutation.id,
        {
          forceCalculation: everything,
          dirtyRanges: everything ? [] : dirtyRanges,
          dirtyNameMap: {},
          dirtyDefinedNameMap: {},
          dirtyUnitFeatureMap: {},
          dirtyUnitOtherFormulaMap: {},
          clearDependencyTreeCache: {},
        },
        { onlyLocal: true },
      );
    });
  }

  close(): void {
    this.univer.dispose();
  }
}

function resultsIn(cells: Cells[string] | undefined): FormulaResult[] {
  const results: FormulaResult[] = [];
  for (const [sheet, rows] of Object.entries(cells ?? {})) {
    for (const [row, columns] of Object.entries(rows ?? {})) {
      for (const [column, cell] of Object.entries(columns ?? {})) {
        results.push({ sheet: Number(sheet), row: Number(row), column: Number(column), ...readResult(cell) });
      }
    }
  }
  return results;
}

function cellOf(value: Plain): ICellData {
  if (value === null) return {};
  if (typeof value === 'boolean') return { v: value ? 1 : 0, t: CellValueType.BOOLEAN };
  return { v: value, t: typeof value === 'number' ? CellValueType.NUMBER : CellValueType.STRING };
}

const ERRORS = new Set([
  '#NULL!',
  '#DIV/0!',
  '#VALUE!',
  '#REF!',
  '#NAME?',
  '#NUM!',
  '#N/A',
  '#ERROR!',
  '#SPILL!',
  '#CALC!',
]);

function readResult(cell: ICellData | null): Pick<FormulaResult, 'value' | 'isError'> {
  const value = cell?.v ?? null;
  if (cell?.t === CellValueType.BOOLEAN) return { value: Boolean(value), isError: false };
  return { value, isError: typeof value === 'string' && ERRORS.has(value) };
}

function worksheetOf(sheet: SheetForFormulas): NonNullable<IWorkbookData['sheets'][string]> {
  const cellData: Record<number, Record<number, ICellData>> = {};
  sheet.values.forEach((values, row) => {
    const cells: Record<number, ICellData> = {};
    values.forEach((value, column) => {
      if (value !== null) cells[column] = cellOf(value);
    });
    cellData[row] = cells;
  });
  for (const { row, column, formula } of sheet.formulas) {
    cellData[row] ??= {};
    cellData[row][column] = { f: formula };
  }
  return { id: String(sheet.id), name: sheet.name, rowCount: sheet.height, columnCount: sheet.width, cellData };
}

const files = new Map<number, FormulaFile>();

async function answer(request: FormulaRequest): Promise<FormulaAnswer> {
  if (request.kind === 'update') {
    const file = files.get(request.file);
    if (!file) return { failure: `File ${request.file} was never loaded.` };
    return { results: await file.calculate(file.put(request.blocks)) };
  }
  files.get(request.file)?.close();
  files.delete(request.file);
  if (request.kind === 'close') return { results: [] };
  const file = new FormulaFile(request.sheets);
  files.set(request.file, file);
  return { results: await file.calculate('everything') };
}

port.on('message', async (request: FormulaRequest) => {
  const said = await answer(request).catch(
    (error: Error): FormulaAnswer => ({ failure: error.stack ?? String(error) }),
  );
  port.postMessage(said);
  Atomics.add(signal, 0, 1);
  Atomics.notify(signal, 0);
});
