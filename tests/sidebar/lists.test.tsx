/** @jest-environment jsdom */
import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { CrmError } from '../../src/domain/errors';
import { NO_VIEWS, type OwnViews, type SavedView, savedViews } from '../../src/domain/views';
import { closePanels, openPanel } from './open-panel';
import { samples } from './samples';

const deals = [
  samples.deal({ id: 'O-0000000001', title: 'Annual supply', stage: 'Discovery', value: 12_000.1 }),
  samples.deal({ id: 'O-0000000002', title: 'Press line', stage: 'Proposal', value: 9000.2, owner: 'Jorge' }),
  samples.deal({ id: 'O-0000000003', title: 'Olive tools', stage: 'Proposal', value: 400, currency: 'usd' }),
  samples.deal({ id: 'O-0000000004', title: 'Rails', stage: 'Proposal', value: 1_250_000, currency: '' }),
];
const leads = [
  samples.lead({ id: 'L-0000000001', company: 'Halden Timber' }),
  samples.lead({ id: 'L-0000000002', company: 'Čapek & Synové', owner: ' anna lindqvist ', status: 'Customer' }),
  samples.lead({ id: 'L-0000000003', company: 'Nordlicht', owner: 'Jorge' }),
];

const view = (fields: Partial<SavedView> = {}): SavedView => ({
  name: 'My proposals',
  tab: 'opportunity',
  filter: 'Proposal',
  pipeline: '',
  sort: 'value',
  mine: true,
  isStart: false,
  ...fields,
});

/** The server's side of saved views: the same rules over what it keeps. */
function keeping(views: readonly SavedView[] = []) {
  const kept: { now: OwnViews } = { now: { ...NO_VIEWS, views } };
  const handlers = {
    views: () => kept.now,
    saveViews: ({ views, owner, seen }: Pick<OwnViews, 'views' | 'owner'> & { seen: number }) => {
      kept.now = savedViews(kept.now, { views, owner }, seen);
      return kept.now;
    },
  };
  return { kept, handlers, start: { views: kept.now } };
}

const titles = () =>
  within(screen.getByRole('list', { name: /Deals|Leads/ }))
    .getAllByRole('button')
    .map((row) => row.querySelector('span span')?.textContent);
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));
const chips = () => screen.getByRole('group', { name: /Show by/ });
const openViews = () => press('Views');

async function saveAs(name: string) {
  fireEvent.input(screen.getByLabelText('Name of the view'), { target: { value: name } });
  fireEvent.click(screen.getByRole('button', { name: /^(Save|Replace)$/ }));
  await screen.findByRole('button', { name: `Delete “${name}”` });
}

afterEach(closePanels);

describe('mine or everyone’s', () => {
  it('shows what the user owns, in both lists, however the name is typed', async () => {
    openPanel({ deals, leads });
    await screen.findByText('Rails');
    press('Mine');
    expect(titles()).toEqual(['Rails', 'Olive tools', 'Annual supply']);
    fireEvent.click(screen.getByRole('tab', { name: /Leads/ }));
    expect(titles()).toEqual(['Čapek & Synové', 'Halden Timber']);
    expect(within(chips()).getByRole('button', { name: 'All 2' })).toBeTruthy();
    press('Everyone');
    expect(titles()).toHaveLength(3);
  });

  it('asks once for the name where Google does not tell who the user is, and keeps it', async () => {
    const { kept, handlers } = keeping();
    openPanel({ deals, leads, start: { user: '' }, handlers });
    await screen.findByText('Rails');
    press('Mine');
    const names = screen.getByRole('combobox', { name: 'Which name in the Owner column is yours?' });
    expect(within(names).getByRole('option', { name: 'Jorge' })).toBeTruthy();
    fireEvent.change(names, { target: { value: 'Anna Lindqvist' } });
    fireEvent.change(names, { target: { value: 'Jorge' } });
    expect(kept.now.owner).toBe('');
    press('That is me');
    expect(titles()).toEqual(['Press line']);
    await waitFor(() => expect(kept.now.owner).toBe('Jorge'));
    openViews();
    expect(screen.getByText('You are Jorge.')).toBeTruthy();
    press('Change');
    expect(await screen.findByRole('combobox', { name: /Which name/ })).toBeTruthy();
  });
});

describe('the chips', () => {
  it('tell the sum of each currency in short, and in full on hover; never one sum of two currencies', async () => {
    openPanel({ deals, leads });
    await screen.findByText('Rails');
    const all = within(chips()).getByRole('button', { name: /^All/ });
    expect(all.textContent).toBe('All 4 · €1.3M · $400');
    expect(all.title).toBe('All: 4 · €1,271,000.30 · $400');
    expect(within(chips()).getByRole('button', { name: /^Discovery/ }).textContent).toBe('Discovery 1 · €12K');
    expect(within(chips()).getByRole('button', { name: /^Negotiation/ }).textContent).toBe('Negotiation 0');
  });

  it('of leads tell counts alone', async () => {
    openPanel({ deals, leads });
    await screen.findByText('Rails');
    fireEvent.click(screen.getByRole('tab', { name: /Leads/ }));
    expect(within(chips()).getByRole('button', { name: 'Customer 1' }).title).toBe('Customer: 1');
  });
});

