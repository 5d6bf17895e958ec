import { copyOf, type Host } from '../../host/host';
import { handOf } from './acts';
import { checkAnswer, sentenceOf } from './answers';
import { ask, hostOf, twinOf } from './file';
import { momentsOf } from './moments';
import { judge } from './oracle';
import { Places } from './places';
import type { TableName } from './tables';
import { Watch } from './watch';
import type { Act, AnyCall, Click, Situation } from './words';
import { isClick } from './words';

export type Result = {
  readonly name: string;
  readonly isControl: boolean;
  /** What went wrong, each a sentence; none: it held. */
  readonly problems: readonly string[];
  /** What the user was told, click by click. */
  readonly told: readonly string[];
  /** The table has no such method at all: nothing is said of its care. */
  readonly isNotOffered: boolean;
  /** The cells in the end, by tab. */
  readonly cells: () => string;
};

/** Tries one situation on a table. */
export function tryOut(situation: Situation, table: TableName): Result {
  const trial = new Trial(situation, table);
  const result = trial.run();
  // A cache that is warm here and was not there makes an action shorter than it was when its moments were found.
  return trial.isOver ? new Trial(situation, table, trial.calls).run() : result;
}

/** The same with people cutting in, or Google failing, before each service call in turn instead of at one moment. */
export function tryEverywhere(situation: Situation, table: TableName): Result {
  if (!situation.story.some((step) => isClick(step) && (step.meanwhile || step.fault))) return tryOut(situation, table);
  const problems: string[] = [];
  let last: Result;
  for (let at = 1; ; at++) {
    const trial = new Trial(situation, table, at);
    last = trial.run();
    if (trial.isOver || last.isNotOffered) return { ...last, told: [], problems };
    if (last.problems.length > 0) problems.push(`Before call ${at}: ${[...last.told, ...last.problems].join(' / ')}`);
  }
}

/** Of actions that begin alike: finding them takes a file of its own. */
const knownMoments = new Map<string, ReturnType<typeof momentsOf>>();

/** The lists of leads and deals, in one request. */
const LISTS = JSON.stringify({ calls: ['leadLines', 'opportunityLines'].map((method) => ({ method, input: {} })) });

/** Milliseconds between two things that people do. */
const BREATH = 5_000;

class Trial {
  private readonly problems: string[] = [];
  private readonly told: string[] = [];
  private readonly situation: Situation;
  private readonly table: TableName;
  private readonly first: Host;
  private readonly host: Host;
  private readonly does: (act: Act) => void;
  private watch!: Watch;
  private isNotOffered = false;
  private readonly isUndone: boolean;
  /** People's file without the last action, should it be undone. */
  private beforeLast: Watch | null = null;

  private readonly at: number | null;
  /** The action was over before anybody could cut in. */
  isOver = false;
  /** How many service calls that action made. */
  calls = 0;

  /** `at`: the service call before which people cut in, whatever moment the situation names. */
  constructor(situation: Situation, table: TableName, at: number | null = null) {
    this.situation = situation;
    this.at = at;
    this.isUndone = situation.story.some((step) => isClick(step) && step.click.method === 'undo');
    this.table = table;
    const first = hostOf(table);
    this.first = first;
    this.host = situation.inCopy ? copyOf(first).open() : first;
    if (situation.locale) this.host.does({ kind: 'file', properties: { locale: situation.locale } });
    this.does = handOf(this.host, {
      colleague: (call) => void ask(this.windowOf('bob@example.com'), call),
      inCopy: (call) => void ask(this.copy(), call),
    });
  }

  run(): Result {
    const { host, situation, first } = this;
    const { version } = first.file;
    try {
      this.watch = new Watch(host);
      for (const act of situation.given ?? []) this.does(act);
      this.look();
      for (const step of situation.story) {
        this.step = situation.story.indexOf(step);
        host.passTime(BREATH);
        if (isClick(step)) this.click(step);
        else this.does(step);
        if (this.isNotOffered) break;
      }
      if (!this.isNotOffered) this.checkShown();
      if (host !== first && first.file.version !== version) this.problems.push('The file that was copied has changed.');
    } catch (error) {
      this.problems.push(`It broke: ${(error as Error).message}`);
    }
    const cells = () =>
      host.file.sheets
        .map(
          ({ name }) =>
            `${name}\n${host.person
              .seesTab(name)
              .map((row) => row.join(' | '))
              .join('\n')}`,
        )
        .join('\n\n');
    return {
      name: situation.name,
      isControl: situation.control ?? false,
      problems: this.problems,
      told: this.told,
      isNotOffered: this.isNotOffered,
      cells,
    };
  }

