import { useState } from 'preact/hooks';
import { Button } from '../../components/button';
import { Note } from '../../components/note';
import { closeDialog } from '../../data/door';
import { refusedCsv } from '../../data/import/refused-csv';
import type { Progress } from '../../data/import/run';
import { t } from '../../texts/text';
import { copyText, downloadText } from './hand-over';
import { useImport } from './import-context';
import { RefusedList } from './refused-list';

export function Summary({ progress }: { progress: Progress }) {
  const { importer } = useImport();
  const { state, added, refused, unlinked, error, warnings } = progress;
  const isLeads = importer.kind.value === 'lead';
  const total = importer.source.value?.table.rows.length ?? 0;
  const left = total - progress.sent;
  return (
    <>
      <div class="flex min-h-0 flex-1 flex-col gap-3 overflow-y-auto p-4">
        <p class="text-xl font-semibold" role="status">
          {t(isLeads ? 'import.addedLeads' : 'import.addedDeals', { count: added })}
        </p>
        {state === 'cancelled' && <Note tone="warn" text={t('import.cancelled', { count: left })} />}
        {state === 'stopped' && error && (
          <Note
            text={t(error.code === 'CONFLICT' ? 'import.conflict' : 'import.stopped', {
              row: progress.sent,
              reason: error.message,
            })}
          />
        )}
        {warnings
          .filter((reason) => state !== 'stopped' || reason !== error?.message)
          .map((reason) => (
            <Note key={reason} tone="warn" text={t('import.lookAt', { reason })} />
          ))}
        {unlinked > 0 && <p>{t('import.unlinked', { count: unlinked })}</p>}
        {refused.length > 0 ? (
          <RefusedRows progress={progress} />
        ) : (
          state === 'done' && <p>{t('import.noneRefused')}</p>
        )}
      </div>
      <footer class="flex justify-end gap-1.5 border-t border-line px-4 py-2.5">
        <Button onClick={importer.reset}>{t('import.another')}</Button>
        {state === 'done' ? (
          <Button look="primary" onClick={closeDialog}>
            {t('import.close')}
          </Button>
        ) : (
          <Button look="primary" onClick={importer.start}>
            {t('import.continue', { count: left })}
          </Button>
        )}
      </footer>
    </>
  );
}

function RefusedRows({ progress: { refused } }: { progress: Progress }) {
  const { importer } = useImport();
  const [copied, setCopied] = useState<boolean | null>(null);
  const table = importer.source.value?.table;
  const csv = () => (table ? refusedCsv(table, refused) : '');
  return (
    <section aria-label={t('import.refused', { count: refused.length })}>
      <div class="flex items-center gap-1.5 pb-1">
        <h2 class="flex-1 font-semibold">{t('import.refused', { count: refused.length })}</h2>
        <Button onClick={async () => setCopied(await copyText(csv()))}>{t('import.copy')}</Button>
        <Button onClick={() => downloadText(t('import.refusedFile'), csv())}>{t('import.download')}</Button>
      </div>
      <p role="status" class="text-soft">
        {copied === null ? t('import.refusedHint') : t(copied ? 'import.copied' : 'import.notCopied')}
      </p>
      <RefusedList refused={refused} />
    </section>
  );
}
