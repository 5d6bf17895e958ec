import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { ArrowIcon, TickIcon } from './icons';

export type Entry =
  | {
      readonly kind: 'item';
      readonly label: string;
      readonly hint?: string;
      readonly ticked?: boolean;
      readonly choose: () => void;
    }
  | { readonly kind: 'menu'; readonly label: string; readonly entries: readonly Entry[] }
  /** A sentence in place of entries. */
  | { readonly kind: 'note'; readonly label: string }
  | { readonly kind: 'separator' };

type Props = {
  readonly label: string;
  readonly entries: readonly Entry[];
  /** Called when an entry was chosen: everything closes. */
  readonly done: () => void;
  /** Called when the person leaves this menu alone. */
  readonly close: () => void;
  readonly nested?: boolean;
};

/** A menu with sub-menus. Arrow keys, Home, End, Enter and Esc work as in any menu. */
export function Menu({ label, entries, done, close, nested = false }: Props) {
  const list = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState<number | null>(null);
  useLayoutEffect(() => focusable(list.current)[0]?.focus(), []);

  const keys: Record<string, (event: KeyboardEvent) => boolean | undefined> = {
    ArrowDown: () => move(list.current, 1),
    ArrowUp: () => move(list.current, -1),
    Home: () => move(list.current, 'first'),
    End: () => move(list.current, 'last'),
    ArrowRight: () => {
      const index = Number((document.activeElement as HTMLElement).dataset['index']);
      if (entries[index]?.kind !== 'menu') return false;
      setOpen(index);
      return true;
    },
    // A menu of the bar leaves this key to the bar.
    ArrowLeft: () => {
      if (nested) close();
      return nested;
    },
    Escape: () => {
      close();
      return true;
    },
  };

  return (
    <div
      ref={list}
      class="menu"
      role="menu"
      aria-label={label}
      onKeyDown={(event) => {
        if (keys[event.key]?.(event) !== true) return;
        event.preventDefault();
        event.stopPropagation();
      }}
    >
      {entries.map((entry, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: entries have no other identity, and menus do not change while open.
        <MenuEntry key={index} entry={entry} index={index} open={open === index} setOpen={setOpen} done={done} />
      ))}
    </div>
  );
}

type EntryProps = {
  readonly entry: Entry;
  readonly index: number;
  readonly open: boolean;
  readonly setOpen: (index: number | null) => void;
  readonly done: () => void;
};

function MenuEntry({ entry, index, open, setOpen, done }: EntryProps) {
  const button = useRef<HTMLButtonElement>(null);
  if (entry.kind === 'separator') return <hr class="menu-separator" />;
  if (entry.kind === 'note') return <p class="menu-note">{entry.label}</p>;
  const common = { ref: button, type: 'button', role: 'menuitem', tabIndex: -1, 'data-index': index } as const;
  if (entry.kind === 'item') {
    const choose = () => {
      done();
      entry.choose();
    };
    return (
      <div class="menu-entry" role="none" onPointerEnter={() => setOpen(null)}>
        <button {...common} onClick={choose} onPointerMove={() => button.current?.focus()}>
          <span class="menu-tick">{entry.ticked && <TickIcon />}</span>
          <span class="menu-label">{entry.label}</span>
          {entry.hint && <kbd>{entry.hint}</kbd>}
        </button>
      </div>
    );
  }
  const closed = () => {
    setOpen(null);
    button.current?.focus();
  };
  return (
    <div class="menu-entry" role="none" onPointerEnter={() => setOpen(index)}>
      <button {...common} aria-haspopup="menu" aria-expanded={open} onClick={() => setOpen(index)}>
        <span class="menu-tick" />
        <span class="menu-label">{entry.label}</span>
        <ArrowIcon />
      </button>
      {open && <Menu label={entry.label} entries={entry.entries} done={done} close={closed} nested />}
    </div>
  );
}

const focusable = (list: HTMLElement | null): HTMLButtonElement[] =>
  [...(list?.children ?? [])].flatMap((item) => {
    const button = item.firstElementChild;
    return button instanceof HTMLButtonElement ? [button] : [];
  });

function move(list: HTMLElement | null, to: 1 | -1 | 'first' | 'last'): true {
  const buttons = focusable(list);
  const now = buttons.indexOf(document.activeElement as HTMLButtonElement);
  const index = to === 'first' ? 0 : to === 'last' ? -1 : (now + to) % buttons.length;
  buttons.at(index)?.focus();
  return true;
}
