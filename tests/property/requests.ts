import { askActivityChange, askCompletion } from './ask-activities';
import { askChange, askMany, askMove } from './ask-changes';
import { askActivity, askConversion, askImport, askNewDeal, askNewLead } from './ask-new';
import { askErasure, askReport } from './ask-rest';
import { askAdoption, askCatchUp, askDeletion, askUndo } from './ask-rows';
import { askMoves, askNotes, askTags } from './ask-several';
import { askRename } from './ask-stage';
import type { Asked } from './asked';
import type { Page } from './page';
import type { ActionDraw } from './plan';

/** Makes a call of a draw, as the page would; something new where there is nothing to ask for. */
export const ask = (page: Page, draw: ActionDraw): Asked => ASK[draw.kind](page, draw) ?? askNewDeal(page, draw);

const ASK: Readonly<Record<ActionDraw['kind'], (page: Page, draw: ActionDraw) => Asked | null>> = {
  'change lead': (page, draw) => askChange(page, 'Leads', draw),
  'change deal': (page, draw) => askChange(page, 'Opportunities', draw),
  'move deal': askMove,
  'create lead': askNewLead,
  'create deal': askNewDeal,
  'log activity': askActivity,
  'import leads': askImport,
  'convert lead': askConversion,
  'change many': askMany,
  'move many': askMoves,
  'tag many': askTags,
  'log many': askNotes,
  'change activity': askActivityChange,
  'complete task': askCompletion,
  'rename stage': askRename,
  'delete record': askDeletion,
  undo: askUndo,
  'adopt rows': (_, draw) => askAdoption(draw),
  'catch up': askCatchUp,
  'erase person': askErasure,
  'pipeline report': askReport,
};
