import { aliasesOf } from '../aliases';
import { type Field, leadFields, opportunityFields, plainHeader } from '../fields';
import type { OwnField } from '../own-fields';

/** What a file can be imported as. */
export type ImportKind = 'lead' | 'opportunity';

/** What an import reads beyond a record's own fields: parts of a name, and other ways to name the lead. */
const EXTRA = {
  lead: {
    firstName: { header: 'First name', aliases: ['given name', 'firstname', 'person first name'] },
    lastName: { header: 'Last name', aliases: ['family name', 'lastname', 'surname', 'person last name'] },
  },
  opportunity: {
    leadEmail: { header: 'Lead email', aliases: ['associated contact email', 'contact email', 'email'] },
    leadDomain: {
      header: 'Lead domain',
      aliases: ['associated company domain', 'company domain name', 'domain', 'website'],
    },
  },
} as const;

type Importable = { readonly header: string; readonly aliases: readonly string[] };

/** The fields a column can be matched to, by name, in the order in which they are offered. */
export function importFields(kind: ImportKind): ReadonlyMap<string, Importable> {
  const fields = Object.entries<Field>(kind === 'lead' ? leadFields : opportunityFields)
    .filter(([, field]) => field.kind !== 'hidden')
    .map(([name, field]): [string, Importable] => [name, { header: field.header, aliases: aliasesOf(field) }]);
  return new Map<string, Importable>([...fields, ...Object.entries<Importable>(EXTRA[kind])]);
}

/** A column of the file with the field it goes to; null: it is left out. */
export type ColumnMatch = { readonly header: string; readonly field: string | null };

/** The same with the columns that people added to the tab, for those that go nowhere yet. */
export function matchOwn(columns: readonly ColumnMatch[], own: readonly OwnField[]): readonly ColumnMatch[] {
  const free = [...own];
  return columns.map((column) => {
    const at = column.field === null ? free.findIndex((one) => isSameHeader(one.header, column.header)) : -1;
    const [found] = at < 0 ? [] : free.splice(at, 1);
    return found ? { ...column, field: found.name } : column;
  });
}

const isSameHeader = (a: string, b: string): boolean => plainHeader(a) !== '' && plainHeader(a) === plainHeader(b);

/** Matches each column to at most one field and each field to at most one column, exact names before aliases. */
export function matchColumns(kind: ImportKind, headers: readonly string[]): readonly ColumnMatch[] {
  const fields = [...importFields(kind)];
  const plain = headers.map(plainHeader);
  const fieldOf = new Map<number, string>();
  const taken = new Set<string>();
  const give = (field: string, wanted: string) => {
    const column = plain.findIndex((header, index) => header === wanted && !fieldOf.has(index));
    if (column < 0 || taken.has(field)) return;
    fieldOf.set(column, field);
    taken.add(field);
  };
  for (const [name, { header }] of fields) give(name, plainHeader(header));
  for (const [name] of fields) give(name, plainHeader(name));
  for (const [name, { aliases }] of fields) for (const alias of aliases) give(name, alias);
  return headers.map((header, index) => ({ header, field: fieldOf.get(index) ?? null }));
}

/** Fields without which a file makes no sense as this kind: one of each group must be there. */
const NEEDED: Readonly<Record<ImportKind, readonly (readonly string[])[]>> = {
  lead: [['company', 'contact', 'email', 'lastName']],
  opportunity: [
    ['stage', 'value'],
    ['title', 'product', 'lead'],
  ],
};

export const isComplete = (kind: ImportKind, columns: readonly ColumnMatch[]): boolean =>
  NEEDED[kind].every((group) => columns.some(({ field }) => field !== null && group.includes(field)));

/** What a file with these headers holds, or null when it is neither leads nor deals. */
export function recognise(headers: readonly string[]): ImportKind | null {
  // Of equals a lead: a company with a status is no deal.
  const scored = (['lead', 'opportunity'] as const)
    .map((kind) => ({ kind, columns: matchColumns(kind, headers) }))
    .filter(({ kind, columns }) => isComplete(kind, columns))
    .map(({ kind, columns }) => ({ kind, score: columns.filter(({ field }) => field !== null).length }));
  scored.sort((a, b) => b.score - a.score);
  return scored[0]?.kind ?? null;
}
