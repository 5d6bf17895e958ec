import { type Calendar, calendarOf } from '../domain/calendar';

/** The calendar of a time zone, by its name as Sheets gives it. */
export function zoneCalendar(timeZone: string): Calendar {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  return calendarOf((instant) => {
    const [month, day, year, hour, minute, second] = format.format(instant).match(/\d+/g)!.map(Number) as number[];
    return Date.UTC(year!, month! - 1, day!, hour!, minute!, second!) - Math.floor(instant / 1000) * 1000;
  });
}
