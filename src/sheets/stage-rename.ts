import { CrmError } from '../domain/errors';
import { say } from '../texts/say';
import { placesIn, rowsOfBlock } from './settings-blocks';
import { cellsOf, stageOf, text } from './settings-tab';
import { valuesAt } from './values-at';
import { writeCells } from './writing';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** Writes the new name over the old one; nothing where the stage has it already. Throws `INVALID`, `CONFLICT`. */
export function renameStage(
  sheet: Sheet,
  { pipeline, from, to }: { readonly pipeline: string; readonly from: string; readonly to: string },
): void {
  const cells = cellsOf(sheet);
  const places = placesIn(cells);
  const stages = rowsOfBlock(cells, places, 'stages');
  const rowOf = (name: string) =>
    stages.find((one) => {
      const stage = stageOf(one.cells, one.row);
      return stage.name === name && stage.pipeline === pipeline;
    });
  const old = rowOf(from);
  const taken = rowOf(to);
  if (!old && taken) return;
  if (!old || taken) {
    const message = old ? say('stage.taken', { pipeline, name: to }) : say('stage.unknown', { pipeline, name: from });
    throw new CrmError('INVALID', message, { field: old ? 'to' : 'from' });
  }
  writeCells(sheet, old.row, [{ column: places.columns.stages.get('Stage')!, cell: to }]);
  const key = places.columns.stages.get('Key')!;
  // A stage without a key is known by its first name.
  if (text(old.cells, 'Key') === '') writeCells(sheet, old.row, [{ column: key, cell: from.toLowerCase() }]);
  const [now = []] = valuesAt(sheet, old.row, 1, Math.max(...places.columns.stages.values()));
  const isThere = (header: string, wanted: string) =>
    String(now[places.columns.stages.get(header)! - 1]).trim() === wanted;
  if (isThere('Stage', to) && isThere('Pipeline', text(old.cells, 'Pipeline'))) return;
  throw new CrmError('CONFLICT', say('settings.movedRenaming'));
}
