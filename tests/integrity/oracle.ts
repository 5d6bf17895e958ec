import type { Answer } from '../../src/contract/contract';
import { Acknowledged, type Effects, holds, noEffects, type Wanted } from './effects';
import type { Watch } from './watch';
import { without } from './watch';
import type { AnyCall } from './words';
import { type Cell, type Cells, contentOf, RECORD_TABS, sameCell, type Tab, type World } from './world';

/** What one action has come to, for the oracle to judge. */
export type Outcome = {
  readonly call: AnyCall;
  readonly answer: Answer;
  /** Google failed in between: half may be done, but of this action alone. */
  readonly isFaulted: boolean;
  /** What has to stand there where the action takes another one back. */
  readonly restores?: World;
  /** What stood there when the user clicked. */
  readonly before: World;
};

const blank: Cells = new Map();

const isBlank = (value: unknown): boolean =>
  value === null || value === '' || (Array.isArray(value) && value.length === 0);

const show = (cell: Cell | undefined): string => {
  if (!cell) return 'nothing';
  const text = cell.shown.length > 40 ? `${cell.shown.slice(0, 40)}…` : cell.shown;
  return `${cell.formula === null && typeof cell.value === 'string' ? `“${text}”` : text}`;
};

/**
 * Judges an action by the cells alone: what people made of the file, plus what the answer acknowledges, has to stand
 * there, each value in the row of its id and the column of its name; and nothing else may have changed.
 */
export class Oracle {
  private readonly problems: string[] = [];
  private readonly watch: Watch;
  private readonly outcome: Outcome;
  private readonly now: World;
  private readonly effects: Effects;

  constructor(watch: Watch, outcome: Outcome) {
    this.watch = watch;
    this.outcome = outcome;
    this.now = watch.now();
    this.effects = this.effectsOf(outcome);
  }

  /** What went wrong, each a sentence. */
  judge(): readonly string[] {
    if (this.outcome.restores) this.judgeRestored(this.outcome.restores);
    else for (const [sheet, tab] of this.watch.people) this.judgeTab(sheet, tab);
    for (const sheet of this.now.keys())
      if (!this.watch.people.has(sheet) && this.now.get(sheet)?.name !== 'History')
        this.problems.push(`A tab “${this.now.get(sheet)!.name}” came that nobody made.`);
    this.judgeTarget();
    this.judgeErased();
    return this.problems;
  }

  private effectsOf({ call, answer, isFaulted }: Outcome): Effects {
    if (!answer.ok && !isFaulted) return noEffects();
    const acknowledged = new Acknowledged(this.watch.people, this.watch.kinds, (tab) => this.headersOf(tab));
    const effects = acknowledged.of(call, answer.ok ? answer.value : undefined);
    if (answer.ok) return effects;
    for (const { tab, id, column } of effects.wanted) effects.may.add(`${tab}|${id}|${column}`);
    for (const row of [...effects.made, ...effects.gone]) effects.perhaps.add(row);
    return { ...effects, wanted: [], made: new Set(), gone: new Set() };
  }

  private headersOf(tab: string): ReadonlyMap<string, string> {
    const sheet = [...this.watch.kinds].find(([, kind]) => kind === tab)?.[0] ?? -1;
    return this.watch.headers(sheet);
  }

  private judgeTab(sheet: number, people: Tab): void {
    const now = this.now.get(sheet);
    const kind = this.watch.kindOf(sheet);
    if (!now) {
      this.problems.push(`The tab “${people.name}” is gone.`);
      return;
    }
    if (now.name !== people.name) this.problems.push(`The tab “${people.name}” is called “${now.name}” now.`);
    if (kind === 'Settings' && this.effects.settings) return;
    if (kind === 'History') {
      if (this.effects.history === 'grows')
        for (const line of without(people.loose, now.loose)) this.problems.push(`A line of History is gone: ${line}`);
      return;
    }
    const adopted = new Set([...this.judgeLoose(kind, people, now), ...this.judgeRepaired(people, now)]);
    for (const id of new Set([...people.records.keys(), ...now.records.keys(), ...this.idsMadeIn(kind)]))
      if (!adopted.has(id)) this.judgeRow(kind, id, people.records.get(id), now.records.get(id));
  }

