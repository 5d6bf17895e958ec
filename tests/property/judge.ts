import { type Deed, isInWindow, phaseOf, type Trace } from './round';
import {
  type Cells,
  type Content,
  columnsIn,
  ID,
  rowsWithId,
  type State,
  stepBetween,
  stepIn,
  TABS,
  type Tab,
  textOf,
  withSteps,
} from './sheet-state';

/** What an action did to the sheet that it must not do, or did not do though it said so; each a sentence. */
export function judge(trace: Trace, historyText: string): readonly string[] {
  return new Judgement(trace, historyText).harm();
}

/** Columns that are none of the CRM's. */
const OWN_COLUMNS = new Set(['Ref', 'Region', 'Check', 'Margin']);

class Judgement {
  private readonly harms: string[] = [];
  private readonly trace: Trace;
  /** The sheet as it were without the add-on's writes, and as it was when the add-on looked. */
  private readonly base: State;
  private readonly looked: State;
  private readonly isDisturbed: boolean;
  private readonly reports: string;
  private readonly ok: boolean;
  /** Whether it may have written at all: a refusal writes nothing, a failure of Google's anything of what was asked. */
  private readonly mayWrite: boolean;

  constructor(trace: Trace, historyText: string) {
    this.trace = trace;
    const { deeds, before, answer, isFaulted } = trace;
    this.isDisturbed = deeds.some((deed) => isInWindow(trace, deed));
    this.base = withSteps(
      before,
      deeds.map(({ step }) => step),
    );
    this.looked = withSteps(
      before,
      deeds.map((deed) => stepIn(deed.step, (tab) => phaseOf(trace, deed, tab) === 'before')),
    );
    this.reports = `${JSON.stringify(answer)}\n${historyText}`;
    this.ok = answer?.ok ?? false;
    const code = answer?.ok === false ? answer.error.code : null;
    this.mayWrite = this.ok || isFaulted || this.isDisturbed || code === 'BUSY';
    if (code === 'BUG') this.say('the add-on calls it a bug of its own');
  }

  harm(): readonly string[] {
    const { before, after } = this.trace;
    for (const key of after.doubled)
      if (!before.doubled.includes(key)) this.say(`two rows are the same record: ${key}`);
    for (const tab of TABS) {
      const [base, after] = [this.base.tabs[tab], this.trace.after.tabs[tab]];
      if (base === after) continue;
      for (const [row, cells] of base) {
        const now = after.get(row);
        if (now) this.judgeRow(tab, row, cells, now);
        else this.judgeLoss(tab, row, cells);
      }
      for (const [row, cells] of after) if (!base.has(row)) this.judgeNew(tab, row, cells);
    }
    if (this.ok) this.judgePromises();
    this.judgeGap();
    return this.harms;
  }

  /** Between two actions only people change the sheet. */
  private judgeGap(): void {
    const { after, gap, next } = this.trace;
    const { cells, came, went } = stepBetween(
      withSteps(
        after,
        gap.map(({ step }) => step),
      ),
      next,
    );
    for (const { tab, row, column, to } of cells)
      this.say(`${tab}, ${row}, ${column}: changed to ${shown(to)} without the lock`);
    for (const { tab, row } of [...came, ...went]) this.say(`${tab}, ${row}: came or went without the lock`);
  }

  private judgeRow(tab: Tab, row: string, base: Cells, now: Cells): void {
    for (const column of columnsIn(base, now)) {
      const [was, is] = [base[column] ?? '', now[column] ?? ''];
      if (was !== is && !this.mayBe(tab, row, column, was, is))
        this.say(`${tab}, ${row}, ${column}: ${shown(was)} should stand there, but ${shown(is)} does`);
    }
  }

  private mayBe(tab: Tab, row: string, column: string, was: Content, is: Content): boolean {
    if (this.isByHand('after', tab, row, column)) return false;
    const areBothTold = this.isReported(was) && this.isReported(is);
    if (this.wants(tab, row, column, was, is)) return areBothTold || !this.isByHand('in window', tab, row, column);
    if (this.mayWrite && this.derives(tab, row, column)) return true;
    return this.isDisturbed && (isKeptUp(column) || areBothTold);
  }

  /** Whether the user asked for this, and what stood there is what they had seen. */
  private wants(tab: Tab, row: string, column: string, was: Content, is: Content): boolean {
    if (!this.mayWrite || was.startsWith('=')) return false;
    const { wants, makes } = this.trace.asked.licence;
    const [only, ...others] = wants.filter(
      (want) => want.tab === tab && want.column === column && this.isOf(tab, row, want.id),
    );
    if (only && others.length === 0 && is === only.content) {
      const looked = this.looked.tabs[tab].get(row)?.[column] ?? '';
      return only.seen === null || looked === only.seen || looked === only.content;
    }
    // A record that an earlier try left unfinished.
    return makes.some(
      (make) => make.tab === tab && this.isOf(tab, row, make.id) && was === '' && (make.cells[column] ?? is) === is,
    );
  }

