import * as german from '../texts/de';
import * as english from '../texts/en';
import { sayBy } from '../texts/say';

export type Language = 'en' | 'de';

let known: Language | null = null;

/**
 * Of whoever acts: German where their Google is, English for all others. What stands in the file is the same for everybody.
 * Allowed in every AuthMode: Workspace guide "Editor add-on authorization" (user data: locale only). One call, the first time.
 */
export function languageOfUser(): Language {
  known ??= asked();
  return known;
}

/** A menu in English is better than none. */
function asked(): Language {
  try {
    // `de`, `de_AT` or `de-CH`.
    return /^de(?![a-z])/i.test(Session.getActiveUserLocale()) ? 'de' : 'en';
  } catch {
    return 'en';
  }
}

sayBy(() => {
  const { rules, reading, requests, acts, sheet, doors } = languageOfUser() === 'de' ? german : english;
  return { ...rules, ...reading, ...requests, ...acts, ...sheet, ...doors };
});
