import { fold } from '../../src/domain/fold';

export const wordsOf = (query: string): readonly string[] => fold(query).split(/\s+/).filter(Boolean);

export type Mark = { readonly text: string; readonly marked: boolean };

/** A text cut where one of the (folded) words stands in it. */
export function markWords(text: string, words: readonly string[]): readonly Mark[] {
  if (words.length === 0 || text === '') return [{ text, marked: false }];
  // Folding can change lengths: `origin` leads back from each folded letter to where it came from.
  const letters = [...text];
  const origin: number[] = [];
  let folded = '';
  letters.forEach((letter, index) => {
    for (const piece of fold(letter)) {
      folded += piece;
      for (let i = 0; i < piece.length; i++) origin.push(index);
    }
  });
  const marked = letters.map(() => false);
  for (const word of words) {
    for (let at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + word.length)) {
      for (let i = at; i < at + word.length; i++) marked[origin[i] ?? 0] = true;
    }
  }
  const marks: { text: string; marked: boolean }[] = [];
  letters.forEach((letter, index) => {
    const last = marks[marks.length - 1];
    if (last && last.marked === marked[index]) last.text += letter;
    else marks.push({ text: letter, marked: marked[index] ?? false });
  });
  return marks;
}
