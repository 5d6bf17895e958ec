import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { REPEATS } from '../../src/domain/repeat';
import { TASK } from '../../src/domain/tasks';
import { Button } from '../components/button';
import { DayChoice } from '../components/day-choice';
import type { IconName } from '../components/icon';
import { Note } from '../components/note';
import { named, Select } from '../components/select';
import { Toggle } from '../components/toggle';
import { logDraft } from '../data/log-actions';
import { blankDraft, type LogDraft } from '../data/log-drafts';
import type { Subject } from '../data/timelines';
import { t } from '../texts/text';
import { usePanel, useUnsaved } from './panel-context';

const ICONS: Readonly<Record<string, IconName>> = {
  Call: 'phone',
  Email: 'mail',
  Meeting: 'people',
  Note: 'note',
  Task: 'task',
};

export const iconOfType = (type: string): IconName => ICONS[type] ?? 'note';

/** Types that say nothing without a text. */
const NEEDS_TEXT = ['Note', TASK];

/** Two clicks: what it was, and Log. */
export function QuickLog({ subject }: { subject: Subject }) {
  const panel = usePanel();
  const signal = panel.logDraft(subject.id);
  const draft = signal.value;
  const textBox = useRef<HTMLTextAreaElement>(null);
  const change = (changes: Partial<LogDraft>) => {
    signal.value = { ...draft, error: null, ...changes };
  };
  // A record can stand in several rows, each with a place for its draft.
  useUnsaved(`log ${useId()}`, draft.text.trim() !== '');

  // biome-ignore lint/correctness/useExhaustiveDependencies: a chosen type opens the text
  useLayoutEffect(() => {
    if (draft.type && !draft.error && document.hasFocus()) textBox.current?.focus();
  }, [draft.type]);

  // What somebody typed before they lost the right to edit stays in sight.
  const canEdit = panel.session.canEdit.value;
  if (!canEdit && draft.text === '') return null;
  const canLog = canEdit && (draft.text.trim() !== '' || !NEEDS_TEXT.includes(draft.type));
  const log = () => {
    if (canLog) logDraft(panel, subject);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) log();
    if (event.key !== 'Escape' || draft.text.trim() !== '') return;
    event.stopPropagation();
    signal.value = blankDraft();
  };
  return (
    <section class="border-t border-line px-3 py-2" aria-label={t('log.title')}>
      <fieldset aria-label={t('log.types')} class="flex flex-wrap gap-1">
        {panel.session.settings.value.activityTypes.map((type) => (
          <Toggle
            key={type}
            look="wide"
            pressed={draft.type === type}
            onClick={() => change({ type: draft.type === type ? '' : type })}
          >
            {type}
          </Toggle>
        ))}
      </fieldset>
      {draft.type !== '' && (
        <div class="flex flex-col gap-1.5 pt-1.5">
          <textarea
            ref={textBox}
            class="control min-h-14 w-full py-1"
            rows={Math.min(8, Math.max(2, draft.text.split('\n').length))}
            aria-label={t('log.text', { type: draft.type })}
            placeholder={t(draft.type === TASK ? 'log.taskPlaceholder' : 'log.placeholder')}
            value={draft.text}
            onInput={(event) => change({ text: event.currentTarget.value })}
            onKeyDown={onKeyDown}
          />
          {draft.type === TASK && (
            <DayChoice
              label={t('log.due')}
              day={draft.due}
              today={panel.session.today.value}
              onChoose={(due) => change({ due })}
            />
          )}
          {draft.type === TASK && panel.agenda.canRepeat.value && (
            <Select
              class="h-6"
              label={t('field.repeat')}
              choices={[{ value: '', text: t('log.once') }, ...named(REPEATS)]}
              value={draft.repeat}
              onChoose={(repeat) => change({ repeat })}
            />
          )}
          {draft.error && <Note text={draft.error.message} />}
          <div class="flex justify-end gap-1.5">
            <Button
              look="quiet"
              onClick={() => {
                signal.value = blankDraft();
              }}
            >
              {t('cancel')}
            </Button>
            <Button look="primary" disabled={!canLog} onClick={log}>
              {draft.error ? t('retry') : t('log.button', { type: draft.type })}
            </Button>
          </div>
        </div>
      )}
    </section>
  );
}
