import type { Found } from '../domain/crm';
import { CrmError } from '../domain/errors';
import { fingerprintOf } from '../domain/fingerprint';
import type { OwnName } from '../domain/own-fields';
import type { History } from './history';
import { asFilledIn } from './known-row';
import { type Fresh, refuseMissing } from './new-cells';
import { endOf } from './new-pieces';
import { placeNew } from './place-new';
import { refuseProtected } from './protected-cells';
import type { RecordRows } from './record-rows';
import { standing } from './standing';
import { carryOut, onceMore, type Step } from './steps';
import type { Kept } from './tab-columns';
import { completeRows } from './unfinished-rows';
import { writeNew } from './write-new';

/**
 * Adds rows for the records that have none yet and completes those that an earlier try left unfinished. Throws
 * `SHEET_BROKEN` where one of the fields that the user filled in has no column.
 */
export function addRecords<R extends Kept>(
  rows: RecordRows<R>,
  history: History,
  { records, filledIn }: Fresh<R>,
): { added: number; known: number } {
  const there = rows.presuming(() => rows.numbersWith(records.map(({ id }) => id)));
  refuseMissing(rows, { records, filledIn });
  const fresh = records.filter(({ id }) => !there.has(id));
  if (fresh.length > 0) carryOut(history, [adding(rows, history, { records: fresh, filledIn })]);
  const known = records.filter(({ id }) => there.has(id));
  const completed = known.length > 0 ? completeRows(rows, history, { records: known, filledIn }, there) : 0;
  return { added: fresh.length + completed, known: known.length - completed };
}

/**
 * The same for one record; answers with what stands in the sheet then. Throws `CONFLICT` as `asFilledIn`, unless it
 * `mayDiffer`.
 */
export function creating<R extends Kept>(
  rows: RecordRows<R>,
  history: History,
  fresh: Fresh<R> & { readonly records: readonly [R] },
  mayDiffer: boolean,
): Step<Found<R>> {
  const { records, filledIn } = fresh;
  const [record] = records;
  const number = rows.isNowhere(record.id) ? null : rows.presuming(() => rows.rowNumberOf(record.id));
  const standing = () => (mayDiffer ? rows.getRow(record.id).found : asFilledIn(rows, record, filledIn));
  refuseMissing(rows, fresh);
  if (number !== null) {
    return {
      write: () => void completeRows(rows, history, fresh, new Map([[record.id, number]])),
      confirm: standing,
    };
  }
  const { write, confirm } = adding(rows, history, fresh);
  return { write, confirm: () => confirm() ?? standing() };
}

/**
 * Nobody else's row is under the pen: new ones are written at the end of the tab, where only empty rows can come into the
 * place, and moved under the last record when they are whole. Answers with the only record there was, as it stands in its
 * row; null where there are several.
 */
function adding<R extends Kept>(rows: RecordRows<R>, history: History, fresh: Fresh<R>): Step<Found<R> | null> {
  const { layout } = rows;
  const { records } = fresh;
  const first = endOf(rows, records.length);
  const numbers = records.map((_, index) => first + index);
  const place = () => placeNew(rows, history, { numbers, layout, isApart: true }, fresh);
  const note = (isThere: (id: string) => boolean) => {
    for (const record of records.filter(({ id }) => isThere(id)))
      history.noteCreated(rows.of.kind, record.id, fingerprintOf(record));
  };
  return {
    write() {
      const own = fresh.filledIn.flatMap((name) => layout.own.get(name as OwnName) ?? []);
      const columns = [...layout.columns.values(), ...own];
      refuseProtected(rows.sheet, { row: first, rows: records.length, columns });
      try {
        writeNew(rows, first, fresh);
      } catch (error) {
        tryOnceMore(error, place, () => {
          const there = standing(rows, 'id');
          note((id) => !there || there.has(id));
        });
      }
      note(() => true);
    },
    confirm: place,
  };
}

/** Google failed in the middle: the new rows are completed at once where that works by now. Throws where it does not. */
function tryOnceMore(failure: unknown, place: () => unknown, noteThere: () => void): void {
  if (failure instanceof CrmError) throw failure;
  try {
    onceMore(place);
  } catch (error) {
    noteThere();
    throw error instanceof CrmError ? error : failure;
  }
}
