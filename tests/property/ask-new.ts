import { newId } from '../../src/domain/ids';
import type { ImportPlan } from '../../src/domain/import/rows';
import { type Asked, contentOf } from './asked';
import type { Page } from './page';
import type { ActionDraw } from './plan';
import type { Cells, Tab } from './sheet-state';

const made = (tab: Tab, method: string, id: string, input: unknown, cells: Cells): Asked => ({
  method,
  tab,
  input,
  licence: { makes: [{ tab, id, cells }] },
});

export function askNewLead(page: Page, draw: ActionDraw): Asked {
  const id = newId('lead', page.world.random);
  const [company, email, score] = [page.fresh('text', draw.text), page.fresh('email', 0), page.fresh('number', 0)];
  const cells = { Company: contentOf(company), Email: contentOf(email), Score: contentOf(score) };
  return made('Leads', 'createLead', id, { id, fields: { company, email, score } }, cells);
}

export function askNewDeal(page: Page, draw: ActionDraw): Asked {
  const id = newId('opportunity', page.world.random);
  const leadId = page.someId('Leads', draw.record) ?? '';
  const [title, value] = [page.fresh('text', draw.text), page.fresh('number', 0)];
  const cells = { Title: contentOf(title), Value: contentOf(value), 'Lead ID': contentOf(leadId) };
  return made('Opportunities', 'createOpportunity', id, { id, fields: { title, value, leadId } }, cells);
}

export function askActivity(page: Page, draw: ActionDraw): Asked | null {
  const id = newId('activity', page.world.random);
  const isDeal = draw.fields % 2 === 1;
  const aboutId = page.someId(isDeal ? 'Opportunities' : 'Leads', draw.record);
  if (!aboutId) return null;
  const about = { kind: isDeal ? 'opportunity' : 'lead', id: aboutId };
  const text = { type: 'Call', subject: page.fresh('text', draw.text), details: page.fresh('text', 0), due: null };
  const cells = {
    Type: contentOf('Call'),
    Subject: contentOf(text.subject),
    Details: contentOf(text.details),
    [isDeal ? 'Opportunity ID' : 'Lead ID']: contentOf(aboutId),
  };
  return made('Activities', 'logActivity', id, { id, about, ...text }, cells);
}

export function askImport(page: Page, draw: ActionDraw): Asked {
  const plan: ImportPlan = {
    kind: 'lead',
    fields: ['company', 'email', 'notes'],
    reading: { decimal: '.', dayFirst: false },
    stages: [],
  };
  const rows = Array.from({ length: 1 + (draw.fields % 3) }, (_, n) => {
    const number = ++page.world.asked;
    const notes = String(page.fresh('text', draw.text + n));
    return {
      id: newId('lead', page.world.random),
      row: n + 2,
      cells: [`Imported ${number}`, `i${number}@x.example`, notes],
    };
  });
  const makes = rows.map(({ id, cells: [company, email, notes] }) => ({
    tab: 'Leads' as const,
    id,
    cells: { Company: contentOf(company!), Email: contentOf(email!), Notes: contentOf(notes!) },
  }));
  return { method: 'importRows', tab: 'Leads', input: { plan, rows }, licence: { makes } };
}

/** A deal of a lead, a note on both, and the lead's status. */
export function askConversion(page: Page, draw: ActionDraw): Asked | null {
  const id = page.someId('Leads', draw.record);
  if (!id) return null;
  const [dealId, activityId] = [newId('opportunity', page.world.random), newId('activity', page.world.random)];
  const status = String(page.fresh('text', draw.text));
  const shown = page.shown('Leads', id, 'Status', draw.isStale);
  const [title, value] = [page.fresh('text', draw.text), page.fresh('number', 0)];
  page.assume('Leads', id, 'Status', status);
  const [lead, deal] = [contentOf(id), contentOf(dealId)];
  const input = {
    id,
    status,
    seen: { status: shown.value },
    opportunity: { id: dealId, fields: { title, value } },
    activityId,
  };
  const want = { tab: 'Leads', id, field: 'status', column: 'Status', content: contentOf(status) } as const;
  const licence = {
    wants: [{ ...want, seen: shown.content }],
    makes: [
      {
        tab: 'Opportunities',
        id: dealId,
        cells: { 'Lead ID': lead, Title: contentOf(title), Value: contentOf(value) },
      },
      { tab: 'Activities', id: activityId, cells: { 'Lead ID': lead, 'Opportunity ID': deal } },
    ],
    derives: [{ tab: 'Leads', id, columns: ['Updated at'] }],
  } as const;
  return { method: 'convertLead', tab: 'Leads', input, licence };
}
