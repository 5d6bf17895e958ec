const plain = (name: string) => name.trim().toLowerCase();

/** People type names into Owner cells: spaces around one, and its case, make nobody else of it. */
export const sameOwner = (a: string, b: string): boolean => a === b || plain(a) === plain(b);
