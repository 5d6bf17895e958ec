import { doAct } from './acts';
import { judge } from './judge';
import { ACTIONS, type ActDraw, type ActionDraw, type Plan, type Round as RoundDraw } from './plan';
import { type Asked, Page } from './requests';
import { isInWindow, Round, type Trace } from './round';
import { openWorld, type World } from './world';

/** Said in stories of what happened between the add-on's look at a row and its commit. */
export const IN_WINDOW = ' (in the write window)';

/** What the draws of some runs came to. */
export type Tally = { actions: number; saved: number; refused: number; failed: number; acts: number; inWindow: number };

export const newTally = (): Tally => ({ actions: 0, saved: 0, refused: 0, failed: 0, acts: 0, inWindow: 0 });

/** Plays a plan in a fresh copy of the file and judges every action. Throws what went wrong, with the whole story. */
export function runOne(plan: Plan, seed: number, tally: Tally = newTally(), isGentle = false): void {
  new Run(seed, tally, isGentle).play(plan);
}

type User = RoundDraw['user'];

class Run {
  private readonly world: World;
  private readonly story: string[] = [];

  private readonly seed: number;
  private readonly tally: Tally;

  constructor(seed: number, tally: Tally, isGentle: boolean) {
    this.seed = seed;
    this.tally = tally;
    this.world = openWorld(seed, isGentle);
  }

  play(plan: Plan): void {
    const foreign = this.world.foreign();
    for (const { user, before, actions } of plan) {
      for (const draw of before) this.person(draw);
      this.send(user, actions);
    }
    if (this.world.foreign() !== foreign) this.fail(['a tab that is none of ours was changed']);
  }

  private person(draw: ActDraw): void {
    const said = doAct(this.world, draw);
    if (said === null) return;
    this.tally.acts++;
    this.story.push(`a person ${said}`);
  }

  /** A page of this user asks for some things in one request. Answers with how the last one went. */
  private send(user: User, actions: readonly ActionDraw[]): readonly string[] {
    const page = new Page(this.world);
    const asked = actions.flatMap((draw) => {
      const one = { asked: page.ask(draw), draw };
      return draw.isRepeated ? [one, { ...one, draw: { ...draw, fault: null, cutIns: [] } }] : [one];
    });
    const round = new Round(this.world, this.world.users[user], asked, (draw, isLocked) =>
      this.colleague(user === 'ann' ? 'bob' : 'ann', draw, isLocked),
    );
    round.run();
    for (const trace of round.traces) {
      this.story.push(...told(user, trace));
      count(this.tally, trace);
      const harms = judge(trace, historyOf(this.world, trace));
      if (harms.length > 0) this.fail(harms);
    }
    return round.traces.map(({ answer }) => (answer?.ok ? 'saved' : (answer?.error.code ?? '')));
  }

  /** The other user asks for something in the midst of it: nobody saves while another holds the lock. */
  private colleague(user: User, { row, column, count: n, text }: ActDraw, isLocked: boolean): string {
    const kind = ACTIONS[(row + n) % ACTIONS.length]!;
    const draw = {
      kind,
      record: row,
      fields: column,
      text,
      isStale: false,
      isRepeated: false,
      fault: null,
      cutIns: [],
    };
    const [went] = this.send(user, [draw]);
    if (isLocked && went !== 'BUSY') this.fail([`${user} was told “${went}” while the other user was saving`]);
    return `lets ${user} ask for something: ${went}`;
  }

  private fail(harms: readonly string[]): never {
    throw new Error(`${harms.join('\n')}\n\nSeed ${this.seed}. What happened:\n${this.story.join('\n')}`);
  }
}

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

/** The lines that History got in an action. */
function historyOf({ file }: World, { history }: Trace): string {
  const grid = file.sheetNamed('History')?.grid;
  if (!grid || history.to <= history.from) return '';
  const rect = { row: history.from + 1, column: 0, rows: history.to - history.from, columns: grid.lastColumn() + 1 };
  const lines = grid.values(rect).map((line) => line.join('\t'));
  return lines.join('\n');
}
