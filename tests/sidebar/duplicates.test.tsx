/** @jest-environment jsdom */
import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { openLeadForm } from '../../sidebar/data/create-actions';
import type { Lead } from '../../src/domain/records';
import { closePanels, openLead, openPanel } from './open-panel';
import { samples } from './samples';

const halden = samples.lead({ phone: '+47 22 12 34 56' });

/** The form of a new lead beside these leads, with what was typed. */
async function typeLead(leads: readonly Lead[], typed: Readonly<Record<string, string>>) {
  const opened = openPanel({ leads });
  await waitFor(() => expect(opened.panel.leadLines.state.value).toBe('ready'));
  openLeadForm(opened.panel);
  for (const [label, text] of Object.entries(typed))
    fireEvent.input(await screen.findByRole('textbox', { name: label }), { target: { value: text } });
  return opened;
}

const notes = () => screen.queryAllByRole('status').map(({ textContent }) => textContent);

afterEach(closePanels);

describe('while a new lead is typed', () => {
  it.each([
    ['E-mail', 'Ingrid@HALDEN.example', 'Halden Timber (New, Anna Lindqvist) has this e-mail address.'],
    ['Phone', '22123456', 'Halden Timber (New, Anna Lindqvist) has this phone number.'],
    ['Company', 'halden timber GmbH', 'Halden Timber (New, Anna Lindqvist) is a lead already.'],
  ])('a known %s is told', async (label, text, said) => {
    await typeLead([halden], { [label]: text });
    await waitFor(() => expect(notes().join()).toContain(said));
  });

  it('nothing is told of others', async () => {
    await typeLead([halden], { 'E-mail': 'per@halden.example', Phone: '22 12', Company: 'Halden' });
    expect(notes().join()).not.toContain('Halden');
  });

  it('the same lead is told once, by the surest sign', async () => {
    await typeLead([halden], { Company: 'Halden Timber', 'E-mail': 'ingrid@halden.example' });
    await waitFor(() => expect(notes().join()).toContain('has this e-mail address'));
    expect(notes().join()).not.toContain('is a lead already');
  });

  it('of those who share a number the one of the same company is named', async () => {
    const other = samples.lead({ id: 'L-0000000002', company: 'Moss Paper', email: '', phone: halden.phone });
    await typeLead([halden, other], { Company: 'Halden Timber', Phone: '22123456' });
    await waitFor(() => expect(notes().join()).toContain('Halden Timber (New, Anna Lindqvist) has this phone number.'));
  });

  it('how many more there are is said', async () => {
    const others = ['2', '3'].map((n) => samples.lead({ id: `L-000000000${n}`, email: '' }));
    await typeLead([halden, ...others], { Company: 'Halden Timber' });
    await waitFor(() => expect(notes().join()).toContain('2 more leads have it too.'));
  });

  it('nobody is kept from adding the lead', async () => {
    const { handlers, inputsOf } = await typeLead([halden], { Company: 'Halden Timber' });
    handlers.createLead = ({ id, fields }) => samples.found(samples.lead({ id, ...fields }));
    fireEvent.click(screen.getByRole('button', { name: 'Add lead' }));
    await waitFor(() => expect(inputsOf('createLead')).toHaveLength(1));
  });

  it('the known lead opens, after asking what becomes of the typing', async () => {
    const { panel } = await typeLead([halden], { Company: 'Halden Timber' });
    fireEvent.click(await screen.findByRole('button', { name: 'Open Halden Timber' }));
    fireEvent.click(await screen.findByRole('button', { name: 'Discard it' }));
    expect(panel.screens.current.value).toEqual({ name: 'lead', id: halden.id });
  });

  it('a deal is added to it instead, and the way back leads past the form of the lead', async () => {
    const { panel } = await typeLead([halden], { Company: 'Halden Timber' });
    fireEvent.click(await screen.findByRole('button', { name: 'Add a deal to it instead' }));
    expect(panel.form.value?.kind).toBe('lead');
    fireEvent.click(await screen.findByRole('button', { name: 'Discard it' }));
    expect(await screen.findByDisplayValue('Halden Timber')).toBeTruthy();
    expect([panel.screens.current.value.name, panel.form.value?.lead.value?.id]).toEqual(['newDeal', halden.id]);
    fireEvent.click(screen.getByRole('button', { name: 'Back' }));
    expect(panel.screens.current.value.name).toBe('home');
  });
});

describe('leads of one company or mail domain', () => {
  const per = samples.lead({ id: 'L-0000000002', contact: 'Per Moe', company: 'Halden Timber AS', email: '' });
  const ola = samples.lead({ id: 'L-0000000003', company: '', contact: 'Ola Berg', email: 'ola@halden.example' });
  const other = samples.lead({ id: 'L-0000000004', company: 'Moss Paper', email: 'eva@moss.example' });

  it('are named beside each other with status and owner, and open', async () => {
    const { panel } = openLead(halden, { leads: [halden, per, ola, other] });
    const section = await screen.findByRole('region', { name: 'Same company or mail domain' });
    const rows = within(section).getAllByRole('button');
    expect(rows.map(({ textContent }) => textContent)).toEqual([
      'Ola BergNewAnna Lindqvist',
      'Per MoeNewHalden Timber AS · Anna Lindqvist',
    ]);
    fireEvent.click(rows[1]!);
    expect(panel.screens.current.value).toEqual({ name: 'lead', id: per.id });
  });

  it('are not those who only have the same mail host', async () => {
    const gmail = { company: '', email: 'someone@gmail.com' };
    openLead(samples.lead(gmail), { leads: [samples.lead(gmail), samples.lead({ ...gmail, id: per.id })] });
    await screen.findByRole('region', { name: 'Timeline' });
    expect(screen.queryByRole('region', { name: 'Same company or mail domain' })).toBeNull();
  });

  it('are five at first, and all on demand', async () => {
    const many = Array.from({ length: 9 }, (_, n) => samples.lead({ id: `L-000000001${n}` }));
    openLead(halden, { leads: [halden, ...many] });
    const section = await screen.findByRole('region', { name: 'Same company or mail domain' });
    fireEvent.click(await within(section).findByRole('button', { name: 'Show 4 more leads' }));
    expect(within(section).getAllByRole('listitem')).toHaveLength(9);
  });
});
