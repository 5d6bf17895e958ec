import { render } from 'preact';
import { panel as texts } from '../texts/en';
import { speak } from '../texts/text';
import type { Theme } from './frames';
import { SPECIMENS } from './specimens';

speak(texts);

const THEMES: readonly Theme[] = ['light', 'dark'];

/** Every component beside its name, as it looks in both themes. */
const Components = () => (
  <main class="flex flex-col gap-4 p-4">
    <h1 class="text-xl font-semibold">Components</h1>
    {SPECIMENS.map(({ name, shows: Specimen }) => (
      <section key={name} aria-labelledby={name} class="flex flex-wrap gap-4 border-t border-line pt-3">
        <h2 id={name} class="w-32 shrink-0 font-semibold">
          {name}
        </h2>
        {THEMES.map((theme) => (
          <div
            key={theme}
            data-theme={theme}
            // As wide as Google shows a sidebar.
            class="w-75 overflow-hidden rounded-md border border-line bg-paper text-ink"
          >
            <Specimen theme={theme} />
          </div>
        ))}
      </section>
    ))}
  </main>
);

const root = document.getElementById('app');
if (root) render(<Components />, root);
// A question takes the focus to itself, and the page to its place.
(document.activeElement as HTMLElement | null)?.blur();
scrollTo(0, 0);
