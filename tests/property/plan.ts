import fc from 'fast-check';

/** What a person does in the grid, or Google or the other user meanwhile. Numbers stand for places that are looked up when it happens. */
export type ActDraw = {
  readonly kind: (typeof ACTS)[number];
  readonly tab: number;
  readonly row: number;
  readonly column: number;
  readonly count: number;
  readonly text: number;
};

/** `window`: between the add-on's read of a row and the flush of what it makes of it; else at any service call. */
export type CutIn = { readonly when: 'window' | 'anywhere'; readonly at: number; readonly act: ActDraw };

export type FaultDraw = {
  readonly at: number;
  readonly kind: 'throws' | 'times out after it applied' | 'late';
};

/** What a user asks of the add-on, with what happens while it works. */
export type ActionDraw = {
  readonly kind: Kind;
  readonly record: number;
  readonly fields: number;
  readonly text: number;
  /** The user looks at something older than what stands in the sheet. */
  readonly isStale: boolean;
  /** The page sends the same call once more, whatever it was told. */
  readonly isRepeated: boolean;
  readonly fault: FaultDraw | null;
  readonly cutIns: readonly CutIn[];
};

/** What one user asks in one request, after somebody did something in the grid. */
export type Round = {
  readonly user: 'ann' | 'bob';
  readonly before: readonly ActDraw[];
  readonly actions: readonly ActionDraw[];
};

export type Plan = readonly Round[];

/** Each as often as it stands here. */
export const ACTS = [
  'type',
  'type',
  'type',
  'type',
  'type odd',
  'type formula',
  'clear',
  'paste block',
  'sort',
  'sort',
  'sort',
  'insert rows',
  'delete rows',
  'move column',
  'insert column',
  'copy row',
  'type row',
  'undo',
  'filter',
  'hide column',
  'rename header',
  'rename header of ours',
  'rename tab',
  'delete history',
  'evict',
  'other user',
] as const;

export const ACTIONS = [
  'change lead',
  'change lead',
  'change lead',
  'change deal',
  'change deal',
  'change deal',
  'move deal',
  'move deal',
  'create lead',
  'create deal',
  'log activity',
  'import leads',
  'convert lead',
  'change many',
  'move many',
  'tag many',
  'log many',
  'change activity',
  'complete task',
  'rename stage',
  'delete record',
  'undo',
  'undo',
  'undo',
  'adopt rows',
  'catch up',
  'erase person',
  'pipeline report',
] as const;

/** What is asked of the add-on. */
export type Kind = (typeof ACTIONS)[number];

/** In one request: each costs as much as two actions in it. */
const ACTIONS_A_ROUND = 7;

const nat = fc.nat(0xffff);

const act: fc.Arbitrary<ActDraw> = fc.record({
  kind: fc.constantFrom(...ACTS),
  tab: nat,
  row: nat,
  column: nat,
  count: fc.integer({ min: 1, max: 3 }),
  text: nat,
});

const cutIn: fc.Arbitrary<CutIn> = fc.oneof(
  { weight: 1, arbitrary: fc.record({ when: fc.constant('window' as const), at: fc.nat(4), act }) },
  { weight: 4, arbitrary: fc.record({ when: fc.constant('anywhere' as const), at: fc.nat(25), act }) },
);

const fault: fc.Arbitrary<FaultDraw> = fc.record({
  at: fc.nat(25),
  kind: fc.constantFrom('throws', 'times out after it applied', 'late'),
});

const actionOf = (kinds: readonly Kind[]): fc.Arbitrary<ActionDraw> =>
  fc.record({
    kind: fc.constantFrom(...kinds),
    record: nat,
    fields: nat,
    text: nat,
    isStale: fc.integer({ min: 0, max: 5 }).map((n) => n === 5),
    isRepeated: fc.integer({ min: 0, max: 9 }).map((n) => n === 9),
    fault: fc.oneof({ weight: 6, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: fault }),
    cutIns: fc.array(cutIn, { maxLength: 2 }),
  });

const roundOf = (user: Round['user'], kinds: readonly Kind[]): fc.Arbitrary<Round> =>
  fc.record({
    user: fc.constant(user),
    before: fc.array(act, { maxLength: 2 }),
    actions: fc.array(actionOf(kinds), { minLength: ACTIONS_A_ROUND, maxLength: ACTIONS_A_ROUND }),
  });

/** Some hundred draws that a run is made of: 21 actions of two users and what a person does meanwhile. */
export const planOf = (kinds: readonly Kind[] = ACTIONS): fc.Arbitrary<Plan> =>
  fc.tuple(roundOf('ann', kinds), roundOf('bob', kinds), roundOf('ann', kinds));
