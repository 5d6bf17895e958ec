import type { Edit } from './edits';
import { layersRect, type SpreadsheetFile } from './file';
import type { FileObjects, Protection } from './objects';
import { bottomOf, overlaps, type Rect, rectOf, rightOf, type Shift } from './rect';

/** Google's sentence. Source: seen in public code and in answers of the Sheets API. */
export const PROTECTED =
  'You are trying to edit a protected cell or object. Please contact the spreadsheet owner to remove protection if you need to edit.';

/** Protections that stop somebody, by tab. A list of protections is never changed in place, so each is sorted once. */
const sorted = new WeakMap<readonly Protection[], ReadonlyMap<number, readonly Protection[]>>();

function effective({ protections }: FileObjects): ReadonlyMap<number, readonly Protection[]> {
  const known = sorted.get(protections);
  if (known) return known;
  const bySheet = new Map<number, Protection[]>();
  for (const protection of protections) {
    // A protection stops no editor of the file until its own editors are changed. Source: reference "Range.protect".
    if (protection.warningOnly || !protection.editors) continue;
    bySheet.set(protection.sheet, [...(bySheet.get(protection.sheet) ?? []), protection]);
  }
  sorted.set(protections, bySheet);
  return bySheet;
}

export const mayEdit = (protection: Protection, who: string, isOwner: boolean): boolean =>
  isOwner ||
  protection.warningOnly ||
  !protection.editors ||
  protection.domainEdit === true ||
  protection.editors.includes(who);

/**
 * Google's sentence when protections stop this edit of someone who may edit the file, or null. Any one of overlapping
 * protections is enough to stop; the owner is never stopped. Source: reference "Range.protect". Warnings are for people
 * only and stop no script.
 */
export function protectionAgainst(file: SpreadsheetFile, edit: Edit, who: string, isOwner: boolean): string | null {
  if (isOwner || file.objects.protections.length === 0) return null;
  const bySheet = effective(file.objects);
  const isStopped = (sheet: number, holds: (protection: Protection) => boolean): boolean =>
    // Who is asked last: most protections lie elsewhere.
    bySheet.get(sheet)?.some((protection) => holds(protection) && !mayEdit(protection, who, false)) ?? false;
  if (edit.kind === 'objects') {
    const stopped = objectsTouched(file.objects, edit.objects).some(({ sheet, rect }) =>
      isStopped(sheet, (protection) => stops(protection, rect)),
    );
    return stopped || protectionsTaken(file.objects, edit.objects, who) ? PROTECTED : null;
  }
  if (edit.kind === 'cells') {
    const rect = layersRect(edit.row, edit.column, edit.layers);
    return isStopped(edit.sheet, (protection) => stops(protection, rect)) ? PROTECTED : null;
  }
  return 'sheet' in edit && isStopped(edit.sheet, (protection) => stopsEdit(protection, edit)) ? PROTECTED : null;
}

/** Whether someone may write to every cell of a block. */
export const canEditBlock = (file: SpreadsheetFile, sheet: number, rect: Rect, who: string, isOwner: boolean) =>
  isOwner ||
  !effective(file.objects)
    .get(sheet)
    ?.some((protection) => stops(protection, rect) && !mayEdit(protection, who, false));

type Structural = Exclude<Extract<Edit, { sheet: number }>, { kind: 'cells' }>;

function stopsEdit(protection: Protection, edit: Structural): boolean {
  switch (edit.kind) {
    case 'shift':
      return !protection.rect || cutsInto(protection.rect, edit.shift);
    case 'lines':
      return (
        !protection.rect ||
        overlaps(
          protection.rect,
          edit.axis === 'row'
            ? { ...protection.rect, row: edit.at, rows: edit.lines.length }
            : { ...protection.rect, column: edit.at, columns: edit.lines.length },
        )
      );
    case 'sheet':
      return !protection.rect;
    case 'delete-sheet':
      return true;
  }
}

/** Lines may be put in around a protected block, but not into it, and none of its own may go or move. */
function cutsInto(rect: Rect, shift: Shift): boolean {
  const first = shift.axis === 'row' ? rect.row : rect.column;
  const last = shift.axis === 'row' ? bottomOf(rect) : rightOf(rect);
  const inside = (line: number) => line > first && line <= last;
  if (shift.kind === 'insert') return inside(shift.at);
  const taken = shift.at <= last && shift.at + shift.count > first;
  return taken || (shift.kind === 'move' && inside(shift.to));
}

/** Whether a protection holds any cell of a block; of a chart, which stands above the cells, only that of its tab does. */
function stops(protection: Protection, rect: Rect | null): boolean {
  if (protection.rect) return rect !== null && overlaps(protection.rect, rect);
  return !rect || remaining(rect, protection.unprotected ?? []).length > 0;
}

/** What is left of a block without some others. */
function remaining(rect: Rect, without: readonly Rect[]): Rect[] {
  return without.reduce<Rect[]>((parts, hole) => parts.flatMap((part) => cut(part, hole)), [rect]);
}

function cut(rect: Rect, hole: Rect): Rect[] {
  if (!overlaps(rect, hole)) return [rect];
  const top = Math.max(rect.row, hole.row);
  const bottom = Math.min(bottomOf(rect), bottomOf(hole));
  const left = Math.max(rect.column, hole.column);
  const right = Math.min(rightOf(rect), rightOf(hole));
  return [
    rectOf(rect.row, rect.column, top - rect.row, rect.columns),
    rectOf(bottom + 1, rect.column, bottomOf(rect) - bottom, rect.columns),
    rectOf(top, rect.column, bottom - top + 1, left - rect.column),
    rectOf(top, right + 1, bottom - top + 1, rightOf(rect) - right),
  ].filter(({ rows, columns }) => rows > 0 && columns > 0);
}

type Touched = { readonly sheet: number; readonly rect: Rect | null };

/** Where objects that change the look or shape of cells come, go or change. */
function objectsTouched(now: FileObjects, next: Partial<FileObjects>): Touched[] {
  const changed = <T>(kind: keyof FileObjects, place: (item: T) => readonly Touched[]): Touched[] => {
    const [before, after] = [now[kind], next[kind]] as unknown as [readonly T[], readonly T[] | undefined];
    if (!after || after === before) return [];
    const [old, fresh] = [new Set(before), new Set(after)];
    return [...before.filter((item) => !fresh.has(item)), ...after.filter((item) => !old.has(item))].flatMap(place);
  };
  const own = (item: Touched): readonly Touched[] => [item];
  return [
    ...changed<Touched>('merges', own),
    ...changed<Touched>('filters', own),
    ...changed<Touched>('bandings', own),
    ...changed<Touched>('tables', own),
    ...changed<FileObjects['conditional'][number]>('conditional', ({ sheet, ranges }) =>
      ranges.map((rect) => ({ sheet, rect })),
    ),
    ...changed<Touched>('charts', ({ sheet }) => [{ sheet, rect: null }]),
  ];
}

/** Only who may edit a protected block may loosen, change or remove its protection. */
function protectionsTaken(now: FileObjects, next: Partial<FileObjects>, who: string): boolean {
  if (!next.protections) return false;
  const kept = new Set(next.protections);
  return now.protections.some((item) => !kept.has(item) && !mayEdit(item, who, false));
}
