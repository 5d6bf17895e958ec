import type { AddOn } from '../../host/add-on';
import { type Host, openHost } from '../../host/host';

const AUTH = 'https://www.googleapis.com/auth/';

/** The scopes of an editor add-on that keeps to the open file. */
export const OUR_SCOPES = ['spreadsheets.currentonly', 'script.container.ui', 'userinfo.email'].map((s) => AUTH + s);

type Options = Omit<Parameters<typeof openHost>[0], 'addOn'> & {
  readonly scopes?: readonly string[];
  readonly scriptZone?: string;
};

export const addOnOf = (code: string, scopes: readonly string[] = [], timeZone = 'Etc/UTC'): AddOn => ({
  code: code.includes('function onOpen') ? code : `function onOpen() {}\n${code}`,
  pages: new Map([['page', '<p>hi</p>']]),
  manifest: { timeZone, oauthScopes: scopes },
});

/** A host with a little add-on of the test's own, in 2026 in UTC. */
export const hostWith = (code: string, { scopes = [], scriptZone = 'Etc/UTC', ...options }: Options = {}): Host =>
  openHost({ addOn: addOnOf(code, scopes, scriptZone), timeZone: 'Etc/UTC', now: '2026-11-22T09:00:00Z', ...options });
