import type { LeadLine, OpportunityLine } from '../../src/contract/contract';
import { fold } from '../../src/domain/fold';
import { TERM } from './fold';
import { digitsOf } from './phones';
import { lettersOf } from './typos';

/** A word that stands in some lines. What a typed word has to do with it is worked out once for all of them. */
export type Term = { readonly text: string; readonly letters: number; comparedWith: string; typos: number };

/** What a line is found by, folded. */
export type Searchable = {
  readonly names: readonly string[];
  readonly rest: string;
  readonly phone: string;
  readonly termsOfNames: readonly Term[];
  readonly termsOfRest: readonly Term[];
};

const terms = new Map<string, Term>();

function termsOf(text: string): readonly Term[] {
  return (text.match(TERM) ?? []).map((word) => {
    const known = terms.get(word);
    if (known) return known;
    const term: Term = { text: word, letters: lettersOf(word), comparedWith: '', typos: 0 };
    terms.set(word, term);
    return term;
  });
}

/** Folding is the costly part of a search: done once per line, which is replaced when it changes. */
const known = new WeakMap<object, Searchable>();

function made(line: object, names: readonly string[], rest: readonly string[], phone = ''): Searchable {
  const [foldedNames, foldedRest] = [names.filter(Boolean).map(fold), fold(rest.join('\n'))];
  const text: Searchable = {
    names: foldedNames,
    rest: foldedRest,
    phone: digitsOf(phone),
    termsOfNames: termsOf(foldedNames.join(' ')),
    termsOfRest: termsOf(foldedRest),
  };
  known.set(line, text);
  return text;
}

export const ofLead = (line: LeadLine): Searchable =>
  known.get(line) ?? made(line, [line.company, line.contact], [line.email, line.owner, line.own], line.phone);

export const ofDeal = (line: OpportunityLine): Searchable =>
  known.get(line) ?? made(line, [line.title], [line.lead, line.owner, line.own]);

/** Something with a name and other words for it. */
export const ofNamed = (one: { readonly text: string; readonly also: string }): Searchable =>
  known.get(one) ?? made(one, [one.text], [one.also]);

/** In one go: keys that are typed meanwhile are answered between two. */
const AT_ONCE = 1_000;

/** Folds all lines ahead of the first key, so that this key does not wait. */
export function warmUp(leads: readonly LeadLine[], deals: readonly OpportunityLine[], from = 0): void {
  leads.slice(from, from + AT_ONCE).forEach(ofLead);
  deals.slice(from, from + AT_ONCE).forEach(ofDeal);
  const next = from + AT_ONCE;
  if (next < Math.max(leads.length, deals.length)) setTimeout(() => warmUp(leads, deals, next));
}
