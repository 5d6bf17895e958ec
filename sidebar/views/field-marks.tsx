import { useState } from 'preact/hooks';
import { CopyButton } from '../components/copy-button';
import { Icon } from '../components/icon';
import { t } from '../texts/text';
import { linkFor } from './links';

type Props = { readonly name: string; readonly text: string; readonly isFormula: boolean; readonly isOdd: boolean };

/** What stands behind a value: a link to follow, a formula that keeps it from being edited, a cell that reads oddly. */
export function FieldMarks({ name, text, isFormula, isOdd }: Props) {
  const link = isOdd ? null : linkFor(name, text);
  return (
    <>
      {(name === 'email' || name === 'phone') && text !== '' && <CopyButton text={text} />}
      {link && (
        <a
          class="inline-flex size-7 shrink-0 items-center justify-center rounded-md text-soft hover:bg-wash hover:text-ink"
          href={link}
          target="_blank"
          rel="noopener noreferrer"
          aria-label={t('field.openLink', { text })}
          title={t('field.openLink', { text })}
        >
          <Icon name={name === 'email' ? 'mail' : name === 'phone' ? 'phone' : 'external'} />
        </a>
      )}
      {isFormula && <Explained mark="fx" text={t('field.formula')} />}
      {isOdd && <Explained mark="!" text={t('field.odd')} />}
    </>
  );
}

/** A mark whose reason shows on hover and, for keyboards and screen readers, on click. */
function Explained({ mark, text }: { mark: string; text: string }) {
  const [open, setOpen] = useState(false);
  return (
    <span class="relative">
      <button
        type="button"
        class="mt-1 h-5 rounded-sm bg-warn-wash px-1 text-xs font-semibold text-warn"
        aria-label={`${mark}: ${text}`}
        aria-expanded={open}
        title={text}
        onClick={() => setOpen(!open)}
        onBlur={() => setOpen(false)}
      >
        {mark}
      </button>
      {open && (
        <span
          role="status"
          class="absolute top-7 right-0 z-10 w-52 rounded-md border border-line bg-card p-2 text-sm font-normal raised"
        >
          {text}
        </span>
      )}
    </span>
  );
}
