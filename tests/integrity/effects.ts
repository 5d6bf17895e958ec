import type { InputOf } from '../../src/contract/contract';
import { activityFields, type Field, leadFields, opportunityFields } from '../../src/domain/fields';
import type { RecordKind } from '../../src/domain/ids';
import type { Wanted } from './wanted';
import type { AnyCall } from './words';
import type { Cells, World } from './world';

/** All that an acknowledged action may do to the records of a file; what is not here has to stay. */
export type Effects = {
  readonly wanted: Wanted[];
  /** Cells that may change, by tab, id and column. */
  readonly may: Set<string>;
  /** Rows that have to be there, by tab and id. */
  readonly made: Set<string>;
  /** Rows that have to be gone. */
  readonly gone: Set<string>;
  /** Rows that may be there or not. */
  readonly perhaps: Set<string>;
  readonly settings: boolean;
  readonly history: 'grows' | 'is erased';
  /** Rows typed by hand may get an id. */
  readonly adopts: boolean;
};

export const TABS: Readonly<Record<RecordKind, string>> = {
  lead: 'Leads',
  opportunity: 'Opportunities',
  activity: 'Activities',
};

const FIELDS = { Leads: leadFields, Opportunities: opportunityFields, Activities: activityFields } as const;

/** What the CRM keeps up by itself in a record that changes. */
const KEPT_UP = ['Updated at', 'Recorded', 'Lead'];
const OF_A_MOVE = ['Stage since', 'Closed at', 'Lost reason', 'Probability'];

export const fieldOf = (tab: string, name: string): Field | undefined =>
  (FIELDS[tab as keyof typeof FIELDS] as unknown as Readonly<Record<string, Field>>)[name];

export const noEffects = (): Effects => ({
  wanted: [],
  may: new Set(),
  made: new Set(),
  gone: new Set(),
  perhaps: new Set(),
  settings: false,
  history: 'grows',
  adopts: false,
});

/** What an acknowledged call has to have done, and may have done, to what people made of the file. */
export class Acknowledged {
  readonly effects = noEffects();
  private readonly people: World;
  private readonly kinds: ReadonlyMap<number, string>;
  private readonly headers: (tab: string) => ReadonlyMap<string, string>;

  /** `headers`: of each tab, the name of the column by the header that it has now. */
  constructor(
    people: World,
    kinds: ReadonlyMap<number, string>,
    headers: (tab: string) => ReadonlyMap<string, string>,
  ) {
    this.people = people;
    this.kinds = kinds;
    this.headers = headers;
  }

  of({ method, input }: AnyCall, answer: unknown): Effects {
    const value = (answer ?? {}) as Readonly<Record<string, unknown>>;
    switch (method) {
      case 'createLead':
        this.make('Leads', input.id, input.fields);
        break;
      case 'createOpportunity':
        this.make('Opportunities', input.id, input.fields);
        break;
      case 'changeLead':
        this.change('Leads', input.id, withoutConflicts(input.changes, value));
        break;
      case 'changeOpportunity':
        this.change('Opportunities', input.id, withoutConflicts(input.changes, value));
        break;
      case 'moveOpportunity':
        this.move(input.id, input.pipeline, input.stage);
        break;
      case 'logActivity':
        this.log(input);
        break;
      case 'changeActivity':
        this.change('Activities', input.id, withoutConflicts(input.changes, value));
        // With a deal comes its lead.
        if (input.changes.opportunityId !== undefined) this.allow('Activities', input.id, ['Lead ID']);
        break;
      case 'completeTask':
        this.change('Activities', input.id, { doneAt: input.doneAt });
        break;
      case 'importRows':
        this.importRows(input, value);
        break;
      case 'convertLead':
        this.change('Leads', input.id, { status: input.status });
        this.make('Opportunities', input.opportunity.id, { ...input.opportunity.fields, leadId: input.id });
        this.make('Activities', input.activityId, {});
        break;
      case 'changeMany':
        this.changeMany(input, value);
        break;
      case 'moveMany':
        for (const id of touched(input.records, value)) {
          this.move(id, input.pipeline, input.stage);
          if (input.lostReason) this.want('Opportunities', id, 'lostReason', input.lostReason);
        }
        break;
      case 'tagMany':
        for (const id of touched(
          input.ids.map((one) => ({ id: one })),
          value,
        ))
          this.allow('Leads', id, [...KEPT_UP, 'Tags']);
        break;
      case 'logMany':
        this.logMany(input, value);
        break;
      case 'renameStage':
        this.renameStage(input);
        break;
      case 'deleteRecord':
        this.remove(TABS[input.kind], input.id);
        break;
      case 'erasePerson':
        this.erase(input.id);
        break;
      case 'adoptRows':
        return { ...this.effects, adopts: true };
      case 'catchUp':
        for (const [tab, id] of this.every())
          for (const column of ['Recorded', 'Lead', 'Lead ID']) this.effects.may.add(`${tab}|${id}|${column}`);
        break;
      case 'addStages':
        return { ...this.effects, settings: true };
    }
    const isErased = method === 'erasePerson';
    return { ...this.effects, settings: method === 'renameStage', history: isErased ? 'is erased' : 'grows' };
  }

  private want(tab: string, id: string, name: string, value: unknown): void {
    const field = fieldOf(tab, name);
    const column = field?.header ?? this.headers(tab).get(name.slice(1)) ?? name;
    this.effects.wanted.push({ tab, id, column, kind: field?.kind ?? 'own', value });
  }