  /**
   * The user opens the sidebar and looks at the lists: what a table remembers, it remembers from here. Where nobody does
   * anything in the grid later there is nothing to remember wrongly.
   */
  private look(): void {
    const isTouched = this.situation.story.some((step) => !isClick(step) || step.meanwhile);
    if (isTouched) this.host.call('rpc', LISTS);
    this.watch.rebase();
  }

  private step = 0;
  private theCopy: Host | null = null;

  private copy(): Host {
    this.theCopy ??= copyOf(this.host).open();
    return this.theCopy;
  }

  private windowOf(email: string | undefined): Host {
    return email ? this.host.as(email).install() : this.host;
  }

  private click(click: Click): void {
    const window = this.windowOf(click.by);
    const call = this.withAction(click.click);
    const restores = call.method === 'undo' ? this.beforeLast?.people : undefined;
    if (call.method !== 'undo' && this.isUndone) this.beforeLast = new Watch(this.host, this.watch);
    const moment = click.meanwhile?.before ?? click.fault?.at;
    if (moment) this.cutIn(window, click, this.at ?? this.momentsOf(call)(moment));
    const before = this.watch.now;
    const answer = ask(window, call);
    this.isOver ||= window.beforeCall !== null;
    window.beforeCall = null;
    if (!answer.ok && /has no method|is not offered/.test(answer.error.message)) {
      this.isNotOffered = true;
      return;
    }
    this.told.push(`${call.method}: ${sentenceOf(answer)}`);
    const isFaulted = click.fault !== undefined;
    const outcome = { call, answer, isFaulted, before, ...(restores && { restores }) };
    this.problems.push(...judge(this.watch, outcome));
    this.problems.push(...checkAnswer(click, answer));
    this.watch.rebase();
    if (this.isUndone && call.method !== 'undo') this.rememberAction();
  }

  /** The action that an undo means: the one before, as the sidebar offers it. */
  private withAction(call: AnyCall): AnyCall {
    if (call.method !== 'undo' || call.input.action !== 'last') return call;
    return { method: 'undo', input: { action: this.lastAction } };
  }

  private lastAction = 'X-0000000000';

  private rememberAction(): void {
    const answer = ask(this.host, { method: 'lastActions', input: {} });
    const actions = (answer.ok ? answer.value : []) as readonly { readonly action: string }[];
    this.lastAction = actions[0]?.action ?? this.lastAction;
  }

  private momentsOf(call: AnyCall): ReturnType<typeof momentsOf> {
    const { given = [], story, locale } = this.situation;
    const key = JSON.stringify([this.table, locale, given, story.slice(0, this.step), call]);
    let moments = knownMoments.get(key);
    if (!moments) {
      const twin = twinOf(this.table, this.host);
      moments = momentsOf(twin, () => ask(twin, call));
      knownMoments.set(key, moments);
      twin.close();
    }
    return moments;
  }

  private cutIn(window: Host, { meanwhile, fault }: Click, at: number): void {
    window.beforeCall = ({ number }) => {
      this.calls = number;
      if (number !== at) return undefined;
      window.beforeCall = null;
      for (const act of meanwhile?.acts ?? []) this.does(act);
      return fault && { fault: fault.kind };
    };
  }

  private checkShown(): void {
    for (const [at, wanted] of Object.entries(this.situation.shows ?? {})) {
      const shown = this.host.person.sees(new Places(this.host).cell(at))[0]![0];
      if (shown !== wanted) this.problems.push(`${at} shows “${shown}” in the end, not “${wanted}”.`);
    }
  }
}
