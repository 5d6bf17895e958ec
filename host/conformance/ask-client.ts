import { type Host, openHost } from '../host';
import { type Answer, googleScript } from '../panel/google-script';
import { clientValue } from '../run/client-value';
import { functionsOf } from '../run/realm';
import { addOnOf, NOW, type Packed } from './ask';
import { type ClientGoogle, type ClientQuestion, FILE_ZONE, LOCALE } from './questions/question';

/** In the host everything is answered within a few turns; what is not by then never will be. */
const PATIENCE_MS = 1_000;

/** Asks what shows in a page of the add-on: runs the question's code with the `google` of a fresh host. */
export async function askClient(packed: Packed, { client }: ClientQuestion): Promise<unknown> {
  const host = openHost({ addOn: addOnOf(packed, packed['Code.gs']!), locale: LOCALE, timeZone: FILE_ZONE, now: NOW });
  const google = googleOf(host);
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

function googleOf(host: Host): ClientGoogle {
  const google = googleScript({
    functions: [...functionsOf(host.addOn.code)],
    call: (name, args, done) => setImmediate(() => done(answerOf(host, name, args))),
    report: () => {},
    close: () => {},
    focusEditor: () => {},
    resize: () => {},
  });
  return google as unknown as ClientGoogle;
}

function answerOf(host: Host, name: string, args: readonly unknown[]): Answer {
  try {
    return { ok: true, value: JSON.parse(JSON.stringify(clientValue(host.call(name, ...args)))) };
  } catch (error) {
    return { ok: false, message: (error as Error).message };
  }
}
