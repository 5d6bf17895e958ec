import { readAddOn } from '../../host/add-on';
import { type Host, openHost } from '../../host/host';
import { type Business, businessOf, TODAY } from './business';
import { fill } from './fill';
import type { Size } from './sizes';

/** A file of a size with the built add-on in it. `folder`: of the built add-on. */
export function openFile(size: Size, folder: string): { host: Host; business: Business } {
  const host = openHost({ addOn: readAddOn(folder), now: `${TODAY}T15:00:00Z` });
  host.choose('Set up CRM');
  const business = businessOf(size);
  fill(host, business);
  return { host, business };
}
