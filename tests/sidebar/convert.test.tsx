/** @jest-environment jsdom */
import { fireEvent, screen, waitFor } from '@testing-library/preact';
import type { InputOf } from '../../src/contract/contract';
import { CrmError } from '../../src/domain/errors';
import { isId } from '../../src/domain/ids';
import type { Lead } from '../../src/domain/records';
import type { Handlers } from './fake-google';
import { closePanels, openLead } from './open-panel';
import { samples } from './samples';

const convertLead = ({ id, status, opportunity, activityId }: InputOf<'convertLead'>) => ({
  lead: samples.found(samples.lead({ id, status })),
  opportunity: samples.found({ ...samples.deal({ id: opportunity.id, stage: 'Prospecting' }), ...opportunity.fields }),
  activity: samples.activity({ id: activityId }),
  action: 'X-0000000007',
});

async function open(lead: Partial<Lead> = {}, handlers: Handlers = {}) {
  const panel = openLead(samples.lead(lead), { handlers: { convertLead, ...handlers } });
  fireEvent.click(await screen.findByRole('button', { name: 'Convert to a deal' }));
  await screen.findByRole('heading', { name: 'Convert lead' });
  return panel;
}

const value = (label: string | RegExp) => screen.getByLabelText<HTMLInputElement>(label).value;
const type = (label: string, text: string) =>
  fireEvent.input(screen.getByLabelText(label), { target: { value: text } });
const submit = () => fireEvent.click(screen.getByRole('button', { name: 'Make the deal' }));

afterEach(closePanels);

describe('converting a lead', () => {
  it('begins with the name of the lead, its owner and the status it comes to', async () => {
    await open();
    expect(value(/^Title/)).toBe('Halden Timber');
    expect(value('Owner')).toBe('Anna Lindqvist');
    expect(value('Then Halden Timber has the status')).toBe('Qualified');
  });

  it('leaves the status of a lead that is further already', async () => {
    await open({ status: 'Customer' });
    expect(value('Then Halden Timber has the status')).toBe('Customer');
  });

  it('is one call with the status that was seen, and opens the new deal', async () => {
    const { inputsOf, requests, panel } = await open();
    type('Value', '4,200');
    type('Close date', '2026-12-18');
    const before = requests.length;
    submit();
    expect(await screen.findByText('Halden Timber is converted')).toBeTruthy();
    const [input] = inputsOf('convertLead');
    expect(input).toMatchObject({
      id: 'L-0000000001',
      status: 'Qualified',
      seen: { status: 'New' },
      opportunity: {
        fields: {
          title: 'Halden Timber',
          leadId: 'L-0000000001',
          value: 4200,
          expectedClose: '2026-12-18',
          stage: 'Prospecting',
        },
      },
    });
    expect(input?.opportunity.fields).not.toHaveProperty('status');
    expect(isId('opportunity', input?.opportunity.id ?? '')).toBe(true);
    expect(isId('activity', input?.activityId ?? '')).toBe(true);
    expect(
      requests
        .slice(before)
        .filter(({ calls }) => calls.some(({ method }) => !/^(timeline|catchUp|today)$/.test(method))),
    ).toHaveLength(1);
    expect(screen.getByRole('heading', { name: 'Deal' })).toBeTruthy();
    expect(panel.leads.shown('L-0000000001').value.found?.record.status).toBe('Qualified');
  });

  it('comes back as it was typed where it fails, and goes again under the same ids', async () => {
    const { inputsOf, handlers } = await open(
      {},
      {
        convertLead: () => {
          throw new CrmError('CONFLICT', 'The status is Lost now.', {
            field: 'status',
            differences: [{ field: 'status', seen: 'New', now: 'Lost' }],
          });
        },
      },
    );
    type('Value', '4,200');
    submit();
    expect(await screen.findByText('The status is Lost now.')).toBeTruthy();
    expect(value('Value')).toBe('4,200');
    handlers.convertLead = convertLead;
    submit();
    await screen.findByText('Halden Timber is converted');
    const [first, second] = inputsOf('convertLead');
    expect(second).toEqual({ ...first, seen: { status: 'Lost' } });
  });

  it('can be undone from the message, back on the lead', async () => {
    const { inputsOf } = await open({}, { undo: () => ({ records: 3, kept: [], notices: [] }) });
    submit();
    fireEvent.click(await screen.findByRole('button', { name: 'Undo' }));
    await screen.findByText('3 records are as they were before');
    expect(inputsOf('undo')).toEqual([{ action: 'X-0000000007' }]);
    expect(screen.getByRole('heading', { name: 'Lead' })).toBeTruthy();
  });

  it('is not offered where a formula makes the status', async () => {
    const lead = samples.lead();
    openLead(lead, {
      start: { selected: { kind: 'lead', found: samples.found(lead, { formulas: ['status'] }) } },
      handlers: { lead: () => samples.found(lead, { formulas: ['status'] }) },
    });
    await screen.findByText('Nothing logged yet.');
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Convert to a deal' })).toBeNull());
  });
});
