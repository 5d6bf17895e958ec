import type { Crm, ManyChanged } from '../domain/crm';
import type { Difference } from '../domain/errors';
import { fieldNamed } from '../domain/fields';
import type { RecordKind } from '../domain/ids';
import type { ManyDone } from '../domain/many';

/** As far back as is looked for whoever changed a record first. */
const NEWEST = 300;

/** What became of many records, with who was first where somebody was. */
export function manyAnswer(
  crm: Crm,
  { kind, field, ids }: { readonly kind: RecordKind; readonly field: string; readonly ids: readonly string[] },
  { done, kept }: ManyDone,
): ManyChanged {
  const there = new Set([...done, ...kept.map(({ id }) => id)]);
  const byId = kept.some(({ why }) => why === 'changed') ? lastBy(crm, kind, field) : new Map<string, By>();
  return {
    changed: done.length,
    kept: kept.map((one) => {
      const by = one.why === 'changed' ? byId.get(one.id) : undefined;
      return by ? { ...one, by } : one;
    }),
    missing: ids.filter((id) => !there.has(id)),
    action: crm.action,
  };
}

type By = NonNullable<Difference['by']>;

/** Who changed the field of each record last, by the newest lines of History. */
function lastBy(crm: Crm, kind: RecordKind, field: string): ReadonlyMap<string, By> {
  const lines = crm.log.newest(NEWEST).filter((line) => line.kind === kind && line.field !== '');
  const own = lines.filter((line) => fieldNamed(kind, line.field).name === field);
  return new Map(own.map(({ id, who, at }) => [id, { who, at }]));
}
