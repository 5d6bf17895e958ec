import { localeOf } from './locale';

/** The formats in which a locale shows days, moments and times of day that bring none of their own along. */
export type TimeFormats = { readonly date: string; readonly moment: string; readonly time: string };

export function timeFormatsOf(name: string): TimeFormats {
  const locale = localeOf(name);
  const date = name === 'en_US' ? 'M/d/yyyy' : locale.dateFormat;
  return { date, moment: `${date} H:mm:ss`, time: locale.halfDays ? 'h:mm:ss AM/PM' : 'H:mm:ss' };
}
