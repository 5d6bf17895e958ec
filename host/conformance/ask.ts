import type { AddOn } from '../add-on';
import { type Host, openHost } from '../host';
import type { ScriptQuestion } from './questions/question';
import { FILE_ZONE, LOCALE } from './questions/question';

/** The packed script's files by name: the same that a real account runs. */
export type Packed = Readonly<Record<string, string>>;

/** One script of the packed project as an add-on of the host. */
export function addOnOf(packed: Packed, code: string, scopes?: readonly string[]): AddOn {
  const { timeZone, oauthScopes } = JSON.parse(packed['appsscript.json']!) as AddOn['manifest'];
  return {
    code,
    pages: new Map([['panel', packed['panel.html']!]]),
    manifest: { timeZone, oauthScopes: scopes ?? oauthScopes },
  };
}

/** The moment at which all questions are asked, so that no answer depends on the day. */
export const NOW = '2026-11-22T09:00:00Z';

/** Asks a fresh host a question that needs no person. */
export function askScript(packed: Packed, { id, settings }: ScriptQuestion): unknown {
  const host: Host = openHost({
    addOn: addOnOf(packed, packed['Code.gs']!),
    locale: settings?.locale ?? LOCALE,
    timeZone: settings?.timeZone ?? FILE_ZONE,
    now: NOW,
  });
  try {
    return JSON.parse(host.call('ask', id) as string);
  } catch (error) {
    return { broke: (error as Error).message };
  } finally {
    host.close();
  }
}
