import { useState } from 'preact/hooks';
import type { CaughtUp, NamedRow } from '../../src/domain/crm';
import { t } from '../texts/text';
import { Button } from './button';

/** A row as people find it again. */
export const rowText = ({ row, name }: NamedRow): string =>
  t('rows.named', { row: String(row), name: name || t('noName') });

type Props = {
  readonly waiting: CaughtUp['waiting'][number];
  /** How many of them are named. */
  readonly most: number;
  readonly onAdopt: () => Promise<void>;
};

/** Rows of a tab that wait to become records. */
export function WaitingRows({ waiting: { kind, rows }, most, onAdopt }: Props) {
  const [busy, setBusy] = useState(false);
  const more = rows.length - most;
  const adopt = async () => {
    setBusy(true);
    await onAdopt();
    setBusy(false);
  };
  return (
    <div class="flex items-start gap-1">
      <div class="min-w-0 flex-1">
        <p>{t('rows.waiting', { count: rows.length, tab: t(`tab.${kind}`) })}</p>
        <p class="text-sm text-soft">
          {rows.slice(0, most).map(rowText).join(', ')}
          {more > 0 && ` ${t('rows.more', { count: more })}`}
        </p>
      </div>
      <Button look="quiet" disabled={busy} onClick={adopt}>
        {t(busy ? 'busy' : 'rows.adopt')}
      </Button>
    </div>
  );
}
