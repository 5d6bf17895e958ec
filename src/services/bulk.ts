import { blankActivity } from '../domain/blank';
import type { Crm, ManyChanged } from '../domain/crm';
import { CrmError } from '../domain/errors';
import { opportunityFields } from '../domain/fields';
import { checkLead } from '../domain/lead';
import { type Movable, moveOpportunity, recordOfMany } from '../domain/opportunity';
import type { Activity, Lead, Opportunity } from '../domain/records';
import { MOVE } from '../domain/undoing';
import { say } from '../texts/say';
import { type ActivityText, checkText, timesOf } from './activities';
import { manyAnswer } from './many-answer';

type Place = Pick<Opportunity, 'pipeline' | 'stage'>;

export type ManyMove = Place & {
  /** Of deals that are lost by it; absent: each keeps what it has. */
  readonly lostReason?: string;
  readonly records: readonly { readonly id: string; readonly seen: Place }[];
};

/** A cell says nothing of a field whose column somebody deleted. */
const NOTHING: Omit<Movable, 'stage'> = {
  pipeline: '',
  stageSince: null,
  closedAt: null,
  lostReason: '',
  recorded: '',
};

/**
 * Puts many deals into a stage, each with all that a move writes. Those that somebody moved elsewhere first stay where they
 * are. Throws `INVALID`.
 */
export function moveMany(crm: Crm, { pipeline, stage: name, lostReason, records }: ManyMove): ManyChanged {
  const stage = crm.stage(pipeline, name);
  const to = { pipeline: stage.pipeline, stage: stage.name };
  const seen = new Map(records.map((one) => [one.id, one.seen]));
  const isIn = (place: Place | undefined, now: unknown, inPipeline: unknown) =>
    place !== undefined && now === place.stage && inPipeline === place.pipeline;
  const done = crm.opportunities.setMany(
    {
      name: 'stage',
      valueFor: () => to.stage,
      reads: ['pipeline', 'stageSince', 'closedAt', 'lostReason', 'recorded'],
      ids: new Set(seen.keys()),
      gets: ({ id, now, values }) => isIn(seen.get(id), now, values.pipeline) || isIn(to, now, values.pipeline),
      along: {
        fields: ['pipeline', 'stageSince', 'closedAt', 'lostReason'],
        valuesFor({ now, values }) {
          const deal: Movable = { ...NOTHING, ...values, stage: String(now) };
          const moved = moveOpportunity(deal, stage, crm.now);
          if (moved === deal || stage.kind !== 'lost' || lostReason === undefined) return moved;
          if (lostReason !== '' && values.lostReason === undefined) throw withoutReasons(crm);
          return { ...moved, lostReason };
        },
      },
      also: recordOfMany(() => to),
    },
    crm.now,
  );
  const held = (id: string) => isIn(to, seen.get(id)?.stage, seen.get(id)?.pipeline);
  const asked = { kind: 'opportunity', field: 'stage', ids: [...seen.keys()], lines: MOVE.length, held } as const;
  return manyAnswer(crm, asked, done);
}

const withoutReasons = ({ opportunities }: Crm): CrmError =>
  new CrmError(
    'SHEET_BROKEN',
    say('many.noReasons', { tab: opportunities.name, column: opportunityFields.lostReason.header }),
    { field: 'lostReason' },
  );

/** Gives leads a tag, or takes it from them; their other tags stay. Throws `INVALID`. */
export function tagMany(crm: Crm, ids: readonly string[], tag: string, isAdded: boolean): ManyChanged {
  const wanted = tag.trim();
  checkLead({ company: '-', tags: [wanted] as readonly string[] } as Lead);
  const isIt = (one: string) => one.toLowerCase() === wanted.toLowerCase();
  const done = crm.leads.setMany(
    {
      name: 'tags',
      valueFor(_, now) {
        // What Sheets made something else of is no list of tags: such a lead does not get it.
        const tags = Array.isArray(now) ? (now as readonly string[]) : [];
        if (isAdded) return tags.some(isIt) ? tags : [...tags, wanted];
        return tags.some(isIt) ? tags.filter((one) => !isIt(one)) : tags;
      },
      reads: [],
      ids: new Set(ids),
      gets: ({ now }) => Array.isArray(now),
    },
    crm.now,
  );
  return manyAnswer(crm, { kind: 'lead', field: 'tags', ids, lines: 1, held: () => false }, done);
}

export type ManyLogged = {
  readonly logged: number;
  readonly missing: readonly string[];
  readonly action: string | null;
};

/**
 * Logs the same on many leads or deals, an activity each: all of them or none. A record that is gone gets none. The same call
 * again completes what Google cut short, and doubles nothing. Throws `INVALID`.
 */
export function logMany(
  crm: Crm,
  kind: 'lead' | 'opportunity',
  records: readonly { readonly id: string; readonly activityId: string }[],
  text: ActivityText,
): ManyLogged {
  checkText(text);
  const ids = new Set(records.map(({ id }) => id));
  const found =
    kind === 'lead'
      ? crm.leads.some(ids, ['id', 'owner']).map(({ id, owner }) => ({ id, leadId: id, opportunityId: '', owner }))
      : crm.opportunities
          .some(ids, ['id', 'leadId', 'owner'])
          .map(({ id, leadId, owner }) => ({ id, leadId, opportunityId: id, owner }));
  const places = new Map(found.map(({ id, ...place }) => [id, place]));
  const activities = records.flatMap(({ id, activityId }): readonly Activity[] => {
    const place = places.get(id);
    if (!place) return [];
    return [{ ...blankActivity(activityId, crm.now), ...place, ...text, ...timesOf(crm, text), createdBy: crm.user }];
  });
  const filledIn = ['type', 'subject', 'details', 'due'];
  const { added } = activities.length > 0 ? crm.activities.add(activities, filledIn) : { added: 0 };
  const missing = records.map(({ id }) => id).filter((id) => !places.has(id));
  // What is there already an earlier call of this action logged, whose answer was lost.
  const isDone = added > 0 || (activities.length > 0 && crm.log.count(crm.action) > 0);
  return { logged: activities.length, missing, action: isDone ? crm.action : null };
}