  private idsMadeIn(kind: string): string[] {
    return [...this.effects.made].filter((row) => row.startsWith(`${kind}|`)).map((row) => row.slice(kind.length + 1));
  }

  /** Rows without an id stay as they are, or have got one. Answers with the ids that they have got. */
  private judgeLoose(kind: string, people: Tab, now: Tab): ReadonlySet<string> {
    const adopted = new Set<string>();
    const fresh = [...now.records].filter(([id]) => !people.records.has(id));
    for (const content of without(people.loose, now.loose)) {
      const cells = JSON.parse(content) as readonly (readonly [string, string])[];
      const heir = fresh.find(
        ([id, row]) => !adopted.has(id) && cells.every(([column, shown]) => row.get(column)?.shown === shown),
      );
      if (heir && RECORD_TABS.includes(kind)) adopted.add(heir[0]);
      else this.problems.push(`A row without an id in ${kind} was changed or lost: ${content}`);
    }
    for (const content of without(now.loose, people.loose)) {
      const isHalf = this.outcome.isFaulted && !this.outcome.answer.ok;
      if (!isHalf) this.problems.push(`A row without an id came into ${kind} that nobody typed: ${content}`);
    }
    return adopted;
  }

  /** Rows that shared an id: each is there as it was, but for the ids. Answers with all their ids. */
  private judgeRepaired(people: Tab, now: Tab): readonly string[] {
    const { call, answer } = this.outcome;
    if (call.method !== 'repairIds' || !answer.ok) return [];
    const isOne = (id: string) => id.startsWith(call.input.id);
    const before = [...people.records].filter(([id]) => isOne(id));
    if (before.length === 0) return [];
    const after = [...now.records].filter(([id]) => isOne(id) || !people.records.has(id));
    const contents = (rows: typeof before) =>
      rows.map(([, cells]) => contentOf(new Map([...cells].filter(([column]) => !/ ID$|^Updated at$/.test(column)))));
    for (const content of without(contents(before), contents(after)))
      this.problems.push(`A row that shared its id was changed or lost: ${content}`);
    const ids = after.map(([id]) => id);
    if (ids.length !== before.length || ids.some((id) => id.includes('again')))
      this.problems.push(`The id ${call.input.id} was called repaired, and its rows have ${ids.join(', ')}.`);
    return [...before.map(([id]) => id), ...ids];
  }

  private judgeRow(kind: string, id: string, people: Cells | undefined, now: Cells | undefined): void {
    const row = `${kind}|${id}`;
    const { made, gone, perhaps } = this.effects;
    if (!now) {
      if (gone.has(row)) this.judgeTypedGone(kind, id);
      else if (perhaps.has(row)) return;
      else if (people) this.problems.push(`The row of ${this.nameOf(people, id)} in ${kind} is gone.`);
      else if (!this.wasWritten(kind, id)) this.problems.push(`${id} was called saved in ${kind}, and is not there.`);
      return;
    }
    if (gone.has(row)) {
      this.problems.push(`${this.nameOf(now, id)} was called deleted from ${kind}, and is there.`);
      return;
    }
    const isNew = made.has(row) || perhaps.has(row);
    if (!people && !isNew) {
      this.problems.push(`A row ${id} (${contentOf(now)}) came into ${kind} that nobody made.`);
      return;
    }
    this.judgeCells(kind, id, people ?? blank, now, !people && isNew);
  }

  /** A row that is gone: before somebody deleted it, it held all that was called saved. */
  private wasWritten(kind: string, id: string): boolean {
    const wanted = this.effects.wanted.filter((one) => one.tab === kind && one.id === id && !isBlank(one.value));
    const isMade = this.effects.made.has(`${kind}|${id}`);
    if (isMade && !this.watch.removed.has(`${kind}|${id}`)) return false;
    return wanted.every((want) => this.watch.saw(kind, id, want.column).some((cell) => holds(cell, want)));
  }

