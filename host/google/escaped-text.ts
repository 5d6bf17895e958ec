const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text as it must stand in HTML to be read as that text. */
export const escapedText = (text: string): string => text.replace(/[&<>"']/g, (sign) => ENTITIES[sign]!);
