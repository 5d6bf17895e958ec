/**
 * Every sentence that the server says to people, in English, by the room that says it. What is written into the file
 * stands beside the code that writes it: it is English for everybody. Names in braces are filled in; `one` and `other` are
 * chosen by `count`. Another language is another file of this shape.
 */

/** In `domain`: what a record or a view may be. Pages check it too, so these are on all that do. */
export const rules = {
  'lead.nameless': 'Give the lead a company or a contact name.',
  'lead.noEmail': '“{email}” is no e-mail address.',
  // As many as CELL_LIMIT.
  'lead.tooManyTags': 'A cell holds at most 50,000 characters. Use fewer tags.',

  'deal.nameless': 'Give the deal a title.',
  'deal.noNumber': 'The value must be a number.',
  'deal.noProbability': 'The probability must be between 0 % and 100 %.',
  'deal.noCurrency': 'Write the currency as its three letters, such as USD or EUR.',
  'deal.noStage': 'The pipeline “{pipeline}” has no stage “{name}”. Its stages are {known}.',
  'deal.noStages': 'The pipeline “{pipeline}” has no stage “{name}”. Settings lists no stages for it.',

  'view.changed': 'You changed your views in another window. They are shown as they are now.',
  'view.nameless': 'Give the view a name.',
  'view.sameName': 'Two views have this name. Choose another one.',
  'view.twoStarts': 'The panel can open with one view only.',
} as const;

/** In `domain/import`: what is wrong with a row of a file. */
export const reading = {
  'row.bothSigns':
    '“{text}” in {header} may be {point} or {comma}: other rows use both decimal signs. Choose the one to go by.',
  'row.otherNumbers': '“{text}” in {header} does not fit numbers such as {example}.',
  'row.noNumber': '“{text}” in {header} is no number.',
  'row.bothOrders':
    '“{text}” in {header} may be {byDay} or {byMonth}: other rows use both orders. Choose the one to go by.',
  'row.otherDates': '“{text}” in {header} does not fit dates such as {example}.',
  'row.noZone': '“{text}” in {header} has a time zone that is not known. Write it as an offset, such as +02:00.',
  'row.noDate': '“{text}” in {header} is no date.',
  'row.bothScales':
    '“{text}” in {header} may be {number} % or {percent} %: other rows use both. Choose one, or write the percent sign.',
  'row.noTick': '“{text}” in {header} is neither TRUE nor FALSE.',
  'row.noStage': 'The stage “{stage}” is not known. Choose where such deals go.',
} as const;

/** In `contract`: what is wrong with a request. `{most}` is the limit that was passed. */
export const requests = {
  'request.unreadable':
    'The add-on got something that it cannot read. Reload the sheet to get its newest version, then try again.',
  // As many as CELL_LIMIT.
  'request.tooLong': 'A cell holds at most 50,000 characters. Shorten the text.',
  'request.long': 'At most {most} characters fit here.',
  'request.noNumber': 'That is no number.',
  'request.noDay': 'Write the day as year-month-day, such as 2026-11-22.',
  'request.noId': 'This is no id of a record here.',
  'request.none': 'Select at least one row.',
  'request.many': 'At most {most} records can be changed at once.',
  'request.longName': 'A name has at most {most} characters.',
  'request.manyRows': 'At most {most} rows can be imported at once.',
  'request.sameIds': 'The rows do not have ids of their own. Choose the file again.',
  'request.manyViews': 'You can keep {most} views. Delete one first.',
  'request.noTag': 'Write a tag.',
  'request.twoTags': 'Commas part tags: write one tag at a time.',
  'stage.nameless': 'A stage needs a name.',
} as const;

