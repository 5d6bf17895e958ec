import { nameOfLead } from '../../src/domain/lead';
import { BETWEEN, ownText } from '../../src/domain/lines';
import type { Activity } from '../../src/domain/records';
import { Icon } from '../components/icon';
import { MarkedText } from '../components/marked-text';
import { markWords } from '../data/fold';
import { t } from '../texts/text';
import { withFound } from './lines';
import { usePanel } from './panel-context';
import { iconOfType } from './quick-log';

/** Letters before a word that was found far down in a text. */
const BEFORE = 24;

/** An activity in two lines: subject and day, whose it is and what was found in it. */
export function ActivityLine({ activity, words }: { activity: Activity; words: readonly string[] }) {
  const { session, leadLines, dealLines } = usePanel();
  const { type, subject, details, when, due, leadId, opportunityId } = activity;
  const lead = leadLines.byId.value.get(leadId);
  const of = dealLines.byId.value.get(opportunityId)?.title || (lead && nameOfLead(lead));
  const formats = session.formats.value;
  const day = due ? formats.day(due) : when === null ? '' : formats.moment(when, session.today.value);
  const rest = [of, excerpt(details, words)].filter(Boolean).join(BETWEEN);
  return (
    <>
      <span class="flex items-center gap-2">
        <span class="text-soft">
          <Icon name={iconOfType(type)} />
        </span>
        <span class="min-w-0 flex-1 truncate font-medium">
          <MarkedText text={subject || type || t('noTitle')} words={words} />
        </span>
        <span class="shrink-0 text-sm text-soft">{day}</span>
      </span>
      <span class="block truncate text-soft">
        <MarkedText text={withFound(rest, [ownText(activity)], words) || '\u00a0'} words={words} />
      </span>
    </>
  );
}

/** The part of a text in which something is found. */
function excerpt(text: string, words: readonly string[]): string {
  const first = markWords(text, words).findIndex(({ marked }) => marked);
  const before = markWords(text, words).slice(0, Math.max(0, first));
  const at = before.reduce((length, piece) => length + piece.text.length, 0);
  return at > BEFORE ? `…${text.slice(at - BEFORE)}` : text;
}
