import type { Ref } from 'preact';
import type { ShownField } from '../data/shown-field';
import { t } from '../texts/text';

type Props = {
  readonly label: string;
  readonly field: ShownField;
  readonly text: string;
  readonly readOnly: boolean;
  /** Shown where there is nothing. */
  readonly blank: string;
  readonly innerRef: Ref<HTMLButtonElement>;
  readonly onEdit: () => void;
};

/** What would push all else off the screen is cut; to edit it shows all of it. */
const LOOKS: { readonly [kind: string]: string } = {
  longText: 'whitespace-pre-line line-clamp-12',
  text: 'line-clamp-6',
};

export function FieldValue({ label, field, text, readOnly, blank, innerRef, onEdit }: Props) {
  // Tags stand in a row of their own, each by its own direction.
  const dir = field.kind === 'tags' ? undefined : 'auto';
  // A name must hold the visible text, and tags stand without commas.
  const said = field.kind === 'tags' ? text.split(', ').join(' ') : text;
  const look = LOOKS[field.kind] ?? '';
  const nothing = <span class="font-normal text-soft">{blank}</span>;
  if (readOnly)
    return (
      <span dir={dir} class={`min-w-0 flex-1 px-1.5 py-1 ${look}`}>
        {text || nothing}
      </span>
    );
  return (
    <button
      ref={innerRef}
      type="button"
      dir={dir}
      class={`min-h-7 min-w-0 flex-1 cursor-text rounded-md px-1.5 py-1 text-left hover:bg-wash ${look}`}
      aria-label={t('field.edit', { label, text: said || t('field.empty') })}
      onClick={onEdit}
    >
      {text === '' ? nothing : <ValueText field={field} text={text} />}
    </button>
  );
}

const ValueText = ({ field, text }: { field: ShownField; text: string }) =>
  field.kind === 'tags' ? (
    <span class="flex flex-wrap gap-1">
      {text.split(', ').map((tag) => (
        <span key={tag} class="rounded-sm bg-wash px-1.5">
          {`${tag} `}
        </span>
      ))}
    </span>
  ) : (
    <Breakable text={text} />
  );

/** An address too long for its line breaks before its host, not in the middle of a word. */
const Breakable = ({ text }: { text: string }) => {
  const at = text.indexOf('@') + 1;
  return at === 0 || /\s/.test(text) ? (
    text
  ) : (
    <>
      {text.slice(0, at)}
      <wbr />
      {text.slice(at)}
    </>
  );
};
