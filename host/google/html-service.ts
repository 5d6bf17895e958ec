import { Blob } from './blob';
import type { Context } from './context';
import { fail, noSignature } from './errors';
import { HtmlContext } from './html-context';
import { HtmlOutput } from './html-output';
import { HtmlTemplate } from './html-template';

/** What a template printed: as it is (`raw`), or to be escaped for the place where it stands. */
type Piece = { readonly raw: string } | { readonly value: unknown };

/** `HtmlService`. Scriptlets are code in templates only; in plain outputs `<?` is a text like any other. */
export class HtmlService {
  constructor(private readonly context: Context) {}

  createHtmlOutput(...args: unknown[]): HtmlOutput {
    return new HtmlOutput(args.length === 0 ? '' : sourceOf(args, 'HtmlService.createHtmlOutput'));
  }
  createHtmlOutputFromFile(...args: unknown[]): HtmlOutput {
    return new HtmlOutput(this.file(args, 'HtmlService.createHtmlOutputFromFile'));
  }
  createTemplate(...args: unknown[]): HtmlTemplate {
    return new HtmlTemplate(sourceOf(args, 'HtmlService.createTemplate'));
  }
  createTemplateFromFile(...args: unknown[]): HtmlTemplate {
    return new HtmlTemplate(this.file(args, 'HtmlService.createTemplateFromFile'));
  }
  /** The browser of whoever opened a web app; there is none behind menus and sidebars. Source: reference "HtmlService". */
  getUserAgent(): null {
    return null;
  }

  /**
   * The code that `HtmlTemplate.getCode` shows begins with this method of Google's, and the realm's part of templates
   * (`run/templates.ts`) ends with it. Source: guide "HTML service: templated HTML", debugging templates.
   */
  initTemplate(pieces: readonly Piece[] = []): HtmlOutput {
    const context = new HtmlContext();
    let html = '';
    for (const piece of pieces) {
      const added = 'raw' in piece ? piece.raw : context.escaped(piece.value);
      html += added;
      context.feed(added);
    }
    return new HtmlOutput(html);
  }

  private file(args: readonly unknown[], method: string): string {
    const [name] = args;
    if (args.length !== 1 || typeof name !== 'string') return noSignature(args, method);
    return this.context.htmlFile(name) ?? fail(`No HTML file named ${name} was found.`);
  }
}

function sourceOf(args: readonly unknown[], method: string): string {
  const [source] = args;
  if (args.length !== 1) return noSignature(args, method);
  if (source instanceof Blob) return source.getDataAsString();
  return ['string', 'number', 'boolean'].includes(typeof source) ? String(source) : noSignature(args, method);
}
