import type { Instant } from '../domain/day';
import type { FieldValue } from '../domain/errors';
import type { Logged } from '../domain/history';
import type { RecordKind } from '../domain/ids';

/** One cell of a record that a person edited in the grid a moment ago. */
export type GridEdit = {
  readonly at: Instant;
  /** Of the field, as in a record. */
  readonly field: string;
  /** What stood in the cell when the edit was told. */
  readonly typed: FieldValue;
  /** Relative to its row, where it was one. */
  readonly formula?: string;
  readonly who: string;
};

/**
 * What is remembered beside the cells. Any of it may be forgotten at any time, so that it only helps to put right what a
 * person did in the very moment of a save; nothing is decided by it alone.
 */
export type Memory = {
  /** A record as it was last read, perhaps without its long texts. */
  lastKnown(kind: RecordKind, id: string): object | null;
  /** The formula of one of its cells, in R1C1 notation; '' where there was none, or none is known. */
  formulaOf(kind: RecordKind, id: string, field: string): string;
  editsSince(id: string, moment: Instant): readonly GridEdit[];
  /** The last change of each field, by header, where History tells. */
  lastChanges(id: string): ReadonlyMap<string, Pick<Logged, 'who' | 'at' | 'before' | 'after'>>;
  /** The same of many records, each of them in the answer. */
  editsOf(ids: readonly string[], moment: Instant): ReadonlyMap<string, readonly GridEdit[]>;
};

export const nothingRemembered: Memory = {
  lastKnown: () => null,
  formulaOf: () => '',
  editsSince: () => [],
  lastChanges: () => new Map(),
  editsOf: () => new Map(),
};
