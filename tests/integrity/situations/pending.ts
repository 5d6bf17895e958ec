/** Situations that do not hold yet: tried, told apart, and asked for again at the end. This list has to become empty. */
export const pending: readonly string[] = [
  'a row is inserted above in the very moment of a create',
  'somebody types a new row below in the very moment of a create',
  'rows are deleted in the very moment of an import',
  'a column is inserted at B in the middle of a create',
  'a lead is converted while somebody types a deal below',
];
