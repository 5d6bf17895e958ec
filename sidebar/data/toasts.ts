import { type ReadonlySignal, signal } from '@preact/signals';

export type Toast = {
  readonly id: number;
  readonly tone: 'plain' | 'bad';
  readonly text: string;
  /** Until it is dismissed. */
  readonly stays: boolean;
  readonly action: { readonly label: string; readonly act: () => void } | null;
};

export type Toasts = {
  readonly list: ReadonlySignal<readonly Toast[]>;
  say(text: string, action?: Toast['action']): void;
  /** Something that somebody has to know: it stays. */
  tell(text: string): void;
  /** Stays: an error that went by unread would be a silent one. */
  complain(text: string, action?: Toast['action']): void;
  dismiss(id: number): void;
};

/** More would cover the screen; what stays is nobody's to lose, however many there are. */
const MOST = 3;

export function createToasts(): Toasts {
  const list = signal<readonly Toast[]>([]);
  let next = 1;
  const add = (tone: Toast['tone'], text: string, stays: boolean, action: Toast['action'] = null) => {
    const all = [...list.value, { id: next++, tone, text, stays, action }];
    const passing = all.filter((toast) => !toast.stays);
    const left = Math.max(1, MOST - (all.length - passing.length));
    const shown = new Set(passing.slice(-left));
    list.value = all.filter((toast) => toast.stays || shown.has(toast));
  };
  return {
    list,
    say: (text, action) => add('plain', text, false, action),
    tell: (text) => add('plain', text, true),
    complain: (text, action) => add('bad', text, true, action),
    dismiss(id) {
      list.value = list.value.filter((toast) => toast.id !== id);
    },
  };
}
