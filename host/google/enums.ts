/** A value of one of Google's enumerations; in scripts it is one object per value, so that `===` works. */
export class EnumValue {
  constructor(
    readonly owner: string,
    readonly name: string,
    readonly value: string,
  ) {}

  toString(): string {
    return this.value;
  }
}

/** Enumerations by the class they hang on. */
export const ENUMS: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  SpreadsheetApp: {
    DeveloperMetadataVisibility: ['DOCUMENT', 'PROJECT'],
    DeveloperMetadataLocationType: ['SPREADSHEET', 'SHEET', 'ROW', 'COLUMN'],
    ProtectionType: ['RANGE', 'SHEET'],
    WrapStrategy: ['WRAP', 'OVERFLOW', 'CLIP'],
    Dimension: ['COLUMNS', 'ROWS'],
    DataValidationCriteria: [
      'VALUE_IN_LIST',
      'VALUE_IN_RANGE',
      'CHECKBOX',
      'NUMBER_BETWEEN',
      'DATE_IS_VALID_DATE',
      'CUSTOM_FORMULA',
    ],
  },
  Ui: {
    Button: ['CLOSE', 'OK', 'CANCEL', 'YES', 'NO'],
    ButtonSet: ['OK', 'OK_CANCEL', 'YES_NO', 'YES_NO_CANCEL'],
  },
  Charts: {
    ChartType: ['COLUMN', 'BAR', 'LINE', 'PIE', 'AREA', 'SCATTER', 'COMBO', 'TABLE'],
    Position: ['TOP', 'RIGHT', 'BOTTOM', 'NONE'],
  },
  ScriptApp: {
    AuthMode: ['NONE', 'CUSTOM_FUNCTION', 'LIMITED', 'FULL'],
    AuthorizationStatus: ['NOT_REQUIRED', 'REQUIRED'],
    EventType: ['CLOCK', 'ON_OPEN', 'ON_EDIT', 'ON_FORM_SUBMIT', 'ON_CHANGE', 'ON_EVENT_UPDATED'],
    TriggerSource: ['SPREADSHEETS', 'CLOCK', 'FORMS', 'DOCUMENTS', 'CALENDAR'],
    WeekDay: ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'],
  },
  Utilities: {
    Charset: ['US_ASCII', 'UTF_8'],
    DigestAlgorithm: ['MD2', 'MD5', 'SHA_1', 'SHA_256', 'SHA_384', 'SHA_512'],
  },
  HtmlService: { SandboxMode: ['IFRAME', 'NATIVE', 'EMULATED'], XFrameOptionsMode: ['ALLOWALL', 'DEFAULT'] },
};
