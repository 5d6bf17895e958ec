import { Bar } from '../components/bar';
import { Button } from '../components/button';
import { Note } from '../components/note';
import { nameOfLeadId } from '../data/record-actions';
import { t } from '../texts/text';
import { usePanel } from './panel-context';

/** Asks what becomes of unsaved typing before the screen is left. */
export function LeaveBar() {
  const { screens } = usePanel();
  if (!screens.asked.value) return null;
  return (
    <div class="p-2">
      <Note tone="warn" text={t('leave.question')}>
        <Button onClick={screens.stay}>{t('leave.stay')}</Button>
        <Button onClick={screens.discard}>{t('leave.discard')}</Button>
      </Note>
    </div>
  );
}

/** What holds for all that is on the screen: said in one place, for as long as it holds. */
export function StateBars() {
  const { connection, session, refresh } = usePanel();
  return (
    <>
      {!session.canEdit.value && <Bar text={t('viewer.text')} />}
      {!connection.isOnline.value && (
        <Bar tone="warn" text={t('offline.text')}>
          <Button look="quiet" onClick={refresh}>
            {t('retry')}
          </Button>
        </Bar>
      )}
    </>
  );
}

/** Another row is selected, but what is being typed here comes first. It comes by itself, so it stands below: nothing moves. */
export function HeldBar() {
  const panel = usePanel();
  const held = panel.held.value;
  if (!held) return null;
  const name =
    held.name === 'lead' ? nameOfLeadId(panel, held.id) : (panel.dealLines.byId.value.get(held.id)?.title ?? '');
  return (
    <Bar text={t('held.text', { name: name || t('held.other') })}>
      <Button look="quiet" onClick={panel.showHeld}>
        {t('held.show')}
      </Button>
    </Bar>
  );
}
