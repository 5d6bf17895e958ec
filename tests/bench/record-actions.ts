import type { Host } from '../../host/host';
import { newId } from '../../src/domain/ids';
import type { Action, Ready } from './actions';
import type { BudgetRow } from './budgets';
import { ask, must } from './measure';
import { sceneOf } from './scene';

const budget: BudgetRow = 'create / update / move / log';

/** What people do with one record. */
export const recordActions: readonly Action[] = [
  {
    name: 'create lead',
    budget,
    prepare({ host, random }) {
      const id = newId('lead', random);
      const fields = { company: 'Northwind Traders', contact: 'Ada Lind', email: 'ada@northwind.example', score: 40 };
      const act = () => {
        const { record } = ask(host, 'createLead', { id, fields });
        must(record.company === fields.company, 'The lead is not as it was made.');
      };
      return { scene: sceneOf(host, ['Leads']), act };
    },
  },
  {
    name: 'create deal',
    budget,
    prepare({ host, business, random }) {
      const id = newId('opportunity', random);
      const leadId = business.samples[1]!.lead;
      const fields = { title: 'Annual plan', leadId, value: 12_000, expectedClose: '2027-01-31' } as const;
      const act = () => {
        const { record } = ask(host, 'createOpportunity', { id, fields });
        must(record.leadId === leadId && record.lead !== '', 'The deal has not got its lead.');
      };
      return { scene: sceneOf(host, ['Opportunities']), act };
    },
  },
  {
    name: 'update lead',
    budget,
    prepare({ host, business }) {
      const id = business.samples[1]!.lead;
      const { phone, score } = ask(host, 'lead', { id }).record;
      const changes = { phone: '+1 555 0199', score: 75 };
      const act = () => {
        const { record } = ask(host, 'changeLead', { id, changes, seen: { phone, score } });
        must(record.phone === changes.phone && record.score === changes.score, 'The lead was not changed.');
      };
      return { scene: sceneOf(host, ['Leads']), act };
    },
  },
  {
    name: 'update deal',
    budget,
    prepare({ host, business }) {
      const [id] = business.samples[1]!.deals;
      const { value, nextStep } = ask(host, 'opportunity', { id }).record;
      const changes = { value: 7_777, nextStep: 'Send the contract' };
      const act = () => {
        const { record } = ask(host, 'changeOpportunity', { id, changes, seen: { value, nextStep } });
        must(record.value === changes.value && record.nextStep === changes.nextStep, 'The deal was not changed.');
      };
      return { scene: sceneOf(host, ['Opportunities']), act };
    },
  },
  {
    name: 'move',
    budget,
    prepare({ host, business }): Ready {
      const [, id] = business.samples[1]!.deals;
      const { pipeline, stage } = ask(host, 'opportunity', { id }).record;
      const to = stage === 'Discovery' ? 'Proposal' : 'Discovery';
      const act = () => {
        const { record } = ask(host, 'moveOpportunity', { id, pipeline, stage: to, seen: { pipeline, stage } });
        must(record.stage === to, 'The deal was not moved.');
      };
      return { scene: sceneOf(host, ['Opportunities']), act };
    },
  },
  {
    name: 'log',
    budget,
    prepare({ host, business, random }) {
      const id = newId('activity', random);
      const about = { kind: 'opportunity', id: business.samples[2]!.deals[0] } as const;
      const text = { type: 'Call', subject: 'Agreed on the price', details: 'They sign next week.', due: null };
      const act = () => {
        const activity = ask(host, 'logActivity', { id, about, ...text });
        must(activity.opportunityId === about.id, 'The activity is not on its deal.');
      };
      return { scene: sceneOf(host, ['Activities']), act };
    },
  },
  {
    name: 'put a task off',
    budget,
    prepare({ host, business, random }) {
      const id = openTask(host, newId('activity', random), business.samples[2]!.deals[0], '');
      const act = () => {
        const changed = { id, changes: { due: '2026-12-24' }, seen: { due: '2026-12-01' } } as const;
        must(ask(host, 'changeActivity', changed).record.due === '2026-12-24', 'The task was not put off.');
      };
      return { scene: sceneOf(host, ['Activities']), act };
    },
  },
  {
    name: 'complete, repeat',
    budget: 'complete a task that repeats',
    prepare({ host, business, random }) {
      const id = openTask(host, newId('activity', random), business.samples[2]!.deals[1], 'every week');
      const act = () => {
        const done = ask(host, 'completeTask', { id, doneAt: Date.UTC(2026, 10, 22), seen: { doneAt: null } });
        must(done.next !== null, 'The task does not come again.');
      };
      return { scene: sceneOf(host, ['Activities']), act };
    },
  },
];

function openTask(host: Host, id: string, deal: string | undefined, repeat: string): string {
  const about = { kind: 'opportunity', id: deal! } as const;
  const text = { type: 'Task', subject: 'Send the offer', details: '', due: '2026-12-01', repeat } as const;
  return ask(host, 'logActivity', { id, about, ...text }).id;
}
