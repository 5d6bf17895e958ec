import { useComputed } from '@preact/signals';
import { ownedBy } from '../data/own-views';
import { changeViews } from '../data/view-actions';
import { t } from '../texts/text';
import { EmptyList } from './empty-list';
import { usePanel } from './panel-context';

/** Google does not tell who the user is, or Settings lists no owner of that address: they say it once. */
export function WhoAreYou() {
  const panel = usePanel();
  const { session, leadLines, dealLines } = panel;
  const names = useComputed(() => {
    const listed = session.settings.value.owners.map(({ name }) => name);
    const lines = [...leadLines.lines.value, ...dealLines.lines.value];
    return [...new Set([...listed, ...lines.map(({ owner }) => owner.trim())])].filter(Boolean).sort();
  });
  if (names.value.length === 0) return <EmptyList title={t('list.whoAreYou')} text={t('list.nobody')} />;
  return (
    <label class="flex flex-col gap-1.5 p-4">
      <span class="font-semibold">{t('list.whoAreYou')}</span>
      <select
        class="h-7 rounded-md border border-edge bg-card px-1"
        value=""
        onChange={(event) => changeViews(panel, ownedBy(event.currentTarget.value))}
      >
        <option value="" disabled>
          {t('list.chooseName')}
        </option>
        {names.value.map((name) => (
          <option key={name} value={name}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}
