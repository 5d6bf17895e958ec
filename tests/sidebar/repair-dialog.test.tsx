/** @jest-environment jsdom */
import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import type { DoneAction } from '../../src/domain/crm';
import { CrmError } from '../../src/domain/errors';
import { openRepairDialog } from './open-repair';
import { samples } from './samples';

const done = (change: Partial<DoneAction>): DoneAction => ({
  action: 'X-0000000001',
  at: Date.UTC(2026, 10, 22, 14),
  how: 'sidebar',
  what: 'changed',
  kind: 'opportunity',
  id: 'O-0000000001',
  name: 'Annual supply',
  fields: ['Value'],
  records: 1,
  ...change,
});

describe('the last actions', () => {
  test.each<[string, Partial<DoneAction>]>([
    ['Changed Value of Annual supply', {}],
    ['Changed Value, Owner, Notes … of Annual supply', { fields: ['Value', 'Owner', 'Notes', 'Product'] }],
    ['Moved Annual supply', { fields: ['Stage', 'Stage since'] }],
    ['Deleted Acme and 15 more with it', { what: 'deleted', kind: 'lead', name: 'Acme', fields: [], records: 16 }],
    ['Added Acme and 499 more', { what: 'created', kind: 'lead', how: 'import', name: 'Acme', records: 500 }],
    ['Brought back No name', { what: 'restored', name: '' }],
  ])('are sentences: %s', async (sentence, change) => {
    openRepairDialog({ lastActions: () => [done(change)] });
    expect(await screen.findByText(sentence)).toBeTruthy();
  });

  it('say of what, when and how, and are undone one by one', async () => {
    let actions = [done({}), done({ action: 'X-0000000002', name: 'Spare parts', how: 'import' })];
    const { inputsOf } = openRepairDialog({
      lastActions: () => actions,
      undo: ({ action }) => {
        actions = actions.filter((one) => one.action !== action);
        return { records: 1, kept: [], notices: [] };
      },
    });
    expect(
      (await screen.findAllByText(/^Deal · today, 9:00.AM · /)).map((line) => line.textContent?.slice(-12)),
    ).toEqual(['· in the CRM', ' by an import'.slice(-12)]);
    fireEvent.click(await screen.findByRole('button', { name: 'Undo: Changed Value of Spare parts' }));
    expect(await screen.findByText('1 record is as it was before')).toBeTruthy();
    expect(inputsOf('undo')).toEqual([{ action: 'X-0000000002' }]);
    await waitFor(() => expect(screen.queryByText('Changed Value of Spare parts')).toBeNull());
    expect(screen.getByText('Changed Value of Annual supply')).toBeTruthy();
  });

  it('say why one cannot be undone', async () => {
    openRepairDialog({
      lastActions: () => [done({})],
      undo: () => {
        throw new CrmError('NOT_FOUND', 'History no longer holds this action.');
      },
    });
    fireEvent.click(await screen.findByRole('button', { name: /^Undo: / }));
    expect(await screen.findByText('History no longer holds this action.')).toBeTruthy();
  });

  it('say so where there are none, where they cannot be read, and where there is no CRM', async () => {
    openRepairDialog({ lastActions: () => [] });
    expect(await screen.findByText(/^Nothing to undo/)).toBeTruthy();
    document.body.replaceChildren();
    openRepairDialog({
      lastActions: () => {
        throw new CrmError('SHEET_BROKEN', 'The tab History is missing.');
      },
    });
    expect((await screen.findByRole('alert')).textContent).toContain('The tab History is missing.');
    document.body.replaceChildren();
    openRepairDialog({}, samples.start({ settings: null }));
    expect(await screen.findByText(/has no CRM yet/)).toBeTruthy();
  });
});

describe('rows that share an id', () => {
  const rows = [
    { row: 2, name: 'Halden Timber', keeps: true },
    { row: 9, name: 'Halden Timber', keeps: false },
  ];
  const twice = [{ kind: 'lead' as const, id: 'L-0000000001', rows }];

  it('are shown with the one that keeps it, and repaired as they were shown', async () => {
    let told = twice;
    const { inputsOf } = openRepairDialog({
      catchUp: () => ({ logged: 0, waiting: [], twice: told }),
      repairIds: () => {
        told = [];
        return { repaired: 1 };
      },
    });
    const group = await screen.findByRole('region', { name: 'Leads, L-0000000001' });
    expect(
      within(group)
        .getAllByRole('listitem')
        .map((row) => row.textContent),
    ).toEqual(['Row 2: Halden Timberkeeps its id', 'Row 9: Halden Timbergets a new id']);
    fireEvent.click(within(group).getByRole('button', { name: 'Repair' }));
    expect(await screen.findByText('1 row has an id of its own now')).toBeTruthy();
    expect(inputsOf('repairIds')).toEqual([{ kind: 'lead', id: 'L-0000000001', rows }]);
    await waitFor(() => expect(screen.queryByRole('region', { name: 'Leads, L-0000000001' })).toBeNull());
  });

  it('are shown anew where they moved since', async () => {
    let told = twice;
    openRepairDialog({
      catchUp: () => ({ logged: 0, waiting: [], twice: told }),
      repairIds: () => {
        told = [{ kind: 'lead', id: 'L-0000000001', rows: [{ ...rows[0]!, row: 5 }, rows[1]!] }];
        throw new CrmError('CONFLICT', 'The rows are not as shown any more.');
      },
    });
    fireEvent.click(await screen.findByRole('button', { name: 'Repair' }));
    expect(await screen.findByText('Row 5: Halden Timber')).toBeTruthy();
    expect(screen.getByText('The rows are not as shown any more.')).toBeTruthy();
  });
});
