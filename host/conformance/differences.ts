/** Where the host is known to be other than Google, with the reason. What it lacks altogether is in `unsupported.ts`. */
export type Difference = {
  readonly id: string;
  readonly google: string;
  readonly host: string;
  readonly why: string;
  readonly source: string;
  /** The questions that the host misses because of it. */
  readonly questions?: readonly string[];
};

export const LIES: readonly Difference[] = [
  {
    id: 'writes-at-once',
    google: 'Keeps writes and commits them at the next read, flush or end; what is wrong with one may show only then.',
    host: 'Writes are in the file at once, and errors come from the call that made them. Only the costs follow Google.',
    why: 'When Google commits is not documented; an error at once is easier to find.',
    source: 'guide "Best practices"; reference "SpreadsheetApp.flush"',
  },
  {
    id: 'kinds-of-arguments',
    google: 'Which kinds it converts into each other is not documented.',
    host: 'A number or truth value does for a text, null for one where no other kind is possible; nothing else converts.',
    why: 'What is known to be refused is refused everywhere: a script that passes here passes there.',
    source: 'Sentences seen by many for Sheet.getRange and Sheet.deleteRow; J. Poehnelt 2025-12 for Cache',
  },
  {
    id: 'pasted-values',
    google: 'Whether values pasted alone may break a rule that rejects them is not documented.',
    host: 'copyTo of values or formulas throws as setValue does, and nothing goes in.',
    why: 'The harsher reading.',
    source: 'reference "Range.copyTo"',
  },
  {
    id: 'bad-settings',
    google: 'What sizes, zones and locales that make no sense give is not documented.',
    host: 'They throw “Invalid argument”; a word that means no alignment or weight changes nothing.',
    why: 'The harsher reading, but for words, which Google is known to ignore.',
    source: 'notes of the gas-fakes project',
  },
  {
    id: 'objects-of-another-file',
    google: 'Refuses ranges and tabs of another file, with a sentence that is known for copyTo only.',
    host: 'Gives that sentence for all methods.',
    why: 'No other is known.',
    source: 'reference "Range.copyTo"',
  },
  {
    id: 'missing-methods',
    google: 'A method that does not exist is undefined, so calling it is a TypeError.',
    host: 'Any name is a method that says what is not supported.',
    why: 'Whoever runs other code on the host must learn at once what it lacks.',
    source: 'V8',
    questions: ['errors/no-such-method'],
  },
  {
    id: 'class-fields',
    google:
      'Refuses private and static class fields. Whether it takes the others, class A { x = 1 }, is not documented.',
    host: 'Refuses all of them, for the whole project.',
    why: 'The harsher reading; compilers turn them into assignments for ES2021 and before.',
    source: 'guide "V8 runtime"',
  },
  {
    id: 'newer-javascript',
    google:
      'Which syntax and library after ES2020 its V8 has is not documented: toSorted, Array.at, Object.groupBy, ??=.',
    host: 'Has what the V8 of the Node has on which it runs.',
    why: 'A compiler set to ES2020, syntax and library, tells sooner than a run does.',
    source: 'guide "V8 runtime" names none of them',
  },
  {
    id: 'other-services',
    google: 'Has services for mail, files, the net, XML, documents and more.',
    host: 'Has their names: any use of one throws, also reading MimeType.CSV.',
    why: 'Each is another product; the list of what is not supported has them by reason.',
    source: 'reference: the list of services',
    questions: ['services/xml', 'services/mime-types'],
  },
  {
    id: 'formula-functions',
    google: 'Has QUERY, SPLIT, JOIN, IMPORTRANGE and many more.',
    host: 'A cell that uses one the formula engine lacks shows #OFFLINE!.',
    why: 'Saying so is better than a wrong figure.',
    source: 'Google Docs Editors help "Google Sheets function list"',
  },
  {
    id: 'formulas-in-english',
    google: 'Reads formulas in the language and with the separators of the locale.',
    host: 'Reads them in American English whatever the locale: commas part arguments, names are English.',
    why: 'The formula engine knows no other.',
    source: 'Google Docs Editors help "Google Sheets function list"',
  },
  {
    id: 'spreading-formulas',
    google:
      'A formula that gives several values spreads over its neighbours inside ARRAYFORMULA, or if its function does.',
    host: 'It spreads without ARRAYFORMULA too.',
    why: 'The formula engine follows Excel there.',
    source: 'Google Docs Editors help "ARRAYFORMULA"',
  },
  {
    id: 'formats-of-formulas',
    google:
      'A formula without a format of its own shows its result in that of what it looks at, by rules not written down.',
    host: 'The first argument that has one counts; of a range, the first number in its first hundred rows. Differences of dates and quotients of like things are plain numbers.',
    why: 'What is certain is followed: days, money and percentages stay what they are. Where kinds mix, nobody knows.',
    source: 'known to everyone who uses Sheets',
  },
  {
    id: 'when-now-moves',
    google: 'Works NOW and TODAY out anew when the file changes, or each minute or hour, as the file is set.',
    host: 'Works them out whenever results are read, to the second.',
    why: 'When Google does it in the middle of an execution is not documented.',
    source: 'Sheets API reference "SpreadsheetProperties.autoRecalc"',
  },
  {
    id: 'formulas-in-a-circle',
    google: 'Formulas that look at each other in a circle show #REF!.',
    host: 'They show what one round gives, often 0.',
    why: 'The formula engine goes round instead of stopping.',
    source: 'Sheets API reference "SpreadsheetProperties.iterativeCalculationSettings"',
  },
  {
    id: 'custom-functions-in-cells',
    google: 'A cell can call a function of the script.',
    host: 'host.custom runs such a function in its mode; in a cell it shows #NAME?.',
    why: 'The formula engine runs in a thread of its own, where no execution can start.',
    source: 'guide "Custom functions"',
  },
  {
    id: 'rules-by-formula',
    google: 'Judges input by a formula where the rule is one, and the results of formulas by their rules.',
    host: 'Neither is judged.',
    why: 'A rule would start a calculation in the middle of a write.',
    source: 'reference "DataValidationBuilder.requireFormulaSatisfied"',
  },
  {
    id: 'copied-values',
    google:
      'Whether values that a script copies without their rules must keep to the rules of the target is not documented.',
    host: 'They must, as written ones.',
    why: 'The harsher reading.',
    source: 'reference "Range.copyTo" says nothing of it',
  },
  {
    id: 'when-filters-judge',
    google: 'What a filter does when cells change under it is not documented.',
    host: 'It judges rows when a criterion is set and when it sorts. A formula as its criterion throws.',
    why: 'The harsher reading: nothing is hidden by itself.',
    source: 'reference "Filter" says nothing of it',
  },
  {
    id: 'people-of-protections',
    google: 'Protections name people, groups and domains.',
    host: 'Protections know people.',
    why: 'There are no groups and domains in the host.',
    source: 'reference "Protection"',
  },
  {
    id: 'names-of-lost-ranges',
    google: 'A name whose cells are all deleted stays and reads #REF!.',
    host: 'It goes with its cells.',
    why: 'The engine keeps no places that are nowhere.',
    source: 'known to everyone who uses Sheets',
  },
  {
    id: 'fitting-widths',
    google: 'autoResizeColumn measures the text as drawn.',
    host: 'The width is estimated from the number of characters.',
    why: 'Without a page nothing is drawn.',
    source: 'reference "Sheet.autoResizeColumn"',
  },
  {
    id: 'daily-quotas',
    google: 'Counts mails, trigger minutes, reads of properties and more by the day, and refuses beyond.',
    host: 'Nothing is counted by the day.',
    why: 'Nothing in a test runs for a day; the limits of one execution and of one store hold.',
    source: 'page "Quotas for Google services"',
  },
  {
    id: 'trigger-delays',
    google: 'Triggers start a second or more after the act; selections are told seconds late.',
    host: 'They run as soon as no script of that person runs.',
    why: 'A delay that nobody measured cannot be promised; a clock for tests must stand still.',
    source: 'K. Tanaike, 2020-05-19',
  },
  {
    id: 'sorts-and-undos',
    google: 'What triggers hear of a sort or an undo is not documented.',
    host: 'onEdit hears nothing, onChange hears OTHER of a sort.',
    why: 'The harsher reading: nothing may depend on being told.',
    source: 'guide "Event objects" names neither',
  },
  {
    id: 'undo',
    google: 'Everyone takes back their own steps.',
    host: 'Undo takes back the last step of the file, whoever made it.',
    why: 'The page has one person.',
    source: 'known to everyone who uses Sheets',
  },
  {
    id: 'advanced-services',
    google: 'Has the Sheets API and others as advanced services, for scripts with the scopes.',
    host: 'Has none.',
    why: 'They do not work with the scope of the open file alone.',
    source: 'Workspace guide "Scopes for Editor add-ons"',
  },
  {
    id: 'several-logins',
    google: 'With several accounts in one browser, menu and sidebar may run as different people, or fail.',
    host: 'A window on a file has one person.',
    why: 'It cannot be told apart from a bug of the browser.',
    source: 'mootoday/google-docs-addon-svelte-template issue 3',
  },
  {
    id: 'panel-storage',
    google: 'A panel has an origin of its own for the script, with localStorage that may vanish.',
    host: 'A panel has no origin and no localStorage.',
    why: 'The harsher reading: nothing may be kept there.',
    source: 'guide "HTML service: restrictions"; how long it is kept is not documented',
  },
  {
    id: 'uploads',
    google: 'A file in a form arrives as a Blob.',
    host: 'Forms with files are refused by name.',
    why: 'Nobody has asked for it yet.',
    source: 'guide "HTML service: communicate with server functions"',
  },
  {
    id: 'numbers-json-cannot-say',
    google: 'Makes null or 0 of NaN, infinities, -0 and holes in arrays on their way between page and script.',
    host: 'They are refused aloud, both ways.',
    why: 'What is lost without a word is found by nobody.',
    source: 'the client script that Google serves with every page',
  },
  {
    id: 'malformed-html',
    google: 'Refuses HTML that is malformed; what counts as such is not documented.',
    host: 'Refuses a tag, comment, script or style that never ends.',
    why: 'The part that can be told for certain.',
    source: 'reference "HtmlService.createHtmlOutput"',
  },
  {
    id: 'sidebar-beside-dialog',
    google: 'The guide says that an add-on shows one sidebar or dialog at a time; people report otherwise.',
    host: 'A sidebar stays while a dialog is open; a new panel takes the place of one of its own kind.',
    why: 'Reports of what happens outweigh a sentence in a guide.',
    source: 'Workspace guide "Dialogs and sidebars for Editor add-ons"; reference "Ui.showSidebar"',
  },
  {
    id: 'drawn-by-hand',
    google:
      'Draws every chart, border, banding, note, rotation, table and conditional format, and lets people set them.',
    host: 'The page draws column, bar, line, area and pie charts and whole cells in one style. What else there is is kept for scripts.',
    why: 'The page is for trying the add-on.',
    source: 'known to everyone who uses Sheets',
  },
  {
    id: 'panels-in-every-page',
    google: 'A panel shows to the person who asked for it.',
    host: 'Every open page shows it.',
    why: 'The page has one person.',
    source: 'reference "Ui.showSidebar"',
  },
  {
    id: 'people-in-the-page',
    google: 'Several people work in a file at once and see each other.',
    host: 'The page shows the owner of the file; other people live in code, by host.as.',
    why: 'The page is for trying the add-on.',
    source: 'known to everyone who uses Sheets',
  },
  {
    id: 'functions-found',
    google: 'Menus and triggers also find functions in `const` and `let`, and methods of objects at the top.',
    host: 'Only declared functions and `var` are found.',
    why: 'The rules of google.script.run are the narrower ones; a build that meets them meets all.',
    source: 'guide "V8 runtime"',
  },
  {
    id: 'typed-chart-builders',
    google:
      'By the reference, addRange and its like of a typed builder answer with the general one, which has no setTitle.',
    host: 'A typed builder stays one.',
    why: 'Nobody has measured it, and published code calls setTitle afterwards.',
    source: 'reference "EmbeddedColumnChartBuilder"',
  },
];
