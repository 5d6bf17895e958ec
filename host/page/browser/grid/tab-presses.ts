const TAB = '[data-u-comp="slide-tab-item"]';

/** A press that moves this far is a drag. */
const DRAG_PIXELS = 5;

/**
 * Univer takes a tab out of its bar some time after the press, to be dragged, and notices neither that the mouse let go
 * meanwhile nor that others change tabs: names would stand in the wrong place, or the whole bar be gone. So it hears of a
 * press on the tab in front only once that is a drag, and what others do waits until the mouse lets go.
 */
export function watchTabPresses(container: HTMLElement, hold: () => void, release: () => void): void {
  container.addEventListener(
    'pointerdown',
    (press) => {
      const tab = (press.target as Element).closest(TAB);
      if (!tab || press.button !== 0 || !press.isTrusted) return;
      hold();
      const over = new AbortController();
      const until = { capture: true, signal: over.signal };
      const done = ({ type, target }: Event) => {
        // The window's own, not that of a field that the press takes the keyboard from.
        if (type === 'blur' && target !== window) return;
        over.abort();
        // After Univer has heard of it too.
        setTimeout(release);
      };
      for (const event of ['pointerup', 'pointercancel', 'blur']) window.addEventListener(event, done, until);
      if (tab.ariaSelected !== 'true') return;
      press.stopPropagation();
      let dragged = false;
      const drag = ({ clientX, pointerId }: PointerEvent) => {
        if (dragged || Math.abs(clientX - press.clientX) < DRAG_PIXELS) return;
        dragged = true;
        const { clientX: x, clientY: y } = press;
        const at = { clientX: x, clientY: y, pointerId, button: 0, buttons: 1, bubbles: true };
        tab.dispatchEvent(new PointerEvent('pointerdown', at));
      };
      window.addEventListener('pointermove', drag, until);
    },
    true,
  );
}
