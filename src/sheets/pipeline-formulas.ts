import { columnOf, readLayout, refuseLostHeader } from './layout';
import { lettersOf } from './letters';
import { opportunityTable } from './tables';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** What formulas call the columns of the deals: whole columns below the header, whoever moved them. */
export type DealColumns = Readonly<Record<'id' | 'pipeline' | 'stage' | 'value' | 'probability' | 'currency', string>>;

export function columnsOfDeals(sheet: Sheet): DealColumns {
  const layout = readLayout(sheet, opportunityTable.fields);
  refuseLostHeader(layout);
  const tab = `'${sheet.getName().replace(/'/g, "''")}'`;
  const reach = (field: keyof DealColumns) => {
    const column = columnOf(layout, opportunityTable.fields, field);
    return `${tab}!$${lettersOf(column)}$${layout.headerRow + 1}:$${lettersOf(column)}`;
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

/** Rows with an id are deals; a total or a note below the table is none. */
export const isDeal = ({ id }: DealColumns): string => `(LEFT(${id},2)="O-")*(LEN(${id})=12)`;

/**
 * Live formulas for one row. Names are compared by EXACT, as everywhere: SUMIFS would read `<5k` or `A*` as a
 * condition, and to `=` Demo is demo. A deal
 * without a currency has the file's default; a deal without a probability has its stage's, unless that is not set. 75 is
 * 75 %, and what is no probability counts as none. `currencyCell`: where the report says which currency it counts.
 */
export function formulasOf(
  row: number,
  columns: DealColumns,
  defaultCurrency: string,
  currencyCell: string,
): { deals: string; value: string; weighted: string } {
  const { pipeline, stage, value, probability, currency } = columns;
  const counted = `${isDeal(columns)}*EXACT(${pipeline},$A${row})*EXACT(${stage},$B${row})*((${currency}=${currencyCell})+(${currency}="")*(${currencyCell}="${defaultCurrency}"))`;
  const chance = `(${probability}>=0)*((${probability}<=1)+(${probability}>=2)*(${probability}<=100)/100)`;
  return {
    deals: `=SUMPRODUCT(${counted})`,
    value: `=SUMPRODUCT(${counted},${value})`,
    weighted: `=SUMPRODUCT(${counted}*${chance},${value},${probability})+N($C${row})*SUMPRODUCT(${counted}*(${probability}=""),${value})`,
  };
}
