import { useRef } from 'preact/hooks';

type Tab<Name extends string> = {
  readonly name: Name;
  readonly text: string;
  /** '': not known yet. */
  readonly count?: string;
  /** Said in place of the count, which is short. */
  readonly said?: string | undefined;
  /** The count is of something that should not wait. */
  readonly alarm?: boolean;
};

type Props<Name extends string> = {
  readonly label: string;
  readonly tabs: readonly Tab<Name>[];
  readonly chosen: Name;
  /** The id of the panel below. */
  readonly panel: string;
  readonly onChoose: (name: Name) => void;
};

export function Tabs<Name extends string>({ label, tabs, chosen, panel, onChoose }: Props<Name>) {
  const row = useRef<HTMLDivElement>(null);
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (step === undefined) return;
    const index = (tabs.findIndex(({ name }) => name === chosen) + step + tabs.length) % tabs.length;
    const next = tabs[index];
    if (!next) return;
    onChoose(next.name);
    row.current?.querySelectorAll('button')[index]?.focus();
  };
  return (
    <div
      ref={row}
      role="tablist"
      aria-label={label}
      class="no-scrollbar flex gap-2.5 overflow-x-auto"
      onKeyDown={onKeyDown}
    >
      {tabs.map(({ name, text, count, said = count, alarm }) => (
        <button
          key={name}
          type="button"
          role="tab"
          id={`tab-${name}`}
          aria-selected={name === chosen}
          aria-controls={panel}
          tabIndex={name === chosen ? 0 : -1}
          class={`border-b-2 py-1 ${
            name === chosen ? 'border-ink font-semibold' : 'border-transparent text-soft hover:text-ink'
          }`}
          onClick={() => onChoose(name)}
        >
          {text} {/* Room for the count before it is known: the next tab stays in its place. */}
          <span
            class={
              alarm
                ? count && 'rounded-full bg-lost-wash px-1.5 text-sm font-semibold text-lost'
                : `font-normal text-soft ${count === undefined ? '' : 'inline-block min-w-5 text-left'}`
            }
          >
            <span aria-hidden="true">{count}</span>
            {count && <span class="sr-only">{said}</span>}
          </span>
        </button>
      ))}
    </div>
  );
}
