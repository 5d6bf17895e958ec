import type { LeadLine } from '../../src/contract/contract';
import { nameOfLead } from '../../src/domain/lead';
import { BETWEEN } from '../../src/domain/lines';
import { wordsOf } from '../data/fold';
import { searchLeads } from '../data/search';
import { t } from '../texts/text';
import { Combobox, type Option } from './combobox';
import { MarkedText } from './marked-text';

type Props = {
  readonly id: string;
  readonly leads: readonly LeadLine[];
  /** The leads are not all there yet. */
  readonly isLoading: boolean;
  /** What stands in the input: the name of the lead that is chosen, or what is typed. */
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly onChoose: (lead: LeadLine) => void;
  /** Where a lead may be made on the spot. */
  readonly onCreate?: (name: string) => void;
  readonly onLeave?: () => void;
  readonly label?: string;
  readonly autoFocus?: boolean;
  readonly error?: string;
};

const MOST = 7;

/** Finds a lead by typing. */
export const LeadPicker = (props: Props) => (
  <Combobox
    {...props}
    options={() => optionsFor(props)}
    optionsLabel={t('picker.options')}
    none={t(props.isLoading ? 'loading' : 'picker.none')}
    placeholder={t('picker.placeholder')}
  />
);

function optionsFor({ text, leads, onChoose, onCreate }: Props): readonly Option[] {
  const query = text.trim();
  const found = query === '' ? leads.slice(-MOST).reverse() : foundLeads(query, leads);
  const words = wordsOf(text);
  const options: Option[] = found.map((lead) => ({
    key: lead.id,
    shown: <LeadOption lead={lead} words={words} />,
    onChoose: () => onChoose(lead),
  }));
  const isKnown = found.some((lead) => nameOfLead(lead).toLowerCase() === query.toLowerCase());
  if (onCreate && query !== '' && !isKnown)
    options.push({ key: 'new', shown: t('picker.create', { name: query }), onChoose: () => onCreate(query) });
  return options;
}

function LeadOption({ lead, words }: { lead: LeadLine; words: readonly string[] }) {
  const second = lead.company && lead.contact ? lead.contact : lead.email;
  return (
    <>
      <MarkedText text={nameOfLead(lead)} words={words} />
      {second && (
        <span class="text-soft">
          {BETWEEN}
          <MarkedText text={second} words={words} />
        </span>
      )}
    </>
  );
}

const foundLeads = (query: string, leads: readonly LeadLine[]): readonly LeadLine[] =>
  searchLeads(query, leads).lines.slice(0, MOST);
