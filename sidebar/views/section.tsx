import type { ComponentChildren } from 'preact';

export const Section = ({ title, children }: { title: string; children: ComponentChildren }) => (
  <section class="border-t border-line px-3 py-2" aria-label={title}>
    <h2 class="pb-1 text-sm font-semibold text-soft">{title}</h2>
    {children}
  </section>
);
