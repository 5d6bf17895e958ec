import type { Day, Instant } from './day';

/** One company and one contact: whom we might do business with. A text that is not known is ''. */
export type Lead = {
  readonly id: string;
  readonly company: string;
  readonly contact: string;
  readonly title: string;
  readonly email: string;
  readonly phone: string;
  readonly status: string;
  readonly source: string;
  readonly industry: string;
  readonly companySize: string;
  readonly website: string;
  readonly linkedIn: string;
  readonly owner: string;
  readonly tags: readonly string[];
  readonly notes: string;
  readonly score: number | null;
  readonly createdAt: Instant | null;
  readonly updatedAt: Instant | null;
};

/** A deal: something that may be sold, in a stage of a pipeline. */
export type Opportunity = {
  readonly id: string;
  readonly leadId: string;
  /** The lead's name as people read it; `leadId` decides. */
  readonly lead: string;
  readonly title: string;
  readonly pipeline: string;
  readonly stage: string;
  readonly value: number | null;
  /** ISO 4217. Blank: the file's default currency. */
  readonly currency: string;
  /** 0 to 1. Blank: the stage's. */
  readonly probability: number | null;
  readonly expectedClose: Day | null;
  readonly nextStep: string;
  readonly product: string;
  readonly owner: string;
  readonly lostReason: string;
  readonly notes: string;
  readonly createdAt: Instant | null;
  readonly updatedAt: Instant | null;
  readonly stageSince: Instant | null;
  readonly closedAt: Instant | null;
  /** What History last logged of this deal, as JSON text: tells later what changed in the grid. */
  readonly recorded: string;
};

/** What an activity is about. */
export type About = { readonly kind: 'lead' | 'opportunity'; readonly id: string };

/** A call, e-mail, meeting, note or task, done or due. */
export type Activity = {
  readonly id: string;
  readonly leadId: string;
  readonly opportunityId: string;
  readonly type: string;
  readonly subject: string;
  readonly details: string;
  readonly when: Instant | null;
  readonly due: Day | null;
  readonly doneAt: Instant | null;
  readonly owner: string;
  readonly createdBy: string;
  readonly createdAt: Instant | null;
  /** In words, such as `every 2 weeks`: see `repeat.ts`. */
  readonly repeat: string;
};
