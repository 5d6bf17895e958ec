import { addDays, addMonths, type Day, daysBetween } from './day';

/** What a task is offered to repeat by. Any other number of days, weeks or months can be typed into the sheet. */
export const REPEATS = ['every day', 'every week', 'every 2 weeks', 'every month'] as const;

type Repeat = { readonly every: number; readonly unit: 'day' | 'week' | 'month' };

/** Null where nothing repeats, or nobody can tell how: people may write anything into the cell. */
function readRepeat(text: string): Repeat | null {
  const parts = /^every (?:(\d{1,3}) )?(day|week|month)s?$/.exec(text.trim().toLowerCase().replace(/\s+/g, ' '));
  const every = Number(parts?.[1] ?? 1);
  return parts && every > 0 ? { every, unit: parts[2] as Repeat['unit'] } : null;
}

export const doesRepeat = (text: string): boolean => readRepeat(text) !== null;

/**
 * The day for which a task comes again: counted from the day it was due, and not in the past, so that a task nobody did for
 * a month comes once. One without a day is counted from today. Null where it does not repeat.
 */
export function nextDue(repeat: string, due: Day | null, today: Day): Day | null {
  const read = readRepeat(repeat);
  if (!read) return null;
  const { every, unit } = read;
  const from = due ?? today;
  if (unit === 'month') {
    for (let months = every; ; months += every) {
      const next = addMonths(from, months);
      if (next === null || next >= today) return next;
    }
  }
  const step = every * (unit === 'week' ? 7 : 1);
  return addDays(from, step * Math.max(1, Math.ceil(daysBetween(from, today) / step)));
}
