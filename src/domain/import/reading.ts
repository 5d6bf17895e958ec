import { reading as texts } from '../../texts/en';
import { say, sayAlso } from '../../texts/say';
import type { Calendar } from '../calendar';
import { CrmError } from '../errors';
import type { Field } from '../fields';
import { type DayFirst, namesZone, readDay, readMoment } from './moments';
import { type Decimal, readNumber, readPercent, type Scale } from './numbers';

/** How a column writes numbers and days: found out for the whole column, because single values are ambiguous. */
export type Reading = {
  readonly decimal: Decimal;
  readonly dayFirst: DayFirst;
  /** Of probabilities. Missing: as `either`. */
  readonly scale?: Scale;
};

sayAlso(texts);

const invalid = (message: string) => new CrmError('INVALID', message);

function noNumber(text: string, header: string, decimal: Decimal): CrmError {
  const [point, comma] = [readNumber(text, '.'), readNumber(text, ',')];
  if (decimal === 'either' && point !== null && comma !== null)
    return invalid(say('row.bothSigns', { text, header, point, comma }));
  if (point !== null || comma !== null)
    return invalid(say('row.otherNumbers', { text, header, example: decimal === '.' ? '1,234.50' : '1.234,50' }));
  return invalid(say('row.noNumber', { text, header }));
}

function noDay(text: string, header: string, dayFirst: DayFirst): CrmError {
  const [byDay, byMonth] = [readDay(text, true), readDay(text, false)];
  if (dayFirst === 'either' && byDay && byMonth)
    return invalid(say('row.bothOrders', { text, header, byDay, byMonth }));
  if (byDay || byMonth)
    return invalid(say('row.otherDates', { text, header, example: dayFirst ? '31/12/2026' : '12/31/2026' }));
  if (namesZone(text)) return invalid(say('row.noZone', { text, header }));
  return invalid(say('row.noDate', { text, header }));
}

function noPercent(text: string, header: string, { decimal }: Reading): CrmError {
  const number = readNumber(text, decimal);
  if (number === null) return noNumber(text.replace(/\s*%$/, ''), header, decimal);
  const percent = Number((number * 100).toFixed(6));
  return invalid(say('row.bothScales', { text, header, number, percent }));
}

/** A text of a file as the field's value. Throws `INVALID` with a sentence for the summary: nothing is guessed. */
export function readValue({ kind, header }: Field, text: string, reading: Reading, calendar: Calendar): unknown {
  switch (kind) {
    case 'money':
    case 'number': {
      const number = readNumber(text, reading.decimal);
      if (number === null) throw noNumber(text, header, reading.decimal);
      return number;
    }
    case 'percent': {
      const share = readPercent(text, reading.decimal, reading.scale ?? 'either');
      if (share === null) throw noPercent(text, header, reading);
      return share;
    }
    case 'day': {
      const day = readDay(text, reading.dayFirst);
      if (day === null) throw noDay(text, header, reading.dayFirst);
      return day;
    }
    case 'instant': {
      const moment = readMoment(text, reading.dayFirst, calendar);
      if (moment === null) throw noDay(text, header, reading.dayFirst);
      return moment;
    }
    case 'tags':
      return text
        .split(/[;,]/)
        .map((tag) => tag.trim())
        .filter(Boolean);
    default:
      return text;
  }
}
