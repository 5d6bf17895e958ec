import type { Instant } from '../domain/day';
import type { CellValue } from './codec';
import { columnsOf } from './history-columns';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** What all lines of History together say of records. Each look takes a few calls, however many lines there are. */
export class HistoryPast {
  private readonly sheet: () => Sheet | null;

  constructor(sheet: () => Sheet | null) {
    this.sheet = sheet;
  }

  /** Those of some records of whose creation History says nothing. */
  withoutCreation(ids: readonly string[]): readonly string[] {
    const sheet = this.sheet();
    const columns = sheet && columnsOf(sheet);
    const [id, field] = [columns?.get('Record ID'), columns?.get('Field')];
    if (!sheet || id === undefined || field === undefined) return [];
    const first = Math.min(id, field);
    const lines = sheet.getRange(1, first, Math.max(1, sheet.getLastRow()), Math.abs(id - field) + 1).getValues();
    const created = new Set(lines.filter((line) => line[field - first] === '').map((line) => line[id - first]));
    return ids.filter((one) => !created.has(one));
  }

  /** Which records were created when, as far as the lines go back. */
  creations(): readonly { readonly id: string; readonly at: Instant }[] {
    const sheet = this.sheet();
    const columns = sheet && columnsOf(sheet);
    const [when, id, field] = (['When', 'Record ID', 'Field'] as const).map((header) => columns?.get(header) ?? 0);
    if (!sheet || !when || !id || !field) return [];
    const first = Math.min(when, id, field);
    const width = Math.max(when, id, field) - first + 1;
    const lines = sheet.getRange(1, first, Math.max(1, sheet.getLastRow()), width).getValues() as CellValue[][];
    return lines.flatMap((line) => {
      const at = line[when - first];
      const isCreation = typeof at === 'object' && line[field - first] === '';
      return isCreation ? [{ id: String(line[id - first]), at: at.getTime() }] : [];
    });
  }

  /** What the lines last said of the fields of some records, by id and header. One call for all lines. */
  lastLogged(ids: readonly string[]): ReadonlyMap<string, ReadonlyMap<string, string>> {
    const found = new Map(ids.map((id) => [id, new Map<string, string>()]));
    const sheet = this.sheet();
    const columns = sheet && columnsOf(sheet);
    const [id, field, after] = (['Record ID', 'Field', 'After'] as const).map((header) => columns?.get(header) ?? 0);
    if (!sheet || !id || !field || !after) return found;
    const first = Math.min(id, field, after);
    const width = Math.max(id, field, after) - first + 1;
    const lines = sheet.getRange(1, first, Math.max(1, sheet.getLastRow()), width).getValues();
    for (const line of lines)
      found.get(String(line[id - first]))?.set(String(line[field - first]), String(line[after - first]));
    return found;
  }
}