/** In `services`: why something that a user asked for is not done, or not all of it. */
export const acts = {
  'a.lead': 'A lead',
  'a.opportunity': 'A deal',
  'a.activity': 'An activity',
  'this.lead': 'This lead',
  'this.opportunity': 'This deal',
  'this.activity': 'This activity',
  // {record} as in This lead.
  'record.gone': '{record} is no longer in the sheet. Its row was deleted, or its id was changed.',

  'task.blank': 'Write what it is about.',
  'activity.blank': 'Write what happened.',

  'delete.more': '{deals} and {activities} hang on it by now. Nothing was deleted: look at them, then delete again.',
  'delete.deals': { one: '{count} deal', other: '{count} deals' },
  'delete.activities': { one: '{count} activity', other: '{count} activities' },

  'many.oneOnly': 'This field can only be changed in one record at a time.',
  'many.noText': 'That is no text.',
  'many.noReasons': 'The tab “{tab}” has no column “{column}”. Choose “Set up CRM” to add it again, or no reason.',
  'rename.formulas':
    'In “{tab}” a formula works out the stage “{stage}” in row {rows}, so that it could not be renamed there. Put the stage in as text, then rename it again.',
  'rename.more': '{rows} and {more} more',

  // {columns} as in “Phone” and no column “Email”.
  'import.noColumn':
    'The tab “{tab}” has no column {columns}. Add what is missing to the tab, or leave it out of the import.',
  'import.andNoColumn': ' and no column ',

  'report.noStages': 'Settings lists no stages. Add one under “Stages”, then choose the report again.',

  'undo.noPipeline': 'History no longer tells of which pipeline this stage is. Rename it in Settings.',
  'undo.unknown': 'History no longer knows this action, so it cannot be undone.',
  'undo.notYours': 'Someone else did this. Only they can undo it.',
  'undo.erased': 'Erasing a person cannot be undone.',
  'undo.handTyped': 'These rows were in the sheet before they became records. Delete those that have to go.',
  // {record} as in A lead.
  'undo.changed': '{record} was changed since and stays. Delete it by itself if it has to go.',
  'undo.needed': '{record} stays because something hangs on it by now. Delete it by itself if it has to go.',
  'undo.lost': '{record} cannot come back: History no longer has what stood in it.',
  'undo.noValue': 'What stood in {header} before is no longer in History.',
  'undo.noColumn': 'There is no column “{header}” any more.',
} as const;

/** In `sheets`: what people did to the file, and what it makes of a save. */
export const sheet = {
  quoted: '“{text}”',
  and: ' and ',
  column: 'column {number}',

  'tab.missing': 'There is no tab “{tab}” in this file. Choose “Set up CRM” to make it.',
  'tab.noIds': 'The tab “{tab}” has no column “{header}”. Undo its removal (Ctrl+Z, or File > Version history).',
  'tab.noColumn': 'The tab “{tab}” has no column “{header}”. Undo its removal, or choose “Set up CRM” to add it again.',
  'tab.noOwnColumn':
    'The tab “{tab}” has no column “{header}” any more. Open the CRM anew to see its columns as they are.',
  'tab.noHeaders':
    'The header row of “{tab}” was deleted or sorted in among the records. Undo that (Ctrl+Z), then try again.',
  'tab.denied':
    'You may not edit “{tab}”, so that nothing was written. Ask an owner of the file for the right to edit.',
  'tab.cellDenied':
    'You may not edit the protected cell {cell} of “{tab}”, so that nothing was written. Ask an owner of the file for the right to edit.',
  'tab.rowsMove': 'The rows of “{tab}” keep moving. Try again in a moment.',
  'tab.linesMove': 'The lines of “{tab}” keep moving. Try again in a moment.',
  'tab.columnsMove': 'The columns of “{tab}” keep moving. Choose the report again in a moment.',

  'settings.noHeaders': 'The Settings tab has lost its row of headers. Undo that (Ctrl+Z).',
  'settings.noColumn':
    'The Settings tab has no column “{header}” of “{title}”. Undo its removal, or choose “Set up CRM” to add it again.',
  'settings.stranger':
    'In the Settings tab, “{stranger}” stands under “{title}” where “{header}” is missing. If it is that column, give it its name back; else move it away from there. Then choose “Set up CRM” again.',
  'settings.noNames':
    'The Settings tab has no column “{header}” of “{title}”, and only that knew the names. Undo its removal (Ctrl+Z, or File > Version history).',
  'settings.rowsMove': 'The rows of Settings keep moving. Try again in a moment.',
  'settings.movedAdding':
    'Somebody moved rows of Settings in the moment in which stages were added. Look at it now: if a stage is missing, press Ctrl+Z in the grid and try again.',
  'settings.movedRenaming':
    'Somebody moved rows of Settings in the moment in which a stage was renamed. Look at it now: if a stage is missing, press Ctrl+Z in the grid and try again.',
  'stage.taken': 'The pipeline “{pipeline}” has a stage “{name}” already.',
  'stage.unknown': 'The pipeline “{pipeline}” has no stage “{name}”.',

  'save.changed': 'Someone changed {fields} in the sheet meanwhile. Nothing was written.',
  'save.formula': '{field} is worked out by a formula in the sheet. Change the formula there.',
  'save.formulaTyped': 'Somebody typed a formula into {field} while this was saved; it stands there again.',
  'save.again.lead':
    'An earlier try has put this lead into “{tab}” already, and there it differs in {headers}. Open it and change it there.',
  'save.again.opportunity':
    'An earlier try has put this deal into “{tab}” already, and there it differs in {headers}. Open it and change it there.',
  'save.again.activity':
    'An earlier try has put this activity into “{tab}” already, and there it differs in {headers}. Open it and change it there.',
  'save.rowsMoved': 'Somebody moved rows while this was saved.',
  'save.columnsMoved': 'Somebody moved columns while this was saved.',
  // {record} as in This lead.
  'save.saved': '{record} is saved.',
  'save.allSaved': 'All of it is saved.',
  'save.back': 'What was written over in other rows is back; look at row {row} if in doubt.',
  'save.deleted.lead': 'Somebody deleted this lead in the sheet at this very moment, so that nothing of it was saved.',
  'save.deleted.opportunity':
    'Somebody deleted this deal in the sheet at this very moment, so that nothing of it was saved.',
  'save.deleted.activity':
    'Somebody deleted this activity in the sheet at this very moment, so that nothing of it was saved.',
  'check.values': 'Check {field} in row {rows}: the values there may have been meant for other rows.',
  'check.new': 'Check all of row {row}: what stands in {headers} was meant for what is new.',
  'check.row':
    'Check all of row {row}: what was meant for another row came into {headers}, and nobody knows what stood there before.',
  'check.hits': {
    one: 'Check {headers} in row {row}: {texts} now stands there, meant for another row, and nobody knows what stood there before.',
    other:
      'Check {headers} in row {row}: {texts} now stand there, meant for another row, and nobody knows what stood there before.',
  },
  'check.history': 'History says of {header}: “{before}”, then “{after}”.',
  'check.doubt': '{header} in row {row} was put back to “{put}”; if somebody has undone that, it held “{other}”.',

  'ids.moved': 'Somebody moved rows of “{tab}” in the moment in which ids were written.',
  'ids.look': 'Look at it now: if something is wrong, press Ctrl+Z in the grid and try again.',
  'ids.shared': 'Rows {rows} of “{tab}” have the same id. Delete the id of the copy, then try again.',
  'ids.sharedAmong': 'Of rows {rows} of “{tab}” two have the same id. Delete the id of the copy, then try again.',
  'ids.noneKeeps': 'Say which one of the rows keeps the id.',
  'ids.notAsShown':
    'The rows of “{tab}” that share the id {id} are not as they were shown any more. Look at them again.',
  'ids.formula': 'The id in row {row} of “{tab}” is a formula. Delete it there.',

  'erase.moved':
    'Somebody moved lines of “{tab}” while a person was erased. Row {rows} there may be empty now and was meant to stay. Undo it (Ctrl+Z) if so, then erase the person again.',
  'erase.nothing': 'This lead is neither in the sheet nor in History: there is nothing to erase.',
  'erase.stays':
    'The {header} of {number} of the deals in “{tab}” stays: a formula works it out, or another row has the same id. Mend that, then erase the person again.',

  'back.noColumn': '“{tab}” has no column “{header}” any more: what stood there is only in History.',
  'back.formula': 'A formula in “{header}” of “{tab}” needs a column that is no longer there.',
  'back.renamed': 'What stood under “{header}” of “{tab}” came back under “{now}”: that seems to be its name now.',

  'select.none': 'Select rows of leads, deals or activities in the sheet, then try again.',
  'views.noRoom': 'There is no room for more views. Delete one, or give shorter names.',
  'views.full': 'Google keeps no more for you. Delete views that you saved in this or in other files.',
} as const;

