// A table as add-ons on Sheets are often written: rows are remembered by number for half a minute, columns by place,
// texts are what the grid shows, and a save writes the whole row. It works as long as nobody else touches the file.

var LEAD =
  'id company contact title email phone status source industry companySize website linkedIn owner tags notes score createdAt updatedAt'.split(
    ' ',
  );
var OPPORTUNITY =
  'id leadId lead title pipeline stage value currency probability expectedClose nextStep product owner lostReason notes createdAt updatedAt stageSince closedAt recorded'.split(
    ' ',
  );
var ACTIVITY = 'id leadId opportunityId type subject details when due doneAt owner createdBy createdAt'.split(' ');

var TABS = {
  lead: { name: 'Leads', fields: LEAD },
  opportunity: { name: 'Opportunities', fields: OPPORTUNITY },
  activity: { name: 'Activities', fields: ACTIVITY },
};

var SECONDS = 30;

// biome-ignore lint/correctness/noUnusedVariables: called by Google.
function onOpen() {}

function failure(code, message) {
  var error = new Error(message);
  error.code = code;
  return error;
}

// biome-ignore lint/correctness/noUnusedVariables: called by the sidebar.
function rpc(body) {
  var answers = JSON.parse(body).calls.map((call) => {
    try {
      if (!methods[call.method]) throw failure('INVALID', `The method ${call.method} is not offered.`);
      return { ok: true, value: methods[call.method](call.input) };
    } catch (error) {
      return { ok: false, error: { code: error.code || 'BUSY', message: error.message, field: null, differences: [] } };
    }
  });
  return JSON.stringify({ answers: answers });
}

function sheetOf(kind) {
  var sheet = SpreadsheetApp.getActiveSpreadsheet().getSheetByName(TABS[kind].name);
  if (!sheet) throw failure('SHEET_BROKEN', `There is no tab ${TABS[kind].name}.`);
  return sheet;
}

function load(kind) {
  var cache = CacheService.getDocumentCache();
  var kept = cache.get(kind);
  if (kept) return JSON.parse(kept);
  var rows = sheetOf(kind).getDataRange().getDisplayValues();
  var records = [];
  for (let i = 1; i < rows.length; i++) {
    if (!rows[i][0]) continue;
    const record = { row: i + 1 };
    TABS[kind].fields.forEach((field, column) => {
      record[field] = rows[i][column];
    });
    records.push(record);
  }
  keep(kind, records);
  return records;
}

function keep(kind, records) {
  CacheService.getDocumentCache().put(kind, JSON.stringify(records), SECONDS);
}

function forget(kind) {
  CacheService.getDocumentCache().remove(kind);
}

function find(kind, id) {
  var record = load(kind).filter((one) => one.id === id)[0];
  if (!record) throw failure('NOT_FOUND', `There is no ${kind} ${id}.`);
  return record;
}

function now() {
  return Utilities.formatDate(
    new Date(),
    SpreadsheetApp.getActiveSpreadsheet().getSpreadsheetTimeZone(),
    'yyyy-MM-dd HH:mm:ss',
  );
}

function cellOf(value) {
  if (value === null || value === undefined) return '';
  return Array.isArray(value) ? value.join(', ') : value;
}

function rowOf(kind, record) {
  return TABS[kind].fields.map((field) => cellOf(record[field]));
}

function update(kind, id, changes) {
  var records = load(kind);
  var record = find(kind, id);
  Object.assign(record, changes, { updatedAt: now() });
  var row = rowOf(kind, record);
  sheetOf(kind).getRange(record.row, 1, 1, row.length).setValues([row]);
  keep(
    kind,
    records.map((one) => (one.id === id ? record : one)),
  );
  return { record: record, odd: {}, formulas: [] };
}

function add(kind, id, fields) {
  var record = Object.assign({ id: id, createdAt: now(), updatedAt: now() }, fields);
  sheetOf(kind).appendRow(rowOf(kind, record));
  forget(kind);
  return { record: record, odd: {}, formulas: [] };
}

function remove(kind, id) {
  var record = find(kind, id);
  sheetOf(kind).deleteRow(record.row);
  forget(kind);
}

function log(input) {
  var lead = input.about.kind === 'lead' ? input.about.id : find('opportunity', input.about.id).leadId;
  var deal = input.about.kind === 'opportunity' ? input.about.id : '';
  return add('activity', input.id, {
    leadId: lead,
    opportunityId: deal,
    type: input.type,
    subject: input.subject,
    details: input.details,
    when: input.due ? '' : now(),
    due: input.due,
    createdBy: Session.getActiveUser().getEmail(),
  }).record;
}

