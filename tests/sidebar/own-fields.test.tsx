/** @jest-environment jsdom */
import { fireEvent, screen, waitFor } from '@testing-library/preact';
import type { OwnField, OwnKind, OwnValue } from '../../src/domain/own-fields';
import { closePanels, openLead, openPanel } from './open-panel';
import { samples } from './samples';

const own = (header: string, kind: OwnKind, options: readonly string[] = []): OwnField => ({
  name: `+${header}`,
  header,
  kind,
  options,
});

type About = { readonly odd?: Record<string, string>; readonly formulas?: readonly string[] };

/** The panel over a lead with one column of somebody's own. */
function openOwn(field: OwnField, value: OwnValue, about: About = {}, locale = 'en_US') {
  const lead = { ...samples.lead(), [field.name]: value };
  const found = samples.found(lead, about);
  return openLead(lead, {
    start: {
      locale,
      ownFields: { lead: [field], opportunity: [], activity: [] },
      selected: { kind: 'lead', found },
    },
    handlers: {
      lead: () => found,
      changeLead: ({ changes }) => samples.found({ ...lead, ...changes }),
    },
  });
}

const open = async (label: string) =>
  fireEvent.click(await screen.findByRole('button', { name: new RegExp(`^${label}: `) }));

const type = async (label: string, text: string) => {
  await open(label);
  const input = screen.getByLabelText(label);
  fireEvent.input(input, { target: { value: text } });
  fireEvent.keyDown(input, { key: 'Enter' });
};

afterEach(closePanels);

describe('a column that people added is a field of the record', () => {
  test.each<[OwnKind, OwnValue, string, string, OwnValue]>([
    ['text', 'Oslo', 'Oslo', '=Bergen', '=Bergen'],
    ['number', 12.5, '12.5', '1,300.25', 1300.25],
    ['money', 1200, '1,200', '$1,300', 1300],
    ['percent', 0.25, '25%', '30', 0.3],
    ['day', '2026-12-01', 'Dec 1, 2026', '2026-12-24', '2026-12-24'],
    ['instant', Date.UTC(2026, 6, 1, 13, 30), 'Jul 1, 2026', '2026-12-24T18:00', Date.UTC(2026, 11, 24, 23)],
    ['general', 'Oslo', 'Oslo', '1,300', 1300],
    ['general', 7, '7', '007', '007'],
    ['general', true, 'TRUE', 'FALSE', false],
    ['text', 4200, '4200', 'North', 'North'],
    ['day', Date.UTC(2026, 6, 1, 13, 30), 'Jul 1, 2026', '2026-12-24T18:00', Date.UTC(2026, 11, 24, 23)],
    ['instant', '2026-12-01', 'Dec 1, 2026', '2026-12-24T18:00', Date.UTC(2026, 11, 24, 23)],
  ])('%s: %p reads %s and takes %s as %p', async (kind, value, shown, typed, sent) => {
    const { inputsOf } = openOwn(own('Region', kind), value);
    await screen.findByRole('button', { name: `Region: ${shown}` });
    await type('Region', typed);
    await waitFor(() => expect(inputsOf('changeLead')).toHaveLength(1));
    expect(inputsOf('changeLead')[0]).toEqual({
      id: 'L-0000000001',
      changes: { '+Region': sent },
      seen: { '+Region': value },
    });
  });

  it('checkbox: one click changes it', async () => {
    const { inputsOf } = openOwn(own('VIP', 'checkbox'), false);
    fireEvent.click(await screen.findByRole('checkbox', { name: 'VIP' }));
    await waitFor(() => expect(screen.getByRole<HTMLInputElement>('checkbox', { name: 'VIP' }).checked).toBe(true));
    expect(inputsOf('changeLead')[0]).toMatchObject({ changes: { '+VIP': true }, seen: { '+VIP': false } });
  });

  it('dropdown: offers its options, and what stands there although it is none', async () => {
    const { inputsOf } = openOwn(own('Region', 'choice', ['North', 'South']), 'West');
    await open('Region');
    const select = screen.getByRole('combobox', { name: 'Region' });
    expect([...select.querySelectorAll('option')].map((option) => option.textContent)).toEqual([
      '–',
      'North',
      'South',
      'West (not in the list)',
    ]);
    fireEvent.input(select, { target: { value: 'South' } });
    await waitFor(() => expect(inputsOf('changeLead')[0]?.changes).toEqual({ '+Region': 'South' }));
  });

  it('dropdown: an option that is a number goes in as a number', async () => {
    const { inputsOf } = openOwn(own('Year', 'choice', ['2025', '2026']), 2025);
    await open('Year');
    fireEvent.input(screen.getByRole('combobox', { name: 'Year' }), { target: { value: '2026' } });
    await waitFor(() => expect(inputsOf('changeLead')[0]?.changes).toEqual({ '+Year': 2026 }));
  });

  it('reads numbers as the file writes them', async () => {
    const { inputsOf } = openOwn(own('Code', 'general'), '', {}, 'de_DE');
    fireEvent.click(await screen.findByRole('button', { name: /more field/ }));
    await type('Code', '1.300,25');
    await waitFor(() => expect(inputsOf('changeLead')[0]?.changes).toEqual({ '+Code': 1300.25 }));
  });

  it('sends nothing where a moment is opened and left, although the input shows no parts of a second', async () => {
    const { inputsOf } = openOwn(own('Seen', 'instant'), Date.UTC(2026, 6, 1, 13, 30, 5, 250));
    await type('Seen', '2026-07-01T09:30:05');
    await screen.findByRole('button', { name: 'Seen: Jul 1, 2026' });
    expect(inputsOf('changeLead')).toEqual([]);
  });

  it('keeps the lines of a text that has several', async () => {
    openOwn(own('Address', 'text'), 'Storgata 1\n0155 Oslo');
    await open('Address');
    expect(screen.getByLabelText<HTMLTextAreaElement>('Address').value).toBe('Storgata 1\n0155 Oslo');
  });

  it('is locked where a formula stands, and says so', async () => {
    openOwn(own('Weighted', 'number'), 300, { formulas: ['+Weighted'] });
    expect(await screen.findByRole('button', { name: /^fx: / })).toBeTruthy();
    expect(screen.queryByRole('button', { name: /^Weighted: / })).toBeNull();
    closePanels();
    openOwn(own('VIP', 'checkbox'), true, { formulas: ['+VIP'] });
    expect((await screen.findByRole<HTMLInputElement>('checkbox', { name: 'VIP' })).disabled).toBe(true);
  });

  test.each<OwnKind>(['number', 'day', 'instant'])(
    '%s: shows a text that is none as it is, with a mark, and leaves it where nothing is typed',
    async (kind) => {
      const { inputsOf } = openOwn(own('Budget', kind), 'about 5k');
      const shown = await screen.findByRole('button', { name: 'Budget: about 5k' });
      expect(screen.getByRole('button', { name: /^!: / })).toBeTruthy();
      fireEvent.click(shown);
      fireEvent.blur(screen.getByLabelText('Budget'));
      expect(await screen.findByRole('button', { name: 'Budget: about 5k' })).toBeTruthy();
      expect(inputsOf('changeLead')).toEqual([]);
    },
  );

  it('checkbox: shows a text beside it, and overwrites it with what was seen', async () => {
    const { inputsOf } = openOwn(own('VIP', 'checkbox'), 'maybe');
    fireEvent.click(await screen.findByRole('checkbox', { name: 'VIP' }));
    await waitFor(() =>
      expect(inputsOf('changeLead')[0]).toMatchObject({ changes: { '+VIP': true }, seen: { '+VIP': 'maybe' } }),
    );
  });
});

