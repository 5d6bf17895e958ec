import type { Found } from '../domain/crm';
import { CrmError, type Difference, type FieldValue } from '../domain/errors';
import { say } from '../texts/say';
import { sameCell } from './codec';
import type { RecordRows } from './record-rows';
import { fieldOf, type Name } from './row-values';
import type { Kept } from './tab-columns';

/**
 * A record that an earlier try put in. Throws `CONFLICT` where it is another than the user has filled in now: they changed
 * the form in between, or somebody the row, and an answer that hides it would look like a save.
 */
export function asFilledIn<R extends Kept>(rows: RecordRows<R>, record: R, filledIn: readonly Name<R>[]): Found<R> {
  const { found, differences } = compared(rows, record, filledIn);
  if (differences.length === 0) return found;
  const headers = differences.map(({ field }) => rows.headerOf(field as Name<R>)).join(', ');
  const message = say(`save.again.${rows.of.kind}`, { tab: rows.sheet.getName(), headers });
  throw new CrmError('CONFLICT', message, { differences });
}

/** A record as it stands, under the columns under which it was read. */
export function readSurely<R extends Kept>(rows: RecordRows<R>, id: string): Found<R> {
  for (let tries = 0; tries < 3; tries++) {
    const { found } = rows.getRow(id);
    if (rows.isSteady()) return found;
    rows.lookAgain();
  }
  throw rows.keepsMoving();
}

type Compared<R> = { readonly found: Found<R>; readonly differences: readonly Difference[] };

/** A difference may be one of columns that somebody moved. */
function compared<R extends Kept>(rows: RecordRows<R>, record: R, filledIn: readonly Name<R>[]): Compared<R> {
  for (let tries = 0; tries < 3; tries++) {
    const now = comparedOnce(rows, record, filledIn);
    if (now.differences.length === 0 || rows.isSteady()) return now;
    rows.lookAgain();
  }
  throw rows.keepsMoving();
}

function comparedOnce<R extends Kept>(rows: RecordRows<R>, record: R, filledIn: readonly Name<R>[]): Compared<R> {
  const { cells, found } = rows.getRow(record.id);
  const differences: Difference[] = [];
  for (const name of filledIn) {
    const column = rows.placeOf(name);
    const wanted = rows.encoded(record, name);
    if (column === undefined || sameCell(cells[column - 1]!, wanted)) continue;
    differences.push({
      field: name as string,
      seen: fieldOf(record, name) as FieldValue,
      now: (found.odd[name as string] ?? fieldOf(found.record, name)) as FieldValue,
    });
  }
  return { found, differences };
}
