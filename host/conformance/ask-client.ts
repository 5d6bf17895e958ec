import { openHost } from '../host';
import { scriptOf } from '../panel/script-of';
import { addOnOf, NOW, type Packed } from './ask';
import { type ClientGoogle, type ClientQuestion, FILE_ZONE, LOCALE } from './questions/question';

/** In the host everything is answered within a few turns; what is not by then never will be. */
const PATIENCE_MS = 1_000;

/** Asks what shows in a page of the add-on: runs the question's code with the `google` of a fresh host. */
export async function askClient(packed: Packed, { client }: ClientQuestion): Promise<unknown> {
  const host = openHost({ addOn: addOnOf(packed, packed['Code.gs']!), locale: LOCALE, timeZone: FILE_ZONE, now: NOW });
  host.call('showPanel');
  const google = scriptOf(host) as unknown as ClientGoogle;
  let timer: NodeJS.Timeout | undefined;
  try {
    const answer = await new Promise<unknown>((resolve, reject) => {
      timer = setTimeout(() => reject(new Error('There was no answer.')), PATIENCE_MS);
      client(google, resolve);
    });
    return JSON.parse(JSON.stringify(answer ?? null));
  } catch (error) {
    return { broke: (error as Error).message };
  } finally {
    clearTimeout(timer);
    host.close();
  }
}
