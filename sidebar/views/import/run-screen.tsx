import { useEffect, useState } from 'preact/hooks';
import { Button } from '../../components/button';
import { CHUNK, type Progress } from '../../data/import/run';
import { t } from '../../texts/text';
import { useImport } from './import-context';

/** After this long without an answer people wonder. */
const LONG = 30_000;

export function RunScreen({ progress }: { progress: Progress }) {
  const { importer } = useImport();
  const [isLong, setIsLong] = useState(false);
  const total = importer.source.value?.table.rows.length ?? 0;
  const cancelling = importer.cancelling.value;

  // biome-ignore lint/correctness/useExhaustiveDependencies: begins anew with each chunk
  useEffect(() => {
    setIsLong(false);
    const timer = setTimeout(() => setIsLong(true), LONG);
    return () => clearTimeout(timer);
  }, [progress.sent]);

  return (
    <div class="flex flex-1 flex-col justify-center gap-3 px-12">
      <p class="text-lg font-semibold" role="status">
        {cancelling ? t('import.cancelling') : t('import.running', { done: progress.sent, total })}
      </p>
      <progress
        class="h-2 w-full overflow-hidden rounded-full [&::-webkit-progress-bar]:bg-wash [&::-webkit-progress-value]:bg-ink"
        aria-label={t('import.progress')}
        value={progress.sent}
        max={total}
      />
      <p class="text-soft">{t('import.soFar', { added: progress.added, refused: progress.refused.length })}</p>
      {isLong && <p class="text-warn">{t('import.slow')}</p>}
      <div class="flex items-center gap-3">
        <Button disabled={cancelling} onClick={importer.cancel}>
          {t('cancel')}
        </Button>
        <span class="text-soft">{t('import.cancelHint', { count: CHUNK })}</span>
      </div>
    </div>
  );
}
