/** @jest-environment jsdom */
import { fireEvent, screen, waitFor } from '@testing-library/preact';
import { CrmError, type FieldValue } from '../../src/domain/errors';
import type { OwnField, OwnKind } from '../../src/domain/own-fields';
import { closePanels, openLead } from './open-panel';
import { samples } from './samples';

/** One field of a lead: what it is called, what it held, what the user puts there and what somebody else put there first. */
type Case = {
  readonly label: string;
  readonly name: string;
  readonly own?: OwnKind;
  readonly options?: readonly string[];
  readonly held: FieldValue;
  readonly typed: string;
  readonly sent: FieldValue;
  readonly theirs: FieldValue;
  /** As people read them. */
  readonly shown: { readonly held: string; readonly sent: string; readonly theirs: string };
};

const own = (kind: OwnKind) => ({ label: 'Extra', name: '+Extra', own: kind });

const july = Date.UTC(2026, 6, 1, 13, 30);
const christmas = Date.UTC(2026, 11, 24, 23);
const may = Date.UTC(2026, 4, 1, 10);

const CASES: readonly (readonly [string, Case])[] = [
  [
    'a text',
    {
      ...{ label: 'Title', name: 'title', held: 'CEO', typed: 'CTO', sent: 'CTO', theirs: 'CFO' },
      shown: { held: 'CEO', sent: 'CTO', theirs: 'CFO' },
    },
  ],
  [
    'a text that was empty',
    {
      ...{ label: 'Title', name: 'title', held: '', typed: 'CTO', sent: 'CTO', theirs: 'CFO' },
      shown: { held: 'empty', sent: 'CTO', theirs: 'CFO' },
    },
  ],
  [
    'a choice',
    {
      ...{ label: 'Status', name: 'status', held: 'New', typed: 'Customer', sent: 'Customer', theirs: 'Lost' },
      shown: { held: 'New', sent: 'Customer', theirs: 'Lost' },
    },
  ],
  [
    'tags',
    {
      ...{ label: 'Tags', name: 'tags', held: ['oak'], typed: 'oak, pine', sent: ['oak', 'pine'], theirs: ['elm'] },
      shown: { held: 'oak', sent: 'oak, pine', theirs: 'elm' },
    },
  ],
  [
    'a number',
    {
      ...{ label: 'Score', name: 'score', held: 40, typed: '55', sent: 55, theirs: 60 },
      shown: { held: '40', sent: '55', theirs: '60' },
    },
  ],
  [
    'a long text',
    {
      ...{
        label: 'Notes',
        name: 'notes',
        held: 'Met.',
        typed: 'Met.\nCalled.',
        sent: 'Met.\nCalled.',
        theirs: 'Left.',
      },
      shown: { held: 'Met.', sent: 'Met.\nCalled.', theirs: 'Left.' },
    },
  ],
  [
    'a day of people’s own',
    {
      ...{ ...own('day'), held: '2026-12-01', typed: '2026-12-24', sent: '2026-12-24', theirs: null },
      shown: { held: 'Dec 1, 2026', sent: 'Dec 24, 2026', theirs: 'empty' },
    },
  ],
  [
    'a moment of people’s own',
    {
      ...{ ...own('instant'), held: july, typed: '2026-12-24T18:00', sent: christmas, theirs: may },
      shown: { held: 'Jul 1, 2026', sent: 'Dec 24, 2026', theirs: 'May 1, 2026' },
    },
  ],
  [
    'a percentage of people’s own',
    {
      ...{ ...own('percent'), held: 0.25, typed: '30', sent: 0.3, theirs: 0.5 },
      shown: { held: '25%', sent: '30%', theirs: '50%' },
    },
  ],
  [
    'a choice of people’s own',
    {
      ...{ ...own('choice'), options: ['North', 'South', '7'], held: 'North', typed: '7', sent: 7, theirs: 'South' },
      shown: { held: 'North', sent: '7', theirs: 'South' },
    },
  ],
  [
    'a number of people’s own where somebody put a text',
    {
      ...{ ...own('number'), held: 12, typed: '13', sent: 13, theirs: 'about ten' },
      shown: { held: '12', sent: '13', theirs: 'about ten' },
    },
  ],
];

const checkbox: Case = {
  ...{ ...own('checkbox'), held: false, typed: '', sent: true, theirs: null },
  shown: { held: 'FALSE', sent: 'TRUE', theirs: 'empty' },
};

/** The lead with this field. `isTaken`: somebody else is first. */
function open({ name, own: kind, options = [], held, theirs }: Case, isTaken: boolean) {
  const cells: { now: FieldValue } = { now: held };
  const lead = () => ({ ...samples.lead({ tags: [] }), [name]: cells.now });
  const field: OwnField = { name: '+Extra', header: 'Extra', kind: kind ?? 'text', options };
  const isSame = (seen: unknown) => JSON.stringify(seen) === JSON.stringify(cells.now);
  let isFirst = isTaken;
  return openLead(lead(), {
    start: { ownFields: { lead: kind ? [field] : [], opportunity: [], activity: [] } },
    handlers: {
      lead: () => samples.found(lead()),
      changeLead: ({ changes, seen }) => {
        if (isFirst) cells.now = theirs;
        isFirst = false;
        const was = (seen as Record<string, FieldValue>)[name];
        if (!isSame(was))
          throw new CrmError('CONFLICT', 'Changed.', {
            field: name,
            differences: [{ field: name, seen: was ?? null, now: cells.now }],
          });
        cells.now = (changes as Record<string, FieldValue>)[name] ?? null;
        return samples.found(lead());
      },
    },
  });
}

