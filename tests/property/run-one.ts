import * as v from 'valibot';
import type { MethodName } from '../../src/contract/contract';
import { inputs } from '../../src/contract/inputs';
import type { CaughtUp } from '../../src/domain/crm';
import { doAct } from './acts';
import { REPORT } from './ask-rest';
import { askCatchUp, askRepairs, whereverItIs } from './ask-rows';
import type { Asked } from './asked';
import { forgottenBy, judgeErasure, leftOf, withoutErased } from './forgotten';
import { linesFrom } from './history-lines';
import { judge } from './judge';
import { Page } from './page';
import { ACTIONS, type ActDraw, type ActionDraw, type Plan, type Round as RoundDraw } from './plan';
import { writtenBeside } from './report';
import { ask } from './requests';
import { Round } from './round';
import { ID, NO_STEP, type State, stepBetween, TABS, type Tab, textOf, withSteps } from './sheet-state';
import { isInWindow, type Trace } from './trace';
import { openWorld, type World } from './world';

/** Said in stories of what happened between the add-on's look at a row and its commit. */
export const IN_WINDOW = ' (in the write window)';

/** What the draws of some runs came to. */
export type Tally = {
  actions: number;
  saved: number;
  refused: number;
  failed: number;
  acts: number;
  inWindow: number;
  unread: number;
  unheard: number;
};

export const newTally = (): Tally => ({
  actions: 0,
  saved: 0,
  refused: 0,
  failed: 0,
  acts: 0,
  inWindow: 0,
  unread: 0,
  unheard: 0,
});

/** Plays a plan in a fresh copy of the file and judges every action. Throws what went wrong, with the whole story. */
export function runOne(plan: Plan, seed: number, tally: Tally = newTally()): void {
  new Run(seed, tally).play(plan);
}

type User = RoundDraw['user'];

class Run {
  private readonly world: World;
  private readonly story: string[] = [];

  private readonly seed: number;
  private readonly tally: Tally;

  constructor(seed: number, tally: Tally) {
    this.seed = seed;
    this.tally = tally;
    this.world = openWorld(seed);
  }

  play(plan: Plan): void {
    const foreign = this.world.foreign();
    for (const { user, before, actions } of plan) {
      for (const draw of before) this.person(draw);
      this.send(user, actions);
    }
    this.settleIds();
    this.judgeErased();
    if (this.world.foreign() !== foreign) this.fail(['a tab that is none of ours was changed']);
  }

  private person(draw: ActDraw): void {
    const said = doAct(this.world, draw);
    if (said === null) return;
    this.tally.acts++;
    this.story.push(`a person ${said}`);
  }

  /** A page of this user asks for some things in one request. */
  private send(user: User, actions: readonly ActionDraw[]): readonly Trace[] {
    const page = new Page(this.world, user);
    const asked = actions.flatMap((draw) => {
      const made = ask(page, draw);
      const one = { asked: { ...made, input: page.sent(made) }, draw };
      return draw.isRepeated ? [one, { ...one, draw: { ...draw, fault: null, cutIns: [] } }] : [one];
    });
    return requestsOf(asked).flatMap((some) => this.request(user, some));
  }

  private request(user: User, asked: ConstructorParameters<typeof Round>[2]): readonly Trace[] {
    const { traces } = this.goOn(user, asked);
    for (const trace of traces) {
      this.story.push(...told(user, trace));
      count(this.tally, trace);
      const verdict = judge(this.asJudged(trace));
      const harms = [...verdict.harms, ...this.judgeRest(trace)];
      this.tally.unread += verdict.unread;
      this.tally.unheard += verdict.unheard;
      if (harms.length > 0) this.fail(harms);
      this.remember(user, trace);
    }
    return traces;
  }

