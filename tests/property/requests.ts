import type { FieldValue } from '../../src/domain/errors';
import { newId } from '../../src/domain/ids';
import type { ImportPlan } from '../../src/domain/import/rows';
import type { ActionDraw } from './plan';
import { type Content, contentAt, ID, type Tab, textOf } from './sheet-state';
import { columnsIn, type World } from './world';

/** A cell that a user wants changed, and what they saw in it; null: they did not look. */
export type Want = {
  readonly tab: Tab;
  readonly id: string;
  readonly field: string;
  readonly column: string;
  readonly content: Content;
  readonly seen: Content | null;
};

/** What an action may do to the sheet; anything else that it does is harm. */
export type Licence = {
  readonly wants: readonly Want[];
  readonly makes: readonly {
    readonly tab: Tab;
    readonly id: string;
    readonly cells: Readonly<Record<string, Content>>;
  }[];
  /** Cells of these records that the CRM keeps up by itself. */
  readonly derives: readonly { readonly tab: Tab; readonly id: string; readonly columns: readonly string[] }[];
};

export type Asked = { readonly method: string; readonly input: unknown; readonly licence: Licence; readonly tab: Tab };

type Kind = 'text' | 'email' | 'number';
type FieldAt = { readonly field: string; readonly column: string; readonly kind: Kind };

const fieldAt = (field: string, column: string, kind: Kind = 'text'): FieldAt => ({ field, column, kind });

const LEAD_FIELDS = [
  fieldAt('company', 'Company'),
  fieldAt('contact', 'Contact'),
  fieldAt('email', 'Email', 'email'),
  fieldAt('phone', 'Phone'),
  fieldAt('notes', 'Notes'),
  fieldAt('owner', 'Owner'),
  fieldAt('status', 'Status'),
  fieldAt('score', 'Score', 'number'),
  fieldAt('+', 'Region'),
];
const DEAL_FIELDS = [
  fieldAt('title', 'Title'),
  fieldAt('value', 'Value', 'number'),
  fieldAt('nextStep', 'Next step'),
  fieldAt('notes', 'Notes'),
  fieldAt('owner', 'Owner'),
  fieldAt('product', 'Product'),
  fieldAt('+', 'Margin'),
];

/** What can be set in many records at once. */
const MANY: Readonly<Record<'Leads' | 'Opportunities', readonly (readonly [string, string])[]>> = {
  Leads: [
    ['owner', 'Owner'],
    ['phone', 'Phone'],
    ['notes', 'Notes'],
  ],
  Opportunities: [
    ['owner', 'Owner'],
    ['nextStep', 'Next step'],
    ['notes', 'Notes'],
  ],
};

const STAGES = ['Prospecting', 'Qualification', 'Negotiation', 'Closed Won', 'Closed Lost'];

/** What Sheets would take for something else if it were typed. */
const AWKWARD = ['=1+1 #', '00', '1-10 #', '+49 30 ', '@', "'", 'true #', '1.5E+', '-'];

const pick = <T>(items: readonly T[], n: number): T => items[n % items.length]!;

/** Makes calls of draws, as a page would: it knows what it was shown, and what it has changed since. */
export class Page {
  private readonly assumed = new Map<string, FieldValue>();

  private readonly world: World;

  constructor(world: World) {
    this.world = world;
  }

  ask(draw: ActionDraw): Asked {
    switch (draw.kind) {
      case 'change lead':
        return this.change('Leads', 'changeLead', LEAD_FIELDS, draw) ?? this.createLead(draw);
      case 'change deal':
        return this.change('Opportunities', 'changeOpportunity', DEAL_FIELDS, draw) ?? this.createDeal(draw);
      case 'move deal':
        return this.move(draw) ?? this.createDeal(draw);
      case 'create lead':
        return this.createLead(draw);
      case 'create deal':
        return this.createDeal(draw);
      case 'log activity':
        return this.log(draw) ?? this.createLead(draw);
      case 'import leads':
        return this.importLeads(draw);
      case 'convert lead':
        return this.convert(draw) ?? this.createLead(draw);
      case 'change many':
        return this.changeMany(draw) ?? this.createDeal(draw);
    }
  }