/** In `entry`: the menu, what it shows, and failures of Google. */
export const doors = {
  'menu.open': 'Open CRM',
  'menu.import': 'Import leads or deals',
  'menu.reports': 'Reports',
  'menu.pipeline': 'Pipeline',
  'menu.repair': 'Undo and repair',
  'menu.setUp': 'Set up CRM',
  'menu.about': 'About and privacy',
  'title.about': 'About Sheety CRM',
  'told.setUp': 'Your tabs are ready. Choose “Open CRM” to begin.',
  'told.report': '“{name}” is up to date and follows the sheet.',

  'busy.you': 'Another window of yours is saving. Try again in a moment.',
  'busy.others': 'Someone else is saving right now. Try again in a moment.',
  'request.broken': 'The add-on got a request that it cannot read. Reload the sheet and try again.',
  'request.noMethod': 'The add-on has no method “{method}”. Reload the sheet to get its newest version.',

  'google.quota': 'Google’s limit for today or for this moment is reached (“{said}”). Try again later.',
  'google.denied': 'Google did not allow this: {said} Ask an owner of the file for the right to edit.',
  'google.slow': 'Google Sheets did not answer in time. Look whether the change is there, then try again.',
  'google.moved':
    'Somebody took rows, columns or a tab out of the sheet at this very moment. Look whether the change is there, then try again.',
  'google.bug': 'Something went wrong in the add-on (“{said}”). Reload the sheet and look before you try again.',
} as const;
