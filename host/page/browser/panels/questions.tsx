import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Answer } from '../../../google/context';
import { CloseIcon } from '../chrome/icons';
import { type Asked, questions } from '../state';

const LABELS: Readonly<Record<string, string>> = { OK: 'OK', CANCEL: 'Cancel', YES: 'Yes', NO: 'No' };

type Props = { readonly answer: (question: number, answer: Answer) => void };

/** Alerts and prompts of scripts, which wait for the answer. One at a time, oldest first. */
export function Questions({ answer }: Props) {
  const [first] = questions.value;
  return first ? <AskedQuestion key={first.id} question={first} answer={answer} /> : null;
}

function AskedQuestion({ question: { id, asked }, answer }: Props & { question: Asked }) {
  const [text, setText] = useState('');
  const start = useRef<HTMLElement | null>(null);
  useLayoutEffect(() => start.current?.focus(), []);
  const press = (button: string) => answer(id, { button, text });
  // Google's names for the sets list the buttons: YES_NO_CANCEL.
  const [main = 'OK', ...others] = asked.buttons.split('_');

  return (
    <div class="dialog-layer modal">
      <div
        class="question"
        role="alertdialog"
        aria-modal="true"
        aria-label={asked.title || asked.prompt}
        onKeyDown={({ key }) => key === 'Escape' && press('CLOSE')}
      >
        <header class="panel-head">
          <h2>{asked.title}</h2>
          <button type="button" class="icon-button" aria-label="Close" onClick={() => press('CLOSE')}>
            <CloseIcon />
          </button>
        </header>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            press(main);
          }}
        >
          <p class="question-text">{asked.prompt}</p>
          {asked.kind === 'prompt' && (
            <input
              class="question-input"
              aria-label={asked.prompt}
              value={text}
              ref={(input) => {
                start.current = input;
              }}
              onInput={({ currentTarget }) => setText(currentTarget.value)}
            />
          )}
          <footer class="question-buttons">
            {others.toReversed().map((button) => (
              <button type="button" key={button} class="button" onClick={() => press(button)}>
                {LABELS[button] ?? button}
              </button>
            ))}
            <button
              type="submit"
              class="button primary"
              ref={(button) => {
                start.current ??= button;
              }}
            >
              {LABELS[main] ?? main}
            </button>
          </footer>
        </form>
      </div>
    </div>
  );
}
