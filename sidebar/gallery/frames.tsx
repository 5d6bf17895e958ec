import type { ComponentChildren } from 'preact';

/** Which of the two the specimen stands in. */
export type Theme = 'light' | 'dark';

export const none = () => {};

export const Row = ({ children }: { children: ComponentChildren }) => (
  <div class="flex flex-wrap items-center gap-1.5 px-3 py-2">{children}</div>
);

export const Column = ({ children }: { children: ComponentChildren }) => (
  <div class="flex flex-col gap-2 px-3 py-2">{children}</div>
);
