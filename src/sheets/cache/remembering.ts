import type { RecordKind } from '../../domain/ids';
import { type Memory, nothingRemembered } from '../memory';
import type { CachedRow } from './cached-row';

type Remembers = {
  readonly changes: { readonly kind: RecordKind };
  readonly remembered: {
    lastKnown(id: string): CachedRow<object> | null;
  };
};

/** What the cache remembers of records, for putting right what people did in the moment of a save. */
export function remembering(tables: () => readonly Remembers[]): Memory {
  const of = (kind: RecordKind) => tables().find(({ changes }) => changes.kind === kind)?.remembered;
  return {
    ...nothingRemembered,
    lastKnown(kind, id) {
      const row = of(kind)?.lastKnown(id);
      return row ? withoutLeftOut(row) : null;
    },
  };
}

/** A field that was left out is not blank: nobody knows it. */
const withoutLeftOut = ({ found: { record }, left }: CachedRow<object>): object =>
  Object.fromEntries(Object.entries(record).filter(([name]) => !left.includes(name)));
