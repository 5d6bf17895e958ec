import type { FieldValue } from './errors';

type Row = readonly FieldValue[];

/** Rows in which texts that come again and again, such as owners and stages, are numbers: their places among `words`. */
export type PackedRows = {
  readonly rows: readonly Row[];
  readonly words: readonly string[];
  /** Places in a row that hold no numbers but those of words. */
  readonly coded: readonly number[];
};

/** Shorter texts are no longer than a number. */
const SHORTEST = 3;

/** The first value of a row is its id, which no other row has. */
export function packRows(rows: readonly Row[]): PackedRows {
  const isText = (value: FieldValue | undefined) => typeof value === 'string' || value === null;
  const places = (rows[0] ?? []).map((_, place) => place).slice(1);
  const coded = places.filter((place) => rows.every((row) => isText(row[place])));
  const times = new Map<string, number>();
  for (const row of rows)
    for (const place of coded) {
      const text = row[place];
      if (typeof text === 'string' && text.length >= SHORTEST) times.set(text, (times.get(text) ?? 0) + 1);
    }
  const often = [...times].filter(([, count]) => count > 1).sort(([, a], [, b]) => b - a);
  const numbers = new Map<FieldValue, number>(often.map(([word], number) => [word, number]));
  const packed = rows.map((row) => {
    const own = [...row];
    for (const place of coded) own[place] = numbers.get(row[place] ?? null) ?? row[place] ?? null;
    return own;
  });
  return { rows: packed, words: often.map(([word]) => word), coded };
}

export const unpackRows = ({ rows, words, coded }: PackedRows): readonly Row[] =>
  rows.map((row) => {
    const own = [...row];
    for (const place of coded) {
      const value = own[place];
      if (typeof value === 'number') own[place] = words[value] ?? '';
    }
    return own;
  });
