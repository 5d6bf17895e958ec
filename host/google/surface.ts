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

const WHEN = `
  whenCellEmpty whenCellNotEmpty whenDateAfter whenDateBefore whenDateEqualTo whenFormulaSatisfied
  whenNumberBetween whenNumberEqualTo whenNumberGreaterThan whenNumberGreaterThanOrEqualTo
  whenNumberLessThan whenNumberLessThanOrEqualTo whenNumberNotBetween whenNumberNotEqualTo whenTextContains
  whenTextDoesNotContain whenTextEndsWith whenTextEqualTo whenTextNotEqualTo whenTextStartsWith withCriteria`;

const ANY_CHART = `
  addRange asAreaChart asBarChart asColumnChart asComboChart asHistogramChart asLineChart asPieChart
  asScatterChart asTableChart build clearRanges getChartType getContainer getRanges removeRange setChartType
  setHiddenDimensionStrategy setMergeStrategy setNumHeaders setOption setPosition setTransposeRowsAndColumns`;
const TITLED_CHART = `${ANY_CHART} setBackgroundColor setColors setLegendPosition setTitle`;
const AXES_CHART = `${TITLED_CHART} setXAxisTitle setYAxisTitle`;
const CATEGORY_CHART = `${AXES_CHART} reverseCategories setRange setStacked useLogScale`;

