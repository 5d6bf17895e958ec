/**
 * Which arguments Google's methods take. Made by scripts/signatures.mjs from @types/google-apps-script: change that, not
 * this. Each key holds the lists of arguments that the methods named after it allow; `?` may also be null, `...` is
 * any number of anything.
 */
type Signatures = Readonly<Record<string, string>>;

/** Methods that take the same in every class that has them. */
export const ALIKE: Signatures = {
  '': `
    activate activateAsCurrentCell addSeparator addToUi asAreaChart asBarChart asColumnChart asComboChart
    asHexString asHistogramChart asLineChart asPieChart asRgbColor asScatterChart asTableChart asTemplate
    asThemeColor breakApart build canDomainEdit canEdit check clearConditionalFormatRules clearContent
    clearContents clearDataValidations clearFormat clearFormats clearNote clearNotes clearRanges copy copyBlob
    createAddonMenu createDeveloperMetadataFinder createFilter deleteActiveSheet deleteAllProperties
    duplicateActiveSheet find findAll findNext findPrevious flush getA1Notation getActive getActiveCell
    getActiveRange getActiveRangeList getActiveSheet getActiveSpreadsheet getActiveUser getActiveUserLocale
    getAllBlobs getAllowInvalid getAnchorColumn getAnchorRow getAuthorizationStatus getAuthorizationUrl
    getAuthorizedScopes getBackground getBackgroundObject getBackgroundObjects getBackgrounds getBandings
    getBlob getBlue getBold getBooleanCondition getBytes getChartId getChartType getCharts getCode
    getCodeWithComments getColorType getColumn getConditionalFormatRules getContainer getContainerInfo
    getContent getContentType getCriteriaType getCriteriaValues getCurrentCell getCurrentMatch getDataRange
    getDataValidation getDataValidations getDegrees getDescription getDeveloperMetadata getDisplayValue
    getDisplayValues getDocumentCache getDocumentLock getDocumentProperties getEditors getEffectiveUser getEmail
    getEndIndex getEventType getFaviconUrl getFilter getFirstColumnColor getFirstRowColor getFontColor
    getFontColorObject getFontColorObjects getFontColors getFontFamilies getFontFamily getFontLine getFontLines
    getFontSize getFontSizes getFontStyle getFontStyles getFontWeight getFontWeights getFooterColumnColor
    getFooterRowColor getForegroundColor getForegroundColorObject getFormUrl getFormula getFormulaR1C1
    getFormulas getFormulasR1C1 getFrozenColumns getFrozenRows getGradientCondition getGreen getGridId
    getHandlerFunction getHeaderColumnColor getHeaderRowColor getHeight getHelpText getHiddenDimensionStrategy
    getHiddenValues getHorizontalAlignment getHorizontalAlignments getId getIndex getItalic
    getIterativeCalculationConvergenceThreshold getKey getKeys getLastColumn getLastRow getLocation
    getLocationType getLog getMaxColor getMaxColumns getMaxIterativeCalculationCycles getMaxRows getMaxType
    getMaxValue getMergeStrategy getMergedRanges getMetaTags getMidColor getMidType getMidValue getMinColor
    getMinType getMinValue getName getNamedRanges getNote getNotes getNumColumns getNumHeaders getNumRows
    getNumSheets getNumberFormat getNumberFormats getOffsetX getOffsetY getOptions getOwner getParent
    getProjectTriggers getProperties getProtectionType getRangeName getRanges getRawContent
    getRecalculationInterval getRed getResponseText getRichTextValue getRichTextValues getRow getRowIndex
    getRuns getScriptCache getScriptId getScriptLock getScriptProperties getScriptTimeZone getSecondColumnColor
    getSecondRowColor getSelectedButton getSelection getSheet getSheetId getSheetName getSheets getSpreadsheet
    getSpreadsheetLocale getSpreadsheetTimeZone getStartIndex getStrikethrough getTabColor
    getTemporaryActiveUserKey getText getTextDirection getTextDirections getTextRotation getTextRotations
    getTextStyles getThemeColorType getTitle getTransposeRowsAndColumns getTriggerSource getTriggerSourceId
    getType getUi getUnderline getUniqueId getUnprotectedRanges getUrl getUserAgent getUserCache getUserLock
    getUserLoginId getUserProperties getUuid getValue getValues getVerticalAlignment getVerticalAlignments
    getViewers getVisibility getWidth getWrap getWrapStrategies getWrapStrategy getWraps hasHiddenGridlines
    hasLock hideSheet isBlank isBold isChecked isGoogleType isItalic isIterativeCalculationEnabled isPartOfMerge
    isRightToLeft isSheetHidden isStrikethrough isUnderline isVertical isWarningOnly merge mergeAcross
    mergeVertically modify moveToSpreadsheet newChart newColor newConditionalFormatRule newDataValidation
    newFilterCriteria newRichTextValue newTextStyle onChange onEdit onIntersectingLocations onOpen protect
    randomize releaseLock removeCheckboxes requireDate requireTextIsEmail requireTextIsUrl reverseCategories
    set3D setContentTypeFromExtension setStacked setXAxisLogScale setYAxisLogScale showSheet timeBased
    trimWhitespace uncheck useLogScale whenCellEmpty whenCellNotEmpty`,
  ' | BandingTheme | BandingTheme,boolean,boolean': 'applyColumnBanding applyRowBanding',
  ' | BlobSource | string': 'createHtmlOutput',
  ' | Dimension': 'getDataRegion',
  ' | any[]': 'initTemplate',
  ' | number | number,object | object | string | string,number | string,number,object | string,object': 'insertSheet',
  ' | number,number': 'getLinkUrl',
  ' | number[]': 'removeDuplicates',
  ' | string': 'getDataAsString',
  ' | string | TextToColumnsDelimiter': 'splitTextToColumns',
  ' | value | value,value': 'insertCheckboxes requireCheckbox',
  AuthMode: 'getAuthorizationInfo requireAllScopes',
  'AuthMode,string[]': 'requireScopes',
  BlobSource: 'ungzip',
  'BlobSource | BlobSource,string': 'gzip',
  'BlobSource | string': 'createTemplate',
  ChartHiddenDimensionStrategy: 'setHiddenDimensionStrategy',
  ChartMergeStrategy: 'setMergeStrategy',
  ChartType: 'setChartType',
  Color: 'setForegroundColorObject',
  'Color?': 'setBackgroundObject setFontColorObject',
  'Color?[][]': 'setFontColorObjects',
  'Color[][]?': 'setBackgroundObjects',
  'ConditionalFormatRule[]': 'setConditionalFormatRules',
  CurveStyle: 'setCurveStyle',
  'DataValidation?': 'setDataValidation',
  'DataValidation?[][]': 'setDataValidations',
  Date: 'at requireDateAfter requireDateBefore requireDateEqualTo requireDateOnOrAfter requireDateOnOrBefore',
  'Date | RelativeDate': 'whenDateAfter whenDateBefore whenDateEqualTo',
  'Date,Date': 'requireDateBetween requireDateNotBetween',
  'Date,string,literal': 'formatDate',
  DeveloperMetadataLocationType: 'withLocationType',
  DeveloperMetadataVisibility: 'setVisibility withVisibility',
  'DigestAlgorithm,number[] | DigestAlgorithm,string | DigestAlgorithm,string,Charset': 'computeDigest',
  Dimension: 'deleteCells insertCells',
  Direction: 'getNextDataCell',
  'Document | Form | Spreadsheet': 'getUserTriggers',
  EmbeddedChart: 'insertChart removeChart updateChart',
  'MacAlgorithm,number[],number[] | MacAlgorithm,string,string | MacAlgorithm,string,string,Charset':
    'computeHmacSignature',
  Menu: 'addSubMenu',
  PointStyle: 'setPointStyle',
  Position: 'setLegendPosition',
  ProtectionType: 'getProtections',
  Range: `
    addRange hideColumn hideRow moveTo moveToColumn moveToRow removeRange setActiveRange setCurrentCell
    startFrom unhideColumn unhideRow`,
  'Range | Range,boolean': 'requireValueInRange',
  'Range | string': 'setActiveSelection',
  'Range,number': 'moveColumns moveRows',
  RangeList: 'setActiveRangeList',
  'Range[]': 'setRanges setUnprotectedRanges',
  RecalculationInterval: 'setRecalculationInterval',
  RichTextValue: 'setRichTextValue',
  'RichTextValue[][]': 'setRichTextValues',
  SandboxMode: 'setSandboxMode',
  Sheet: 'deleteSheet moveToSheet',
  'Sheet | Sheet,boolean': 'setActiveSheet',
  'Spreadsheet | string': 'forSpreadsheet',
  'TextDirection?': 'setTextDirection',
  'TextDirection?[][]': 'setTextDirections',
  'TextRotation[][]': 'setTextRotations',
  'TextStyle[][]': 'setTextStyles',
  ThemeColorType: 'setThemeColor',
  Trigger: 'deleteTrigger',
  WeekDay: 'onWeekDay',
  WrapStrategy: 'setWrapStrategy',
  'WrapStrategy[][]': 'setWrapStrategies',
  XFrameOptionsMode: 'setXFrameOptionsMode',
  any: 'jsonStringify show showDialog showSidebar',
  'any | string,...': 'log',
  'any,string': 'showModalDialog showModelessDialog',
  'any[]': 'appendRow',
  'any[][]': 'setFontColors setValues',
  boolean: `
    enableSorting ignoreDiacritics matchCase matchEntireCell matchFormulaText setAllowInvalid setDomainEdit
    setHiddenGridlines setIterativeCalculationEnabled setRightToLeft setTransposeRowsAndColumns setVerticalText
    setWarningOnly setWrap showRowNumberColumn useRegularExpression`,
  'boolean?,boolean?,boolean?,boolean?,boolean?,boolean? | boolean?,boolean?,boolean?,boolean?,boolean?,boolean?,string?,BorderStyle?':
    'setBorder',
  'boolean[][]': 'setWraps',
  literal: 'createHtmlOutputFromFile createMenu createTemplateFromFile createTextFinder setText',
  'literal | literal,Charset': 'base64Decode base64DecodeWebSafe',
  'literal | literal,literal': 'parseCsv',
  'literal,literal': 'addItem',
  number: `
    after atHour autoResizeColumn deleteColumn deleteRow everyDays everyHours everyMinutes everyWeeks
    getColumnFilterCriteria getColumnWidth getRowHeight getSheetById insertColumnAfter insertColumnBefore
    insertRowAfter insertRowBefore isColumnHiddenByUser isRowHiddenByFilter isRowHiddenByUser moveActiveSheet
    nearMinute removeColumnFilterCriteria requireNumberEqualTo requireNumberGreaterThan
    requireNumberGreaterThanOrEqualTo requireNumberLessThan requireNumberLessThanOrEqualTo
    requireNumberNotEqualTo setFontSize setFrozenColumns setFrozenRows
    setIterativeCalculationConvergenceThreshold setMaxIterativeCalculationCycles setNumHeaders sleep tryLock
    waitLock whenNumberEqualTo whenNumberGreaterThan whenNumberGreaterThanOrEqualTo whenNumberLessThan
    whenNumberLessThanOrEqualTo whenNumberNotEqualTo withId`,
  'number | number,number': 'hideColumns hideRows insertColumns insertRows showColumns showRows',
  'number,FilterCriteria?': 'setColumnFilterCriteria',
  'number,number': `
    autoResizeColumns autoResizeRows deleteColumns deleteRows getCell insertColumnsAfter insertColumnsBefore
    insertRowsAfter insertRowsBefore requireNumberBetween requireNumberNotBetween setColumnWidth setRowHeight
    setXAxisRange setYAxisRange whenNumberBetween whenNumberNotBetween`,
  'number,number | number,number,number | number,number,number,number': 'offset',
  'number,number,number': 'atDate setBackgroundRGB setColumnWidths setRowHeights setRowHeightsForced',
  'number,number,number,number': 'getSheetValues setPosition',
  'number,number,number,number,number | Sheet,number,number,number,number': 'copyFormatToRange copyValuesToRange',
  'number,number,string? | string?': 'setLinkUrl',
  'number?': 'setHeight setWidth',
  'number[]': 'setBytes',
  'number[] | number[],string | number[],string,string | string | string,string | string,string,string': 'newBlob',
  'number[] | string | string,Charset': 'base64Encode base64EncodeWebSafe',
  'number[],number[] | string,string | string,string,Charset': 'computeHmacSha256Signature',
  'number[][]': 'setFontSizes',
  'object | object,boolean': 'setProperties',
  'object | object,number': 'putAll',
  string: `
    append appendUntrusted deleteProperty get getAs getProperty getRangeByName getSheetByName inTimezone
    jsonParse newTrigger openById openByUrl removeNamedRange rename renameActiveSheet replaceAllWith replaceWith
    requireFormulaSatisfied requireTextContains requireTextDoesNotContain requireTextEqualTo setBackgroundColor
    setContent setDescription setFaviconUrl setForegroundColor setFormulaR1C1 setGradientMaxpoint
    setGradientMinpoint setHelpText setKey setName setNumberFormat setRangeName setRgbColor setSpreadsheetLocale
    setSpreadsheetTimeZone setTitle setXAxisTitle setYAxisTitle whenFormulaSatisfied whenTextContains
    whenTextDoesNotContain whenTextEndsWith whenTextEqualTo whenTextNotEqualTo whenTextStartsWith withKey
    withValue`,
  'string | User': 'addEditor addViewer removeEditor removeViewer',
  'string | string,ButtonSet | string,string,ButtonSet': 'alert inputBox msgBox prompt',
  'string | string,DeveloperMetadataVisibility | string,string | string,string,DeveloperMetadataVisibility':
    'addDeveloperMetadata',
  'string | string,string': 'setDataFromString',
  'string | string,string | string,string,number?': 'toast',
  'string,...': 'formatString',
  'string,InterpolationType,string':
    'setGradientMaxpointWithValue setGradientMidpointWithValue setGradientMinpointWithValue',
  'string,any': 'setOption',
  'string,object?[]': 'addMenu',
  'string,object[]': 'updateMenu',
  'string,string': 'addMetaTag setProperty',
  'string,string | string,string,number': 'put',
  'string,string,string': 'parseDate',
  'string?': `
    setBackground setContentType setFirstColumnColor setFirstRowColor setFontColor setFontLine setFontStyle
    setFontWeight setFooterColumnColor setFooterRowColor setHeaderColumnColor setHeaderRowColor
    setHorizontalAlignment setNote setSecondColumnColor setSecondRowColor setTabColor setVerticalAlignment`,
  'string?[][]': `
    setBackgrounds setFontFamilies setFontLines setFontStyles setFontWeights setHorizontalAlignments setNotes
    setVerticalAlignments`,
  'string[]': 'addEditors addViewers getAll getRangeList removeAll setColors setHiddenValues',
  'string[] | User[]': 'removeEditors',
  'string[] | string[],boolean': 'requireValueInList',
  'string[][]': 'setFormulas setFormulasR1C1 setNumberFormats',
};

