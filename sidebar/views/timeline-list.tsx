import { useState } from 'preact/hooks';
import type { Activity } from '../../src/domain/records';
import { IconButton } from '../components/button';
import { Icon } from '../components/icon';
import { LoadFailed } from '../components/load-failed';
import { Skeleton } from '../components/skeleton';
import { TASK } from '../data/log-drafts';
import type { Subject } from '../data/timelines';
import { t } from '../texts/text';
import { DeleteRecord } from './delete-record';
import { usePanel } from './panel-context';
import { iconOfType } from './quick-log';

/** The server answers with at most this many. */
const MOST = 50;

export function TimelineList({ subject }: { subject: Subject }) {
  const { timelines } = usePanel();
  const { activities, error, saving } = timelines.of(subject).value;
  if (error && !activities) return <LoadFailed text={error.message} onRetry={() => timelines.load(subject)} />;
  if (!activities) return <Skeleton rows={4} tall />;
  if (activities.length === 0) return <p class="text-soft">{t('timeline.empty')}</p>;
  return (
    <>
      <ol class="flex flex-col gap-2">
        {activities.map((activity) => (
          <Entry key={activity.id} activity={activity} subject={subject} saving={saving.has(activity.id)} />
        ))}
      </ol>
      {activities.length >= MOST && <p class="pt-2 text-soft">{t('timeline.more', { count: MOST })}</p>}
    </>
  );
}

type EntryProps = { readonly activity: Activity; readonly subject: Subject; readonly saving: boolean };

function Entry({ activity, subject, saving }: EntryProps) {
  const { session, dealLines } = usePanel();
  const formats = session.formats.value;
  const [deleting, setDeleting] = useState(false);
  const { id, type, when, due, doneAt } = activity;
  const name = activity.subject || type;
  const isOpen = due !== null && doneAt === null;
  const isLate = isOpen && due < session.today.value;
  const deal =
    subject.kind === 'lead' && activity.opportunityId ? dealLines.byId.value.get(activity.opportunityId) : null;
  return (
    <li class={`group relative flex gap-2 ${saving ? 'opacity-60' : ''}`}>
      <span class="pt-px text-soft">
        <Icon name={iconOfType(type)} />
      </span>
      <div class="min-w-0 flex-1">
        <p class="flex gap-2">
          <span class="min-w-0 flex-1 font-medium">{name}</span>
          <span class="shrink-0 text-sm text-soft">
            {when === null ? '' : formats.moment(when, session.today.value)}
          </span>
        </p>
        {activity.details && <p class="whitespace-pre-line">{activity.details}</p>}
        <p class="text-sm text-soft">
          {[activity.subject ? type : '', deal?.title, activity.owner || activity.createdBy]
            .filter(Boolean)
            .join(' · ')}
        </p>
        {doneAt !== null && (due !== null || type === TASK) && <p class="text-sm text-won">{t('timeline.done')}</p>}
        {deleting && (
          <div class="pt-1">
            <DeleteRecord doomed={{ kind: 'activity', id, name }} onClose={() => setDeleting(false)} />
          </div>
        )}
        {isOpen && (
          <p class={`text-sm ${isLate ? 'font-semibold text-lost' : 'text-soft'}`}>
            {t(isLate ? 'timeline.late' : 'timeline.due', { day: formats.day(due) })}
          </p>
        )}
      </div>
      {!saving && !deleting && (
        <span class="absolute -top-1.5 -right-1.5 rounded-md bg-paper opacity-0 group-hover:opacity-100 focus-within:opacity-100">
          <IconButton icon="trash" label={t('delete.activity', { name })} onClick={() => setDeleting(true)} />
        </span>
      )}
    </li>
  );
}
