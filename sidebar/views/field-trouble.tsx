import type { Field } from '../../src/domain/fields';
import { Button } from '../components/button';
import { Note } from '../components/note';
import type { Kind } from '../data/record-actions';
import type { Trouble } from '../data/records';
import { shownText } from '../data/typed';
import { t } from '../texts/text';
import type { FieldName } from './field-row';
import { usePanel } from './panel-context';

type Props = {
  readonly kind: Kind;
  readonly id: string;
  readonly name: FieldName;
  readonly field: Field;
  /** What stands there now. */
  readonly value: unknown;
  readonly currency: string;
  readonly trouble: Trouble | null;
};

/** A change that did not go through, with what the user wanted: nothing typed is lost. */
export function FieldTrouble({ kind, id, name, field, value, currency, trouble }: Props) {
  const { leads, deals, session } = usePanel();
  if (!trouble) return null;
  const asText = (value: unknown) =>
    shownText(field, value, session.formats.value, currency, session.today.value) || t('field.empty');
  const drop = () => (kind === 'lead' ? leads : deals).setTrouble(id, name, null);
  const isConflict = trouble.error.code === 'CONFLICT';
  const wanted = asText(trouble.wanted);
  return (
    <div class="pb-1.5 text-base font-normal">
      <Note
        tone={isConflict ? 'warn' : 'bad'}
        text={
          isConflict
            ? t('field.conflict', { field: t(`field.${name}`), now: asText(value), wanted })
            : t('field.notSaved', { wanted, reason: trouble.error.message })
        }
      >
        <Button onClick={drop}>{t(isConflict ? 'field.keep' : 'field.drop')}</Button>
        <Button onClick={trouble.again}>{t(isConflict ? 'field.overwrite' : 'retry')}</Button>
      </Note>
    </div>
  );
}
