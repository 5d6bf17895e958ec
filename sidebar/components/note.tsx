import type { ComponentChildren } from 'preact';
import { Icon } from './icon';

const TONE = {
  bad: 'bg-lost-wash text-lost',
  warn: 'bg-warn-wash text-warn',
  plain: 'bg-wash text-ink',
} as const;

type NoteProps = {
  readonly tone?: keyof typeof TONE;
  readonly text: ComponentChildren;
  /** What the buttons answer. */
  readonly question?: string;
  /** Buttons. */
  readonly children?: ComponentChildren;
};

/** Something to know or to decide, where it belongs on the screen. Read out at once when it comes up. */
export const Note = ({ tone = 'bad', text, question, children }: NoteProps) => (
  <div role={tone === 'plain' ? 'status' : 'alert'} class={`rounded-md px-2 py-1.5 ${TONE[tone]}`}>
    <div class="flex gap-1.5">
      {tone !== 'plain' && (
        <span class="pt-px">
          <Icon name="warning" />
        </span>
      )}
      <div class="min-w-0 flex-1">
        {text}
        {question && <p class="pt-0.5 font-semibold">{question}</p>}
      </div>
    </div>
    {children && <div class="mt-1.5 flex flex-wrap gap-1.5 text-ink">{children}</div>}
  </div>
);
