/** How a text and a part of it differ: `typos` letters left out, put in, swapped or wrong up to its letter `end`. */
export type Near = { readonly typos: number; readonly end: number };

/** Typos that a typed word may hold: in shorter words, and in numbers, one sign makes another of them. */
export const typosAllowed = (word: string): number =>
  word.length < 4 || /\d/.test(word) ? 0 : word.length < 8 ? 1 : 2;

/** The letters of a text as bits: which of a word's letters a text lacks is seen at once, before they are compared. */
export function lettersOf(text: string): number {
  let letters = 0;
  for (let at = 0; at < text.length; at++) letters |= 1 << (text.charCodeAt(at) & 31);
  return letters;
}

/** Whether so many letters of a word, or fewer, are missing in a text: each typo accounts for one. */
export function lacksAtMost(word: number, text: number, most: number): boolean {
  let missing = word & ~text;
  for (let count = 0; missing !== 0; missing &= missing - 1) if (++count > most) return false;
  return true;
}

let [two, one, now]: [number[], number[], number[]] = [[], [], []];

/**
 * How a word is near to the beginning of a text, since people stop typing where it will do; null where it takes more than
 * `most` typos. The distance of Damerau and Levenshtein in which no letter is touched twice (optimal string alignment).
 */
export function nearTo(text: string, word: string, most: number): Near | null {
  const width = Math.min(text.length, word.length + most);
  if (width < word.length - most) return null;
  for (let j = 0; j <= width; j++) one[j] = j;
  for (let i = 1; i <= word.length; i++) {
    let least = i;
    now[0] = i;
    for (let j = 1; j <= width; j++) {
      const isSame = word.charCodeAt(i - 1) === text.charCodeAt(j - 1);
      let typos = Math.min(one[j - 1]! + (isSame ? 0 : 1), one[j]! + 1, now[j - 1]! + 1);
      const isSwapped =
        i > 1 &&
        j > 1 &&
        word.charCodeAt(i - 1) === text.charCodeAt(j - 2) &&
        word.charCodeAt(i - 2) === text.charCodeAt(j - 1);
      if (isSwapped) typos = Math.min(typos, two[j - 2]! + 1);
      now[j] = typos;
      least = Math.min(least, typos);
    }
    if (least > most) return null;
    [two, one, now] = [one, now, two];
  }
  // Whoever has typed but a part of a word has hardly begun it wrong: else every other word would be near.
  const canStop = word[0] === text[0];
  let end = 0;
  for (let j = canStop ? 1 : text.length; j <= width; j++) if (end === 0 || one[j]! <= one[end]!) end = j;
  const typos = end === 0 ? most + 1 : one[end]!;
  return typos <= most ? { typos, end } : null;
}
