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
  ScriptApp: { AuthMode: ['NONE', 'CUSTOM_FUNCTION', 'LIMITED', 'FULL'] },
  Utilities: {
    Charset: ['US_ASCII', 'UTF_8'],
    DigestAlgorithm: ['MD2', 'MD5', 'SHA_1', 'SHA_256', 'SHA_384', 'SHA_512'],
  },
  Browser: { Buttons: ['OK', 'OK_CANCEL', 'YES_NO', 'YES_NO_CANCEL'] },
  HtmlService: { SandboxMode: ['IFRAME', 'NATIVE', 'EMULATED'], XFrameOptionsMode: ['ALLOWALL', 'DEFAULT'] },
};