const SURFACE: Readonly<Record<string, Costs>> = {
  SpreadsheetApp: {
    calls: 'create flush openById openByUrl',
    settings: 'setActiveRange setActiveRangeList setActiveSheet setCurrentCell',
    navigation: `
      getActive getActiveRange getActiveRangeList getActiveSheet getActiveSpreadsheet getCurrentCell
      getSelection getUi newColor newConditionalFormatRule newDataValidation newFilterCriteria
      newRichTextValue newTextStyle`,
  },
  Spreadsheet: {
    calls: `
      appendRow autoResizeColumn deleteActiveSheet deleteColumn deleteColumns deleteRow deleteRows
      deleteSheet duplicateActiveSheet getDataRange getLastColumn getLastRow getSheetValues
      insertColumnAfter insertColumnBefore insertColumnsAfter insertColumnsBefore insertRowAfter
      insertRowBefore insertRowsAfter insertRowsBefore insertSheet moveActiveSheet sort`,
    settings: `
      addDeveloperMetadata addEditor addEditors addMenu addViewer addViewers hideColumn hideRow removeEditor
      removeNamedRange removeViewer rename renameActiveSheet setActiveRange setActiveRangeList
      setActiveSelection setActiveSheet setColumnWidth setCurrentCell setFrozenColumns setFrozenRows
      setIterativeCalculationConvergenceThreshold setIterativeCalculationEnabled
      setMaxIterativeCalculationCycles setNamedRange setRecalculationInterval setRowHeight
      setSpreadsheetLocale setSpreadsheetTimeZone show toast unhideColumn unhideRow updateMenu`,
    navigation: `
      createDeveloperMetadataFinder createTextFinder getActiveCell getActiveRange getActiveRangeList
      getActiveSheet getBandings getColumnWidth getCurrentCell getDeveloperMetadata getEditors getFormUrl
      getFrozenColumns getFrozenRows getId getIterativeCalculationConvergenceThreshold
      getMaxIterativeCalculationCycles getName getNamedRanges getNumSheets getOwner getProtections getRange
      getRangeByName getRangeList getRecalculationInterval getRowHeight getSelection getSheetById
      getSheetByName getSheetId getSheetName getSheets getSpreadsheetLocale getSpreadsheetTimeZone getUrl
      getViewers isColumnHiddenByUser isIterativeCalculationEnabled isRowHiddenByFilter isRowHiddenByUser`,
  },
  Sheet: {
    calls: `
      appendRow autoResizeColumn autoResizeColumns autoResizeRows clear clearContents clearFormats
      clearNotes copyTo deleteColumn deleteColumns deleteRow deleteRows getDataRange getLastColumn
      getLastRow getSheetValues insertColumnAfter insertColumnBefore insertColumns insertColumnsAfter
      insertColumnsBefore insertRowAfter insertRowBefore insertRows insertRowsAfter insertRowsBefore
      moveColumns moveRows sort`,
    settings: `
      activate addDeveloperMetadata clearConditionalFormatRules hideColumn hideColumns hideRow hideRows
      hideSheet insertChart protect removeChart setActiveRange setActiveSelection setColumnWidth
      setColumnWidths setConditionalFormatRules setCurrentCell setFrozenColumns setFrozenRows
      setHiddenGridlines setName setRightToLeft setRowHeight setRowHeights setRowHeightsForced setTabColor
      showColumns showRows showSheet unhideColumn unhideRow updateChart`,
    navigation: `
      createDeveloperMetadataFinder createTextFinder getActiveCell getActiveRange getActiveRangeList
      getBandings getCharts getColumnWidth getConditionalFormatRules getCurrentCell getDeveloperMetadata
      getFilter getFormUrl getFrozenColumns getFrozenRows getIndex getMaxColumns getMaxRows getName
      getNamedRanges getParent getProtections getRange getRangeList getRowHeight getSelection getSheetId
      getSheetName getTabColor getType hasHiddenGridlines isColumnHiddenByUser isRightToLeft
      isRowHiddenByFilter isRowHiddenByUser isSheetHidden newChart`,
  },
  Range: {
    calls: `
      breakApart check clear clearContent clearDataValidations clearFormat clearNote copyFormatToRange
      copyTo copyValuesToRange deleteCells getBackground getBackgroundObject getBackgroundObjects
      getBackgrounds getDataRegion getDataValidation getDataValidations getDisplayValue getDisplayValues
      getFontColor getFontColorObject getFontColorObjects getFontColors getFontFamilies getFontFamily
      getFontLine getFontLines getFontSize getFontSizes getFontStyle getFontStyles getFontWeight
      getFontWeights getFormula getFormulaR1C1 getFormulas getFormulasR1C1 getHorizontalAlignment
      getHorizontalAlignments getMergedRanges getNextDataCell getNote getNotes getNumberFormat
      getNumberFormats getRichTextValue getRichTextValues getTextDirection getTextDirections getTextRotation
      getTextRotations getTextStyle getTextStyles getValue getValues getVerticalAlignment
      getVerticalAlignments getWrap getWraps getWrapStrategies getWrapStrategy insertCells insertCheckboxes
      isBlank isChecked merge mergeAcross mergeVertically moveTo randomize removeCheckboxes removeDuplicates
      setBackground setBackgroundObject setBackgroundObjects setBackgroundRGB setBackgrounds setBorder
      setDataValidation setDataValidations setFontColor setFontColorObject setFontColorObjects setFontColors
      setFontFamilies setFontFamily setFontLine setFontLines setFontSize setFontSizes setFontStyle
      setFontStyles setFontWeight setFontWeights setFormula setFormulaR1C1 setFormulas setFormulasR1C1
      setHorizontalAlignment setHorizontalAlignments setNote setNotes setNumberFormat setNumberFormats
      setRichTextValue setRichTextValues setTextDirection setTextDirections setTextRotation setTextRotations
      setTextStyle setTextStyles setValue setValues setVerticalAlignment setVerticalAlignments
      setVerticalText setWrap setWraps setWrapStrategies setWrapStrategy sort splitTextToColumns
      trimWhitespace uncheck`,
    settings: `
      activate activateAsCurrentCell addDeveloperMetadata applyColumnBanding applyRowBanding createFilter
      protect`,
    navigation: `
      canEdit createDeveloperMetadataFinder createTextFinder getA1Notation getBandings getCell getColumn
      getDeveloperMetadata getFilter getGridId getHeight getLastColumn getLastRow getNumColumns getNumRows
      getRow getRowIndex getSheet getWidth isPartOfMerge offset`,
  },
  RangeList: {
    calls: `
      breakApart check clear clearContent clearDataValidations clearFormat clearNote insertCheckboxes
      removeCheckboxes setBackground setBackgroundRGB setBorder setFontColor setFontFamily setFontLine
      setFontSize setFontStyle setFontWeight setFormula setFormulaR1C1 setHorizontalAlignment setNote
      setNumberFormat setTextDirection setTextRotation setValue setVerticalAlignment setVerticalText setWrap
      setWrapStrategy trimWhitespace uncheck`,
    settings: 'activate',
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
      copy getFontFamily getFontSize getForegroundColor getForegroundColorObject isBold isItalic
      isStrikethrough isUnderline`,
  },
  TextStyleBuilder: {
    navigation: `
      build setBold setFontFamily setFontSize setForegroundColor setForegroundColorObject setItalic
      setStrikethrough setUnderline`,
  },
  Color: { navigation: 'asRgbColor asThemeColor getColorType' },
  ColorBuilder: { navigation: 'asRgbColor asThemeColor build getColorType setRgbColor setThemeColor' },
  RgbColor: { navigation: 'asHexString getBlue getColorType getGreen getRed' },
  ThemeColor: { navigation: 'getColorType getThemeColorType' },
  TextRotation: {
    navigation: 'getDegrees isVertical',
  },
  Selection: {
    navigation: 'getActiveRange getActiveRangeList getActiveSheet getCurrentCell',
  },
  Filter: {
    calls: 'sort',
    settings: 'remove removeColumnFilterCriteria setColumnFilterCriteria',
    navigation: 'getColumnFilterCriteria getRange',
  },
  FilterCriteria: {
    navigation: 'copy getCriteriaType getCriteriaValues getHiddenValues',
  },
  FilterCriteriaBuilder: {
    navigation: `${WHEN} build copy getCriteriaType getCriteriaValues getHiddenValues setHiddenValues`,
  },
  ConditionalFormatRule: {
    navigation: 'copy getBooleanCondition getGradientCondition getRanges',
  },
  ConditionalFormatRuleBuilder: {
    navigation: `${WHEN}
      build copy getRanges setBackground setBackgroundObject setBold setFontColor setFontColorObject
      setGradientMaxpoint setGradientMaxpointWithValue setGradientMidpointWithValue setGradientMinpoint
      setGradientMinpointWithValue setItalic setRanges setStrikethrough setUnderline`,
  },
  BooleanCondition: {
    navigation: `
      getBackground getBackgroundObject getBold getCriteriaType getCriteriaValues getFontColor
      getFontColorObject getItalic getStrikethrough getUnderline`,
  },
  GradientCondition: {
    navigation: `
      getMaxColor getMaxType getMaxValue getMidColor getMidType getMidValue getMinColor getMinType
      getMinValue`,
  },
  Banding: {
    settings: `
      copyTo remove setFirstColumnColor setFirstRowColor setFooterColumnColor setFooterRowColor
      setHeaderColumnColor setHeaderRowColor setRange setSecondColumnColor setSecondRowColor`,
    navigation: `
      getFirstColumnColor getFirstRowColor getFooterColumnColor getFooterRowColor getHeaderColumnColor
      getHeaderRowColor getRange getSecondColumnColor getSecondRowColor`,
  },
  NamedRange: { settings: 'setRange setName remove', navigation: 'getName getRange' },
  Protection: {
    settings: `
      addEditor addEditors remove removeEditor removeEditors setDescription setDomainEdit setNamedRange
      setRange setRangeName setUnprotectedRanges setWarningOnly`,
    navigation: `
      canDomainEdit canEdit getDescription getEditors getProtectionType getRange getRangeName
      getUnprotectedRanges isWarningOnly`,
  },
  DeveloperMetadata: {
    settings: `
      moveToColumn moveToRow moveToSheet moveToSpreadsheet remove setKey setValue setVisibility`,
    navigation: 'getId getKey getLocation getValue getVisibility',
  },
  DeveloperMetadataLocation: {
    navigation: 'getColumn getLocationType getRow getSheet getSpreadsheet',
  },
  DeveloperMetadataFinder: {
    calls: 'find',
    navigation: `
      onIntersectingLocations withId withKey withLocationType withValue withVisibility`,
  },
  EmbeddedChart: {
    navigation: `
      getChartId getContainerInfo getHiddenDimensionStrategy getMergeStrategy getNumHeaders getOptions
      getRanges getTransposeRowsAndColumns modify`,
  },
  ContainerInfo: { navigation: 'getAnchorRow getAnchorColumn getOffsetX getOffsetY' },
  EmbeddedChartBuilder: { navigation: ANY_CHART },
  EmbeddedAreaChartBuilder: { navigation: `${CATEGORY_CHART} setPointStyle` },
  EmbeddedBarChartBuilder: { navigation: CATEGORY_CHART },
  EmbeddedColumnChartBuilder: { navigation: CATEGORY_CHART },
  EmbeddedComboChartBuilder: { navigation: CATEGORY_CHART },
  EmbeddedHistogramChartBuilder: { navigation: CATEGORY_CHART },
  EmbeddedLineChartBuilder: { navigation: `${CATEGORY_CHART} setCurveStyle setPointStyle` },
  EmbeddedPieChartBuilder: { navigation: `${TITLED_CHART} reverseCategories set3D` },
  EmbeddedScatterChartBuilder: {
    navigation: `${AXES_CHART} setPointStyle setXAxisLogScale setXAxisRange setYAxisLogScale setYAxisRange`,
  },
  EmbeddedTableChartBuilder: { navigation: `${ANY_CHART} enableSorting showRowNumberColumn` },
  ChartOptions: { navigation: 'get' },
  Ui: {
    settings: 'alert prompt showDialog showModalDialog showModelessDialog showSidebar',
    navigation: 'createAddonMenu createMenu',
  },
  Browser: { settings: 'inputBox msgBox' },
  PromptResponse: { navigation: 'getSelectedButton getResponseText' },
  Menu: { settings: 'addToUi', navigation: 'addItem addSeparator addSubMenu' },
  HtmlService: {
    navigation: `
      createHtmlOutput createHtmlOutputFromFile createTemplate createTemplateFromFile getUserAgent
      initTemplate`,
  },
  HtmlOutput: {
    navigation: `
      addMetaTag append appendUntrusted asTemplate clear getAs getBlob getContent getFaviconUrl getHeight
      getMetaTags getTitle getWidth setContent setFaviconUrl setHeight setSandboxMode setTitle setWidth
      setXFrameOptionsMode`,
  },
  HtmlOutputMetaTag: { navigation: 'getContent getName' },
  HtmlTemplate: { navigation: 'getCode getCodeWithComments getRawContent' },
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
  Logger: { navigation: 'clear getLog log' },
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
