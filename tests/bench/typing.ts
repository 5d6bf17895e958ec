import { leadLineOf, opportunityLineOf } from '../../sidebar/data/lines';
import { searchDeals, searchLeads } from '../../sidebar/data/search';
import { ofDeal, ofLead } from '../../sidebar/data/searchable';
import { businessOf } from './business';
import type { Size } from './sizes';

/** What one typed character may take in leads and deals. */
export const KEY_MILLISECONDS = 50;

/** The slowest and the median of all characters that somebody types, in milliseconds. */
export type Typing = { readonly size: string; readonly slowest: number; readonly median: number };

const TIMES = 5;

/** Types some queries into the search, letter by letter: names, words that are mistyped, and what nobody is called. */
export function benchTyping(size: Size): Typing {
  const { leads: records, opportunities } = businessOf(size);
  const [leads, deals] = [records.map(leadLineOf), opportunities.map(opportunityLineOf)];
  // As after the first paint.
  leads.forEach(ofLead);
  deals.forEach(ofDeal);
  const { company, contact } = leads[Math.floor(leads.length / 2)]!;
  const mistyped = contact.replace(/(.)(.)$/, '$2$1');
  const queries = [company, contact, mistyped, `${company} ${contact}`, 'example', 'qwertyuiopas', '+1 555 594'];
  const keys = queries.flatMap((query) => [...query].map((_, at) => query.slice(0, at + 1)));
  // The first round warms the engine, as the panel's first paint does.
  for (const key of keys) timeOf(key);
  const times = keys.map((key) => medianOf(Array.from({ length: TIMES }, () => timeOf(key))));
  return { size: size.name, slowest: Math.max(...times), median: medianOf(times) };

  /** Of the processor: whatever else the machine does is not the search's. */
  function timeOf(query: string): number {
    const from = process.cpuUsage();
    searchLeads(query, leads);
    searchDeals(query, deals);
    const { user, system } = process.cpuUsage(from);
    return (user + system) / 1000;
  }
}

const medianOf = (times: readonly number[]): number => [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)]!;

export const typingLine = ({ slowest, median }: Typing): string =>
  `typing into the search: ${median.toFixed(1)} ms a key, the slowest ${slowest.toFixed(1)}/${KEY_MILLISECONDS}`;
