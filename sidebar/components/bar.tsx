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

/** One thing to know across the whole panel. What comes by itself stands below what is shown, so that nothing moves. */
export const Bar = ({ tone = 'wash', text, children }: Props) => (
  <div class={`flex min-h-8 shrink-0 items-center gap-1 border-t border-line py-0.5 pr-1.5 pl-3 ${TONE[tone]}`}>
    <span class="line-clamp-2 min-w-0 flex-1" role="status">
      {text}
    </span>
    {children}
  </div>
);
