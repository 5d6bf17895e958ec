import type { Signal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { ListRow } from './list-row';

type Props<Row> = {
  readonly rows: readonly Row[];
  readonly rowHeight: number;
  readonly label: string;
  readonly scroll: Signal<number>;
  readonly keyOf: (row: Row) => string;
  readonly onOpen: (row: Row) => void;
  readonly draw: (row: Row) => ComponentChildren;
};

/** Rows drawn above and below what is seen, so that scrolling shows no gaps. */
const MARGIN = 6;

/** A list of thousands of rows of one height, of which only those in sight are drawn. Arrow keys go through all. */
export function WindowedList<Row>({ rows, rowHeight, label, scroll, keyOf, onOpen, draw }: Props<Row>) {
  const box = useRef<HTMLDivElement>(null);
  const [height, setHeight] = useState(600);
  const [active, setActive] = useState(0);
  const focusActive = useRef(false);
  const current = Math.min(active, Math.max(0, rows.length - 1));
  const first = Math.max(0, Math.floor(scroll.value / rowHeight) - MARGIN);
  const last = Math.min(rows.length, Math.ceil((scroll.value + height) / rowHeight) + MARGIN);

  useLayoutEffect(() => {
    const element = box.current;
    if (!element || typeof ResizeObserver === 'undefined') return;
    const observer = new ResizeObserver(() => setHeight(element.clientHeight));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  useLayoutEffect(() => {
    const element = box.current;
    if (element && Math.abs(element.scrollTop - scroll.value) > 1) element.scrollTop = scroll.value;
  });

  useLayoutEffect(() => {
    if (!focusActive.current) return;
    focusActive.current = false;
    box.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus({ preventScroll: true });
  });

  const goTo = (index: number) => {
    const next = Math.max(0, Math.min(rows.length - 1, index));
    const top = next * rowHeight;
    if (top < scroll.value) scroll.value = top;
    else if (top + rowHeight > scroll.value + height) scroll.value = top + rowHeight - height;
    focusActive.current = true;
    setActive(next);
  };

  const page = Math.max(1, Math.floor(height / rowHeight) - 1);
  const steps: Readonly<Record<string, number>> = {
    ArrowDown: current + 1,
    ArrowUp: current - 1,
    PageDown: current + page,
    PageUp: current - page,
    Home: 0,
    End: rows.length - 1,
  };

  return (
    <div
      ref={box}
      class="min-h-0 flex-1 overflow-y-auto"
      onScroll={(event) => {
        scroll.value = event.currentTarget.scrollTop;
      }}
    >
      <ul
        aria-label={label}
        class="relative"
        style={{ height: `${rows.length * rowHeight}px` }}
        onKeyDown={(event) => {
          const step = steps[event.key];
          if (step === undefined) return;
          event.preventDefault();
          goTo(step);
        }}
      >
        {rows.slice(first, last).map((row, offset) => {
          const index = first + offset;
          return (
            <li
              key={keyOf(row)}
              class="absolute inset-x-0"
              style={{ top: `${index * rowHeight}px`, height: `${rowHeight}px` }}
              aria-setsize={rows.length}
              aria-posinset={index + 1}
            >
              <ListRow
                tabIndex={index === current ? 0 : -1}
                onFocus={() => setActive(index)}
                onClick={() => onOpen(row)}
              >
                {draw(row)}
              </ListRow>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
