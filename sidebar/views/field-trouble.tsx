import { Button } from '../components/button';
import { Note } from '../components/note';
import { labelOf } from '../data/field-label';
import type { Kind } from '../data/record-actions';
import type { Trouble } from '../data/records';
import type { FieldName, ShownField } from '../data/shown-field';
import { shownText } from '../data/typed';
import { t } from '../texts/text';
import { BothValues, whoChanged } from './conflict';
import { usePanel } from './panel-context';

type Props = {
  readonly kind: Kind;
  readonly id: string;
  readonly name: FieldName;
  readonly field: ShownField;
  /** What stands there now. */
  readonly now: string;
  readonly currency: string;
  readonly trouble: Trouble | null;
  /** Values of this field as people read them, where that is more than the field tells. */
  readonly show?: (value: unknown) => string;
};

/** A change that did not go through, with what the user wanted: nothing typed is lost. */
export function FieldTrouble({ kind, id, name, field, now, currency, trouble, show }: Props) {
  const panel = usePanel();
  if (!trouble) return null;
  const { leads, deals, activities, session } = panel;
  const { error } = trouble;
  const drop = () => ({ lead: leads, opportunity: deals, activity: activities })[kind].setTrouble(id, name, null);
  const value = trouble.wanted[name];
  const wanted = show?.(value) ?? shownText(field, value, session.formats.value, currency, session.today.value);
  const difference = error.differences.find((one) => one.field === name) ?? error.differences[0];
  return (
    <div class="w-full pb-1.5 text-base font-normal">
      {difference ? (
        <Note
          tone="warn"
          text={
            <>
              {whoChanged(panel, labelOf(name), difference)}
              <BothValues theirs={now} yours={wanted} />
            </>
          }
        >
          <Button onClick={drop}>{t('field.keep')}</Button>
          <Button onClick={trouble.again}>{t('field.overwrite')}</Button>
        </Note>
      ) : (
        <Note
          text={
            error.code === 'CONFLICT'
              ? error.message
              : t('field.notSaved', { wanted: wanted || t('field.empty'), reason: error.message })
          }
        >
          <Button onClick={drop}>{t(error.code === 'CONFLICT' ? 'dismiss' : 'field.drop')}</Button>
          {error.code !== 'CONFLICT' && <Button onClick={trouble.again}>{t('retry')}</Button>}
        </Note>
      )}
    </div>
  );
}
