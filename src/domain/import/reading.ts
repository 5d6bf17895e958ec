import { type Day, dayOf } from '../day';

/** How a file writes numbers and days: found out once for the whole file, because single values are ambiguous. */
export type Reading = {
  readonly decimal: '.' | ',';
  /** `03/04/2026` is the third of April. */
  readonly dayFirst: boolean;
};

const MONEY_SIGNS = /[\p{Sc}\s\u00a0\u202f'’]|\b[A-Z]{3}\b/gu;

/** The bare number text, with a minus for accounting's parentheses. */
function bare(text: string): string {
  const inside = /^\((.*)\)$/.exec(text.trim());
  return (inside ? `-${inside[1]}` : text).replace(MONEY_SIGNS, '');
}

/** The decimal sign of a file's numbers: the one that stands last before other than three digits. */
export function decimalOf(texts: Iterable<string>, otherwise: '.' | ','): '.' | ',' {
  const votes = { '.': 0, ',': 0 };
  for (const text of texts) {
    const number = bare(text);
    const both = number.includes('.') && number.includes(',');
    const last = Math.max(number.lastIndexOf('.'), number.lastIndexOf(','));
    if (last < 0) continue;
    const sign = number[last] as '.' | ',';
    if (both || number.length - last - 1 !== 3 || number.startsWith('0')) votes[sign]++;
    // 1,234,567: a sign that comes twice parts thousands.
    else if (number.indexOf(sign) !== last) votes[sign === '.' ? ',' : '.']++;
  }
  return votes['.'] === votes[','] ? otherwise : votes['.'] > votes[','] ? '.' : ',';
}

/** A number as written, or null where the text is none. `50%` is 0.5. */
export function readNumber(text: string, decimal: '.' | ','): number | null {
  let number = bare(text);
  const percent = number.endsWith('%');
  if (percent) number = number.slice(0, -1);
  const thousands = decimal === '.' ? ',' : '.';
  if (!/^[-+]?[\d.,]*\d[\d.,]*$/.test(number)) return null;
  const [whole = '', fraction, ...rest] = number.split(decimal);
  if (rest.length > 0 || (fraction ?? '').includes(thousands)) return null;
  const value = Number(`${whole.split(thousands).join('')}.${fraction ?? ''}`);
  return Number.isFinite(value) ? (percent ? value / 100 : value) : null;
}

const PARTS = /^(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{4})\b/;

/** Whether a file writes the day before the month: known as soon as one of them is above twelve. */
export function dayFirstOf(texts: Iterable<string>, otherwise: boolean): boolean {
  let votes = 0;
  for (const text of texts) {
    const parts = PARTS.exec(text.trim());
    if (!parts) continue;
    if (Number(parts[1]) > 12) votes++;
    if (Number(parts[2]) > 12) votes--;
  }
  return votes === 0 ? otherwise : votes > 0;
}

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/** A day as written, with or without a time after it; null where the text is none. */
export function readDay(text: string, dayFirst: boolean): Day | null {
  const trimmed = text.trim();
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/.exec(trimmed);
  if (iso) return dayOf(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const parts = PARTS.exec(trimmed);
  if (parts) {
    const [first, second, year] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
    return dayFirst ? dayOf(year, second, first) : dayOf(year, first, second);
  }
  // 7 Dec 2025, 15 Apr, 2021, Dec 7, 2025
  const named =
    /^(\d{1,2})[ -]([a-z]{3})[a-z]*[ ,-]+(\d{4})/i.exec(trimmed) ??
    /^([a-z]{3})[a-z]* (\d{1,2}),? (\d{4})/i.exec(trimmed);
  if (!named) return null;
  const monthFirst = /^[a-z]/i.test(trimmed);
  const month = MONTHS.indexOf((monthFirst ? named[1] : named[2])!.toLowerCase()) + 1;
  return month > 0 ? dayOf(Number(named[3]), month, Number(monthFirst ? named[2] : named[1])) : null;
}

/** The time of day after a date, in milliseconds since midnight: 0 where there is none. */
export function readTime(text: string): number {
  const time = /[T ](\d{1,2}):(\d{2})(?::(\d{2}))?/.exec(text);
  return time ? (Number(time[1]) * 3600 + Number(time[2]) * 60 + Number(time[3] ?? 0)) * 1000 : 0;
}

/** A moment with a zone of its own, such as `2006-06-16T00:30:19.000Z`; null where it names none. */
export function readZonedTime(text: string): number | null {
  const zoned = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})$/.test(text.trim());
  const time = zoned ? Date.parse(text.trim()) : Number.NaN;
  return Number.isNaN(time) ? null : time;
}
