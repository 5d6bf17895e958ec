import { instantOfWall, wallOfInstant } from '../engine/zone';
import type { Schedule } from './triggers';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** Google picks a minute within the hour that a script names; here it is always this one. */
const SOME_MINUTE = 30;

/** When a schedule is due next after a moment; null when never again. */
export function nextDue(schedule: Schedule, after: number): number | null {
  if (schedule.kind === 'once') return schedule.at > after ? schedule.at : null;
  if (schedule.kind === 'hours') return after + schedule.every * HOUR;
  const { zone, hour, minute, weekDay, every } = schedule;
  const wall = wallOfInstant(after, zone);
  let day = Math.floor(wall / DAY) * DAY;
  const time = (hour ?? 0) * HOUR + (minute ?? SOME_MINUTE) * 60_000;
  const isDay = () => weekDay === null || (new Date(day).getUTCDay() || 7) === weekDay;
  while (day + time <= wall || !isDay()) day += DAY;
  const first = weekDay === null ? (every - 1) * DAY : (every / 7 - 1) * 7 * DAY;
  return instantOfWall(day + time + Math.max(0, first), zone);
}