  private judgeCells(kind: string, id: string, people: Cells, now: Cells, isNew: boolean): void {
    const wanted = new Map(
      this.effects.wanted.filter((one) => one.tab === kind && one.id === id).map((one) => [one.column, one]),
    );
    for (const column of new Set([...people.keys(), ...now.keys(), ...wanted.keys()])) {
      const [was, is, want] = [people.get(column), now.get(column), wanted.get(column)];
      const where = `${column} of ${this.nameOf(now, id)}`;
      const typed = this.watch.typed.get(`${kind}|${id}|${column}`);
      if (want) this.judgeWanted(where, want, is, typed?.cell, typed !== undefined);
      else if (isNew) {
        if (typed && !sameCell(typed.cell, is)) this.judgeLost(where, id, column, typed.cell, is);
      } else if (!sameCell(was, is) && !this.effects.may.has(`${kind}|${id}|${column}`))
        this.judgeChanged(where, id, column, was, is);
    }
  }

  private judgeWanted(
    where: string,
    want: Wanted,
    is: Cell | undefined,
    typed: Cell | undefined,
    isTyped: boolean,
  ): void {
    if (holds(is, want)) {
      // Written over what somebody typed since the last action: only by who saw that, or with both values told.
      if (isTyped && !holds(typed, want)) this.judgeLost(where, want.id, want.column, typed, is);
      return;
    }
    const wasWritten = this.watch.saw(want.tab, want.id, want.column).some((cell) => holds(cell, want));
    if (isTyped && sameCell(typed, is) && wasWritten) return;
    this.problems.push(`${where} was called saved as ${JSON.stringify(want.value)}, and holds ${show(is)}.`);
  }

  private judgeChanged(where: string, id: string, column: string, was: Cell | undefined, is: Cell | undefined): void {
    if (this.tells(id, column, was) && this.isRepairOf(id, column)) return;
    const what = was?.formula && !is?.formula ? 'The formula in' : '';
    this.problems.push(`${what}${what ? ' ' : ''}${where} was ${show(was)} and is ${show(is)}.`);
  }

  private judgeLost(where: string, id: string, column: string, typed: Cell | undefined, is: Cell | undefined): void {
    if (typed && !this.tells(id, column, typed))
      this.problems.push(`${where}: ${show(typed)} was typed, ${show(is)} stands there, and nothing tells of it.`);
  }

  private judgeTypedGone(kind: string, id: string): void {
    for (const typed of this.watch.typed.values())
      if (typed.tab === kind && typed.id === id && typed.cell && !this.tells(id, typed.column, typed.cell))
        this.problems.push(
          `${typed.column} of ${id}: ${show(typed.cell)} was typed, the row was deleted, and nothing tells of it.`,
        );
  }

  /** Whether History or the answer holds a value that is not in its cell any more. */
  private tells(id: string, column: string, cell: Cell | undefined): boolean {
    const shown = cell?.shown ?? '';
    const value = String(cell?.value ?? shown);
    const { answer } = this.outcome;
    const told = JSON.stringify(answer);
    if (cell && (told.includes(JSON.stringify(shown)) || told.includes(JSON.stringify(cell.value)))) return true;
    return this.newHistory().some((line) => {
      if (line['Record ID'] !== id) return false;
      const isOfColumn =
        line['Field'] === column && (line['Before'] === shown || line['Before'] === value || line['After'] === shown);
      return isOfColumn || (cell !== undefined && (line['Data'] ?? '').includes(JSON.stringify(cell.value)));
    });
  }

  private isRepairOf(id: string, column: string): boolean {
    return this.newHistory().some(
      (line) => line['Record ID'] === id && line['Field'] === column && line['How'] === 'repair',
    );
  }

