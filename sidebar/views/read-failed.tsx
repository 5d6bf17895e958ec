import { Button } from '../components/button';
import { LoadFailed } from '../components/load-failed';
import type { CallError } from '../data/call-error';
import { t } from '../texts/text';
import { usePanel } from './panel-context';

/** A screen or list that could not be read. Where the tabs themselves are broken, they can be completed. */
export function ReadFailed({ error, onRetry }: { error: CallError; onRetry: () => void }) {
  const { setUp } = usePanel();
  return (
    <div class="p-3">
      <LoadFailed text={error.message} onRetry={onRetry}>
        {error.code === 'SHEET_BROKEN' && <Button onClick={setUp}>{t('broken.button')}</Button>}
      </LoadFailed>
      {error.code === 'SHEET_BROKEN' && <p class="pt-2 text-soft">{t('broken.text')}</p>}
    </div>
  );
}
