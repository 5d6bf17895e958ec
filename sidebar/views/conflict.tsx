import type { Difference } from '../../src/domain/errors';
import { ownName } from '../../src/domain/settings';
import type { Panel } from '../data/panel';
import { t } from '../texts/text';

/** Who was first, and when, as far as that is known: Google does not tell who typed in the grid of everybody. */
export function whoChanged({ session }: Panel, label: string, { by }: Difference): string {
  if (!by?.who) return t('conflict.someone', { field: label });
  const who = ownName(session.settings.value, by.who) || by.who;
  return t('conflict.by', { field: label, who, when: session.formats.value.moment(by.at, session.today.value) });
}

/** Two values for one field, one above the other. */
export const BothValues = ({ theirs, yours }: { theirs: string; yours: string }) => (
  <dl class="grid grid-cols-[auto_1fr] gap-x-3 pt-0.5">
    <dt>{t('conflict.theirs')}</dt>
    <dd dir="auto" class="line-clamp-12 font-semibold">
      {theirs || t('field.empty')}
    </dd>
    <dt>{t('conflict.yours')}</dt>
    <dd dir="auto" class="line-clamp-12 font-semibold">
      {yours || t('field.empty')}
    </dd>
  </dl>
);
