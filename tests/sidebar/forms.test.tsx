/** @jest-environment jsdom */
import { fireEvent, screen, waitFor } from '@testing-library/preact';
import { CrmError } from '../../src/domain/errors';
import { isId } from '../../src/domain/ids';
import { never } from './fake-google';
import { closePanels, openPanel } from './open-panel';
import { samples } from './samples';

const type = (label: RegExp | string, text: string) =>
  fireEvent.input(screen.getByLabelText(label), { target: { value: text } });

const newDeal = async () => {
  fireEvent.click(await screen.findByRole('button', { name: 'New deal', description: '' }));
  await screen.findByRole('heading', { name: 'New deal' });
};

const newLead = async () => {
  fireEvent.click(await screen.findByRole('tab', { name: /Leads/ }));
  fireEvent.click(screen.getAllByRole('button', { name: 'New lead' })[0]!);
  await screen.findByRole('heading', { name: 'New lead' });
};

const echo = {
  createLead: ({ id, fields }: { id: string; fields: object }) =>
    samples.found({ ...samples.lead({ id, contact: '', email: '' }), ...fields }),
  createOpportunity: ({ id, fields }: { id: string; fields: object }) =>
    samples.found({ ...samples.deal({ id, stage: 'Prospecting', leadId: '', lead: '' }), ...fields }),
  moveOpportunity: ({ id, stage }: { id: string; stage: string }) =>
    samples.found(samples.deal({ id, stage, title: 'Winter offer' })),
};

afterEach(closePanels);

describe('a new lead', () => {
  it('is shown at once, under an id made here, owned by whoever adds it', async () => {
    const { inputsOf } = openPanel({ leads: [samples.lead()], handlers: { createLead: never } });
    await newLead();
    type(/Company/, 'Nordlicht Energie');
    type('E-mail', 'petra@nordlicht.example');
    fireEvent.click(screen.getByRole('button', { name: 'Add lead' }));
    expect(await screen.findByRole('button', { name: 'Company: Nordlicht Energie' })).toBeTruthy();
    const [input] = inputsOf('createLead');
    expect(isId('lead', input?.id ?? '')).toBe(true);
    expect(input?.fields).toEqual({
      company: 'Nordlicht Energie',
      email: 'petra@nordlicht.example',
      status: 'New',
      owner: 'Anna Lindqvist',
    });
  });

  it('is refused beside the field before anything is sent', async () => {
    const { inputsOf } = openPanel({ leads: [samples.lead()] });
    await newLead();
    fireEvent.click(screen.getByRole('button', { name: 'Add lead' }));
    expect(screen.getByRole('alert').textContent).toBe('Give the lead a company or a contact name.');
    expect(screen.getByLabelText(/Company/).getAttribute('aria-describedby')).toBe('form-company-error');
    type(/Company/, 'Nordlicht');
    expect(screen.queryByRole('alert')).toBeNull();
    type('E-mail', 'nobody');
    fireEvent.click(screen.getByRole('button', { name: 'Add lead' }));
    expect(screen.getByRole('alert').textContent).toBe('“nobody” is no e-mail address.');
    expect(inputsOf('createLead')).toEqual([]);
  });

  it('comes back as it was typed when the server refuses it, and is sent again under the same id', async () => {
    const { inputsOf, handlers, panel } = openPanel({
      leads: [samples.lead()],
      handlers: {
        createLead: () => {
          throw new CrmError('INVALID', 'At most 500 characters fit here.', { field: 'company' });
        },
      },
    });
    await waitFor(() => expect(panel.leadLines.lines.value).toHaveLength(1));
    await newLead();
    type(/Company/, 'Nordlicht');
    type('Phone', '+49 1234');
    fireEvent.click(screen.getByRole('button', { name: 'Add lead' }));
    expect((await screen.findByRole('alert')).textContent).toBe('At most 500 characters fit here.');
    expect((screen.getByLabelText('Phone') as HTMLInputElement).value).toBe('+49 1234');
    expect(panel.leadLines.lines.value).toHaveLength(1);
    handlers.createLead = echo.createLead;
    fireEvent.click(screen.getByRole('button', { name: 'Add lead' }));
    expect(await screen.findByText('Lead added')).toBeTruthy();
    const ids = inputsOf('createLead').map(({ id }) => id);
    expect(ids[0]).toBe(ids[1]);
    await waitFor(() => expect(panel.leadLines.lines.value).toHaveLength(2));
  });
});