  private change(tab: Tab, method: string, fields: readonly FieldAt[], draw: ActionDraw): Asked | null {
    const id = this.someId(tab, draw.record);
    if (!id) return null;
    const changes: Record<string, FieldValue> = {};
    const seen: Record<string, FieldValue> = {};
    const wants: Want[] = [];
    const chosen = new Set([draw.fields, draw.fields >> 4, draw.fields >> 8].map((n) => pick(fields, n)));
    for (const { field: name, column, kind } of chosen) {
      const field = name === '+' ? `+${this.header(tab, column)}` : name;
      const shown = this.shown(tab, id, column, draw.isStale);
      const value = this.fresh(kind, draw.text);
      changes[field] = value;
      seen[field] = shown.value;
      wants.push({ tab, id, field, column, content: contentOf(value), seen: shown.content });
      this.assumed.set(`${tab} ${id} ${column}`, value);
    }
    const columns = tab === 'Leads' ? ['Updated at'] : ['Updated at', 'Recorded'];
    return {
      method,
      tab,
      input: { id, changes, seen },
      licence: { wants, makes: [], derives: [{ tab, id, columns }] },
    };
  }

  private move(draw: ActionDraw): Asked | null {
    const tab = 'Opportunities';
    const id = this.someId(tab, draw.record);
    if (!id) return null;
    const [stage, pipeline] = [pick(STAGES, draw.fields), 'Sales'];
    const shown = this.shown(tab, id, 'Stage', draw.isStale);
    const seen = { pipeline, stage: String(shown.value ?? '') };
    const at = { tab, id } as const;
    const wants: Want[] = [{ ...at, field: 'stage', column: 'Stage', content: contentOf(stage), seen: shown.content }];
    this.assumed.set(`${tab} ${id} Stage`, stage);
    const columns = ['Updated at', 'Recorded', 'Stage since', 'Closed at', 'Lost reason'];
    const licence = { wants, makes: [], derives: [{ tab, id, columns }] } as const;
    return { method: 'moveOpportunity', tab, input: { id, pipeline, stage, seen }, licence };
  }

  /** A deal of a lead, a note on both, and the lead's status. */
  private convert(draw: ActionDraw): Asked | null {
    const id = this.someId('Leads', draw.record);
    if (!id) return null;
    const [dealId, activityId] = [newId('opportunity', this.world.random), newId('activity', this.world.random)];
    const status = String(this.fresh('text', draw.text));
    const shown = this.shown('Leads', id, 'Status', draw.isStale);
    const fields = { title: this.fresh('text', draw.text), value: this.fresh('number', 0) };
    const input = {
      id,
      status,
      seen: { status: shown.value },
      opportunity: { id: dealId, fields },
      activityId,
    };
    this.assumed.set(`Leads ${id} Status`, status);
    const links = { 'Lead ID': contentOf(id) };
    const licence: Licence = {
      wants: [{ tab: 'Leads', id, field: 'status', column: 'Status', content: contentOf(status), seen: shown.content }],
      makes: [
        {
          tab: 'Opportunities',
          id: dealId,
          cells: { ...links, Title: contentOf(fields.title), Value: contentOf(fields.value) },
        },
        { tab: 'Activities', id: activityId, cells: { ...links, 'Opportunity ID': contentOf(dealId) } },
      ],
      derives: [{ tab: 'Leads', id, columns: ['Updated at'] }],
    };
    return { method: 'convertLead', tab: 'Leads', input, licence };
  }

  /** One value for some records, as the user selects them in the grid. */
  private changeMany(draw: ActionDraw): Asked | null {
    const tab = draw.fields % 2 === 0 ? 'Leads' : 'Opportunities';
    const [field, column] = pick(MANY[tab], draw.fields >> 1);
    const ids = [0, 1, 2].map((n) => this.someId(tab, draw.record + n)).filter((id) => id !== null);
    if (ids.length === 0) return null;
    const value = this.fresh('text', draw.text);
    const shown = [...new Set(ids)].map((id) => ({ id, ...this.shown(tab, id, column, draw.isStale) }));
    for (const { id } of shown) this.assumed.set(`${tab} ${id} ${column}`, value);
    const licence: Licence = {
      wants: shown.map(({ id, content: seen }) => ({ tab, id, field, column, content: contentOf(value), seen })),
      makes: [],
      derives: shown.map(({ id }) => ({ tab, id, columns: ['Updated at', 'Recorded'] })),
    };
    const records = shown.map(({ id, value: seen }) => ({ id, seen }));
    const kind = tab === 'Leads' ? 'lead' : 'opportunity';
    return { method: 'changeMany', tab, input: { kind, field, value, records }, licence };
  }

  private createLead(draw: ActionDraw): Asked {
    const id = newId('lead', this.world.random);
    const fields = {
      company: this.fresh('text', draw.text),
      email: this.fresh('email', 0),
      score: this.fresh('number', 0),
    };
    const cells = {
      Company: contentOf(fields.company),
      Email: contentOf(fields.email),
      Score: contentOf(fields.score),
    };
    return this.made('Leads', 'createLead', id, { id, fields }, cells);
  }

