import { useState } from 'preact/hooks';
import { BETWEEN } from '../../src/domain/lines';
import type { Past, PastChange } from '../../src/domain/past';
import { ownName } from '../../src/domain/settings';
import { Button } from '../components/button';
import { Icon, type IconName } from '../components/icon';
import { labelOf } from '../data/field-label';
import type { PastAction } from '../data/past';
import type { Kind } from '../data/record-actions';
import { undoHere } from '../data/renew';
import type { FieldName } from '../data/shown-field';
import { t } from '../texts/text';
import { usePanel } from './panel-context';
import { PastValues } from './past-values';

const ICONS: Readonly<Record<PastChange['what'], IconName>> = {
  created: 'plus',
  changed: 'edit',
  deleted: 'trash',
  restored: 'undo',
  erased: 'trash',
};

type Props = {
  readonly kind: Kind;
  readonly done: PastAction;
  readonly currency: string;
  readonly undo: Past['undo'];
  readonly onUndone: () => Promise<void>;
};

/** What one action changed in a record, who did it and when. */
export function PastEntry({ kind, done, currency, undo, onUndone }: Props) {
  const { session } = usePanel();
  const { at, who, how, changes } = done;
  const by = ownName(session.settings.value, who) || who || t('past.someone');
  const what = changes[0]?.what ?? 'changed';
  return (
    <li class="flex gap-2">
      <span class="pt-px text-soft">
        <Icon name={how === 'undo' ? 'undo' : ICONS[what]} />
      </span>
      <div class="min-w-0 flex-1">
        {changes.map((change) => (
          <PastLine key={change.field + change.what} kind={kind} change={change} currency={currency} />
        ))}
        <p class="text-sm text-soft">
          {[by, how === 'sidebar' ? '' : t(`past.${how}`), session.formats.value.moment(at, session.today.value)]
            .filter(Boolean)
            .join(BETWEEN)}
        </p>
        {undo && session.canEdit.value && <UndoButton undo={undo} onUndone={onUndone} />}
      </div>
    </li>
  );
}

function PastLine({ kind, change, currency }: { kind: Kind; change: PastChange; currency: string }) {
  const label = change.field && labelOf(change.field as FieldName);
  if (change.what !== 'changed')
    return <p class="font-medium">{label ? t('past.erasedField', { field: label }) : t(`past.${change.what}`)}</p>;
  return <PastValues kind={kind} label={label} change={change} currency={currency} />;
}

function UndoButton({ undo, onUndone }: { undo: NonNullable<Past['undo']>; onUndone: () => Promise<void> }) {
  const panel = usePanel();
  const [busy, setBusy] = useState(false);
  const act = async () => {
    setBusy(true);
    await undoHere(panel, undo.action);
    await onUndone();
    setBusy(false);
  };
  return (
    <span class="-ml-1.5">
      <Button look="quiet" icon="undo" disabled={busy} onClick={act}>
        {busy ? t('busy') : undo.others === 0 ? t('toast.undo') : t('past.undoMore', { count: undo.others })}
      </Button>
    </span>
  );
}
