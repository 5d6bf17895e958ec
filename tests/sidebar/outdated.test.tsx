/** @jest-environment jsdom */
import { screen, waitFor } from '@testing-library/preact';
import { doesWrite } from '../../sidebar/data/client';
import { convertLead, openConversion } from '../../sidebar/data/convert-actions';
import { createDeal, createLead, openDealForm, openLeadForm } from '../../sidebar/data/create-actions';
import { erasePerson } from '../../sidebar/data/delete-actions';

import type { Panel } from '../../sidebar/data/panel';
import { changeField, moveDeal } from '../../sidebar/data/record-actions';
import { undoHere } from '../../sidebar/data/renew';
import { adoptRows } from '../../sidebar/data/row-actions';
import type { MethodName } from '../../src/contract/contract';
import { CrmError } from '../../src/domain/errors';
import { type Handlers, later } from './fake-google';
import { closePanels, openPanel } from './open-panel';
import { samples } from './samples';

const deal = samples.deal();
const lead = samples.lead();
const change = { id: deal.id, field: 'expectedClose', value: '2026-11-23', seen: deal.expectedClose };

/** With the form filled in. */
function filled({ form }: Panel, name: string) {
  form.value!.texts.value = { ...form.value!.texts.value, [name]: 'Nordlicht' };
  return form.value!;
}

const ACTIONS: readonly (readonly [what: string, act: (panel: Panel) => unknown, handlers: Handlers])[] = [
  [
    'moved',
    (panel) => moveDeal(panel, deal.id, { pipeline: 'Sales', stage: 'Closed Won' }),
    { moveOpportunity: ({ stage }) => samples.found({ ...deal, stage }) },
  ],
  [
    'changed',
    (panel) => changeField(panel, 'opportunity', change),
    { changeOpportunity: ({ changes }) => samples.found(samples.deal(changes)) },
  ],
  [
    'added',
    async (panel) => {
      openDealForm(panel);
      await createDeal(panel, filled(panel, 'title'));
    },
    { createOpportunity: ({ id }) => samples.found(samples.deal({ id })) },
  ],
  [
    'added as a lead',
    async (panel) => {
      openLeadForm(panel);
      await createLead(panel, filled(panel, 'company'));
    },
    { createLead: ({ id }) => samples.found(samples.lead({ id })) },
  ],
  [
    'made of a lead',
    async (panel) => {
      openConversion(panel, lead);
      await convertLead(panel, panel.form.value!);
    },
    {
      convertLead: ({ opportunity }) => ({
        lead: samples.found(lead),
        opportunity: samples.found(samples.deal({ id: opportunity.id })),
        activity: samples.activity(),
        action: 'X-0000000001',
      }),
    },
  ],
  ['adopted', (panel) => adoptRows(panel, 'opportunity'), { adoptRows: () => ({ adopted: 1 }) }],
  [
    'erased with a person',
    (panel) => erasePerson(panel, lead.id, 'Halden'),
    { erasePerson: () => ({ deals: 0, activities: 1, historyLines: 2 }) },
  ],
];

afterEach(closePanels);

const settled = () => new Promise((resolve) => setTimeout(resolve, 20));

const openToday = async (handlers: Handlers) => {
  const opened = openPanel({ tab: 'today', deals: [deal], leads: [lead], handlers });
  await screen.findByText('Nothing waits for you');
  await opened.panel.deals.load(deal.id);
  await opened.panel.leads.load(lead.id);
  return opened;
};

describe('Today is read anew when something was', () => {
  it.each(ACTIONS)('%s', async (_, act, handlers) => {
    const { panel, inputsOf } = await openToday(handlers);
    await act(panel);
    panel.screens.home();
    await waitFor(() => expect(inputsOf('today')).toHaveLength(2));
  });
});

it('the lists are read once more after an undo, though they were being read when it was done', async () => {
  const { panel, handlers } = await openToday({ undo: () => ({ records: 1, kept: [], notices: [] }) });
  const answer = later<void>();
  const all = handlers.changedOpportunityLines!;
  handlers.changedOpportunityLines = async (input) => {
    handlers.changedOpportunityLines = all;
    const before = await all(input);
    await answer.promise;
    return before;
  };
  const reading = panel.readLines();
  await settled();
  handlers.opportunityLines = () => samples.dealLines([samples.deal({ title: 'As it was' })]);
  const undone = undoHere(panel, 'X-0000000001');
  await settled();
  answer.answer();
  await Promise.all([reading, undone]);
  expect(panel.dealLines.lines.value.map(({ title }) => title)).toEqual(['As it was']);
});

it('Today stays as it is where nothing was written', async () => {
  const { panel } = await openToday({
    changeOpportunity: () => {
      throw new CrmError('INVALID', 'Close date is no day.');
    },
  });
  await changeField(panel, 'opportunity', change);
  expect(panel.agenda.isOld.value).toBe(false);
});

it('every method is known to write records or not to', () => {
  const writes: Record<MethodName, boolean> = {
    activities: false,
    activity: false,
    attached: false,
    catchUp: false,
    changedLeadLines: false,
    changedOpportunityLines: false,
    historyOf: false,
    lastActions: false,
    lead: false,
    leadLines: false,
    opportunity: false,
    opportunityLines: false,
    ownFields: false,
    saveViews: false,
    searchActivities: false,
    selected: false,
    selection: false,
    start: false,
    timeline: false,
    today: false,
    views: false,
    addStages: true,
    adoptRows: true,
    changeActivity: true,
    changeLead: true,
    changeMany: true,
    changeOpportunity: true,
    completeTask: true,
    convertLead: true,
    createLead: true,
    createOpportunity: true,
    deleteRecord: true,
    erasePerson: true,
    importRows: true,
    logActivity: true,
    logMany: true,
    moveMany: true,
    moveOpportunity: true,
    renameStage: true,
    repairIds: true,
    setUp: true,
    tagMany: true,
    undo: true,
  };
  for (const [method, does] of Object.entries(writes))
    expect([method, doesWrite(method as MethodName)]).toEqual([method, does]);
});
