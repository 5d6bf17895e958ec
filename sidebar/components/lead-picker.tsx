import { useRef, useState } from 'preact/hooks';
import type { LeadLine } from '../../src/contract/contract';
import { nameOfLead } from '../../src/domain/lead';
import { wordsOf } from '../data/fold';
import { search } from '../data/search';
import { t } from '../texts/text';
import { MarkedText } from './marked-text';

type Props = {
  readonly id: string;
  readonly leads: readonly LeadLine[];
  /** The name of the lead that is chosen now. */
  readonly name: string;
  readonly autoFocus?: boolean;
  readonly describedBy?: string;
  readonly onChoose: (lead: LeadLine) => void;
  /** Where a lead may be made on the spot. */
  readonly onCreate?: (name: string) => void;
  readonly onCancel?: () => void;
};

type Option = { readonly key: string; readonly lead: LeadLine | null };

const MOST = 7;

/** Finds a lead by typing. An ARIA combobox: the input keeps the focus, arrow keys go through the options. */
export function LeadPicker({ id, leads, name, autoFocus, describedBy, onChoose, onCreate, onCancel }: Props) {
  const [query, setQuery] = useState<string | null>(autoFocus ? '' : null);
  const [active, setActive] = useState(0);
  const input = useRef<HTMLInputElement>(null);
  const options = query === null ? [] : optionsFor(query, leads, onCreate !== undefined);
  const current = Math.min(active, options.length - 1);

  const close = () => {
    setQuery(null);
    setActive(0);
  };
  const choose = (option: Option | undefined) => {
    if (!option) return;
    const typed = (query ?? '').trim();
    close();
    if (option.lead) onChoose(option.lead);
    else onCreate?.(typed);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (query === null) setQuery('');
      else setActive((current + (event.key === 'ArrowDown' ? 1 : -1) + options.length) % Math.max(1, options.length));
    } else if (event.key === 'Enter' && query !== null) {
      event.preventDefault();
      choose(options[current]);
    } else if (event.key === 'Escape' && (query !== null || onCancel)) {
      event.stopPropagation();
      close();
      onCancel?.();
    }
  };

  return (
    <div class="relative">
      <input
        ref={(element) => {
          if (autoFocus && element && !input.current) element.focus();
          input.current = element;
        }}
        id={id}
        class="h-7 w-full rounded-md border border-edge bg-card px-2"
        role="combobox"
        autocomplete="off"
        aria-expanded={options.length > 0}
        aria-controls={`${id}-options`}
        aria-activedescendant={options.length > 0 ? `${id}-${current}` : undefined}
        aria-autocomplete="list"
        aria-describedby={describedBy}
        placeholder={t('picker.placeholder')}
        value={query ?? name}
        onFocus={(event) => event.currentTarget.select()}
        onClick={() => query === null && setQuery('')}
        onInput={(event) => {
          setQuery(event.currentTarget.value);
          setActive(0);
        }}
        onKeyDown={onKeyDown}
        onBlur={() => {
          close();
          onCancel?.();
        }}
      />
      <div
        id={`${id}-options`}
        role="listbox"
        aria-label={t('picker.options')}
        hidden={query === null}
        class="absolute inset-x-0 top-8 z-10 overflow-hidden rounded-lg border border-line bg-card py-1 shadow-raised"
      >
        {options.map(({ key, lead }, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the input above has the keys
          <div
            key={key}
            id={`${id}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === current}
            class={`cursor-pointer truncate px-2 py-1 ${index === current ? 'bg-wash' : ''}`}
            // Before the blur of the input, which would take the list away.
            onMouseDown={(event) => event.preventDefault()}
            onMouseMove={() => setActive(index)}
            onClick={() => choose({ key, lead })}
          >
            {lead ? <LeadOption lead={lead} query={query ?? ''} /> : t('picker.create', { name: (query ?? '').trim() })}
          </div>
        ))}
        {options.length === 0 && <div class="px-2 py-1 text-soft">{t('picker.none')}</div>}
      </div>
    </div>
  );
}

function LeadOption({ lead, query }: { lead: LeadLine; query: string }) {
  const words = wordsOf(query);
  const second = lead.company && lead.contact ? lead.contact : lead.email;
  return (
    <>
      <MarkedText text={nameOfLead(lead)} words={words} />
      {second && (
        <span class="text-soft">
          {' · '}
          <MarkedText text={second} words={words} />
        </span>
      )}
    </>
  );
}

function optionsFor(query: string, leads: readonly LeadLine[], canCreate: boolean): readonly Option[] {
  const text = query.trim();
  const found = text === '' ? leads.slice(-MOST).reverse() : foundLeads(text, leads);
  const options: Option[] = found.map((lead) => ({ key: lead.id, lead }));
  const isKnown = found.some((lead) => nameOfLead(lead).toLowerCase() === text.toLowerCase());
  if (canCreate && text !== '' && !isKnown) options.push({ key: 'new', lead: null });
  return options;
}

const foundLeads = (query: string, leads: readonly LeadLine[]): readonly LeadLine[] =>
  search(query, leads, [])
    .slice(0, MOST)
    .flatMap((hit) => (hit.kind === 'lead' ? [hit.line] : []));