  private newHistory(): Readonly<Record<string, string>>[] {
    for (const [sheet, tab] of this.now) {
      if (this.watch.kindOf(sheet) !== 'History') continue;
      const lines = without(tab.loose, this.watch.people.get(sheet)?.loose ?? []);
      return lines.map((line) => Object.fromEntries(JSON.parse(line) as [string, string][]));
    }
    return [];
  }

  /** Who saves a record whose id stands twice cannot have meant one of the rows. */
  private judgeTarget(): void {
    const { call, answer } = this.outcome;
    if (!answer.ok || !/^(change(Lead|Opportunity)|moveOpportunity|convertLead|deleteRecord)$/.test(call.method))
      return;
    const { id } = call.input as { readonly id: string };
    for (const [sheet, { records }] of this.outcome.before)
      if (
        RECORD_TABS.includes(this.watch.kindOf(sheet)) &&
        [...records.keys()].some((one) => one.startsWith(`${id} again`))
      )
        this.problems.push(`${id} stands in two rows, and a save of it was called done.`);
  }

  private judgeErased(): void {
    if (this.effects.history !== 'is erased') return;
    const gone = [...this.effects.gone].map((row) => row.split('|') as [string, string]);
    const texts = gone.flatMap(([kind, id]) => this.telling(kind, id));
    for (const [sheet, { loose }] of this.now) {
      if (this.watch.kindOf(sheet) !== 'History') continue;
      for (const text of texts)
        if (loose.some((line) => line.includes(text)))
          this.problems.push(`History still holds “${text}”, which was to be erased.`);
    }
  }

  /** What tells of a person: what is neither short nor of a list. */
  private telling(kind: string, id: string): string[] {
    const people = [...this.watch.people].find(([sheet]) => this.watch.kindOf(sheet) === kind)?.[1];
    const cells = people?.records.get(id) ?? blank;
    return ['Contact', 'Email', 'Phone', 'Notes', 'Subject', 'Details'].flatMap((column) => {
      const text = cells.get(column)?.shown ?? '';
      return text.length > 3 ? [text] : [];
    });
  }

  /** Everything as if the action that was undone had not been, but for what the CRM keeps up by itself. */
  private judgeRestored(then: World): void {
    const { answer } = this.outcome;
    for (const [sheet, people] of answer.ok ? then : this.watch.people) {
      const kind = this.watch.kindOf(sheet);
      const now = this.now.get(sheet);
      if (!now || kind === 'History' || kind === 'Settings') continue;
      for (const id of new Set([...people.records.keys(), ...now.records.keys()])) {
        const [was, is] = [people.records.get(id), now.records.get(id)];
        if (!was || !is) {
          if (this.isKept(kind, id)) continue;
          this.problems.push(`${id} in ${kind} is ${is ? 'still there' : 'not back'} after the undo.`);
          continue;
        }
        for (const column of new Set([...was.keys(), ...is.keys()]))
          if (!/^(Updated at|Recorded|Stage since)$/.test(column) && !sameCell(was.get(column), is.get(column)))
            this.problems.push(
              `${column} of ${this.nameOf(is, id)} is ${show(is.get(column))} after the undo, not ${show(was.get(column))}.`,
            );
      }
      for (const content of [...without(people.loose, now.loose), ...without(now.loose, people.loose)])
        this.problems.push(`A row without an id in ${kind} was changed by the undo: ${content}`);
    }
  }

  /** A row in which somebody typed since: the undo says that it left it alone. */
  private isKept(kind: string, id: string): boolean {
    const isTyped = [...this.watch.typed.values()].some((typed) => typed.tab === kind && typed.id === id);
    return isTyped && JSON.stringify(this.outcome.answer).includes(id);
  }

  private nameOf(cells: Cells, id: string): string {
    const name = cells.get('Company') ?? cells.get('Title') ?? cells.get('Subject');
    return `${id.slice(0, 12)}${name ? ` (${name.shown})` : ''}`;
  }
}