  private createDeal(draw: ActionDraw): Asked {
    const id = newId('opportunity', this.world.random);
    const leadId = this.someId('Leads', draw.record) ?? '';
    const fields = { title: this.fresh('text', draw.text), value: this.fresh('number', 0), leadId };
    const cells = { Title: contentOf(fields.title), Value: contentOf(fields.value), 'Lead ID': contentOf(leadId) };
    return this.made('Opportunities', 'createOpportunity', id, { id, fields }, cells);
  }

  private log(draw: ActionDraw): Asked | null {
    const id = newId('activity', this.world.random);
    const isDeal = draw.fields % 2 === 1;
    const aboutId = this.someId(isDeal ? 'Opportunities' : 'Leads', draw.record);
    if (!aboutId) return null;
    const about = { kind: isDeal ? 'opportunity' : 'lead', id: aboutId };
    const text = { type: 'Call', subject: this.fresh('text', draw.text), details: this.fresh('text', 0), due: null };
    const cells = {
      Type: contentOf('Call'),
      Subject: contentOf(text.subject),
      Details: contentOf(text.details),
      [isDeal ? 'Opportunity ID' : 'Lead ID']: contentOf(aboutId),
    };
    return this.made('Activities', 'logActivity', id, { id, about, ...text }, cells);
  }

  private made(tab: Tab, method: string, id: string, input: unknown, cells: Readonly<Record<string, Content>>): Asked {
    return { method, tab, input, licence: { wants: [], makes: [{ tab, id, cells }], derives: [] } };
  }

  private importLeads(draw: ActionDraw): Asked {
    const plan: ImportPlan = {
      kind: 'lead',
      fields: ['company', 'email', 'notes'],
      reading: { decimal: '.', dayFirst: false },
      stages: [],
    };
    const rows = Array.from({ length: 1 + (draw.fields % 3) }, (_, n) => ({
      id: newId('lead', this.world.random),
      row: n + 2,
      cells: [
        `Imported ${++this.world.asked}`,
        `i${this.world.asked}@x.example`,
        String(this.fresh('text', draw.text + n)),
      ],
    }));
    const makes = rows.map(({ id, cells: [company, email, notes] }) => ({
      tab: 'Leads' as const,
      id,
      cells: { Company: contentOf(company!), Email: contentOf(email!), Notes: contentOf(notes!) },
    }));
    return { method: 'importRows', tab: 'Leads', input: { plan, rows }, licence: { wants: [], makes, derives: [] } };
  }

  /** What a column of a person's own is called now. */
  private header(tab: Tab, column: string): string {
    const at = columnsIn(this.world, tab).get(column);
    return at === undefined ? column : String(this.world.file.sheet(this.world.ids[tab])!.grid.value(0, at));
  }

  /** An id that stands in the tab now. */
  private someId(tab: Tab, n: number): string | null {
    const ids = [...this.world.state().tabs[tab].values()].map((cells) => textOf(cells[ID[tab]])).filter(Boolean);
    return ids.length > 0 ? pick(ids, n) : null;
  }

  /** What the user looks at: as the page knows it, or as it stands in the sheet. */
  private shown(tab: Tab, id: string, column: string, isStale: boolean): { value: FieldValue; content: Content } {
    if (isStale) return { value: 'long ago', content: contentOf('long ago') };
    const known = this.assumed.get(`${tab} ${id} ${column}`);
    if (known !== undefined) return { value: known, content: contentOf(known) };
    const sheet = this.world.file.sheet(this.world.ids[tab])!;
    const columns = columnsIn(this.world, tab);
    const [at, ids] = [columns.get(column) ?? -1, columns.get(ID[tab]) ?? -1];
    for (let row = 1; row <= sheet.grid.lastRow(); row++) {
      if (sheet.grid.value(row, ids) !== id || at < 0) continue;
      const value = sheet.grid.value(row, at);
      const plain = typeof value === 'object' ? null : value;
      const isOwn = column === 'Region' || column === 'Margin';
      const isNumber = column === 'Score' || column === 'Value';
      return {
        value: isOwn || isNumber ? (plain === '' ? null : plain) : String(plain ?? ''),
        content: contentAt(sheet, row, at),
      };
    }
    return { value: '', content: '' };
  }

  /** A value that nobody else writes, so that it is known again wherever it turns up. */
  private fresh(kind: Kind, n: number): string | number {
    const number = ++this.world.asked;
    if (kind === 'number') return 900_000 + number;
    if (kind === 'email') return `a${number}@asked.example`;
    return n % 3 === 0 ? `${pick(AWKWARD, n >> 2)}${number}` : `asked ${number}`;
  }
}

const contentOf = (value: FieldValue): Content => (value === null || value === '' ? '' : JSON.stringify(value));