  private allow(tab: string, id: string, columns: readonly string[]): void {
    for (const column of columns) this.effects.may.add(`${tab}|${id}|${column}`);
  }

  private change(tab: string, id: string, changes: Readonly<Record<string, unknown>>): void {
    for (const [name, value] of Object.entries(changes)) this.want(tab, id, name, value);
    this.allow(tab, id, KEPT_UP);
  }

  private make(tab: string, id: string, fields: Readonly<Record<string, unknown>>): void {
    this.effects.made.add(`${tab}|${id}`);
    for (const [name, value] of Object.entries(fields)) this.want(tab, id, name, value);
  }

  private move(id: string, pipeline: string, stage: string): void {
    this.change('Opportunities', id, { pipeline, stage });
    this.allow('Opportunities', id, OF_A_MOVE);
  }

  private log({ id, about, type, subject, details, due }: InputOf<'logActivity'>): void {
    const of = about.kind === 'lead' ? { leadId: about.id } : { opportunityId: about.id };
    this.make('Activities', id, { type, subject, details, due, ...of });
  }

  private importRows({ plan, rows }: InputOf<'importRows'>, answer: Readonly<Record<string, unknown>>): void {
    const refused = ((answer['refused'] as readonly { row: number }[]) ?? []).map(({ row }) => row);
    const tab = plan.kind === 'lead' ? 'Leads' : 'Opportunities';
    for (const row of rows) {
      if (refused.includes(row.row)) continue;
      const texts = plan.fields.flatMap((name, index) => {
        const field = name === null ? undefined : fieldOf(tab, name);
        const isText = field?.kind === 'text' || field?.kind === 'longText';
        return isText && row.cells[index] ? [[name, row.cells[index]]] : [];
      });
      this.make(tab, row.id, Object.fromEntries(texts));
    }
  }

  private changeMany(
    { kind, field, value, records }: InputOf<'changeMany'>,
    answer: Readonly<Record<string, unknown>>,
  ): void {
    for (const id of touched(records, answer)) this.change(TABS[kind], id, { [field]: value });
  }

  private logMany({ kind, records, ...text }: InputOf<'logMany'>, answer: Readonly<Record<string, unknown>>): void {
    const activities = new Map(records.map((one) => [one.id, one.activityId]));
    for (const id of touched(records, answer)) this.log({ id: activities.get(id)!, about: { kind, id }, ...text });
  }

  private renameStage({ pipeline, from, to }: InputOf<'renameStage'>): void {
    for (const [tab, id, cells] of this.every()) {
      if (tab !== 'Opportunities' || text(cells, 'Stage') !== from || text(cells, 'Pipeline') !== pipeline) continue;
      this.change(tab, id, { stage: to });
    }
  }

  /** With what hangs on it: a lead's deals and the activities of both. */
  private remove(tab: string, id: string): void {
    this.effects.gone.add(`${tab}|${id}`);
    for (const [other, otherId, cells] of this.every()) {
      const hangsOn = text(cells, 'Lead ID') === id && other !== 'Leads';
      const isOfDeal = other === 'Activities' && text(cells, 'Opportunity ID') === id;
      const isNew = !this.effects.gone.has(`${other}|${otherId}`);
      if ((hangsOn || isOfDeal) && isNew) this.remove(other, otherId);
    }
  }

  /** Deals stay, without the name. */
  private erase(id: string): void {
    this.effects.gone.add(`Leads|${id}`);
    for (const [tab, otherId, cells] of this.every()) {
      if (tab === 'Leads' || text(cells, 'Lead ID') !== id) continue;
      if (tab === 'Activities') this.effects.gone.add(`${tab}|${otherId}`);
      else this.allow(tab, otherId, [...KEPT_UP, 'Lead ID']);
    }
    for (const [tab, otherId, cells] of this.every())
      if (tab === 'Activities' && this.isOfDealOf(id, text(cells, 'Opportunity ID')))
        this.effects.gone.add(`${tab}|${otherId}`);
  }

  private isOfDealOf(lead: string, deal: string): boolean {
    return this.every().some(
      ([tab, id, cells]) => tab === 'Opportunities' && id === deal && text(cells, 'Lead ID') === lead,
    );
  }

  private every(): (readonly [string, string, Cells])[] {
    return [...this.people].flatMap(([sheet, { records }]) => {
      const tab = this.kinds.get(sheet) ?? '';
      return tab in FIELDS ? [...records].map(([id, cells]) => [tab, id, cells] as const) : [];
    });
  }
}

/** Of many records those that were not left as they are. */
function touched(
  records: readonly { readonly id: string }[],
  answer: Readonly<Record<string, unknown>>,
): readonly string[] {
  const kept = ((answer['kept'] as readonly { id: string }[]) ?? []).map(({ id }) => id);
  const left = [...kept, ...((answer['missing'] as readonly string[]) ?? [])];
  return records.map(({ id }) => id).filter((id) => !left.includes(id));
}

const text = (cells: Cells, column: string): string => String(cells.get(column)?.value ?? '');

function withoutConflicts(
  changes: object,
  answer: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  const conflicts = ((answer['conflicts'] as readonly { field: string }[]) ?? []).map(({ field }) => field);
  return Object.fromEntries(Object.entries(changes).filter(([name]) => !conflicts.includes(name)));
}
