import type { LeadLine, OpportunityLine } from '../../src/contract/contract';
import { fold } from '../../src/domain/fold';
import { TERM, wordsOf } from './fold';
import { digitsOf, digitsSought } from './phones';
import { lacksAtMost, lettersOf, nearTo, typosAllowed } from './typos';

/** A word that stands in some lines. What a typed word has to do with it is worked out once for all of them. */
type Term = { readonly text: string; readonly letters: number; comparedWith: string; typos: number };

/** What a line is found by, folded. */
export type Searchable = {
  readonly names: readonly string[];
  readonly rest: string;
  readonly phone: string;
  readonly termsOfNames: readonly Term[];
  readonly termsOfRest: readonly Term[];
};

type Line = { readonly createdAt: number | null };

export type Ranked<L> = {
  readonly lines: readonly L[];
  /** Of the first of them; 0 where there are none. */
  readonly score: number;
};

/** By how a text begins with a word or holds it. 0: not at all. */
const INSIDE = 1;
const WORD_START = 2;
const PREFIX = 3;
const EXACT = 4;

const OF_NAME = [0, 40, 60, 80, 100];
const OF_REST = [0, 20, 30, 30, 35];
const TYPO_IN_NAME = 12;
const TYPO_IN_REST = 6;

/** Where fewer than this are found as typed, somebody may have mistyped. */
const FEW = 8;

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

export function searchable(line: object, names: readonly string[], rest: readonly string[], phone = ''): Searchable {
  const before = known.get(line);
  if (before) return before;
  const [foldedNames, foldedRest] = [names.filter(Boolean).map(fold), fold(rest.join('\n'))];
  const made: Searchable = {
    names: foldedNames,
    rest: foldedRest,
    phone: digitsOf(phone),
    termsOfNames: termsOf(foldedNames.join(' ')),
    termsOfRest: termsOf(foldedRest),
  };
  known.set(line, made);
  return made;
}

export const ofLead = (line: LeadLine): Searchable =>
  searchable(line, [line.company, line.contact], [line.email, line.owner, line.own], line.phone);

export const ofDeal = (line: OpportunityLine): Searchable =>
  searchable(line, [line.title], [line.lead, line.owner, line.own]);

const isLetter = (letter: string): boolean => /[\p{L}\p{N}]/u.test(letter);

function fitIn(text: string, word: string): number {
  let at = text.indexOf(word);
  if (at === 0) return text.length === word.length ? EXACT : PREFIX;
  if (at < 0) return 0;
  for (; at > 0; at = text.indexOf(word, at + 1)) if (!isLetter(text[at - 1] ?? '')) return WORD_START;
  return INSIDE;
}

const bestIn = (texts: readonly string[], word: string): number =>
  texts.reduce((best, text) => Math.max(best, fitIn(text, word)), 0);

/** What a word is worth as it is typed. 0: the line does not hold it. */
function typedScore({ names, rest }: Searchable, word: string): number {
  const inName = bestIn(names, word);
  return inName > 0 ? OF_NAME[inName]! : OF_REST[fitIn(rest, word)]!;
}

function fewestTypos(all: readonly Term[], word: string, letters: number, most: number): number {
  let fewest = most + 1;
  for (const term of all) {
    if (term.comparedWith !== word) {
      term.comparedWith = word;
      const near = lacksAtMost(letters, term.letters, most) ? nearTo(term.text, word, most) : null;
      term.typos = near ? near.typos : most + 1;
    }
    if (term.typos < fewest) fewest = term.typos;
  }
  return fewest;
}

/** The same where the word may hold typos. An address is compared part by part. */
function typoScore(text: Searchable, word: string): number {
  let worst = Number.POSITIVE_INFINITY;
  for (const part of word.match(TERM) ?? []) {
    const most = typosAllowed(part);
    const letters = lettersOf(part);
    const inName = fewestTypos(text.termsOfNames, part, letters, most);
    const inRest = inName <= most ? inName : fewestTypos(text.termsOfRest, part, letters, most);
    if (inRest > most) return 0;
    worst = Math.min(worst, (inName <= most ? TYPO_IN_NAME : TYPO_IN_REST) - 2 * inRest);
  }
  return Number.isFinite(worst) ? worst : 0;
}

/** Of a line that holds every word somehow. 0: it does not. */
function scoreOf(text: Searchable, words: readonly string[], canMistype: boolean): number {
  let score = 0;
  for (const word of words) {
    const own = typedScore(text, word) || (canMistype ? typoScore(text, word) : 0);
    if (own === 0) return 0;
    score += own;
  }
  return words.length > 1 ? score + 10 * bestIn(text.names, words.join(' ')) : score;
}

const PHONE = 70;

/** Lines that hold every word of a query, best first; of equals the shorter name, then the newer one. */
export function rank<L extends Line>(query: string, lines: readonly L[], textOf: (line: L) => Searchable): Ranked<L> {
  const words = wordsOf(query);
  if (words.length === 0) return { lines: [], score: 0 };
  const digits = digitsSought(query);
  const scored: { line: L; score: number; length: number; place: number }[] = [];
  const found = new Set<L>();
  const look = (canMistype: boolean) =>
    lines.forEach((line, place) => {
      const text = textOf(line);
      if (found.has(line)) return;
      const byPhone = digits !== '' && text.phone.includes(digits) ? PHONE : 0;
      const score = Math.max(byPhone, scoreOf(text, words, canMistype));
      if (score === 0) return;
      found.add(line);
      scored.push({ line, score, length: text.names[0]?.length ?? 0, place });
    });
  look(false);
  if (found.size < FEW && words.some((word) => typosAllowed(word) > 0)) look(true);
  const age = ({ createdAt }: L) => createdAt ?? Number.NEGATIVE_INFINITY;
  scored.sort(
    (a, b) =>
      b.score - a.score ||
      a.length - b.length ||
      (age(a.line) === age(b.line) ? b.place - a.place : age(b.line) - age(a.line)),
  );
  return { lines: scored.map(({ line }) => line), score: scored[0]?.score ?? 0 };
}

export const searchLeads = (query: string, leads: readonly LeadLine[]): Ranked<LeadLine> => rank(query, leads, ofLead);

export const searchDeals = (query: string, deals: readonly OpportunityLine[]): Ranked<OpportunityLine> =>
  rank(query, deals, ofDeal);

/** In one go: keys that are typed meanwhile are answered between two. */
const AT_ONCE = 1_000;

/** Folds all lines ahead of the first key, so that this key does not wait. */
export function warmUp(leads: readonly LeadLine[], deals: readonly OpportunityLine[], from = 0): void {
  leads.slice(from, from + AT_ONCE).forEach(ofLead);
  deals.slice(from, from + AT_ONCE).forEach(ofDeal);
  const next = from + AT_ONCE;
  if (next < Math.max(leads.length, deals.length)) setTimeout(() => warmUp(leads, deals, next));
}
