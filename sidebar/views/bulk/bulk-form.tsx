import { useState } from 'preact/hooks';
import type { Selection } from '../../../src/contract/contract';
import { type Day, isDay } from '../../../src/domain/day';
import { pipelinesOf } from '../../../src/domain/settings';
import { Button } from '../../components/button';
import { FilterChip } from '../../components/chip';
import { Confirm } from '../../components/confirm';
import { type Choice, FieldInput } from '../../components/field-input';
import { type BulkDone, carryOut, type Wish } from '../../data/bulk-actions';
import type { Panel } from '../../data/panel';
import { fieldOf, type ShownField } from '../../data/shown-field';
import { allStages } from '../../data/stage-order';
import { type TextKey, t } from '../../texts/text';
import { choicesFor } from '../choices';
import { usePanel, useUnsaved } from '../panel-context';
import { DueDay, TASK } from '../quick-log';
import { namesOf } from './bulk-records';

/** What can be done, by what the records are. */
const ACTS = {
  lead: ['status', 'owner', 'addTag', 'removeTag', 'task', 'log'],
  opportunity: ['stage', 'owner', 'task', 'log'],
  activity: ['done', 'open', 'due', 'owner'],
} as const;

type Act = (typeof ACTS)[keyof typeof ACTS][number];

/** The name of a field that many records can be given. */
export const bulkLabel = (field: string): string =>
  t((field === 'due' ? 'log.due' : field === 'doneAt' ? 'timeline.done' : `field.${field}`) as TextKey & `field.stage`);

/** What somebody has chosen and typed so far. */
type Draft = { readonly act: Act; readonly text: string; readonly more: string; readonly due: Day | null };

type Props = { readonly selection: Selection; readonly onDone: (done: BulkDone) => void };

