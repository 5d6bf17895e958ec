import type { AddOn } from '../../host/add-on';
import { type Host, openHost } from '../../host/host';

/** The script's zone is neither the file's nor the machine's. */
const addOn: AddOn = {
  code: `
    function onOpen() {}
    function run(body, args) { return new Function('sheet', 'args', body)(SpreadsheetApp.getActiveSheet(), args); }`,
  pages: new Map(),
  manifest: { timeZone: 'America/New_York', oauthScopes: [] },
};

export type Script = <T = unknown>(body: string, ...args: unknown[]) => T;

/** A file in a place, and a way to run a script of a few words in it: `sheet` is the tab in front, `args` what is given. */
export function fileIn(locale: string, timeZone: string): { host: Host; run: Script } {
  const host = openHost({ addOn, locale, timeZone, now: '2026-11-22T09:00:00Z' });
  const run: Script = <T>(body: string, ...args: unknown[]) => plain(host.call('run', body, args)) as T;
  return { host, run };
}

export const americanFile = () => fileIn('en_US', 'America/New_York');

/** The script's arrays are of another realm; tests compare what is in them. */
const plain = (value: unknown): unknown => (value === undefined ? undefined : JSON.parse(JSON.stringify(value)));
