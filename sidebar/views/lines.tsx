import type { LeadLine, OpportunityLine } from '../../src/contract/contract';
import { nameOfLead } from '../../src/domain/lead';
import { BETWEEN } from '../../src/domain/lines';
import { findStage } from '../../src/domain/settings';
import { Chip } from '../components/chip';
import { MarkedText } from '../components/marked-text';
import { markWords } from '../data/fold';
import { t } from '../texts/text';
import { usePanel } from './panel-context';

export const LINE_HEIGHT = 46;

const NOTHING: readonly string[] = [];

/** What was found in values that lines do not show is shown first: else nobody knew why the line is there. */
export function withFound(text: string, others: readonly string[], words: readonly string[]): string {
  const found =
    words.length === 0 ? [] : others.filter((other) => markWords(other, words).some(({ marked }) => marked));
  return [...found, text].filter(Boolean).join(BETWEEN);
}

/** A deal in two lines: title and value, lead and stage. */
export function DealLine({ deal, words = NOTHING }: { deal: OpportunityLine; words?: readonly string[] }) {
  const { session } = usePanel();
  const { stages } = session.settings.value;
  const kind = findStage(stages, deal.pipeline, deal.stage)?.kind ?? 'open';
  return (
    <>
      <span class="flex items-baseline gap-2">
        <span class="min-w-0 flex-1 truncate font-medium">
          <MarkedText text={deal.title || t('noTitle')} words={words} />
        </span>
        <span class="shrink-0 even-digits">
          {deal.value === null ? '' : session.formats.value.money(deal.value, deal.currency)}
        </span>
      </span>
      <span class="flex items-center gap-2">
        <span class="min-w-0 flex-1 truncate text-soft">
          <MarkedText text={withFound(deal.lead, [deal.owner, deal.own], words)} words={words} />
        </span>
        <Chip text={deal.stage} tone={kind} />
      </span>
    </>
  );
}

/** A lead in two lines: company and status, contact and address. */
export function LeadLineView({ lead, words = NOTHING }: { lead: LeadLine; words?: readonly string[] }) {
  const second = withFound(
    [lead.company ? lead.contact : '', lead.email].filter(Boolean).join(BETWEEN),
    [lead.phone, lead.owner, lead.own],
    words,
  );
  return (
    <>
      <span class="flex items-center gap-2">
        <span class="min-w-0 flex-1 truncate font-medium">
          <MarkedText text={nameOfLead(lead) || t('noName')} words={words} />
        </span>
        <Chip text={lead.status} />
      </span>
      <span class="block truncate text-soft">
        <MarkedText text={second} words={words} />
        {second === '' && '\u00a0'}
      </span>
    </>
  );
}