/** Chooses what is done with all records, and does it after it was said with their names. */
export function BulkForm({ selection, onDone }: Props) {
  const panel = usePanel();
  const [draft, setDraft] = useState<Draft | null>(null);
  const [isAsking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState('');
  useUnsaved('bulk', draft !== null && !busy);
  const wish = draft && wishOf(panel, draft);
  const count = selection.records.length;

  const act = async () => {
    if (!wish) return;
    setBusy(true);
    const done = await carryOut(panel, selection, wish);
    setBusy(false);
    if ('changed' in done) {
      panel.screens.noteUnsaved('bulk', false);
      onDone(done);
    } else setProblem(done.message);
  };
  const change = (changes: Partial<Draft>) => {
    if (!draft) return;
    setProblem('');
    setDraft({ ...draft, ...changes });
  };

  if (wish && isAsking)
    return (
      <div class="p-3">
        <Confirm
          text={questionOf(wish, namesOf(selection))}
          act={busy ? t('busy') : t('bulk.go', { count })}
          disabled={busy}
          problem={problem}
          onAct={act}
          onCancel={() => setAsking(false)}
        />
      </div>
    );
  return (
    <section class="flex flex-col gap-2 p-3" aria-label={t('bulk.acts')}>
      <fieldset aria-label={t('bulk.acts')} class="flex min-w-0 flex-wrap gap-1">
        {ACTS[selection.of].map((name) => (
          <FilterChip
            key={name}
            text={t(`bulk.act.${name}`)}
            count=""
            chosen={draft?.act === name}
            onClick={() => setDraft({ act: name, text: '', more: '', due: null })}
          />
        ))}
      </fieldset>
      {draft && <Fields draft={draft} selection={selection} onChange={change} />}
      {draft && (
        <div class="flex justify-end gap-1.5">
          <Button look="quiet" onClick={() => setDraft(null)}>
            {t('cancel')}
          </Button>
          <Button look="primary" disabled={!wish} onClick={() => setAsking(true)}>
            {t('bulk.next')}
          </Button>
        </div>
      )}
    </section>
  );
}

type FieldsProps = {
  readonly draft: Draft;
  readonly selection: Selection;
  readonly onChange: (changes: Partial<Draft>) => void;
};

/** What the chosen act has to know. */
function Fields({ draft, selection, onChange }: FieldsProps) {
  const { session } = usePanel();
  const settings = session.settings.value;
  const { act, text, more, due } = draft;
  const input = (
    kind: ShownField['kind'],
    choices: readonly Choice[] | null,
    value = text,
    name: 'text' | 'more' = 'text',
  ) => (
    <FieldInput
      key={`${act} ${name}`}
      id={`bulk-${name}`}
      kind={kind}
      text={value}
      error=""
      choices={choices}
      label={name === 'text' ? t(`bulk.act.${act}`) : t(act === 'log' ? 'log.types' : 'stage.whyLost')}
      onText={(typed) => onChange({ [name]: typed })}
    />
  );
  const listed = (values: readonly string[]) => ['', ...values].map((value) => ({ value, text: value || '–' }));
  switch (act) {
    case 'status':
    case 'owner': {
      const field = fieldOf(session, selection.of, act) ?? { kind: 'text', list: 'owners' };
      return input('text', choicesFor(settings, field, ''));
    }
    case 'stage': {
      const stages = allStages(settings.stages);
      const isLost = stages[Number(text)]?.kind === 'lost' && text !== '';
      const name = ({ pipeline, name: stage }: (typeof stages)[number]) =>
        pipelinesOf(stages).length > 1 ? `${pipeline}: ${stage}` : stage;
      const choices = stages.map((stage, index) => ({ value: String(index), text: name(stage) }));
      return (
        <>
          {input('text', [{ value: '', text: '–' }, ...choices])}
          {isLost && (
            <div class="flex items-center gap-2">
              <span class="shrink-0">{t('stage.whyLost')}</span>
              {input('text', listed(settings.lostReasons), more, 'more')}
            </div>
          )}
        </>
      );
    }
    case 'addTag':
      return input('text', null);
    case 'removeTag':
      return input('text', listed([...new Set(selection.records.flatMap(({ seen }) => tagsIn(seen['tags'])))].sort()));
    case 'due':
      return input('day', null);
    case 'task':
      return (
        <>
          {input('longText', null)}
          <DueDay due={due} onChange={(day) => onChange({ due: day })} />
        </>
      );
    case 'log':
      return (
        <>
          {input('text', listed(settings.activityTypes.filter((type) => type !== TASK)), more, 'more')}
          {input('longText', null)}
        </>
      );
    default:
      return null;
  }
}

const tagsIn = (value: unknown): readonly string[] => (Array.isArray(value) ? value : []);

/** Null where something is missing. */
function wishOf({ session }: Panel, { act, text, more, due }: Draft): Wish | null {
  const typed = text.trim();
  switch (act) {
    case 'status':
    case 'owner':
      return { act: 'set', field: act, value: typed };
    case 'due':
      return isDay(text) ? { act: 'set', field: 'due', value: text } : null;
    case 'done':
    case 'open':
      return { act: 'set', field: 'doneAt', value: act === 'done' ? true : null };
    case 'stage': {
      const stage = text === '' ? undefined : allStages(session.settings.value.stages)[Number(text)];
      if (!stage) return null;
      const reason = stage.kind === 'lost' && more !== '' ? { lostReason: more } : {};
      return { act: 'move', pipeline: stage.pipeline, stage: stage.name, ...reason };
    }
    case 'addTag':
    case 'removeTag':
      return typed === '' || typed.includes(',') ? null : { act: 'tag', tag: typed, isAdded: act === 'addTag' };
    case 'task':
      return typed === '' ? null : { act: 'log', type: TASK, text, due };
    case 'log':
      return more === '' || typed === '' ? null : { act: 'log', type: more, text, due: null };
  }
}

function questionOf(wish: Wish, names: string): string {
  switch (wish.act) {
    case 'set': {
      if (wish.field === 'doneAt') return t(wish.value ? 'bulk.ask.done' : 'bulk.ask.open', { names });
      return t('bulk.ask.set', { field: bulkLabel(wish.field), value: String(wish.value) || t('field.empty'), names });
    }
    case 'move':
      return t('bulk.ask.move', { stage: wish.stage, names });
    case 'tag':
      return t(wish.isAdded ? 'bulk.ask.addTag' : 'bulk.ask.removeTag', { tag: wish.tag, names });
    case 'log':
      return t('bulk.ask.log', { type: wish.type, names });
  }
}
