import { computed, type ReadonlySignal, signal } from '@preact/signals';
import { NO_VIEWS, type OwnViews, type SavedView } from '../../src/domain/views';
import { asCallError, type CallError } from './call-error';
import type { Client } from './client';

type Kept = Pick<OwnViews, 'views' | 'owner'>;
type Change = (own: Kept) => Kept;

/** What the user keeps in this file for themselves: saved views, and the name they go by. */
export type OwnViewsStore = {
  /** With the changes that are on their way. */
  readonly own: ReadonlySignal<Kept>;
  readonly error: ReadonlySignal<CallError | null>;
  begin(own: OwnViews | null): void;
  load(): Promise<void>;
  /** Shows the change at once; takes it back and rejects where it cannot be kept. */
  change(change: Change): Promise<void>;
};

export function createOwnViews(client: Client): OwnViewsStore {
  const server = signal<OwnViews | null>(null);
  const error = signal<CallError | null>(null);
  const onTheirWay = signal<readonly Change[]>([]);
  let queue: Promise<unknown> = Promise.resolve();

  async function load() {
    error.value = null;
    try {
      server.value = await client.call('views', {});
    } catch (thrown) {
      error.value = asCallError(thrown);
    }
  }

  async function send(change: Change): Promise<void> {
    if (!server.value) await load();
    if (!server.value) throw error.value;
    try {
      await save(change, server.value);
    } catch (thrown) {
      if (asCallError(thrown).code !== 'CONFLICT') throw thrown;
      // Another window of the same user was first: its views stay, and this change is made to them.
      server.value = await client.call('views', {});
      await save(change, server.value);
    }
  }

  async function save(change: Change, now: OwnViews) {
    const { views, owner } = change(now);
    server.value = await client.call('saveViews', { views, owner, seen: now.revision });
  }

  return {
    own: computed(() => onTheirWay.value.reduce<Kept>((own, change) => change(own), server.value ?? NO_VIEWS)),
    error,
    begin(own) {
      if (own) server.value = own;
    },
    load,
    async change(change) {
      onTheirWay.value = [...onTheirWay.value, change];
      const sent = queue.then(() => send(change));
      queue = sent.catch(() => {});
      try {
        await sent;
      } finally {
        onTheirWay.value = onTheirWay.value.filter((one) => one !== change);
      }
    },
  };
}

/** Puts a view in place of the one with its name, else at the end. */
export const withView =
  (view: SavedView): Change =>
  (own) => {
    const isSame = ({ name }: SavedView) => name.toLowerCase() === view.name.toLowerCase();
    const views = own.views.some(isSame)
      ? own.views.map((one) => (isSame(one) ? { ...one, ...view, isStart: one.isStart } : one))
      : [...own.views, view];
    return { ...own, views };
  };

export const withoutView =
  (name: string): Change =>
  (own) => ({ ...own, views: own.views.filter((one) => one.name !== name) });

export const renamedView =
  (from: string, to: string): Change =>
  (own) => ({ ...own, views: own.views.map((one) => (one.name === from ? { ...one, name: to } : one)) });

/** The panel opens with this view, or with none where it did so before. */
export const startingWith =
  (name: string): Change =>
  (own) => ({ ...own, views: own.views.map((one) => ({ ...one, isStart: one.name === name && !one.isStart })) });

export const ownedBy =
  (owner: string): Change =>
  (own) => ({ ...own, owner });
