import { fold } from '../../domain/fold';

/**
 * A record in a block: the number of its row, its values in the order of the directory's names, and at the end what few
 * records have. Arrays, because names of fields would be half of everything.
 */
export type PackedRow = readonly unknown[];

/** What stands before the rows. */
type Head = {
  /** Texts that stand in the block more than once. */
  readonly words: readonly string[];
  /** Places in a row that hold texts alone, so that a number there is the place of a word. */
  readonly coded: readonly number[];
};

/** Between rows: each has a line of its own, so that those that are not wanted need not be parsed. */
const NEXT = ',\n';

/** Rows of records as text. Owners, stages and ids of leads come again and again: each is written once. */
export function packBlock(rows: readonly PackedRow[], width: number): string {
  const coded: number[] = [];
  for (let place = 1; place <= width; place++)
    if (rows.some((row) => row[place] !== '') && rows.every((row) => typeof row[place] === 'string')) coded.push(place);
  const times = new Map<string, number>();
  for (const row of rows)
    for (const place of coded) {
      const text = row[place] as string;
      if (text.length > 2) times.set(text, (times.get(text) ?? 0) + 1);
    }
  // A formula that is filled down says the same in every row.
  for (const row of rows) for (const text of formulasIn(row)) times.set(text, (times.get(text) ?? 0) + 1);
  const words = [...times].filter(([, count]) => count > 1).map(([word]) => word);
  const numbers = new Map(words.map((word, number) => [word, number]));
  const packed = rows.map((row) => {
    const own = [...row];
    for (const place of coded) own[place] = numbers.get(row[place] as string) ?? row[place];
    return withFormulas(own, (text) => numbers.get(text as string) ?? text);
  });
  const head: Head = { words, coded };
  return `${JSON.stringify(head)}\n${packed.map((row) => JSON.stringify(row)).join(NEXT)}`;
}

export function unpackBlock(text: string): PackedRow[] {
  const { head, lines } = opened(text);
  return (JSON.parse(`[${lines}]`) as PackedRow[]).map((row) => unpacked(row, head));
}

/** Some places of each row: what nobody asks for is not looked up among the words. */
export function unpackPlaces(text: string, places: readonly number[]): readonly PackedRow[] {
  const { head, lines } = opened(text);
  const coded = new Set(head.coded);
  const wanted = places.map((place) => ({ place, isCoded: coded.has(place) }));
  return (JSON.parse(`[${lines}]`) as PackedRow[]).map((row) =>
    wanted.map(({ place, isCoded }) => {
      const value = row[place];
      return isCoded && typeof value === 'number' ? head.words[value] : value;
    }),
  );
}

/** The values of such a row but for the first, by name. Not from entries: that takes three times as long. */
export function namedValues(names: readonly string[], row: PackedRow): object {
  const values: Record<string, unknown> = {};
  for (let at = 0; at < names.length; at++) values[names[at]!] = row[at + 1];
  return values;
}

/** Those rows that hold a text in one of these places, without regard to case and accents: the others stay packed. */
export function unpackWhere(text: string, places: readonly number[], wanted: string): readonly PackedRow[] {
  const sought = fold(wanted);
  const written = JSON.stringify(sought).slice(1, -1);
  const folded = fold(text);
  if (!folded.includes(written)) return [];
  const { head, lines } = opened(text);
  const inFolded = opened(folded);
  const numbers = inFolded.head.words.flatMap((word, number) => (word.includes(sought) ? [number] : []));
  const named = numbers.length > 0 ? new RegExp(`,(?:${numbers.join('|')})[,\\]]`) : null;
  const inLine = inFolded.lines.split(NEXT);
  const isWanted = (part: unknown) => fold(String(part)).includes(sought);
  return lines
    .split(NEXT)
    .filter((line, index) => inLine[index]!.includes(written) || named?.test(line))
    .map((line) => unpacked(JSON.parse(line) as PackedRow, head))
    .filter((row) => places.some((place) => isWanted(row[place])));
}

/** How a row says that something of it was left out. Quotes inside of texts stand behind a backslash, so that none says this. */
const LEFT_OUT = '"left":[';

/** Those rows of which something was left out. */
export function unpackLeftOut(text: string): readonly PackedRow[] {
  if (!text.includes(LEFT_OUT)) return [];
  const { head, lines } = opened(text);
  const short = lines.split(NEXT).filter((line) => line.includes(LEFT_OUT));
  return short.map((line) => unpacked(JSON.parse(line) as PackedRow, head));
}

function opened(text: string): { readonly head: Head; readonly lines: string } {
  const end = text.indexOf('\n');
  return { head: JSON.parse(text.slice(0, end)) as Head, lines: text.slice(end + 1) };
}

function unpacked(row: PackedRow, { words, coded }: Head): PackedRow {
  const own = [...row];
  for (const place of coded) {
    const value = own[place];
    if (typeof value === 'number') own[place] = words[value];
  }
  return withFormulas(own, (text) => (typeof text === 'number' ? words[text]! : text));
}

type Formulas = { readonly formulas?: Readonly<Record<string, string | number>> };

/** What few records have stands at the end of a row, in an object: tags are lists. */
function restOf(row: PackedRow): Formulas | null {
  const last = row[row.length - 1];
  return typeof last === 'object' && last !== null && !Array.isArray(last) ? (last as Formulas) : null;
}

const formulasIn = (row: PackedRow): readonly string[] => Object.values(restOf(row)?.formulas ?? {}).map(String);

function withFormulas(row: unknown[], of: (text: string | number) => string | number): PackedRow {
  const rest = restOf(row);
  if (!rest?.formulas) return row;
  const formulas = Object.fromEntries(Object.entries(rest.formulas).map(([name, text]) => [name, of(text)]));
  return [...row.slice(0, -1), { ...rest, formulas }];
}

/** Bytes of a text in UTF-8, at most: a letter of two code units counts as six. */
export const bytesOf = (text: string): number =>
  text.length + (text.match(/[\u0080-\uffff]/g)?.length ?? 0) + (text.match(/[\u0800-\uffff]/g)?.length ?? 0);
