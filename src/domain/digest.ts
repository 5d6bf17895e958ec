/** FNV-1a, its high bits mixed into the low ones. */
const mixed = (hash: number): number => {
  const once = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return (once ^ (once >>> 13)) >>> 0;
};

/** Which of so many blocks holds what goes by this key. */
export function blockOf(key: string, blocks: number): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < key.length; at++) hash = Math.imul(hash ^ key.charCodeAt(at), 0x01000193);
  return mixed(hash) % blocks;
}

/** Two hashes of a text, 64 bits in all: that another text gives the same does not happen by chance. */
export function hashesOf(text: string): readonly [number, number] {
  let [one, two] = [0x811c9dc5, 0x1b873593];
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    one = Math.imul(one ^ code, 0x01000193);
    two = Math.imul(two ^ code, 0x5bd1e995);
  }
  return [mixed(one), mixed(two)];
}

/** Rows as they cross, the id first. */
type Row = readonly unknown[];

/** A short text that tells some rows from others, in whatever order they come: the sums of their hashes. */
export function digestOf(rows: readonly Row[]): string {
  let [first, second] = [0, 0];
  for (const row of rows) {
    const [one, two] = hashesOf(JSON.stringify(row));
    first = (first + one) >>> 0;
    second = (second + two) >>> 0;
  }
  return `${first.toString(36)}.${second.toString(36)}`;
}

/** The same of each block. */
export function digestsOf(rows: readonly Row[], blocks: number): readonly string[] {
  const inBlocks: Row[][] = Array.from({ length: blocks }, () => []);
  for (const row of rows) inBlocks[blockOf(String(row[0]), blocks)]!.push(row);
  return inBlocks.map(digestOf);
}

/** What changed of rows of which somebody has these digests: the blocks that differ, and all rows in them. */
export type ChangedRows<R extends Row> = { readonly changed: readonly number[]; readonly rows: readonly R[] };

export const differing = (now: readonly string[], since: readonly string[]): readonly number[] =>
  now.flatMap((digest, block) => (digest === since[block] ? [] : [block]));

export function changedRows<R extends Row>(rows: readonly R[], since: readonly string[]): ChangedRows<R> {
  const changed = differing(digestsOf(rows, since.length), since);
  const isChanged = new Set(changed);
  return { changed, rows: rows.filter(([id]) => isChanged.has(blockOf(String(id), since.length))) };
}
