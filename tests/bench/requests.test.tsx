/** @jest-environment jsdom */
import { waitFor } from '@testing-library/preact';
import { changeField, moveDeal } from '../../sidebar/data/record-actions';
import { renew } from '../../sidebar/data/renew';
import { closePanels, openPanel } from '../sidebar/open-panel';
import { samples } from '../sidebar/samples';
import { REQUESTS } from './requests';

afterEach(closePanels);

/** The sidebar with its lists read; what crosses from then on is listed by request. */
async function openedPanel() {
  const deal = samples.deal();
  const lead = samples.lead();
  const opened = openPanel({
    leads: [lead],
    deals: [deal],
    handlers: {
      changeLead: () => ({ ...samples.found(lead), conflicts: [], notice: '' }),
      moveOpportunity: ({ stage }) => ({ ...samples.found(samples.deal({ stage })), conflicts: [], notice: '' }),
      logActivity: ({ id }) => samples.activity({ id }),
    },
  });
  await waitFor(() => expect(opened.inputsOf('today')).toHaveLength(1));
  // What nobody waits for is not measured as an action.
  const isBackground = (method: string) => method === 'selected' || method === 'catchUp' || method === 'today';
  const methods = (from: number) =>
    opened.requests
      .slice(from)
      .map(({ calls }) => calls.map(({ method }) => method))
      .filter((called) => !called.every(isBackground));
  return { ...opened, lead, deal, methods };
}

type Opened = Awaited<ReturnType<typeof openedPanel>>;

/** Waits for the requests, and then a little for any that should not be. */
async function expectRequests({ methods }: Opened, from: number, wanted: readonly (readonly string[])[]) {
  await waitFor(() => expect(methods(from)).toHaveLength(wanted.length));
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(methods(from)).toEqual(wanted);
}

describe('the sidebar makes the requests that the bench measures', () => {
  it('when it opens', async () => {
    await expectRequests(await openedPanel(), 0, REQUESTS.open);
  });

  it('when it reads the lists anew', async () => {
    const opened = await openedPanel();
    await waitFor(() => expect(opened.panel.dealLines.state.value).toBe('ready'));
    const before = opened.requests.length;
    await opened.panel.refresh();
    await expectRequests(opened, before, REQUESTS.refresh);
  });

  it('when many records were changed at once', async () => {
    const opened = await openedPanel();
    await waitFor(() => expect(opened.panel.dealLines.state.value).toBe('ready'));
    const before = opened.requests.length;
    await renew(opened.panel);
    await expectRequests(opened, before, REQUESTS['after many']);
  });

  it.each(['lead', 'deal'] as const)('when it shows a %s', async (kind) => {
    const opened = await openedPanel();
    const before = opened.requests.length;
    opened.panel.screens.go({ name: kind === 'lead' ? 'lead' : 'opportunity', id: opened[kind].id });
    await expectRequests(opened, before, REQUESTS[`show ${kind}`]);
  });

  it('when a lead is changed', async () => {
    const opened = await openedPanel();
    const { panel, lead, inputsOf, requests } = opened;
    panel.screens.go({ name: 'lead', id: lead.id });
    await waitFor(() => expect(inputsOf('timeline')).toHaveLength(1));
    const before = requests.length;
    await changeField(panel, 'lead', { id: lead.id, field: 'phone', value: '+1 555 0199', seen: lead.phone });
    await expectRequests(opened, before, REQUESTS['update lead']);
  });

  it('when a deal is moved and a call logged', async () => {
    const opened = await openedPanel();
    const { panel, deal, requests } = opened;
    panel.screens.go({ name: 'opportunity', id: deal.id });
    await waitFor(() => expect(panel.deals.shown(deal.id).value.found).not.toBeNull());
    const before = requests.length;
    await moveDeal(panel, deal.id, { pipeline: 'Sales', stage: 'Proposal' });
    await panel.timelines.log({ kind: 'opportunity', id: deal.id }, samples.activity({ id: 'A-0000000009' }));
    await expectRequests(opened, before, [...REQUESTS.move, ...REQUESTS.log]);
  });
});
