/** Puts text on the clipboard; false where the browser does not let a frame do so. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyBySelection(text);
  }
}

/** Frames of other sites may be refused the clipboard, but not the command of a user's click. */
function copyBySelection(text: string): boolean {
  const area = document.createElement('textarea');
  area.value = text;
  document.body.append(area);
  area.select();
  try {
    return document.execCommand('copy');
  } finally {
    area.remove();
  }
}

/** Offers text as a file. The mark at its head tells Excel that it is UTF-8. */
export function downloadText(name: string, text: string): void {
  const address = URL.createObjectURL(new Blob(['\ufeff', text], { type: 'text/csv' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.target = '_blank';
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
