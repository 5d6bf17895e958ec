import { effect, signal } from '@preact/signals';

export type Theme = 'light' | 'dark';

const KEY = 'offline-host-theme';

const asked = new URLSearchParams(location.search).get('theme');
const kept = localStorage.getItem(KEY);

/** Forced by `?theme=dark`, otherwise as the person left it. */
export const theme = signal<Theme>((asked ?? kept) === 'dark' ? 'dark' : 'light');

export function chooseTheme(chosen: Theme): void {
  theme.value = chosen;
  localStorage.setItem(KEY, chosen);
}

effect(() => {
  document.documentElement.dataset['theme'] = theme.value;
});
