import type { LeadLine, OpportunityLine } from '../../src/contract/contract';
import { fold } from '../../src/domain/fold';
import { wordsOf } from './fold';

export type Hit =
  | { readonly kind: 'lead'; readonly line: LeadLine }
  | { readonly kind: 'opportunity'; readonly line: OpportunityLine };

type Searchable = { readonly name: string; readonly rest: string };

/** Folding is the costly part of a search: done once per line, which is replaced when it changes. */
const folded = new WeakMap<object, Searchable>();

function searchable({ kind, line }: Hit): Searchable {
  const known = folded.get(line);
  if (known) return known;
  const made =
    kind === 'lead'
      ? {
          name: fold(line.company || line.contact),
          rest: fold(`${line.contact}\n${line.email}\n${line.owner}\n${line.own}`),
        }
      : { name: fold(line.title), rest: fold(`${line.lead}\n${line.owner}\n${line.own}`) };
  folded.set(line, made);
  return made;
}

const startsWord = (text: string, word: string): boolean => {
  const at = text.indexOf(word);
  return at === 0 || (at > 0 && /[^\p{L}\p{N}]/u.test(text[at - 1] ?? ''));
};

/** How well a word fits: at the head of the name, at the head of one of its words, inside it, or elsewhere. 0: not at all. */
function fitOf({ name, rest }: Searchable, word: string): number {
  if (name.startsWith(word)) return 8;
  if (name.includes(word)) return startsWord(name, word) ? 6 : 3;
  return rest.includes(word) ? (startsWord(rest, word) ? 2 : 1) : 0;
}

const hitsOf = (leads: readonly LeadLine[], deals: readonly OpportunityLine[]): readonly Hit[] => [
  ...deals.map((line): Hit => ({ kind: 'opportunity', line })),
  ...leads.map((line): Hit => ({ kind: 'lead', line })),
];

/** Leads and deals that hold every word of the query, best first; of equals the newest first. */
export function search(query: string, leads: readonly LeadLine[], deals: readonly OpportunityLine[]): readonly Hit[] {
  const words = wordsOf(query);
  if (words.length === 0) return [];
  const scored: { hit: Hit; score: number; place: number }[] = [];
  hitsOf(leads, deals).forEach((hit, place) => {
    const text = searchable(hit);
    let score = 0;
    for (const word of words) {
      const fits = fitOf(text, word);
      if (fits === 0) return;
      score += fits;
    }
    scored.push({ hit, score, place });
  });
  scored.sort((a, b) => b.score - a.score || b.place - a.place);
  return scored.map(({ hit }) => hit);
}

/** Folds all lines ahead of the first key, so that this key does not wait. */
export function warmUp(leads: readonly LeadLine[], deals: readonly OpportunityLine[]): void {
  hitsOf(leads, deals).forEach(searchable);
}
