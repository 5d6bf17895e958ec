/** Situations that do not hold yet: tried, told apart, and asked for again at the end. This list has to become empty. */
export const pending: readonly string[] = [];
