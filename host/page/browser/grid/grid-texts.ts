/** Texts of Univer's by key, nested. */
type Texts = { readonly [key: string]: string | Texts };

const sentence = (text: string): string => text.replace(/(?<=\s)[A-Z][a-z]+/g, (word) => word.toLowerCase());

/** Univer Writes Its Menus Like This; the page does not. */
export function inSentenceCase(texts: Texts): Texts {
  return Object.fromEntries(
    Object.entries(texts).map(([key, text]) => [key, typeof text === 'string' ? sentence(text) : inSentenceCase(text)]),
  );
}
