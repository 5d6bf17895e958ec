import { signal } from '@preact/signals';
import type { MenuEntry, Panel, Question } from '../../google/context';
import type { RunCost } from '../protocol';

/** What the page shows around the grid. The file itself is the grid's. */

export type Toast = { readonly key: number; readonly message: string; readonly title: string };
export type Asked = { readonly id: number; readonly asked: Question };
/** A panel shown anew is another one, even with the same content. */
export type ShownPanel = Panel & { readonly key: number };

export const fileName = signal('');
export const addOnTitle = signal('');
export const user = signal('');
export const addOnMenus = signal<readonly MenuEntry[]>([]);

export const sidebar = signal<ShownPanel | null>(null);
export const dialog = signal<ShownPanel | null>(null);
export const questions = signal<readonly Asked[]>([]);
export const toasts = signal<readonly Toast[]>([]);
/** A sentence from the host itself: something was not done, and why. */
export const notice = signal<string | null>(null);
/** The function that runs since the person chose it from a menu. */
export const running = signal<string | null>(null);

export const costs = signal<readonly RunCost[]>([]);
export const costsShown = signal(false);
export const aboutShown = signal(false);
export const freshAsked = signal(false);

let keys = 0;
const RUNS_SHOWN = 30;

export function showPanel(panel: Panel): void {
  const shown = { ...panel, key: ++keys };
  if (panel.kind === 'sidebar') sidebar.value = shown;
  else dialog.value = shown;
}

export function showToast(message: string, title: string, seconds: number): void {
  const key = ++keys;
  toasts.value = [...toasts.value, { key, message, title }];
  // A negative time leaves the toast until it is dismissed. Source: reference "Spreadsheet.toast".
  if (seconds >= 0) setTimeout(() => dismissToast(key), (seconds || 5) * 1000);
}

export function dismissToast(key: number): void {
  toasts.value = toasts.value.filter((toast) => toast.key !== key);
}

export function withdrawQuestion(id: number): void {
  questions.value = questions.value.filter((question) => question.id !== id);
}

export function noteCost(cost: RunCost): void {
  costs.value = [cost, ...costs.value].slice(0, RUNS_SHOWN);
}

let noticeTimer = 0;

export function showNotice(sentence: string): void {
  notice.value = sentence;
  clearTimeout(noticeTimer);
  noticeTimer = window.setTimeout(() => {
    notice.value = null;
  }, 10_000);
}
