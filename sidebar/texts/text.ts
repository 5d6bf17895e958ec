import type { about, importing, panel, repair } from './en';
import { language, shared } from './en';

export type Catalogue = typeof shared & typeof panel & typeof repair & typeof importing & typeof about;
export type TextKey = keyof Catalogue;

/** The names in braces of a text: `'Move to {stage}'` asks for `stage`. */
type Placeholders<S> = S extends `${string}{${infer Name}}${infer Rest}` ? Name | Placeholders<Rest> : never;
type Wording<K extends TextKey> = Catalogue[K] extends { readonly one: infer One; readonly other: infer Other }
  ? One | Other
  : Catalogue[K];
type Values<K extends TextKey> = { readonly [P in Placeholders<Wording<K>>]: string | number };
type Arguments<K extends TextKey> = [Placeholders<Wording<K>>] extends [never] ? [] : [values: Values<K>];

/** All that a text in another language has to say: both forms where there are two, and every name in braces. */
export type Translated<C> = {
  readonly [K in keyof C]: C[K] extends { readonly one: infer One; readonly other: infer Other }
    ? { readonly one: Naming<One>; readonly other: Naming<Other> }
    : Naming<C[K]>;
};
/** A text in which all the names in braces of another stand, in whatever order. */
type Naming<S> = S extends `${string}{${infer Name}}${infer Rest}`
  ? `${string}{${Name}}${string}` & Naming<Rest>
  : string;

type Text = string | { readonly one: string; readonly other: string };

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
export function t<K extends TextKey>(key: K, ...[values]: Arguments<K>): string {
  const text = texts[key];
  if (text === undefined) throw new Error(`This page has no text “${key}”.`);
  const given: Readonly<Record<string, string | number>> = values ?? {};
  const wording =
    typeof text === 'string' ? text : text[plural.select(Number(given['count'])) === 'one' ? 'one' : 'other'];
  return wording.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = given[name];
    return typeof value === 'number' ? number.format(value) : (value ?? '');
  });
}
