/** One thing of HTML: a comment, an element whose content is no markup, a tag; or one of them that never ends. */
const PART =
  /<!--(?:[\s\S]*?(-->)|)|<(script|style|textarea|title)\b(?:[^>"']|"[^"]*"|'[^']*')*(?:>[\s\S]*?(?:(<\/\2\s*>)|$)|)|<\/?[a-z](?:[^>"']|"[^"]*"|'[^']*')*(>)?/gi;

/**
 * Whether HtmlService refuses a text as HTML. Known from reports: a file of bare JavaScript is refused, because a comparison
 * looks like a tag that never ends. How much more Google refuses is not known: here also comments, scripts and styles
 * without their end. Source: reference "HtmlService.createHtmlOutput" for the error.
 */
export function isMalformed(html: string): boolean {
  for (const [part, commentEnd, element, elementEnd, tagEnd] of html.matchAll(PART)) {
    const end = part.startsWith('<!--') ? commentEnd : element ? elementEnd : tagEnd;
    if (!end) return true;
  }
  return false;
}
