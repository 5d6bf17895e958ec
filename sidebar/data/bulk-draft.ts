import { type Day, isDay } from '../../src/domain/day';
import { TASK } from '../../src/domain/tasks';
import type { Wish } from './bulk-actions';
import type { Session } from './session';
import { allStages } from './stage-order';

/** What can be done, by what the records are. */
export const ACTS = {
  lead: ['status', 'owner', 'addTag', 'removeTag', 'task', 'log'],
  opportunity: ['stage', 'owner', 'task', 'log'],
  activity: ['done', 'open', 'due', 'owner'],
} as const;

export type Act = (typeof ACTS)[keyof typeof ACTS][number];

/** What somebody has chosen and typed so far. */
export type Draft = { readonly act: Act; readonly text: string; readonly more: string; readonly due: Day | null };

/** Null where something is missing. */
export function wishOf({ settings }: Session, { act, text, more, due }: Draft): Wish | null {
  const typed = text.trim();
  switch (act) {
    case 'status':
    case 'owner':
      return { act: 'set', field: act, value: typed };
    case 'due':
      return isDay(text) ? { act: 'set', field: 'due', value: text } : null;
    case 'done':
    case 'open':
      return { act: 'set', field: 'doneAt', value: act === 'done' ? true : null };
    case 'stage': {
      const stage = text === '' ? undefined : allStages(settings.value.stages)[Number(text)];
      if (!stage) return null;
      const reason = stage.kind === 'lost' && more !== '' ? { lostReason: more } : {};
      return { act: 'move', pipeline: stage.pipeline, stage: stage.name, ...reason };
    }
    case 'addTag':
    case 'removeTag':
      return typed === '' || typed.includes(',') ? null : { act: 'tag', tag: typed, isAdded: act === 'addTag' };
    case 'task':
      return typed === '' ? null : { act: 'log', type: TASK, text, due };
    case 'log':
      return more === '' || typed === '' ? null : { act: 'log', type: more, text, due: null };
  }
}
