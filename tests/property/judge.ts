import { isId } from '../../src/domain/ids';
import { isInStage } from './ask-stage';
import { wanted } from './asked';
import { Evidence } from './evidence';
import { mayBe, mayCome, mayGo, OWN_COLUMNS } from './permit';
import {
  type Cells,
  type Content,
  columnsIn,
  ID,
  REF,
  rowsWithId,
  stepBetween,
  TABS,
  type Tab,
  textOf,
  withSteps,
} from './sheet-state';
import type { Trace } from './trace';

export type Verdict = {
  /** What an action did to the sheet that it must not do, or did not do though it said so; each a sentence. */
  readonly harms: readonly string[];
  /** Cells of which people are told where they are and what stands there, and nobody could know what stood there before. */
  readonly unread: number;
  /** Cells that were put back as they were before a Ctrl+Z, of which Google had told nobody. */
  readonly unheard: number;
};

export function judge(trace: Trace): Verdict {
  return new Judgement(new Evidence(trace)).verdict();
}

class Judgement {
  private readonly harms: string[] = [];
  private unread = 0;
  private unheard = 0;
  private readonly evidence: Evidence;
  private readonly trace: Trace;
  private readonly adoptedRows = new Set<string>();

  constructor(evidence: Evidence) {
    this.evidence = evidence;
    this.trace = evidence.trace;
  }

  verdict(): Verdict {
    const { answer, before, after } = this.trace;
    if (answer?.ok === false && answer.error.code === 'BUG') this.say('the add-on calls it a bug of its own');
    for (const key of after.doubled)
      if (!before.doubled.includes(key) && !this.isTakenBack(key)) this.say(`two rows are the same record: ${key}`);
    for (const tab of TABS) this.judgeTab(tab);
    if (this.evidence.ok) {
      this.judgeSaved();
      this.judgeRenamed();
      this.judgeAdded();
      this.judgeRows();
    }
    this.judgeGap();
    return { harms: this.harms, unread: this.unread, unheard: this.unheard };
  }

  /** Ctrl+Z may bring back rows as they were under other columns for a moment: what tells them apart is no name of theirs. */
  private isTakenBack(key: string): boolean {
    return this.trace.deeds.some(
      ({ isUndo, step }) => isUndo && [...step.came, ...step.cells].some(({ tab, row }) => `${tab}: ${row}` === key),
    );
  }

  private judgeTab(tab: Tab): void {
    const [base, after] = [this.evidence.base.tabs[tab], this.trace.after.tabs[tab]];
    if (base === after) return;
    for (const [row, cells] of base) {
      const key = after.has(row) ? row : (this.adopted(tab, cells) ?? this.nameless(tab, row, cells));
      const now = key !== undefined && after.get(key);
      if (now) this.judgeRow(tab, row, cells, now, key);
      else if (!mayGo(this.evidence, tab, row, cells))
        this.say(`${tab}, ${row}: the row is gone. It held ${JSON.stringify(cells)}`);
    }
    for (const [row, cells] of after) if (!base.has(row) && !this.adoptedRows.has(row)) this.judgeNew(tab, row, cells);
  }

  /** A row that nothing told from others goes by its id when it has got one. */
  private adopted(tab: Tab, cells: Cells): string | undefined {
    if (this.trace.asked.licence.fills?.tab !== tab || cells[REF] || cells[ID[tab]]) return undefined;
    return this.fresh(tab, (now) => Object.entries(cells).every(([column, was]) => now[column] === was));
  }

  /** A row of which nobody could know goes by its other cells where its id is what was written over. */
  private nameless(tab: Tab, row: string, cells: Cells): string | undefined {
    if (cells[REF] || !this.evidence.isUnread(tab, row)) return undefined;
    const isRest = (now: Cells) => Object.entries(now).every(([column, is]) => cells[column] === is);
    return this.fresh(tab, (now) => !now[ID[tab]] && isRest(now));
  }

  private fresh(tab: Tab, isIt: (now: Cells) => boolean): string | undefined {
    const { base } = this.evidence;
    const rows = [...this.trace.after.tabs[tab]].filter(
      ([key]) => !base.tabs[tab].has(key) && !this.adoptedRows.has(key),
    );
    const found = rows.find(([, now]) => isIt(now))?.[0];
    if (found !== undefined) this.adoptedRows.add(found);
    return found;
  }

  /** `key`: what tells the row apart now. */
  private judgeRow(tab: Tab, row: string, base: Cells, now: Cells, key: string): void {
    for (const column of columnsIn(base, now)) {
      const [was, is] = [base[column] ?? '', now[column] ?? ''];
      if (was === is || mayBe(this.evidence, tab, row, column, was, is)) continue;
      if (this.evidence.isUnread(tab, row) && this.evidence.isToldWhere(tab, key, column, is)) this.unread++;
      else if (this.evidence.isUnheard(tab, row, column, was, is)) this.unheard++;
      else this.say(`${tab}, ${row}, ${column}: ${shown(was)} should stand there, but ${shown(is)} does`);
    }
  }

