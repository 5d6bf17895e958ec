import type { Spot } from '../acts';
import type { Edit } from '../engine/edits';
import type { SpreadsheetFile } from '../engine/file';
import type { Place } from '../engine/objects';
import { type Rect, rectOf, type Shift, shiftRect } from '../engine/rect';
import type { Act } from '../grid-acts';

/**
 * An act that a person made while looking at an older file, as it has to be made now; null when it can no longer be
 * told what it was meant for. Cells keep to the rows and columns they stood in, as they do between people in Sheets;
 * what others wrote into the same cells meanwhile gives way, because the last writer wins.
 */
export function rebased(act: Act, missed: readonly Edit[]): Act | null {
  return missed.reduce<Act | null>((current, edit) => current && after(current, edit), act);
}

function after(act: Act, edit: Edit): Act | null {
  switch (edit.kind) {
    case 'shift':
      return shifted(act, edit.sheet, edit.shift);
    case 'delete-sheet':
      return sheetsOf(act).includes(edit.sheet) || act.kind === 'order' ? null : act;
    case 'insert-sheet':
    case 'order':
      return act.kind === 'order' || act.kind === 'new-tab' ? null : act;
    default:
      return act;
  }
}

function shifted(act: Act, sheet: number, shift: Shift): Act | null {
  if (!sheetsOf(act).includes(sheet)) return act;
  const follow = (place: Place): Place | null => {
    if (place.sheet !== sheet) return place;
    const rect = shiftRect(place.rect, shift);
    // A block that something was put into or taken out of is not the block the person meant.
    return rect && sameSize(rect, place.rect) ? { ...place, rect } : null;
  };
  const followSpot = (at: Spot, rows: number, columns: number): Spot | null => {
    const place = follow({ sheet: at.sheet, rect: rectOf(at.row, at.column, rows, columns) });
    return place && { sheet: at.sheet, row: place.rect.row, column: place.rect.column };
  };
  switch (act.kind) {
    case 'type': {
      const at = followSpot(act.at, act.texts.length, widest(act.texts));
      return at && { ...act, at };
    }
    case 'put': {
      const at = followSpot(act.at, act.cells.length, widest(act.cells));
      return at && { ...act, at };
    }
    case 'format':
    case 'clear':
    case 'merge':
    case 'unmerge': {
      const place = follow(act.place);
      return place && { ...act, place };
    }
    case 'copy': {
      const [from, place] = [follow(act.from), follow(act.place)];
      return from && place && { ...act, from, place };
    }
    case 'move': {
      const from = follow(act.from);
      const at = followSpot(act.at, act.from.rect.rows, act.from.rect.columns);
      return from && at && { ...act, from, at };
    }
    case 'tab':
    case 'copy-tab':
    case 'delete-tab':
      return act;
    default:
      return null;
  }
}

const widest = (block: readonly (readonly unknown[])[]): number => Math.max(...block.map((line) => line.length));

const sameSize = (a: Rect, b: Rect): boolean => a.rows === b.rows && a.columns === b.columns;

function sheetsOf(act: Act): number[] {
  if ('at' in act && typeof act.at === 'object') return [act.at.sheet, ...('from' in act ? [act.from.sheet] : [])];
  if ('place' in act) return [act.place.sheet, ...('from' in act ? [act.from.sheet] : [])];
  return 'sheet' in act ? [act.sheet] : [];
}

/** Whether the tabs and blocks of an act are in the file. What is typed or pasted may reach beyond: the tab grows. */
export function isThere(file: SpreadsheetFile, act: Act): boolean {
  const places = [...('place' in act ? [act.place] : []), ...('from' in act ? [act.from] : [])];
  return (
    sheetsOf(act).every((id) => file.sheet(id) !== undefined) &&
    places.every(({ sheet, rect }) => file.sheet(sheet)?.grid.holds(rect))
  );
}

/** Where an act was to happen, for a sentence about it. */
export function placeOf(act: Act): Place | { readonly sheet: number } | null {
  switch (act.kind) {
    case 'type':
      return { sheet: act.at.sheet, rect: rectOf(act.at.row, act.at.column, act.texts.length, widest(act.texts)) };
    case 'put':
      return { sheet: act.at.sheet, rect: rectOf(act.at.row, act.at.column, act.cells.length, widest(act.cells)) };
    case 'format':
    case 'clear':
    case 'copy':
    case 'merge':
    case 'unmerge':
      return act.place;
    case 'move':
      return { sheet: act.at.sheet, rect: { ...act.from.rect, row: act.at.row, column: act.at.column } };
    case 'order':
    case 'new-tab':
    case 'file':
      return null;
    default:
      return { sheet: act.sheet };
  }
}
