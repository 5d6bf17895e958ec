import type { FileProperties } from './edits';
import { SpreadsheetFile } from './file';
import type { CellFormat } from './format';
import { type FileObjects, noObjects } from './objects';
import { type SheetSnapshot, snapshotOf } from './sheet';

/** A spreadsheet as plain data. `format` counts up when its shape changes. */
export type FileSnapshot = {
  readonly format: 1;
  readonly properties: FileProperties;
  readonly formats: readonly CellFormat[];
  readonly objects: Partial<FileObjects>;
  readonly idsGiven: number;
  readonly sheets: readonly SheetSnapshot[];
};

export const fileSnapshot = (file: SpreadsheetFile): FileSnapshot => ({
  format: 1,
  properties: file.properties,
  formats: file.formats.all(),
  objects: file.objects,
  idsGiven: file.idsGiven,
  sheets: file.sheets.map(snapshotOf),
});

export function fileFrom(snapshot: FileSnapshot): SpreadsheetFile {
  if (snapshot.format !== 1)
    throw new Error(`This file was saved by another version of the host (format ${snapshot.format}).`);
  const file = new SpreadsheetFile(snapshot.properties, '');
  for (const format of snapshot.formats) file.formats.idOf(format);
  snapshot.sheets.forEach((sheet, index) => {
    file.restore(sheet, index);
  });
  // A file that was saved before there were filters or tables has no list of them.
  file.objects = { ...noObjects, ...snapshot.objects };
  file.idsGiven = snapshot.idsGiven;
  return file;
}