  /** What is undone, by what is known of it now. */
  private asJudged(trace: Trace): Trace {
    const { licence, input } = trace.asked;
    if (!licence.undoes || !licence.idOf) return trace;
    const { tookBackAt, unlogged } = this.world;
    // Of somebody who was erased before, nothing may come back, but for what a person's Ctrl+Z brought back.
    const erased = this.world.erased.filter(({ moment }) => moment < trace.moment);
    const undoes = withoutErased(
      whereverItIs(licence.undoes, licence.idOf, trace.before),
      erased.filter(({ moment }) => moment > tookBackAt),
    );
    const parted = new Set([...erased.map(({ id }) => id), ...this.world.begunToErase]);
    const isPartial = unlogged.has((input as { action: string }).action);
    return { ...trace, asked: { ...trace.asked, licence: { ...licence, undoes, parted, isPartial } } };
  }

  /** What only some actions do. */
  private judgeRest(trace: Trace): readonly string[] {
    const { erases, reports } = trace.asked.licence;
    if (reports) return [...writtenBeside(trace, this.world), ...(trace.answer?.ok ? trace.wrongReport : [])];
    if (erases === undefined) return [];
    this.world.begunToErase.add(erases);
    if (!trace.answer?.ok) return [];
    const base = baseOf(trace);
    const gone = this.world.done.flatMap(({ step }) => step.went);
    const forgotten = forgottenBy(trace, base, gone);
    this.world.erased.push(forgotten);
    return trace.deeds.some(({ isUndo }) => isUndo) ? [] : judgeErasure(trace, forgotten, this.world.takenAway);
  }

  /** At the end: of those who were erased nothing has come back, unless a person took back what took it away. */
  private judgeErased(): void {
    const { erased, tookBackAt, history, file } = this.world;
    const lines = linesFrom(file.sheet(history)?.grid);
    const harms = erased
      .filter(({ moment }) => moment > tookBackAt)
      .flatMap((one) => leftOf(one, this.world.state(), lines, this.world.cached()));
    if (harms.length > 0) this.fail(harms);
  }

  private goOn(user: User, asked: ConstructorParameters<typeof Round>[2]): Round {
    const other = user === 'ann' ? 'bob' : 'ann';
    const round = new Round(this.world, this.world.users[user], asked, (draw, isLocked) =>
      this.colleague(other, draw, isLocked),
    );
    round.run();
    return round;
  }

  /** At the end: only people copy ids, the add-on tells of every one, and can make them unique again. */
  private settleIds(): void {
    const twice = idsThatStandTwice(this.world.state());
    if (twice.length === 0) return;
    const strange = twice.filter((id) => !this.world.copied.has(id));
    if (strange.length > 0) this.fail([`${strange.join(', ')}: stands twice, and nobody copied the row`]);
    const [looked] = this.request('bob', [{ asked: askCatchUp(), draw: QUIET }]);
    if (!looked?.answer?.ok) this.fail(['nobody can be told of the ids that stand twice']);
    const found = looked.answer.value as CaughtUp;
    const untold = twice.filter((id) => !found.twice.some((one) => one.id === id));
    if (untold.length > 0) this.fail([`${untold.join(', ')}: stands twice, and catchUp does not tell it`]);
    this.request(
      'bob',
      askRepairs(this.world.state(), found).map((asked) => ({ asked, draw: QUIET })),
    );
    const left = idsThatStandTwice(this.world.state());
    if (left.length > 0) this.fail([`${left.join(', ')}: still stands twice after its repair`]);
  }

  /** What can be undone: an action that went as it should, with what it did. */
  private remember(user: User, trace: Trace): void {
    const { asked, before, after, deeds } = trace;
    const action = ACTION.exec(trace.logged)?.[0];
    if (!action || !trace.answer?.ok || NOT_UNDONE.has(asked.method)) return;
    const isDisturbed = deeds.some((deed) => isInWindow(trace, deed));
    const { renames: there } = asked.licence;
    const renames = there && { ...there, from: there.to, to: there.from };
    const step = asked.licence.erases === undefined ? stepBetween(baseOf(trace), after) : NO_STEP;
    const perhaps = (asked.licence.deletes?.(before) ?? [])
      .map((one) => ({ ...one, cells: before.tabs[one.tab].get(one.row)! }))
      .filter((one) => !step.went.some(({ tab, row }) => tab === one.tab && row === one.row));
    const ids = (tab: Tab, row: string) => textOf(after.tabs[tab].get(row)?.[ID[tab]]);
    if (!isDisturbed) this.world.done.push({ user, action, tab: asked.tab, step, perhaps, renames, ids });
  }

