import { type ReadonlySignal, signal } from '@preact/signals';
import type { CallError } from './call-error';

/** Whether Google can be reached: as the browser says, and as the calls turn out. */
export type Connection = {
  readonly isOnline: ReadonlySignal<boolean>;
  /** How a call ended; null: with an answer. */
  note(error: CallError | null): void;
  start(): void;
  stop(): void;
};

/** `onBack`: told when it is there again after it was gone. */
export function createConnection(onBack: () => void): Connection {
  const isOnline = signal(true);

  const gone = () => {
    isOnline.value = false;
  };
  const back = () => {
    if (isOnline.value) return;
    isOnline.value = true;
    onBack();
  };
  return {
    isOnline,
    note(error) {
      if (error?.code === 'OFFLINE') gone();
      // Whatever else Google said, it was there to say it; of a call without an answer nobody knows.
      else if (error?.code !== 'TIMEOUT') back();
    },
    start() {
      if (navigator.onLine === false) gone();
      window.addEventListener('offline', gone);
      window.addEventListener('online', back);
    },
    stop() {
      window.removeEventListener('offline', gone);
      window.removeEventListener('online', back);
    },
  };
}
