import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Importer } from '../../data/import/importer';
import type { Session } from '../../data/session';

export type ImportTools = { readonly importer: Importer; readonly session: Session };

export const ImportContext = createContext<ImportTools | null>(null);

export function useImport(): ImportTools {
  const tools = useContext(ImportContext);
  if (!tools) throw new Error('No import around this view.');
  return tools;
}
