/**
 * Every method that scripts can call, by class and by what it costs the user.
 *
 * - `calls` move cells or must reach Google: reading and writing cells, formats and validation, finding, putting in and
 *   taking out rows, columns and tabs, flush, and everything of Cache, Properties, Lock, Session and Utilities.
 * - `settings` change a property that moves no cell: names, widths, frozen rows, marks, protections, charts.
 * - `navigation` stays inside the script: getting at ranges, builders, reading a builder's own state.
 *
 * A method that is not listed does not exist for scripts, whatever the class has.
 */
type Costs = { readonly calls?: string; readonly settings?: string; readonly navigation?: string };

const SURFACE: Readonly<Record<string, Costs>> = {
  SpreadsheetApp: {
    calls: 'flush',
    navigation:
      'getActive getActiveSpreadsheet getActiveSheet getActiveRange getCurrentCell getUi newDataValidation newRichTextValue',
  },
  Spreadsheet: {
    calls: 'insertSheet deleteSheet moveActiveSheet',
    settings:
      'rename setSpreadsheetLocale setSpreadsheetTimeZone setNamedRange removeNamedRange addDeveloperMetadata toast setActiveSheet setActiveRange',
    navigation:
      'getId getUrl getName getSpreadsheetLocale getSpreadsheetTimeZone getSheets getSheetByName getSheetById getNumSheets getActiveSheet getRange getRangeByName getNamedRanges getActiveRange getActiveCell getCurrentCell createTextFinder createDeveloperMetadataFinder',
  },
  Sheet: {
    calls:
      'getLastRow getLastColumn getDataRange appendRow insertRowAfter insertRowBefore insertRowsAfter insertRowsBefore insertRows deleteRow deleteRows moveRows insertColumnAfter insertColumnBefore insertColumnsAfter insertColumnsBefore insertColumns deleteColumn deleteColumns moveColumns clear clearContents sort copyTo',
    settings:
      'setName hideSheet showSheet setTabColor setHiddenGridlines setFrozenRows setFrozenColumns activate setActiveRange setColumnWidth setColumnWidths setRowHeight setRowHeights hideColumns showColumns hideColumn hideRows showRows protect insertChart updateChart removeChart addDeveloperMetadata',
    navigation:
      'getSheetId getName getSheetName getIndex getParent isSheetHidden getFrozenRows getFrozenColumns getRange getRangeList getActiveRange getActiveCell getMaxRows getMaxColumns createTextFinder getColumnWidth isColumnHiddenByUser isRowHiddenByUser getNamedRanges getProtections newChart getCharts createDeveloperMetadataFinder',
  },
  Range: {
    calls:
      'getValues getValue getDisplayValues getDisplayValue getFormulas getFormula isBlank getNotes getNote setValues setValue setFormulas setFormula setRichTextValues setRichTextValue setNotes setNote clearContent clearFormat clearNote clearDataValidations clear getNumberFormats getNumberFormat setNumberFormat setNumberFormats setFontWeight setFontWeights setFontStyle setFontSize setFontFamily setFontColor setFontColors setBackground setBackgrounds getBackground getFontWeight setHorizontalAlignment setVerticalAlignment setWrap setWrapStrategy getDataValidation getDataValidations setDataValidation setDataValidations insertCheckboxes merge breakApart sort copyTo',
    settings: 'addDeveloperMetadata activate',
    navigation:
      'getRow getRowIndex getColumn getLastRow getLastColumn getNumRows getNumColumns getHeight getWidth getSheet getGridId getA1Notation getCell offset createTextFinder isPartOfMerge',
  },
  RangeList: {
    calls:
      'setNumberFormat setFontWeight setFontColor setBackground setHorizontalAlignment setWrap setValue clearContent clearDataValidations setDataValidation',
    navigation: 'getRanges',
  },
  TextFinder: {
    calls: 'findAll findNext findPrevious replaceAllWith',
    navigation: 'matchEntireCell matchCase useRegularExpression matchFormulaText startFrom getCurrentMatch',
  },
  DataValidation: { navigation: 'getAllowInvalid getHelpText getCriteriaType getCriteriaValues copy' },
  DataValidationBuilder: {
    navigation:
      'requireValueInList requireValueInRange requireCheckbox requireNumberBetween requireDate requireFormulaSatisfied setAllowInvalid setHelpText build',
  },
  RichTextValue: { navigation: 'getText' },
  RichTextValueBuilder: { navigation: 'setText build' },
  NamedRange: { settings: 'setRange setName remove', navigation: 'getName getRange' },
  Protection: { settings: 'setDescription setWarningOnly remove', navigation: 'getDescription isWarningOnly' },
  DeveloperMetadata: {
    settings: 'setKey setValue moveToColumn moveToRow remove',
    navigation: 'getId getKey getValue getVisibility getLocation',
  },
  DeveloperMetadataLocation: { navigation: 'getLocationType getColumn getRow getSheet' },
  DeveloperMetadataFinder: { calls: 'find', navigation: 'withKey withValue withId withLocationType withVisibility' },
  EmbeddedChart: { navigation: 'getChartId getRanges getOptions getContainerInfo modify' },
  ContainerInfo: { navigation: 'getAnchorRow getAnchorColumn getOffsetX getOffsetY' },
  EmbeddedChartBuilder: {
    navigation:
      'addRange clearRanges setPosition setOption setNumHeaders setChartType asColumnChart asBarChart asLineChart asPieChart setTitle setXAxisTitle setYAxisTitle setColors setLegendPosition build',
  },
  ChartOptions: { navigation: 'get' },
  Ui: {
    settings: 'showSidebar showModalDialog showModelessDialog alert prompt',
    navigation: 'createMenu createAddonMenu',
  },
  PromptResponse: { navigation: 'getSelectedButton getResponseText' },
  Menu: { settings: 'addToUi', navigation: 'addItem addSeparator addSubMenu' },
  HtmlService: { navigation: 'createHtmlOutput createHtmlOutputFromFile createTemplate createTemplateFromFile' },
  HtmlOutput: {
    navigation:
      'append getContent setContent setTitle getTitle setWidth getWidth setHeight getHeight setSandboxMode setXFrameOptionsMode addMetaTag',
  },
  CacheService: { navigation: 'getDocumentCache getScriptCache getUserCache' },
  Cache: { calls: 'get getAll put putAll remove removeAll' },
  PropertiesService: { navigation: 'getDocumentProperties getScriptProperties getUserProperties' },
  Properties: {
    calls: 'getProperty getProperties getKeys setProperty setProperties deleteProperty deleteAllProperties',
  },
  LockService: { navigation: 'getDocumentLock getScriptLock getUserLock' },
  Lock: { calls: 'tryLock waitLock releaseLock', navigation: 'hasLock' },
  Utilities: {
    calls: 'getUuid sleep base64Encode base64EncodeWebSafe base64Decode newBlob gzip ungzip computeDigest formatDate',
  },
  Blob: { navigation: 'getBytes getDataAsString getContentType getName' },
  Session: { calls: 'getActiveUser getEffectiveUser getActiveUserLocale getScriptTimeZone getTemporaryActiveUserKey' },
  User: { navigation: 'getEmail' },
  Logger: { navigation: 'log' },
};

export type Cost = 'call' | 'setting' | 'navigation';

const costs = new Map<string, Map<string, Cost>>(
  Object.entries(SURFACE).map(([name, { calls = '', settings = '', navigation = '' }]) => {
    const methods = new Map<string, Cost>();
    for (const [cost, list] of [
      ['call', calls],
      ['setting', settings],
      ['navigation', navigation],
    ] as const) {
      for (const method of list.split(' ')) if (method) methods.set(method, cost);
    }
    return [name, methods];
  }),
);

/** What a call of the method costs, or undefined where scripts cannot call it. */
export const costOf = (className: string, method: string): Cost | undefined => costs.get(className)?.get(method);

export const supportedMethods = (): ReadonlyMap<string, ReadonlyMap<string, Cost>> => costs;
