import type {
  ActivityLine,
  AllLines,
  AnswerOf,
  ChangedLines,
  FirstLines,
  InputOf,
  LeadLine,
  Lines,
  MethodName,
  OpportunityLine,
  Start,
} from '../contract/contract';
import { LINES, leadLineFields, lineValue, opportunityLineFields } from '../domain/lines';
import type { OwnFields } from '../domain/own-fields';
import { packRows } from '../domain/packed-rows';
import type { OwnViews } from '../domain/views';
import { logActivity, searchActivities, timelineOf } from '../services/activities';
import { listActivities } from '../services/activity-list';
import { todayOf } from '../services/agenda';
import { logMany, moveMany, tagMany } from '../services/bulk';
import { convertLead } from '../services/convert';
import { attachedTo, deleteRecord } from '../services/deletion';
import { erasePerson } from '../services/erasure';
import { historyOf } from '../services/history';
import { addStages, importRows } from '../services/import';
import { changeLead, createLead } from '../services/leads';
import { changeMany, renameStage } from '../services/many';
import { changeOpportunity, createOpportunity, moveToStage } from '../services/opportunities';
import { adoptRows, catchUp, repairIds } from '../services/rows';
import { changeActivity, completeTask } from '../services/tasks';
import { lastActions, undo } from '../services/undo';
import { saveViews } from '../services/views';
import { changedLines } from '../sheets/cache/changed-lines';
import type { FirstTasks } from '../sheets/first-tasks';
import type { SheetCrm } from '../sheets/sheet-crm';
import { keeping, reading, writing } from './crm';

declare const SHEETY_VERSION: string;

/** What the sidebar needs for its first screen. */
export function startOf(crm: SheetCrm): Start {
  const { isSetUp } = crm;
  return {
    version: SHEETY_VERSION,
    settings: isSetUp ? crm.settings : null,
    locale: crm.locale,
    timeZone: crm.timeZone,
    today: crm.calendar.dayOf(crm.now),
    user: crm.user,
    canEdit: crm.canEdit,
    views: viewsOf(crm),
    // Of a file that is cached the panel paints without a look at the sheet, and asks for the row after that.
    selected: isSetUp && !crm.isCached ? crm.selected() : null,
    ownFields: ownFieldsOf(crm),
    first: isSetUp ? firstOf(crm) : null,
  };
}

/** The first screen can do without them. */
function viewsOf(crm: SheetCrm): OwnViews | null {
  try {
    return crm.own.read();
  } catch (error) {
    console.warn(`The views are not at hand: ${(error as Error).message}`);
    return null;
  }
}

const linesOf = <Line>(fields: readonly (keyof Line & string)[], records: readonly object[]): Lines<Line> => ({
  fields,
  rows: records.map((record) => fields.map((field) => lineValue(record, field))),
});

const allLinesOf = <Line>(
  fields: readonly (keyof Line & string)[],
  records: readonly object[],
  { blocks }: { readonly blocks: number },
): AllLines<Line> => ({
  fields,
  ...packRows(records.map((record) => fields.map((field) => lineValue(record, field)))),
  blocks,
});

const changedOf = <Line>(
  fields: readonly (keyof Line & string)[],
  { rows, changed, blocks }: ReturnType<typeof changedLines>,
): ChangedLines<Line> => ({ fields, ...packRows(rows), changed, blocks });

function firstOf({ leads, opportunities, firstTasks }: SheetCrm): FirstLines | null {
  const [newLeads, newDeals] = [leads.first, opportunities.first];
  if (!newLeads || !newDeals) return null;
  return {
    tasks: firstTasks && withLines(firstTasks),
    leads: { fields: LINES.lead, rows: newLeads.rows },
    opportunities: { fields: LINES.opportunity, rows: newDeals.rows },
    counts: { leads: newLeads.count, opportunities: newDeals.count },
  };
}

const withLines = ({ rows, ...told }: FirstTasks) => ({ ...told, lines: { fields: LINES.activity, rows } });

const ownFieldsOf = ({ leads, opportunities, activities }: SheetCrm): OwnFields => ({
  lead: leads.ownFields,
  opportunity: opportunities.ownFields,
  activity: activities.ownFields,
});

/** An action that the client may have sent before: what is still to do of it goes on with it. */
const goingOn = <T>(action: string | undefined, act: (crm: SheetCrm) => T): T =>
  writing('sidebar', (crm) => {
    if (action !== undefined) crm.goOnWith(action);
    return act(crm);
  });

