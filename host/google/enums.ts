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
      ...['DATE_AFTER', 'DATE_BEFORE', 'DATE_BETWEEN', 'DATE_EQUAL_TO', 'DATE_IS_VALID_DATE', 'DATE_NOT_BETWEEN'],
      ...['DATE_ON_OR_AFTER', 'DATE_ON_OR_BEFORE'],
      ...['DATE_AFTER_RELATIVE', 'DATE_BEFORE_RELATIVE', 'DATE_EQUAL_TO_RELATIVE'],
      ...['NUMBER_BETWEEN', 'NUMBER_EQUAL_TO', 'NUMBER_GREATER_THAN', 'NUMBER_GREATER_THAN_OR_EQUAL_TO'],
      ...['NUMBER_LESS_THAN', 'NUMBER_LESS_THAN_OR_EQUAL_TO', 'NUMBER_NOT_BETWEEN', 'NUMBER_NOT_EQUAL_TO'],
      ...['TEXT_CONTAINS', 'TEXT_DOES_NOT_CONTAIN', 'TEXT_EQUAL_TO', 'TEXT_IS_VALID_EMAIL', 'TEXT_IS_VALID_URL'],
      ...['VALUE_IN_LIST', 'VALUE_IN_RANGE', 'CUSTOM_FORMULA', 'CHECKBOX'],
    ],
    Direction: ['UP', 'DOWN', 'PREVIOUS', 'NEXT'],
    TextToColumnsDelimiter: ['COMMA', 'SEMICOLON', 'PERIOD', 'SPACE'],
    RelativeDate: ['TODAY', 'TOMORROW', 'YESTERDAY', 'PAST_WEEK', 'PAST_MONTH', 'PAST_YEAR'],
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
    MacAlgorithm: ['HMAC_MD5', 'HMAC_SHA_1', 'HMAC_SHA_256', 'HMAC_SHA_384', 'HMAC_SHA_512'],
    RsaAlgorithm: ['RSA_SHA_1', 'RSA_SHA_256'],
  },
  HtmlService: { SandboxMode: ['IFRAME', 'NATIVE', 'EMULATED'], XFrameOptionsMode: ['ALLOWALL', 'DEFAULT'] },
};
