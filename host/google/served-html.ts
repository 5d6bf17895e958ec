import { parse } from '@babel/parser';

/** Parts that are looked at or skipped as a whole, so that nothing inside a script or comment is taken for a tag. */
const PART =
  /<!--[\s\S]*?-->|(<script\b(?:[^>"']|"[^"]*"|'[^']*')*>)([\s\S]*?)(<\/script\s*>)|<style\b[\s\S]*?<\/style\s*>|<textarea\b[\s\S]*?<\/textarea\s*>|<title\b[\s\S]*?<\/title\s*>|<meta\b(?:[^>"']|"[^"]*"|'[^']*')*>|<link\b(?:[^>"']|"[^"]*"|'[^']*')*>/gi;

/**
 * What Google makes of a page's HTML when it serves it. Titles, meta tags and favicons of the page are ignored (reference
 * "HtmlOutput": setTitle, addMetaTag, setFaviconUrl stand for them). In inline scripts everything from `//` to the end of the
 * line, and from a slash and star on, is taken for a comment, also inside template literals (issuetracker 156139610).
 */
export function servedHtml(html: string): string {
  return html.replace(PART, (part, start?: string, code?: string, end?: string) => {
    if (start) return isJavaScript(start) ? start + withoutComments(code!) + end : part;
    if (/^<(title|meta)/i.test(part)) return '';
    return /^<link/i.test(part) && /\brel\s*=\s*["']?[^"'>]*\bicon\b/i.test(part) ? '' : part;
  });
}

function isJavaScript(tag: string): boolean {
  if (/\ssrc\s*=/i.test(tag)) return false;
  const type = /\stype\s*=\s*["']?([^"'\s>]*)/i.exec(tag)?.[1] ?? '';
  return type === '' || /javascript|ecmascript|^module$/i.test(type);
}

/** Only what is inside template literals: comments elsewhere say nothing to a browser anyway. */
function withoutComments(code: string): string {
  if (!code.includes('`') || !/\/[/*]/.test(code)) return code;
  let kept = '';
  let from = 0;
  for (const [start, end] of templateTexts(code)) {
    for (let at = Math.max(start, from); at < end; ) {
      const comment = /\/[/*]/.exec(code.slice(at, end));
      if (!comment) break;
      const begin = at + comment.index;
      kept += code.slice(from, begin);
      from = endOfComment(code, begin);
      at = from;
    }
  }
  return kept + code.slice(from);
}

function endOfComment(code: string, begin: number): number {
  const line = code[begin + 1] === '/';
  const end = code.indexOf(line ? '\n' : '*/', begin + 2);
  if (end < 0) return code.length;
  return line ? end : end + 2;
}

/** Where the texts of template literals stand, in order; none of a script that has no meaning anyway. */
function templateTexts(code: string): [start: number, end: number][] {
  try {
    const { tokens } = parse(code, { sourceType: 'unambiguous', errorRecovery: true, tokens: true });
    return ((tokens ?? []) as Token[])
      .filter(({ type }) => type.label === 'template')
      .map(({ start, end }) => [start, end]);
  } catch {
    return [];
  }
}

type Token = { readonly type: { readonly label?: string }; readonly start: number; readonly end: number };
