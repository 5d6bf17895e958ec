import { useRef } from 'preact/hooks';

type Tab<Name extends string> = { readonly name: Name; readonly text: string; readonly count: string };

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
    <div ref={row} role="tablist" aria-label={label} class="flex gap-3" onKeyDown={onKeyDown}>
      {tabs.map(({ name, text, count }) => (
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
          {/* Room for the count before it is known: the next tab stays in its place. */}
          {text} <span class="inline-block min-w-5 text-left font-normal text-soft">{count}</span>
        </button>
      ))}
    </div>
  );
}
