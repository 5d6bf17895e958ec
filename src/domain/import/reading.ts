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

const invalid = (text: string, header: string, what: string) =>
  new CrmError('INVALID', `“${text}” in ${header} ${what}`);

function noNumber(text: string, header: string, decimal: Decimal): CrmError {
  const [point, comma] = [readNumber(text, '.'), readNumber(text, ',')];
  if (decimal === 'either' && point !== null && comma !== null)
    return invalid(
      text,
      header,
      `may be ${point} or ${comma}: other rows use both decimal signs. Choose the one to go by.`,
    );
  if (point !== null || comma !== null)
    return invalid(text, header, `does not fit numbers such as ${decimal === '.' ? '1,234.50' : '1.234,50'}.`);
  return invalid(text, header, 'is no number.');
}

function noDay(text: string, header: string, dayFirst: DayFirst): CrmError {
  const [byDay, byMonth] = [readDay(text, true), readDay(text, false)];
  if (dayFirst === 'either' && byDay && byMonth)
    return invalid(text, header, `may be ${byDay} or ${byMonth}: other rows use both orders. Choose the one to go by.`);
  if (byDay || byMonth)
    return invalid(text, header, `does not fit dates such as ${dayFirst ? '31/12/2026' : '12/31/2026'}.`);
  if (namesZone(text))
    return invalid(text, header, 'has a time zone that is not known. Write it as an offset, such as +02:00.');
  return invalid(text, header, 'is no date.');
}

function noPercent(text: string, header: string, { decimal }: Reading): CrmError {
  const number = readNumber(text, decimal);
  if (number === null) return noNumber(text.replace(/\s*%$/, ''), header, decimal);
  const percent = Number((number * 100).toFixed(6));
  return invalid(
    text,
    header,
    `may be ${number} % or ${percent} %: other rows use both. Choose one, or write the percent sign.`,
  );
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
