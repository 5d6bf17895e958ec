import type { acts, doors, reading, requests, sheet } from './en';
import { rules } from './en';
import { type Arguments, filled, type Text } from './wording';

export type Sentences = typeof rules & typeof reading & typeof requests & typeof acts & typeof sheet & typeof doors;
export type SentenceKey = keyof Sentences;

/** What the rules of the domain say, which pages check too: the build gives each page those of its language. */
let sentences: Readonly<Record<string, Text>> = rules;
let choose: (() => Readonly<Record<SentenceKey, Text>>) | null = null;

/** Sentences that not every page needs: whoever says them brings them along. */
export function sayAlso(more: Readonly<Record<string, Text>>): void {
  sentences = { ...sentences, ...more };
}

/**
 * Which sentences the server says. Asked for when the first one is said: to know the user's language is a call to Google,
 * and most actions end without a word.
 */
export function sayBy(choice: () => Readonly<Record<SentenceKey, Text>>): void {
  choose = choice;
}

/** A sentence for people, in the language of the user. Where it has a form for one, `count` decides. */
export function say<K extends SentenceKey>(key: K, ...[values]: Arguments<Sentences[K]>): string {
  if (choose) sentences = choose();
  choose = null;
  const text = sentences[key];
  if (text === undefined) throw new Error(`There is no sentence “${key}”.`);
  const given: Readonly<Record<string, string | number>> = values ?? {};
  // English and German mean the same by one. Which plural rules Apps Script brings along, nobody has written down.
  const wording = typeof text === 'string' ? text : given['count'] === 1 ? text.one : text.other;
  return filled(wording, given, String);
}
