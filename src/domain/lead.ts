import { say } from '../texts/say';
import { CrmError } from './errors';
import { CELL_LIMIT } from './fields';
import type { Lead } from './records';

/** The name by which people know a lead: the company, else the person. */
export const nameOfLead = (lead: Pick<Lead, 'company' | 'contact'>): string => lead.company || lead.contact;

/** What a lead has to have before it is written; only what differs from `before` is looked at. Throws `INVALID`. */
export function checkLead(lead: Lead, before: Lead | null = null): Lead {
  const isNew = (field: keyof Lead) => lead[field] !== before?.[field];
  if ((isNew('company') || isNew('contact')) && lead.company.trim() === '' && lead.contact.trim() === '') {
    throw new CrmError('INVALID', say('lead.nameless'), { field: 'company' });
  }
  if (isNew('email') && lead.email !== '' && !/^\S+@\S+$/.test(lead.email)) {
    throw new CrmError('INVALID', say('lead.noEmail', { email: lead.email }), { field: 'email' });
  }
  // All tags of a lead share a cell.
  if (lead.tags.join(', ').length > CELL_LIMIT) {
    throw new CrmError('INVALID', say('lead.tooManyTags'), {
      field: 'tags',
    });
  }
  return lead;
}

const plain = (text: string): string => text.trim().toLowerCase();

/** `https://www.acme.com/about` and `acme.com` name the same domain. '' where there is none. */
export const domainOf = (website: string): string =>
  plain(website)
    .replace(/^[a-z]+:\/\//, '')
    .replace(/^www\./, '')
    .replace(/[/?#:].*$/, '');

/** Ways in which an import names a lead, strongest first. */
export type LeadHint = {
  readonly id?: string;
  readonly email?: string;
  readonly name?: string;
  readonly domain?: string;
};

type Listed = Pick<Lead, 'id' | 'company' | 'contact' | 'email' | 'website'>;

/**
 * Finds leads by what an import knows of them: id, then e-mail, then name, then web domain. A name that several leads
 * share finds none of them: a deal on the wrong customer is worse than one that waits for its link.
 */
export function leadFinder<L extends Listed>(leads: readonly L[]): (hint: LeadHint) => L | null {
  const byKey = new Map<string, L | null>();
  const note = (key: string, lead: L) => byKey.set(key, byKey.has(key) ? null : lead);
  for (const lead of leads) {
    note(`id ${lead.id}`, lead);
    if (lead.email) note(`email ${plain(lead.email)}`, lead);
    if (lead.company) note(`name ${plain(lead.company)}`, lead);
    if (lead.contact && plain(lead.contact) !== plain(lead.company)) note(`name ${plain(lead.contact)}`, lead);
    if (lead.website) note(`domain ${domainOf(lead.website)}`, lead);
  }
  return ({ id, email, name, domain }) => {
    const keys = [
      id && `id ${id}`,
      email && `email ${plain(email)}`,
      name && `name ${plain(name)}`,
      domain && `domain ${domainOf(domain)}`,
    ];
    for (const key of keys) {
      const found = key ? byKey.get(key) : null;
      if (found) return found;
    }
    return null;
  };
}
