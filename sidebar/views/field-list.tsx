import { useRef, useState } from 'preact/hooks';
import { Button } from '../components/button';
import type { Kind } from '../data/record-actions';
import type { Shown } from '../data/records';
import { type FieldName, type ShownField, shownOwn } from '../data/shown-field';
import { t } from '../texts/text';
import { FieldRow } from './field-row';
import { usePanel } from './panel-context';

type Props<Name extends FieldName> = {
  readonly kind: Kind;
  readonly id: string;
  readonly shown: Shown<Readonly<Record<Name, unknown>>>;
  readonly fields: Readonly<Record<Name, ShownField>>;
  /** Shown always. */
  readonly main: readonly Name[];
  /** Shown when they hold something, or on demand; so are the columns that people added. */
  readonly more: readonly Name[];
  /** Of `more`: says nothing although it holds something. */
  readonly quiet?: readonly FieldName[];
};

const NONE: readonly never[] = [];

const isBlank = (value: unknown) => value === '' || value == null || (Array.isArray(value) && value.length === 0);

export function FieldList<Name extends FieldName>({ kind, id, shown, fields, main, more, quiet = NONE }: Props<Name>) {
  const { session } = usePanel();
  const [all, setAll] = useState(false);
  const record: Readonly<Partial<Record<FieldName, unknown>>> = shown.found?.record ?? {};
  const named = (name: Name): readonly [FieldName, ShownField] => [name, fields[name]];
  const rest = [...more.map(named), ...session.ownFields.value[kind].map((own) => [own.name, shownOwn(own)] as const)];
  const holds = ([name]: readonly [FieldName, ShownField]) =>
    (!isBlank(record[name]) && !quiet.includes(name)) || name in (shown.found?.odd ?? {}) || shown.troubles.has(name);
  // A row that is emptied stays: it would go from under the keyboard, and its undo with it.
  const stays = useRef({ id, names: new Set<FieldName>() });
  if (stays.current.id !== id) stays.current = { id, names: new Set() };
  const { names } = stays.current;
  const visible = all ? rest : rest.filter((one) => names.has(one[0]) || holds(one));
  for (const [name] of visible) names.add(name);
  const hidden = rest.length - visible.length;
  return (
    <>
      {[...main.map(named), ...visible].map(([name, field]) => (
        <FieldRow key={name} kind={kind} id={id} name={name} field={field} shown={shown} />
      ))}
      {hidden > 0 && (
        <div class="-ml-1.5">
          <Button look="quiet" onClick={() => setAll(true)}>
            {t('record.more', { count: hidden })}
          </Button>
        </div>
      )}
    </>
  );
}
