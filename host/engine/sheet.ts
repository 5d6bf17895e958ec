import { Grid, type GridSnapshot } from './grid';

export type SheetProperties = {
  readonly name: string;
  readonly hidden: boolean;
  readonly frozenRows: number;
  readonly frozenColumns: number;
  readonly tabColor: string | null;
  readonly gridlinesHidden: boolean;
  readonly rightToLeft: boolean;
};

export const plainSheet = (name: string): SheetProperties => ({
  name,
  hidden: false,
  frozenRows: 0,
  frozenColumns: 0,
  tabColor: null,
  gridlinesHidden: false,
  rightToLeft: false,
});

/** One tab. Its id never changes and is never used again, as in Sheets. */
export class Sheet {
  readonly id: number;
  properties: SheetProperties;
  readonly grid: Grid;

  constructor(id: number, properties: SheetProperties, grid: Grid) {
    this.id = id;
    this.properties = properties;
    this.grid = grid;
  }

  get name(): string {
    return this.properties.name;
  }
}

/** A tab as plain data: what undo of a deletion and the file on disk keep. */
export type SheetSnapshot = GridSnapshot & { readonly id: number; readonly properties: SheetProperties };

export function blankSheet(id: number, properties: SheetProperties, height: number, width: number): SheetSnapshot {
  return { id, properties, height, width, rows: [], rowLines: {}, columnLines: {} };
}

export const sheetOf = (snapshot: SheetSnapshot): Sheet =>
  new Sheet(snapshot.id, { ...plainSheet(snapshot.properties.name), ...snapshot.properties }, Grid.of(snapshot));

export const snapshotOf = (sheet: Sheet): SheetSnapshot => ({
  id: sheet.id,
  properties: sheet.properties,
  ...sheet.grid.snapshot(),
});
