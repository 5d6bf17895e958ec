import { noSignature } from './errors';

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

/** The name of an enumeration's value; a string in its place fits no version of a method, as in Google's. */
export function enumArgument(value: unknown, name: string, method: string): string {
  if (value instanceof EnumValue && value.name === name) return value.value;
  return noSignature([value], method);
}

const words = (text: string): readonly string[] => text.trim().split(/\s+/);

const THEME_COLORS = words('UNSUPPORTED TEXT BACKGROUND ACCENT1 ACCENT2 ACCENT3 ACCENT4 ACCENT5 ACCENT6 HYPERLINK');
const BANDING_THEMES = words('LIGHT_GREY CYAN GREEN YELLOW ORANGE BLUE TEAL GREY BROWN LIGHT_GREEN INDIGO PINK');
const BOOLEAN_CRITERIA = words(`
  CELL_EMPTY CELL_NOT_EMPTY DATE_AFTER DATE_BEFORE DATE_EQUAL_TO DATE_NOT_EQUAL_TO DATE_AFTER_RELATIVE
  DATE_BEFORE_RELATIVE DATE_EQUAL_TO_RELATIVE NUMBER_BETWEEN NUMBER_EQUAL_TO NUMBER_GREATER_THAN
  NUMBER_GREATER_THAN_OR_EQUAL_TO NUMBER_LESS_THAN NUMBER_LESS_THAN_OR_EQUAL_TO NUMBER_NOT_BETWEEN
  NUMBER_NOT_EQUAL_TO TEXT_CONTAINS TEXT_DOES_NOT_CONTAIN TEXT_EQUAL_TO TEXT_NOT_EQUAL_TO TEXT_STARTS_WITH
  TEXT_ENDS_WITH CUSTOM_FORMULA`);

/** Enumerations by the class they hang on. */
export const ENUMS: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  SpreadsheetApp: {
    DeveloperMetadataVisibility: ['DOCUMENT', 'PROJECT'],
    DeveloperMetadataLocationType: ['SPREADSHEET', 'SHEET', 'ROW', 'COLUMN'],
    ProtectionType: ['RANGE', 'SHEET'],
    WrapStrategy: ['WRAP', 'OVERFLOW', 'CLIP'],
    Dimension: ['COLUMNS', 'ROWS'],
    Direction: ['UP', 'DOWN', 'PREVIOUS', 'NEXT'],
    TextDirection: ['LEFT_TO_RIGHT', 'RIGHT_TO_LEFT'],
    BorderStyle: ['DOTTED', 'DASHED', 'SOLID', 'SOLID_MEDIUM', 'SOLID_THICK', 'DOUBLE'],
    ColorType: ['UNSUPPORTED', 'RGB', 'THEME'],
    ThemeColorType: THEME_COLORS,
    BandingTheme: BANDING_THEMES,
    BooleanCriteria: BOOLEAN_CRITERIA,
    InterpolationType: ['NUMBER', 'PERCENT', 'PERCENTILE', 'MIN', 'MAX'],
    CopyPasteType: [
      'PASTE_NORMAL',
      'PASTE_NO_BORDERS',
      'PASTE_FORMAT',
      'PASTE_FORMULA',
      'PASTE_DATA_VALIDATION',
      'PASTE_VALUES',
      'PASTE_CONDITIONAL_FORMATTING',
      'PASTE_COLUMN_WIDTHS',
    ],
    RecalculationInterval: ['ON_CHANGE', 'MINUTE', 'HOUR'],
    RelativeDate: ['TODAY', 'TOMORROW', 'YESTERDAY', 'PAST_WEEK', 'PAST_MONTH', 'PAST_YEAR'],
    GroupControlTogglePosition: ['BEFORE', 'AFTER'],
    SheetType: ['GRID', 'OBJECT', 'DATASOURCE'],
    SortOrder: ['ASCENDING', 'DESCENDING'],
    AutoFillSeries: ['DEFAULT_SERIES', 'ALTERNATE_SERIES'],
    TextToColumnsDelimiter: ['COMMA', 'SEMICOLON', 'PERIOD', 'SPACE'],
    ValueType: ['IMAGE'],
    DataValidationCriteria: [
      ...['DATE_AFTER', 'DATE_BEFORE', 'DATE_BETWEEN', 'DATE_EQUAL_TO', 'DATE_IS_VALID_DATE', 'DATE_NOT_BETWEEN'],
      ...['DATE_ON_OR_AFTER', 'DATE_ON_OR_BEFORE'],
      ...['DATE_AFTER_RELATIVE', 'DATE_BEFORE_RELATIVE', 'DATE_EQUAL_TO_RELATIVE'],
      ...['NUMBER_BETWEEN', 'NUMBER_EQUAL_TO', 'NUMBER_GREATER_THAN', 'NUMBER_GREATER_THAN_OR_EQUAL_TO'],
      ...['NUMBER_LESS_THAN', 'NUMBER_LESS_THAN_OR_EQUAL_TO', 'NUMBER_NOT_BETWEEN', 'NUMBER_NOT_EQUAL_TO'],
      ...['TEXT_CONTAINS', 'TEXT_DOES_NOT_CONTAIN', 'TEXT_EQUAL_TO', 'TEXT_IS_VALID_EMAIL', 'TEXT_IS_VALID_URL'],
      ...['VALUE_IN_LIST', 'VALUE_IN_RANGE', 'CUSTOM_FORMULA', 'CHECKBOX'],
    ],
  },
  Ui: {
    Button: ['CLOSE', 'OK', 'CANCEL', 'YES', 'NO'],
    ButtonSet: ['OK', 'OK_CANCEL', 'YES_NO', 'YES_NO_CANCEL'],
  },
  Charts: {
    ChartType: words(`
      TIMELINE AREA BAR BUBBLE CANDLESTICK COLUMN COMBO GAUGE GEO HISTOGRAM RADAR LINE ORG PIE SCATTER SPARKLINE
      STEPPED_AREA TABLE TREEMAP WATERFALL`),
    ChartHiddenDimensionStrategy: ['IGNORE_BOTH', 'IGNORE_COLUMNS', 'IGNORE_ROWS', 'SHOW_BOTH'],
    ChartMergeStrategy: ['MERGE_COLUMNS', 'MERGE_ROWS'],
    CurveStyle: ['NORMAL', 'SMOOTH'],
    PointStyle: ['NONE', 'TINY', 'MEDIUM', 'LARGE', 'HUGE'],
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