/** Every method of the contract. One without a handler, or with another answer, does not compile. */
export const methods: { readonly [M in MethodName]: (input: InputOf<M>) => AnswerOf<M> } = {
  start: () => reading(startOf),
  setUp: () =>
    writing('sidebar', (crm) => {
      crm.setUp();
      return startOf(crm);
    }),
  views: () => reading((crm) => crm.own.read()),
  saveViews: ({ views, owner, seen }) => keeping((crm) => saveViews(crm, { views, owner }, seen)),
  selected: () => reading((crm) => crm.selected()),
  selection: () => reading((crm) => crm.selection()),
  leadLines: () =>
    reading((crm) => {
      crm.cacheSettings();
      return allLinesOf<LeadLine>(LINES.lead, crm.leads.lines(leadLineFields), crm.leads.remembered);
    }),
  opportunityLines: () =>
    reading(({ opportunities }) =>
      allLinesOf<OpportunityLine>(
        LINES.opportunity,
        opportunities.lines(opportunityLineFields),
        opportunities.remembered,
      ),
    ),
  changedLeadLines: ({ since }) =>
    reading((crm) => {
      crm.cacheSettings();
      return changedOf<LeadLine>(LINES.lead, changedLines(crm.leads, since));
    }),
  changedOpportunityLines: ({ since }) =>
    reading(({ opportunities }) => changedOf<OpportunityLine>(LINES.opportunity, changedLines(opportunities, since))),
  ownFields: () => reading(ownFieldsOf),
  lead: ({ id }) => reading((crm) => crm.leads.get(id)),
  opportunity: ({ id }) => reading((crm) => crm.opportunities.get(id)),
  activity: ({ id }) => reading((crm) => crm.activities.get(id)),
  today: ({ owner }) =>
    reading((crm) => {
      const { tasks, ...rest } = todayOf(crm, owner);
      return { ...rest, tasks: linesOf<ActivityLine>(LINES.activity, tasks.first), canRepeat: crm.canRepeat };
    }),
  activities: ({ skip, ...filter }) =>
    reading((crm) => {
      const { count, first } = listActivities(crm, filter, skip);
      return { count, lines: linesOf<ActivityLine>(LINES.activity, first) };
    }),
  timeline: (about) => reading((crm) => timelineOf(crm, about)),
  historyOf: (about) => reading((crm) => historyOf(crm, about)),
  createLead: ({ id, fields }) => writing('sidebar', (crm) => createLead(crm, id, fields)),
  createOpportunity: ({ id, fields }) => writing('sidebar', (crm) => createOpportunity(crm, id, fields)),
  changeLead: ({ id, changes, seen }) => writing('sidebar', (crm) => changeLead(crm, id, changes, seen)),
  changeOpportunity: ({ id, changes, seen }) => writing('sidebar', (crm) => changeOpportunity(crm, id, changes, seen)),
  moveOpportunity: ({ id, pipeline, stage, seen, undone }) =>
    writing(undone ? 'undo' : 'sidebar', (crm) => moveToStage(crm, id, { pipeline, stage }, seen, undone)),
  convertLead: (conversion) => writing('sidebar', (crm) => convertLead(crm, conversion)),
  changeMany: ({ action, ...change }) => goingOn(action, (crm) => changeMany(crm, change)),
  moveMany: ({ action, ...move }) => goingOn(action, (crm) => moveMany(crm, move)),
  tagMany: ({ action, ids, tag, isAdded }) => goingOn(action, (crm) => tagMany(crm, ids, tag, isAdded)),
  logMany: ({ action, kind, records, ...text }) => goingOn(action, (crm) => logMany(crm, kind, records, text)),
  renameStage: ({ pipeline, from, to }) => writing('sidebar', (crm) => renameStage(crm, pipeline, from, to)),
  attached: (about) => reading((crm) => attachedTo(crm, about)),
  deleteRecord: ({ kind, id, seen }) => writing('sidebar', (crm) => deleteRecord(crm, kind, id, seen)),
  lastActions: () => reading(lastActions),
  undo: ({ action }) => writing('undo', (crm) => undo(crm, action)),
  erasePerson: ({ id }) => writing('sidebar', (crm) => erasePerson(crm, id)),
  catchUp: () => writing('grid', catchUp),
  adoptRows: ({ kind }) => writing('sidebar', (crm) => adoptRows(crm, kind)),
  repairIds: ({ kind, id, rows }) => writing('repair', (crm) => repairIds(crm, kind, id, rows)),
  searchActivities: ({ text }) => reading((crm) => searchActivities(crm, text)),
  logActivity: ({ id, about, ...text }) => writing('sidebar', (crm) => logActivity(crm, id, about, text)),
  changeActivity: ({ id, changes, seen }) => writing('sidebar', (crm) => changeActivity(crm, id, changes, seen)),
  completeTask: (completion) => writing('sidebar', (crm) => completeTask(crm, completion)),
  addStages: ({ stages }) => writing('import', (crm) => addStages(crm, stages)),
  importRows: ({ plan, rows }) => writing('import', (crm) => importRows(crm, plan, rows)),
};
