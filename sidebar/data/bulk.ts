import { type ReadonlySignal, signal } from '@preact/signals';
import type { Selection } from '../../src/contract/contract';
import type { SelectedRows } from '../../src/domain/crm';
import { asCallError, type CallError } from './call-error';
import type { Client } from './client';
import type { Panel } from './panel';

/** Several rows that are selected in the grid, and the records in them once somebody wants to do something with these. */
export type Bulk = {
  /** Selected now. */
  readonly rows: ReadonlySignal<SelectedRows | null>;
  /** As it was read; null while it is read. */
  readonly selection: ReadonlySignal<Selection | null>;
  readonly error: ReadonlySignal<CallError | null>;
  /** Other rows are selected than those that were read. */
  readonly isOther: () => boolean;
  /** Which rows were read. */
  readonly readAt: () => string;
  tell(rows: SelectedRows | null): void;
  read(): Promise<void>;
};

export function createBulk(client: Client): Bulk {
  const rows = signal<SelectedRows | null>(null);
  const selection = signal<Selection | null>(null);
  const error = signal<CallError | null>(null);
  let readAt = '';
  /** Of several on their way the last counts. */
  let reads = 0;
  return {
    rows,
    selection,
    error,
    isOther: () => rows.value !== null && rows.value.at !== readAt,
    readAt: () => readAt,
    tell(selected) {
      rows.value = selected;
    },
    async read() {
      readAt = rows.value?.at ?? '';
      selection.value = null;
      error.value = null;
      const read = ++reads;
      try {
        const answer = await client.call('selection', {});
        if (read === reads) selection.value = answer;
      } catch (thrown) {
        if (read === reads) error.value = asCallError(thrown);
      }
    },
  };
}

/** Shows what can be done with the rows that are selected now. */
export function openBulk({ bulk, screens }: Pick<Panel, 'bulk' | 'screens'>): void {
  if (!bulk.rows.value) return;
  screens.leave(() => {
    bulk.read();
    screens.go({ name: 'bulk' });
  });
}
