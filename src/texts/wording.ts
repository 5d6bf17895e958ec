/** How the texts of a language are written down: for the server's sentences and for the pages' catalogues. */

/** A text, or its forms for one and for any other count. */
export type Text = string | { readonly one: string; readonly other: string };

/** The names in braces of a text: `'Move to {stage}'` asks for `stage`. */
type NamesIn<S> = S extends `${string}{${infer Name}}${infer Rest}` ? Name | NamesIn<Rest> : never;
type WordingOf<T> = T extends { readonly one: infer One; readonly other: infer Other } ? One | Other : T;
type Values<T> = { readonly [P in NamesIn<WordingOf<T>>]: string | number } & (T extends { readonly one: unknown }
  ? { readonly count: number }
  : unknown);

/** What has to be given along with a text: a value for each of its names. */
export type Arguments<T> = [NamesIn<WordingOf<T>>] extends [never] ? [] : [values: Values<T>];

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

/** The text with its names filled in. */
export const filled = (
  wording: string,
  values: Readonly<Record<string, string | number>>,
  shown: (value: number) => string,
): string =>
  wording.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name];
    return typeof value === 'number' ? shown(value) : (value ?? '');
  });