describe('saved views', () => {
  it('keep what is on the screen under a name, and bring it back', async () => {
    const { kept, handlers, start } = keeping();
    openPanel({ deals, leads, handlers, start });
    await screen.findByText('Rails');
    press('Mine');
    fireEvent.click(within(chips()).getByRole('button', { name: /^Proposal/ }));
    fireEvent.change(screen.getByRole('combobox', { name: 'Sort by' }), { target: { value: 'value' } });
    openViews();
    await saveAs('My proposals');
    expect(kept.now.views).toEqual([view()]);
    press('Everyone');
    fireEvent.click(screen.getByRole('tab', { name: /Leads/ }));
    openViews();
    fireEvent.click(screen.getByRole('button', { name: 'My proposals Deals' }));
    expect(titles()).toEqual(['Rails', 'Olive tools']);
    expect(screen.queryByLabelText('Name of the view')).toBeNull();
    await waitFor(() => expect(document.activeElement?.textContent).toBe('My proposals'));
  });

  it('opens the panel with the one that was chosen for that', async () => {
    const { handlers, start, kept } = keeping([
      view(),
      view({ name: 'Customers', tab: 'lead', filter: 'Customer', sort: 'name' }),
    ]);
    openPanel({ deals, leads, handlers, start });
    await screen.findByText('Rails');
    openViews();
    press('Open the panel with “Customers”');
    await waitFor(() => expect(kept.now.views[1]?.isStart).toBe(true));
    closePanels();
    document.body.innerHTML = '';
    openPanel({ deals, leads, handlers, start: { views: kept.now } });
    expect(await screen.findByText('Čapek & Synové')).toBeTruthy();
    expect(titles()).toEqual(['Čapek & Synové']);
    expect(screen.getByRole('button', { name: 'Customers' }).getAttribute('aria-expanded')).toBe('false');
  });

  it('can be renamed, not to the name of another one, and deleted, which can be undone', async () => {
    const { handlers, start, kept } = keeping([view(), view({ name: 'All', filter: '', mine: false })]);
    openPanel({ deals, leads, handlers, start });
    await screen.findByText('Rails');
    openViews();
    press('Rename “My proposals”');
    const input = screen.getByLabelText('New name');
    fireEvent.input(input, { target: { value: 'all' } });
    expect(screen.getByText('Another view has this name.')).toBeTruthy();
    fireEvent.input(input, { target: { value: 'Mine first' } });
    fireEvent.submit(input.closest('form')!);
    await waitFor(() => expect(kept.now.views.map(({ name }) => name)).toEqual(['Mine first', 'All']));
    press('Delete “Mine first”');
    await waitFor(() => expect(kept.now.views.map(({ name }) => name)).toEqual(['All']));
    fireEvent.click(await screen.findByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(kept.now.views.map(({ name }) => name)).toEqual(['All', 'Mine first']));
  });

  it('of another window of the same user stay, and the change is made to them', async () => {
    const { handlers, start, kept } = keeping();
    openPanel({ deals, leads, handlers, start });
    await screen.findByText('Rails');
    kept.now = { ...kept.now, views: [view({ name: 'From the other window' })], revision: 7 };
    openViews();
    await saveAs('From here');
    await waitFor(() => expect(kept.now.views.map(({ name }) => name)).toEqual(['From the other window', 'From here']));
    expect(screen.getByRole('button', { name: 'Delete “From the other window”' })).toBeTruthy();
  });

  it('that cannot be kept are taken back, with the reason and another try', async () => {
    const { handlers, start, kept } = keeping();
    const { handlers: known } = openPanel({ deals, leads, handlers, start });
    await screen.findByText('Rails');
    known.saveViews = () => {
      throw new CrmError('QUOTA', 'Google keeps no more for you.');
    };
    openViews();
    await saveAs('Proposals');
    expect(await screen.findByText('The view is not saved. Google keeps no more for you.')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Delete “Proposals”' })).toBeNull();
    known.saveViews = handlers.saveViews;
    press('Try again');
    await screen.findByRole('button', { name: 'Delete “Proposals”' });
    expect(kept.now.views).toHaveLength(1);
  });

  it('of a newer version are kept, and not offered', async () => {
    const newer = { ...view({ name: 'Calls', tab: 'forecast' }), types: ['Call'] };
    const { handlers, start, kept } = keeping([newer]);
    openPanel({ deals, leads, handlers, start });
    await screen.findByText('Rails');
    openViews();
    expect(screen.queryByText('Calls')).toBeNull();
    await saveAs('Mine');
    await waitFor(() => expect(kept.now.views[0]).toEqual(newer));
  });

  it('show a stage that is gone from Settings as chosen, so that it can be left', async () => {
    const { handlers, start } = keeping([view({ filter: 'Audit', mine: false, isStart: true })]);
    openPanel({ deals, leads, handlers, start });
    expect(await screen.findByText('Nothing here')).toBeTruthy();
    expect(within(chips()).getByRole('button', { pressed: true }).textContent).toBe('Audit 0');
  });
});
