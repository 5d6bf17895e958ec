import { useEffect, useRef, useState } from 'preact/hooks';
import { copyText } from '../data/copy';
import { t } from '../texts/text';
import { IconButton } from './button';

const SHOWN_FOR = 2500;

const focusAll = (input: HTMLInputElement | null) => {
  input?.focus();
  input?.select();
};

/** Copies a text; where no way is open to that, shows it selected, to be copied by key. Nothing moves on the screen. */
export function CopyButton({ text }: { text: string }) {
  const [state, setState] = useState<'idle' | 'copied' | 'denied'>('idle');
  const box = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    if (state !== 'copied') return;
    const timer = setTimeout(() => setState('idle'), SHOWN_FOR);
    return () => clearTimeout(timer);
  }, [state]);
  const close = () => {
    setState('idle');
    box.current?.querySelector('button')?.focus();
  };
  return (
    <span ref={box} class="relative">
      <IconButton
        icon={state === 'copied' ? 'check' : 'copy'}
        label={t('copy.button', { text })}
        onClick={async () => setState((await copyText(text)) ? 'copied' : 'denied')}
      />
      <span role="status" class="sr-only">
        {state === 'copied' ? t('copy.done', { text }) : ''}
      </span>
      {state === 'denied' && (
        <span class="absolute top-7 right-0 z-10 w-52 rounded-md border border-line bg-card p-2 text-sm font-normal raised">
          <input
            class="control h-7 w-full"
            aria-label={t('copy.keys')}
            readOnly
            value={text}
            ref={focusAll}
            onBlur={() => setState('idle')}
            onKeyDown={(event) => {
              if (event.key !== 'Escape') return;
              event.stopPropagation();
              close();
            }}
          />
          {t('copy.keys')}
        </span>
      )}
    </span>
  );
}
