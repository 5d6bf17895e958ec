import type { FieldValue } from '../../src/domain/errors';
import { type Asked, contentOf, pick, type Want } from './asked';
import type { Kind, Page } from './page';
import type { ActionDraw } from './plan';
import type { Tab } from './sheet-state';

type FieldAt = { readonly field: string; readonly column: string; readonly kind: Kind };

const fieldAt = (field: string, column: string, kind: Kind = 'text'): FieldAt => ({ field, column, kind });

/** `+`: a column of a person's own, whatever it is called now. */
const FIELDS = {
  Leads: [
    fieldAt('company', 'Company'),
    fieldAt('contact', 'Contact'),
    fieldAt('email', 'Email', 'email'),
    fieldAt('phone', 'Phone'),
    fieldAt('notes', 'Notes'),
    fieldAt('owner', 'Owner'),
    fieldAt('status', 'Status'),
    fieldAt('score', 'Score', 'number'),
    fieldAt('+', 'Region'),
  ],
  Opportunities: [
    fieldAt('title', 'Title'),
    fieldAt('value', 'Value', 'number'),
    fieldAt('nextStep', 'Next step'),
    fieldAt('notes', 'Notes'),
    fieldAt('owner', 'Owner'),
    fieldAt('product', 'Product'),
    fieldAt('+', 'Margin'),
  ],
} as const;

type Changed = keyof typeof FIELDS;

/** What can be set in many records at once. */
const MANY: Readonly<Record<Changed, readonly FieldAt[]>> = {
  Leads: [fieldAt('owner', 'Owner'), fieldAt('phone', 'Phone'), fieldAt('notes', 'Notes')],
  Opportunities: [fieldAt('owner', 'Owner'), fieldAt('nextStep', 'Next step'), fieldAt('notes', 'Notes')],
};

/** One that is none of the pipeline's is among them. */
const STAGES = ['Prospecting', 'Discovery', 'Negotiation', 'Closed Won', 'Closed Lost', 'Nowhere'];

/** Up to three fields of a record. */
export function askChange(page: Page, tab: Changed, draw: ActionDraw): Asked | null {
  const id = page.someId(tab, draw.record);
  if (!id) return null;
  const changes: Record<string, FieldValue> = {};
  const seen: Record<string, FieldValue> = {};
  const wants: Want[] = [];
  const fields: readonly FieldAt[] = FIELDS[tab];
  for (const { field: name, column, kind } of new Set([0, 4, 8].map((bits) => pick(fields, draw.fields >> bits)))) {
    const field = name === '+' ? `+${page.header(tab, column)}` : name;
    const shown = page.shown(tab, id, column, draw.isStale);
    const value = page.fresh(kind, draw.text);
    changes[field] = value;
    seen[field] = shown.value;
    wants.push({ tab, id, field, column, content: contentOf(value), seen: shown.content });
    page.assume(tab, id, column, value);
  }
  const method = tab === 'Leads' ? 'changeLead' : 'changeOpportunity';
  const derives = [{ tab, id, columns: ['Updated at', 'Recorded'] }];
  return { method, tab, input: { id, changes, seen }, licence: { wants, derives } };
}

export function askMove(page: Page, draw: ActionDraw): Asked | null {
  const tab = 'Opportunities';
  const id = page.someId(tab, draw.record);
  if (!id) return null;
  const [stage, pipeline] = [pick(STAGES, draw.fields), 'Sales'];
  const shown = page.shown(tab, id, 'Stage', draw.isStale);
  const seen = { pipeline, stage: String(shown.value ?? '') };
  if (stage !== 'Nowhere') page.assume(tab, id, 'Stage', stage);
  const wants: Want[] = [{ tab, id, field: 'stage', column: 'Stage', content: contentOf(stage), seen: shown.content }];
  const columns = ['Updated at', 'Recorded', 'Stage since', 'Closed at', 'Lost reason'];
  const licence = { wants, derives: [{ tab, id, columns }] } as const;
  return { method: 'moveOpportunity', tab, input: { id, pipeline, stage, seen }, licence };
}

/** One value for some records, as the user selects them in the grid. */
export function askMany(page: Page, draw: ActionDraw): Asked | null {
  const tab: Tab & Changed = draw.fields % 2 === 0 ? 'Leads' : 'Opportunities';
  const { field, column } = pick(MANY[tab], draw.fields >> 1);
  const ids = [0, 1, 2].map((n) => page.someId(tab, draw.record + n)).filter((id) => id !== null);
  if (ids.length === 0) return null;
  const value = page.fresh('text', draw.text);
  const shown = [...new Set(ids)].map((id) => ({ id, ...page.shown(tab, id, column, draw.isStale) }));
  for (const { id } of shown) page.assume(tab, id, column, value);
  const licence = {
    wants: shown.map(({ id, content: seen }) => ({ tab, id, field, column, content: contentOf(value), seen })),
    derives: shown.map(({ id }) => ({ tab, id, columns: ['Updated at', 'Recorded'] })),
  };
  const records = shown.map(({ id, value: seen }) => ({ id, seen }));
  const kind = tab === 'Leads' ? 'lead' : 'opportunity';
  return { method: 'changeMany', tab, input: { kind, field, value, records }, licence };
}
