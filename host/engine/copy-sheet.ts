import type { Edit } from './edits';
import type { SpreadsheetFile } from './file';
import type { FileObjects, Place } from './objects';
import { type Sheet, type SheetSnapshot, snapshotOf } from './sheet';

/**
 * A tab put into a file as a copy, with what a copy carries: cells, formats, validation, merges, charts, conditional
 * formats, banding, the filter, tables, marks, and names that then belong to the new tab. Protections stay behind.
 */
export function copiedSheet(
  from: SpreadsheetFile,
  sheet: Sheet,
  to: SpreadsheetFile,
  name: string,
  index: number,
): { id: number; edits: Edit[] } {
  const id = to.newId();
  const snapshot: SheetSnapshot = { ...snapshotOf(sheet), id, properties: { ...sheet.properties, name } };
  const foreign = from !== to;
  return {
    id,
    edits: [
      { kind: 'insert-sheet', index, snapshot: foreign ? translated(from, to, snapshot) : snapshot },
      { kind: 'objects', objects: copiedObjects(from.objects, sheet.id, to, id, foreign) },
    ],
  };
}

function copiedObjects(
  objects: FileObjects,
  sheet: number,
  to: SpreadsheetFile,
  id: number,
  foreign: boolean,
): Partial<FileObjects> {
  const own = (item: { readonly sheet: number }) => item.sheet === sheet;
  const moved = <T extends { readonly sheet: number }>(item: T): T => ({ ...item, sheet: id });
  const fresh = <T extends { readonly sheet: number; readonly id: number }>(item: T): T => ({
    ...item,
    sheet: id,
    id: to.newId(),
  });
  // Ranges on another tab exist in the same file only.
  const ranges = (places: readonly Place[]): Place[] =>
    places.flatMap((place) => (own(place) ? [moved(place)] : foreign ? [] : [place]));
  return {
    merges: [...to.objects.merges, ...objects.merges.filter(own).map(moved)],
    names: [...to.objects.names, ...objects.names.filter(own).map((item) => ({ ...moved(item), ofTab: true }))],
    charts: [
      ...to.objects.charts,
      ...objects.charts.filter(own).map((chart) => ({ ...fresh(chart), ranges: ranges(chart.ranges) })),
    ],
    metadata: [
      ...to.objects.metadata,
      ...objects.metadata.flatMap((item) =>
        item.location.kind !== 'file' && item.location.sheet === sheet
          ? [{ ...item, id: to.newId(), location: { ...item.location, sheet: id } }]
          : [],
      ),
    ],
    filters: [...to.objects.filters, ...objects.filters.filter(own).map(moved)],
    bandings: [...to.objects.bandings, ...objects.bandings.filter(own).map(fresh)],
    conditional: [...to.objects.conditional, ...objects.conditional.filter(own).map(moved)],
    tables: [
      ...to.objects.tables,
      ...objects.tables.filter(own).map((table) => ({ ...fresh(table), name: freeTableName(to, table.name) })),
    ],
  };
}

function freeTableName(file: SpreadsheetFile, name: string): string {
  const taken = new Set(file.objects.tables.map((table) => table.name));
  let free = name;
  for (let n = 2; taken.has(free); n++) free = `${name}_${n}`;
  return free;
}

/** Cells name their formats by number, and each file has numbers of its own; so do the rules that formats name. */
function translated(from: SpreadsheetFile, to: SpreadsheetFile, snapshot: SheetSnapshot): SheetSnapshot {
  const known = new Map<number, number>();
  const idIn = (format: number): number => {
    let id = known.get(format);
    if (id === undefined) {
      // Rules stay behind: they may name cells that the other file has not.
      const { rule: _, ...plain } = from.formats.get(format);
      id = to.formats.idOf(plain);
      known.set(format, id);
    }
    return id;
  };
  const rows = snapshot.rows.map((row) => row && { ...row, formats: row.formats?.map(idIn) ?? null });
  return { ...snapshot, rows };
}
