import type { How } from './crm';
import type { Instant } from './day';
import type { FieldValue } from './errors';
import { fieldNamed } from './fields';
import { actionsOf, CREATED, DELETED, ERASED, isOfRecord, type Logged, RESTORED } from './history';
import { valuesIn } from './undoing';

/** What a line of History says of a record, as its timeline shows it. */
export type PastChange = {
  readonly at: Instant;
  /** An address; '' where nobody knows, as of what was typed in the grid. */
  readonly who: string;
  readonly how: How;
  /** Lines of one action belong together. */
  readonly action: string;
  /** Of the whole record, but for `changed`; `erased` is said of a field too, whose values are gone then. */
  readonly what: 'created' | 'deleted' | 'restored' | 'erased' | 'changed';
  /** The name of a field; '' where all of the record is meant. */
  readonly field: string;
  readonly before: FieldValue;
  readonly after: FieldValue;
};

/** The newest lines of a record, newest first. */
export type Past = {
  readonly changes: readonly PastChange[];
  /** Older lines that were left out. */
  readonly more: number;
  /** The newest action, where it is the user's own and can be undone, with its lines about other records. */
  readonly undo: { readonly action: string; readonly others: number } | null;
};

/** Longer texts are cut: two whole notes in each of a hundred lines would be megabytes. */
const LONGEST = 2_000;

const WHAT: { readonly [field: string]: PastChange['what'] } = {
  [CREATED]: 'created',
  [DELETED]: 'deleted',
  [RESTORED]: 'restored',
  [ERASED]: 'erased',
};

export function pastChange(line: Logged): PastChange {
  const { at, who, how, action } = line;
  const told = { at, who, how, action };
  if (isOfRecord(line)) return { ...told, what: WHAT[line.field]!, field: '', before: '', after: '' };
  const field = fieldNamed(line.kind, line.field).name;
  if (isBlanked(line)) return { ...told, what: 'erased', field, before: '', after: '' };
  const exact = valuesIn(line);
  return {
    ...told,
    what: 'changed',
    field,
    before: shortened(exact?.before ?? line.before, line.before),
    after: shortened(exact?.after ?? line.after, line.after),
  };
}

/** A change from nothing to nothing is none: its values were erased with a person. */
const isBlanked = ({ before, after, data }: Logged): boolean => data === '' && before === '' && after === '';

function shortened(value: FieldValue, text: string): FieldValue {
  if (typeof value === 'number' || typeof value === 'boolean' || value === null) return value;
  const whole = typeof value === 'string' ? value : text;
  if (whole.length <= LONGEST) return value;
  return `${whole.slice(0, LONGEST)}…`;
}

/**
 * The newest action about a record, of which `lines` are, oldest first, where the user did it and it can be undone. An import is undone
 * as a whole, which nobody expects beside one of its records.
 */
export function ownLastAction(lines: readonly Logged[], user: string): string | null {
  const last = lines[lines.length - 1];
  const own = last && user !== '' && last.how !== 'import' ? actionsOf(lines, user)[0] : undefined;
  return own && own.action === last?.action ? own.action : null;
}
