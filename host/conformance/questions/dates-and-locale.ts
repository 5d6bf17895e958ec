import type { ScriptQuestion } from './question';

/** Three clocks and many ways to write a number. */
export const datesAndLocale: readonly ScriptQuestion[] = [
  {
    id: 'dates-and-locale/zones-apart',
    asks: 'Has the script the zone of its manifest, and the file its own?',
    code: (spreadsheet) => [Session.getScriptTimeZone(), spreadsheet.getSpreadsheetTimeZone()],
    expect: ['Pacific/Marquesas', 'Europe/Madrid'],
    source: 'reference "Session.getScriptTimeZone", "Spreadsheet.getSpreadsheetTimeZone"',
  },
  {
    id: 'dates-and-locale/day-in-the-files-zone',
    asks: 'Is a day cell midnight in the zone of the file, not of the script?',
    code: (_, sheet) => sheet.getRange('A1').setValue('2026-07-01').getValue().toISOString(),
    expect: '2026-06-30T22:00:00.000Z',
    source: 'reference "Session.getScriptTimeZone"; public code that formats with the zone of the file',
  },
  {
    id: 'dates-and-locale/moment-shown-in-the-files-zone',
    asks: 'Is a moment that a script writes shown in the zone of the file?',
    code: (_, sheet) => {
      const cell = sheet.getRange('A1').setValue(new Date(Date.UTC(2026, 0, 15, 23, 30)));
      return cell.setNumberFormat('yyyy-mm-dd hh:mm').getDisplayValue();
    },
    expect: '2026-01-16 00:30',
    source: 'reference "Spreadsheet.getSpreadsheetTimeZone"; milan-rajic.com "Date and time"',
  },
  {
    id: 'dates-and-locale/serial',
    asks: 'Are days counted from 30 December 1899?',
    code: (_, sheet) => sheet.getRange('A1').setValue('2026-01-01').setNumberFormat('0').getValue(),
    expect: 46023,
    source: 'Sheets API guide "Date and time formats"',
  },
  {
    id: 'dates-and-locale/serial-of-a-moment',
    asks: 'Is the time of day the fraction of a day in the zone of the file?',
    code: (_, sheet) => {
      const cell = sheet.getRange('A1').setValue(new Date(Date.UTC(2026, 6, 1, 10)));
      return cell.setNumberFormat('0.00').getValue();
    },
    expect: 46204.5,
    source: 'Sheets API guide "Date and time formats"',
  },
  {
    id: 'dates-and-locale/another-zone-for-the-file',
    asks: 'Does a day cell keep its day, and become another moment, when the file gets another zone?',
    code: (spreadsheet, sheet) => {
      sheet.getRange('A1').setValue('2026-07-01');
      spreadsheet.setSpreadsheetTimeZone('Asia/Tokyo');
      return spreadsheet.getSheetById(sheet.getSheetId())!.getRange('A1').getValue().toISOString();
    },
    expect: '2026-06-30T15:00:00.000Z',
    source: 'Sheets API guide "Date and time formats": cells hold serials without zone',
  },
  {
    id: 'dates-and-locale/iso-day-in-code',
    asks: 'Is new Date of a bare day midnight in UTC?',
    code: () => new Date('2026-02-26').toISOString(),
    expect: '2026-02-26T00:00:00.000Z',
    source: 'milan-rajic.com "Date and time" 1/6',
  },
  {
    id: 'dates-and-locale/other-days-in-code',
    asks: 'Are other ways to write a day midnight in the zone of the script?',
    code: () => ['02/26/2026', '2026-02-26 00:00:00'].map((text) => new Date(text).toISOString()),
    expect: ['2026-02-26T09:30:00.000Z', '2026-02-26T09:30:00.000Z'],
    source: 'milan-rajic.com "Date and time" 1/6',
  },
  {
    id: 'dates-and-locale/local-methods',
    asks: 'Do the local methods of a Date use the zone of the script?',
    code: () => {
      const moment = new Date(Date.UTC(2026, 6, 1, 2));
      return [moment.getDate(), moment.getHours(), moment.getTimezoneOffset()];
    },
    expect: [30, 16, 570],
    source: 'milan-rajic.com "Date and time" 2/6; reference "Session.getScriptTimeZone"',
  },
  {
    id: 'dates-and-locale/format',
    asks: 'Does formatDate write a moment in the zone it is told?',
    code: () => {
      const moment = new Date(Date.UTC(2026, 2, 29, 1, 5, 9));
      return ['Europe/Madrid', 'America/New_York', 'GMT'].map((zone) =>
        Utilities.formatDate(moment, zone, "yyyy-MM-dd'T'HH:mm:ss"),
      );
    },
    expect: ['2026-03-29T03:05:09', '2026-03-28T21:05:09', '2026-03-29T01:05:09'],
    source: 'reference "Utilities.formatDate"',
  },
  {
    id: 'dates-and-locale/format-letters',
    asks: 'Are the letters of a format those of Java?',
    code: () => Utilities.formatDate(new Date(Date.UTC(2026, 10, 2, 15, 4)), 'GMT', 'EEE, d MMM yy h:mm a'),
    expect: 'Mon, 2 Nov 26 3:04 PM',
    source: 'reference "Utilities.formatDate": SimpleDateFormat',
  },
  {
    id: 'dates-and-locale/format-with-offset',
    asks: 'Can a format show the offset of the zone?',
    code: () => Utilities.formatDate(new Date(Date.UTC(2026, 6, 1)), 'Europe/Madrid', 'HH:mm Z'),
    expect: '02:00 +0200',
    source: 'reference "Utilities.formatDate": SimpleDateFormat',
  },
  {
    id: 'dates-and-locale/american-day',
    asks: 'Is 3/4/2026 the fourth of March in an American file?',
    code: (spreadsheet, sheet) =>
      Utilities.formatDate(
        sheet.getRange('A1').setValue('3/4/2026').getValue(),
        spreadsheet.getSpreadsheetTimeZone(),
        'yyyy-MM-dd',
      ),
    expect: '2026-03-04',
    source: 'Sheets API reference "SpreadsheetProperties.locale"; public code',
  },
  {
    id: 'dates-and-locale/british-day',
    asks: 'Is 3/4/2026 the third of April in a British file?',
    settings: { locale: 'en_GB', timeZone: 'Europe/London' },
    code: (spreadsheet, sheet) =>
      Utilities.formatDate(
        sheet.getRange('A1').setValue('3/4/2026').getValue(),
        spreadsheet.getSpreadsheetTimeZone(),
        'yyyy-MM-dd',
      ),
    expect: '2026-04-03',
    source: 'Sheets API reference "SpreadsheetProperties.locale"; public code',
  },
  {
    id: 'dates-and-locale/german-number',
    asks: 'Is 1.234,5 a number in a German file?',
    settings: { locale: 'de_DE', timeZone: 'Europe/Berlin' },
    code: (_, sheet) => sheet.getRange('A1').setValue('1.234,5').getValue(),
    expect: 1234.5,
    source: 'Sheets API reference "ValueInputOption.USER_ENTERED": as typed into the interface',
  },
  {
    id: 'dates-and-locale/american-number',
    asks: 'Is 1.5 a number in an American file?',
    code: (_, sheet) => sheet.getRange('A1').setValue('1.5').getValue(),
    expect: 1.5,
    source: 'Sheets API reference "ValueInputOption.USER_ENTERED"',
  },
  {
    id: 'dates-and-locale/german-day',
    asks: 'Is 15.01.2026 a day in a German file?',
    settings: { locale: 'de_DE', timeZone: 'Europe/Berlin' },
    code: (_, sheet) =>
      Utilities.formatDate(sheet.getRange('A1').setValue('15.01.2026').getValue(), 'Europe/Berlin', 'yyyy-MM-dd'),
    expect: '2026-01-15',
    source: 'Sheets API reference "ValueInputOption.USER_ENTERED": as typed into the interface',
  },
  {
    id: 'dates-and-locale/german-display',
    asks: 'Is a number shown with the signs of the locale of the file?',
    settings: { locale: 'de_DE', timeZone: 'Europe/Berlin' },
    code: (_, sheet) => sheet.getRange('A1').setValue(1234.5).setNumberFormat('#,##0.00').getDisplayValue(),
    expect: '1.234,50',
    source: 'Sheets API guide "Date and time formats": separators follow the locale',
  },
  {
    id: 'dates-and-locale/numbers-are-numbers',
    asks: 'Does a number that a script writes not depend on the locale?',
    settings: { locale: 'de_DE', timeZone: 'Europe/Berlin' },
    code: (_, sheet) => sheet.getRange('A1').setValue(1234.5).getValue(),
    expect: 1234.5,
    source: 'reference "Range.setValue"',
  },
  {
    id: 'dates-and-locale/locale-of-the-file',
    asks: 'Does a new locale of the file come back, and change how strings are read from then on?',
    code: (spreadsheet, sheet) => {
      const before = sheet.getRange('A1').setValue('1.5').getValue();
      spreadsheet.setSpreadsheetLocale('de_DE');
      return [before, spreadsheet.getSpreadsheetLocale(), sheet.getRange('A2').setValue('1,5').getValue()];
    },
    expect: [1.5, 'de_DE', 1.5],
    source: 'reference "Spreadsheet.setSpreadsheetLocale"',
    unsure: 'That later writes of the same execution are read the new way is not written anywhere.',
  },
  {
    id: 'dates-and-locale/format-of-a-german-day',
    asks: 'In which format does a German file show a day that a script writes?',
    settings: { locale: 'de_DE', timeZone: 'Europe/Berlin' },
    code: (_, sheet) =>
      sheet
        .getRange('A1')
        .setValue(new Date(Date.UTC(2026, 0, 15, 11)))
        .getDisplayValue(),
    expect: '15.01.2026 12:00:00',
    source: 'known from use of Sheets',
    unsure: 'The format that a Date brings along is not documented.',
  },
];
