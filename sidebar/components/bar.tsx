import type { ComponentChildren } from 'preact';

const TONE = {
  plain: 'text-soft',
  wash: 'bg-wash',
  warn: 'bg-warn-wash text-warn',
} as const;

type Props = {
  readonly tone?: keyof typeof TONE;
  readonly text: ComponentChildren;
  /** A quiet button. */
  readonly children?: ComponentChildren;
};

/** One thing to know across the whole panel, above what is shown. */
export const Bar = ({ tone = 'wash', text, children }: Props) => (
  <div class={`flex min-h-8 shrink-0 items-center gap-1 border-b border-line py-0.5 pr-1.5 pl-3 ${TONE[tone]}`}>
    <span class="min-w-0 flex-1" role="status">
      {text}
    </span>
    {children}
  </div>
);
