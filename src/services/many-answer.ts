import type { Crm, ManyChanged } from '../domain/crm';
import type { Difference } from '../domain/errors';
import { FIELDS, fieldNamed } from '../domain/fields';
import { askedFor } from '../domain/history';
import type { RecordKind } from '../domain/ids';
import type { ManyDone, ManyKept } from '../domain/many';
import { isSame, valuesIn } from '../domain/undoing';

/** As far back as is looked for whoever changed a record first. */
const NEWEST = 300;

/** `lines`: as many as a record that was changed leaves in History. `held`: whether the user saw a record hold the value before. */
type Asked = {
  readonly kind: RecordKind;
  readonly field: string;
  readonly ids: readonly string[];
  readonly lines: number;
  readonly held: (id: string) => boolean;
};

/** What became of many records, with who was first where somebody was. */
export function manyAnswer(crm: Crm, asked: Asked, { done, written, kept }: ManyDone): ManyChanged {
  const there = new Set([...done, ...kept.map(({ id }) => id)]);
  const now = new Set(written);
  const isEarlier = done.some((id) => !now.has(id) && !asked.held(id));
  const earlier = isEarlier ? changedBefore(crm) : new Set<string>();
  const changed = done.filter((id) => now.has(id) || earlier.has(id)).length;
  const by = kept.some(({ why }) => why === 'changed') ? firstBy(crm, asked, written.length) : () => undefined;
  return {
    changed,
    kept: kept.map((one) => {
      const first = by(one);
      return first ? { ...one, by: first } : one;
    }),
    missing: asked.ids.filter((id) => !there.has(id)),
    action: changed > 0 ? crm.action : null,
  };
}

/** Records that an earlier call of this action has changed, whose answer was lost. */
const changedBefore = (crm: Crm): ReadonlySet<string> =>
  new Set(askedFor(crm.log.since(crm.action).filter(({ action }) => action === crm.action)).map(({ id }) => id));

type By = NonNullable<Difference['by']>;

/**
 * Who gave a record the value that it keeps, by the newest lines of History before those of this action: among its own are
 * those of what was put right for others. Nobody where the last change that is told left something else.
 */
function firstBy(crm: Crm, { kind, field, lines }: Asked, written: number): (one: ManyKept) => By | undefined {
  const newest = crm.log.newest(NEWEST + lines * written);
  const others = newest.filter((line) => line.kind === kind && line.field !== '' && line.action !== crm.action);
  const last = new Map(
    others.filter((line) => fieldNamed(kind, line.field).name === field).map((line) => [line.id, line]),
  );
  return ({ id, now, why }) => {
    const line = why === 'changed' ? last.get(id) : undefined;
    const values = line && valuesIn(line);
    const isIts = values && isSame(FIELDS[kind][field]?.kind ?? null, now, values.after);
    return isIts ? { who: line.who, at: line.at } : undefined;
  };
}
