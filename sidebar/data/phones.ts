/** The digits of a phone number, however it is written. */
export const digitsOf = (phone: string): string => phone.replace(/\D/g, '');

/**
 * The digits to look for in phone numbers, or '' where the query is no part of one. Leading zeros stand for a country's
 * code in one place and for nothing in another, so they do not count.
 */
export function digitsSought(query: string): string {
  const digits = /^[\d\s+\-()./]+$/.test(query) ? digitsOf(query).replace(/^0+/, '') : '';
  return digits.length < 4 ? '' : digits;
}
