import type { Scene } from './question';

type Range = GoogleAppsScript.Spreadsheet.Range;
type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

const scopes = ['https://www.googleapis.com/auth/spreadsheets'];

/** Hands something of another file to a method of this one; what this file holds then is the answer. */
function acting(
  act: (here: Spreadsheet, other: Spreadsheet) => void,
  look: (here: Spreadsheet) => unknown,
): Scene['addOn'] {
  return {
    act() {
      const here = SpreadsheetApp.getActiveSpreadsheet();
      // Whether Google refuses it at once, at the next flush or not at all is not documented, and not asked.
      try {
        act(here, SpreadsheetApp.create('Other file of the conformance questions'));
        SpreadsheetApp.flush();
      } catch (error) {
        if ((error as Error).name !== 'Exception') throw error;
      }
      note(look(here));
    },
  };
}

const steps: Scene['steps'] = [{ do: 'open' }, { do: 'type', at: 'A1', text: 'mine' }, { do: 'run', name: 'act' }];

const first = (spreadsheet: Spreadsheet): Range => spreadsheet.getSheets()[0]!.getRange('A1');
const tabs = (spreadsheet: Spreadsheet) => spreadsheet.getSheets().length;

/** Nothing of another file may reach into this one. */
export const otherFiles: readonly Scene[] = [
  {
    id: 'arguments/copy-to-another-file',
    asks: 'May a range be copied onto one of another file?',
    scopes,
    addOn: {
      act() {
        const other = SpreadsheetApp.create('Other file of the conformance questions');
        try {
          first(SpreadsheetApp.getActiveSpreadsheet()).copyTo(first(other));
        } catch (error) {
          note((error as Error).message);
        }
      },
    },
    steps,
    expect: ['Target range and source range must be on the same spreadsheet.'],
    source: 'many logs in public threads',
  },
  {
    id: 'arguments/delete-a-tab-of-another-file',
    asks: 'Does deleting a tab of another file leave the tabs of this one?',
    scopes,
    addOn: acting(
      (here, other) => {
        here.insertSheet('Second');
        here.deleteSheet(other.getSheets()[0]!);
      },
      (here) => tabs(here),
    ),
    steps,
    expect: [2],
    source: 'reference "Spreadsheet.deleteSheet": deletes the specified sheet',
  },
  {
    id: 'arguments/move-to-another-file',
    asks: 'Does moving cells onto a range of another file move nothing in this one?',
    scopes,
    addOn: acting(
      (here, other) => first(here).moveTo(other.getSheets()[0]!.getRange('B2')),
      (here) => here.getSheets()[0]!.getRange('A1:B2').getValues(),
    ),
    steps,
    expect: [
      [
        ['mine', ''],
        ['', ''],
      ],
    ],
    source: 'reference "Range.moveTo": to the target range',
    unsure: 'It could take the cells out of this file; it cannot put them down here.',
  },
  {
    id: 'arguments/name-a-range-of-another-file',
    asks: 'Does naming a range of another file name nothing here?',
    scopes,
    addOn: acting(
      (here, other) => here.setNamedRange('conformance', first(other)),
      (here) => here.getRangeByName('conformance'),
    ),
    steps,
    expect: [null],
    source: 'reference "Spreadsheet.setNamedRange": names a range',
  },
  {
    id: 'arguments/go-to-a-tab-of-another-file',
    asks: 'Does going to a tab of another file leave this one where it is?',
    scopes,
    addOn: acting(
      (here, other) => {
        here.insertSheet('Second');
        here.setActiveSheet(other.getSheets()[0]!);
      },
      (here) => here.getActiveSheet().getName(),
    ),
    steps,
    expect: ['Second'],
    source: 'reference "Spreadsheet.setActiveSheet"; insertSheet makes the new tab active',
  },
  {
    id: 'arguments/write-into-another-file',
    asks: 'Does a write into another file leave this one alone?',
    scopes,
    addOn: acting(
      (_, other) => first(other).setValue('theirs'),
      (here) => first(here).getValue() as unknown,
    ),
    steps,
    expect: ['mine'],
    source: 'reference "Range.setValue"',
  },
];