  /** Whether a person changed the cell, or the row of it came or went by a person's hand. */
  private isByHand(phase: ReturnType<typeof phaseOf> | 'ever', tab: Tab, row: string, column: string): boolean {
    return this.trace.deeds.some(
      (deed) => touches(deed.step, tab, row, column) && (phase === 'ever' || phaseOf(this.trace, deed, tab) === phase),
    );
  }

  private isOf(tab: Tab, row: string, id: string): boolean {
    const rows = rowsWithId(this.base, tab, id);
    return rows.length === 1 && rows[0] === row;
  }

  private derives(tab: Tab, row: string, column: string): boolean {
    return this.trace.asked.licence.derives.some(
      (derived) => derived.tab === tab && derived.columns.includes(column) && this.isOf(tab, row, derived.id),
    );
  }

  private judgeLoss(tab: Tab, row: string, cells: Cells): void {
    if (!this.isTold(cells)) this.say(`${tab}, ${row}: the row is gone. It held ${JSON.stringify(cells)}`);
  }

  private judgeNew(tab: Tab, row: string, cells: Cells): void {
    const make = this.trace.asked.licence.makes.find((one) => one.tab === tab && one.id === row);
    if (!make || !this.mayWrite) {
      if (!this.isTold(cells)) this.say(`${tab}, ${row}: nobody asked for this row. It holds ${JSON.stringify(cells)}`);
      return;
    }
    for (const column of columnsIn(make.cells, cells)) {
      const [wanted, is] = [make.cells[column], cells[column] ?? ''];
      const isFine = wanted === undefined ? !OWN_COLUMNS.has(column) : is === wanted || (!this.ok && is === '');
      if (!isFine && !this.isByHand('ever', tab, row, column))
        this.say(
          `${tab}, ${row}, ${column}: ${shown(wanted ?? '')} was asked for, but ${shown(is)} stands in the new row`,
        );
    }
  }

  /** The add-on said that it is done. */
  private judgePromises(): void {
    const { licence } = this.trace.asked;
    const isKept = keptIn(this.trace);
    for (const { tab, id, column, field, content } of licence.wants) {
      const [row, ...others] = rowsWithId(this.base, tab, id);
      if (row === undefined || others.length > 0 || isKept(id, field)) continue;
      const is = this.trace.after.tabs[tab].get(row)?.[column] ?? '';
      const isByHand = (['in window', 'after'] as const).some((phase) => this.isByHand(phase, tab, row, column));
      if (is !== content && !isByHand)
        this.say(`${tab}, ${row}, ${column}: said to be saved as ${shown(content)}, but ${shown(is)} stands there`);
    }
    for (const { tab, id } of licence.makes) {
      const wasThere = rowsWithId(this.trace.before, tab, id).length > 0;
      const isThere = rowsWithId(this.trace.after, tab, id).length > 0;
      if (!isThere && !wasThere && !this.isByHand('ever', tab, id, ID[tab]))
        this.say(`${tab}, ${id}: said to be added, but it is not there`);
    }
  }

  /** Where a person moved something under the pen: whether all that the row held is in the answer or in History. */
  private isTold(cells: Cells): boolean {
    return this.isDisturbed && Object.entries(cells).every(([column, is]) => isKeptUp(column) || this.isReported(is));
  }

  private isReported(content: Content): boolean {
    if (content === '') return true;
    const text = textOf(content);
    return this.reports.includes(text) || this.reports.includes(JSON.stringify(text).slice(1, -1));
  }

  private say(harm: string): void {
    this.harms.push(harm);
  }
}

/** Dates and texts that the CRM keeps up by itself: nobody types them. */
const isKeptUp = (column: string): boolean =>
  ['Created at', 'Updated at', 'Stage since', 'Closed at', 'Recorded'].includes(column);

const shown = (content: Content): string => (content === '' ? 'nothing' : content);

const touches = (step: Deed['step'], tab: Tab, row: string, column: string): boolean =>
  step.cells.some((cell) => cell.tab === tab && cell.row === row && cell.column === column) ||
  step.came.some((here) => here.tab === tab && here.row === row) ||
  step.went.some((gone) => gone.tab === tab && gone.row === row);

/** What the answer says was left as it is, because somebody changed it first or it is gone. */
function keptIn({ answer }: Trace): (id: string, field: string) => boolean {
  if (!answer?.ok) return () => false;
  type Left = {
    readonly conflicts?: readonly { readonly field: string }[];
    readonly kept?: readonly { readonly id: string }[];
    readonly missing?: readonly string[];
  };
  const { conflicts = [], kept = [], missing = [] } = (answer.value ?? {}) as Left;
  const [fields, ids] = [conflicts.map((one) => one.field), [...kept.map((one) => one.id), ...missing]];
  return (id, field) => fields.includes(field) || ids.includes(id);
}
