import type { Workbook } from '@univerjs/core';
import {
  type BaseReferenceObject,
  ErrorType,
  ErrorValueObject,
  FUNCTION_NAMES_LOOKUP,
  type IFunctionService,
} from '@univerjs/engine-formula';

/**
 * INDIRECT to cells or tabs that do not exist is #REF!, where the formula engine finds a blank there.
 * Source: sheets.wiki "Error".
 */
export function stayInside(functions: IFunctionService, workbook: Workbook): void {
  const indirect = functions.getExecutor(FUNCTION_NAMES_LOOKUP.INDIRECT);
  if (!indirect) return;
  const calculate = indirect.calculate.bind(indirect);
  indirect.calculate = (...given) => {
    const found = calculate(...given);
    if (!found.isReferenceObject()) return found;
    const inside = exists(found as BaseReferenceObject, workbook, indirect.subUnitId ?? '');
    return inside ? found : ErrorValueObject.create(ErrorType.REF);
  };
}

function exists(reference: BaseReferenceObject, workbook: Workbook, home: string): boolean {
  const name = reference.getForcedSheetName();
  const sheet = name
    ? workbook.getSheets().find((tab) => tab.getName().toLowerCase() === name.toLowerCase())
    : workbook.getSheetBySheetId(home);
  const { startRow, startColumn, endRow, endColumn } = reference.getRangeData();
  // Whole rows and columns have no end (NaN) on one side.
  return (
    sheet !== undefined &&
    sheet !== null &&
    ![startRow, endRow].some((row) => row >= sheet.getRowCount()) &&
    ![startColumn, endColumn].some((column) => column >= sheet.getColumnCount())
  );
}
