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
  readonly now: string;
  readonly currency: string;
  readonly trouble: Trouble | null;
};

/** A change that did not go through, with what the user wanted: nothing typed is lost. */
export function FieldTrouble({ kind, id, name, field, now, currency, trouble }: Props) {
  const { leads, deals, session } = usePanel();
  if (!trouble) return null;
  const { error } = trouble;
  const drop = () => (kind === 'lead' ? leads : deals).setTrouble(id, name, null);
  const wanted =
    shownText(field, trouble.wanted[name], session.formats.value, currency, session.today.value) || t('field.empty');
  const question = t('field.conflict', { field: t(`field.${name}`), now: now || t('field.empty'), wanted });
  const isConflict = error.differences.length > 0;
  return (
    <div class="pb-1.5 text-base font-normal">
      {isConflict ? (
        <Note tone="warn" text={error.message} question={question}>
          <Button onClick={drop}>{t('field.keep')}</Button>
          <Button onClick={trouble.again}>{t('field.overwrite')}</Button>
        </Note>
      ) : (
        <Note text={error.code === 'CONFLICT' ? error.message : t('field.notSaved', { wanted, reason: error.message })}>
          <Button onClick={drop}>{t(error.code === 'CONFLICT' ? 'dismiss' : 'field.drop')}</Button>
          {error.code !== 'CONFLICT' && <Button onClick={trouble.again}>{t('retry')}</Button>}
        </Note>
      )}
    </div>
  );
}
