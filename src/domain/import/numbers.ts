/** The decimal sign of a column. `either`: it holds numbers of both kinds, and only those that fit one of them are read. */
export type Decimal = '.' | ',' | 'either';

const CURRENCY = /(?:[A-Z]{0,3}\p{Sc}|[A-Z]{3})/u.source;
const AT_THE_ENDS = new RegExp(`^${CURRENCY}|${CURRENCY}$`, 'gu');

const withoutCurrency = (text: string): string => text.trim().replace(AT_THE_ENDS, '').trim();

/** The digits and signs of a number, with accounting's parentheses as a minus. */
function unsigned(text: string): { readonly sign: 1 | -1; readonly digits: string } {
  const outer = withoutCurrency(text);
  const inside = /^\((.*)\)$/.exec(outer)?.[1];
  const [, sign = '', digits = ''] = /^([-−+]?)([^-−+]*)$/.exec(withoutCurrency(inside ?? outer)) ?? [];
  const isNegative = inside !== undefined || sign === '-' || sign === '−';
  return { sign: isNegative ? -1 : 1, digits: inside !== undefined && sign !== '' ? '' : withoutCurrency(digits) };
}

/**
 * Thousands signs must part groups, all with the same sign: of three digits, or of two as in India (12,34,567). Anything
 * laxer reads 1000,5 as 10005.
 */
function pattern(decimal: '.' | ','): RegExp {
  const parting = `[\\s'’${decimal === '.' ? ',' : '.'}]`;
  const western = `[1-9]\\d{0,2}(${parting})\\d{3}(?:\\1\\d{3})*`;
  const indian = `[1-9]\\d?(${parting})(?:\\d{2}\\2)+\\d{3}`;
  return new RegExp(`^(?:${western}|${indian}|\\d+)?(?:[${decimal}]\\d*)?$`);
}

const PATTERN = { '.': pattern('.'), ',': pattern(',') };

/** 1.5E+06, as spreadsheets export large numbers. */
const SCIENTIFIC = /^([-+]?\d+(?:[.,]\d*)?)(E[-+]?\d{1,3})$/i;

function readBy(text: string, decimal: '.' | ','): number | null {
  const [, mantissa, exponent] = SCIENTIFIC.exec(text.trim()) ?? [];
  if (mantissa !== undefined) return finite(`${readBy(mantissa, decimal)}${exponent}`);
  const { sign, digits } = unsigned(text);
  if (digits === '' || !PATTERN[decimal].test(digits)) return null;
  const [whole = '', fraction = ''] = digits.split(decimal);
  const value = finite(`${whole.replace(/\D/g, '')}.${fraction}`);
  return value === null ? null : sign * value;
}

function finite(text: string): number | null {
  const value = Number(text);
  return Number.isFinite(value) ? value : null;
}

/** A number as written, or null where the text is none, or may be two. */
export function readNumber(text: string, decimal: Decimal): number | null {
  if (decimal !== 'either') return readBy(text, decimal);
  const [point, comma] = [readBy(text, '.'), readBy(text, ',')];
  return point === null || comma === null || point === comma ? (point ?? comma) : null;
}

/** The decimal sign of a column's numbers, as those show it that can be read in one way only. */
export function decimalOf(texts: Iterable<string>, otherwise: '.' | ','): Decimal {
  let [point, comma] = [false, false];
  for (const text of texts) {
    const [byPoint, byComma] = [readBy(text, '.') !== null, readBy(text, ',') !== null];
    point ||= byPoint && !byComma;
    comma ||= byComma && !byPoint;
  }
  if (point && comma) return 'either';
  return point ? '.' : comma ? ',' : otherwise;
}

/** What bare numbers in a column of probabilities mean: of a hundred, of one, or both are in it. */
export type Scale = 'percents' | 'shares' | 'either';

/** The scale that a column shows: 75 is of a hundred, 0.75 is of one, and 0 and 1 alone tell nothing. */
export function scaleOf(texts: Iterable<string>, decimal: Decimal, otherwise: 'percents' | 'shares'): Scale {
  let [percents, shares] = [false, false];
  for (const text of texts) {
    const number = readNumber(text, decimal) ?? 0;
    percents ||= number > 1;
    shares ||= number > 0 && number < 1;
  }
  if (percents && shares) return 'either';
  return percents ? 'percents' : shares ? 'shares' : otherwise;
}

/** A share from 0 to 1, or null where the text is none. `75%` is 0.75 whatever the scale; so is 75 where both occur. */
export function readPercent(text: string, decimal: Decimal, scale: Scale): number | null {
  const percent = /^(.*)%$/.exec(text.trim());
  const number = readNumber(percent?.[1] ?? text, decimal);
  if (number === null || number === 0) return number;
  if (percent || scale === 'percents') return number / 100;
  if (scale === 'shares') return number;
  return number > 1 ? number / 100 : null;
}
