import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Selection } from '../../../src/contract/contract';
import { Button } from '../../components/button';
import { FilterChip } from '../../components/chip';
import { Confirm } from '../../components/confirm';
import { type BulkDone, carryOut, type Wish } from '../../data/bulk-actions';
import { ACTS, type Draft, wishOf } from '../../data/bulk-draft';
import type { CallError } from '../../data/call-error';
import type { Panel } from '../../data/panel';
import { type TextKey, t } from '../../texts/text';
import { usePanel, useUnsaved } from '../panel-context';
import { BulkFields } from './bulk-fields';
import { namesOf } from './bulk-records';

/** The name of a field that many records can be given. */
export const bulkLabel = (field: string): string =>
  t((field === 'due' ? 'log.due' : field === 'doneAt' ? 'timeline.done' : `field.${field}`) as TextKey & `field.stage`);

type Props = { readonly selection: Selection; readonly onDone: (done: BulkDone) => void };

/** Chooses what is done with all records, and does it after it was said with their names. */
export function BulkForm({ selection, onDone }: Props) {
  const panel = usePanel();
  const [draft, setDraft] = useState<Draft | null>(null);
  const [isAsking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState('');
  useUnsaved('bulk', draft !== null && !busy);
  const section = useRef<HTMLElement>(null);
  const goesBack = useRef(false);
  useLayoutEffect(() => {
    // The question took the focus; where it is taken back, the choice that it was about has it again.
    if (isAsking || !goesBack.current) return;
    goesBack.current = false;
    section.current?.querySelector<HTMLElement>('button[aria-pressed=true]')?.focus();
  }, [isAsking]);
  const isShown = useRef(true);
  useEffect(
    () => () => {
      isShown.current = false;
    },
    [],
  );
  const wish = draft && wishOf(panel.session, draft);
  const count = selection.records.length;

  const act = async () => {
    if (!wish) return;
    setBusy(true);
    const done = await carryOut(panel, selection, wish);
    if (!isShown.current || !panel.screens.shows({ name: 'bulk' })) {
      tellElsewhere(panel, selection, done);
      return;
    }
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
          text={questionOf(wish, namesOf(selection.records))}
          act={busy ? t('busy') : t(wish.act === 'log' ? 'bulk.goLog' : 'bulk.go', { count })}
          busy={busy}
          problem={problem}
          onAct={act}
          onCancel={() => {
            setAsking(false);
            goesBack.current = true;
          }}
        />
      </div>
    );
  return (
    <section ref={section} class="flex flex-col gap-2 p-3" aria-label={t('bulk.acts')}>
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
      {draft && <BulkFields draft={draft} selection={selection} onChange={change} />}
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

/** Whoever opened something else meanwhile stays there. */
function tellElsewhere({ toasts }: Panel, { records }: Selection, done: BulkDone | CallError): void {
  if (!('changed' in done)) {
    toasts.complain(done.message);
    return;
  }
  const stayed = new Set([...done.kept.map(({ id }) => id), ...done.missing]);
  const left = records.filter(({ id }) => stayed.has(id));
  if (left.length > 0) toasts.tell(`${t('bulk.stayed', { count: left.length })} ${namesOf(left)}`);
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
