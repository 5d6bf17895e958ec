import { Bar } from '../../components/bar';
import { Button } from '../../components/button';
import { openBulk } from '../../data/bulk';
import { t } from '../../texts/text';
import { usePanel } from '../panel-context';

/** Below whatever is shown, while several rows are selected in the grid. */
export function SelectionBar() {
  const panel = usePanel();
  const { bulk, screens, session } = panel;
  const rows = bulk.rows.value;
  const isOpen = screens.current.value.name === 'bulk';
  if (!rows || !session.canEdit.value || (isOpen && !bulk.isOther())) return null;
  return (
    <Bar text={t('bulk.bar', { count: rows.count })}>
      <Button look="quiet" onClick={() => openBulk(panel)}>
        {t(isOpen ? 'bulk.useThese' : 'bulk.open')}
      </Button>
    </Bar>
  );
}
