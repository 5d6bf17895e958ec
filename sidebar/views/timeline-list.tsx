import { useState } from 'preact/hooks';
import { BETWEEN } from '../../src/domain/lines';
import type { Activity } from '../../src/domain/records';
import { TASK } from '../../src/domain/tasks';
import { IconButton } from '../components/button';
import { Icon } from '../components/icon';
import type { Subject } from '../data/timelines';
import { t } from '../texts/text';
import { DeleteRecord } from './delete-record';
import { usePanel } from './panel-context';
import { iconOfType } from './quick-log';

type EntryProps = { readonly activity: Activity; readonly subject: Subject; readonly saving: boolean };

/** An activity as a row of a timeline. */
export function ActivityEntry({ activity, subject, saving }: EntryProps) {
  const { session, dealLines, screens } = usePanel();
  const formats = session.formats.value;
  const [deleting, setDeleting] = useState(false);
  const { id, type, when, due, doneAt } = activity;
  const at = when ?? doneAt;
  const name = activity.subject || type;
  const deal =
    subject.kind === 'lead' && activity.opportunityId ? dealLines.byId.value.get(activity.opportunityId) : null;
  return (
    <li class={`group relative flex gap-2 ${saving ? 'opacity-60' : ''}`}>
      <span class="pt-px text-soft">
        <Icon name={iconOfType(type)} />
      </span>
      <div class="min-w-0 flex-1">
        <p class="flex gap-2">
          <button
            type="button"
            class="min-w-0 flex-1 rounded-md text-left font-medium hover:bg-wash"
            disabled={saving}
            onClick={() => screens.go({ name: 'activity', id })}
          >
            {name}
          </button>
          <span class="shrink-0 text-sm text-soft">{at ? formats.moment(at, session.today.value) : ''}</span>
        </p>
        {activity.details && <p class="whitespace-pre-line">{activity.details}</p>}
        <p class="text-sm text-soft">
          {[activity.subject ? type : '', deal?.title, activity.owner || activity.createdBy]
            .filter(Boolean)
            .join(BETWEEN)}
        </p>
        {doneAt !== null && (due !== null || type === TASK) && <p class="text-sm text-won">{t('timeline.done')}</p>}
        {deleting && (
          <div class="pt-1">
            <DeleteRecord doomed={{ kind: 'activity', id, name }} onClose={() => setDeleting(false)} />
          </div>
        )}
      </div>
      {!saving && !deleting && session.canEdit.value && (
        <span class="absolute -top-1.5 -right-1.5 rounded-md bg-paper opacity-0 group-hover:opacity-100 focus-within:opacity-100">
          <IconButton icon="trash" label={t('delete.activity', { name })} onClick={() => setDeleting(true)} />
        </span>
      )}
    </li>
  );
}
