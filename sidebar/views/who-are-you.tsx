import { useComputed } from '@preact/signals';
import { named, Select } from '../components/select';
import { ownedBy } from '../data/own-views';
import { ownerNames } from '../data/owner-names';
import { changeViews } from '../data/view-actions';
import { t } from '../texts/text';
import { EmptyList } from './empty-list';
import { usePanel } from './panel-context';

/** Google does not tell who the user is, or Settings lists no owner of that address: they say it once. */
export function WhoAreYou() {
  const panel = usePanel();
  const names = useComputed(() => ownerNames(panel));
  if (names.value.length === 0) return <EmptyList title={t('list.whoAreYou')} text={t('list.nobody')} />;
  return (
    <div class="flex flex-col gap-1.5 p-4">
      <label for="who" class="font-semibold">
        {t('list.whoAreYou')}
      </label>
      <Select
        id="who"
        choices={[{ value: '', text: t('list.chooseName') }, ...named(names.value)]}
        value=""
        onChoose={(name) => name && changeViews(panel, ownedBy(name))}
      />
    </div>
  );
}
