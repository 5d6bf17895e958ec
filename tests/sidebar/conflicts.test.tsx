/** @jest-environment jsdom */
import { fireEvent, screen, waitFor } from '@testing-library/preact';
import { CrmError } from '../../src/domain/errors';
import { closePanels, openDeal, openLead } from './open-panel';
import { samples } from './samples';

const edit = async (label: string, text: string) => {
  fireEvent.click(await screen.findByRole('button', { name: new RegExp(`^${label}: `) }));
  const input = screen.getByRole('textbox', { name: label });
  fireEvent.input(input, { target: { value: text } });
  fireEvent.keyDown(input, { key: 'Enter' });
};

/** Nine in the morning in New York, on the day of the tests. */
const nine = Date.UTC(2026, 10, 22, 14);

afterEach(closePanels);

describe('a field that somebody changed first', () => {
  const open = (by?: { who: string; at: number }) =>
    openDeal(samples.deal(), {
      handlers: {
        changeOpportunity: ({ changes, seen }) => {
          if (seen.value === 9000) return samples.found(samples.deal(changes));
          throw new CrmError('CONFLICT', 'Changed.', {
            field: 'value',
            differences: [{ field: 'value', seen: 12000, now: 9000, ...(by && { by }) }],
          });
        },
        opportunity: () => samples.found(samples.deal({ value: 9000 })),
      },
    });

  it('shows both values, and who changed it when', async () => {
    open({ who: 'anna@halden.example', at: nine });
    await edit('Value', '15500');
    expect((await screen.findByRole('alert')).textContent).toMatch(
      /^Value was changed by Anna Lindqvist, today, 9:00.AM\.Theirs€9,000Yours€15,500/,
    );
  });

  it('names the address of somebody who is no owner', async () => {
    open({ who: 'sam@other.example', at: nine });
    await edit('Value', '15500');
    expect((await screen.findByRole('alert')).textContent).toContain('changed by sam@other.example, today');
  });

  it('says “someone in the sheet” where nobody knows who', async () => {
    open();
    await edit('Value', '15500');
    expect((await screen.findByRole('alert')).textContent).toContain('Value was changed by someone in the sheet.');
  });

  it('keeps their value without another call', async () => {
    const { inputsOf } = open();
    await edit('Value', '15500');
    fireEvent.click(await screen.findByRole('button', { name: 'Keep theirs' }));
    expect(screen.queryByRole('alert')).toBeNull();
    expect(screen.getByRole('button', { name: 'Value: €9,000' })).toBeTruthy();
    expect(inputsOf('changeOpportunity')).toHaveLength(1);
  });

  it('is overwritten with theirs as seen', async () => {
    const { inputsOf } = open();
    await edit('Value', '15500');
    fireEvent.click(await screen.findByRole('button', { name: 'Overwrite' }));
    expect(await screen.findByRole('button', { name: 'Value: €15,500' })).toBeTruthy();
    expect(inputsOf('changeOpportunity')[1]?.seen).toEqual({ value: 9000 });
  });

  it('says of a move who was first', async () => {
    openDeal(samples.deal(), {
      handlers: {
        moveOpportunity: () => {
          throw new CrmError('CONFLICT', 'Moved.', {
            differences: [
              { field: 'stage', seen: 'Discovery', now: 'Proposal', by: { who: 'anna@halden.example', at: nine } },
            ],
          });
        },
        opportunity: () => samples.found(samples.deal({ stage: 'Proposal' })),
      },
    });
    fireEvent.click(await screen.findByRole('button', { name: 'Negotiation' }));
    expect((await screen.findByRole('alert')).textContent).toContain('Stage was changed by Anna Lindqvist, today');
  });
});

describe('a save that went through', () => {
  it('shows a field beside it that was not written, with both values', async () => {
    const { inputsOf } = openLead(samples.lead(), {
      handlers: {
        changeLead: ({ changes }) =>
          samples.found(samples.lead({ phone: '+47 1', ...changes, email: 'post@halden.example' }), {
            conflicts: [{ field: 'email', seen: 'ingrid@halden.example', now: 'post@halden.example' }],
          }),
      },
    });
    await edit('Phone', '+47 2');
    const note = await screen.findByRole('alert');
    expect(note.textContent).toContain('E-mail was changed by someone in the sheet.Theirspost@halden.example');
    expect(screen.getByRole('button', { name: 'Phone: +47 2' })).toBeTruthy();
    expect(inputsOf('changeLead')).toHaveLength(1);
  });

  it('tells what was put right in the sheet until it is dismissed', async () => {
    openLead(samples.lead(), {
      handlers: {
        changeLead: ({ changes }) =>
          samples.found(samples.lead(changes), {
            notice: 'Somebody sorted the tab meanwhile; the value is in its row.',
          }),
      },
    });
    await edit('Phone', '+47 2');
    const notice = await screen.findByText(/Somebody sorted the tab meanwhile/);
    jest.useFakeTimers();
    jest.advanceTimersByTime(60_000);
    jest.useRealTimers();
    expect(notice.isConnected).toBe(true);
    fireEvent.click(screen.getByRole('button', { name: 'Dismiss' }));
    await waitFor(() => expect(notice.isConnected).toBe(false));
  });
});
