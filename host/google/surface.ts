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
    calls: 'create flush openById openByUrl',
    navigation:
      'getActive getActiveSpreadsheet getActiveSheet getActiveRange getCurrentCell getUi newDataValidation newRichTextValue newTextStyle',
  },
  Spreadsheet: {
    calls: 'insertSheet deleteSheet moveActiveSheet',
    settings: `
      addDeveloperMetadata addEditor addEditors addViewer addViewers removeEditor removeViewer
      removeNamedRange rename setActiveRange setActiveSheet setNamedRange
      setSpreadsheetLocale setSpreadsheetTimeZone toast`,
    navigation: `
      createDeveloperMetadataFinder createTextFinder getActiveCell getActiveRange getActiveSheet
      getEditors getOwner getViewers
      getCurrentCell getId getName getNamedRanges getNumSheets getRange getRangeByName getSheetById
      getSheetByName getSheets getSpreadsheetLocale getSpreadsheetTimeZone getUrl`,
  },
  Sheet: {
    calls: `
      appendRow clear clearContents copyTo deleteColumn deleteColumns deleteRow deleteRows getDataRange
      getLastColumn getLastRow getSheetValues insertColumnAfter insertColumnBefore insertColumns
      insertColumnsAfter insertColumnsBefore insertRowAfter insertRowBefore insertRows insertRowsAfter
      insertRowsBefore moveColumns moveRows sort`,
    settings: `
      activate addDeveloperMetadata hideColumn hideColumns hideRows hideSheet insertChart protect
      removeChart setActiveRange setColumnWidth setColumnWidths setFrozenColumns setFrozenRows
      setHiddenGridlines setName setRowHeight setRowHeights setTabColor showColumns showRows showSheet
      updateChart`,
    navigation: `
      createDeveloperMetadataFinder createTextFinder getActiveCell getActiveRange getCharts getColumnWidth
      getFrozenColumns getFrozenRows getIndex getMaxColumns getMaxRows getName getNamedRanges getParent
      getProtections getRange getRangeList getSheetId getSheetName isColumnHiddenByUser isRowHiddenByUser
      isSheetHidden newChart`,
  },
  Range: {
    calls: `
      breakApart check clear clearContent clearDataValidations clearFormat clearNote copyTo getBackground
      getDataRegion getDataValidation getDataValidations getDisplayValue getDisplayValues getFontWeight
      getFormula getFormulaR1C1 getFormulas getFormulasR1C1 getNextDataCell getNote getNotes
      getNumberFormat getNumberFormats getRichTextValue getRichTextValues getValue getValues
      insertCheckboxes isBlank isChecked merge randomize removeCheckboxes removeDuplicates setBackground
      setBackgrounds setDataValidation setDataValidations setFontColor setFontColors setFontFamily
      setFontSize setFontStyle setFontWeight setFontWeights setFormula setFormulaR1C1 setFormulas
      setFormulasR1C1 setHorizontalAlignment setNote setNotes setNumberFormat setNumberFormats
      setRichTextValue setRichTextValues setValue setValues setVerticalAlignment setWrap setWrapStrategy
      sort splitTextToColumns trimWhitespace uncheck`,
    settings: 'addDeveloperMetadata activate',
    navigation: `
      createTextFinder getA1Notation getCell getColumn getGridId getHeight getLastColumn getLastRow
      getNumColumns getNumRows getRow getRowIndex getSheet getWidth isPartOfMerge offset`,
  },
  RangeList: {
    calls: `
      clearContent clearDataValidations setBackground setDataValidation setFontColor setFontWeight
      setHorizontalAlignment setNumberFormat setValue setWrap`,
    navigation: 'getRanges',
  },
  TextFinder: {
    calls: 'findAll findNext findPrevious replaceAllWith replaceWith',
    navigation: `
      getCurrentMatch ignoreDiacritics matchCase matchEntireCell matchFormulaText startFrom useRegularExpression`,
  },
  DataValidation: { navigation: 'getAllowInvalid getHelpText getCriteriaType getCriteriaValues copy' },
  DataValidationBuilder: {
    navigation: `
      build copy getAllowInvalid getCriteriaType getCriteriaValues getHelpText requireCheckbox requireDate
      requireDateAfter requireDateBefore requireDateBetween requireDateEqualTo requireDateNotBetween
      requireDateOnOrAfter requireDateOnOrBefore requireFormulaSatisfied requireNumberBetween
      requireNumberEqualTo requireNumberGreaterThan requireNumberGreaterThanOrEqualTo
      requireNumberLessThan requireNumberLessThanOrEqualTo requireNumberNotBetween requireNumberNotEqualTo
      requireTextContains requireTextDoesNotContain requireTextEqualTo requireTextIsEmail requireTextIsUrl
      requireValueInList requireValueInRange setAllowInvalid setHelpText withCriteria`,
  },
  RichTextValue: {
    navigation: 'copy getEndIndex getLinkUrl getRuns getStartIndex getText getTextStyle',
  },
  RichTextValueBuilder: { navigation: 'build setLinkUrl setText setTextStyle' },
  TextStyle: {
    navigation: `
      copy getFontFamily getFontSize getForegroundColor isBold isItalic isStrikethrough isUnderline`,
  },
  TextStyleBuilder: {
    navigation: `
      build setBold setFontFamily setFontSize setForegroundColor setItalic setStrikethrough setUnderline`,
  },
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
    navigation: `
      addRange asBarChart asColumnChart asLineChart asPieChart build clearRanges setChartType setColors
      setLegendPosition setNumHeaders setOption setPosition setTitle setXAxisTitle setYAxisTitle`,
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
    navigation: `
      addMetaTag append getContent getHeight getTitle getWidth setContent setHeight setSandboxMode
      setTitle setWidth setXFrameOptionsMode`,
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
    calls: `
      base64Decode base64DecodeWebSafe base64Encode base64EncodeWebSafe computeDigest
      computeHmacSha256Signature computeHmacSignature formatDate formatString getUuid gzip jsonParse
      jsonStringify newBlob parseCsv parseDate sleep ungzip`,
  },
  Blob: {
    navigation: `
      copyBlob getAllBlobs getBytes getContentType getDataAsString getName isGoogleType setBytes
      setContentType setContentTypeFromExtension setDataFromString setName`,
  },
  Session: { calls: 'getActiveUser getEffectiveUser getActiveUserLocale getScriptTimeZone getTemporaryActiveUserKey' },
  User: { navigation: 'getEmail getUserLoginId' },
  ScriptApp: {
    calls: 'deleteTrigger getProjectTriggers getUserTriggers',
    settings: 'requireAllScopes requireScopes',
    navigation: 'getAuthorizationInfo getScriptId newTrigger',
  },
  AuthorizationInfo: { navigation: 'getAuthorizationStatus getAuthorizationUrl getAuthorizedScopes' },
  Trigger: { navigation: 'getEventType getHandlerFunction getTriggerSource getTriggerSourceId getUniqueId' },
  TriggerBuilder: { navigation: 'forSpreadsheet timeBased' },
  SpreadsheetTriggerBuilder: { calls: 'create', navigation: 'onChange onEdit onOpen' },
  ClockTriggerBuilder: {
    calls: 'create',
    navigation: `
      after at atDate atHour everyDays everyHours everyMinutes everyWeeks inTimezone nearMinute onWeekDay`,
  },
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
      for (const method of list.split(/\s+/)) if (method) methods.set(method, cost);
    }
    return [name, methods];
  }),
);

/** What a call of the method costs, or undefined where scripts cannot call it. */
export const costOf = (className: string, method: string): Cost | undefined => costs.get(className)?.get(method);

export const supportedMethods = (): ReadonlyMap<string, ReadonlyMap<string, Cost>> => costs;
