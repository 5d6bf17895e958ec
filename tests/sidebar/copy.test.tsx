/** @jest-environment jsdom */
import { fireEvent, screen, waitFor } from '@testing-library/preact';
import { closePanels, openLead } from './open-panel';
import { samples } from './samples';

const allow = (writeText: (text: string) => Promise<void>) =>
  Object.defineProperty(navigator, 'clipboard', { value: { writeText }, configurable: true });
const deny = () => allow(() => Promise.reject(new DOMException('Denied.', 'NotAllowedError')));

/** The older way: what was selected when the page asked for it. */
function execCommand(isAllowed: boolean): string[] {
  const copied: string[] = [];
  document.execCommand = () => {
    const { activeElement } = document;
    if (isAllowed && activeElement instanceof HTMLTextAreaElement) copied.push(activeElement.value);
    return isAllowed;
  };
  return copied;
}

const copy = async () => {
  const button = await screen.findByRole('button', { name: 'Copy ingrid@halden.example' });
  button.focus();
  fireEvent.click(button);
  return button;
};

const isSaid = (text: string) =>
  waitFor(() => expect(screen.getAllByRole('status').map(({ textContent }) => textContent)).toContain(text));

afterEach(closePanels);

describe('an address is copied', () => {
  it('by the clipboard of the browser, and that is said', async () => {
    const copied: string[] = [];
    allow(async (text) => void copied.push(text));
    openLead(samples.lead());
    await copy();
    await isSaid('ingrid@halden.example is copied.');
    expect(copied).toEqual(['ingrid@halden.example']);
  });

  it('by a selection where the frame denies the clipboard, and the focus stays', async () => {
    deny();
    const copied = execCommand(true);
    openLead(samples.lead());
    const button = await copy();
    await isSaid('ingrid@halden.example is copied.');
    expect([copied, document.activeElement]).toEqual([['ingrid@halden.example'], button]);
    expect(document.querySelector('textarea.sr-only')).toBeNull();
  });

  it('by the user’s own keys where the page may not at all', async () => {
    deny();
    execCommand(false);
    openLead(samples.lead());
    const button = await copy();
    const input = await screen.findByRole<HTMLInputElement>('textbox', { name: 'Press Ctrl or Cmd with C to copy.' });
    expect([input.value, input.selectionEnd]).toEqual(['ingrid@halden.example', input.value.length]);
    fireEvent.keyDown(input, { key: 'Escape' });
    expect([screen.queryByDisplayValue(input.value), document.activeElement]).toEqual([null, button]);
  });
});

it('a telephone number can be copied too, other fields not', async () => {
  openLead(samples.lead({ phone: '+47 22 12 34 56', title: 'CEO' }));
  await screen.findByRole('button', { name: 'Copy +47 22 12 34 56' });
  expect(screen.getAllByRole('button', { name: /^Copy / })).toHaveLength(2);
});
