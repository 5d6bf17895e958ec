import { say } from '../texts/say';
import { CrmError } from './errors';

export type StageKind = 'open' | 'won' | 'lost';

/** A step of a pipeline. */
export type Stage = {
  readonly pipeline: string;
  readonly name: string;
  readonly order: number;
  /** 0 to 1. Null: not set, so deals in this stage are left out of weighted sums. */
  readonly probability: number | null;
  readonly kind: StageKind;
  readonly staleAfterDays: number | null;
  readonly forecastCategory: string;
  /** Never shown: tells a renamed stage from a new one. */
  readonly key: string;
};

export type Owner = {
  readonly name: string;
  readonly email: string;
  readonly active: boolean;
  readonly monthlyQuota: number | null;
};

export type Preferences = {
  /** ISO 4217. */
  readonly currency: string;
  readonly theme: 'light' | 'dark';
  /** 1 is January. */
  readonly fiscalYearStart: number;
  readonly weekStart: 'Monday' | 'Sunday' | 'Saturday';
  readonly digestHour: number;
  /** Whether a row that somebody types gets its id at once. */
  readonly adoptTyped: boolean;
};

/** Everything that people set in the Settings tab. Lists keep the order of the tab. */
export type Settings = {
  readonly stages: readonly Stage[];
  readonly leadStatuses: readonly string[];
  readonly sources: readonly string[];
  readonly activityTypes: readonly string[];
  readonly lostReasons: readonly string[];
  readonly companySizes: readonly string[];
  readonly owners: readonly Owner[];
  readonly preferences: Preferences;
};

export const DEFAULT_PIPELINE = 'Sales';

// Pages leave out what they do not show.
/* @__NO_SIDE_EFFECTS__ */
const open = (
  name: string,
  order: number,
  probability: number,
  staleAfterDays: number,
  forecastCategory: string,
): Stage => ({
  pipeline: DEFAULT_PIPELINE,
  name,
  order,
  probability,
  kind: 'open',
  staleAfterDays,
  forecastCategory,
  key: name.toLowerCase(),
});

export const DEFAULT_PREFERENCES: Preferences = {
  currency: 'USD',
  theme: 'light',
  fiscalYearStart: 1,
  weekStart: 'Monday',
  digestHour: 8,
  adoptTyped: true,
};

export const DEFAULT_SETTINGS: Settings = {
  stages: [
    /* @__PURE__ */ open('Prospecting', 1, 0.1, 30, 'Pipeline'),
    /* @__PURE__ */ open('Discovery', 2, 0.25, 21, 'Pipeline'),
    /* @__PURE__ */ open('Proposal', 3, 0.5, 14, 'Best case'),
    /* @__PURE__ */ open('Negotiation', 4, 0.75, 14, 'Commit'),
    {
      pipeline: DEFAULT_PIPELINE,
      name: 'Closed Won',
      order: 5,
      probability: 1,
      kind: 'won',
      staleAfterDays: null,
      forecastCategory: 'Closed',
      key: 'closed won',
    },
    {
      pipeline: DEFAULT_PIPELINE,
      name: 'Closed Lost',
      order: 6,
      probability: 0,
      kind: 'lost',
      staleAfterDays: null,
      forecastCategory: 'Omitted',
      key: 'closed lost',
    },
  ],
  leadStatuses: ['New', 'Contacted', 'Qualified', 'Unqualified', 'Customer', 'Lost'],
  sources: ['Website', 'Referral', 'Outbound', 'Event', 'Partner', 'Other'],
  activityTypes: ['Call', 'Email', 'Meeting', 'Note', 'Task'],
  lostReasons: ['Price', 'Competitor', 'Timing', 'No decision', 'Missing feature', 'Other'],
  companySizes: ['1-10', '11-50', '51-200', '201-1000', '1001-5000', '5000+'],
  owners: [],
  preferences: DEFAULT_PREFERENCES,
};

/** The name by which a user is listed as an owner; '' where they are not. */
export const ownName = ({ owners }: Settings, user: string): string =>
  owners.find(({ email }) => email !== '' && email.toLowerCase() === user.toLowerCase())?.name ?? '';

/** The pipelines in the order in which their stages first come. */
export const pipelinesOf = (stages: readonly Stage[]): readonly string[] => [
  ...new Set(stages.map((stage) => stage.pipeline)),
];

/** The stages of one pipeline, in order. */
export const stagesOf = (stages: readonly Stage[], pipeline: string): readonly Stage[] =>
  stages.filter((stage) => stage.pipeline === pipeline).sort((a, b) => a.order - b.order);

export const findStage = (stages: readonly Stage[], pipeline: string, name: string): Stage | undefined =>
  stages.find((stage) => stage.pipeline === pipeline && stage.name === name);

/** Throws `INVALID`, naming the stages there are. */
export function getStage(stages: readonly Stage[], pipeline: string, name: string): Stage {
  const stage = findStage(stages, pipeline, name);
  if (stage) return stage;
  const known = stagesOf(stages, pipeline).map((one) => one.name);
  const message =
    known.length > 0
      ? say('deal.noStage', { pipeline, name, known: known.join(', ') })
      : say('deal.noStages', { pipeline, name });
  throw new CrmError('INVALID', message, { field: 'stage' });
}
