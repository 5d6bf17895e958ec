import type { ImportRow } from '../../../src/domain/import/rows';
import type { Stage } from '../../../src/domain/settings';
import { ACME, BETA, FIRST_CALL, GAMMA, NEW_DEAL, NEW_LEAD, NEW_NOTE, PILOT, RENEWAL, ROLLOUT, TASK } from '../file';
import type { AnyCall } from '../words';

/** What users click in most situations. */
export const changePhone: AnyCall = {
  method: 'changeLead',
  input: { id: BETA, changes: { phone: '555 12' }, seen: { phone: '+49 30 1234' } },
};

export const changeValue: AnyCall = {
  method: 'changeOpportunity',
  input: { id: RENEWAL, changes: { value: 13_500 }, seen: { value: 12_000 } },
};

export const createLead: AnyCall = {
  method: 'createLead',
  input: { id: NEW_LEAD, fields: { company: 'Epsilon', email: 'eve@epsilon.example', phone: '0043' } },
};

export const createDeal: AnyCall = {
  method: 'createOpportunity',
  input: { id: NEW_DEAL, fields: { leadId: ACME, title: 'Acme extension', value: 5_000, expectedClose: '2027-02-28' } },
};

export const movePilot: AnyCall = {
  method: 'moveOpportunity',
  input: { id: PILOT, pipeline: 'Sales', stage: 'Proposal', seen: { pipeline: 'Sales', stage: 'Discovery' } },
};

export const winRenewal: AnyCall = {
  method: 'moveOpportunity',
  input: { id: RENEWAL, pipeline: 'Sales', stage: 'Closed Won', seen: { pipeline: 'Sales', stage: 'Proposal' } },
};

export const logCall: AnyCall = {
  method: 'logActivity',
  input: {
    id: NEW_NOTE,
    about: { kind: 'lead', id: BETA },
    type: 'Call',
    subject: 'Asked back',
    details: '',
    due: null,
  },
};

export const completeTask: AnyCall = {
  method: 'completeTask',
  input: { id: TASK, doneAt: Date.parse('2026-11-23T09:00:00Z'), seen: { doneAt: null } },
};

export const linkCall: AnyCall = {
  method: 'changeActivity',
  input: {
    id: FIRST_CALL,
    changes: { subject: 'First talk', opportunityId: PILOT },
    seen: { subject: 'First call', opportunityId: '' },
  },
};

export const convertBeta: AnyCall = {
  method: 'convertLead',
  input: {
    id: BETA,
    status: 'Qualified',
    seen: { status: 'New' },
    opportunity: { id: NEW_DEAL, fields: { title: 'Beta main deal', value: 9_000 } },
    activityId: NEW_NOTE,
  },
};

/** All three deals at once, as they are selected in the grid. */
export const loseAll: AnyCall = {
  method: 'moveMany',
  input: {
    pipeline: 'Sales',
    stage: 'Closed Lost',
    lostReason: 'Timing',
    records: [
      { id: RENEWAL, seen: { pipeline: 'Sales', stage: 'Proposal' } },
      { id: PILOT, seen: { pipeline: 'Sales', stage: 'Discovery' } },
      { id: ROLLOUT, seen: { pipeline: 'Sales', stage: 'Negotiation' } },
    ],
  },
};

export const tagThree: AnyCall = {
  method: 'tagMany',
  input: { ids: [ACME, BETA, GAMMA], tag: 'autumn', isAdded: true },
};

export const taskForTwo: AnyCall = {
  method: 'logMany',
  input: {
    kind: 'lead',
    records: [
      { id: BETA, activityId: NEW_NOTE },
      { id: GAMMA, activityId: 'A-NEW0000002' },
    ],
    type: 'Task',
    subject: 'Send the calendar',
    details: '',
    due: '2026-12-10',
  },
};

export const deleteAcme: AnyCall = {
  method: 'deleteRecord',
  input: { kind: 'lead', id: ACME, seen: { deals: 1, activities: 2 } },
};

export const deletePilot: AnyCall = {
  method: 'deleteRecord',
  input: { kind: 'opportunity', id: PILOT, seen: { deals: 0, activities: 0 } },
};

export const undoLast: AnyCall = { method: 'undo', input: { action: 'last' } };

const reading = { decimal: '.', dayFirst: false } as const;

/** A chunk of a file of leads: company and e-mail. */
export const importOf = (...rows: readonly (readonly string[])[]): AnyCall => ({
  method: 'importRows',
  input: {
    plan: { kind: 'lead', fields: ['company', 'email', 'notes'], reading, stages: [] },
    rows: rows.map(
      (cells, index): ImportRow => ({ id: `L-${String(index + 1).padStart(10, '0')}`, row: index + 2, cells }),
    ),
  },
});

export const aStage = (name: string, order: number): Stage => ({
  pipeline: 'Sales',
  name,
  order,
  probability: 0.4,
  kind: 'open',
  staleAfterDays: 14,
  forecastCategory: 'Pipeline',
  key: name.toLowerCase(),
});

/** Three leads of a file, one of which looks like a formula. */
export const importThree = importOf(
  ['Zeta', 'zoe@zeta.example'],
  ['Eta', 'ed@eta.example', '=not a formula'],
  ['Theta', 'ty@theta.example'],
);
