import type { Context } from './context';
import { fail, unsupported } from './errors';

/** `HtmlService`. Files are served as they are; templates with scriptlets are not supported yet. */
export class HtmlService {
  constructor(private readonly context: Context) {}

  createHtmlOutput(html = ''): HtmlOutput {
    return new HtmlOutput(String(html));
  }
  createHtmlOutputFromFile(filename: string): HtmlOutput {
    const html = this.context.htmlFile(filename) ?? fail(`No HTML file named ${filename} was found.`);
    return new HtmlOutput(html);
  }
  createTemplate(): never {
    return unsupported('HtmlService.createTemplate');
  }
  createTemplateFromFile(): never {
    return unsupported('HtmlService.createTemplateFromFile');
  }
}

/** `HtmlOutput`. */
export class HtmlOutput {
  private title: string | null = null;
  private width: number | null = null;
  private height: number | null = null;

  constructor(private content: string) {}

  append(addedContent: string): this {
    this.content += addedContent;
    return this;
  }
  getContent(): string {
    return this.content;
  }
  setContent(content: string): this {
    this.content = content;
    return this;
  }
  setTitle(title: string): this {
    this.title = title;
    return this;
  }
  getTitle(): string | null {
    return this.title;
  }
  setWidth(width: number): this {
    this.width = width;
    return this;
  }
  getWidth(): number | null {
    return this.width;
  }
  setHeight(height: number): this {
    this.height = height;
    return this;
  }
  getHeight(): number | null {
    return this.height;
  }
  setSandboxMode(): this {
    return this;
  }
  setXFrameOptionsMode(): this {
    return this;
  }
  addMetaTag(): this {
    return this;
  }
}
