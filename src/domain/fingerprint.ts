/** What the CRM keeps up by itself says nothing of what people did. */
const OWN_BUSINESS: readonly string[] = ['updatedAt', 'recorded'];

/** Milliseconds since 1970 of any moment after March 1973; cells keep moments to the second. */
const EARLY_INSTANT = 1e11;

const plain = (value: unknown): unknown =>
  typeof value === 'number' && value > EARLY_INSTANT ? Math.floor(value / 1000) : value;

const isBlank = (value: unknown): boolean =>
  value === '' || value === null || value === undefined || (Array.isArray(value) && value.length === 0);

/**
 * Eight digits that follow from what a record holds, people's own columns too: as long as they are the same, nobody changed
 * it (FNV-1a, 32 bits; Fowler, Noll and Vo).
 */
export function fingerprintOf(record: object): string {
  const held = Object.entries(record)
    .filter(([name, value]) => !OWN_BUSINESS.includes(name) && !isBlank(value))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => [name, plain(value)]);
  let hash = 0x811c9dc5;
  for (const letter of JSON.stringify(held)) hash = Math.imul(hash ^ letter.codePointAt(0)!, 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, '0');
}
