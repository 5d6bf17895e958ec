/** @jest-environment jsdom */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fireEvent, render, screen } from '@testing-library/preact';
import axe from 'axe-core';
import { createClient } from '../../sidebar/data/client';
import { openLeadForm } from '../../sidebar/data/create-actions';
import { createImporter } from '../../sidebar/data/import/importer';
import { createSession } from '../../sidebar/data/session';
import { about, importing } from '../../sidebar/texts/en';
import { speak } from '../../sidebar/texts/text';
import { About } from '../../sidebar/views/about';
import { ImportApp } from '../../sidebar/views/import/import-app';
import { ImportContext } from '../../sidebar/views/import/import-context';
import { CrmError } from '../../src/domain/errors';
import type { OwnKind } from '../../src/domain/own-fields';
import { fakeGoogle, firstAnswer } from './fake-google';
import { closePanels, openDeal, openLead, openPanel } from './open-panel';
import { openRepairDialog } from './open-repair';
import { samples } from './samples';

speak(about, importing);

// axe draws letters to see whether a font shows icons; jsdom draws nothing.
HTMLCanvasElement.prototype.getContext = () => null;

/** What axe finds, as sentences. Colours need a real page: their contrast is worked out below. */
async function problems(): Promise<readonly string[]> {
  const { violations } = await axe.run(document.body, {
    rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
  });
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html}`));
}

afterEach(closePanels);

describe('every screen can be used without a mouse and without eyes', () => {
  it('first run', async () => {
    openPanel({ start: { settings: null } });
    expect(await problems()).toEqual([]);
  });

  it('lists, search and shortcuts', async () => {
    const handlers = { searchActivities: () => [samples.activity()] };
    openPanel({ deals: [samples.deal()], leads: [samples.lead()], handlers });
    await screen.findByText('Annual supply');
    expect(await problems()).toEqual([]);
    fireEvent.click(screen.getByRole('tab', { name: /Leads/ }));
    expect(await problems()).toEqual([]);
    fireEvent.keyDown(document.body, { key: '/' });
    expect(await problems()).toEqual([]);
    fireEvent.input(screen.getByRole('combobox', { name: /^Search/ }), { target: { value: 'halden' } });
    expect(await screen.findByText('Talked about delivery')).toBeTruthy();
    expect(await problems()).toEqual([]);
    fireEvent.keyDown(document.body, { key: 'Escape' });
    fireEvent.keyDown(document.body, { key: '?' });
    await screen.findByRole('heading', { name: 'Keyboard shortcuts' });
    expect(await problems()).toEqual([]);
  });

  it('saved views, the question who somebody is, and what holds for the whole panel', async () => {
    const view = {
      name: 'Mine',
      tab: 'opportunity',
      filter: '',
      pipeline: '',
      sort: 'newest',
      mine: true,
      isStart: true,
    };
    const views = { views: [view], owner: '', revision: 1 };
    openPanel({ deals: [samples.deal()], leads: [samples.lead()], start: { views, user: '', canEdit: false } });
    await screen.findByText('Which name in the Owner column is yours?');
    window.dispatchEvent(new Event('offline'));
    fireEvent.click(screen.getByRole('button', { name: 'Mine', expanded: false }));
    expect(await problems()).toEqual([]);
    fireEvent.click(screen.getByRole('button', { name: 'Rename “Mine”' }));
    expect(await problems()).toEqual([]);
  });

  it('Today, the list of activities and one of them', async () => {
    const late = samples.activity({ type: 'Task', subject: 'Send the offer', due: '2026-11-20' });
    const told = { closing: { count: 1, first: [samples.deal().id] }, stale: { count: 1, first: [] } };
    const { panel } = openPanel({
      tab: 'today',
      deals: [samples.deal()],
      leads: [samples.lead()],
      handlers: {
        today: () => samples.today([late], told),
        activities: () => ({ lines: samples.activityLines([late]), count: 1 }),
        activity: () => samples.found(late),
        timeline: () => [late],
      },
    });
    fireEvent.click(await screen.findByRole('button', { name: /^Put off/ }));
    await screen.findByRole('region', { name: 'Deals that close this week' });
    expect(await problems()).toEqual([]);
    fireEvent.click(screen.getByRole('tab', { name: 'Activities' }));
    fireEvent.click(await screen.findByRole('button', { name: /Send the offer/ }));
    fireEvent.click(await screen.findByRole('button', { name: 'Link to another lead or deal' }));
    expect(await problems()).toEqual([]);
    panel.screens.home();
    await screen.findByRole('list', { name: 'Activities' });
    expect(await problems()).toEqual([]);
    panel.screens.go({ name: 'opportunity', id: samples.deal().id });
    await screen.findByRole('region', { name: 'Open tasks' });
    expect(await problems()).toEqual([]);
  });

  it('a list that failed', async () => {
    openPanel({
      handlers: {
        opportunityLines: () => {
          throw new CrmError('SHEET_BROKEN', 'The tab is missing.');
        },
      },
    });
    await screen.findByRole('alert');
    expect(await problems()).toEqual([]);
  });

  it('a deal, its editing, its conflict and its log', async () => {
    const deal = samples.deal({ stage: 'Closed Lost' });
    openDeal(deal, {
      handlers: {
        timeline: () => [samples.activity({ due: '2026-11-01' })],
        moveOpportunity: () => {
          throw new CrmError('CONFLICT', 'Moved.', {
            differences: [{ field: 'stage', seen: 'Closed Lost', now: 'Proposal' }],
          });
        },
      },
    });
    await screen.findByText('Talked about delivery');
    expect(await problems()).toEqual([]);
    fireEvent.click(screen.getByRole('button', { name: 'Discovery' }));
    await screen.findByRole('alert');
    fireEvent.click(screen.getByRole('button', { name: 'Task' }));
    fireEvent.click(screen.getByRole('button', { name: /^Owner: / }));
    fireEvent.click(screen.getByRole('button', { name: 'Link to another lead' }));
    expect(await problems()).toEqual([]);
  });

  it('a lead', async () => {
    openLead(samples.lead({ tags: ['vip', 'nordics'], website: 'halden.example' }), { deals: [samples.deal()] });
    await screen.findByText('Nothing logged yet.');
    expect(await problems()).toEqual([]);
  });

  it('the history of a lead, its related leads, and a copy that is denied', async () => {
    const lead = samples.lead({ phone: '+47 22 12 34 56' });
    const line = { at: 5, who: '', how: 'grid', action: 'X-0000000001', what: 'changed' } as const;
    const notes = { field: 'notes', before: '', after: 'A long story. '.repeat(20) };
    openLead(lead, {
      leads: [lead, samples.lead({ id: 'L-0000000002', contact: 'Per Moe' })],
      handlers: {
        timeline: () => [samples.activity()],
        historyOf: () => ({
          changes: [{ ...line, ...notes }],
          more: 3,
          undo: { action: line.action, others: 2 },
        }),
      },
    });
    await screen.findByText('Per Moe');
    fireEvent.click(screen.getByRole('button', { name: 'All' }));
    fireEvent.click(await screen.findByRole('button', { name: 'Show all of it: Notes' }));
    document.execCommand = () => false;
    fireEvent.click(screen.getByRole('button', { name: 'Copy +47 22 12 34 56' }));
    await screen.findByRole('textbox', { name: 'Press Ctrl or Cmd with C to copy.' });
    expect(await problems()).toEqual([]);
  });

  it('a new lead that is known already', async () => {
    const { panel } = openPanel({ leads: [samples.lead()] });
    await screen.findByRole('button', { name: 'New deal' });
    openLeadForm(panel, 'Halden Timber');
    await screen.findByText(/is a lead already/);
    expect(await problems()).toEqual([]);
  });

  it('several selected rows: what can be done with them, the question, and what stayed as it was', async () => {
    const seen = { pipeline: 'Sales', stage: 'Discovery', owner: '' };
    const records = Array.from({ length: 12 }, (_, n) => ({ id: `O-00000000${n + 10}`, name: `Deal ${n}`, seen }));
    const kept = [{ id: records[0]!.id, now: 'Proposal', why: 'changed' }] as const;
    openPanel({
      handlers: {
        selected: () => ({ kind: 'rows', of: 'opportunity', count: 14, at: 'A2:A15' }),
        selection: () => ({ of: 'opportunity', count: 14, records, hidden: 2, isChecked: true, others: 0 }),
        moveMany: () => ({ changed: 11, kept, missing: [], action: 'X-0000000001' }),
      },
    });
    fireEvent.click(await screen.findByRole('button', { name: 'Actions' }));
    await screen.findByRole('heading', { name: '12 deals' });
    fireEvent.click(screen.getByRole('button', { name: 'Stage' }));
    fireEvent.input(screen.getByLabelText('Stage'), { target: { value: '5' } });
    expect(await problems()).toEqual([]);
    fireEvent.click(screen.getByRole('button', { name: 'Go on' }));
    expect(await problems()).toEqual([]);
    fireEvent.click(screen.getByRole('button', { name: 'Change 12 records' }));
    await screen.findByRole('list', { name: 'Records that stay as they were' });
    expect(await problems()).toEqual([]);
  });

  it('forms with errors', async () => {
    openPanel({ deals: [samples.deal()], leads: [samples.lead()] });
    fireEvent.click(await screen.findByRole('button', { name: 'New deal' }));
    fireEvent.click(await screen.findByRole('button', { name: 'Add deal' }));
    fireEvent.click(screen.getByRole('combobox', { name: 'Lead' }));
    expect(await problems()).toEqual([]);
  });

  it('a lead with columns of the file’s own, its deletion, its erasing and its conversion', async () => {
    const own = (header: string, kind: OwnKind) => ({ name: `+${header}`, header, kind, options: ['North'] }) as const;
    const lead = { ...samples.lead(), '+VIP': true, '+Sales region': 'South', '+Seen at': 0 };
    const ownFields = {
      lead: [own('VIP', 'checkbox'), own('Sales region', 'choice'), own('Seen at', 'instant')],
      opportunity: [],
      activity: [],
    };
    openLead(lead, {
      start: { ownFields },
      handlers: {
        ownFields: () => ownFields,
        timeline: () => [samples.activity()],
        attached: () => ({ deals: 1, activities: 2 }),
      },
    });
    fireEvent.click(await screen.findByRole('button', { name: 'Delete “Talked about delivery”' }));
    fireEvent.click(screen.getByRole('button', { name: /^Sales region: / }));
    fireEvent.click(screen.getByRole('button', { name: /^Seen at: / }));
    fireEvent.click(screen.getByRole('button', { name: 'Delete lead' }));
    await screen.findByText(/which are deleted with it/);
    expect(await problems()).toEqual([]);
    fireEvent.click(screen.getAllByRole('button', { name: 'Cancel' }).at(-1)!);
    fireEvent.click(screen.getByRole('button', { name: 'Erase this person…' }));
    fireEvent.click(screen.getByRole('button', { name: 'Go on' }));
    expect(await problems()).toEqual([]);
    fireEvent.click(screen.getByRole('button', { name: 'Convert to a deal' }));
    await screen.findByRole('heading', { name: 'Convert lead' });
    fireEvent.click(screen.getByRole('button', { name: 'More fields' }));
    expect(await problems()).toEqual([]);
  });

  it('a conflict with both values, and a deal that two people moved', async () => {
    openDeal(samples.deal(), {
      handlers: {
        changeOpportunity: () => {
          throw new CrmError('CONFLICT', 'Changed.', {
            differences: [{ field: 'value', seen: 12000, now: 9000, by: { who: 'anna@halden.example', at: 0 } }],
          });
        },
      },
    });
    fireEvent.click(await screen.findByRole('button', { name: /^Value: / }));
    fireEvent.input(screen.getByLabelText('Value'), { target: { value: '1' } });
    fireEvent.keyDown(screen.getByLabelText('Value'), { key: 'Enter' });
    await screen.findByText('Theirs');
    expect(await problems()).toEqual([]);
  });

  it('rows that wait, in the lists and in the dialog of last actions', async () => {
    const rows = [
      { row: 2, name: 'Halden Timber', keeps: true },
      { row: 9, name: '', keeps: false },
    ];
    const catchUp = () => ({
      logged: 0,
      waiting: [{ kind: 'lead' as const, rows }],
      twice: [{ kind: 'lead' as const, id: 'L-0000000001', rows }],
    });
    openPanel({ handlers: { catchUp } });
    await screen.findByText('2 rows share an id.');
    expect(await problems()).toEqual([]);
    closePanels();
    document.body.replaceChildren();
    openRepairDialog({
      catchUp,
      lastActions: () => [
        {
          action: 'X-0000000001',
          at: 0,
          how: 'sidebar',
          what: 'deleted',
          kind: 'lead',
          id: 'L-0000000001',
          name: 'Acme',
          fields: [],
          records: 3,
        },
      ],
    });
    await screen.findByText('Deleted Acme and 2 more with it');
    await screen.findByText('Rows that share an id');
    expect(await problems()).toEqual([]);
  });

  it('the import', async () => {
    fakeGoogle({ importRows: () => ({ added: 0, known: 0, refused: [{ row: 2, reason: 'No date.' }], unlinked: 0 }) });
    const client = createClient();
    const session = createSession(client);
    const importer = createImporter(client, session);
    session.begin(firstAnswer());
    render(
      <ImportContext.Provider value={{ importer, session }}>
        <ImportApp />
      </ImportContext.Provider>,
    );
    expect(await problems()).toEqual([]);
    importer.takeText('a.csv', 'Deal Name,Stage,Amount,Close Date\nSupply,Proposal,"1,200",03/04/2026\n');
    await screen.findByText('a.csv');
    expect(await problems()).toEqual([]);
    await importer.start();
    await screen.findByText('1 row refused');
    expect(await problems()).toEqual([]);
  });

  it('about', async () => {
    render(<About version="0.1.0" />);
    expect(await problems()).toEqual([]);
  });
});

describe('colours', () => {
  const css = readFileSync(join(__dirname, '../../sidebar/styles.css'), 'utf8');
  const tokens = (block: string): Readonly<Record<string, string>> =>
    Object.fromEntries(
      [...block.matchAll(/--color-([a-z-]+): (#[0-9a-f]{6})/g)].map(([, name, value]) => [name, value]),
    );
  const light = tokens(css.slice(css.indexOf('@theme'), css.indexOf('[data-theme')));
  const dark = { ...light, ...tokens(css.slice(css.indexOf('[data-theme'))) };

  const luminance = (colour: string): number => {
    const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
      const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const contrast = (a: string, b: string): number => {
    const [more = 0, less = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
    return (more + 0.05) / (less + 0.05);
  };

  /** Text on what lies behind it somewhere. */
  const TEXTS = [
    ['ink', 'paper card wash mark won-wash lost-wash warn-wash'],
    ['soft', 'paper card wash'],
    ['link', 'paper card wash'],
    ['won', 'paper card won-wash'],
    ['lost', 'paper card lost-wash wash'],
    ['warn', 'paper card warn-wash'],
    ['paper', 'ink'],
  ] as const;

  it.each([
    ['light', light],
    ['dark', dark],
  ])('of the %s theme let text be read at 4.5:1 and controls be seen at 3:1', (_, theme) => {
    const of = (name: string) => theme[name] ?? '#000000';
    const weak: string[] = [];
    for (const [text, grounds] of TEXTS) {
      for (const ground of grounds.split(' ')) {
        if (contrast(of(text), of(ground)) < 4.5) weak.push(`${text} on ${ground}`);
      }
    }
    for (const ground of ['paper', 'card', 'wash']) {
      for (const edge of ['edge', 'focus']) if (contrast(of(edge), of(ground)) < 3) weak.push(`${edge} on ${ground}`);
    }
    expect(weak).toEqual([]);
    expect(theme['ink']).toMatch(/^#/);
  });
});
