import { pauseAfter } from './follow';

/** Looks from time to time, and whenever somebody comes back to the panel, whether the file has got its CRM elsewhere. */
export function awaitSetUp(look: () => Promise<boolean>): { readonly stop: () => void } {
  let cameAt = Date.now();
  let looking = false;
  let stopped = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const plan = () => {
    clearTimeout(timer);
    const pause = pauseAfter(Date.now() - cameAt);
    if (!stopped && !document.hidden && pause !== null) timer = setTimeout(again, pause);
  };

  async function again() {
    if (looking || stopped) return;
    looking = true;
    const isThere = await look();
    looking = false;
    if (isThere) stop();
    else plan();
  }

  const wake = () => {
    clearTimeout(timer);
    if (document.hidden) return;
    cameAt = Date.now();
    again();
  };

  function stop() {
    stopped = true;
    clearTimeout(timer);
    window.removeEventListener('focus', wake);
    document.removeEventListener('visibilitychange', wake);
  }

  window.addEventListener('focus', wake);
  document.addEventListener('visibilitychange', wake);
  plan();
  return { stop };
}
