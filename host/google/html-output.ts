import { Blob } from './blob';
import { fail, noSignature, unsupported } from './errors';
import { escapedText } from './escaped-text';
import { HtmlTemplate } from './html-template';
import { isMalformed } from './malformed-html';

/** The only ones. Source: reference "HtmlOutput.addMetaTag". */
const META_TAGS = ['apple-mobile-web-app-capable', 'google-site-verification', 'mobile-web-app-capable', 'viewport'];

/** `HtmlOutput`. */
export class HtmlOutput {
  private content = '';
  private title = '';
  private favicon: string | null = null;
  private width: number | null = null;
  private height: number | null = null;
  private readonly metaTags: HtmlOutputMetaTag[] = [];

  constructor(content: string) {
    this.content = wellFormed(content);
  }

  append(addedContent: string): this {
    this.content += wellFormed(textOf(addedContent, 'append'));
    return this;
  }
  appendUntrusted(addedContent: string): this {
    this.content += escapedText(textOf(addedContent, 'appendUntrusted'));
    return this;
  }
  clear(): this {
    this.content = '';
    return this;
  }
  getContent(): string {
    return this.content;
  }
  setContent(content: string): this {
    this.content = wellFormed(textOf(content, 'setContent'));
    return this;
  }
  asTemplate(): HtmlTemplate {
    return new HtmlTemplate(this.content);
  }
  getBlob(): Blob {
    return new Blob(Buffer.from(this.content, 'utf8'), 'text/html', null);
  }
  getAs(): never {
    return unsupported('HtmlOutput.getAs');
  }
  setTitle(title: string): this {
    this.title = textOf(title, 'setTitle');
    return this;
  }
  getTitle(): string {
    return this.title;
  }
  setFaviconUrl(iconUrl: string): this {
    this.favicon = textOf(iconUrl, 'setFaviconUrl');
    return this;
  }
  getFaviconUrl(): string | null {
    return this.favicon;
  }
  /** Null gives the default back. Source: reference "HtmlOutput.setWidth". */
  setWidth(width: number | null): this {
    this.width = width;
    return this;
  }
  getWidth(): number | null {
    return this.width;
  }
  setHeight(height: number | null): this {
    this.height = height;
    return this;
  }
  getHeight(): number | null {
    return this.height;
  }
  addMetaTag(name: string, content: string): this {
    if (!META_TAGS.includes(name)) fail('The meta tag you specified is not allowed in this context.');
    this.metaTags.push(new HtmlOutputMetaTag(name, textOf(content, 'addMetaTag')));
    return this;
  }
  getMetaTags(): HtmlOutputMetaTag[] {
    return [...this.metaTags];
  }
  /** Without effect since there is one sandbox only. Source: reference "HtmlOutput.setSandboxMode". */
  setSandboxMode(): this {
    return this;
  }
  /** Matters to web apps only: sidebars and dialogs are in Google's own frame. */
  setXFrameOptionsMode(): this {
    return this;
  }
}

/** `HtmlOutputMetaTag`. */
export class HtmlOutputMetaTag {
  constructor(
    private readonly name: string,
    private readonly content: string,
  ) {}

  getName(): string {
    return this.name;
  }
  getContent(): string {
    return this.content;
  }
}

const textOf = (value: unknown, method: string): string =>
  ['string', 'number', 'boolean'].includes(typeof value)
    ? String(value)
    : noSignature([value], `HtmlService.HtmlOutput.${method}`);

const wellFormed = (html: string): string => (isMalformed(html) ? fail(`Malformed HTML content: ${html}`) : html);
