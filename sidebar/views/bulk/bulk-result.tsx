import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Selection } from '../../../src/contract/contract';
import { Button } from '../../components/button';
import { Note } from '../../components/note';
import type { BulkDone } from '../../data/bulk-actions';
import { type FieldName, fieldOf } from '../../data/shown-field';
import { shownText } from '../../data/typed';
import { t } from '../../texts/text';
import { whoChanged } from '../conflict';
import { usePanel } from '../panel-context';
import { bulkLabel } from './bulk-form';

type Props = { readonly done: BulkDone; readonly selection: Selection; readonly onClose: () => void };

/** Which records stayed as they were, and why. */
export function BulkResult({ done: { changed, kept, missing, wish }, selection, onClose }: Props) {
  const panel = usePanel();
  const foot = useRef<HTMLDivElement>(null);
  // The button that was pressed is gone.
  useLayoutEffect(() => foot.current?.querySelector('button')?.focus(), []);
  const { session } = panel;
  const field = wish.act === 'set' ? wish.field : wish.act === 'move' ? 'stage' : 'tags';
  const label = bulkLabel(field);
  const byId = new Map(selection.records.map((one) => [one.id, one]));
  const text = (value: unknown) => {
    const known = fieldOf(session, selection.of, field as FieldName) ?? { kind: 'text' };
    return shownText(known, value, session.formats.value, '', session.today.value) || t('field.empty');
  };
  const reasonOf = ({ id, now, why, by }: BulkDone['kept'][number]) => {
    if (why !== 'changed') return t(`bulk.why.${why}`, { field: label });
    const seen = byId.get(id)?.seen[field] ?? null;
    const who = whoChanged(panel, label, { field, seen, now, ...(by && { by }) });
    return `${who} ${t('bulk.values', { seen: text(seen), now: text(now) })}`;
  };
  const rows = [
    ...kept.map((one) => ({ id: one.id, reason: reasonOf(one) })),
    ...missing.map((id) => ({ id, reason: t('bulk.why.gone') })),
  ];
  return (
    <div class="flex flex-col gap-2 p-3">
      <Note
        tone="warn"
        text={`${t('bulk.changed', { count: changed })}. ${t('bulk.stayed', { count: rows.length })}`}
      />
      <ul aria-label={t('bulk.stayedList')} class="flex flex-col gap-1.5">
        {rows.map(({ id, reason }) => (
          <li key={id}>
            <span class="font-semibold">{byId.get(id)?.name || t('noName')}</span>
            <p class="text-soft">{reason}</p>
          </li>
        ))}
      </ul>
      <div ref={foot}>
        <Button onClick={onClose}>{t('back')}</Button>
      </div>
    </div>
  );
}
