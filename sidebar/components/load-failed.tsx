import type { ComponentChildren } from 'preact';
import { t } from '../texts/text';
import { Button } from './button';
import { Note } from './note';

type Props = { readonly text: string; readonly onRetry: () => void; readonly children?: ComponentChildren };

/** Says why something could not be read, and lets the user try again. */
export const LoadFailed = ({ text, onRetry, children }: Props) => (
  <Note text={text}>
    <Button onClick={onRetry} icon="refresh">
      {t('retry')}
    </Button>
    {children}
  </Note>
);