/** Methods whose arguments depend on the class. */
export const OWN: Readonly<Record<string, Signatures>> = {
  Banding: {
    '': 'getRange remove',
    Range: 'copyTo setRange',
  },
  ConditionalFormatRuleBuilder: {
    'BooleanCriteria,any[]': 'withCriteria',
    'boolean?': 'setBold setItalic setStrikethrough setUnderline',
  },
  DataValidationBuilder: {
    'DataValidationCriteria,any[]': 'withCriteria',
  },
  DeveloperMetadata: {
    '': 'remove',
    string: 'setValue',
  },
  EmbeddedAreaChartBuilder: {
    'number,number': 'setRange',
  },
  EmbeddedBarChartBuilder: {
    'number,number': 'setRange',
  },
  EmbeddedColumnChartBuilder: {
    'number,number': 'setRange',
  },
  EmbeddedComboChartBuilder: {
    'number,number': 'setRange',
  },
  EmbeddedHistogramChartBuilder: {
    'number,number': 'setRange',
  },
  EmbeddedLineChartBuilder: {
    'number,number': 'setRange',
  },
  Filter: {
    '': 'getRange remove',
    'number,boolean': 'sort',
  },
  FilterCriteriaBuilder: {
    'BooleanCriteria,any[]': 'withCriteria',
  },
  NamedRange: {
    '': 'getRange remove',
    Range: 'setRange',
  },
  Protection: {
    '': 'getRange remove',
    NamedRange: 'setNamedRange',
    Range: 'setRange',
  },
  Range: {
    '': 'getTextStyle',
    ' | object': 'clear',
    'Range | Range,CopyPasteType,boolean | Range,object': 'copyTo',
    TextStyle: 'setTextStyle',
    any: 'setValue sort',
    literal: 'setFormula',
    'number | TextRotation': 'setTextRotation',
    'string?': 'setFontFamily',
  },
  RangeList: {
    ' | object': 'clear',
    any: 'setValue',
    number: 'setTextRotation',
    string: 'setFormula',
    'string?': 'setFontFamily',
  },
  RichTextValue: {
    ' | number,number': 'getTextStyle',
  },
  RichTextValueBuilder: {
    'number,number,TextStyle? | TextStyle?': 'setTextStyle',
  },
  Sheet: {
    ' | object': 'clear',
    Spreadsheet: 'copyTo',
    'literal | number,number | number,number,number | number,number,number,number': 'getRange',
    'number | number,boolean': 'sort',
  },
  Spreadsheet: {
    'number | number,boolean': 'sort',
    string: 'getRange',
    'string,Range': 'setNamedRange',
  },
  SpreadsheetApp: {
    'string | string,number,number': 'create',
  },
  TextStyleBuilder: {
    boolean: 'setBold setItalic setStrikethrough setUnderline',
    string: 'setFontFamily',
  },
  Cache: {
    string: 'remove',
  },
  Logger: {
    '': 'clear',
  },
  ClockTriggerBuilder: {
    '': 'create',
  },
  SpreadsheetTriggerBuilder: {
    '': 'create',
  },
  HtmlOutput: {
    '': 'clear',
  },
};
