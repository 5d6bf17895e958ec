import type { CaughtUp } from '../../src/domain/crm';
import { Bar } from '../components/bar';
import { Button } from '../components/button';
import { WaitingRows } from '../components/waiting-rows';
import { openRepairDialog } from '../data/renew';
import { adoptRows } from '../data/row-actions';
import { t } from '../texts/text';
import { usePanel } from './panel-context';

/** What people did in the grid that the CRM can make whole. It is told late, so it stands below the lists: nothing moves. */
export function RowBars() {
  const panel = usePanel();
  const { rows } = panel;
  const copies = rows.twice.value.reduce((count, group) => count + group.rows.length, 0);
  return (
    <>
      {rows.waiting.value.map((one) => (
        <WaitingBar key={one.kind} waiting={one} />
      ))}
      {copies > 0 && (
        <Bar tone="warn" text={t('twice.bar', { count: copies })}>
          <Button look="quiet" onClick={() => openRepairDialog(panel)}>
            {t('twice.look')}
          </Button>
        </Bar>
      )}
    </>
  );
}

function WaitingBar({ waiting }: { waiting: CaughtUp['waiting'][number] }) {
  const panel = usePanel();
  return (
    <div class="border-t border-line bg-wash py-1 pr-1.5 pl-3">
      <WaitingRows waiting={waiting} most={3} onAdopt={() => adoptRows(panel, waiting.kind)} />
    </div>
  );
}
