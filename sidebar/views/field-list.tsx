import { useState } from 'preact/hooks';
import type { Field } from '../../src/domain/fields';
import { Button } from '../components/button';
import type { Kind } from '../data/record-actions';
import type { Shown } from '../data/records';
import { t } from '../texts/text';
import { type FieldName, FieldRow } from './field-row';

type Props<Name extends FieldName> = {
  readonly kind: Kind;
  readonly id: string;
  readonly shown: Shown<Readonly<Record<Name, unknown>>>;
  readonly fields: Readonly<Record<Name, Field>>;
  /** Shown always. */
  readonly main: readonly Name[];
  /** Shown when they hold something, or on demand. */
  readonly more: readonly Name[];
  /** Of `more`: says nothing although it holds something. */
  readonly quiet?: readonly Name[];
};

const NONE: readonly never[] = [];

const isBlank = (value: unknown) => value === '' || value === null || (Array.isArray(value) && value.length === 0);

export function FieldList<Name extends FieldName>({ kind, id, shown, fields, main, more, quiet = NONE }: Props<Name>) {
  const [all, setAll] = useState(false);
  const record = shown.found?.record;
  const holds = (name: Name) =>
    (!isBlank(record?.[name]) && !quiet.includes(name)) || name in (shown.found?.odd ?? {}) || shown.troubles.has(name);
  const hidden = all ? [] : more.filter((name) => !holds(name));
  const visible = [...main, ...more.filter((name) => !hidden.includes(name))];
  return (
    <>
      {visible.map((name) => (
        <FieldRow key={name} kind={kind} id={id} name={name} field={fields[name]} shown={shown} />
      ))}
      {hidden.length > 0 && (
        <div class="-ml-1.5">
          <Button look="quiet" onClick={() => setAll(true)}>
            {t('record.more', { count: hidden.length })}
          </Button>
        </div>
      )}
    </>
  );
}
