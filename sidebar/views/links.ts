/** Where a field's text leads, or null. Only to a page, a mail or a call: a cell may hold any text. */
export function linkFor(field: string, cell: string): string | null {
  const text = cell.trim();
  if (field === 'phone') return /^\+?[\d\s()./-]{3,}$/.test(text) ? `tel:${text.replace(/[^\d+]/g, '')}` : null;
  if (text === '' || /\s/.test(text)) return null;
  if (field === 'email') return text.includes('@') ? `mailto:${encodeURIComponent(text)}` : null;
  if (field !== 'website' && field !== 'linkedIn') return null;
  if (/^https?:\/\//i.test(text)) return text;
  return /^[a-z][a-z\d+.-]*:/i.test(text) || !text.includes('.') ? null : `https://${text}`;
}
