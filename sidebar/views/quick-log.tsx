import { useLayoutEffect, useRef } from 'preact/hooks';
import { addDays, type Day, isDay } from '../../src/domain/day';
import { Button } from '../components/button';
import type { IconName } from '../components/icon';
import { Note } from '../components/note';
import { logDraft } from '../data/log-actions';
import { blankDraft, type LogDraft, TASK } from '../data/log-drafts';
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
  useUnsaved(`log ${subject.id}`, draft.text.trim() !== '');

  // biome-ignore lint/correctness/useExhaustiveDependencies: a chosen type opens the text
  useLayoutEffect(() => {
    if (draft.type && !draft.error && document.hasFocus()) textBox.current?.focus();
  }, [draft.type]);

  const canLog = draft.text.trim() !== '' || !NEEDS_TEXT.includes(draft.type);
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
          <button
            key={type}
            type="button"
            class={`h-7 flex-auto rounded-md border px-1 text-sm ${
              draft.type === type ? 'border-ink bg-ink text-paper' : 'border-edge bg-card hover:bg-wash'
            }`}
            aria-pressed={draft.type === type}
            onClick={() => change({ type: draft.type === type ? '' : type })}
          >
            {type}
          </button>
        ))}
      </fieldset>
      {draft.type !== '' && (
        <div class="flex flex-col gap-1.5 pt-1.5">
          <textarea
            ref={textBox}
            class="min-h-14 w-full rounded-md border border-edge bg-card px-2 py-1"
            rows={Math.min(8, Math.max(2, draft.text.split('\n').length))}
            aria-label={t('log.text', { type: draft.type })}
            placeholder={t(draft.type === TASK ? 'log.taskPlaceholder' : 'log.placeholder')}
            value={draft.text}
            onInput={(event) => change({ text: event.currentTarget.value })}
            onKeyDown={onKeyDown}
          />
          {draft.type === TASK && <DueDay due={draft.due} onChange={(due) => change({ due })} />}
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

/** A day by which something is to be done. */
export function DueDay({ due, onChange }: { due: Day | null; onChange: (due: Day | null) => void }) {
  const { session } = usePanel();
  const today = session.today.value;
  const offers = [
    ['log.today', today],
    ['log.tomorrow', addDays(today, 1)],
    ['log.nextWeek', addDays(today, 7)],
  ] as const;
  return (
    <fieldset aria-label={t('log.due')} class="flex flex-wrap items-center gap-1">
      <input
        type="date"
        class="h-6 flex-1 rounded-md border border-edge bg-card px-1"
        aria-label={t('log.due')}
        value={due ?? ''}
        onInput={(event) => {
          const day = event.currentTarget.value;
          onChange(isDay(day) ? day : null);
        }}
      />
      {offers.map(([text, day]) => (
        <button
          key={text}
          type="button"
          class={`h-6 rounded-full border px-2 text-sm ${day === due ? 'border-ink bg-ink text-paper' : 'border-edge bg-card hover:bg-wash'}`}
          aria-pressed={day === due}
          onClick={() => onChange(day)}
        >
          {t(text)}
        </button>
      ))}
    </fieldset>
  );
}
