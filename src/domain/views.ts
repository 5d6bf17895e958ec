import { say } from '../texts/say';
import { CrmError } from './errors';

/** How a user likes to see a list, under a name of theirs. */
export type SavedView = {
  readonly name: string;
  /** `lead`, `opportunity` or `activity`; another one is of a newer version, and kept. */
  readonly tab: string;
  /** A stage or status, or whether activities are done; '' shows all. */
  readonly filter: string;
  /** '' shows all. */
  readonly pipeline: string;
  readonly sort: string;
  /** What else activities are chosen by. */
  readonly owner?: string;
  readonly type?: string;
  readonly period?: string;
  readonly text?: string;
  /** Only records that the user owns. */
  readonly mine: boolean;
  /** Shown when the panel opens; one view at most. */
  readonly isStart: boolean;
};

/** What a user has set up in one file for themselves alone. */
export type OwnViews = {
  readonly views: readonly SavedView[];
  /** The name by which they stand in Owner cells, where Google does not tell who they are; '' where they have not said. */
  readonly owner: string;
  /** Counts up with every save: tells a save from an older window. */
  readonly revision: number;
};

export const NO_VIEWS: OwnViews = { views: [], owner: '', revision: 0 };

export const MOST_VIEWS = 30;
export const LONGEST_VIEW_NAME = 40;

/** What stands there after a save of `wanted` by somebody who saw the revision `seen`. Throws `CONFLICT`, `INVALID`. */
export function savedViews(now: OwnViews, wanted: Pick<OwnViews, 'views' | 'owner'>, seen: number): OwnViews {
  // The same save again, of which the answer was lost.
  if (now.revision === seen + 1 && isSame(now, wanted)) return now;
  if (now.revision !== seen) {
    throw new CrmError('CONFLICT', say('view.changed'));
  }
  const names = wanted.views.map(({ name }) => name.trim().toLowerCase());
  if (names.includes('')) throw new CrmError('INVALID', say('view.nameless'));
  if (new Set(names).size < names.length) throw new CrmError('INVALID', say('view.sameName'));
  if (wanted.views.filter(({ isStart }) => isStart).length > 1) {
    throw new CrmError('INVALID', say('view.twoStarts'));
  }
  return { ...now, ...wanted, revision: seen + 1 };
}

const isSame = (a: Pick<OwnViews, 'views' | 'owner'>, b: Pick<OwnViews, 'views' | 'owner'>): boolean =>
  JSON.stringify([a.views, a.owner]) === JSON.stringify([b.views, b.owner]);
