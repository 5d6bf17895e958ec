import type { Refused } from '../../data/import/dry-run';
import { t } from '../../texts/text';

/** More would only make the dialog slow; the file to copy or download holds all. */
const MOST = 200;

export const RefusedList = ({ refused }: { refused: readonly Refused[] }) => (
  <>
    <ul>
      {refused.slice(0, MOST).map(({ row, reason }) => (
        <li key={row} class="flex gap-3 border-b border-line py-1">
          <span class="w-16 shrink-0 text-soft even-digits">{t('import.rowNumber', { row: String(row) })}</span>
          <span class="min-w-0 flex-1">{reason}</span>
        </li>
      ))}
    </ul>
    {refused.length > MOST && <p class="pt-1 text-soft">{t('import.moreRefused', { count: refused.length - MOST })}</p>}
  </>
);
