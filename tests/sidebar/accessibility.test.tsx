/** @jest-environment jsdom */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fireEvent, render, screen } from '@testing-library/preact';
import axe from 'axe-core';
import { createClient } from '../../sidebar/data/client';
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
    openPanel({ deals: [samples.deal()], leads: [samples.lead()] });
    await screen.findByText('Annual supply');
    expect(await problems()).toEqual([]);
    fireEvent.click(screen.getByRole('tab', { name: /Leads/ }));
    expect(await problems()).toEqual([]);
    fireEvent.input(screen.getByRole('searchbox'), { target: { value: 'halden' } });
    expect(await problems()).toEqual([]);
    fireEvent.keyDown(document.body, { key: '?' });
    await screen.findByRole('heading', { name: 'Keyboard shortcuts' });
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
