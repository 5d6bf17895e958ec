import type { Found, NamedRow } from './crm';
import type { Instant } from './day';
import type { FieldValue } from './errors';
import { RECORDED, recordedIn, recordOf } from './opportunity';
import type { Opportunity } from './records';
import { findStage, type Stage } from './settings';

/** A field that somebody changed in the grid. */
export type GridChange<R> = {
  readonly field: keyof R & string;
  readonly before: FieldValue;
  readonly after: FieldValue;
};

/** What became of a record in the grid since History last heard of it, and the record with that taken note of. */
export type Noticed<R> = { readonly changed: readonly GridChange<R>[]; readonly next: R };

/** A row with an id that stands in others too, as it was shown to the user. */
export type ShownRow = NamedRow & { readonly keeps: boolean };

/** An id that stands in several rows. `keeps`: the row that is the last known record. */
export type SharedId = { readonly id: string; readonly rows: readonly ShownRow[] };

/** What the rows of one tab say that nobody has told the CRM yet. */
export type LookedOver = {
  /** Changes that went into History. */
  readonly logged: number;
  readonly waiting: readonly NamedRow[];
  readonly twice: readonly SharedId[];
};

/** What somebody did in the grid a moment ago. Rows and columns count from 1; `value` is what was typed into a single cell, where Google tells. */
export type EditedCells = {
  readonly top: number;
  readonly left: number;
  readonly height: number;
  readonly width: number;
  readonly value: string | null;
};

/** What the CRM makes of an edit. */
export type EditRules<R> = {
  /** As `Table.lookOver` and `Table.adopt` take them. */
  readonly notice: ((found: Found<R>) => Noticed<R> | null) | null;
  readonly complete: (records: readonly R[]) => readonly R[];
  /** Whether a row that somebody types gets its id at once. */
  readonly adoptsTyped: () => boolean;
  /** Runs what writes, unless somebody else is saving now: then it answers false. */
  readonly whenFree: (write: () => void) => boolean;
};

/**
 * How a deal differs from its *Recorded*; null where it does not. One that stands in another stage is dated like a move. One
 * that has none, or none that can be read, gets one, and History no line: what it was before is not known.
 */
export function noticed(
  { record, odd }: Found<Opportunity>,
  stages: () => readonly Stage[],
  now: Instant,
): Noticed<Opportunity> | null {
  const recorded = recordedIn(record.recorded);
  const next = { ...record, recorded: recordOf(record, now) };
  if (!recorded) return { changed: [], next };
  const fields = Object.keys(RECORDED) as (keyof typeof RECORDED)[];
  const changed = fields.flatMap((field) => {
    const before = recorded[RECORDED[field]] ?? null;
    return before === record[field] ? [] : [{ field, before, after: odd[field] ?? record[field] }];
  });
  if (changed.length === 0) return null;
  const isMoved = changed.some(({ field }) => field === 'stage' || field === 'pipeline');
  const stage = isMoved ? findStage(stages(), record.pipeline, record.stage) : undefined;
  return { changed, next: stage ? dated(next, stage, Date.parse(String(recorded['at'])), now) : next };
}

/** A date that came after what was last recorded is somebody's own, or that of a move that was cut short. */
function dated(deal: Opportunity, { kind }: Stage, recordedAt: Instant, now: Instant): Opportunity {
  const own = (date: Instant | null) => (date !== null && date > recordedAt ? date : now);
  return { ...deal, stageSince: own(deal.stageSince), closedAt: kind === 'open' ? null : own(deal.closedAt) };
}
