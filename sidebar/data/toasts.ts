import { type ReadonlySignal, signal } from '@preact/signals';

export type Toast = {
  readonly id: number;
  readonly tone: 'plain' | 'bad';
  readonly text: string;
  readonly action: { readonly label: string; readonly act: () => void } | null;
};

export type Toasts = {
  readonly list: ReadonlySignal<readonly Toast[]>;
  say(text: string, action?: Toast['action']): void;
  /** Stays until it is dismissed: an error that went by unread would be a silent one. */
  complain(text: string, action?: Toast['action']): void;
  dismiss(id: number): void;
};

const MOST = 3;

export function createToasts(): Toasts {
  const list = signal<readonly Toast[]>([]);
  let next = 1;
  const add = (tone: Toast['tone'], text: string, action: Toast['action'] = null) => {
    list.value = [...list.value, { id: next++, tone, text, action }].slice(-MOST);
  };
  return {
    list,
    say: (text, action) => add('plain', text, action),
    complain: (text, action) => add('bad', text, action),
    dismiss(id) {
      list.value = list.value.filter((toast) => toast.id !== id);
    },
  };
}
