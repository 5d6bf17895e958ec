import { useEffect, useState } from 'preact/hooks';
import { activityFields } from '../../src/domain/fields';
import { nameOfLead } from '../../src/domain/lead';
import type { Activity } from '../../src/domain/records';
import { REPEATS } from '../../src/domain/repeat';
import { isOpenTask, TASK } from '../../src/domain/tasks';
import { Button, IconButton } from '../components/button';
import { Decide } from '../components/decide';
import { LeadPicker } from '../components/lead-picker';
import { Select } from '../components/select';
import { Skeleton } from '../components/skeleton';
import { isComing } from '../data/lines';
import { changeActivity, nameOfLeadId } from '../data/record-actions';
import type { Shown } from '../data/records';
import { completeTask, reopenTask } from '../data/task-actions';
import { t } from '../texts/text';
import { FieldList } from './field-list';
import { FieldRow } from './field-row';
import { FieldTrouble } from './field-trouble';
import { usePanel } from './panel-context';
import { ReadFailed } from './read-failed';
import { RecordFoot } from './record-foot';
import { RecordHead } from './record-head';

const FIELDS = { ...activityFields, repeat: { ...activityFields.repeat, options: REPEATS } };

const MAIN = ['type', 'due', 'when', 'doneAt', 'owner', 'details'] as const;
const REPEATING = ['type', 'due', 'repeat', 'when', 'doneAt', 'owner', 'details'] as const;

/** One activity: every field in place, what it is about, done or not. */
export function ActivityView({ id }: { id: string }) {
  const { activities } = usePanel();
  const shown = activities.shown(id).value;
  const { found, error } = shown;
  useEffect(() => {
    activities.load(id);
  }, [activities, id]);
  return (
    <>
      <RecordHead id={id} title={t('activity.title')} saving={shown.saving} />
      {error && <ReadFailed error={error} onRetry={() => activities.reload(id)} />}
      {found ? <ActivityBody activity={found.record} shown={shown} /> : !error && <Skeleton rows={8} />}
    </>
  );
}

type Props = { readonly activity: Activity; readonly shown: Shown<Activity> };

function ActivityBody({ activity, shown }: Props) {
  const panel = usePanel();
  const { id, subject, type } = activity;
  const canEdit = panel.session.canEdit.value;
  const canRepeat = panel.agenda.canRepeat.value || activity.repeat !== '';
  return (
    <div class="min-h-0 flex-1 overflow-y-auto pb-4">
      <div class="px-3 pt-1.5 pb-1">
        <FieldRow kind="activity" name="subject" field={activityFields.subject} shown={shown} id={id} look="title" />
        <AboutRow activity={activity} shown={shown} />
        <div class="py-1.5">
          {!canEdit ? null : isOpenTask(activity) ? (
            <Button look="primary" onClick={() => completeTask(panel, activity)}>
              {t('activity.complete')}
            </Button>
          ) : (
            (activity.due !== null || type === TASK) && (
              <Button onClick={() => reopenTask(panel, activity)}>{t('activity.reopen')}</Button>
            )
          )}
        </div>
        <FieldList
          kind="activity"
          id={id}
          shown={shown}
          fields={FIELDS}
          main={canRepeat ? REPEATING : MAIN}
          more={[]}
        />
      </div>
      {canEdit && <RecordFoot kind="activity" id={id} name={subject || type} />}
    </div>
  );
}

/** The lead and deal of an activity, to open them or to choose others. */
function AboutRow({ activity, shown }: Props) {
  const panel = usePanel();
  const { dealLines, screens, session } = panel;
  const { id, leadId, opportunityId } = activity;
  const [linking, setLinking] = useState(false);
  const deal = dealLines.byId.value.get(opportunityId);
  const lead = nameOfLeadId(panel, leadId);
  const link = (text: string, screen: Parameters<typeof screens.go>[0]) => (
    <button
      type="button"
      class="max-w-full truncate rounded-md px-1.5 py-0.5 text-link hover:bg-wash"
      onClick={() => screens.go(screen)}
    >
      {text}
    </button>
  );
  return (
    <>
      <div class="-mx-1.5 flex flex-wrap items-center">
        {opportunityId && link(deal?.title || t('deal'), { name: 'opportunity', id: opportunityId })}
        {leadId && link(lead || t('lead'), { name: 'lead', id: leadId })}
        {!session.canEdit.value ? null : leadId || opportunityId ? (
          <IconButton
            icon="chevron"
            label={t('activity.relink')}
            pressed={linking}
            onClick={() => setLinking(!linking)}
          />
        ) : (
          <Button look="quiet" onClick={() => setLinking(!linking)}>
            {t('activity.link')}
          </Button>
        )}
      </div>
      {linking && <LinkForm activity={activity} />}
      {(['opportunityId', 'leadId'] as const).map((name) => (
        <FieldTrouble
          key={name}
          kind="activity"
          id={id}
          name={name}
          field={activityFields[name]}
          now={name === 'leadId' ? lead : (deal?.title ?? '')}
          show={(value) => nameOfLeadId(panel, String(value)) || (dealLines.byId.value.get(String(value))?.title ?? '')}
          currency=""
          trouble={shown.troubles.get(name) ?? null}
        />
      ))}
    </>
  );
}

/** One of the lead's deals, or another lead by typing, whose list opens below. */
function LinkForm({ activity: { id, leadId, opportunityId } }: { activity: Activity }) {
  const panel = usePanel();
  const { dealLines, leadLines } = panel;
  const [text, setText] = useState(nameOfLeadId(panel, leadId));
  const deals = dealLines.lines.value.filter((deal) => deal.leadId === leadId || deal.id === opportunityId);
  // Until the lists are there, or where its row is gone.
  const isUnknown = opportunityId !== '' && !dealLines.byId.value.has(opportunityId);
  return (
    <div class="flex flex-col gap-1.5 pt-1">
      <Decide
        key={opportunityId}
        value={opportunityId}
        button={t('activity.linkDeal')}
        onDecide={(value) => changeActivity(panel, id, 'opportunityId', { opportunityId: value }, { opportunityId })}
      >
        {(value, choose) => (
          <Select
            class="h-7 min-w-0 flex-1"
            label={t('deal')}
            choices={[
              { value: '', text: t('activity.noDeal') },
              ...(isUnknown ? [{ value: opportunityId, text: t('deal') }] : []),
              ...deals.map((deal) => ({ value: deal.id, text: deal.title || t('noTitle') })),
            ]}
            value={value}
            onChoose={choose}
          />
        )}
      </Decide>
      <LeadPicker
        id={`${id}-lead`}
        leads={leadLines.lines.value}
        isLoading={isComing(leadLines.state.value)}
        label={t('field.lead')}
        text={text}
        onText={setText}
        onChoose={(lead) => {
          setText(nameOfLead(lead));
          changeActivity(panel, id, 'leadId', { leadId: lead.id, opportunityId: '' }, { leadId, opportunityId });
        }}
      />
    </div>
  );
}
