import type { Grid } from '../../host/engine/grid';
import type { Host } from '../../host/host';
import type { ServiceCall } from '../../host/run/desk';
import type { Fault } from '../../host/run/faults';
import type { Answer } from '../../src/contract/contract';
import { doAct } from './acts';
import { REPORT } from './ask-rest';
import type { Asked } from './asked';
import { linesFrom } from './history-lines';
import { onLook } from './on-look';
import type { ActDraw, ActionDraw, CutIn } from './plan';
import { chooseReport, wrongReport } from './report';
import { stepBetween, TABS, type Tab } from './sheet-state';
import { cellKey, type Trace } from './trace';
import type { World } from './world';

const LOOKS = /^get(Values?|Formulas?|FormulasR1C1|DisplayValues?|RichTextValues?)$/;

/** Google commits all that was written before it answers a read. Source: guide "Best practices". */
const COMMITS =
  /^(flush|find\w*|replaceAllWith|isBlank|getLast(Row|Column)|get(Values?|Formulas?|FormulasR1C1|DisplayValues?|RichTextValues?))$/;

/** What a call takes: two things never happen in the same millisecond. */
const CALL_MS = 9;

type AskedOf = { readonly asked: Asked; readonly draw: ActionDraw };

/** Lets the other user do something, while the lock is held or not; answers with what it was. */
type Other = (draw: ActDraw, isLocked: boolean) => string;

/** Watches one request of a user call by call, and lets things happen in it. */
export class Round {
  readonly traces: Trace[] = [];
  private open: Trace | null = null;
  private draw: ActionDraw | null = null;
  private waiting: CutIn[] = [];
  private calls = 0;
  private inWindow = 0;
  private current = { number: 0, isLook: false };
  private edited = new Set<Tab>();
  private isFinished = false;
  private isLocked = false;
  /** What happens now is another's doing, in the midst of an action of ours. */
  private isAway = false;

  private readonly world: World;
  private readonly user: Host;
  private readonly asked: readonly AskedOf[];
  private readonly other: Other;

  constructor(world: World, user: Host, asked: readonly AskedOf[], other: Other) {
    this.world = world;
    this.user = user;
    this.asked = asked;
    this.other = other;
  }

  /** Sends all of it in one request, as a page may. */
  run(): void {
    const stop = this.listen();
    this.user.beforeCall = (call) => this.beforeCall(call);
    try {
      const answers = this.answers();
      this.user.beforeCall = null;
      this.close();
      answers.forEach((answer, n) => {
        if (this.traces[n]) this.traces[n].answer = answer;
      });
    } finally {
      this.user.beforeCall = null;
      stop();
    }
  }

  private answers(): readonly Answer[] {
    if (this.asked.every(({ asked }) => asked.method === REPORT)) return [chooseReport(this.user)];
    const calls = this.asked.map(({ asked: { method, input } }) => ({ method, input }));
    return JSON.parse(this.user.call('rpc', JSON.stringify({ calls })) as string).answers;
  }

  private beforeCall(call: ServiceCall): Fault | undefined {
    this.current = { number: call.number, isLook: false };
    if (call.cost !== 'navigation') this.user.passTime(CALL_MS);
    const fault = this.meets(call);
    this.current.isLook = call.service === 'Range' && LOOKS.test(call.method);
    return fault;
  }

  private meets(call: ServiceCall): Fault | undefined {
    if (call.method === 'getDocumentLock') this.begin();
    const { open, draw } = this;
    if (!open || !draw || this.isFinished) return undefined;
    if (call.method === 'releaseLock') this.finish();
    else if (COMMITS.test(call.method)) this.committing(call.number);
    if (call.service === 'TextFinder') open.searched ??= call.number;
    // Walking from object to object asks nothing of Google: nobody is any quicker there.
    if (call.cost === 'navigation') return undefined;
    this.cutIn(`before call ${++this.calls}, ${call.service}.${call.method}`);
    const fault = this.faultAt(call);
    if (call.method === 'tryLock') this.isLocked = fault?.fault !== 'throws';
    return fault;
  }

  private begin(): void {
    this.close();
    const next = this.asked[this.traces.length];
    if (!next) return;
    const isErasure = next.asked.licence.erases !== undefined;
    this.open = {
      asked: next.asked,
      before: this.world.state(),
      after: this.world.state(),
      deeds: [],
      gap: [],
      next: this.world.state(),
      windows: new Map(TABS.map((tab) => [tab, { from: null, wrote: false, to: null }])),
      fault: null,
      from: this.lastLogged(),
      logged: '',
      isFaulted: false,
      moment: ++this.world.moment,
      remains: isErasure ? { before: linesFrom(this.log), after: [], cache: '' } : null,
      wrote: new Set(),
      wrongReport: [],
      answer: null,
      unheard: new Map(this.world.unheard),
      searched: null,
    };
    this.traces.push(this.open);
    this.draw = next.draw;
    this.waiting = [...next.draw.cutIns];
    this.calls = 0;
    this.inWindow = 0;
    this.isFinished = false;
    this.isLocked = false;
  }

  /** The lock is about to go: whatever the action does to the sheet is done. */
  private finish(): void {
    if (!this.open) return;
    this.open.after = this.world.state();
    this.noteLogged();
    this.noteRest(this.open);
    this.isFinished = true;
    this.isLocked = false;
  }