describe('a new deal', () => {
  it('is added with its lead and in its stage by one request', async () => {
    const { requests, inputsOf } = openPanel({ deals: [samples.deal()], leads: [samples.lead()], handlers: echo });
    await newDeal();
    type(/Title/, 'Winter offer');
    type('Value', '4,200');
    fireEvent.input(screen.getByRole('combobox', { name: 'Lead' }), { target: { value: 'Brand new' } });
    fireEvent.click(screen.getByRole('option', { name: 'Create lead “Brand new”' }));
    fireEvent.change(screen.getByRole('combobox', { name: 'Stage' }), { target: { value: '2' } });
    fireEvent.click(screen.getByRole('button', { name: 'Add deal' }));
    expect(await screen.findByText('Deal added')).toBeTruthy();
    const request = requests.find(({ calls }) => calls[0]?.method === 'createLead');
    expect(request?.calls.map(({ method }) => method)).toEqual(['createLead', 'createOpportunity']);
    const lead = inputsOf('createLead')[0];
    expect(lead?.fields).toEqual({ company: 'Brand new' });
    expect(inputsOf('createOpportunity')[0]?.fields).toMatchObject({
      title: 'Winter offer',
      value: 4200,
      leadId: lead?.id,
      stage: 'Proposal',
    });
  });

  it('takes a lead that is there, found by typing', async () => {
    const { inputsOf, panel } = openPanel({ leads: [samples.lead()], handlers: echo });
    await waitFor(() => expect(panel.leadLines.lines.value).toHaveLength(1));
    await newDealFromEmpty();
    type(/Title/, 'Winter offer');
    const lead = screen.getByRole('combobox', { name: 'Lead' });
    fireEvent.input(lead, { target: { value: 'ingrid' } });
    fireEvent.keyDown(lead, { key: 'Enter' });
    expect((lead as HTMLInputElement).value).toBe('Halden Timber');
    fireEvent.click(screen.getByRole('button', { name: 'Add deal' }));
    await screen.findByText('Deal added');
    expect(inputsOf('createOpportunity')[0]?.fields.leadId).toBe('L-0000000001');
  });

  it('does not drop a lead that was typed but not chosen', async () => {
    const { inputsOf } = openPanel({ leads: [samples.lead()], handlers: echo });
    await newDealFromEmpty();
    type(/Title/, 'Winter offer');
    fireEvent.input(screen.getByRole('combobox', { name: 'Lead' }), { target: { value: 'somebody' } });
    fireEvent.click(screen.getByRole('button', { name: 'Add deal' }));
    expect(screen.getByRole('alert').textContent).toContain('Choose a lead from the list');
    expect(inputsOf('createOpportunity')).toEqual([]);
  });

  it('says everything that is wrong at once and leads to the first of it', async () => {
    openPanel();
    await newDealFromEmpty();
    type('Value', 'many');
    fireEvent.click(screen.getByRole('button', { name: 'Add deal' }));
    expect(screen.getAllByRole('alert').map((alert) => alert.textContent)).toEqual([
      'Give the deal a title.',
      '“many” is no number.',
    ]);
    await waitFor(() => expect(document.activeElement?.id).toBe('form-title'));
  });

  it('keeps more fields out of the way until they are wanted', async () => {
    openPanel();
    await newDealFromEmpty();
    expect(screen.queryByLabelText('Product')).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: 'More fields' }));
    expect(screen.getByLabelText('Product')).toBeTruthy();
  });
});

async function newDealFromEmpty() {
  await screen.findByText('No deals yet');
  fireEvent.click(screen.getAllByRole('button', { name: 'New deal' })[0]!);
  await screen.findByRole('heading', { name: 'New deal' });
}

describe('leaving a form', () => {
  it('asks before typing is lost, and keeps it if wanted', async () => {
    openPanel();
    await newDealFromEmpty();
    type(/Title/, 'Winter offer');
    fireEvent.keyDown(document.body, { key: 'Escape' });
    expect((await screen.findByRole('alert')).textContent).toContain('not saved yet');
    fireEvent.click(screen.getByRole('button', { name: 'Keep typing' }));
    expect((screen.getByLabelText(/Title/) as HTMLInputElement).value).toBe('Winter offer');
    fireEvent.click(screen.getByRole('button', { name: 'Back' }));
    fireEvent.click(await screen.findByRole('button', { name: 'Discard it' }));
    expect(await screen.findByText('No deals yet')).toBeTruthy();
  });

  it('does not ask when nothing was typed', async () => {
    openPanel();
    await newDealFromEmpty();
    fireEvent.click(screen.getByRole('button', { name: 'Cancel' }));
    expect(await screen.findByText('No deals yet')).toBeTruthy();
  });
});
