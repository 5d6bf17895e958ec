/**
 * What Google has and the host has not, with the reason. Calling it throws `… is not supported by the offline host`.
 * A test holds this list against Google's declarations and `google/surface.ts`: every method stands in exactly one.
 */
export const UNSUPPORTED: readonly Unsupported[] = [
  {
    why: 'Nothing in the host reaches the net, and there is no mail, calendar or drive behind it.',
    services: 'CalendarApp ContactsApp DriveApp GmailApp GroupsApp Jdbc LanguageApp MailApp Maps UrlFetchApp',
  },
  {
    why: 'They are of other hosts: documents, forms, slides, sites, cards, web apps, dashboards, conferences.',
    services: `
      CardService ConferenceDataService ContentService DataStudioApp DocumentApp FormApp SitesApp SlidesApp`,
  },
  {
    why: 'A panel reads XML by itself, and nobody has asked for the others.',
    services: 'LinearOptimizationService MimeType XmlService',
  },
  {
    why: 'Data sources are BigQuery and Looker behind a file: they need a Cloud project.',
    classes: `
      BigQueryDataSourceSpec BigQueryDataSourceSpecBuilder DataExecutionStatus DataSource DataSourceColumn
      DataSourceFormula DataSourceParameter DataSourcePivotTable DataSourceSheet DataSourceSheetFilter
      DataSourceSpec DataSourceSpecBuilder DataSourceTable SortSpec`,
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
    why: 'The selection is moved by setActiveRange and by activate, of a range or of a list of them.',
    methods: {
      Sheet: 'setActiveRangeList',
      SpreadsheetApp: 'setActiveSpreadsheet',
    },
  },
  {
    why: 'Charts are made by the builder of newChart, whose setOption takes what these methods set.',
    methods: {
      EmbeddedAreaChartBuilder: `
        setLegendTextStyle setTitleTextStyle setXAxisTextStyle setXAxisTitleTextStyle setYAxisTextStyle
        setYAxisTitleTextStyle`,
      EmbeddedBarChartBuilder: `
        reverseDirection setLegendTextStyle setTitleTextStyle setXAxisTextStyle setXAxisTitleTextStyle
        setYAxisTextStyle setYAxisTitleTextStyle`,
      EmbeddedChart: 'getAs getBlob',
      EmbeddedColumnChartBuilder: `
        setLegendTextStyle setTitleTextStyle setXAxisTextStyle setXAxisTitleTextStyle setYAxisTextStyle
        setYAxisTitleTextStyle`,
      EmbeddedComboChartBuilder: `
        setLegendTextStyle setTitleTextStyle setXAxisTextStyle setXAxisTitleTextStyle setYAxisTextStyle
        setYAxisTitleTextStyle`,
      EmbeddedHistogramChartBuilder: `
        setLegendTextStyle setTitleTextStyle setXAxisTextStyle setXAxisTitleTextStyle setYAxisTextStyle
        setYAxisTitleTextStyle`,
      EmbeddedLineChartBuilder: `
        setLegendTextStyle setTitleTextStyle setXAxisTextStyle setXAxisTitleTextStyle setYAxisTextStyle
        setYAxisTitleTextStyle`,
      EmbeddedPieChartBuilder: 'setLegendTextStyle setTitleTextStyle',
      EmbeddedScatterChartBuilder: `
        setLegendTextStyle setTitleTextStyle setXAxisTextStyle setXAxisTitleTextStyle setYAxisTextStyle
        setYAxisTitleTextStyle`,
      EmbeddedTableChartBuilder: `
        enablePaging enableRtlTable setFirstRowNumber setInitialSortingAscending setInitialSortingDescending
        useAlternatingRowStyle`,
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
    methods: {
      Range: 'setShowHyperlink',
      RangeList: 'setShowHyperlink',
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
      SpreadsheetTriggerBuilder: 'onFormSubmit',
      TriggerBuilder: 'forDocument forForm forUserCalendar',
    },
  },
  {
    why: 'The host makes no other formats of a file, and copies are made by copyOf.',
    methods: {
      Blob: 'getAs',
      Spreadsheet: 'copy getAs getBlob moveChartToObjectSheet',
      SpreadsheetApp: 'open',
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
    why: 'Nobody has asked for it yet.',
    methods: {
      ClockTriggerBuilder: 'onMonthDay',
      ConditionalFormatRuleBuilder: 'getBooleanCondition getGradientCondition',
      FilterCriteria: 'getVisibleValues',
      FilterCriteriaBuilder: 'getVisibleValues setVisibleValues',
      Range: `
        autoFill autoFillToNeighbor isEndColumnBounded isEndRowBounded isStartColumnBounded
        isStartRowBounded`,
      Selection: 'getNextDataRange',
    },
  },
];

export type Unsupported = {
  readonly why: string;
  /** Services with all that hangs on them: only their names are there. */
  readonly services?: string;
  /** Classes of which the host has nothing. */
  readonly classes?: string;
  /** Methods by class. */
  readonly methods?: Readonly<Record<string, string>>;
};
