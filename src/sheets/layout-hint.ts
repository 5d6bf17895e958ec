import type { FieldsOf } from '../domain/fields';
import type { TabKey } from './book';
import { type Layout, ownColumns, widthOf } from './layout';
import { valuesAt } from './values-at';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** Where the columns of a tab were when they were last looked up with care. */
export type LayoutHint = {
  readonly headerRow: number;
  readonly headers: readonly string[];
  readonly columns: Readonly<Record<string, number>>;
};

/** Hints from one execution to the next; any of them may be gone or out of date. */
export type LayoutHints = {
  get(tab: TabKey): LayoutHint | null;
  put(tab: TabKey, hint: LayoutHint): void;
};

export const hintOf = <R>({ headerRow, headers, columns }: Layout<R>): LayoutHint => ({
  headerRow,
  headers,
  columns: Object.fromEntries(columns) as Record<string, number>,
});

/**
 * The layout by a hint, in one call, where the row of headers vouches for it: it says the very same, so that nothing was
 * moved, put in, taken out or renamed. Two headers of ours that say the same could have changed places unseen: null then.
 */
export function layoutByHint<R>(sheet: Sheet, fields: FieldsOf<R>, hint: LayoutHint): Layout<R> | null {
  const layout = presumedLayout(sheet, fields, hint);
  return layout && saysTheSame(layout) ? layout : null;
}

/** Whether the row of headers says what it said when the columns were looked up. One call. */
export function saysTheSame<R>({ sheet, headerRow, headers }: Layout<R>): boolean {
  if (headers.length !== sheet.getMaxColumns()) return false;
  const now = valuesAt(sheet, headerRow, 1, headers.length)[0] ?? [];
  return headers.every((header, index) => String(now[index]) === header);
}

/** The layout by a hint that nobody has vouched for yet. No call. */
export function presumedLayout<R>(sheet: Sheet, fields: FieldsOf<R>, hint: LayoutHint): Layout<R> | null {
  const { headerRow, headers } = hint;
  if (headers.length !== sheet.getMaxColumns()) return null;
  const columns = new Map(Object.entries(hint.columns).filter(([name]) => name in fields));
  const ours = [...columns.values()].map((column) => headers[column - 1]!);
  const areTold = ours.every((header) => header !== '' && headers.indexOf(header) === headers.lastIndexOf(header));
  if (!areTold) return null;
  return {
    sheet,
    headerRow,
    columns: columns as Map<keyof R & string, number>,
    own: ownColumns(headers, new Set(columns.values())),
    headers,
    width: widthOf(headers, columns.values()),
    marked: new Set(columns.keys()),
    hasHeaderMark: true,
    isHeaderLost: false,
  };
}
