import { type Signal, signal } from '@preact/signals';
import type { Day } from '../../src/domain/day';
import type { CallError } from './call-error';
import { freshId } from './new-id';

/** The type that has a day by which it is to be done. */
export const TASK = 'Task';

/** An activity while it is being typed. */
export type LogDraft = {
  /** Made once, so that logging again after a failure adds nothing twice. */
  readonly id: string;
  readonly type: string;
  readonly text: string;
  readonly due: Day | null;
  readonly error: CallError | null;
};

export const blankDraft = (): LogDraft => ({ id: freshId('activity'), type: '', text: '', due: null, error: null });

/** One draft per record: what could not be logged comes back where it was typed. */
export function createLogDrafts(): (recordId: string) => Signal<LogDraft> {
  const drafts = new Map<string, Signal<LogDraft>>();
  return (recordId) => {
    const draft = drafts.get(recordId) ?? signal(blankDraft());
    drafts.set(recordId, draft);
    return draft;
  };
}
