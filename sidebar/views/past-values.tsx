import { useState } from 'preact/hooks';
import type { PastChange } from '../../src/domain/past';
import { Button } from '../components/button';
import { type Kind, nameOfLeadId } from '../data/record-actions';
import { fieldOf } from '../data/shown-field';
import { shownText } from '../data/typed';
import { t } from '../texts/text';
import { usePanel } from './panel-context';

/** Two of these fit into two or three lines of the panel. */
const GLANCE = 70;

type Props = {
  readonly kind: Kind;
  readonly label: string;
  readonly change: PastChange;
  readonly currency: string;
};

/** Both values of a change in a line; where they are long, the whole of them on demand. */
export function PastValues({ kind, label, change, currency }: Props) {
  const panel = usePanel();
  const { session } = panel;
  const [whole, setWhole] = useState(false);
  const field = fieldOf(session, kind, change.field) ?? { kind: 'text' };
  const textOf = (value: PastChange['before']) =>
    (change.field === 'leadId' && nameOfLeadId(panel, String(value))) ||
    shownText(field, value, session.formats.value, currency, session.today.value);
  const [before, after] = [textOf(change.before), textOf(change.after)];
  const isLong = before.length > GLANCE || after.length > GLANCE;
  return (
    <div>
      <p>
        <span class="font-medium">{label}:</span>{' '}
        {!whole && (
          <>
            <Glance text={before} /> → <Glance text={after} />
          </>
        )}
      </p>
      {whole && (
        <dl class="whitespace-pre-line">
          <dt class="text-sm text-soft">{t('past.before')}</dt>
          <dd dir="auto">{before || t('field.empty')}</dd>
          <dt class="text-sm text-soft">{t('past.after')}</dt>
          <dd dir="auto">{after || t('field.empty')}</dd>
        </dl>
      )}
      {isLong && (
        <span class="-ml-1.5">
          <Button
            look="quiet"
            expanded={whole}
            label={`${t(whole ? 'past.less' : 'past.whole')}: ${label}`}
            onClick={() => setWhole(!whole)}
          >
            {t(whole ? 'past.less' : 'past.whole')}
          </Button>
        </span>
      )}
    </div>
  );
}

/** Set apart from its surroundings: a value may be written from right to left. */
const Glance = ({ text }: { text: string }) =>
  text === '' ? (
    <span class="text-soft">{t('field.empty')}</span>
  ) : (
    <bdi>{text.length > GLANCE ? `${text.slice(0, GLANCE).trimEnd()}…` : text}</bdi>
  );