describe('a column that people added is a field of the form', () => {
  it('under “More fields”, by its kind', async () => {
    const { inputsOf } = openPanel({
      leads: [samples.lead()],
      start: {
        ownFields: {
          lead: [own('Sales region', 'choice', ['North', 'South']), own('VIP', 'checkbox'), own('Budget', 'money')],
          opportunity: [],
          activity: [],
        },
      },
      handlers: { createLead: ({ id, fields }) => samples.found({ ...samples.lead({ id }), ...fields }) },
    });
    fireEvent.click(await screen.findByRole('tab', { name: /Leads/ }));
    fireEvent.click(screen.getAllByRole('button', { name: 'New lead' })[0]!);
    fireEvent.input(await screen.findByLabelText(/Company/), { target: { value: 'Nordlicht' } });
    fireEvent.click(screen.getByRole('button', { name: 'More fields' }));
    fireEvent.input(screen.getByLabelText('Sales region'), { target: { value: 'South' } });
    fireEvent.click(screen.getByLabelText('VIP'));
    fireEvent.input(screen.getByLabelText('Budget'), { target: { value: 'a lot' } });
    fireEvent.click(screen.getByRole('button', { name: 'Add lead' }));
    expect(screen.getByLabelText('Budget').getAttribute('aria-describedby')).toBe('form-%2BBudget-error');
    expect(screen.getByRole('alert').textContent).toBe('“a lot” is no number.');
    fireEvent.input(screen.getByLabelText('Budget'), { target: { value: '1,200' } });
    fireEvent.click(screen.getByRole('button', { name: 'Add lead' }));
    await screen.findByText('Lead added');
    expect(inputsOf('createLead')[0]?.fields).toMatchObject({
      '+Sales region': 'South',
      '+VIP': true,
      '+Budget': 1200,
    });
  });
});
