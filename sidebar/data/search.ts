import type { LeadLine, OpportunityLine } from '../../src/contract/contract';
import { TERM, wordsOf } from './fold';
import { digitsSought } from './phones';
import { ofDeal, ofLead, type Searchable, type Term } from './searchable';
import { lacksAtMost, lettersOf, nearTo, typosAllowed } from './typos';

type Line = { readonly createdAt: number | null };

export type Ranked<L> = {
  /** The best of them, sorted: at least so many as a list shows. */
  readonly lines: readonly L[];
  /** How many there are in all. */
  readonly count: number;
  /** Of the first of them; 0 where there are none. */
  readonly score: number;
};

/** Shown at most: whoever seeks types on. */
export const MOST = 100;

const NOTHING = { lines: [], count: 0, score: 0 };

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

const isLetter = (letter: string): boolean => /[\p{L}\p{N}]/u.test(letter);

function fitIn(text: string, word: string): number {
  let at = text.indexOf(word);
  if (at === 0) return text.length === word.length ? EXACT : PREFIX;
  if (at < 0) return 0;
  for (; at > 0; at = text.indexOf(word, at + 1)) if (!isLetter(text[at - 1] ?? '')) return WORD_START;
  return INSIDE;
}

function bestIn(texts: readonly string[], word: string): number {
  let best = 0;
  for (const text of texts) best = Math.max(best, fitIn(text, word));
  return best;
}

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

type Scored<L> = { readonly line: L; readonly score: number; readonly length: number; readonly place: number };

/** Lines that hold every word of a query, best first; of equals the shorter name, then the newer one. */
export function rank<L extends Line>(query: string, lines: readonly L[], textOf: (line: L) => Searchable): Ranked<L> {
  const words = wordsOf(query);
  if (words.length === 0) return NOTHING;
  const digits = digitsSought(query);
  const missed: number[] = [];
  const scored: Scored<L>[] = [];
  const look = (place: number, canMistype: boolean) => {
    const line = lines[place]!;
    const text = textOf(line);
    const byPhone = digits !== '' && text.phone.includes(digits) ? PHONE : 0;
    const score = Math.max(byPhone, scoreOf(text, words, canMistype));
    if (score > 0) scored.push({ line, score, length: text.names[0]?.length ?? 0, place });
    else missed.push(place);
  };
  for (let place = 0; place < lines.length; place++) look(place, false);
  if (scored.length < FEW && words.some((word) => typosAllowed(word) > 0))
    for (const place of missed.splice(0)) look(place, true);
  const lead = bestOf(scored).sort(byRank);
  return { lines: lead.map(({ line }) => line), count: scored.length, score: lead[0]?.score ?? 0 };
}

const age = ({ createdAt }: Line): number => createdAt ?? Number.NEGATIVE_INFINITY;

function byRank<L extends Line>(a: Scored<L>, b: Scored<L>): number {
  if (a.score !== b.score) return b.score - a.score;
  if (a.length !== b.length) return a.length - b.length;
  return age(a.line) === age(b.line) ? b.place - a.place : age(b.line) - age(a.line);
}

/** The best of many: a single letter finds nearly all, and to sort those would take longer than to find them. */
function bestOf<L>(scored: readonly Scored<L>[]): Scored<L>[] {
  if (scored.length <= MOST) return [...scored];
  const best: Scored<L>[] = [];
  const scores = [...new Set(scored.map(({ score }) => score))].sort((a, b) => b - a);
  for (const wanted of scores) {
    if (best.length >= MOST) break;
    for (const one of scored) if (one.score === wanted) best.push(one);
  }
  return best;
}

export const searchLeads = (query: string, leads: readonly LeadLine[]): Ranked<LeadLine> => rank(query, leads, ofLead);

export const searchDeals = (query: string, deals: readonly OpportunityLine[]): Ranked<OpportunityLine> =>
  rank(query, deals, ofDeal);
