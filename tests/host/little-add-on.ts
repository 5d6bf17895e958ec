import type { AddOn } from '../../host/add-on';
import { type Host, openHost } from '../../host/host';

type Options = Omit<Parameters<typeof openHost>[0], 'addOn'>;

/** A host with a little add-on of the test's own. */
export function hostWith(code: string, pages: Readonly<Record<string, string>> = {}, options: Options = {}): Host {
  const manifest = { timeZone: 'Etc/UTC', oauthScopes: [] };
  const whole = /function onOpen\b/.test(code) ? code : `function onOpen() {}\n${code}`;
  const addOn: AddOn = { code: whole, pages: new Map(Object.entries(pages)), manifest };
  return openHost({ addOn, ...options });
}

/** What one expression answers with in a script. */
export const answerOf = (expression: string, pages: Readonly<Record<string, string>> = {}): unknown =>
  hostWith(`function answer() { return ${expression}; }`, pages).call('answer');
