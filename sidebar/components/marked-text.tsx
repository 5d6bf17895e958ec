import { markWords } from '../data/fold';

/** A text with the words that were searched for marked in it. */
export const MarkedText = ({ text, words }: { text: string; words: readonly string[] }) => (
  <>
    {markWords(text, words).map(({ text, marked }, index) =>
      marked ? (
        // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of one text have no other name
        <mark key={index} class="rounded-sm bg-mark text-ink">
          {text}
        </mark>
      ) : (
        text
      ),
    )}
  </>
);
