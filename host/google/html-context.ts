import { escapedText } from './escaped-text';

type Where =
  | { readonly in: 'text' | 'tag' | 'comment' }
  /** Inside a script, style or the like; `quote` is the string or comment of its own that is open. */
  | { readonly in: 'element'; readonly name: string; readonly quote: string }
  | { readonly in: 'value'; readonly name: string; readonly quote: string; readonly begun: boolean };

const ADDRESSES = /^(action|background|cite|data|formaction|href|manifest|poster|src)$/i;

/**
 * Follows the HTML that a template prints, to know how a value of `<?= ?>` must be escaped where it stands: as text, as an
 * attribute, as an address, as a value or part of a string of a script, or as a style. That it depends on the place is
 * documented (guide "HTML service: templated HTML"), how is not: this is what Google's Closure Templates do.
 */
export class HtmlContext {
  private where: Where = { in: 'text' };
  private element = '';
  private attribute = '';

  feed(html: string): void {
    for (let rest = html; rest !== ''; ) rest = this.step(rest);
  }

  /** Takes one piece off what is printed, and answers with the rest. */
  private step(html: string): string {
    const { where } = this;
    switch (where.in) {
      case 'text':
        return this.text(html);
      case 'comment':
        return this.after(html, '-->', { in: 'text' });
      case 'tag':
        return this.tag(html);
      case 'value':
        return this.value(html, where.quote);
      case 'element':
        return this.inside(html, where.name, where.quote);
    }
  }

  private after(html: string, end: string, next: Where): string {
    const index = html.indexOf(end);
    if (index < 0) return '';
    this.where = next;
    return html.slice(index + end.length);
  }

  private text(html: string): string {
    const found = /<!--|<\/?([a-z][^\s/>]*)/i.exec(html);
    if (!found) return '';
    this.where = { in: found[0] === '<!--' ? 'comment' : 'tag' };
    this.element = found[0].startsWith('</') ? '' : (found[1]?.toLowerCase() ?? '');
    return html.slice(found.index + found[0].length);
  }

  private tag(html: string): string {
    const [token = '', name, quote] = /^\s+|^>|^([^\s=>"'/]+)|^=\s*(["']?)|^[\s\S]/.exec(html) ?? [];
    if (token === '>') this.where = this.content();
    else if (name) this.attribute = name;
    else if (quote !== undefined) this.where = { in: 'value', name: this.attribute, quote, begun: false };
    return html.slice(token.length);
  }

  private content(): Where {
    return /^(script|style|textarea|title)$/.test(this.element)
      ? { in: 'element', name: this.element, quote: '' }
      : { in: 'text' };
  }

  private value(html: string, quote: string): string {
    const end = quote ? html.indexOf(quote) : html.search(/[\s>]/);
    if (end !== 0 && this.where.in === 'value') this.where = { ...this.where, begun: true };
    if (end < 0) return '';
    this.where = { in: 'tag' };
    return html.slice(end + quote.length);
  }

  /** Of a script only its strings and comments matter: inside them a value is escaped otherwise. */
  private inside(html: string, name: string, quote: string): string {
    const ends = `</${name}\\s*>`;
    const marks = name === 'script' ? '|\\\\[\\s\\S]|["\'`\\n]|//|/\\*|\\*/' : '';
    const found = new RegExp(ends + marks, 'i').exec(html);
    if (!found) return '';
    const [mark] = found;
    if (mark.startsWith('</')) this.where = { in: 'text' };
    else if (quote === '') this.where = { in: 'element', name, quote: /^["'`]|^\/[/*]/.test(mark) ? mark : '' };
    else if (mark === (END_OF[quote] ?? quote)) this.where = { in: 'element', name, quote: '' };
    return html.slice(found.index + mark.length);
  }

  /** A value as it must be printed here. */
  escaped(value: unknown): string {
    const { where } = this;
    switch (where.in) {
      case 'text':
        return escapedText(String(value));
      case 'comment':
        return '';
      case 'tag':
        return /^[a-z][\w-]*$/i.test(String(value)) && !/^(on|style$|src|href)/i.test(String(value))
          ? String(value)
          : 'zSoyz';
      case 'element':
        return inElement(value, where.name, where.quote);
      case 'value':
        return attribute(value, where);
    }
  }
}

const END_OF: Readonly<Record<string, string>> = { '//': '\n', '/*': '*/' };

function inElement(value: unknown, name: string, quote: string): string {
  if (name === 'style') return style(value);
  if (name !== 'script') return escapedText(String(value));
  if (END_OF[quote]) return '';
  return quote ? scriptText(String(value)) : scriptValue(value);
}

function attribute(value: unknown, { name, quote, begun }: Extract<Where, { in: 'value' }>): string {
  const text = /^on/i.test(name)
    ? scriptValue(value)
    : /^style$/i.test(name)
      ? style(value)
      : ADDRESSES.test(name) && !begun
        ? address(String(value))
        : String(value);
  const escaped = escapedText(text);
  return quote ? escaped : escaped.replace(/[\s=`]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

const address = (text: string): string =>
  /^(?:(?:https?|mailto|ftp):|[^&:/?#]*(?:[/?#]|$))/i.test(text) ? text : 'about:invalid#zSoyz';

const style = (value: unknown): string => (/^[\w#.,%\s-]*$/.test(String(value)) ? String(value) : 'zSoyz');

const scriptValue = (value: unknown): string =>
  typeof value === 'string' ? `'${scriptText(value)}'` : ` ${String(value)} `;

const scriptText = (text: string): string =>
  text.replace(/[\\"'`<>&=/\n\r\t\u2028\u2029$]/g, (sign) => {
    const code = sign.charCodeAt(0).toString(16);
    return SHORT[sign] ?? (code.length > 2 ? `\\u${code.padStart(4, '0')}` : `\\x${code.padStart(2, '0')}`);
  });

const SHORT: Readonly<Record<string, string>> = { '\\': '\\\\', '/': '\\/', '\n': '\\n', '\r': '\\r', '\t': '\\t' };
