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
      return row ? knownOf(row) : null;
    },
    formulaOf(kind, id, field) {
      return of(kind)?.lastKnown(id)?.texts[field] ?? '';
    },
  };
}

/** What is not known is left out, not blank: long texts, and what formulas and dates were in cells where they do not belong. */
function knownOf({ found: { record, odd, formulas }, left }: CachedRow<object>): object {
  const isText = (text: string) => /[a-z]/i.test(text);
  const entries = Object.entries({ ...record, ...odd });
  return Object.fromEntries(
    entries.filter(
      ([name]) => !left.includes(name) && !formulas.includes(name) && (odd[name] === undefined || isText(odd[name])),
    ),
  );
}
