import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { Activity } from '../../src/domain/records';

export type RecordScreen = { readonly name: 'lead' | 'opportunity'; readonly id: string };

/** One activity, to edit it. */
export type ActivityScreen = { readonly name: 'activity'; readonly id: string };

export type Screen =
  | { readonly name: 'home' | 'newLead' | 'newDeal' | 'shortcuts' | 'bulk' }
  | RecordScreen
  | ActivityScreen;

/** Where the user is, how they came there, and whether leaving would lose typing. */
export type Screens = {
  readonly current: ReadonlySignal<Screen>;
  readonly hasUnsaved: ReadonlySignal<boolean>;
  /** A way out that waits until the user has said what becomes of the unsaved typing. */
  readonly asked: ReadonlySignal<boolean>;
  go(screen: Screen): void;
  /** In place of the current screen, without a way back to it. */
  replace(screen: Screen): void;
  back(): void;
  /** Does `then`, after asking what becomes of unsaved typing. */
  leave(then: () => void): void;
  home(): void;
  /** Takes the screens of records that are gone away, the current one too: what was typed there has no place any more. */
  drop(ids: ReadonlySet<string>): void;
  shows(screen: Screen): boolean;
  noteUnsaved(what: string, isUnsaved: boolean): void;
  discard(): void;
  stay(): void;
};

/** Where an activity is shown: with its deal, else with its lead; null where it has neither. */
export function placeOf({ opportunityId, leadId }: Pick<Activity, 'opportunityId' | 'leadId'>): RecordScreen | null {
  if (opportunityId) return { name: 'opportunity', id: opportunityId };
  return leadId ? { name: 'lead', id: leadId } : null;
}

const HOME: Screen = { name: 'home' };

const same = (a: Screen, b: Screen) => a.name === b.name && ('id' in a ? a.id : '') === ('id' in b ? b.id : '');

export function createScreens(): Screens {
  const stack = signal<readonly Screen[]>([HOME]);
  const unsaved = signal<ReadonlySet<string>>(new Set());
  const waiting = signal<(() => void) | null>(null);
  const current = computed(() => stack.value[stack.value.length - 1] ?? HOME);

  const leave = (then: () => void) => {
    if (unsaved.value.size > 0) waiting.value = then;
    else then();
  };

  return {
    current,
    leave,
    hasUnsaved: computed(() => unsaved.value.size > 0),
    asked: computed(() => waiting.value !== null),
    go(screen) {
      if (same(screen, current.value)) return;
      leave(() => {
        stack.value = screen.name === 'home' ? [HOME] : [...stack.value, screen];
      });
    },
    replace(screen) {
      leave(() => {
        const below = stack.value.slice(0, -1);
        stack.value = below.length === 0 ? [HOME, screen] : [...below, screen];
      });
    },
    back() {
      leave(() => {
        stack.value = stack.value.length > 1 ? stack.value.slice(0, -1) : [HOME];
      });
    },
    home() {
      leave(() => {
        stack.value = [HOME];
      });
    },
    drop(ids) {
      const left = stack.value.filter((screen) => !('id' in screen && ids.has(screen.id)));
      stack.value = left.length > 0 ? left : [HOME];
    },
    shows: (screen) => same(screen, current.value),
    noteUnsaved(what, isUnsaved) {
      if (unsaved.value.has(what) === isUnsaved) return;
      const next = new Set(unsaved.value);
      if (isUnsaved) next.add(what);
      else next.delete(what);
      unsaved.value = next;
    },
    discard() {
      const then = waiting.value;
      waiting.value = null;
      unsaved.value = new Set();
      then?.();
    },
    stay() {
      waiting.value = null;
    },
  };
}
