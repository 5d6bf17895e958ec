import { servedHtml } from '../../host/google/served-html';
import { hostWith } from './little-add-on';

/** § stands for $, which would be a mistake in a text that is no template. */
const dollars = (code: string) => code.replaceAll('§', '$');

const script = (code: string) => `<script>${code}</script>`;

describe('a page as Google serves it', () => {
  test('has lost what looks like a comment inside template literals, and so is broken', () => {
    const page = script(`const at = \`https://example.com/\${1}\`;\nlet after = 'kept';`);
    const served = servedHtml(page);
    expect(served).toBe(script("const at = `https:\nlet after = 'kept';"));
    expect(() => new Function(/<script>([\s\S]*)<\/script>/.exec(served)![1]!)).toThrow(SyntaxError);
  });

  test.each([
    ['`a /* b */ c`', '`a  c`'],
    ['`a /* b`; x()', '`a '],
    ['`§{`//`}`; x()\ny()', '`§{`\ny()'],
    ['`§{a /* said */}//`\ny()', '`§{a /* said */}\ny()'],
  ])('%s becomes %s', (code, left) => {
    expect(servedHtml(script(dollars(code)))).toBe(script(dollars(left)));
  });

  test.each([
    `"https://example.com" + '//'`,
    '// a comment with a ` in it\nf();',
    'const r = /[`/*]/; f(`plain`); // end',
    'const broken = `',
  ])('%s stays', (code) => {
    expect(servedHtml(script(code))).toBe(script(code));
  });

  test('keeps data that only stands in a script element', () => {
    const data = '<script type="application/json">"`//`"</script>';
    expect(servedHtml(data)).toBe(data);
  });

  test('has no title, meta tags or favicon of its own', () => {
    const head =
      '<head><meta charset="utf-8"><title>Mine</title><link rel="shortcut icon" href="i.png"><link rel="stylesheet" href="s.css"></head>';
    expect(servedHtml(`${head}<p></p>`)).toBe('<head><link rel="stylesheet" href="s.css"></head><p></p>');
    expect(servedHtml(script("const a = '<title>x</title>';"))).toBe(script("const a = '<title>x</title>';"));
  });

  test('reaches the panel like that; the add-on still reads what it wrote', () => {
    const html = script('f(`//`)');
    const host = hostWith(`function show() {
      const output = HtmlService.createHtmlOutput(${JSON.stringify(html.replaceAll('</', '<\\/'))}.replace('<\\\\/', '</'));
      SpreadsheetApp.getUi().showSidebar(output);
      return output.getContent();
    }`);
    expect(host.call('show')).toBe(html);
    expect(host.screen.sidebar?.html).toBe(script('f(`'));
  });
});
