import { useEffect, useRef, useState } from 'preact/hooks';
import { type Entry, Menu } from './menu';

export type BarMenu = { readonly label: string; readonly entries: () => readonly Entry[] };

type Props = {
  readonly menus: readonly BarMenu[] /** Where the keyboard goes when the menus close. */;
  readonly leave: () => void;
};

/** The menu bar. Left and right arrows go from menu to menu, Esc goes back to the grid. */
export function MenuBar({ menus, leave }: Props) {
  const bar = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState<number | null>(null);

  useEffect(() => {
    if (open === null) return;
    const outside = ({ target }: Event) => {
      if (!bar.current?.contains(target as Node)) setOpen(null);
    };
    // A click into a panel's frame takes the focus away without any event here.
    const gone = () => setOpen(null);
    document.addEventListener('pointerdown', outside, true);
    window.addEventListener('blur', gone);
    return () => {
      document.removeEventListener('pointerdown', outside, true);
      window.removeEventListener('blur', gone);
    };
  }, [open]);

  const step = (by: number) => {
    const buttons = [...(bar.current?.querySelectorAll<HTMLButtonElement>('.menu-bar-button') ?? [])];
    const now = open ?? buttons.indexOf(document.activeElement as HTMLButtonElement);
    const next = (now + by + buttons.length) % buttons.length;
    buttons[next]?.focus();
    if (open !== null) setOpen(next);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowRight') step(1);
    else if (event.key === 'ArrowLeft') step(-1);
    else if (event.key === 'Escape') leave();
    else if (event.key === 'ArrowDown' && open === null) {
      setOpen(Number((document.activeElement as HTMLElement).dataset['menu']));
    } else return;
    event.preventDefault();
  };

  return (
    <div class="menu-bar" role="menubar" aria-label="Menu" ref={bar} onKeyDown={onKeyDown}>
      {menus.map(({ label, entries }, index) => (
        <div class="menu-bar-item" key={label}>
          <button
            type="button"
            class="menu-bar-button"
            role="menuitem"
            aria-haspopup="menu"
            aria-expanded={open === index}
            data-menu={index}
            tabIndex={index === 0 ? 0 : -1}
            onClick={() => setOpen(open === index ? null : index)}
            onPointerEnter={() => open !== null && setOpen(index)}
          >
            {label}
          </button>
          {open === index && (
            <Menu
              label={label}
              entries={entries()}
              done={() => {
                setOpen(null);
                leave();
              }}
              close={() => {
                setOpen(null);
                leave();
              }}
            />
          )}
        </div>
      ))}
    </div>
  );
}
