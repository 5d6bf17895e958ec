import { wallOfInstant, zoneName } from '../engine/zone';
import { fail } from './errors';

const DAY = 86_400_000;

/** A pattern's parts: letters that stand for something, and text between them. */
export type PatternPart = { readonly letter: string; readonly width: number } | { readonly text: string };

/** Takes a pattern of Java's SimpleDateFormat apart. Source: Java SE documentation, SimpleDateFormat. */
export function patternParts(pattern: string): PatternPart[] {
  const parts: PatternPart[] = [];
  const token = /'((?:[^']|'')*)'|([a-zA-Z])\2*|[^a-zA-Z']+|'/g;
  for (const [text, quoted, letter] of pattern.matchAll(token)) {
    if (text === "'") fail('Unterminated quote');
    else if (quoted !== undefined) parts.push({ text: quoted.replaceAll("''", "'") || "'" });
    else if (letter) parts.push({ letter, width: text.length });
    else parts.push({ text });
  }
  return parts;
}

/** A moment in a zone by a pattern, in American English as Google writes it. */
export function formatDate(instant: number, zone: string, pattern: string): string {
  const wall = new Date(wallOfInstant(instant, zone));
  const moment: Moment = { instant, zone, wall, offset: Math.round((wall.getTime() - instant) / 60_000) };
  return patternParts(pattern)
    .map((part) => ('text' in part ? part.text : fieldOf(moment, part.letter, part.width)))
    .join('');
}

type Moment = { readonly instant: number; readonly zone: string; readonly wall: Date; readonly offset: number };

const pad = (value: number, width: number): string => String(value).padStart(width, '0');

function fieldOf({ instant, zone, wall, offset }: Moment, letter: string, width: number): string {
  const name = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat('en-US', { ...options, timeZone: 'UTC' }).format(wall);
  const year = wall.getUTCFullYear();
  const hour = wall.getUTCHours();
  switch (letter) {
    case 'G':
      return year > 0 ? 'AD' : 'BC';
    case 'y':
      return yearText(year, width);
    case 'Y':
      return yearText(weekYear(wall), width);
    case 'M':
    case 'L':
      if (width > 2) return name({ month: width > 3 ? 'long' : 'short' });
      return pad(wall.getUTCMonth() + 1, width);
    case 'd':
      return pad(wall.getUTCDate(), width);
    case 'D':
      return pad(dayOfYear(wall), width);
    case 'F':
      return pad(Math.ceil(wall.getUTCDate() / 7), width);
    case 'w':
      return pad(weekOfYear(wall), width);
    case 'W':
      return pad(Math.floor((wall.getUTCDate() + firstWeekday(wall, wall.getUTCMonth()) - 1) / 7) + 1, width);
    case 'E':
      return name({ weekday: width > 3 ? 'long' : 'short' });
    case 'u':
      return pad(wall.getUTCDay() || 7, width);
    case 'a':
      return hour < 12 ? 'AM' : 'PM';
    case 'H':
      return pad(hour, width);
    case 'k':
      return pad(hour || 24, width);
    case 'h':
      return pad(hour % 12 || 12, width);
    case 'K':
      return pad(hour % 12, width);
    case 'm':
      return pad(wall.getUTCMinutes(), width);
    case 's':
      return pad(wall.getUTCSeconds(), width);
    case 'S':
      return pad(wall.getUTCMilliseconds(), width);
    case 'z':
      return zoneName(zone, instant, width > 3);
    case 'Z':
      return offsetText(offset, '');
    case 'X':
      if (width > 3) return fail(`invalid ISO 8601 format: length=${width}`);
      return offset === 0 ? 'Z' : offsetText(offset, width === 3 ? ':' : '').slice(0, width === 1 ? 3 : undefined);
    default:
      return fail(`Illegal pattern character '${letter}'`);
  }
}

const yearText = (year: number, width: number): string => {
  const shown = year > 0 ? year : 1 - year;
  return width === 2 ? pad(shown % 100, 2) : pad(shown, width);
};

const offsetText = (offset: number, mark: string): string =>
  `${offset < 0 ? '-' : '+'}${pad(Math.floor(Math.abs(offset) / 60), 2)}${mark}${pad(Math.abs(offset) % 60, 2)}`;

const dayOfYear = (wall: Date): number =>
  Math.floor((wall.getTime() - Date.UTC(wall.getUTCFullYear(), 0, 1)) / DAY) + 1;

const firstWeekday = (wall: Date, month: number): number =>
  new Date(Date.UTC(wall.getUTCFullYear(), month, 1)).getUTCDay();

/** American weeks: from Sunday on, the first is the one with 1 January. */
function weekYear(wall: Date): number {
  const saturday = new Date(wall.getTime() + (6 - wall.getUTCDay()) * DAY);
  return saturday.getUTCFullYear();
}

const weekOfYear = (wall: Date): number =>
  weekYear(wall) > wall.getUTCFullYear() ? 1 : Math.floor((dayOfYear(wall) + firstWeekday(wall, 0) - 1) / 7) + 1;
