import { Button } from '../components/button';
import { LoadFailed } from '../components/load-failed';
import type { CallError } from '../data/call-error';
import { t } from '../texts/text';
import { usePanel } from './panel-context';

/** A screen or list that could not be read. Where the tabs themselves are broken, they can be completed. */
export function ReadFailed({ error, onRetry }: { error: CallError; onRetry: () => void }) {
  const { setUp, session } = usePanel();
  const isMendable = error.code === 'SHEET_BROKEN' && session.canEdit.value;
  return (
    <div class="p-3">
      <LoadFailed text={error.message} onRetry={onRetry}>
        {isMendable && <Button onClick={setUp}>{t('broken.button')}</Button>}
      </LoadFailed>
      {isMendable && <p class="pt-2 text-soft">{t('broken.text')}</p>}
    </div>
  );
}