async function change({ label, typed, own: kind }: Case) {
  await screen.findByRole('region', { name: 'Timeline' });
  if (kind === 'checkbox') {
    fireEvent.click(await screen.findByRole('checkbox', { name: label }));
    return;
  }
  const more = screen.queryByRole('button', { name: /more field/ });
  if (more) fireEvent.click(more);
  fireEvent.click(await screen.findByRole('button', { name: new RegExp(`^${label}: `) }));
  const input = screen.getByLabelText(label);
  fireEvent.input(input, { target: { value: typed } });
  if (input.isConnected) fireEvent.keyDown(input, { key: 'Enter', ctrlKey: true });
}

const showsField = ({ label, own: kind }: Case, text: string) =>
  waitFor(() => {
    if (kind === 'checkbox')
      expect(screen.getByRole<HTMLInputElement>('checkbox', { name: label }).checked).toBe(text === 'TRUE');
    else {
      const said = text.split(', ').length > 1 && label === 'Tags' ? text.split(', ').join(' ') : text;
      expect(screen.getByRole('button', { name: new RegExp(`^${label}: `) }).getAttribute('aria-label')).toBe(
        `${label}: ${said}`,
      );
    }
  });

afterEach(closePanels);

describe.each([...CASES, ['a checkbox', checkbox] as const])('%s', (_, field) => {
  it('shows both values where somebody was first, and is overwritten only when told to', async () => {
    const { inputsOf } = open(field, true);
    await change(field);
    const note = await screen.findByRole('alert');
    expect(note.textContent).toContain(`Theirs${field.shown.theirs}Yours${field.shown.sent}`);
    fireEvent.click(screen.getByRole('button', { name: 'Overwrite' }));
    await waitFor(() => expect(inputsOf('changeLead')).toHaveLength(2));
    expect(inputsOf('changeLead')[1]).toMatchObject({
      changes: { [field.name]: field.sent },
      seen: { [field.name]: field.theirs },
    });
    await showsField(field, field.shown.sent);
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('keeps theirs', async () => {
    const { inputsOf } = open(field, true);
    await change(field);
    fireEvent.click(await screen.findByRole('button', { name: 'Keep theirs' }));
    await showsField(field, field.shown.theirs);
    expect([screen.queryByRole('alert'), inputsOf('changeLead').length]).toEqual([null, 1]);
  });

  it('is undone after a save', async () => {
    const { inputsOf } = open(field, false);
    await change(field);
    fireEvent.click(await screen.findByRole('button', { name: `Undo: ${field.label}` }));
    await waitFor(() => expect(inputsOf('changeLead')).toHaveLength(2));
    expect(inputsOf('changeLead')[1]).toMatchObject({
      changes: { [field.name]: field.held },
      seen: { [field.name]: field.sent },
    });
    await showsField(field, field.shown.held);
  });
});

it('a field that is emptied keeps its row', async () => {
  openLead(samples.lead({ industry: 'Timber' }), {
    handlers: { changeLead: ({ changes }) => samples.found(samples.lead(changes)) },
  });
  fireEvent.click(await screen.findByRole('button', { name: 'Industry: Timber' }));
  fireEvent.input(screen.getByLabelText('Industry'), { target: { value: '' } });
  fireEvent.keyDown(screen.getByLabelText('Industry'), { key: 'Enter' });
  await screen.findByRole('button', { name: 'Undo: Industry' });
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Industry: empty' }));
});

describe('the undo beside a save', () => {
  const title = CASES[0]![1];

  it('is gone when the record is left', async () => {
    const { panel } = open(title, false);
    await change(title);
    await screen.findByRole('button', { name: 'Undo: Title' });
    panel.screens.go({ name: 'lead', id: 'L-0000000002' });
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Undo: Title' })).toBeNull());
  });

  it('is not offered for a text that the field cannot take back', async () => {
    openLead(samples.lead(), {
      start: { selected: { kind: 'lead', found: samples.found(samples.lead(), { odd: { score: 'high' } }) } },
      handlers: { changeLead: ({ changes }) => samples.found(samples.lead(changes)) },
    });
    fireEvent.click(await screen.findByRole('button', { name: 'Score: high' }));
    fireEvent.input(screen.getByLabelText('Score'), { target: { value: '5' } });
    fireEvent.keyDown(screen.getByLabelText('Score'), { key: 'Enter' });
    await screen.findByRole('button', { name: 'Score: 5' });
    expect(screen.queryByRole('button', { name: 'Undo: Score' })).toBeNull();
  });
});
