import { useState } from 'preact/hooks';
import type { Selection } from '../../../src/contract/contract';
import { Button } from '../../components/button';
import { t } from '../../texts/text';

/** So many are read at a glance. */
export const NAMED = 10;

/** What a list of records says of each besides its name. */
const BESIDE = { lead: 'status', opportunity: 'stage', activity: 'type' } as const;

/** The records by name: the first of them, and all when asked. */
export function BulkRecords({ selection: { records, of } }: { selection: Selection }) {
  const [isAll, setAll] = useState(false);
  const more = isAll ? 0 : records.length - NAMED;
  return (
    <>
      <ul aria-label={t('bulk.records')} class="pt-1.5">
        {records.slice(0, more > 0 ? NAMED : records.length).map(({ id, name, seen }) => (
          <li key={id} class="flex gap-2 px-3 py-px">
            <span class="min-w-0 flex-1 truncate" title={name}>
              {name || t('noName')}
            </span>
            <span class="max-w-28 truncate text-soft">{String(seen[BESIDE[of]] ?? '')}</span>
          </li>
        ))}
      </ul>
      {more > 0 && (
        <div class="px-1.5">
          <Button look="quiet" onClick={() => setAll(true)}>
            {t('rows.more', { count: more })}
          </Button>
        </div>
      )}
    </>
  );
}

/** The same in a sentence. */
export function namesOf(records: Selection['records']): string {
  const names = records.slice(0, NAMED).map(({ name }) => name || t('noName'));
  const more = records.length - names.length;
  return names.join(', ') + (more > 0 ? ` ${t('rows.more', { count: more })}` : '');
}
