import { fold } from '../../src/domain/fold';
import { digitsSought } from './phones';
import { nearTo, typosAllowed } from './typos';

export const wordsOf = (query: string): readonly string[] => fold(query).split(/\s+/).filter(Boolean);

/** What is marked of what a query finds: its words, and its digits in a phone number. */
export function marksOf(query: string): readonly string[] {
  const digits = digitsSought(query);
  // Two digits of a number stand in every other one.
  return digits === '' ? wordsOf(query) : [digits, ...wordsOf(query).filter((word) => word.length > 2)];
}

/** A word of letters and digits. */
export const TERM = /[\p{L}\p{N}]+/gu;

export type Mark = { readonly text: string; readonly marked: boolean };

/** A text cut where one of the (folded) words stands in it, or else something that is meant by it. */
export function markWords(text: string, words: readonly string[]): readonly Mark[] {
  if (words.length === 0 || text === '') return [{ text, marked: false }];
  // Folding can change lengths: `origin` leads back from each folded letter to where it came from.
  const letters = [...text];
  const origin: number[] = [];
  let folded = '';
  letters.forEach((letter, index) => {
    const piece = fold(letter);
    folded += piece;
    for (let i = 0; i < piece.length; i++) origin.push(index);
  });
  const marked = letters.map(() => false);
  for (const word of words)
    for (const [from, to] of placesOf(folded, word)) for (let i = from; i < to; i++) marked[origin[i] ?? 0] = true;
  const marks: { text: string; marked: boolean }[] = [];
  letters.forEach((letter, index) => {
    const last = marks[marks.length - 1];
    if (last && last.marked === marked[index]) last.text += letter;
    else marks.push({ text: letter, marked: marked[index] ?? false });
  });
  return marks;
}

type Place = readonly [from: number, to: number];

/** Where a word stands in a text: as it is typed, else with its typos, else its digits with signs between them. */
function placesOf(text: string, word: string): readonly Place[] {
  const places: Place[] = [];
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length))
    places.push([at, at + word.length]);
  if (places.length > 0) return places;
  if (/^\d{4,}$/.test(word)) {
    const spread = new RegExp([...word].join('\\D*')).exec(text);
    return spread ? [[spread.index, spread.index + spread[0].length]] : [];
  }
  for (const part of word.match(TERM) ?? []) {
    const most = typosAllowed(part);
    for (const { 0: term, index } of text.matchAll(TERM)) {
      const near = nearTo(term, part, most);
      if (near) places.push([index, index + near.end]);
    }
  }
  return places;
}
