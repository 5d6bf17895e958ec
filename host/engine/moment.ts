import type { SpreadsheetFile } from './file';
import { serialOfUtc } from './serial';
import { wallOfInstant } from './zone';

/** What TODAY and NOW answer: the host's clock in the file's zone, to the second. */
export function serialOfNow({ clock, properties }: SpreadsheetFile): number {
  const wall = wallOfInstant(clock(), properties.timeZone);
  return serialOfUtc(Math.floor(wall / 1000) * 1000);
}
