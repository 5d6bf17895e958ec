import { digestsOf } from '../../src/domain/digest';
import { unpackRows } from '../../src/domain/packed-rows';
import type { Action } from './actions';
import { FREQUENT_WORD } from './business';
import { ask, inRequests, must } from './measure';
import { REQUESTS } from './requests';
import { sceneOf } from './scene';

/** What the lists and the search live on. */
export const listActions: readonly Action[] = [
  {
    name: 'lists',
    budget: 'the lists of leads and deals, warm',
    prepare: ({ host, business: { leads, opportunities } }) => ({
      scene: sceneOf(host, ['Leads', 'Opportunities'], { records: leads.length + opportunities.length }),
      act: () => void inRequests(host, REQUESTS.open, { leadLines: {}, opportunityLines: {}, ownFields: {} }),
    }),
  },
  {
    name: 'refresh',
    budget: 'the lists anew, warm',
    prepare({ host, business }) {
      const [leads, deals] = [ask(host, 'leadLines', {}), ask(host, 'opportunityLines', {})];
      const inputs = {
        start: {},
        ownFields: {},
        changedLeadLines: { since: digestsOf(unpackRows(leads), leads.blocks) },
        changedOpportunityLines: { since: digestsOf(unpackRows(deals), deals.blocks) },
      };
      const id = business.samples[0]!.lead;
      const { phone } = ask(host, 'lead', { id }).record;
      ask(host, 'changeLead', { id, changes: { phone: '+1 555 0100' }, seen: { phone } });
      const act = () => {
        const [, changed] = inRequests(host, REQUESTS.refresh, inputs);
        must(
          (changed as typeof leads).rows.some(([one]) => one === id),
          'The change is not among what is told.',
        );
      };
      return { scene: sceneOf(host, ['Leads', 'Opportunities']), act };
    },
  },
  {
    name: 'search often',
    budget: 'search activities for a frequent word',
    times: 7,
    prepare: ({ host, business }) => ({
      scene: sceneOf(host, ['Activities'], { records: business.activities.length }),
      act: () => {
        const found = ask(host, 'searchActivities', { text: FREQUENT_WORD });
        must(found.length > 0, 'No activity was found.');
      },
    }),
  },
];
