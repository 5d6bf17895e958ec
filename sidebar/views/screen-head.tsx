import type { ComponentChildren } from 'preact';
import { IconButton } from '../components/button';
import { t } from '../texts/text';
import { usePanel } from './panel-context';

/** The bar above every screen but the home: the way back, what this is, and what can be done with it. */
export function ScreenHead({ title, children }: { title: string; children?: ComponentChildren }) {
  const { screens } = usePanel();
  return (
    <header class="flex h-10 shrink-0 items-center gap-1 border-b border-line px-1.5">
      <IconButton icon="back" label={t('back')} onClick={screens.back} />
      <h1 class="min-w-0 flex-1 truncate font-semibold">{title}</h1>
      {children}
    </header>
  );
}
