import type { DoneAction, How } from './crm';
import type { Instant } from './day';
import type { RecordKind } from './ids';

/** What a line of History says was done to a whole record, where it does not name a field. */
export const CREATED = '';
export const DELETED = '(deleted)';
export const RESTORED = '(restored)';
export const ERASED = '(erased)';
/** Of no record: a stage in Settings. */
export const STAGE_RENAMED = '(stage renamed)';

/** A line of History as it stands there: people may have sorted, edited or emptied it. */
export type Logged = {
  readonly at: Instant;
  readonly who: string;
  readonly kind: RecordKind;
  readonly id: string;
  /** The header of a field, or what became of the whole record. */
  readonly field: string;
  readonly before: string;
  readonly after: string;
  readonly how: How;
  readonly action: string;
  /** As JSON text: the exact values. '' where they are gone, or too long and stand in `before` and `after`. */
  readonly data: string;
};

const UNDOABLE: readonly How[] = ['sidebar', 'import', 'undo', 'repair'];

export const isOfRecord = ({ field }: Logged): boolean =>
  field === CREATED || field === DELETED || field === RESTORED || field === ERASED;

const KINDS: readonly RecordKind[] = ['lead', 'opportunity', 'activity'];

/** The lead before its deals, and both before their activities. */
export const byKind = (a: { readonly kind: RecordKind }, b: { readonly kind: RecordKind }): number =>
  KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind);

/** An action with its lines, and which of all lines they are. */
type Group = { readonly lines: readonly Logged[]; readonly places: readonly number[] };

/**
 * The actions of a user that can be undone, newest first; `lines` begin with the oldest. Those that another one has taken
 * back already are left out: to press undo twice goes two steps back.
 */
export function actionsOf(lines: readonly Logged[], user: string): readonly DoneAction[] {
  const erased = new Set(lines.filter(({ field }) => field === ERASED).map(({ id }) => id));
  const groups = new Map<string, { lines: Logged[]; places: number[] }>();
  lines.forEach((line, place) => {
    if (line.action === '' || line.who !== user || !UNDOABLE.includes(line.how) || erased.has(line.id)) return;
    if (isOfHandTyped(line)) return;
    const group = groups.get(line.action) ?? { lines: [], places: [] };
    groups.set(line.action, group);
    group.lines.push(line);
    group.places.push(place);
  });
  const last = ({ places }: Group) => places[places.length - 1]!;
  const done = [...groups.values()];
  return done
    .filter((group) => !done.some((other) => takesBack(other, group)))
    .sort((a, b) => last(b) - last(a))
    .map(asAction);
}

/**
 * Whether a line says that a row of people's own became a record: that was there before, so that no undo takes it out. Of what
 * the CRM itself made a line has the fingerprint.
 */
export const isOfHandTyped = ({ field, data }: Logged): boolean => field === CREATED && madeAs(data) === null;

/** A stage of a pipeline that got another name. */
export type Renaming = { readonly pipeline: string; readonly from: string; readonly to: string };

/** The renaming of which a line is: that of the stage, or of any deal in it. Null for another line, or one without its data. */
export function renamingIn({ field, before, after, data }: Logged): Renaming | null {
  try {
    const values = JSON.parse(data) as { before?: unknown; renamesIn?: unknown };
    const named = field === STAGE_RENAMED ? (values.before as { pipeline?: unknown }).pipeline : values.renamesIn;
    return typeof named === 'string' ? { pipeline: named, from: before, to: after } : null;
  } catch {
    // People may write anything into the cell.
    return null;
  }
}

/** The fingerprint of a record as it was made; null where the line has none. */
export function madeAs(data: string): string | null {
  try {
    return (JSON.parse(data) as { as?: string }).as ?? null;
  } catch {
    // People may write anything into the cell.
    return null;
  }
}

function asAction({ lines }: Group): DoneAction {
  const [first] = [...lines].sort((a, b) => Number(a.id !== '') - Number(b.id !== '') || byKind(a, b));
  const { kind, id, how, action } = first!;
  const own = lines.filter((line) => line.id === id);
  const is = (field: string) => own.some((line) => line.field === field);
  const named = own.find(({ field, before }) => (field === DELETED || field === STAGE_RENAMED) && before !== '');
  return {
    action,
    at: lines[lines.length - 1]!.at,
    how,
    what: is(DELETED) ? 'deleted' : is(RESTORED) ? 'restored' : is(CREATED) ? 'created' : 'changed',
    kind,
    id,
    name: named?.before ?? '',
    fields: own.filter((line) => !isOfRecord(line)).map(({ field }) => field),
    records: new Set(lines.map((line) => line.id).filter(Boolean)).size,
  };
}

const OPPOSITES: { readonly [field: string]: string } = {
  [CREATED]: DELETED,
  [DELETED]: RESTORED,
  [RESTORED]: DELETED,
};

/**
 * The lines of what a user asked for: what was put right meanwhile for others, or stands there because somebody typed it, is
 * none of it, unless all of it was a repair.
 */
export const askedFor = (lines: readonly Logged[]): readonly Logged[] =>
  lines.every(({ how }) => how === 'repair') ? lines : lines.filter(({ how }) => how !== 'repair');

/** Whether an undo took all of another action back. */
function takesBack(undo: Group, group: Group): boolean {
  if (undo === group || undo.lines[0]!.how !== 'undo') return false;
  const asked = new Set(askedFor(group.lines));
  return group.lines.every(
    (line, index) =>
      !asked.has(line) ||
      undo.lines.some(
        (other, place) =>
          other.id === line.id &&
          undo.places[place]! > group.places[index]! &&
          (isOfRecord(line)
            ? other.field === OPPOSITES[line.field]
            : other.field === line.field && other.before === line.after && other.after === line.before),
      ),
  );
}
