import type { Edit } from './engine/edits';
import type { SpreadsheetFile } from './engine/file';
import { layersRect } from './engine/file';
import type { Place } from './engine/objects';
import { type CellValue, isCellError } from './engine/values';
import { wallOfInstant } from './engine/zone';
import type { Context } from './google/context';
import { EnumValue } from './google/enums';
import { Range } from './google/range';
import { User } from './google/session';
import { Spreadsheet } from './google/spreadsheet';

/** What `onChange` calls the ways in which a file changes. Source: guide "Event objects". */
export type ChangeType =
  | 'EDIT'
  | 'INSERT_ROW'
  | 'INSERT_COLUMN'
  | 'REMOVE_ROW'
  | 'REMOVE_COLUMN'
  | 'INSERT_GRID'
  | 'REMOVE_GRID'
  | 'FORMAT'
  | 'OTHER';

/** A person's act as triggers hear of it. `place` where cells got other contents. */
export type Change = {
  readonly type: ChangeType;
  readonly place: Place | null;
  /** For a single cell: what was typed and what was there before, as text; undefined where that is blank. */
  readonly value?: string | undefined;
  readonly oldValue?: string | undefined;
};

/** Called before the edits are made: the old value is still there. Answers with what to call afterwards. */
export function changeOf(file: SpreadsheetFile, edits: readonly Edit[]): () => Change {
  const written = edits.findLast((edit) => edit.kind === 'cells' && (edit.layers.values || edit.layers.formulas));
  if (written?.kind !== 'cells') {
    const type = typeOf(edits);
    return () => ({ type, place: null });
  }
  const place = { sheet: written.sheet, rect: layersRect(written.row, written.column, written.layers) };
  const cell = () => file.sheet(place.sheet)?.grid.value(place.rect.row, place.rect.column) ?? null;
  const single = place.rect.rows === 1 && place.rect.columns === 1;
  const before = single && file.sheet(place.sheet)?.grid.holds(place.rect) ? cell() : null;
  // New rows come with the formats of their neighbours: that is no edit of contents.
  const type = typeOf(edits);
  return () => ({
    type,
    place: type === 'EDIT' ? place : null,
    ...(single && { value: textOf(cell()), oldValue: textOf(before) }),
  });
}

function typeOf(edits: readonly Edit[]): ChangeType {
  const kinds = edits.map(changeTypeOf);
  return kinds.find((kind) => kind === 'EDIT') ?? kinds.find((kind) => kind !== 'FORMAT') ?? kinds[0] ?? 'OTHER';
}

function changeTypeOf(edit: Edit): ChangeType {
  if (edit.kind === 'cells') return edit.layers.values || edit.layers.formulas ? 'EDIT' : 'FORMAT';
  if (edit.kind === 'insert-sheet') return 'INSERT_GRID';
  if (edit.kind === 'delete-sheet') return 'REMOVE_GRID';
  if (edit.kind !== 'shift' || edit.shift.kind === 'move') return 'OTHER';
  const axis = edit.shift.axis === 'row' ? 'ROW' : 'COLUMN';
  return edit.shift.kind === 'insert' ? `INSERT_${axis}` : `REMOVE_${axis}`;
}

/** Dates arrive as the number in the cell: seen by developers, not documented, and the harsher reading. */
function textOf(value: CellValue): string | undefined {
  if (value === null) return undefined;
  if (isCellError(value)) return value.error;
  return typeof value === 'boolean' ? String(value).toUpperCase() : String(value);
}

type Event = Readonly<Record<string, unknown>>;

const base = (context: Context): Event => ({
  authMode: new EnumValue('ScriptApp', 'AuthMode', context.authMode),
  source: new Spreadsheet(context),
  user: new User(context.user.email),
});

export const openEvent = (context: Context): Event => base(context);

export const installEvent = (context: Context): Event => ({ authMode: base(context)['authMode'] });

export const editEvent =
  ({ place, value, oldValue }: Change) =>
  (context: Context): Event => ({
    ...base(context),
    range: new Range(context, place!.sheet, place!.rect),
    ...(value !== undefined && { value }),
    ...(oldValue !== undefined && { oldValue }),
  });

export const changeEvent =
  ({ type }: Change) =>
  (context: Context): Event => ({ ...base(context), changeType: type });

export const selectionEvent = (context: Context): Event => ({
  ...base(context),
  range: new Range(context, context.selection.sheet, context.selection.rect),
});

/** Source: guide "Event objects", time-driven events: day of the week from 1 (Monday). */
export const clockEvent =
  (zone: string) =>
  (context: Context): Event => {
    const parts = wallParts(context.now(), zone);
    return { authMode: base(context)['authMode'], timezone: zone, ...parts };
  };

function wallParts(instant: number, zone: string): Event {
  const wall = new Date(wallOfInstant(instant, zone));
  const monday = new Date(Date.UTC(wall.getUTCFullYear(), 0, 1));
  const dayOfYear = Math.floor(
    (Date.UTC(wall.getUTCFullYear(), wall.getUTCMonth(), wall.getUTCDate()) - monday.getTime()) / 86_400_000,
  );
  return {
    year: wall.getUTCFullYear(),
    month: wall.getUTCMonth() + 1,
    'day-of-month': wall.getUTCDate(),
    'day-of-week': wall.getUTCDay() || 7,
    'week-of-year': Math.floor((dayOfYear + 10 - (wall.getUTCDay() || 7)) / 7),
    hour: wall.getUTCHours(),
    minute: wall.getUTCMinutes(),
    second: wall.getUTCSeconds(),
  };
}
