import type { Scene } from './question';
import { NOT_WITH_THESE_SCOPES, refusal } from './refusal';

const THIS_FILE = 'https://www.googleapis.com/auth/spreadsheets.currentonly';

/** What the scopes of the manifest allow. */
export const scopes: readonly Scene[] = [
  {
    id: 'auth-modes/no-scope-for-panels',
    asks: 'What if the manifest has no scope for sidebars?',
    scopes: [THIS_FILE],
    addOn: {
      showIt() {
        note(refusal(() => SpreadsheetApp.getUi().showModalDialog(HtmlService.createHtmlOutput('<p>x</p>'), 'x')));
      },
    },
    steps: [{ do: 'open' }, { do: 'run', name: 'showIt' }],
    expect: [NOT_WITH_THESE_SCOPES],
    source: 'logs in public code: "… to call Ui.showModalDialog"',
  },
  {
    id: 'auth-modes/other-files',
    asks: 'What if a script with the scope of this file alone opens another?',
    scopes: [THIS_FILE],
    addOn: {
      openIt() {
        note(refusal(() => SpreadsheetApp.openById('1234567890abcdefghijklmnopqrstuvwxyz')));
      },
    },
    steps: [{ do: 'open' }, { do: 'run', name: 'openIt' }],
    expect: [NOT_WITH_THESE_SCOPES],
    source: 'jpoehnelt/blog "Apps Script currentonly scopes"',
  },
  {
    id: 'auth-modes/no-scope-for-triggers',
    asks: 'What if the manifest has no scope for triggers?',
    scopes: [THIS_FILE],
    addOn: {
      begin() {
        note(refusal(() => ScriptApp.getProjectTriggers()));
      },
    },
    steps: [{ do: 'open' }, { do: 'run', name: 'begin' }],
    expect: [NOT_WITH_THESE_SCOPES],
    source: 'reference "ScriptApp.getProjectTriggers": scopes; sentence: logs in public code',
  },
  {
    id: 'auth-modes/no-scope-for-the-user',
    asks: 'Does asking for the user throw if the manifest names scopes and not that of the address?',
    scopes: [THIS_FILE],
    addOn: {
      who() {
        note(refusal(() => Session.getActiveUser().getEmail()));
      },
    },
    steps: [{ do: 'open' }, { do: 'run', name: 'who' }],
    expect: [NOT_WITH_THESE_SCOPES],
    source: 'public code that works around it',
  },
];
