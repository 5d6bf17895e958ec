/** `HtmlTemplate`. What scripts set on it and `evaluate` live in the script's own realm: see `run/templates.ts`. */
export class HtmlTemplate {
  constructor(private readonly source: string) {}

  getRawContent(): string {
    return this.source;
  }
  getCode(): string {
    return codeOf(linesOf(this.source));
  }
  /** The code with the line of the template that each line comes from beside it. */
  getCodeWithComments(): string {
    const lines = linesOf(this.source);
    const originals = this.source.split('\n');
    const width = Math.max(...lines.map((line) => line.length));
    return codeOf(lines.map((line, index) => `${line.padEnd(width)} // ${originals[index] ?? ''}`));
  }
}

/** The frame that Google puts around it. Source: guide "HTML service: templated HTML", debugging templates. */
const codeOf = (lines: readonly string[]): string =>
  `(function() { var output = HtmlService.initTemplate(); ${lines.join('\n  ')}
  /* End of user code */
  return output.$out.append('');
})();`;

/** A template's lines as lines of code: text is printed, `<?= ?>` escaped for its place, `<?!= ?>` as it is. */
function linesOf(source: string): string[] {
  const lines = [''];
  const add = (code: string) => {
    const [first = '', ...others] = code.split('\n');
    lines[lines.length - 1] += first;
    lines.push(...others);
  };
  let from = 0;
  for (const { index, 0: scriptlet, 1: kind, 2: code } of source.matchAll(/<\?(!?=)?([\s\S]*?)(?:\?>|$)/g)) {
    addText(source.slice(from, index));
    add(kind === '=' ? `output._$ = ${code}; ` : kind === '!=' ? `output._ = ${code}; ` : `${code}; `);
    from = index + scriptlet.length;
  }
  addText(source.slice(from));
  return lines;

  function addText(text: string): void {
    const parts = text.split(/(?<=\n)/);
    for (const part of parts) {
      if (part) add(`output._ =  '${quoted(part)}'; `);
      if (part.endsWith('\n')) lines.push('');
    }
  }
}

const SIGNS: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\u2028': '\\u2028', '\u2029': '\\u2029' };

const quoted = (text: string): string => text.replace(/[\\'"\n\r\u2028\u2029]/g, (sign) => SIGNS[sign] ?? `\\${sign}`);
