import { useState } from 'preact/hooks';
import { Button } from '../../components/button';
import { rowText } from '../../components/waiting-rows';
import { repairIds, type Twice } from '../../data/repair-ids';
import { t } from '../../texts/text';
import { useRepair } from './repair-context';

/** Which rows share an id, and what repairing them does to each. */
export function TwiceList() {
  const groups = useRepair().rows.twice.value;
  if (groups.length === 0) return null;
  return (
    <section class="pb-2.5" aria-label={t('twice.title')}>
      <h2 class="font-semibold">{t('twice.title')}</h2>
      <p class="pb-1 text-soft">{t('twice.text')}</p>
      {groups.map((group) => (
        <Group key={`${group.kind} ${group.id}`} group={group} />
      ))}
    </section>
  );
}

function Group({ group }: { group: Twice }) {
  const tools = useRepair();
  const [busy, setBusy] = useState(false);
  const title = t('twice.rows', { tab: t(`tab.${group.kind}`), id: group.id });
  const repair = async () => {
    setBusy(true);
    await repairIds(tools, group);
    setBusy(false);
  };
  return (
    <section class="border-t border-line py-2" aria-label={title}>
      <div class="flex items-center gap-2 pb-1">
        <h3 class="min-w-0 flex-1 text-sm text-soft">{title}</h3>
        <Button disabled={busy} onClick={repair}>
          {t(busy ? 'busy' : 'twice.repair')}
        </Button>
      </div>
      <ul class="flex flex-col gap-1">
        {group.rows.map((one) => (
          <li key={one.row} class="flex gap-2">
            <span class="min-w-0 flex-1">{rowText(one)}</span>
            <span class={one.keeps ? 'font-semibold' : 'text-soft'}>{t(one.keeps ? 'twice.keeps' : 'twice.gets')}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
