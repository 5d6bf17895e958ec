import { useComputed } from '@preact/signals';
import { Decide } from '../components/decide';
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
      <Decide value="" button={t('list.thatIsMe')} onDecide={(name) => changeViews(panel, ownedBy(name))}>
        {(name, choose) => (
          <Select
            id="who"
            class="h-7 min-w-0 flex-1"
            choices={[{ value: '', text: t('list.chooseName') }, ...named(names.value)]}
            value={name}
            onChoose={choose}
          />
        )}
      </Decide>
    </div>
  );
}
