import { type Locale, plainWord } from './locale';

/** A time of day, or a duration of a day and more, as a fraction of days. */
export type ReadTime = { readonly value: number; readonly numberFormat: string; readonly isDuration: boolean };

const CLOCK = /^(\d{1,5}):(\d{1,2})(?::(\d{1,2})(?:[.,](\d{1,3}))?)?(?:\s*(\D+))?$/;
const HOUR = /^(\d{1,2})\s*(\D+)$/;

/** Reads `9:38`, `10:11:12.5`, `3 pm`, `25:30:00`. */
export function readTime(text: string, locale: Locale): ReadTime | null {
  const clock = CLOCK.exec(text);
  const parts = clock ?? HOUR.exec(text);
  if (!parts) return null;
  const [hourText, minuteText = '0', secondText, fraction = '', word] = clock
    ? parts.slice(1)
    : [parts[1], '0', undefined, '', parts[2]];
  const period = word === undefined ? null : dayPeriodOf(word, locale);
  if (period === undefined || (!clock && period === null)) return null;
  const [hour, minute, second] = [Number(hourText), Number(minuteText), Number(secondText ?? 0)];
  if (minute > 59 || second > 59 || (period !== null && (hour > 12 || (!clock && hour === 0)))) return null;
  const seconds = (period === null ? hour : (hour % 12) + period * 12) * 3600 + minute * 60 + second;
  const value = (seconds + Number(`0.${fraction || 0}`)) / 86_400;
  const tail = `:mm${secondText === undefined ? '' : ':ss'}${fraction && `.${'0'.repeat(fraction.length)}`}`;
  if (period === null && hour >= 24) return { value, numberFormat: `[h]:mm:ss`, isDuration: true };
  const hours = hourText!.length === 2 && hourText!.startsWith('0') ? 'hh' : 'h';
  return { value, numberFormat: `${hours}${tail}${period === null ? '' : ' AM/PM'}`, isDuration: false };
}

/** 0 before noon, 1 after it, undefined for words that are neither; in English and in the locale's language. */
function dayPeriodOf(word: string, locale: Locale): 0 | 1 | undefined {
  const plain = (text: string) => plainWord(text).replace(/\s/g, '');
  const written = plain(word);
  if (written === 'am' || written === 'a' || written === plain(locale.names.dayPeriods[0])) return 0;
  if (written === 'pm' || written === 'p' || written === plain(locale.names.dayPeriods[1])) return 1;
  return undefined;
}
