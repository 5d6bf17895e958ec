import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { SpreadsheetFile } from './file';
import { type FileSnapshot, fileFrom, fileSnapshot } from './snapshot';

/** Writes beside the file and renames, so that a stop in the middle leaves the old file whole. */
export function saveFile(file: SpreadsheetFile, path: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(`${path}.new`, JSON.stringify(fileSnapshot(file)));
  renameSync(`${path}.new`, path);
}

export const loadFile = (path: string): SpreadsheetFile =>
  fileFrom(JSON.parse(readFileSync(path, 'utf8')) as FileSnapshot);
