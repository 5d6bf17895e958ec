import type { CallError } from '../data/call-error';
import { t } from '../texts/text';
import { Button } from './button';
import { Note } from './note';

/** Says why something could not be read, and lets the user try again. */
export const LoadFailed = ({ error, onRetry }: { error: CallError; onRetry: () => void }) => (
  <div class="p-3">
    <Note text={error.message}>
      <Button onClick={onRetry} icon="refresh">
        {t('retry')}
      </Button>
    </Note>
  </div>
);
