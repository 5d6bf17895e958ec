import { Button } from '../../components/button';
import { openBulk } from '../../data/bulk';
import { t } from '../../texts/text';
import { usePanel } from '../panel-context';

/** Above whatever is shown, while several rows are selected in the grid. */
export function SelectionBar() {
  const panel = usePanel();
  const { bulk, screens, session } = panel;
  const rows = bulk.rows.value;
  const isOpen = screens.current.value.name === 'bulk';
  if (!rows || !session.canEdit.value || (isOpen && !bulk.isOther())) return null;
  return (
    <div class="flex items-center gap-1 border-b border-line bg-wash pr-1.5 pl-3">
      <span class="min-w-0 flex-1 truncate" role="status">
        {t('bulk.bar', { count: rows.count })}
      </span>
      <Button look="quiet" onClick={() => openBulk(panel)}>
        {t(isOpen ? 'bulk.useThese' : 'bulk.open')}
      </Button>
    </div>
  );
}