var methods = {
  leadLines: () => load('lead'),
  opportunityLines: () => load('opportunity'),
  lead: (input) => ({ record: find('lead', input.id), odd: {}, formulas: [] }),
  opportunity: (input) => ({ record: find('opportunity', input.id), odd: {}, formulas: [] }),
  timeline: (input) =>
    load('activity').filter((one) => (input.kind === 'lead' ? one.leadId : one.opportunityId) === input.id),
  createLead: (input) => {
    if (!input.fields.company && !input.fields.contact) throw failure('INVALID', 'A lead needs a name.');
    return add('lead', input.id, Object.assign({ status: 'New' }, input.fields));
  },
  createOpportunity: (input) =>
    add('opportunity', input.id, Object.assign({ pipeline: 'Sales', stage: 'Prospecting' }, input.fields)),
  changeLead: (input) => update('lead', input.id, input.changes),
  changeOpportunity: (input) => update('opportunity', input.id, input.changes),
  moveOpportunity: (input) =>
    update('opportunity', input.id, { pipeline: input.pipeline, stage: input.stage, stageSince: now() }),
  convertLead: (input) => {
    var lead = find('lead', input.id);
    var deal = add(
      'opportunity',
      input.opportunity.id,
      Object.assign(
        { leadId: input.id, lead: lead.company, pipeline: 'Sales', stage: 'Prospecting' },
        input.opportunity.fields,
      ),
    );
    update('lead', input.id, { status: input.status });
    var note = add('activity', input.activityId, {
      leadId: input.id,
      opportunityId: input.opportunity.id,
      type: 'Note',
      subject: 'Converted',
      when: now(),
    });
    return { lead: find('lead', input.id), opportunity: deal, activity: note.record };
  },
  changeMany: (input) => {
    input.records.forEach((one) => {
      update(input.kind, one.id, { [input.field]: input.value });
    });
    return { changed: input.records.length, kept: [], missing: [] };
  },
  moveMany: (input) => {
    input.records.forEach((one) => {
      update('opportunity', one.id, {
        pipeline: input.pipeline,
        stage: input.stage,
        lostReason: input.lostReason || '',
      });
    });
    return { changed: input.records.length, kept: [], missing: [] };
  },
  tagMany: (input) => {
    input.ids.forEach((id) => {
      var tags = find('lead', id).record.tags;
      update('lead', id, { tags: input.isAdded ? tags.concat(input.tag) : tags.filter((tag) => tag !== input.tag) });
    });
    return { changed: input.ids.length, kept: [], missing: [] };
  },
  logMany: (input) => {
    input.records.forEach((one) => {
      log({
        id: one.activityId,
        about: { kind: input.kind, id: one.id },
        type: input.type,
        subject: input.subject,
        details: input.details,
        due: input.due,
      });
    });
    return { logged: input.records.length, missing: [] };
  },
  renameStage: (input) => {
    var deals = load('opportunity').filter((deal) => deal.pipeline === input.pipeline && deal.stage === input.from);
    deals.forEach((deal) => {
      update('opportunity', deal.id, { stage: input.to });
    });
    var settings = SpreadsheetApp.getActiveSpreadsheet().getSheetByName('Settings');
    settings.getRange(3, 2, 20, 1).createTextFinder(input.from).matchEntireCell(true).replaceAllWith(input.to);
    return { opportunities: deals.length };
  },
  attached: (input) => {
    var deals = load('opportunity').filter((deal) => deal.leadId === input.id);
    var notes = load('activity').filter((note) => note.leadId === input.id || note.opportunityId === input.id);
    return { deals: deals.length, activities: notes.length };
  },
  deleteRecord: (input) => {
    load('activity')
      .filter((note) => input.kind !== 'activity' && (note.leadId === input.id || note.opportunityId === input.id))
      .forEach((note) => {
        remove('activity', note.id);
      });
    load('opportunity')
      .filter((deal) => input.kind === 'lead' && deal.leadId === input.id)
      .forEach((deal) => {
        remove('opportunity', deal.id);
      });
    remove(input.kind, input.id);
    return { action: '' };
  },
  logActivity: log,
  changeActivity: (input) => update('activity', input.id, input.changes),
  completeTask: (input) => ({
    task: update('activity', input.id, { doneAt: new Date(input.doneAt) }),
    next: null,
    action: '',
  }),
  importRows: (input) => {
    var kind = input.plan.kind;
    var rows = input.rows.map((row) => {
      var record = { id: row.id, createdAt: now(), updatedAt: now() };
      if (kind === 'lead') record.status = 'New';
      else Object.assign(record, { pipeline: 'Sales', stage: 'Prospecting' });
      input.plan.fields.forEach((field, column) => {
        if (field) record[field] = row.cells[column];
      });
      return rowOf(kind, record);
    });
    var sheet = sheetOf(kind);
    if (rows.length > 0) sheet.getRange(sheet.getLastRow() + 1, 1, rows.length, rows[0].length).setValues(rows);
    forget(kind);
    return { added: rows.length, known: 0, refused: [], unlinked: 0 };
  },
};
