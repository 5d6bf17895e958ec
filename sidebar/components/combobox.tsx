import type { ComponentChildren } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { FieldError, wrongWith } from './labelled';

export type Option = { readonly key: string; readonly shown: ComponentChildren; readonly onChoose: () => void };

type Props = {
  readonly id: string;
  /** What stands in the input: the name of what is chosen, or what is typed. */
  readonly text: string;
  readonly onText: (text: string) => void;
  /** Asked only while they are shown. */
  readonly options: () => readonly Option[];
  /** What all of them are. */
  readonly optionsLabel: string;
  /** Said where there are none. */
  readonly none: string;
  readonly placeholder: string;
  readonly onLeave?: (() => void) | undefined;
  readonly label?: string | undefined;
  readonly autoFocus?: boolean | undefined;
  readonly error?: string | undefined;
};

/** A choice among more than a list can show: found by typing. The input keeps the focus, arrow keys go through the options. */
export function Combobox(props: Props) {
  const { id, text, onText, onLeave, label, autoFocus = false, error = '' } = props;
  const [open, setOpen] = useState(autoFocus);
  const [active, setActive] = useState(0);
  const met = useRef(false);
  const options = open ? props.options() : [];
  const current = Math.max(0, Math.min(active, options.length - 1));

  const choose = (option: Option | undefined) => {
    if (!option) return;
    setOpen(false);
    setActive(0);
    option.onChoose();
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
        class="control h-7 w-full"
        role="combobox"
        autocomplete="off"
        aria-label={label}
        aria-expanded={open && options.length > 0}
        aria-controls={`${id}-options`}
        aria-activedescendant={options.length > 0 ? `${id}-${current}` : undefined}
        aria-autocomplete="list"
        {...wrongWith(id, error)}
        placeholder={props.placeholder}
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
        <div id={`${id}-options`} role="listbox" aria-label={props.optionsLabel} hidden={options.length === 0}>
          {options.map((option, index) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the input above has the keys
            <div
              key={option.key}
              id={`${id}-${index}`}
              role="option"
              tabIndex={-1}
              aria-selected={index === current}
              class={`cursor-pointer truncate px-2 py-1 ${index === current ? 'bg-wash' : ''}`}
              // Before the blur of the input, which would take the list away.
              onMouseDown={(event) => event.preventDefault()}
              onMouseMove={() => setActive(index)}
              onClick={() => choose(option)}
            >
              {option.shown}
            </div>
          ))}
        </div>
        {options.length === 0 && (
          <p role="status" class="px-2 py-1 text-soft">
            {props.none}
          </p>
        )}
      </div>
      <FieldError id={id} text={error} />
    </div>
  );
}
