import { createContext } from 'preact';
import { useContext, useEffect } from 'preact/hooks';
import type { Panel } from '../data/panel';

export const PanelContext = createContext<Panel | null>(null);

export function usePanel(): Panel {
  const panel = useContext(PanelContext);
  if (!panel) throw new Error('No panel around this view.');
  return panel;
}

/** Says that leaving the screen would lose typing, as long as the view is there and it would. */
export function useUnsaved(what: string, isUnsaved: boolean): void {
  const { screens } = usePanel();
  useEffect(() => {
    screens.noteUnsaved(what, isUnsaved);
    return () => screens.noteUnsaved(what, false);
  }, [screens, what, isUnsaved]);
}
