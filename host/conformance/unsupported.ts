/**
 * What Google has and the host has not, with the reason. Calling it throws `… is not supported by the offline host`.
 * A test holds this list against Google's declarations and `google/surface.ts`: every method stands in exactly one.
 */
export const UNSUPPORTED: readonly Unsupported[] = [
  {
    why: 'Data sources are BigQuery and Looker behind a file: they need a Cloud project.',
    classes: `
      BigQueryDataSourceSpec BigQueryDataSourceSpecBuilder DataExecutionStatus DataSource DataSourceColumn
      DataSourceFormula DataSourceParameter DataSourcePivotTable DataSourceSheet DataSourceSheetFilter
      DataSourceSpec DataSourceSpecBuilder DataSourceTable`,
    methods: {
      Range: `
        createDataSourcePivotTable createDataSourceTable getDataSourceFormula getDataSourceFormulas
        getDataSourcePivotTables getDataSourceTables getDataSourceUrl getDataTable`,
      Sheet: 'asDataSourceSheet getDataSourceTables',
      Spreadsheet: 'getDataSourceTables insertSheetWithDataSourceTable',
      SpreadsheetApp: 'enableAllDataSourcesExecution enableBigQueryExecution newDataSourceSpec',
    },
  },
  {
    why: 'The engine has no pivot tables.',
    classes: 'PivotFilter PivotGroup PivotTable PivotValue',
    methods: {
      Range: 'createPivotTable',
      Sheet: 'getPivotTables',
    },
  },
  {
    why: 'The engine has no slicers.',
    classes: 'Slicer',
    methods: {
      Sheet: 'getSlicers insertSlicer',
    },
  },
  {
    why: 'The engine keeps no images and no drawings.',
    classes: 'CellImage CellImageBuilder Drawing OverGridImage',
    methods: {
      Sheet: 'getDrawings getImages insertImage',
      Spreadsheet: 'getImages insertImage',
      SpreadsheetApp: 'newCellImage',
    },
  },
  {
    why: 'The engine has no groups of rows and columns.',
    classes: 'Group',
    methods: {
      Range: 'collapseGroups expandGroups shiftColumnGroupDepth shiftRowGroupDepth',
      Sheet: `
        collapseAllColumnGroups collapseAllRowGroups expandAllColumnGroups expandAllRowGroups
        expandColumnGroupsUpToDepth expandRowGroupsUpToDepth getColumnGroup getColumnGroupControlPosition
        getColumnGroupDepth getRowGroup getRowGroupControlPosition getRowGroupDepth
        setColumnGroupControlPosition setRowGroupControlPosition`,
    },
  },
  {
    why: 'The engine has no themes: colours are kept as figures.',
    classes: 'SpreadsheetTheme',
    methods: {
      Spreadsheet: 'getPredefinedSpreadsheetThemes getSpreadsheetTheme resetSpreadsheetTheme setSpreadsheetTheme',
    },
  },
  {
    why: 'The engine has no filters yet.',
    classes: 'Filter FilterCriteria FilterCriteriaBuilder SortSpec',
    methods: {
      Range: 'createFilter getFilter',
      Sheet: 'getFilter isRowHiddenByFilter',
      Spreadsheet: 'isRowHiddenByFilter',
      SpreadsheetApp: 'newFilterCriteria',
    },
  },
  {
    why: 'The engine has no bandings yet.',
    classes: 'Banding',
    methods: {
      Range: 'applyColumnBanding applyRowBanding getBandings',
      Sheet: 'getBandings',
      Spreadsheet: 'getBandings',
    },
  },
  {
    why: 'The engine has no conditional formats yet.',
    classes: 'BooleanCondition ConditionalFormatRule ConditionalFormatRuleBuilder GradientCondition',
    methods: {
      Sheet: 'clearConditionalFormatRules getConditionalFormatRules setConditionalFormatRules',
      SpreadsheetApp: 'newConditionalFormatRule',
    },
  },
  {
    why: 'A person in the host selects one block at a time; setActiveRange and activate move the selection.',
    classes: 'Selection',
    methods: {
      Range: 'activateAsCurrentCell',
      RangeList: 'activate',
      Sheet: 'getActiveRangeList getCurrentCell getSelection setActiveRangeList setActiveSelection setCurrentCell',
      Spreadsheet: 'getActiveRangeList getSelection setActiveRangeList setActiveSelection setCurrentCell',
      SpreadsheetApp: `
        getActiveRangeList getSelection setActiveRange setActiveRangeList setActiveSheet
        setActiveSpreadsheet setCurrentCell`,
    },
  },
  {
    why: 'Charts are made by the builder of newChart, whose setOption takes what these methods set.',
    classes: `
      EmbeddedAreaChartBuilder EmbeddedBarChartBuilder EmbeddedColumnChartBuilder
      EmbeddedComboChartBuilder EmbeddedHistogramChartBuilder EmbeddedLineChartBuilder
      EmbeddedPieChartBuilder EmbeddedScatterChartBuilder EmbeddedTableChartBuilder`,
    methods: {
      EmbeddedChart:
        'getAs getBlob getHiddenDimensionStrategy getMergeStrategy getNumHeaders getTransposeRowsAndColumns',
      EmbeddedChartBuilder: `
        asAreaChart asComboChart asHistogramChart asScatterChart asTableChart getChartType getContainer
        getRanges removeRange setHiddenDimensionStrategy setMergeStrategy setTransposeRowsAndColumns`,
    },
  },
  {
    why: 'The Charts service draws pictures for pages and mails; charts in tabs are made by Sheet.newChart.',
    classes: `
      AreaChartBuilder BarChartBuilder Chart Charts ColumnChartBuilder DataTableBuilder
      DataViewDefinitionBuilder LineChartBuilder PieChartBuilder ScatterChartBuilder TableChartBuilder`,
  },
  {
    why: 'Looks that the page does not draw are not kept.',
    classes: 'TextRotation',
    methods: {
      Range: `
        getBackgroundObject getBackgroundObjects getFontColorObject getFontColorObjects getFontLine
        getFontLines getTextRotation getTextRotations getTextStyle getTextStyles setBackgroundObject
        setBackgroundObjects setBorder setFontColorObject setFontColorObjects setFontLine setFontLines
        setShowHyperlink setTextRotation setTextRotations setTextStyle setTextStyles setVerticalText`,
      RangeList: 'setBorder setFontLine setShowHyperlink setTextRotation setVerticalText',
      TextStyle: 'getForegroundColorObject',
      TextStyleBuilder: 'setForegroundColorObject',
    },
  },
  {
    why: 'A protection stops everyone but its editors; who they are cannot be changed by scripts yet.',
    methods: {
      Protection: `
        addEditor addEditors canDomainEdit canEdit getEditors getProtectionType getRange getRangeName
        getUnprotectedRanges removeEditor removeEditors setDomainEdit setNamedRange setRange setRangeName
        setUnprotectedRanges`,
    },
  },
  {
    why: 'Deprecated by Google.',
    classes: 'PageProtection ScriptProperties UserProperties',
    methods: {
      ScriptApp: 'getProjectKey getScriptTriggers',
      Session: 'getTimeZone getUser',
      Sheet: 'getSheetProtection setSheetProtection',
      Spreadsheet:
        'getSheetProtection isAnonymousView isAnonymousWrite removeMenu setAnonymousAccess setSheetProtection',
    },
  },
  {
    why: 'There are no forms, documents and calendars in the host.',
    classes: 'CalendarTriggerBuilder DocumentTriggerBuilder FormTriggerBuilder',
    methods: {
      Sheet: 'getFormUrl',
      Spreadsheet: 'getFormUrl',
      SpreadsheetTriggerBuilder: 'onFormSubmit',
      TriggerBuilder: 'forDocument forForm forUserCalendar',
    },
  },
  {
    why: 'The host makes no other formats of a file, and copies are made by copyOf.',
    methods: {
      Blob: 'getAs',
      HtmlOutput: 'getAs getBlob',
      Spreadsheet: 'copy getAs getBlob moveChartToObjectSheet',
      SpreadsheetApp: 'open',
    },
  },
  {
    why: 'The engine always calculates at once and refuses circles.',
    methods: {
      Spreadsheet: `
        getIterativeCalculationConvergenceThreshold getMaxIterativeCalculationCycles
        getRecalculationInterval isIterativeCalculationEnabled setIterativeCalculationConvergenceThreshold
        setIterativeCalculationEnabled setMaxIterativeCalculationCycles setRecalculationInterval`,
    },
  },
  {
    why: 'Acts on the tab in front; the same method of Sheet is there.',
    methods: {
      Spreadsheet: `
        appendRow autoResizeColumn deleteColumn deleteColumns deleteRow deleteRows getColumnWidth
        getDataRange getDeveloperMetadata getFrozenColumns getFrozenRows getLastColumn getLastRow
        getProtections getRangeList getRowHeight getSheetId getSheetName getSheetValues hideColumn hideRow
        insertColumnAfter insertColumnBefore insertColumnsAfter insertColumnsBefore insertRowAfter
        insertRowBefore insertRowsAfter insertRowsBefore isColumnHiddenByUser isRowHiddenByUser
        setColumnWidth setFrozenColumns setFrozenRows setRowHeight sort unhideColumn unhideRow`,
    },
  },
  {
    why: 'Needs RSA or zip files, for which nobody has asked.',
    methods: {
      Utilities: 'computeRsaSha1Signature computeRsaSha256Signature computeRsaSignature unzip zip',
    },
  },
  {
    why: 'There is no Google behind the host for which a token could be.',
    classes: 'StateTokenBuilder',
    methods: {
      ScriptApp: 'getIdentityToken getInstallationSource getOAuthToken getService invalidateAuth newStateToken',
    },
  },
  {
    why: 'The host writes from left to right.',
    methods: {
      Range: 'getTextDirection getTextDirections setTextDirection setTextDirections',
      RangeList: 'setTextDirection',
      Sheet: 'isRightToLeft setRightToLeft',
    },
  },
  {
    why: 'Single cells are not pushed aside: rows and columns are inserted and deleted whole.',
    methods: {
      Range: 'deleteCells insertCells',
    },
  },
  {
    why: 'Nobody has asked for it yet.',
    classes: 'Browser Color ColorBuilder HtmlOutputMetaTag HtmlTemplate RgbColor ThemeColor',
    methods: {
      ClockTriggerBuilder: 'onMonthDay',
      DeveloperMetadata: 'moveToSheet moveToSpreadsheet setVisibility',
      DeveloperMetadataFinder: 'onIntersectingLocations',
      DeveloperMetadataLocation: 'getSpreadsheet',
      HtmlOutput: 'appendUntrusted asTemplate clear getFaviconUrl getMetaTags setFaviconUrl',
      HtmlService: 'getUserAgent',
      Logger: 'clear getLog',
      Range: `
        autoFill autoFillToNeighbor canEdit copyFormatToRange copyValuesToRange
        createDeveloperMetadataFinder getBackgrounds getDeveloperMetadata getFontColor getFontColors
        getFontFamilies getFontFamily getFontSize getFontSizes getFontStyle getFontStyles getFontWeights
        getHorizontalAlignment getHorizontalAlignments getMergedRanges getVerticalAlignment
        getVerticalAlignments getWrap getWrapStrategies getWrapStrategy getWraps isEndColumnBounded
        isEndRowBounded isStartColumnBounded isStartRowBounded mergeAcross mergeVertically moveTo protect
        setBackgroundRGB setFontFamilies setFontSizes setFontStyles setHorizontalAlignments
        setVerticalAlignments setWrapStrategies setWraps`,
      RangeList: `
        breakApart check clear clearFormat clearNote insertCheckboxes removeCheckboxes setBackgroundRGB
        setFontFamily setFontSize setFontStyle setFormula setFormulaR1C1 setNote setVerticalAlignment
        setWrapStrategy trimWhitespace uncheck`,
      Sheet: `
        autoResizeColumn autoResizeColumns autoResizeRows clearFormats clearNotes getDeveloperMetadata
        getRowHeight getTabColor getType hasHiddenGridlines hideRow setRowHeightsForced unhideColumn
        unhideRow`,
      Spreadsheet: 'addMenu deleteActiveSheet duplicateActiveSheet renameActiveSheet show updateMenu',
      SpreadsheetApp: 'newColor',
      Ui: 'showDialog',
    },
  },
];

export type Unsupported = {
  readonly why: string;
  /** Classes of which the host has nothing. */
  readonly classes?: string;
  /** Methods by class. */
  readonly methods?: Readonly<Record<string, string>>;
};
