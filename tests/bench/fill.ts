import { toCol } from '@borgar/fx';
import type { SpreadsheetFile } from '../../host/engine/file';
import { serialOfUtc } from '../../host/engine/serial';
import type { Sheet } from '../../host/engine/sheet';
import type { CellValue } from '../../host/engine/values';
import { wallOfInstant } from '../../host/engine/zone';
import type { Host } from '../../host/host';
import { activityFields, type Field, type FieldsOf, leadFields, opportunityFields } from '../../src/domain/fields';
import type { Business } from './business';
import { hasFormula, OWN_HEADERS, ownCells, ownFormats, ownFormula } from './own-columns';

/** Blank rows below the records: room for all that a run writes, in every size. */
const SPARE_ROWS = 4_000;

/**
 * Puts a business into the file of a host in which the CRM is set up. The cells are written straight into the file: through
 * the add-on's own doors the large case would take an hour.
 */
export function fill(host: Host, { leads, opportunities, activities, samples }: Business): void {
  const { file } = host;
  put(file, 'Leads', linesOf(file, leadFields, leads));
  putOpportunities(file, opportunities, new Set(samples.flatMap(({ deals }) => deals)));
  put(file, 'Activities', linesOf(file, activityFields, activities));
  put(file, 'History', historyOf(file, { leads, opportunities, activities }));
}

function linesOf<R>(file: SpreadsheetFile, fields: FieldsOf<R>, records: readonly R[]): CellValue[][] {
  const zone = file.properties.timeZone;
  const columns = (Object.entries(fields) as [keyof R, Field][]).map(([name, { kind }]) => ({ name, kind }));
  return records.map((record) => columns.map(({ name, kind }) => cellOf(kind, record[name], zone)));
}

function cellOf(kind: Field['kind'], value: unknown, zone: string): CellValue {
  if (value === null || value === '') return null;
  if (kind === 'tags') return (value as readonly string[]).join(', ') || null;
  if (kind === 'instant') return serialOfUtc(wallOfInstant(value as number, zone));
  if (kind === 'day') return serialOfUtc(Date.parse(`${value as string}T00:00:00Z`));
  return value as CellValue;
}

function putOpportunities(
  file: SpreadsheetFile,
  opportunities: Business['opportunities'],
  samples: ReadonlySet<string>,
): void {
  const ours = Object.keys(opportunityFields);
  const [value, seats] = [ours.indexOf('value'), ours.length + 1].map(toCol) as [string, string];
  // Samples are alike in every size: what a change of Value does to the formula beside it is part of its cost.
  const isWorkedOut = opportunities.map(({ id }, index) => samples.has(id) || hasFormula(index, opportunities.length));
  const lines = linesOf(file, opportunityFields, opportunities).map((cells, index) => [
    ...cells,
    ...ownCells(index, opportunities[index]!.value, isWorkedOut[index]!),
  ]);
  const width = lines[0]!.length;
  const formulas = lines.map((_, index) => {
    const line: (string | null)[] = new Array(width).fill(null);
    if (isWorkedOut[index]) line[width - 1] = ownFormula(index + 2, value, seats);
    return line;
  });
  const sheet = tab(file, 'Opportunities');
  const headers = { values: [[...OWN_HEADERS]] };
  file.follow({ kind: 'cells', sheet: sheet.id, row: 0, column: ours.length, layers: headers }, 'bench');
  put(file, 'Opportunities', lines, { formats: ownFormats(file), formulas });
}

type Own = { readonly formats: readonly number[]; readonly formulas: (string | null)[][] };

/** Writes below the header, in the formats that “Set up CRM” gave the first row. */
function put(file: SpreadsheetFile, name: string, lines: CellValue[][], own?: Own): void {
  const { id, grid } = tab(file, name);
  const width = lines[0]!.length;
  const count = lines.length + SPARE_ROWS - (grid.height - 1);
  if (count > 0)
    file.follow({ kind: 'shift', sheet: id, shift: { kind: 'insert', axis: 'row', at: grid.height, count } }, 'bench');
  const ours = width - (own?.formats.length ?? 0);
  const [formats = []] = grid.formats({ row: 1, column: 0, rows: 1, columns: ours });
  const line = [...formats, ...(own?.formats ?? [])];
  const rows = grid.height - 1;
  const dressed = { formats: Array.from({ length: rows }, () => line) };
  file.follow({ kind: 'cells', sheet: id, row: 1, column: 0, layers: dressed }, 'bench');
  const layers = { values: lines, ...(own && { formulas: own.formulas }) };
  file.follow({ kind: 'cells', sheet: id, row: 1, column: 0, layers }, 'bench');
}

function tab(file: SpreadsheetFile, name: string): Sheet {
  const sheet = file.sheetNamed(name);
  if (!sheet) throw new Error(`“Set up CRM” made no tab “${name}”.`);
  return sheet;
}

/** One line for each record's creation, by the headers of the tab. */
function historyOf(file: SpreadsheetFile, { leads, opportunities, activities }: Omit<Business, 'samples'>) {
  const { grid } = tab(file, 'History');
  const headers = grid.values({ row: 0, column: 0, rows: 1, columns: grid.lastColumn() + 1 })[0]!;
  const zone = file.properties.timeZone;
  const lines = [
    ...leads.map((record) => ({ record, kind: 'Lead' })),
    ...opportunities.map((record) => ({ record, kind: 'Opportunity' })),
    ...activities.map((record) => ({ record, kind: 'Activity' })),
  ];
  return lines.map(({ record, kind }, index) => {
    const cells: Readonly<Record<string, CellValue>> = {
      When: serialOfUtc(wallOfInstant(record.createdAt ?? 0, zone)),
      Who: 'ann@example.com',
      Record: kind,
      'Record ID': record.id,
      How: 'import',
      // An import adds up to a thousand rows in one action.
      Action: `X-${String(Math.floor(index / 1000)).padStart(10, '0')}`,
      Data: '{}',
    };
    return headers.map((header) => cells[String(header)] ?? null);
  });
}

/** Makes lines all over History those of one record: of a customer of many years they lie far apart. */
export function scatterLines({ file }: Host, id: string, count: number): void {
  const sheet = tab(file, 'History');
  const headers = sheet.grid.values({ row: 0, column: 0, rows: 1, columns: sheet.grid.lastColumn() + 1 })[0]!;
  const column = headers.indexOf('Record ID');
  const apart = Math.floor(sheet.grid.lastRow() / count);
  for (let n = 1; n <= count; n++) {
    const place = { sheet: sheet.id, row: n * apart, column };
    file.follow({ kind: 'cells', ...place, layers: { values: [[id]] } }, 'bench');
  }
}
