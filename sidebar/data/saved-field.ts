import type { Panel } from './panel';
import type { FieldName } from './shown-field';

/** A change of one field that stands in the sheet, and how it is taken back. */
export type SavedField = {
  readonly id: string;
  readonly field: FieldName;
  readonly writes: number;
  readonly undo: () => void;
};

const writesOf = ({ leads, deals, activities }: Panel): number => leads.writes() + deals.writes() + activities.writes();

export function noteSaved(panel: Panel, saved: Omit<SavedField, 'writes'>): void {
  panel.saved.value = { ...saved, writes: writesOf(panel) };
}

/** The field of a record that was saved last, unless something was written since. */
export function savedOf(panel: Panel, id: string): SavedField | null {
  const saved = panel.saved.value;
  return saved?.id === id && saved.writes === writesOf(panel) ? saved : null;
}
