import { type Arguments, filled, type Text } from '../../src/texts/wording';
import type { about, importing, panel, repair } from './en';
import { language, shared } from './en';

export type Catalogue = typeof shared & typeof panel & typeof repair & typeof importing & typeof about;
export type TextKey = keyof Catalogue;

let texts: Readonly<Record<string, Text>> = shared;
const plural = new Intl.PluralRules(language);
let number = new Intl.NumberFormat(language);

/** Gives a page its texts, beside those that every page has. */
export function speak(...parts: readonly Readonly<Record<string, Text>>[]): void {
  texts = Object.assign({}, texts, ...parts);
}

/** Numbers inside texts are written as the file's locale writes them. */
export function writeNumbersAs(locale: string): void {
  number = new Intl.NumberFormat(locale);
}

/** A visible text. Where it has a form for one, `count` decides. */
export function t<K extends TextKey>(key: K, ...[values]: Arguments<Catalogue[K]>): string {
  const text = texts[key];
  if (text === undefined) throw new Error(`This page has no text “${key}”.`);
  const given: Readonly<Record<string, string | number>> = values ?? {};
  const wording =
    typeof text === 'string' ? text : text[plural.select(Number(given['count'])) === 'one' ? 'one' : 'other'];
  return filled(wording, given, number.format);
}
