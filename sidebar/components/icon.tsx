/** Strokes on a 16 × 16 grid. */
const SHAPES = {
  back: 'M10 3 5 8l5 5',
  check: 'm3 8.5 3.5 3.5L13 5',
  chevron: 'm4 6 4 4 4-4',
  circle: 'M8 13.5a5.5 5.5 0 1 0 0-11 5.5 5.5 0 0 0 0 11z',
  clock: 'M8 13.5a5.5 5.5 0 1 0 0-11 5.5 5.5 0 0 0 0 11zM8 5v3.2l2 1.3',
  close: 'm4 4 8 8m0-8-8 8',
  copy: 'M6 6h7v7H6zM10 6V3H3v7h3',
  edit: 'm3 13 .6-3L10.5 3 13 5.5 6 12.4z',
  external: 'M9 3h4v4m0-4L7.5 8.5M7 4H3v9h9V9',
  list: 'M6 4h7M6 8h7M6 12h7M3 4h.2M3 8h.2M3 12h.2',
  mail: 'M2.5 4h11v8h-11zm0 .5L8 9l5.5-4.5',
  note: 'M4 2.5h8v11H4zM6 6h4M6 8.5h4M6 11h2',
  people:
    'M6 8a2.2 2.2 0 1 0 0-4.4A2.2 2.2 0 0 0 6 8zM2 13c0-2.2 1.8-3.5 4-3.5s4 1.3 4 3.5M11 8a1.8 1.8 0 1 0-.4-3.5M11.5 9.8c1.5.3 2.5 1.5 2.5 3.2',
  phone:
    'M3.5 2.5 5.8 2l1.2 3-1.5 1.2c.7 1.6 1.9 2.8 3.5 3.5L10.5 8l3 1.2-.5 2.3c-.2.9-1 1.5-1.9 1.5C6.6 12.7 3.3 9.4 3 4.9c0-1 0-2.1.5-2.4z',
  pin: 'M6 2.5h4l-.5 4L12 9H4l2.5-2.5zM8 9v4.5',
  plus: 'M8 3v10M3 8h10',
  question: 'M6 6a2 2 0 1 1 2.8 1.8c-.6.3-.8.7-.8 1.4M8 11.5v.3',
  refresh: 'M13 8a5 5 0 1 1-1.5-3.5M13 2.5v3h-3',
  search: 'M7 11.5a4.5 4.5 0 1 0 0-9 4.5 4.5 0 0 0 0 9zm3.3-1.2 3.2 3.2',
  task: 'M3 3h10v10H3zm2.5 5 2 2 3.5-4',
  trash: 'M3 4.5h10M6 4.5V3h4v1.5M4.5 4.5 5 13h6l.5-8.5',
  undo: 'M6 3 3 6l3 3M3 6h6a3.5 3.5 0 0 1 0 7H6',
  upload: 'M8 10.5V3M5 5.5 8 2.5l3 3M3 10.5V13h10v-2.5',
  warning: 'M8 2.5 14 13H2zM8 6.5v3M8 11.3v.2',
} as const;

export type IconName = keyof typeof SHAPES;

/** Always beside a text or inside a labelled control, so it says nothing itself. */
export const Icon = ({ name }: { name: IconName }) => (
  <svg
    class="size-4 shrink-0"
    viewBox="0 0 16 16"
    fill="none"
    stroke="currentColor"
    stroke-width="1.4"
    stroke-linecap="round"
    stroke-linejoin="round"
    aria-hidden="true"
  >
    <path d={SHAPES[name]} />
  </svg>
);
