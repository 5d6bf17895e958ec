import type { TabKey } from './book';
import type { LayoutHint, LayoutHints } from './layout-hint';

const PROPERTY = 'sheety.layout';

/** Bytes that Google keeps in one property, with room to spare. Source: quotas of Google services, "Properties value size". */
const LONGEST = 8_500;

type Hints = Partial<Record<TabKey, LayoutHint>>;

/** The document properties that the file's book has read. */
export type Properties = { read(): Readonly<Record<string, string>>; write(key: string, value: string): void };

/** Hints in the document properties, which come with what else is kept there: no call of their own to read them. */
export function keptHints(properties: Properties): LayoutHints {
  let known: Hints | null = null;
  const all = (): Hints => {
    known ??= parsed(properties.read()[PROPERTY]);
    return known;
  };
  return {
    get: (tab) => all()[tab] ?? null,
    put(tab, hint) {
      known = { ...all(), [tab]: hint };
      const text = JSON.stringify(known);
      try {
        if (text.length <= LONGEST) properties.write(PROPERTY, text);
      } catch (error) {
        // Without a hint the next execution looks with care.
        console.warn(`Where the columns are was not kept: ${(error as Error).message}`);
      }
    },
  };
}

function parsed(text: string | undefined): Hints {
  try {
    return text ? (JSON.parse(text) as Hints) : {};
  } catch {
    return {};
  }
}
