import { useRef, useState } from 'preact/hooks';
import type { LeadLine } from '../../src/contract/contract';
import { nameOfLead } from '../../src/domain/lead';
import { wordsOf } from '../data/fold';
import { searchLeads } from '../data/search';
import { t } from '../texts/text';
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

type Option = { readonly key: string; readonly lead: LeadLine | null };

const MOST = 7;

/** Finds a lead by typing. An ARIA combobox: the input keeps the focus, arrow keys go through the options. */
export function LeadPicker(props: Props) {
  const {
    id,
    leads,
    isLoading,
    text,
    onText,
    onChoose,
    onCreate,
    onLeave,
    label,
    autoFocus = false,
    error = '',
  } = props;
  const [open, setOpen] = useState(autoFocus);
  const [active, setActive] = useState(0);
  const met = useRef(false);
  const options = open ? optionsFor(text, leads, onCreate !== undefined) : [];
  const current = Math.max(0, Math.min(active, options.length - 1));

  const choose = (option: Option | undefined) => {
    if (!option) return;
    setOpen(false);
    setActive(0);
    if (option.lead) onChoose(option.lead);
    else onCreate?.(text.trim());
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      const step = event.key === 'ArrowDown' ? 1 : -1;
      if (open) setActive((current + step + options.length) % Math.max(1, options.length));
      setOpen(true);
    } else if (event.key === 'Enter' && open) {
      event.preventDefault();
      choose(options[current]);
    } else if (event.key === 'Escape' && (open || onLeave)) {
      event.stopPropagation();
      setOpen(false);
      onLeave?.();
    }
  };

  return (
    <div class="relative">
      <input
        ref={(element) => {
          if (autoFocus && element && !met.current) element.focus();
          met.current = true;
        }}
        id={id}
        class={`h-7 w-full rounded-md border bg-card px-1.5 ${error ? 'border-lost' : 'border-edge'}`}
        role="combobox"
        autocomplete="off"
        aria-label={label}
        aria-expanded={open && options.length > 0}
        aria-controls={`${id}-options`}
        aria-activedescendant={options.length > 0 ? `${id}-${current}` : undefined}
        aria-autocomplete="list"
        aria-invalid={error !== ''}
        aria-describedby={error ? `${id}-error` : undefined}
        placeholder={t('picker.placeholder')}
        value={text}
        onFocus={(event) => event.currentTarget.select()}
        onClick={() => setOpen(true)}
        onInput={(event) => {
          onText(event.currentTarget.value);
          setOpen(true);
          setActive(0);
        }}
        onKeyDown={onKeyDown}
        onBlur={() => {
          setOpen(false);
          onLeave?.();
        }}
      />
      <div hidden={!open} class="absolute inset-x-0 top-8 z-10 rounded-lg border border-line bg-card py-1 raised">
        <div id={`${id}-options`} role="listbox" aria-label={t('picker.options')} hidden={options.length === 0}>
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
              {lead ? <LeadOption lead={lead} words={wordsOf(text)} /> : t('picker.create', { name: text.trim() })}
            </div>
          ))}
        </div>
        {options.length === 0 && (
          <p role="status" class="px-2 py-1 text-soft">
            {t(isLoading ? 'loading' : 'picker.none')}
          </p>
        )}
      </div>
      {error && (
        <p id={`${id}-error`} role="alert" class="pt-0.5 text-sm text-lost">
          {error}
        </p>
      )}
    </div>
  );
}

function LeadOption({ lead, words }: { lead: LeadLine; words: readonly string[] }) {
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

function optionsFor(text: string, leads: readonly LeadLine[], canCreate: boolean): readonly Option[] {
  const query = text.trim();
  const found = query === '' ? leads.slice(-MOST).reverse() : searchLeads(query, leads).lines.slice(0, MOST);
  const options: Option[] = found.map((lead) => ({ key: lead.id, lead }));
  const isKnown = found.some((lead) => nameOfLead(lead).toLowerCase() === query.toLowerCase());
  if (canCreate && query !== '' && !isKnown) options.push({ key: 'new', lead: null });
  return options;
}
