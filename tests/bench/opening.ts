import type { Host } from '../../host/host';
import type { Bench } from './actions';
import { RARE_WORD } from './business';
import { ask, inRequests } from './measure';
import { REQUESTS } from './requests';

/** The first screen with its lists, as a page without anything at hand comes to them. */
export function openFully(host: Host): void {
  host.choose('Open CRM');
  inRequests(host, REQUESTS.open, { leadLines: {}, opportunityLines: {}, ownFields: {} });
}

/** What a sidebar that is in use has read before. */
export function warmUp({ host, business }: Bench): void {
  openFully(host);
  ask(host, 'timeline', { kind: 'lead', id: business.samples[0]!.lead });
  ask(host, 'searchActivities', { text: RARE_WORD });
}
