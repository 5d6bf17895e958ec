import type { ComponentChildren } from 'preact';
import { aboutShown, addOnTitle, freshAsked } from '../state';

/** What the offline host is, and what it is not. */
export function About() {
  if (!aboutShown.value) return null;
  const close = () => {
    aboutShown.value = false;
  };
  return (
    <HostDialog title="About the offline host" close={close}>
      <p>
        {`This page stands in for Google Sheets, so that ${addOnTitle.value || 'an add-on'} can be tried and developed without a `}
        Google account. It runs the built add-on unchanged, on this computer only: nothing is sent anywhere.
      </p>
      <p>
        The file is kept in a folder on this computer and is here again when you come back. What Sheets can and this
        host cannot is refused with a sentence, never silently.
      </p>
      <p>The grid is drawn by Univer (Apache 2.0), charts by Chart.js (MIT).</p>
      <footer class="question-buttons">
        <AutoFocusButton onClick={close}>Close</AutoFocusButton>
      </footer>
    </HostDialog>
  );
}

/** Asks before everything is thrown away. */
export function FreshFile({ begin }: { begin: () => void }) {
  if (!freshAsked.value) return null;
  const close = () => {
    freshAsked.value = false;
  };
  return (
    <HostDialog title="Make a fresh file?" close={close}>
      <p>This file and everything the add-on has stored for it are thrown away. This cannot be undone.</p>
      <footer class="question-buttons">
        <AutoFocusButton onClick={close}>Keep this file</AutoFocusButton>
        <button
          type="button"
          class="button primary"
          onClick={() => {
            close();
            begin();
          }}
        >
          Make a fresh file
        </button>
      </footer>
    </HostDialog>
  );
}

function AutoFocusButton({ onClick, children }: { onClick: () => void; children: ComponentChildren }) {
  return (
    <button type="button" class="button" ref={(button) => button?.focus()} onClick={onClick}>
      {children}
    </button>
  );
}

type Props = { readonly title: string; readonly close: () => void; readonly children: ComponentChildren };

const HostDialog = ({ title, close, children }: Props) => (
  <div class="dialog-layer modal">
    <div
      class="question"
      role="dialog"
      aria-modal="true"
      aria-label={title}
      onKeyDown={({ key }) => key === 'Escape' && close()}
    >
      <header class="panel-head">
        <h2>{title}</h2>
      </header>
      <div class="question-text">{children}</div>
    </div>
  </div>
);
