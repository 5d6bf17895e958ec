/** Where a field's text leads, or null. Only to a page, a mail or a call: a cell may hold any text. */
export function linkFor(field: string, cell: string): string | null {
  const text = cell.trim();
  if (field === 'phone') return telephone(text);
  // Half of a letter, as a cut leaves it, cannot stand in an address; to encode it throws.
  if (text === '' || /\s|\p{Cs}/u.test(text)) return null;
  if (field === 'email') return mail(text);
  return field === 'website' || field === 'linkedIn' ? page(text) : null;
}

const telephone = (text: string): string | null =>
  /^\+?[\d\s()./-]+$/.test(text) && /(?:\d\D*){3}/.test(text) ? `tel:${text.replace(/[^\d+]/g, '')}` : null;

/** One address: a question mark would begin further recipients and a text. */
function mail(text: string): string | null {
  const [, name, host] = /^([^@,;<>"]+)@([^@,;<>"?&]+)$/.exec(text) ?? [];
  return name && host ? `mailto:${encodeURIComponent(name)}@${encodeURIComponent(host)}` : null;
}

function page(text: string): string | null {
  // What stands before a colon is another scheme, unless a port follows.
  if (!/^https?:\/\//i.test(text) && /^[^/?#]*:(?!\d)/.test(text)) return null;
  try {
    const { href, protocol, hostname, username, password } = new URL(
      /^https?:\/\//i.test(text) ? text : `https://${text}`,
    );
    // “https://bank.example@evil.example” reads like a page of the bank.
    const isPlain = /^https?:$/.test(protocol) && hostname.includes('.') && username + password === '';
    return isPlain ? href : null;
  } catch {
    return null;
  }
}
