import type { Cells, State, Step } from './sheet-state';
import { ID, TABS, type Tab, textOf } from './sheet-state';
import { phaseOf, type Trace } from './trace';

/** A line of History, cell by cell. */
export type Line = readonly string[];

const RECORD = 2;
const RECORD_ID = 3;
const FIELD = 4;
const DATA = 9;
const VALUES = [5, 6, DATA] as const;

/** What History and the cache held when the lock of an erasure was about to go, and History before it. */
export type Remains = { readonly before: readonly Line[]; readonly after: readonly Line[]; readonly cache: string };

/** A person who was erased: the ids of the lead and its activities, and texts that were theirs alone. */
export type Forgotten = {
  readonly moment: number;
  readonly id: string;
  readonly ids: ReadonlySet<string>;
  /** Of what a person deleted at that moment: nobody can say whether the erasure saw it. */
  readonly perhaps: ReadonlySet<string>;
  readonly texts: readonly string[];
};

/** Nothing, or the fingerprint of a record as it was made. */
const NO_VALUE = /^(\{("as":"[0-9a-f]+")?\})?$/;

type RowCells = { readonly tab: Tab; readonly row: string; readonly cells: Cells };

/** Whom an erasure is about. `base`: the sheet as people left it; `gone`: rows that were deleted earlier. */
export function forgottenBy(trace: Trace, base: State, gone: Step['went']): Forgotten {
  const id = trace.asked.licence.erases!;
  const { before } = trace.remains!;
  const isTheirs = ({ tab, cells }: RowCells) =>
    (tab === 'Leads' && textOf(cells[ID.Leads]) === id) || (tab === 'Activities' && textOf(cells['Lead ID']) === id);
  // What a person deleted before we looked told nobody whose it was.
  const isUnseen = (tab: Tab, row: string) =>
    trace.deeds.some(
      (deed) =>
        phaseOf(trace, deed, tab) === 'before' && deed.step.went.some((one) => one.tab === tab && one.row === row),
    );
  const all = [trace.before, base].flatMap((state) =>
    trace.asked.licence.deletes!(state).map(({ tab, row }) => ({ tab, row, cells: state.tabs[tab].get(row)! })),
  );
  const rows = [
    ...all.filter(({ tab, row }) => !isUnseen(tab, row)),
    // Where a person took the line of its deletion away, nobody knows whose it was.
    ...gone.filter(
      (one) =>
        isTheirs(one) &&
        (one.tab === 'Leads' ||
          before.some((line) => wasOf(line, id) && line[RECORD_ID] === textOf(one.cells[ID[one.tab]]))),
    ),
  ];
  const isGoing = new Set(rows.map(({ tab, row }) => `${tab} ${row}`));
  const others = TABS.flatMap((tab) =>
    [...base.tabs[tab]].flatMap(([row, cells]) => (isGoing.has(`${tab} ${row}`) ? [] : [linkless(tab, cells, id)])),
  );
  const idsOf = (some: readonly RowCells[]) => some.map(({ tab, cells }) => textOf(cells[ID[tab]])).filter(Boolean);
  const perhaps = new Set(idsOf(all));
  const ids = new Set([
    id,
    ...idsOf(rows),
    ...before.filter((line) => wasOf(line, id)).map((line) => line[RECORD_ID]!),
  ]);
  const lines = before.filter((line) => !isAbout(line, ids));
  const known = new Set([...others.flatMap((cells) => Object.values(cells).map(textOf)), ...lines.flat()]);
  const own = rows.flatMap(({ cells }) => Object.entries(cells).filter(([column]) => !COLLEAGUES.has(column)));
  const texts = new Set(own.map(([, content]) => textOf(content)));
  const data = lines.map((line) => line[DATA]).join('\n');
  const theirs = [...texts].filter((text) => isTelling(text) && !known.has(text) && !holds(data, text));
  return { moment: trace.moment, id, ids, perhaps, texts: theirs };
}

/** Who works with the person: their names go along into deals, of which they are no less. */
const COLLEAGUES: ReadonlySet<string> = new Set(['Owner', 'Created by']);

