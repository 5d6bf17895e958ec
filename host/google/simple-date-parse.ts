import { instantOfWall } from '../engine/zone';
import { fail } from './errors';
import { type PatternPart, patternParts } from './simple-date-format';

type Fields = Map<string, number>;

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const NUMERIC = new Set('yMLdHhkKmsSDu');

/** Reads a text by a pattern as Java's SimpleDateFormat does, leniently: 31 February is 3 March. */
export function parseDate(text: string, zone: string, pattern: string): number {
  const fields: Fields = new Map();
  const parts = patternParts(pattern);
  let at = 0;
  parts.forEach((part, index) => {
    const length = lengthOf(text.slice(at), part, parts[index + 1], fields);
    if (length === null) fail(`Unparseable date: "${text}"`);
    else at += length;
  });
  return instantOf(fields, zone);
}

/** How many characters the part takes from the text's start, or null where it does not fit. */
function lengthOf(text: string, part: PatternPart, next: PatternPart | undefined, fields: Fields): number | null {
  if ('text' in part) return text.startsWith(part.text) ? part.text.length : null;
  const { letter, width } = part;
  const take = (pattern: RegExp, read: (match: string) => number | null): number | null => {
    const match = pattern.exec(text)?.[0];
    const value = match === undefined ? null : read(match);
    if (match === undefined || value === null) return null;
    fields.set(letter === 'L' ? 'M' : letter, value);
    return match.length;
  };
  if ((letter === 'M' || letter === 'L') && width > 2)
    return take(/^[A-Za-z]{3,9}/, (word) => {
      const month = MONTHS.indexOf(word.slice(0, 3).toLowerCase());
      return month < 0 ? null : month + 1;
    });
  if (letter === 'E') return take(/^[A-Za-z]+/, () => 0);
  if (letter === 'a') return take(/^[AaPp][Mm]/, (word) => (word.toLowerCase() === 'pm' ? 1 : 0));
  if (letter === 'Z' || letter === 'X' || letter === 'z')
    return take(/^(Z|UTC|GMT)?([+-]\d{2}:?(\d{2})?)?/, (offset) => (offset === '' ? null : offsetOf(offset)));
  if (!NUMERIC.has(letter)) return fail(`Illegal pattern character '${letter}'`);
  // Numbers that touch the next one have as many digits as the pattern says.
  const touches = next !== undefined && 'letter' in next && NUMERIC.has(next.letter);
  return take(touches ? new RegExp(`^\\d{${width}}`) : /^\s*-?\d+/, (digits) =>
    letter === 'y' && width <= 2 && digits.trim().length === 2 ? centuryOf(Number(digits)) : Number(digits),
  );
}

function offsetOf(text: string): number {
  const [, sign, hours = '0', minutes = '0'] = /([+-])(\d{2}):?(\d{2})?/.exec(text) ?? [];
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
}

/** Two digits mean a year within 80 years before and 20 years after now. */
function centuryOf(year: number): number {
  const now = new Date().getUTCFullYear();
  const guess = Math.floor(now / 100) * 100 + year;
  return guess > now + 20 ? guess - 100 : guess <= now - 80 ? guess + 100 : guess;
}

function instantOf(fields: Fields, zone: string): number {
  const get = (letter: string, otherwise: number) => fields.get(letter) ?? otherwise;
  const half = (fields.get('h') ?? fields.get('K') ?? null) as number | null;
  const hour = half === null ? (get('k', -1) >= 0 ? get('k', 0) % 24 : get('H', 0)) : (half % 12) + get('a', 0) * 12;
  const wall = new Date(0).setUTCFullYear(get('y', 1970), get('M', 1) - 1, fields.get('D') ?? get('d', 1));
  const time = ((hour * 60 + get('m', 0)) * 60 + get('s', 0)) * 1000 + get('S', 0);
  const offset = fields.get('Z') ?? fields.get('X') ?? fields.get('z');
  return offset === undefined ? instantOfWall(wall + time, zone) : wall + time - offset * 60_000;
}