  private judgeNew(tab: Tab, row: string, cells: Cells): void {
    const make = this.trace.asked.licence.makes?.find((one) => one.tab === tab && one.id === row);
    if (!make || !this.evidence.mayWrite) {
      if (!mayCome(this.evidence, tab, row, cells))
        this.say(`${tab}, ${row}: nobody asked for this row. It holds ${JSON.stringify(cells)}`);
      return;
    }
    for (const column of columnsIn(make.cells, cells)) {
      const [wanted, is] = [make.cells[column], cells[column] ?? ''];
      const isPart = !this.evidence.ok && is === '';
      const isFine = wanted === undefined ? !OWN_COLUMNS.has(column) : is === wanted || isPart;
      if (
        !isFine &&
        !this.evidence.isByHand(['before', 'in window', 'after'], tab, row, column) &&
        !this.evidence.isTheirs(tab, column, is)
      )
        this.say(
          `${tab}, ${row}, ${column}: ${shown(wanted ?? '')} was asked for, but ${shown(is)} stands in the new row`,
        );
    }
  }

  /** What was said to be saved is there, unless a person came after it. */
  private judgeSaved(): void {
    const isKept = keptIn(this.trace);
    for (const want of this.trace.asked.licence.wants ?? []) {
      const { tab, id, column, field } = want;
      const [row, ...others] = rowsWithId(this.evidence.base, tab, id);
      if (row === undefined || others.length > 0 || isKept(id, field)) continue;
      const is = this.trace.after.tabs[tab].get(row)?.[column] ?? '';
      const content = wanted(want, this.evidence.base.tabs[tab].get(row)?.[column] ?? '');
      if (
        is !== content &&
        !this.evidence.isByHand(['in window', 'after'], tab, row, column) &&
        !this.evidence.isSinceLook(tab, row, column)
      )
        this.say(`${tab}, ${row}, ${column}: said to be saved as ${shown(content)}, but ${shown(is)} stands there`);
    }
  }

  /** No deal is left behind in a stage that has another name. */
  private judgeRenamed(): void {
    const { renames, isPartial } = this.trace.asked.licence;
    const { looked, base } = this.evidence;
    if (!renames || isPartial) return;
    for (const [row, cells] of looked.tabs.Opportunities) {
      const id = textOf(cells[ID.Opportunities]);
      // Ctrl+Z may bring back a line that stood under other columns: that is no deal.
      const isDeal = isId('opportunity', id) && rowsWithId(base, 'Opportunities', id).includes(row);
      const isLeft = isInStage(renames, this.trace.after.tabs.Opportunities.get(row) ?? {});
      if (
        isDeal &&
        isInStage(renames, cells) &&
        isLeft &&
        !this.evidence.isByHand(['in window', 'after'], 'Opportunities', row, 'Stage')
      )
        this.say(`Opportunities, ${row}: left behind in the stage “${renames.from}”`);
    }
  }

  private judgeAdded(): void {
    const isKept = keptIn(this.trace);
    for (const { tab, id, about } of this.trace.asked.licence.makes ?? []) {
      if (about !== undefined && isKept(about, '')) continue;
      const wasThere = rowsWithId(this.trace.before, tab, id).length > 0;
      const isThere = rowsWithId(this.trace.after, tab, id).length > 0;
      if (!isThere && !wasThere && !this.evidence.isByHand(['before', 'in window', 'after'], tab, id, ID[tab]))
        this.say(`${tab}, ${id}: said to be added, but it is not there`);
    }
  }

  /** Rows that were said to be deleted, or brought back. */
  private judgeRows(): void {
    const { deletes, undoes, isPartial } = this.trace.asked.licence;
    const { looked, base } = this.evidence;
    // A row that a person brought back meanwhile may have come when the tab had been searched already.
    const { before } = this.trace;
    for (const { tab, row } of deletes?.(looked) ?? [])
      if (
        before.tabs[tab].has(row) &&
        this.trace.after.tabs[tab].has(row) &&
        base.tabs[tab].has(row) &&
        !this.evidence.isByHand(['in window', 'after'], tab, row, '')
      )
        this.say(`${tab}, ${row}: said to be deleted, but it is there`);
    type Undone = { readonly notices?: readonly string[]; readonly records?: number };
    const { notices = ['?'], records = 0 } = ((this.trace.answer?.ok && this.trace.answer.value) || {}) as Undone;
    // What was taken back already, and a person deleted since, is not brought back once more.
    if (notices.length > 0 || records === 0 || isPartial) return;
    for (const { tab, row, cells } of undoes?.went ?? [])
      if (!this.isThere(tab, row, cells) && !this.evidence.isByHand(['in window', 'after'], tab, row, ''))
        this.say(`${tab}, ${row}: said to be brought back, but it is not there`);
  }

  /** Somebody may have given the half of it another name meanwhile, or copied it while it went. */
  private isThere(tab: Tab, row: string, cells: Cells): boolean {
    const { after } = this.trace;
    const isCopy = (one: Cells) => columnsIn(one, cells).every((name) => name === REF || one[name] === cells[name]);
    const named = rowsWithId(after, tab, textOf(cells[ID[tab]]));
    return (
      after.tabs[tab].has(row) ||
      named.some((one) => this.evidence.isByHand(['in window'], tab, one, REF) || isCopy(after.tabs[tab].get(one)!))
    );
  }

  /** Between two actions only people change the sheet. */
  private judgeGap(): void {
    const { after, gap, next } = this.trace;
    const steps = gap.map(({ step }) => step);
    const { cells, came, went } = stepBetween(withSteps(after, steps), next);
    for (const { tab, row, column, to } of cells)
      this.say(`${tab}, ${row}, ${column}: changed to ${shown(to)} without the lock`);
    for (const { tab, row } of [...came, ...went]) this.say(`${tab}, ${row}: came or went without the lock`);
  }

  private say(harm: string): void {
    this.harms.push(harm);
  }
}

const shown = (content: Content): string => (content === '' ? 'nothing' : content);

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
