import type { ComponentChildren } from 'preact';

type Props = { readonly title: string; readonly text: string; readonly children?: ComponentChildren };

export const EmptyList = ({ title, text, children }: Props) => (
  <div class="flex flex-col items-start gap-1.5 p-4">
    <p class="text-lg font-semibold">{title}</p>
    <p class="text-soft">{text}</p>
    {children && <div class="pt-1.5">{children}</div>}
  </div>
);
