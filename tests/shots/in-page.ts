/** What runs inside the page: each function is sent there as its text, so it may lean on nothing around it. */

type Shift = { readonly value: number; readonly moved: string };

declare global {
  interface Window {
    /** The server, over in Node. */
    respond(body: string): Promise<string>;
    shifts: Shift[];
  }
}

/** Before the page's own scripts: the part of Google's client that the pages use, and an eye on what moves. */
export function prepare(): void {
  const runner = (success: (body: unknown) => void, failure: (error: Error) => void): object => ({
    withSuccessHandler: (handler: (body: unknown) => void) => runner(handler, failure),
    withFailureHandler: (handler: (error: Error) => void) => runner(success, handler),
    rpc: (body: string) => window.respond(body).then(success, failure),
    openRepair: () => {},
  });
  const none = () => {};
  Object.assign(window, { shifts: [], google: { script: { run: runner(none, none), host: { close: none } } } });
  type Entry = PerformanceEntry & { value: number; hadRecentInput: boolean; sources?: { node?: Node | null }[] };
  new PerformanceObserver((list) => {
    for (const { value, hadRecentInput, sources = [] } of list.getEntries() as Entry[]) {
      if (hadRecentInput) continue;
      const moved = sources.map(({ node }) =>
        (node instanceof Element ? node.outerHTML : node?.textContent)?.slice(0, 70),
      );
      window.shifts.push({ value, moved: moved.join(' | ') });
    }
  }).observe({ type: 'layout-shift', buffered: true });
}

/** Two frames: all that was to be drawn is drawn. */
export const drawn = (): Promise<void> =>
  new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve())));

/** What is wider than its place, but for what is meant to be scrolled sideways. */
export function tooWide(): string[] {
  const found: string[] = [];
  const root = document.scrollingElement!;
  if (root.scrollWidth > window.innerWidth) found.push(`the page: ${root.scrollWidth} of ${window.innerWidth} px`);
  for (const element of document.querySelectorAll('body *:not(.overflow-x-auto, select, input, textarea)')) {
    const { overflowX } = getComputedStyle(element);
    const scrolls = overflowX === 'auto' || overflowX === 'scroll';
    if (scrolls && element.scrollWidth > element.clientWidth) found.push(element.outerHTML.slice(0, 100));
  }
  return found;
}

/** Words to act by that are cut off or stick out of their place. */
export function cutTexts(): string[] {
  const named = 'button, a, label, summary, legend, th, h1, h2, h3, [role=tab]';
  return [...document.querySelectorAll<HTMLElement>(named)]
    .filter((element) => {
      if (element.offsetParent === null || element.classList.contains('sr-only')) return false;
      const { display, webkitLineClamp } = getComputedStyle(element);
      // Of a long text the beginning is shown until it is opened.
      if (display === 'inline' || webkitLineClamp !== 'none') return false;
      return element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1;
    })
    .map((element) => `“${element.textContent?.slice(0, 60)}” in ${element.outerHTML.slice(0, 60)}`);
}

/** What cannot be brought into sight. */
export function unreachable(): string[] {
  const found: string[] = [];
  const usable = 'button, input, select, textarea, a[href], [tabindex="0"]';
  for (const element of document.querySelectorAll<HTMLElement>(usable)) {
    if (element.offsetParent === null || (element.tabIndex < 0 && element.tagName === 'INPUT')) continue;
    element.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    const { top, bottom, left, right, height } = element.getBoundingClientRect();
    const isHigher = height > window.innerHeight;
    const isIn =
      isHigher || (top >= -1 && bottom <= window.innerHeight + 1 && left >= -1 && right <= window.innerWidth + 1);
    if (!isIn) found.push(element.outerHTML.slice(0, 100));
  }
  return found;
}

export const stillMoving = (): string[] =>
  document.getAnimations().map((one) => ('animationName' in one ? String(one.animationName) : 'an animation'));
