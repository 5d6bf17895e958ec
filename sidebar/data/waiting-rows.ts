import { type ReadonlySignal, signal } from '@preact/signals';
import type { CaughtUp } from '../../src/domain/crm';
import type { RecordKind } from '../../src/domain/ids';
import type { Client } from './client';

/** Rows that people typed, pasted or copied in the grid and that are no records yet, or the same one twice. */
export type WaitingRows = {
  readonly waiting: ReadonlySignal<CaughtUp['waiting']>;
  readonly twice: ReadonlySignal<CaughtUp['twice']>;
  /** Asks the sheet. Says nothing where that fails: nobody asked for it. */
  look(): Promise<void>;
  /** Asks again, unless it was done a moment ago. */
  lookAgain(): void;
  /** Takes rows out that were adopted: an answer that is on its way is older than that. */
  adopted(kind: RecordKind): void;
};

const EVERY = 5 * 60_000;

/** `canEdit`: looking writes into History what it finds, so that nobody does it who may only look. */
export function createWaitingRows(client: Client, canEdit: ReadonlySignal<boolean>): WaitingRows {
  const waiting = signal<CaughtUp['waiting']>([]);
  const twice = signal<CaughtUp['twice']>([]);
  let asking: Promise<void> | null = null;
  let askedAt = 0;
  let changes = 0;

  async function ask() {
    const before = changes;
    askedAt = Date.now();
    const told = await client.call('catchUp', {}).catch(() => null);
    asking = null;
    if (!told || before !== changes) return;
    waiting.value = told.waiting.filter(({ rows }) => rows.length > 0);
    twice.value = told.twice;
  }

  const look = async () => {
    if (!canEdit.value) return;
    asking ??= ask();
    await asking;
  };

  return {
    waiting,
    twice,
    look,
    lookAgain() {
      if (askedAt > 0 && Date.now() - askedAt > EVERY) look();
    },
    adopted(kind) {
      changes++;
      waiting.value = waiting.value.filter((one) => one.kind !== kind);
    },
  };
}
