/**
 * While a person holds a tab with the mouse, Univer moves the tabs itself, and takes no note of tabs that come or go: names
 * would stand in the wrong place, or the whole bar be gone. So what others do waits for the mouse to let go.
 */
export function holdWhilePressed(container: HTMLElement, hold: () => void, release: () => void): void {
  container.addEventListener(
    'pointerdown',
    ({ target }) => {
      if (!(target as Element).closest('[data-u-comp="slide-tab-item"]')) return;
      hold();
      const over = new AbortController();
      const done = () => {
        over.abort();
        // After Univer has heard of it too.
        setTimeout(release);
      };
      for (const event of ['pointerup', 'pointercancel', 'blur'])
        window.addEventListener(event, done, { capture: true, signal: over.signal });
    },
    true,
  );
}
