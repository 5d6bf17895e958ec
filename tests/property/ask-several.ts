import { newId } from '../../src/domain/ids';
import { type Asked, contentOf, pick, type Want } from './asked';
import type { Page } from './page';
import type { ActionDraw } from './plan';
import { type Content, type Tab, textOf } from './sheet-state';

/** As a user selects them in the grid. */
const someOf = (page: Page, tab: Tab, { record }: ActionDraw): readonly string[] => [
  ...new Set([0, 1, 2].map((n) => page.someId(tab, record + n)).filter((id) => id !== null)),
];

const STAGES = ['Prospecting', 'Discovery', 'Negotiation', 'Closed Won', 'Closed Lost', 'Nowhere'];

/** Deals into one stage; those that are lost by it are given a reason now and then. */
export function askMoves(page: Page, draw: ActionDraw): Asked | null {
  const tab = 'Opportunities';
  const ids = someOf(page, tab, draw);
  if (ids.length === 0) return null;
  const [pipeline, stage] = ['Sales', pick(STAGES, draw.fields)];
  const shown = ids.map((id) => ({ id, ...page.shown(tab, id, 'Stage', draw.isStale) }));
  if (stage !== 'Nowhere') for (const id of ids) page.assume(tab, id, 'Stage', stage);
  const want = { tab, field: 'stage', column: 'Stage', content: contentOf(stage) } as const;
  const columns = ['Updated at', 'Recorded', 'Stage since', 'Closed at', 'Lost reason'];
  const licence = {
    wants: shown.map(({ id, content: seen }) => ({ ...want, id, seen })),
    derives: ids.map((id) => ({ tab, id, columns }) as const),
  };
  const records = shown.map(({ id, value }) => ({ id, seen: { pipeline, stage: String(value ?? '') } }));
  const reason = stage === 'Closed Lost' && draw.text % 2 === 0 ? { lostReason: 'Price' } : {};
  return { method: 'moveMany', tab, input: { pipeline, stage, records, ...reason }, licence };
}

/** Many leads may have them: they tell of nobody. */
const TAGS = ['vip', 'nordics', 'Partner'];

/** A tag for leads, or one less. */
export function askTags(page: Page, draw: ActionDraw): Asked | null {
  const tab = 'Leads';
  const ids = someOf(page, tab, draw);
  if (ids.length === 0) return null;
  const [tag, isAdded] = [pick(TAGS, draw.text), draw.fields % 3 !== 0];
  const want = { tab, field: 'tags', column: 'Tags', content: tagged(tag, isAdded), seen: null } as const;
  const licence = {
    wants: ids.map((id): Want => ({ ...want, id })),
    derives: ids.map((id) => ({ tab, id, columns: ['Updated at'] }) as const),
  };
  return { method: 'tagMany', tab, input: { ids, tag, isAdded }, licence };
}

/** What becomes of a cell: its other tags stay, and so does one that has the tag already, or lacks it. */
const tagged =
  (tag: string, isAdded: boolean) =>
  (there: Content): Content => {
    const tags = textOf(there)
      .split(',')
      .map((one) => one.trim())
      .filter(Boolean);
    const rest = tags.filter((one) => one.toLowerCase() !== tag.toLowerCase());
    if (isAdded === rest.length < tags.length) return there;
    return contentOf((isAdded ? [...tags, tag] : rest).join(', '));
  };

/** The same note on each of several leads or deals. */
export function askNotes(page: Page, draw: ActionDraw): Asked | null {
  const isDeal = draw.fields % 2 === 1;
  const ids = someOf(page, isDeal ? 'Opportunities' : 'Leads', draw);
  if (ids.length === 0) return null;
  const records = ids.map((id) => ({ id, activityId: newId('activity', page.world.random) }));
  const text = { type: 'Meeting', subject: page.fresh('text', draw.text), details: '', due: null };
  const link = isDeal ? 'Opportunity ID' : 'Lead ID';
  const makes = records.map(({ id: about, activityId: id }) => ({
    tab: 'Activities' as const,
    id,
    about,
    cells: { Type: contentOf('Meeting'), Subject: contentOf(text.subject), [link]: contentOf(about) },
  }));
  const kind = isDeal ? 'opportunity' : 'lead';
  return { method: 'logMany', tab: 'Activities', input: { kind, records, ...text }, licence: { makes } };
}
