import type { DoneAction, How } from './crm';
import type { Instant } from './day';
import type { RecordKind } from './ids';

/** What a line of History says was done to a whole record, where it does not name a field. */
export const CREATED = '';
export const DELETED = '(deleted)';
export const RESTORED = '(restored)';
export const ERASED = '(erased)';

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

/**
 * The actions of a user that can be undone, newest first. Those that another one has taken back already are left out: to
 * press undo twice goes two steps back.
 */
export function actionsOf(lines: readonly Logged[], user: string): readonly DoneAction[] {
  const groups = new Map<string, Logged[]>();
  for (const line of lines) {
    if (line.action === '' || line.who !== user || !UNDOABLE.includes(line.how)) continue;
    groups.set(line.action, [...(groups.get(line.action) ?? []), line]);
  }
  const done = [...groups.values()].filter((group) => !group.some(({ field }) => field === ERASED));
  return done
    .filter((group) => !done.some((other) => takesBack(other, group)))
    .map(asAction)
    .reverse()
    .sort((a, b) => b.at - a.at);
}

function asAction(group: readonly Logged[]): DoneAction {
  const [first] = [...group].sort(byKind);
  const { kind, id, how, action } = first!;
  const own = group.filter((line) => line.id === id);
  const is = (field: string) => own.some((line) => line.field === field);
  const named = own.find(({ field, before }) => field === DELETED && before !== '');
  return {
    action,
    at: Math.max(...group.map(({ at }) => at)),
    how,
    what: is(DELETED) ? 'deleted' : is(RESTORED) ? 'restored' : is(CREATED) ? 'created' : 'changed',
    kind,
    id,
    name: named?.before ?? '',
    fields: own.filter((line) => !isOfRecord(line)).map(({ field }) => field),
    records: new Set(group.map((line) => line.id)).size,
  };
}

const OPPOSITES: { readonly [field: string]: string } = {
  [CREATED]: DELETED,
  [DELETED]: RESTORED,
  [RESTORED]: DELETED,
};

/** Whether an undo took all of another action back. */
function takesBack(undo: readonly Logged[], group: readonly Logged[]): boolean {
  if (undo === group || undo[0]!.how !== 'undo') return false;
  return group.every((line) =>
    undo.some(
      (other) =>
        other.id === line.id &&
        other.at >= line.at &&
        (isOfRecord(line)
          ? other.field === OPPOSITES[line.field]
          : other.field === line.field && other.before === line.after && other.after === line.before),
    ),
  );
}
