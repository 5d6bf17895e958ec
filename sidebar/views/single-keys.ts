import { signal } from '@preact/signals';

const KEY = 'sheety.singleKeys';

function remembered(): boolean {
  try {
    return localStorage.getItem(KEY) !== 'off';
  } catch {
    // Browsers that block storage inside frames of other sites.
    return true;
  }
}

/** WCAG 2.1.4: shortcuts of a single letter can be turned off, because speech input types letters. */
export const singleKeysOn = signal(remembered());

export function setSingleKeys(on: boolean): void {
  singleKeysOn.value = on;
  try {
    localStorage.setItem(KEY, on ? 'on' : 'off');
  } catch {
    // Holds until the panel is closed.
  }
}
