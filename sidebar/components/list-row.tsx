import type { ButtonHTMLAttributes } from 'preact';

/** A row of a list that opens what it stands for. */
export const ListRow = (props: ButtonHTMLAttributes) => (
  <button
    type="button"
    class="h-full w-full border-b border-line px-3 py-1 text-left -outline-offset-2 hover:bg-wash"
    {...props}
  />
);
