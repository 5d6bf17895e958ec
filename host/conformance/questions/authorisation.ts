import type { ScriptQuestion } from './question';

/** What a script can find out about what it may do. */
export const authorisation: readonly ScriptQuestion[] = [
  {
    id: 'auth-modes/nothing-left-to-allow',
    asks: 'Is nothing left to be allowed once all was?',
    code: () => {
      const info = ScriptApp.getAuthorizationInfo(ScriptApp.AuthMode.FULL);
      return [String(info.getAuthorizationStatus()), info.getAuthorizationUrl()];
    },
    expect: ['NOT_REQUIRED', null],
    source: 'reference "AuthorizationInfo"',
  },
];
