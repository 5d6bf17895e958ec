import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { RowTools } from '../../data/row-actions';
import type { UndoTools } from '../../data/undo';

export type RepairTools = RowTools & UndoTools;

export const RepairContext = createContext<RepairTools | null>(null);

export function useRepair(): RepairTools {
  const tools = useContext(RepairContext);
  if (!tools) throw new Error('No dialog of repairs around this view.');
  return tools;
}
