import type { Scene } from './question';

type EditEvent = GoogleAppsScript.Events.SheetsOnEdit;
type ChangeEvent = GoogleAppsScript.Events.SheetsOnChange;

const EVENTS = 'guide "Event objects"';
const INSTALLABLE = 'guide "Installable triggers"';
const ADD_ONS = 'Workspace guide "Triggers for Editor add-ons"';

/** Lets the add-on begin without triggers of earlier scenes. */
function forget(): void {
  for (const trigger of ScriptApp.getProjectTriggers()) ScriptApp.deleteTrigger(trigger);
}

/** Functions that run by themselves because a script asked for it. */
export const installedTriggers: readonly Scene[] = [
  {
    id: 'events/changes',
    asks: 'What does an installed onChange call the ways in which a file changes?',
    addOn: {
      forget,
      begin() {
        ScriptApp.newTrigger('changed').forSpreadsheet(SpreadsheetApp.getActiveSpreadsheet()).onChange().create();
      },
      changed(e: ChangeEvent) {
        note(e.changeType);
      },
    },
    steps: [
      { do: 'open' },
      { do: 'run', name: 'forget' },
      { do: 'run', name: 'begin' },
      { do: 'type', at: 'A1', text: 'x' },
      { do: 'insert row', at: 1 },
      { do: 'delete row', at: 1 },
      { do: 'insert column', at: 1 },
      { do: 'delete column', at: 1 },
      { do: 'insert tab', name: 'New' },
    ],
    expect: ['EDIT', 'INSERT_ROW', 'REMOVE_ROW', 'INSERT_COLUMN', 'REMOVE_COLUMN', 'INSERT_GRID'],
    source: EVENTS,
  },
  {
    id: 'events/installed-edit',
    asks: 'In which mode does an installed onEdit run, and does it know its number?',
    addOn: {
      forget,
      begin() {
        ScriptApp.newTrigger('edited').forSpreadsheet(SpreadsheetApp.getActiveSpreadsheet()).onEdit().create();
      },
      edited(e: EditEvent & { triggerUid?: string }) {
        note([String(e.authMode), e.value, typeof e.triggerUid]);
      },
    },
    steps: [
      { do: 'open' },
      { do: 'run', name: 'forget' },
      { do: 'run', name: 'begin' },
      { do: 'type', at: 'A1', text: 'x' },
    ],
    expect: [['FULL', 'x', 'string']],
    source: EVENTS,
  },
  {
    id: 'events/known-triggers',
    asks: 'Does a script know its triggers, until it deletes them?',
    addOn: {
      forget,
      begin() {
        ScriptApp.newTrigger('edited').forSpreadsheet(SpreadsheetApp.getActiveSpreadsheet()).onEdit().create();
        note(
          ScriptApp.getProjectTriggers().map((trigger) => [
            trigger.getHandlerFunction(),
            String(trigger.getEventType()),
            String(trigger.getTriggerSource()),
          ]),
        );
        forget();
        note(ScriptApp.getProjectTriggers().length);
      },
      edited() {
        note('heard');
      },
    },
    steps: [
      { do: 'open' },
      { do: 'run', name: 'forget' },
      { do: 'run', name: 'begin' },
      { do: 'type', at: 'A1', text: 'x' },
    ],
    expect: [[['edited', 'ON_EDIT', 'SPREADSHEETS']], 0],
    source: 'reference "ScriptApp.getProjectTriggers", "Trigger"',
  },
  {
    id: 'events/two-of-a-kind',
    asks: 'May an add-on have two triggers of a kind for one user in one file?',
    addOn: {
      forget,
      begin() {
        for (let i = 0; i < 2; i++)
          ScriptApp.newTrigger('edited').forSpreadsheet(SpreadsheetApp.getActiveSpreadsheet()).onEdit().create();
      },
      count() {
        note(ScriptApp.getProjectTriggers().length);
      },
      edited() {},
    },
    steps: [{ do: 'open' }, { do: 'run', name: 'forget' }, { do: 'run', name: 'begin' }, { do: 'run', name: 'count' }],
    expect: [{ throws: true }, 1],
    source: ADD_ONS,
    onlyPublished: true,
  },
  {
    id: 'events/too-often',
    asks: 'May an add-on run by the clock more often than once an hour?',
    addOn: {
      forget,
      begin() {
        ScriptApp.newTrigger('tick').timeBased().everyMinutes(5).create();
      },
      tick() {},
    },
    steps: [{ do: 'open' }, { do: 'run', name: 'forget' }, { do: 'run', name: 'begin' }],
    expect: [{ throws: true }],
    source: ADD_ONS,
    onlyPublished: true,
  },
  {
    id: 'events/clock',
    asks: 'What does a function hear that runs by the clock?',
    addOn: {
      forget,
      begin() {
        ScriptApp.newTrigger('tick').timeBased().everyHours(1).create();
      },
      tick(e: Record<string, unknown>) {
        if (e['heard']) return;
        note(['year', 'month', 'day-of-month', 'day-of-week', 'hour', 'minute'].map((name) => typeof e[name]));
        note([e['timezone'], String(e['authMode'])]);
        forget();
      },
    },
    steps: [{ do: 'open' }, { do: 'run', name: 'forget' }, { do: 'run', name: 'begin' }, { do: 'wait', hours: 2 }],
    expect: [
      ['number', 'number', 'number', 'number', 'number', 'number'],
      ['UTC', 'FULL'],
    ],
    source: EVENTS,
    unsure: 'The page shows UTC as its example of a zone; other pages say that clock triggers follow the script.',
  },
  {
    id: 'events/clock-runs-without-a-screen',
    asks: 'What if a function that runs by the clock asks for the screen?',
    addOn: {
      forget,
      begin() {
        ScriptApp.newTrigger('tick').timeBased().everyHours(1).create();
      },
      tick() {
        forget();
        try {
          SpreadsheetApp.getUi();
        } catch (error) {
          note((error as Error).message);
        }
      },
    },
    steps: [{ do: 'open' }, { do: 'run', name: 'forget' }, { do: 'run', name: 'begin' }, { do: 'wait', hours: 2 }],
    expect: ['Cannot call SpreadsheetApp.getUi() from this context.'],
    source: 'many logs in public threads',
  },
  {
    id: 'events/runs-as-its-maker',
    asks: 'As whom does an installed trigger run when someone else edits?',
    addOn: {
      forget,
      begin() {
        const maker = Session.getEffectiveUser().getEmail();
        PropertiesService.getDocumentProperties().setProperty('maker', maker);
        ScriptApp.newTrigger('edited').forSpreadsheet(SpreadsheetApp.getActiveSpreadsheet()).onEdit().create();
      },
      edited() {
        note(Session.getEffectiveUser().getEmail() === PropertiesService.getDocumentProperties().getProperty('maker'));
      },
    },
    steps: [
      { do: 'open' },
      { do: 'run', name: 'forget' },
      { do: 'run', name: 'begin' },
      { do: 'be another editor' },
      { do: 'type', at: 'A1', text: 'x' },
    ],
    expect: [true],
    source: INSTALLABLE,
  },
];
