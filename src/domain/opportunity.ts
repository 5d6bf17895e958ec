import { say } from '../texts/say';
import type { Instant } from './day';
import { CrmError, type FieldValue } from './errors';
import { opportunityFields } from './fields';
import type { Also } from './many';
import type { Opportunity } from './records';
import { DEFAULT_PIPELINE, type Settings, type Stage, stagesOf } from './settings';

/** What a move writes over, and undoing it brings back. */
export type Moved = Pick<Opportunity, 'stageSince' | 'closedAt' | 'lostReason'>;

/** What a move needs to know of a deal. */
export type Movable = Moved & Pick<Opportunity, 'pipeline' | 'stage' | 'recorded'>;

/**
 * The opportunity in another stage. Closing dates it, going back to an open stage takes that and the lost reason away. One
 * that stands there already, but was last recorded elsewhere, has a move behind it that nobody finished: it is dated too.
 * `undone`: what the move that this one undoes had written over.
 */
export function moveOpportunity<D extends Movable>(opportunity: D, stage: Stage, now: Instant, undone?: Moved): D {
  const isThere = stage.name === opportunity.stage && stage.pipeline === opportunity.pipeline;
  if (isThere && isRecorded(opportunity)) return opportunity;
  const { stageSince, closedAt, lostReason } = undone ?? {
    stageSince: now,
    closedAt: (isThere ? opportunity.closedAt : null) ?? now,
    lostReason: opportunity.lostReason,
  };
  return {
    ...opportunity,
    pipeline: stage.pipeline,
    stage: stage.name,
    stageSince,
    closedAt: stage.kind === 'open' ? null : closedAt,
    lostReason: stage.kind === 'lost' ? lostReason : '',
  };
}

/** What a deal has to have before it is written; only what differs from `before` is looked at. Throws `INVALID`. */
export function checkOpportunity(opportunity: Opportunity, before: Opportunity | null = null): Opportunity {
  const isNew = (field: keyof Opportunity) => opportunity[field] !== before?.[field];
  if (isNew('title') && opportunity.title.trim() === '')
    throw new CrmError('INVALID', say('deal.nameless'), { field: 'title' });
  if (isNew('value') && opportunity.value !== null && !Number.isFinite(opportunity.value)) {
    throw new CrmError('INVALID', say('deal.noNumber'), { field: 'value' });
  }
  const { probability } = opportunity;
  if (isNew('probability') && probability !== null && !(probability >= 0 && probability <= 1)) {
    throw new CrmError('INVALID', say('deal.noProbability'), { field: 'probability' });
  }
  if (isNew('currency') && opportunity.currency !== '' && !/^[A-Z]{3}$/.test(opportunity.currency)) {
    throw new CrmError('INVALID', say('deal.noCurrency'), {
      field: 'currency',
    });
  }
  return opportunity;
}

/** Whether the stage is the one that *Recorded* has; also where nothing is recorded. */
const isRecorded = ({ recorded, pipeline, stage }: Movable): boolean =>
  recorded === '' || recorded.startsWith(JSON.stringify({ pipeline, stage }).slice(0, -1));

/** The state of a deal that History has logged, with the moment: text of the hidden *Recorded* column. */
export const recordOf = (opportunity: Opportunity, now: Instant): string =>
  JSON.stringify({
    pipeline: opportunity.pipeline,
    stage: opportunity.stage,
    value: opportunity.value,
    probability: opportunity.probability,
    close: opportunity.expectedClose,
    owner: opportunity.owner,
    at: new Date(now).toISOString(),
  });

/** Our names for what *Recorded* holds. */
export const RECORDED = {
  pipeline: 'pipeline',
  stage: 'stage',
  value: 'value',
  probability: 'probability',
  expectedClose: 'close',
  owner: 'owner',
} as const;

type RecordedField = keyof typeof RECORDED;

const recordedFields = () => Object.keys(RECORDED) as readonly RecordedField[];

export const isOfRecorded = (field: string): field is RecordedField =>
  recordedFields().includes(field as RecordedField);

/**
 * The same after a change of some fields. What somebody changed in the grid before, and History has not heard of, stays as it
 * was recorded, so that `catchUp` still finds it.
 */
export function recordAfter(changed: Opportunity, before: Opportunity, asked: readonly string[], now: Instant): string {
  const known = recordedIn(before.recorded);
  if (!known) return recordOf(changed, now);
  const unheard = unheardIn(before, known, asked);
  if (unheard.length === 0) return recordOf(changed, now);
  const still = Object.fromEntries(unheard.map((field) => [field, known[RECORDED[field]] ?? null]));
  return recordOf({ ...changed, ...still }, Date.parse(String(known['at'])));
}

const unheardIn = (
  deal: Opportunity,
  known: NonNullable<ReturnType<typeof recordedIn>>,
  asked: readonly string[],
): readonly RecordedField[] =>
  recordedFields().filter((field) => !asked.includes(field) && (known[RECORDED[field]] ?? null) !== deal[field]);

/**
 * *Recorded* after some fields of many deals changed: these are as they are now, and what else somebody changed in the grid
 * unheard is still found. Nothing where nothing can be read: without it nothing is taken for a change in the grid.
 */
export const recordOfMany = (
  valuesFor: (id: string) => { readonly [F in RecordedField]?: unknown },
): Also<Opportunity> => ({
  name: 'recorded',
  valueFor(before, id) {
    const known = before === null ? null : recordedIn(before);
    if (!known) return '';
    const values = Object.entries(valuesFor(id)).map(([field, value]) => {
      const blank = opportunityFields[field as RecordedField].kind === 'text' ? '' : null;
      return [RECORDED[field as RecordedField], value ?? blank];
    });
    return JSON.stringify({ ...known, ...Object.fromEntries(values) });
  },
});

/** What a deal had when it was last recorded; null where nothing is, for people may write anything into the cell. */
export function recordedIn(text: string): { readonly [key: string]: FieldValue } | null {
  try {
    const parsed: unknown = JSON.parse(text);
    const recorded = typeof parsed === 'object' ? (parsed as { [key: string]: FieldValue } | null) : null;
    return recorded && Number.isFinite(Date.parse(String(recorded['at']))) ? recorded : null;
  } catch {
    return null;
  }
}

/** False: only a part of the last change stands in the sheet, or somebody changed the deal in the grid since. */
export function isAsRecorded(opportunity: Opportunity): boolean {
  if (opportunity.recorded === '') return true;
  try {
    const { at } = JSON.parse(opportunity.recorded) as { at: string };
    return recordOf(opportunity, Date.parse(at)) === opportunity.recorded;
  } catch {
    // People may write anything into the cell.
    return false;
  }
}

/** A deal that somebody typed by hand, as the CRM takes it over: in the first open stage where it names none. */
export function adopted(typed: Opportunity, { stages }: Settings, now: Instant): Opportunity {
  const named = stages.find(({ name, pipeline }) => name === typed.stage && (typed.pipeline || pipeline) === pipeline);
  const pipeline = typed.pipeline || (named?.pipeline ?? stages[0]?.pipeline ?? DEFAULT_PIPELINE);
  const first = stagesOf(stages, pipeline).find(({ kind }) => kind === 'open');
  const isClosed = named !== undefined && named.kind !== 'open';
  const deal = {
    ...typed,
    pipeline,
    stage: typed.stage || (first?.name ?? ''),
    createdAt: typed.createdAt ?? now,
    updatedAt: typed.updatedAt ?? now,
    stageSince: typed.stageSince ?? now,
    closedAt: typed.closedAt ?? (isClosed ? now : null),
  };
  return { ...deal, recorded: recordOf(deal, now) };
}
