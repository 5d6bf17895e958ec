import type { Effects } from './effects';
import { RowJudge } from './judge-rows';
import { judgeErased, judgeRepaired, judgeRestored, judgeTarget } from './judge-special';
import { Evidence, effectsOf, type Outcome } from './outcome';
import { type Watch, without } from './watch';
import { RECORD_TABS, type Tab } from './world';

/**
 * Judges an action by the cells alone: what people made of the file, plus what the answer acknowledges, has to stand
 * there, each value in the row of its id and the column of its name; and nothing else may have changed. Answers with what
 * went wrong, each a sentence.
 */
export function judge(watch: Watch, outcome: Outcome): readonly string[] {
  const effects = effectsOf(outcome, watch);
  const made = [...watch.now].filter(([sheet, { name }]) => !watch.people.has(sheet) && name !== 'History');
  return [
    ...(outcome.restores
      ? judgeRestored(outcome, watch, outcome.restores)
      : new TabJudge(watch, outcome, effects).judge()),
    ...made.map(([, { name }]) => `A tab “${name}” came that nobody made.`),
    ...judgeTarget(outcome, watch),
    ...judgeErased(effects, watch),
  ];
}

class TabJudge {
  private readonly problems: string[] = [];
  private readonly watch: Watch;
  private readonly outcome: Outcome;
  private readonly effects: Effects;

  constructor(watch: Watch, outcome: Outcome, effects: Effects) {
    this.watch = watch;
    this.outcome = outcome;
    this.effects = effects;
  }

  judge(): readonly string[] {
    for (const [sheet, people] of this.watch.people) {
      const now = this.watch.now.get(sheet);
      if (now) this.judgeTab(this.watch.kindOf(sheet), people, now);
      else this.problems.push(`The tab “${people.name}” is gone.`);
    }
    return this.problems;
  }

  private judgeTab(kind: string, people: Tab, now: Tab): void {
    if (now.name !== people.name) this.problems.push(`The tab “${people.name}” is called “${now.name}” now.`);
    if (kind === 'Settings' && this.effects.settings) return;
    if (kind === 'History') this.judgeHistory(people, now);
    else this.judgeRows(kind, people, now);
  }

  /** Lines come, and none goes. */
  private judgeHistory(people: Tab, now: Tab): void {
    if (this.effects.history === 'is erased') return;
    for (const line of without(people.loose, now.loose)) this.problems.push(`A line of History is gone: ${line}`);
  }

  private judgeRows(kind: string, people: Tab, now: Tab): void {
    const rows = new RowJudge(this.watch, this.effects, new Evidence(this.watch, this.outcome));
    const repaired = judgeRepaired(this.outcome, people, now);
    const judged = new Set([...this.judgeLoose(kind, people, now), ...repaired.ids]);
    for (const id of new Set([...people.records.keys(), ...now.records.keys(), ...this.idsMadeIn(kind)]))
      if (!judged.has(id)) rows.judge(kind, id, people.records.get(id), now.records.get(id));
    this.problems.push(...repaired.problems, ...rows.problems);
  }

  private idsMadeIn(kind: string): string[] {
    const rows = [...this.effects.made, ...this.effects.wanted.map(({ tab, id }) => `${tab}|${id}`)];
    return rows.filter((row) => row.startsWith(`${kind}|`)).map((row) => row.slice(kind.length + 1));
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
    const isHalf = this.outcome.isFaulted && !this.outcome.answer.ok;
    for (const content of isHalf ? [] : without(now.loose, people.loose))
      this.problems.push(`A row without an id came into ${kind} that nobody typed: ${content}`);
    return adopted;
  }
}
