import type { AddOn } from '../../host/add-on';
import { type Host, openHost } from '../../host/host';

const AUTH = 'https://www.googleapis.com/auth/';

/** The scopes of an editor add-on that keeps to the open file. */
export const OUR_SCOPES = ['spreadsheets.currentonly', 'script.container.ui', 'userinfo.email'].map((s) => AUTH + s);

type Options = Omit<Parameters<typeof openHost>[0], 'addOn'> & {
  readonly scopes?: readonly string[];
  readonly scriptZone?: string;
  readonly pages?: Readonly<Record<string, string>>;
};

/** A host with a little add-on of the test's own, in 2026 in UTC. */
export function hostWith(code: string, options: Options = {}): Host {
  const { scopes = [], scriptZone = 'Etc/UTC', pages = { page: '<p>hi</p>' }, ...others } = options;
  const addOn: AddOn = {
    code: /function onOpen\b/.test(code) ? code : `function onOpen() {}\n${code}`,
    pages: new Map(Object.entries(pages)),
    manifest: { timeZone: scriptZone, oauthScopes: scopes },
  };
  return openHost({ addOn, timeZone: 'Etc/UTC', now: '2026-11-22T09:00:00Z', ...others });
}

/** What one expression answers with in a script. */
export const answerOf = (expression: string, pages: Readonly<Record<string, string>> = {}): unknown =>
  hostWith(`function answer() { return ${expression}; }`, { pages }).call('answer');
