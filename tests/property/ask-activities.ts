import { serialOfUtc } from '../../host/engine/serial';
import { wallOfInstant } from '../../host/engine/zone';
import type { FieldValue } from '../../src/domain/errors';
import { nextOf } from '../../src/domain/ids';
import { doesRepeat } from '../../src/domain/repeat';
import { type Asked, contentOf, type Want } from './asked';
import type { Page } from './page';
import type { ActionDraw } from './plan';
import { ID, textOf, ZONE } from './sheet-state';

const TAB = 'Activities';

const TEXTS = [
  { field: 'subject', column: 'Subject' },
  { field: 'details', column: 'Details' },
  { field: 'owner', column: 'Owner' },
] as const;

/** Texts of an activity, and now and then the deal that it is linked to. */
export function askActivityChange(page: Page, draw: ActionDraw): Asked | null {
  const id = page.someId(TAB, draw.record);
  if (!id) return null;
  const changes: Record<string, FieldValue> = {};
  const seen: Record<string, FieldValue> = {};
  const wants: Want[] = [];
  const wanting = (field: string, column: string, value: FieldValue) => {
    const shown = page.shown(TAB, id, column, draw.isStale);
    changes[field] = value;
    seen[field] = shown.value;
    wants.push({ tab: TAB, id, field, column, content: contentOf(value), seen: shown.content });
    page.assume(TAB, id, column, value);
  };
  TEXTS.forEach(({ field, column }, n) => {
    if ((draw.fields >> n) % 2 === 1) wanting(field, column, page.fresh('text', draw.text + n));
  });
  const deal = page.someId('Opportunities', draw.text);
  const isLinked = deal !== null && ((draw.fields >> 3) % 3 === 0 || wants.length === 0);
  if (isLinked) wanting('opportunityId', 'Opportunity ID', deal);
  if (wants.length === 0) return null;
  const derives = isLinked ? [{ tab: TAB, id, columns: ['Lead ID'] } as const] : [];
  return { method: 'changeActivity', tab: TAB, input: { id, changes, seen }, licence: { wants, derives } };
}

/** An open task is done, and comes again where it repeats. Of one that is done already the page did not hear yet. */
export function askCompletion(page: Page, draw: ActionDraw): Asked | null {
  const id = taskOf(page, draw);
  if (!id) return null;
  const { file } = page.world;
  const doneAt = file.clock() + ++page.world.asked * 1000;
  const done = contentOf(serialOfUtc(wallOfInstant(seconds(doneAt), ZONE)));
  const repeat = String(page.shown(TAB, id, 'Repeat', false).value ?? '');
  const want = { tab: TAB, id, field: 'doneAt', column: 'Done at', content: done, seen: '' } as const;
  const cells = { Type: page.shown(TAB, id, 'Type', false).content, Repeat: contentOf(repeat) };
  const input = { id, doneAt, seen: { doneAt: null } };
  const makes = doesRepeat(repeat) ? [{ tab: TAB, id: nextOf(id), cells } as const] : [];
  return { method: 'completeTask', tab: TAB, input, licence: { wants: [want], makes } };
}

/** Cells hold whole seconds. */
const seconds = (instant: number): number => Math.floor(instant / 1000) * 1000;

/** Mostly one that is open. */
function taskOf(page: Page, { record, fields }: ActionDraw): string | null {
  const rows = [...page.world.state().tabs[TAB].values()].filter((cells) => textOf(cells[ID[TAB]]) !== '');
  const open = rows.filter((cells) => textOf(cells['Type']) === 'Task' && !cells['Done at']);
  const from = fields % 8 === 0 || open.length === 0 ? rows : open;
  return from.length > 0 ? textOf(from[record % from.length]![ID[TAB]]) : null;
}
