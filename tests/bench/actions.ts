import type { Host } from '../../host/host';
import { newId } from '../../src/domain/ids';
import type { BudgetRow, Scene } from './budgets';
import { bulkActions } from './bulk-actions';
import { type Business, RARE_WORD } from './business';
import { scatterLines } from './fill';
import { listActions } from './list-actions';
import { ask, inRequests, must } from './measure';
import { openFully } from './opening';
import { recordActions } from './record-actions';
import { REQUESTS } from './requests';
import { cellsIn, deletionScene, erasureScene, openingScene, sceneOf } from './scene';

/** What a bench has at hand. `random`: for ids of what is made. */
export type Bench = { readonly host: Host; readonly business: Business; readonly random: () => number };

/** Something that a user does, ready to be done: what leads up to it is not measured. */
export type Ready = {
  readonly scene: Scene;
  /** Throws where it did not do what it is for. */
  readonly act: () => void;
};

export type Action = {
  readonly name: string;
  readonly budget: BudgetRow;
  /** How often it is done, where its time is judged: the median counts. */
  readonly times?: number;
  readonly prepare: (bench: Bench) => Ready;
};

const OFTEN = 7;

const opening: readonly Action[] = [
  {
    name: 'open cold',
    budget: 'open the sidebar, cold',
    prepare({ host }) {
      host.evict();
      return { scene: openingScene(host), act: () => openFully(host) };
    },
  },
  {
    name: 'open warm',
    budget: 'open the sidebar, warm',
    times: OFTEN,
    prepare: (bench) => ({ scene: openingScene(bench.host), act: () => void bench.host.choose('Open CRM') }),
  },
];

const looking: readonly Action[] = [
  {
    name: 'show lead',
    budget: 'a record with its deals and activities, warm',
    prepare({ host, business }) {
      const id = business.samples[0]!.lead;
      const act = () => {
        const activities = inRequests(host, REQUESTS['show lead'], { lead: { id }, timeline: { kind: 'lead', id } });
        must((activities.at(-1) as readonly unknown[]).length === 6, 'The lead did not come with its six activities.');
      };
      return { scene: sceneOf(host, ['Leads']), act };
    },
  },
  {
    name: 'show deal',
    budget: 'a record with its deals and activities, warm',
    prepare({ host, business }) {
      const [id] = business.samples[0]!.deals;
      const act = () => {
        const activities = inRequests(host, REQUESTS['show deal'], {
          opportunity: { id },
          timeline: { kind: 'opportunity', id },
        });
        must((activities.at(-1) as readonly unknown[]).length === 2, 'The deal did not come with its two activities.');
      };
      return { scene: sceneOf(host, ['Opportunities']), act };
    },
  },
  {
    name: 'history of a lead',
    budget: 'the history of a record',
    prepare({ host, business }) {
      const id = business.samples[0]!.lead;
      scatterLines(host, id, 40);
      const act = () => {
        const { changes, more } = ask(host, 'historyOf', { kind: 'lead', id });
        must(changes.length >= 12 && changes.length + more >= 40, 'The lead did not come with its history.');
      };
      return { scene: sceneOf(host, ['Leads'], { besides: cellsIn(host, 'History') }), act };
    },
  },
  {
    name: 'search',
    budget: 'search activities',
    times: OFTEN,
    prepare: ({ host }) => ({
      scene: sceneOf(host, ['Activities']),
      act: () => {
        const found = ask(host, 'searchActivities', { text: RARE_WORD });
        must(found.length > 0, 'No activity was found.');
      },
    }),
  },
];

const day: readonly Action[] = [
  {
    name: 'today',
    budget: 'what the day asks for, warm',
    times: OFTEN,
    prepare: ({ host }) => ({
      scene: sceneOf(host, ['Activities']),
      act: () => {
        const { counts, tasks } = ask(host, 'today', { owner: '' });
        must(tasks.rows.length > 0 && counts.overdue >= 0, 'The day asks for nothing.');
      },
    }),
  },
  {
    name: 'activities',
    budget: 'a page of activities, warm',
    times: OFTEN,
    prepare: ({ host }) => ({
      scene: sceneOf(host, ['Activities']),
      act: () => {
        const all = {
          owner: '',
          type: '',
          state: '',
          from: null,
          to: null,
          text: '',
          sort: 'newest',
          skip: 0,
        } as const;
        must(ask(host, 'activities', all).lines.rows.length > 0, 'No activity is listed.');
      },
    }),
  },
];

const whole: readonly Action[] = [
  {
    name: 'convert',
    budget: 'convert a lead',
    prepare({ host, business, random }) {
      const id = business.samples[3]!.lead;
      const { status } = ask(host, 'lead', { id }).record;
      const conversion = {
        id,
        status: status === 'Qualified' ? 'Customer' : 'Qualified',
        seen: { status },
        opportunity: { id: newId('opportunity', random), fields: { title: 'First order', value: 4_500 } },
        activityId: newId('activity', random),
      };
      return {
        scene: sceneOf(host, ['Leads', 'Opportunities', 'Activities']),
        act: () => {
          const { opportunity } = ask(host, 'convertLead', conversion);
          must(opportunity.record.leadId === id, 'The new deal is not the lead’s.');
        },
      };
    },
  },
  {
    name: 'delete',
    budget: 'delete with its deals and activities',
    prepare({ host, business }) {
      const { lead: id, deals } = business.samples[4]!;
      const seen = ask(host, 'attached', { kind: 'lead', id });
      must(seen.deals === deals.length && seen.activities === 6, 'Not all that hangs on the lead was told.');
      const act = () => {
        const { action } = ask(host, 'deleteRecord', { kind: 'lead', id, seen });
        must(action !== '', 'The deletion has no action to undo it by.');
      };
      return { scene: deletionScene(host, id), act };
    },
  },
  {
    name: 'erase',
    budget: 'erase a person',
    prepare({ host, business }) {
      const { lead: id, deals } = business.samples[5]!;
      // People erase somebody whom the panel shows, which has read the tabs.
      openFully(host);
      const act = () => {
        const erased = ask(host, 'erasePerson', { id });
        must(erased.deals === deals.length && erased.activities === 6, 'Not all that hangs on the lead was found.');
      };
      return { scene: erasureScene(host, id), act };
    },
  },
];

/** In the order in which they are done: what is measured warm comes before what changes anything. */
export const ACTIONS: readonly Action[] = [
  ...opening,
  ...looking,
  ...day,
  ...listActions,
  ...recordActions,
  ...whole,
  ...bulkActions,
];