/** Texts that mean this person and nobody else: no ids or numbers, nor what headers say too. */
const isTelling = (text: string): boolean =>
  /[a-z]{3}/i.test(text) && /\d/.test(text) && !/^([LOA]-\w{10}|=.*|Region \d+)$/.test(text);

const linkless = (tab: Tab, cells: Cells, id: string): Cells =>
  tab === 'Opportunities' && textOf(cells['Lead ID']) === id ? { ...cells, Lead: '' } : cells;

/** An activity that was deleted earlier, as History says. */
const wasOf = (line: Line, lead: string): boolean =>
  line[RECORD] === 'Activity' && line[FIELD] === '(deleted)' && line[DATA]!.includes(`"leadId":"${lead}"`);

/** Lines of the person, and those of deals that name it. */
const isAbout = (line: Line, ids: ReadonlySet<string>): boolean =>
  ids.has(line[RECORD_ID]!) ||
  (line[RECORD] === 'Opportunity' && ['Lead', 'Lead ID', '(deleted)'].includes(line[FIELD]!));

const holds = (all: string, text: string): boolean =>
  new RegExp(`(?<![\\w.])${text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')}(?!\\w)`).test(all);

/** What is still known of somebody, each a sentence. */
export function leftOf(
  { id, ids, texts }: Forgotten,
  { tabs }: State,
  lines: readonly Line[],
  cache: string,
): readonly string[] {
  const harms: string[] = [];
  const found = (where: string, text: string) => harms.push(`${id} was erased, but ${where} still holds “${text}”`);
  const cells = new Set(
    TABS.flatMap((tab) => [...tabs[tab].values()].flatMap((row) => Object.values(row).map(textOf))),
  );
  const history = lines.map((line) => line.join('\t')).join('\n');
  for (const text of texts) {
    if (cells.has(text)) found('a tab', text);
    if (holds(history, text)) found('History', text);
    if (holds(cache, text)) found('the cache', text);
  }
  for (const line of lines)
    if (ids.has(line[RECORD_ID]!) && VALUES.some((at) => !NO_VALUE.test(line[at]!))) found('History', line.join(' | '));
  return harms;
}

/** What an erasure that went as it should left, and took that was none of the person's. */
export function judgeErasure(trace: Trace, forgotten: Forgotten, takenAway: readonly Line[]): readonly string[] {
  const { before, after, cache } = trace.remains!;
  const there = new Map<string, number>();
  for (const line of [...after, ...takenAway]) there.set(line.join('\t'), (there.get(line.join('\t')) ?? 0) + 1);
  const lost = before.filter((line) => {
    const left = there.get(line.join('\t')) ?? 0;
    there.set(line.join('\t'), left - 1);
    const { ids, perhaps } = forgotten;
    return left < 1 && !isAbout(line, ids) && !perhaps.has(line[RECORD_ID]!) && line[RECORD_ID] !== '';
  });
  const cached = trace.isFaulted ? '' : cache;
  return [
    ...leftOf(forgotten, trace.after, after, cached),
    ...lost.map((line) => `a line of History that is none of ${forgotten.id} was changed: ${line.join(' | ')}`),
  ];
}

/** What an undo may take back of a step, where some of its records were erased since. */
export function withoutErased(step: Step, erased: readonly Forgotten[]): Step {
  if (erased.length === 0) return step;
  const ids = new Set(erased.flatMap((one) => [...one.ids]));
  const leads = new Set(erased.map(({ id }) => id));
  const isErased = ({ tab, cells }: RowCells) => ids.has(textOf(cells[ID[tab]]));
  const parted = (one: RowCells) => {
    if (one.tab !== 'Opportunities' || !leads.has(textOf(one.cells['Lead ID']))) return one;
    const { Lead, 'Lead ID': _, ...cells } = one.cells;
    return { ...one, cells };
  };
  const rows = (some: readonly RowCells[]) => some.filter((one) => !isErased(one)).map(parted);
  return { cells: step.cells, came: rows(step.came), went: rows(step.went) };
}
