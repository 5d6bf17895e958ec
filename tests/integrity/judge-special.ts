import type { Effects } from './effects';
import { nameOf, type Outcome, show } from './outcome';
import { type Watch, without } from './watch';
import { type Cells, contentOf, RECORD_TABS, sameCell, type Tab, type World } from './world';

const NOTHING: Cells = new Map();

/** Who saves a record whose id stands twice cannot have meant one of the rows. */
export function judgeTarget({ call, answer, before }: Outcome, watch: Watch): string[] {
  if (!answer.ok || !/^(change(Lead|Opportunity)|moveOpportunity|convertLead|deleteRecord)$/.test(call.method))
    return [];
  const { id } = call.input as { readonly id: string };
  const isTwice = [...before].some(
    ([sheet, { records }]) =>
      RECORD_TABS.includes(watch.kindOf(sheet)) && [...records.keys()].some((one) => one.startsWith(`${id} again`)),
  );
  return isTwice ? [`${id} stands in two rows, and a save of it was called done.`] : [];
}

/** What tells of a person: what is neither short nor of a list. */
const TELLING = ['Contact', 'Email', 'Phone', 'Notes', 'Subject', 'Details'];

/** Nothing of an erased person may be left in History. */
export function judgeErased(effects: Effects, watch: Watch): string[] {
  if (effects.history !== 'is erased') return [];
  const tabOf = (world: World, kind: string) => [...world].find(([sheet]) => watch.kindOf(sheet) === kind)?.[1];
  const texts = [...effects.gone].flatMap((row) => {
    const [kind, id] = row.split('|') as [string, string];
    const cells = tabOf(watch.people, kind)?.records.get(id) ?? NOTHING;
    return TELLING.map((column) => cells.get(column)?.shown ?? '').filter((text) => text.length > 3);
  });
  const lines = tabOf(watch.now, 'History')?.loose ?? [];
  const left = texts.filter((text) => lines.some((line) => line.includes(text)));
  return left.map((text) => `History still holds “${text}”, which was to be erased.`);
}

/** Rows that shared an id are there as they were, but for their ids. Answers with all of their ids, too. */
export function judgeRepaired({ call, answer }: Outcome, people: Tab, now: Tab): { ids: string[]; problems: string[] } {
  if (call.method !== 'repairIds' || !answer.ok) return { ids: [], problems: [] };
  const isOne = (id: string) => id.startsWith(call.input.id);
  const before = [...people.records].filter(([id]) => isOne(id));
  if (before.length === 0) return { ids: [], problems: [] };
  const after = [...now.records].filter(([id]) => isOne(id) || !people.records.has(id));
  const contents = (rows: typeof before) =>
    rows.map(([, cells]) => contentOf(new Map([...cells].filter(([column]) => !/ ID$|^Updated at$/.test(column)))));
  const lost = without(contents(before), contents(after));
  const problems = lost.map((content) => `A row that shared its id was changed or lost: ${content}`);
  const ids = after.map(([id]) => id);
  if (ids.length !== before.length || ids.some((id) => id.includes('again')))
    problems.push(`The id ${call.input.id} was called repaired, and its rows have ${ids.join(', ')}.`);
  return { ids: [...before.map(([id]) => id), ...ids], problems };
}

/** What an undo need not bring back to the second. */
const MADE_AGAIN = /^(Updated at|Recorded|Stage since)$/;

/** Everything as if the action that was undone had not been, but for what the CRM keeps up by itself. */
export function judgeRestored({ answer }: Outcome, watch: Watch, then: World): string[] {
  const problems: string[] = [];
  for (const [sheet, people] of answer.ok ? then : watch.people) {
    const kind = watch.kindOf(sheet);
    const now = watch.now.get(sheet);
    if (!now || kind === 'History' || kind === 'Settings') continue;
    for (const id of new Set([...people.records.keys(), ...now.records.keys()])) {
      const [was, is] = [people.records.get(id), now.records.get(id)];
      if (was && is) problems.push(...differences(id, was, is));
      else if (!isKept(kind, id, watch, answer))
        problems.push(`${id} in ${kind} is ${is ? 'still there' : 'not back'} after the undo.`);
    }
    for (const content of [...without(people.loose, now.loose), ...without(now.loose, people.loose)])
      problems.push(`A row without an id in ${kind} was changed by the undo: ${content}`);
  }
  return problems;
}

const differences = (id: string, was: Cells, is: Cells): string[] =>
  [...new Set([...was.keys(), ...is.keys()])]
    .filter((column) => !MADE_AGAIN.test(column) && !sameCell(was.get(column), is.get(column)))
    .map(
      (column) =>
        `${column} of ${nameOf(is, id)} is ${show(is.get(column))} after the undo, not ${show(was.get(column))}.`,
    );

/** A row in which somebody typed since: the undo says that it left it alone. */
const isKept = (kind: string, id: string, watch: Watch, answer: Outcome['answer']): boolean =>
  JSON.stringify(answer).includes(id) &&
  [...watch.typed.values()].some((typed) => typed.tab === kind && typed.id === id);