  /** The other user asks for something in the midst of it: nobody saves while another holds the lock. */
  private colleague(user: User, { row, column, count: n, text }: ActDraw, isLocked: boolean): string {
    const kind = ACTIONS[(row + n) % ACTIONS.length]!;
    const [trace] = this.send(user, [{ ...QUIET, kind, record: row, fields: column, text }]);
    const answer = trace?.answer;
    const went = answer?.ok === false ? answer.error.code : 'saved';
    if (isLocked && went !== 'BUSY') this.fail([`${user} was told “${went}” while the other user was saving`]);
    return `lets ${user} ask for something: ${went}`;
  }

  private fail(harms: readonly string[]): never {
    throw new Error(`${harms.join('\n')}\n\nSeed ${this.seed}. What happened:\n${this.story.join('\n')}`);
  }
}

/** Nothing happens meanwhile. */
const QUIET: ActionDraw = {
  kind: 'catch up',
  record: 0,
  fields: 0,
  text: 0,
  isStale: false,
  isRepeated: false,
  fault: null,
  cutIns: [],
};

function idsThatStandTwice({ tabs }: State): readonly string[] {
  return TABS.flatMap((tab) => {
    const ids = [...tabs[tab].values()].map((cells) => textOf(cells[ID[tab]])).filter(Boolean);
    return [...new Set(ids.filter((id, index) => ids.indexOf(id) !== index))];
  });
}

/** Whether an action gets as far as the lock, by which what happens is known to be its own. */
const isAccepted = ({ method, input }: Asked): boolean =>
  method !== REPORT && v.safeParse(inputs[method as MethodName], input).success;

/** What is chosen in the menu, or refused before anything is looked at, is a request of its own. */
function requestsOf<T extends { readonly asked: Asked }>(all: readonly T[]): readonly (readonly T[])[] {
  const requests: T[][] = [];
  for (const one of all) {
    const last = requests[requests.length - 1];
    const isAlone = [one, ...(last ?? [])].some(({ asked }) => !isAccepted(asked));
    if (last && !isAlone) last.push(one);
    else requests.push([one]);
  }
  return requests;
}

/** The sheet as people left it, without what the action wrote. */
const baseOf = ({ before, deeds }: Trace): State =>
  withSteps(
    before,
    deeds.map(({ step }) => step),
  );

/** The id of an action, as History has it. */
const ACTION = /\bX-[0-9A-Z]{10}\b/;

const NOT_UNDONE: ReadonlySet<string> = new Set(['undo', 'catchUp', 'adoptRows', 'repairIds']);

function count(tally: Tally, trace: Trace): void {
  tally.actions++;
  if (trace.answer?.ok) tally.saved++;
  else if (trace.isFaulted) tally.failed++;
  else tally.refused++;
  tally.acts += trace.deeds.length + trace.gap.length;
  tally.inWindow += trace.deeds.filter((deed) => isInWindow(trace, deed)).length;
}

function told(user: User, trace: Trace): readonly string[] {
  const { asked, answer, deeds, gap, fault } = trace;
  const meanwhile = deeds.map(
    (deed) => `    ${deed.when}${isInWindow(trace, deed) ? IN_WINDOW : ''}: a person ${deed.said}`,
  );
  const end = answer?.ok ? `saved${withConflicts(answer.value)}` : `${answer?.error.code}: ${answer?.error.message}`;
  const after = gap.map(({ said }) => `a person ${said}`);
  return [`${user} ${callOf(asked)}`, ...meanwhile, ...(fault ? [`    ${fault}`] : []), `    → ${end}`, ...after];
}

const callOf = ({ method, input }: Asked): string => `${method} ${JSON.stringify(input)}`;

function withConflicts(value: unknown): string {
  const { conflicts, notice } = (value ?? {}) as { conflicts?: readonly unknown[]; notice?: string };
  return `${conflicts?.length ? `, but ${JSON.stringify(conflicts)}` : ''}${notice ? ` (“${notice}”)` : ''}`;
}
