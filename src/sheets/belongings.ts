import type { RecordKind } from '../domain/ids';
import type { Activity, Lead, Opportunity } from '../domain/records';
import { cellsWith } from './cells-with';
import type { CellValue } from './codec';
import { lettersOf } from './letters';
import { neighbours } from './neighbours';
import type { RecordRows } from './record-rows';
import type { Name } from './row-values';
import type { Kept } from './tab-columns';

/** More runs than this are read in one piece with what lies between them. */
const MANY_RUNS = 8;

export type Tabs = {
  readonly leads: RecordRows<Lead>;
  readonly opportunities: RecordRows<Opportunity>;
  readonly activities: RecordRows<Activity>;
};

/** Ids with the rows in which they were a moment ago; 0 where somebody copied the row. */
export type Placed = ReadonlyMap<string, number>;

/**
 * A record and what hangs on it, by kind. Sheets searches the columns of links, so that hardly a cell crosses. Where it is not
 * `isSure`, what is found has to be looked at once more with its columns; that nothing is there is sure.
 */
export function belongingsOf(
  tabs: Tabs,
  kind: RecordKind,
  id: string,
  isSure = true,
): { readonly [K in RecordKind]: Placed } {
  const rows = { lead: tabs.leads, opportunity: tabs.opportunities, activity: tabs.activities }[kind];
  const own = found(rows, isSure, () => {
    const number = rows.rowNumberOf(id);
    return new Map(number === null ? [] : [[id, number]]);
  });
  const none: Placed = new Map();
  if (kind === 'activity') return { lead: none, opportunity: none, activity: own };
  const opportunity = kind === 'lead' ? linked(tabs.opportunities, ['leadId'], [id], isSure) : own;
  const deals = kind === 'lead' ? [...opportunity.keys()] : [];
  const activity = linked(tabs.activities, ['leadId', 'opportunityId'], [id, ...deals], isSure);
  return { lead: kind === 'lead' ? own : none, opportunity, activity };
}

type Looks = Pick<RecordRows<Kept>, 'presuming' | 'presumingSome'>;

const found = (rows: Looks, isSure: boolean, look: () => Placed): Placed =>
  isSure ? rows.presuming(look) : rows.presumingSome(look, ({ size }) => size === 0);

/** The records that name one of `targets` in one of these fields. */
function linked<R extends Kept>(
  rows: RecordRows<R>,
  fields: readonly Name<R>[],
  targets: readonly string[],
  isSure: boolean,
): Placed {
  for (let tries = 0; tries < 3; tries++) {
    const placed = found(rows, isSure, () => linkedNow(rows, fields, targets, tries > 0));
    if (placed !== MOVING) return placed;
    rows.lookAgain();
  }
  throw rows.keepsMoving();
}

/** The rows went elsewhere between two looks. */
const MOVING: Placed = new Map();

function linkedNow<R extends Kept>(
  rows: RecordRows<R>,
  fields: readonly Name<R>[],
  targets: readonly string[],
  mayMeetTwice: boolean,
): Placed {
  const links = fields.map((field) => rows.columnOf(field));
  const span = `${lettersOf(Math.min(...links))}:${lettersOf(Math.max(...links))}`;
  const cells = cellsWith(rows.sheet.getRange(span), targets);
  const isMixed = Math.max(...links) - Math.min(...links) >= links.length;
  const own = isMixed ? cells.filter((cell) => links.includes(cell.getColumn())) : cells;
  const numbers = new Set(own.map((cell) => cell.getRow()));
  const placed = idsAt(rows, [...numbers], links, targets);
  // One that was met twice went from one piece to the next, or somebody copied its row, which is told later.
  return placed && (placed.size === numbers.size || mayMeetTwice) ? placed : MOVING;
}

/** Null where somebody moved the rows since they were found. */
function idsAt<R extends Kept>(
  rows: RecordRows<R>,
  numbers: readonly number[],
  links: readonly number[],
  targets: readonly string[],
): Placed | null {
  if (numbers.length === 0) return new Map();
  const id = rows.columnOf('id');
  const from = Math.min(id, ...links);
  const width = Math.max(id, ...links) - from + 1;
  const runs = neighbours(numbers);
  const first = runs[0]!.first;
  const last = runs[runs.length - 1]!;
  const blocks = runs.length > MANY_RUNS ? [{ first, count: last.first + last.count - first }] : runs;
  const wanted = new Set(numbers);
  const placed = new Map<string, number>();
  for (const block of blocks) {
    const lines = rows.sheet.getRange(block.first, from, block.count, width).getValues() as CellValue[][];
    for (const [index, cells] of lines.entries()) {
      if (!wanted.has(block.first + index)) continue;
      if (!links.some((column) => targets.includes(String(cells[column - from])))) return null;
      // A row that waits for its id is no record yet.
      const own = String(cells[id - from]);
      if (own !== '') placed.set(own, placed.has(own) ? 0 : block.first + index);
    }
  }
  return placed;
}
