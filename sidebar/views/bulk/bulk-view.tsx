import { useState } from 'preact/hooks';
import type { Selection } from '../../../src/contract/contract';
import { Button } from '../../components/button';
import { Note } from '../../components/note';
import { Skeleton } from '../../components/skeleton';
import type { BulkDone } from '../../data/bulk-actions';
import { t } from '../../texts/text';
import { usePanel } from '../panel-context';
import { ReadFailed } from '../read-failed';
import { ScreenHead } from '../screen-head';
import { BulkForm } from './bulk-form';
import { BulkRecords } from './bulk-records';
import { BulkResult } from './bulk-result';

/** What can be done with all the records in the rows that are selected in the grid. */
export function BulkView() {
  const { bulk } = usePanel();
  const selection = bulk.selection.value;
  const error = bulk.error.value;
  return (
    <>
      <ScreenHead
        title={selection ? t(`bulk.title.${selection.of}`, { count: selection.records.length }) : t('bulk.title')}
      />
      <div class="min-h-0 flex-1 overflow-y-auto pb-3">
        {error ? (
          <ReadFailed error={error} onRetry={bulk.read} />
        ) : selection ? (
          <Selected key={bulk.readAt()} selection={selection} />
        ) : (
          <Skeleton rows={6} />
        )}
      </div>
    </>
  );
}

/** More rows are not changed at once. */
const MOST = 500;

function Selected({ selection }: { selection: Selection }) {
  const { screens } = usePanel();
  const [done, setDone] = useState<BulkDone | null>(null);
  const [isSure, setSure] = useState(selection.isChecked);
  const { count, records, of } = selection;

  if (done) return <BulkResult done={done} selection={selection} onClose={screens.back} />;
  if (count > MOST)
    return (
      <div class="p-3">
        <Note tone="plain" text={t('bulk.tooMany', { count, most: MOST })} />
      </div>
    );
  if (records.length === 0)
    return (
      <div class="p-3">
        <Note tone="plain" text={t('bulk.none')} />
        <LeftOut selection={selection} />
      </div>
    );
  return (
    <>
      <BulkRecords selection={selection} />
      <div class="px-3">
        <LeftOut selection={selection} />
      </div>
      {isSure ? (
        <BulkForm
          selection={selection}
          onDone={(result) => {
            // All of it is said by the message with its way back.
            if (result.kept.length + result.missing.length === 0) screens.back();
            else setDone(result);
          }}
        />
      ) : (
        <div class="p-3">
          <Note tone="warn" text={t('bulk.unchecked')} question={t('bulk.uncheckedQuestion')}>
            <Button onClick={() => setSure(true)}>{t(`bulk.takeAll.${of}`, { count: records.length })}</Button>
            <Button onClick={screens.back}>{t('cancel')}</Button>
          </Note>
        </div>
      )}
    </>
  );
}

/** Which of the selected rows are none of it, and why. */
const LeftOut = ({ selection: { hidden, others, isChecked } }: { selection: Selection }) => (
  <div class="pt-1 text-sm text-soft">
    {hidden > 0 && <p>{t('bulk.hidden', { count: hidden })}</p>}
    {others > 0 && <p>{t('bulk.others', { count: others })}</p>}
    {isChecked && <p>{t('bulk.filterViews')}</p>}
  </div>
);
