import { useRef } from 'preact/hooks';
import { Button, IconButton } from '../components/button';
import { labelOf } from '../data/field-label';
import { savedOf } from '../data/saved-field';
import { t } from '../texts/text';
import { usePanel } from './panel-context';
import { ScreenHead } from './screen-head';

type Props = { readonly id: string; readonly title: string; readonly saving: boolean };

/** The bar above a record: says what is being saved, takes the last save back, and lets the user stop following the grid. */
export function RecordHead({ id, title, saving }: Props) {
  const panel = usePanel();
  const { follower } = panel;
  const pinned = follower.pinned.value;
  const last = saving ? null : savedOf(panel, id);
  const label = last && labelOf(last.field);
  const pin = useRef<HTMLSpanElement>(null);
  const undo = () => {
    // The button goes; the keyboard stays in the bar.
    pin.current?.querySelector('button')?.focus();
    last?.undo();
  };
  return (
    <ScreenHead title={title}>
      <span role="status" class="min-w-0 truncate text-soft">
        {saving ? t('saving') : label ? t('record.saved', { field: label }) : ''}
      </span>
      {label && (
        <Button look="quiet" label={t('record.undo', { field: label })} onClick={undo}>
          {t('toast.undo')}
        </Button>
      )}
      <span ref={pin}>
        <IconButton icon="pin" label={t('follow.pin')} pressed={pinned} onClick={() => follower.setPinned(!pinned)} />
      </span>
    </ScreenHead>
  );
}
