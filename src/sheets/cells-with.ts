type Range = GoogleAppsScript.Spreadsheet.Range;

/** How long a pattern may be is documented nowhere. */
export const SEARCHED = 250;

/** The cells of a range, from above, that hold one of these ids and nothing else. One call, in which no cell crosses. */
export const cellsWith = (range: Range, ids: readonly string[]): readonly Range[] =>
  range
    .createTextFinder(`^(?:${ids.join('|')})$`)
    .useRegularExpression(true)
    .matchCase(true)
    .findAll();
