import type { Scene } from './question';

type EditEvent = GoogleAppsScript.Events.SheetsOnEdit;
type OpenEvent = GoogleAppsScript.Events.SheetsOnOpen;
type SelectionEvent = { readonly range: GoogleAppsScript.Spreadsheet.Range };

const EVENTS = 'guide "Event objects"';
const TRIGGERS = 'guide "Simple triggers"';

/** When functions run by themselves, and what they are told. */
export const events: readonly Scene[] = [
  {
    id: 'events/one-cell',
    asks: 'What does onEdit hear of a cell that was blank?',
    addOn: {
      onEdit(e: EditEvent) {
        note([e.range.getA1Notation(), e.value, e.oldValue === undefined]);
      },
    },
    steps: [{ do: 'open' }, { do: 'type', at: 'B2', text: 'hello' }],
    expect: [['B2', 'hello', true]],
    source: EVENTS,
  },
  {
    id: 'events/old-value',
    asks: 'Does onEdit hear what a cell held before?',
    addOn: {
      onEdit(e: EditEvent) {
        note([e.value, e.oldValue ?? null]);
      },
    },
    steps: [{ do: 'open' }, { do: 'type', at: 'A1', text: 'a' }, { do: 'type', at: 'A1', text: 'b' }],
    expect: [
      ['a', null],
      ['b', 'a'],
    ],
    source: EVENTS,
  },
  {
    id: 'events/many-cells',
    asks: 'Does onEdit hear of a paste once, with its range and without values?',
    addOn: {
      onEdit(e: EditEvent) {
        note([e.range.getA1Notation(), e.value === undefined, e.oldValue === undefined]);
      },
    },
    steps: [
      { do: 'open' },
      {
        do: 'paste',
        at: 'A1',
        rows: [
          ['1', '2'],
          ['3', '4'],
        ],
      },
    ],
    expect: [['A1:B2', true, true]],
    source: EVENTS,
  },
  {
    id: 'events/edit-is-done',
    asks: 'Is the edit in the cell when onEdit runs?',
    addOn: {
      onEdit(e: EditEvent) {
        note(e.range.getValue());
      },
    },
    steps: [{ do: 'open' }, { do: 'type', at: 'A1', text: '5' }],
    expect: [5],
    source: `${TRIGGERS}: runs when a user changes a value`,
  },
  {
    id: 'events/edit-is-limited',
    asks: 'In which mode does onEdit run, and has it a trigger’s number?',
    addOn: {
      onEdit(e: EditEvent & { triggerUid?: string }) {
        note([String(e.authMode), e.triggerUid === undefined]);
      },
    },
    steps: [{ do: 'open' }, { do: 'type', at: 'A1', text: 'x' }],
    expect: [['LIMITED', true]],
    source: EVENTS,
  },
  {
    id: 'events/source',
    asks: 'Is the source of an edit the spreadsheet?',
    addOn: {
      onEdit(e: EditEvent) {
        note(e.source.getId() === SpreadsheetApp.getActiveSpreadsheet().getId());
      },
    },
    steps: [{ do: 'open' }, { do: 'type', at: 'A1', text: 'x' }],
    expect: [true],
    source: EVENTS,
  },
  {
    id: 'events/scripts-fire-nothing',
    asks: 'Does onEdit hear of what scripts write?',
    addOn: {
      onEdit() {
        note('heard');
      },
      write() {
        SpreadsheetApp.getActiveSheet().getRange('A1').setValue('by a script');
      },
    },
    steps: [{ do: 'open' }, { do: 'run', name: 'write' }, { do: 'look at', at: 'A1' }],
    expect: ['by a script'],
    source: TRIGGERS,
  },
  {
    id: 'events/rows-are-no-edit',
    asks: 'Does onEdit hear of a row that is put in?',
    addOn: {
      onEdit() {
        note('heard');
      },
    },
    steps: [{ do: 'open' }, { do: 'insert row', at: 1 }],
    expect: [],
    source: `${TRIGGERS}: when a user changes the value of a cell; onChange is for the structure`,
  },
  {
    id: 'events/failing-edit',
    asks: 'Does an edit stay when onEdit fails?',
    addOn: {
      onEdit() {
        throw new Error('Not today.');
      },
    },
    steps: [{ do: 'open' }, { do: 'type', at: 'A1', text: 'x' }, { do: 'look at', at: 'A1' }],
    expect: ['x'],
    source: `${TRIGGERS}: they run after the fact`,
  },
  {
    id: 'events/open',
    asks: 'What does onOpen hear?',
    addOn: {
      onOpen(e: OpenEvent) {
        note([String(e.authMode), e.source.getId() === SpreadsheetApp.getActiveSpreadsheet().getId()]);
      },
    },
    steps: [{ do: 'open' }],
    expect: [['LIMITED', true]],
    source: EVENTS,
  },
  {
    id: 'events/viewers-open',
    asks: 'Does onOpen run for someone who may only look?',
    addOn: {
      onOpen() {
        note('ran');
      },
    },
    steps: [{ do: 'be a viewer' }, { do: 'open' }],
    expect: [],
    source: `${TRIGGERS}: not if a file is opened in read-only mode`,
  },
  {
    id: 'events/selection',
    asks: 'Does onSelectionChange hear where the user went?',
    addOn: {
      onSelectionChange(e: SelectionEvent) {
        note(e.range.getA1Notation());
      },
    },
    steps: [{ do: 'open' }, { do: 'select', at: 'C3:D4' }],
    expect: ['C3:D4'],
    source: TRIGGERS,
  },
  {
    id: 'events/fields-of-the-range',
    asks: 'Does the range of an edit carry its corners as plain fields?',
    addOn: {
      onEdit(e: EditEvent) {
        const { rowStart, rowEnd, columnStart, columnEnd } = e.range as unknown as Record<string, number>;
        note([rowStart, rowEnd, columnStart, columnEnd]);
      },
    },
    steps: [{ do: 'open' }, { do: 'type', at: 'B3', text: 'x' }],
    expect: [[3, 3, 2, 2]],
    source: 'public code that uses them',
    unsure: 'They are in no page of Google’s.',
  },
  {
    id: 'events/deleting',
    asks: 'What does onEdit hear when a cell is emptied?',
    addOn: {
      onEdit(e: EditEvent) {
        note([e.value ?? null, e.oldValue ?? null]);
      },
    },
    steps: [{ do: 'open' }, { do: 'type', at: 'A1', text: 'x' }, { do: 'clear', at: 'A1' }],
    expect: [
      ['x', null],
      [null, 'x'],
    ],
    source: EVENTS,
    unsure: 'The page does not say what value is then; some saw an object there.',
  },
  {
    id: 'events/days-in-events',
    asks: 'What is the value of an edit when a day was typed?',
    addOn: {
      onEdit(e: EditEvent) {
        note(e.value);
      },
    },
    steps: [{ do: 'open' }, { do: 'type', at: 'A1', text: '1/1/2026' }],
    expect: ['46023'],
    source: 'public code that works around it',
    unsure: 'Seen by some, in no page of Google’s.',
  },
];
