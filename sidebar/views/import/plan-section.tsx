import type { ComponentChildren } from 'preact';

type Props = { readonly title: string; readonly hint?: string; readonly children: ComponentChildren };

export const PlanSection = ({ title, hint, children }: Props) => (
  <section aria-label={title}>
    <h2 class="font-semibold">{title}</h2>
    {hint && <p class="pb-1 text-soft">{hint}</p>}
    {children}
  </section>
);

export const HEAD_CELL = 'border-b border-line py-1 pr-3 text-left text-sm font-normal text-soft';
export const CELL = 'border-b border-line py-1 pr-3 align-middle';
