import { IconButton } from '../components/button';
import { t } from '../texts/text';
import { usePanel } from './panel-context';
import { ScreenHead } from './screen-head';

/** The bar above a record: says when something is being saved, and lets the user stop following the grid. */
export function RecordHead({ title, saving }: { title: string; saving: boolean }) {
  const { follower } = usePanel();
  const pinned = follower.pinned.value;
  return (
    <ScreenHead title={title}>
      <span role="status" class="text-soft">
        {saving ? t('saving') : ''}
      </span>
      <IconButton icon="pin" label={t('follow.pin')} pressed={pinned} onClick={() => follower.setPinned(!pinned)} />
    </ScreenHead>
  );
}
