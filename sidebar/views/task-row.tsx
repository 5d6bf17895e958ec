import { useRef, useState } from 'preact/hooks';
import { addDays, type Day, isDay } from '../../src/domain/day';
import { nameOfLead } from '../../src/domain/lead';
import { BETWEEN } from '../../src/domain/lines';
import { Button, IconButton } from '../components/button';
import { Decide } from '../components/decide';
import type { Panel } from '../data/panel';
import { placeOf } from '../data/screens';
import { completeTask, snoozeTask, type Task } from '../data/task-actions';
import type { Subject } from '../data/timelines';
import { t } from '../texts/text';
import { usePanel } from './panel-context';
import { QuickLog } from './quick-log';
import { singleKeysOn } from './single-keys';

/** As far as the lists are there. */
export function recordName({ dealLines, leadLines }: Panel, { leadId, opportunityId }: Task): string {
  const deal = dealLines.byId.value.get(opportunityId);
  const lead = leadLines.byId.value.get(leadId);
  return [deal?.title, lead ? nameOfLead(lead) : deal?.lead].filter(Boolean).join(BETWEEN);
}

/** Moves the focus on before a row goes: the next key would land nowhere. */
function leaveRow(row: HTMLElement | null): void {
  if (!row?.contains(document.activeElement)) return;
  const page = row.closest('main');
  const rows = [...(page?.querySelectorAll<HTMLElement>('[data-main]') ?? [])];
  const at = rows.findIndex((one) => row.contains(one));
  (rows[at + 1] ?? rows[at - 1] ?? page)?.focus();
}

/** An open task that is done, put off, logged about or opened where it stands. `about`: the record it stands on. */
export function TaskRow({ task, about = null }: { task: Task; about?: Subject | null }) {
  const panel = usePanel();
  const { screens, session } = panel;
  const canEdit = session.canEdit.value;
  const [tools, setTools] = useState(false);
  const row = useRef<HTMLLIElement>(null);
  const name = task.subject || task.type;
  const due = task.due && dueText(task.due, panel);
  const rest = [task.repeat, about ? task.owner : recordName(panel, task)].filter(Boolean).join(BETWEEN);
  const open = () => screens.go((!about && placeOf(task)) || { name: 'activity', id: task.id });
  const done = () => {
    leaveRow(row.current);
    completeTask(panel, task);
  };
  const keys: Readonly<Record<string, () => void>> = { d: done, s: () => setTools(!tools) };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !tools || screens.hasUnsaved.value) return;
    event.stopPropagation();
    setTools(false);
    row.current?.querySelector<HTMLElement>('[data-main]')?.focus();
  };
  return (
    <li ref={row} class={about ? '' : 'border-b border-line'} onKeyDown={onKeyDown}>
      <div class={`flex items-start ${about ? '-mx-1.5' : 'px-1.5'}`}>
        {canEdit && <IconButton icon="circle" label={t('task.complete', { name })} onClick={done} />}
        <button
          type="button"
          data-main
          class="min-w-0 flex-1 rounded-md px-1 py-1 text-left hover:bg-wash"
          onClick={open}
          onKeyDown={(event) => {
            const act = event.ctrlKey || event.metaKey || event.altKey ? undefined : keys[event.key];
            if (!act || !canEdit || !singleKeysOn.value) return;
            event.preventDefault();
            event.stopPropagation();
            act();
          }}
        >
          <span class="flex gap-2">
            <span class="min-w-0 flex-1 font-medium">{name}</span>
            {due && (
              <span class={`shrink-0 text-sm ${due.isLate ? 'font-semibold text-lost' : 'text-soft'}`}>
                {due.isLate && <span class="sr-only">{t('task.late')} </span>}
                {due.text}
              </span>
            )}
          </span>
          {/* Names may come later: the row keeps its height. */}
          <span class="block truncate text-sm text-soft">{rest || '\u00a0'}</span>
        </button>
        {canEdit && (
          <IconButton icon="clock" label={t('task.tools', { name })} pressed={tools} onClick={() => setTools(!tools)} />
        )}
      </div>
      {tools && (
        <TaskTools task={task} name={name} about={about} today={session.today.value} onDone={() => setTools(false)} />
      )}
    </li>
  );
}

function dueText(due: Day, { session }: Panel): { readonly text: string; readonly isLate: boolean } {
  const today = session.today.value;
  return { text: due === today ? t('log.today') : session.formats.value.day(due), isLate: due < today };
}

type ToolsProps = {
  readonly task: Task;
  readonly name: string;
  readonly about: Subject | null;
  readonly today: Day;
  readonly onDone: () => void;
};

function TaskTools({ task, name, about, today, onDone }: ToolsProps) {
  const panel = usePanel();
  const [logging, setLogging] = useState(false);
  const place = about ? null : placeOf(task);
  const snooze = (day: Day) => {
    onDone();
    snoozeTask(panel, task, day);
  };
  return (
    <fieldset aria-label={t('task.tools', { name })} class="pb-1.5">
      <div class="flex flex-wrap items-center pl-7">
        <Button look="quiet" onClick={() => snooze(addDays(today, 1))}>
          {t('log.tomorrow')}
        </Button>
        <Button look="quiet" onClick={() => snooze(addDays(today, 7))}>
          {t('log.nextWeek')}
        </Button>
        <Decide
          value={task.due ?? ''}
          isReady={isDay}
          button={t('task.putOff')}
          onDecide={(day) => isDay(day) && snooze(day)}
        >
          {(day, choose) => (
            <input
              type="date"
              class="control h-6 w-28"
              aria-label={t('task.day')}
              value={day}
              onInput={(event) => choose(event.currentTarget.value)}
            />
          )}
        </Decide>
        {place && (
          <Button look="quiet" onClick={() => setLogging(!logging)}>
            {t('task.log')}
          </Button>
        )}
        <Button look="quiet" onClick={() => panel.screens.go({ name: 'activity', id: task.id })}>
          {t('task.edit')}
        </Button>
      </div>
      {logging && place && <QuickLog subject={{ kind: place.name, id: place.id }} />}
    </fieldset>
  );
}
