import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { t } from '../texts/text';
import { Button } from './button';
import { Note } from './note';

type Props = {
  readonly text: string;
  readonly act: string;
  readonly disabled?: boolean;
  /** It is being done: nobody can take it back any more. */
  readonly busy?: boolean;
  /** What went wrong with it. */
  readonly problem?: string;
  /** Something to fill in before it can be done. */
  readonly children?: ComponentChildren;
  readonly onAct: () => void;
  readonly onCancel: () => void;
};

/** Asks before something is done, in its place on the screen. The focus begins where nothing can go wrong. */
export function Confirm({ text, act, disabled = false, busy = false, problem = '', children, onAct, onCancel }: Props) {
  const box = useRef<HTMLFieldSetElement>(null);
  useLayoutEffect(() => {
    const safe = box.current?.querySelector<HTMLElement>('input, button:last-of-type');
    safe?.focus();
    box.current?.scrollIntoView?.({ block: 'nearest' });
  }, []);
  return (
    <fieldset
      ref={box}
      class="min-w-0"
      aria-label={text}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        if (!busy) onCancel();
      }}
    >
      {problem && (
        <div class="pb-1.5">
          <Note text={problem} />
        </div>
      )}
      <Note tone="warn" text={text}>
        {children}
        <Button disabled={disabled || busy} onClick={onAct}>
          {act}
        </Button>
        <Button disabled={busy} onClick={onCancel}>
          {t('cancel')}
        </Button>
      </Note>
    </fieldset>
  );
}
