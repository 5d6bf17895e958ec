import type { Instant } from '../../src/domain/day';
import { t } from '../texts/text';
import { usePanel } from './panel-context';

type DateLabel = 'field.stageSince' | 'field.closedAt' | 'field.createdAt' | 'field.updatedAt';

/** What the CRM dates itself. */
export function Dates({ dates }: { dates: readonly (readonly [DateLabel, Instant | null])[] }) {
  const { session } = usePanel();
  const known = dates.flatMap(([label, at]) => (at === null ? [] : [[label, at] as const]));
  if (known.length === 0) return null;
  return (
    <dl class="grid grid-cols-[auto_1fr] gap-x-3 border-t border-line px-3 py-2 text-sm text-soft">
      {known.map(([label, at]) => (
        <>
          <dt>{t(label)}</dt>
          <dd>{session.formats.value.moment(at, session.today.value)}</dd>
        </>
      ))}
    </dl>
  );
}