  /** What nobody can see any more when the request has ended. */
  private noteRest(open: Trace): void {
    if (open.remains) open.remains = { ...open.remains, after: linesFrom(this.log), cache: this.world.cached() };
    if (open.asked.licence.reports) open.wrongReport = wrongReport(this.world);
  }

  /** Cut-ins that found no moment of theirs happen behind the action. */
  private close(): void {
    if (!this.open) return;
    if (!this.isFinished) this.finish();
    for (const { act } of this.waiting) this.act(act, 'afterwards', undefined);
    this.open.next = this.world.state();
    this.open = null;
  }

  private committing(number: number): void {
    for (const window of this.open!.windows.values()) if (window.wrote) window.to ??= number;
  }

  private cutIn(when: string): void {
    const { open } = this;
    const window = open!.windows.get(open!.asked.tab)!;
    const isOpen = window.from !== null && window.to === null;
    const step = isOpen ? this.inWindow++ : -1;
    const due = this.waiting.filter((one) =>
      one.when === 'window' ? isOpen && one.at <= step : one.at + 1 <= this.calls,
    );
    this.waiting = this.waiting.filter((one) => !due.includes(one));
    for (const { when: where, act } of due) this.act(act, when, where === 'window' ? open!.asked.tab : undefined);
  }

  private act(draw: ActDraw, when: string, tab: Tab | undefined): void {
    // Before it has the lock, and when it gave it back, the triggers stay out: nothing depends on them, and each costs as much
    // as a save.
    this.world.hearsOfEdits = this.isLocked && !this.isFinished;
    const before = this.world.state();
    this.edited = new Set();
    this.isAway = true;
    const takesLines = draw.kind === 'delete history' || draw.kind === 'undo';
    if (takesLines) this.noteLogged();
    const said = draw.kind === 'other user' ? this.other(draw, this.isLocked) : doAct(this.world, draw, tab);
    this.isAway = false;
    // What another user was quicker with is none of ours.
    if (draw.kind === 'other user' && !this.isLocked && !this.isFinished && this.open!.remains)
      this.open!.remains = { ...this.open!.remains, before: linesFrom(this.log) };
    if (takesLines) this.open!.from = this.lastLogged();
    if (said === null) return;
    const step = stepBetween(before, this.world.state());
    if (draw.kind === 'undo')
      for (const { tab: of, row, column, from, to } of step.cells)
        this.world.unheard.set(cellKey(of, row, column), { from, to });
    (this.isFinished ? this.open!.gap : this.open!.deeds).push({
      when,
      said,
      isUndo: draw.kind === 'undo',
      at: this.current.number,
      tabs: this.edited,
      step,
    });
  }

  private faultAt({ service, method }: { service: string; method: string }): Fault | undefined {
    const fault = this.draw?.fault;
    if (!fault || fault.at + 1 !== this.calls) return undefined;
    this.open!.fault = `call ${this.calls}, ${service}.${method}: ${fault.kind}`;
    if (fault.kind === 'late') return { fault: 'late', milliseconds: 4000 };
    this.open!.isFaulted = true;
    return { fault: fault.kind };
  }

  private get log(): Grid | undefined {
    return this.world.file.sheet(this.world.history)?.grid;
  }

  private lastLogged(): number {
    return this.log?.lastRow() ?? 0;
  }

  /** At once: what people do next may take lines of History away, or bring some back. */
  private noteLogged(): void {
    const { open } = this;
    if (!open || this.isFinished) return;
    open.logged = [open.logged, this.loggedSince(open.from)].filter(Boolean).join('\n');
    open.from = this.lastLogged();
  }

  private loggedSince(from: number): string {
    const { log } = this;
    const rows = this.lastLogged() - from;
    if (!log || rows < 1) return '';
    const lines = log.values({ row: from + 1, column: 0, rows, columns: log.lastColumn() + 1 });
    return lines.map((line) => line.join('\t')).join('\n');
  }

  /** Notes which tabs the add-on looks at and writes, and which a person edits. */
  private listen(): () => void {
    const { file, ids } = this.world;
    const tabOf = (sheet: number) => TABS.find((tab) => ids[tab] === sheet);
    const stopEdits = file.onEdit((edit, by) => {
      const tab = 'sheet' in edit ? tabOf(edit.sheet) : undefined;
      if ('sheet' in edit && by !== 'person' && !this.isAway) this.open?.wrote.add(edit.sheet);
      if (!tab) return;
      if (by === 'person' || this.isAway) this.edited.add(tab);
      else this.writes(tab);
    });
    const stopLooks = TABS.map((tab) => onLook(file.sheet(ids[tab])!.grid, (row) => this.looks(tab, row)));
    return () => {
      stopEdits();
      for (const stop of stopLooks) stop();
    };
  }

  private writes(tab: Tab): void {
    const window = this.open?.windows.get(tab);
    if (!window) return;
    window.from ??= this.current.number;
    window.wrote = true;
    window.to = null;
  }

  private looks(tab: Tab, lastRow: number): void {
    const window = this.open?.windows.get(tab);
    if (window && !this.isAway && this.current.isLook && lastRow > 0) window.from ??= this.current.number;
  }
}
