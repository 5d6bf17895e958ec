import type { Effects } from './effects';
import { type Evidence, nameOf, show } from './outcome';
import { holds, isBlank, type Wanted } from './wanted';
import type { Watch } from './watch';
import { type Cell, type Cells, contentOf, sameCell } from './world';

const NOTHING: Cells = new Map();

/** What the CRM keeps up by itself and can make again. */
const MADE_AGAIN = ['Updated at', 'Recorded'];

/** What the CRM brings up to date where somebody types into a record. */
const FOLLOWS = ['Updated at', 'Recorded', 'Stage since', 'Closed at'];

/** A cell that is judged: what people made of it, what is there, and what they typed there since the last action. */
type Judged = {
  readonly kind: string;
  readonly id: string;
  readonly column: string;
  readonly where: string;
  readonly was: Cell | undefined;
  readonly is: Cell | undefined;
  readonly typed: { readonly cell: Cell | undefined } | undefined;
};

/** Judges the rows of records. */
export class RowJudge {
  readonly problems: string[] = [];
  private readonly watch: Watch;
  private readonly effects: Effects;
  private readonly evidence: Evidence;

  constructor(watch: Watch, effects: Effects, evidence: Evidence) {
    this.watch = watch;
    this.effects = effects;
    this.evidence = evidence;
  }

  judge(kind: string, id: string, people: Cells | undefined, now: Cells | undefined): void {
    const row = `${kind}|${id}`;
    const { made, gone, perhaps } = this.effects;
    const isNew = made.has(row) || perhaps.has(row);
    if (!now) this.judgeMissing(kind, id, people);
    else if (gone.has(row)) this.problems.push(`${nameOf(now, id)} was called deleted from ${kind}, and is there.`);
    else if (people || isNew) this.judgeCells(kind, id, people, now);
    else this.problems.push(`A row ${id} (${contentOf(now)}) came into ${kind} that nobody made.`);
  }

  private judgeMissing(kind: string, id: string, people: Cells | undefined): void {
    const row = `${kind}|${id}`;
    if (this.effects.gone.has(row)) this.judgeTypedGone(kind, id);
    else if (this.effects.perhaps.has(row)) return;
    else if (people) this.problems.push(`The row of ${nameOf(people, id)} in ${kind} is gone.`);
    else if (!this.wasWritten(kind, id)) this.problems.push(`${id} was called saved in ${kind}, and is not there.`);
  }

  /** A row that is gone: before somebody deleted it, it held all that was called saved. */
  private wasWritten(kind: string, id: string): boolean {
    const wanted = this.wantedOf(kind, id).filter(({ value }) => !isBlank(value));
    const isMade = this.effects.made.has(`${kind}|${id}`);
    if (isMade && !this.watch.removed.has(`${kind}|${id}`)) return false;
    return wanted.every((want) => this.watch.saw(kind, id, want.column).some((cell) => holds(cell, want)));
  }

  private wantedOf(kind: string, id: string): readonly Wanted[] {
    return this.effects.wanted.filter((one) => one.tab === kind && one.id === id);
  }

  private judgeTypedGone(kind: string, id: string): void {
    for (const { tab, id: of, column, cell } of this.watch.typed.values())
      if (tab === kind && of === id && cell && !this.evidence.tells(id, column, cell))
        this.problems.push(
          `${column} of ${id}: ${show(cell)} was typed, the row was deleted, and nothing tells of it.`,
        );
  }

  private judgeCells(kind: string, id: string, people: Cells | undefined, now: Cells): void {
    const wanted = new Map(this.wantedOf(kind, id).map((one) => [one.column, one]));
    for (const column of new Set([...(people ?? NOTHING).keys(), ...now.keys(), ...wanted.keys()])) {
      const want = wanted.get(column);
      const typed = this.watch.typed.get(`${kind}|${id}|${column}`);
      const where = `${column} of ${nameOf(now, id)}`;
      const cell = { kind, id, column, where, was: people?.get(column), is: now.get(column), typed };
      if (want) this.judgeWanted(cell, want);
      else if (!people) this.judgeFresh(cell);
      else if (!sameCell(cell.was, cell.is) && !this.effects.may.has(`${kind}|${id}|${column}`))
        this.judgeChanged(cell);
    }
  }

  private judgeWanted(cell: Judged, want: Wanted): void {
    const { is, typed, where } = cell;
    if (holds(is, want)) {
      // Written over what somebody typed since the last action: only by who saw that, or with both values told.
      if (typed && !holds(typed.cell, want)) this.judgeLost(cell);
      return;
    }
    const wasWritten = this.watch.saw(want.tab, want.id, want.column).some((one) => holds(one, want));
    if (typed && sameCell(typed.cell, is) && wasWritten) return;
    this.problems.push(`${where} was called saved as ${JSON.stringify(want.value)}, and holds ${show(is)}.`);
  }

  /** In a row that the action has made, people may have typed already. */
  private judgeFresh(cell: Judged): void {
    if (cell.typed && !sameCell(cell.typed.cell, cell.is)) this.judgeLost(cell);
  }

  private judgeChanged({ kind, id, column, where, was, is }: Judged): void {
    if (MADE_AGAIN.includes(column) && this.evidence.isRepair(id)) return;
    if (FOLLOWS.includes(column) && this.isTypedIn(kind, id)) return;
    if (this.evidence.tells(id, column, was) && this.evidence.isRepair(id, column)) return;
    const what = was?.formula && !is?.formula ? `The formula in ${where}` : where;
    this.problems.push(`${what} was ${show(was)} and is ${show(is)}.`);
  }

  private isTypedIn(kind: string, id: string): boolean {
    return [...this.watch.typed.values()].some((typed) => typed.tab === kind && typed.id === id);
  }

  private judgeLost({ id, column, where, is, typed }: Judged): void {
    if (typed?.cell && !this.evidence.tells(id, column, typed.cell))
      this.problems.push(`${where}: ${show(typed.cell)} was typed, ${show(is)} stands there, and nothing tells of it.`);
  }
}
