import { answerOf, hostWith } from './little-add-on';

/** What a template becomes, with `name` set on it. */
const evaluated = (template: string, name: unknown = ''): unknown =>
  hostWith(`
    const greeting = 'Hello';
    function shout(text) { return text.toUpperCase() + '!'; }
    function make(source, name) {
      const template = HtmlService.createTemplate(source);
      template.name = name;
      return template.evaluate().getContent();
    }`).call('make', template, name);

describe('scriptlets', () => {
  test('print escaped or as it is, and run code around the text', () => {
    expect(evaluated('<p><?= name ?></p>', '<Ann & "Bob">')).toBe('<p>&lt;Ann &amp; &quot;Bob&quot;&gt;</p>');
    expect(evaluated('<p><?!= name ?></p>', '<b>Ann</b>')).toBe('<p><b>Ann</b></p>');
    expect(evaluated('<? for (const who of name) { ?><li><?= who ?></li><? } ?>', ['a', 'b'])).toBe(
      '<li>a</li><li>b</li>',
    );
    expect(evaluated('<p>\n  <? if (name) { ?>\n  yes\n  <? } else { ?>\n  no\n  <? } ?>\n</p>', true)).toBe(
      '<p>\n  \n  yes\n  \n</p>',
    );
  });

  test('run among the functions and values of the script, with its services', () => {
    expect(evaluated('<?= greeting ?>, <?= shout(name) ?>', 'ann')).toBe('Hello, ANN!');
    expect(evaluated('<?= SpreadsheetApp.getActiveSheet().getName() ?>')).toBe('Sheet1');
  });

  test('include other files', () => {
    const host = hostWith(
      `function include(name) { return HtmlService.createHtmlOutputFromFile(name).getContent(); }
       function page() { return HtmlService.createTemplateFromFile('page').evaluate().setTitle('P').getContent(); }`,
      { pages: { page: "<style><?!= include('style'); ?></style><b></b>", style: 'p { color: red }' } },
    );
    expect(host.call('page')).toBe('<style>p { color: red }</style><b></b>');
  });

  test('fail as code fails: an <?xml in a bundle is code too', () => {
    expect(() => evaluated('<?= missing ?>')).toThrow('missing is not defined');
    expect(() => evaluated('<svg><?xml version="1.0"?></svg>')).toThrow(/Unexpected identifier/);
  });
});

describe('a printed value is escaped for its place', () => {
  test.each([
    ['<a title="<?= name ?>">', 'a "b" <c>', '<a title="a &quot;b&quot; &lt;c&gt;">'],
    ['<a title=<?= name ?>>', 'a b', '<a title=a&#32;b>'],
    ['<a href="<?= name ?>">', 'https://example.com/?a=1&b=2', '<a href="https://example.com/?a=1&amp;b=2">'],
    ['<a href="<?= name ?>">', 'javascript:alert(1)', '<a href="about:invalid#zSoyz">'],
    [
      '<script>const x = <?= name ?>;</script>',
      '{"a":"</script>"}',
      String.raw`<script>const x = '{\x22a\x22:\x22\x3c\/script\x3e\x22}';</script>`,
    ],
    ['<script>const x = <?= name ?>;</script>', 12, '<script>const x =  12 ;</script>'],
    ['<script>const x = "<?= name ?>";</script>', 'a"b\n', String.raw`<script>const x = "a\x22b\n";</script>`],
    ['<script>// <?= name ?>\nf()</script>', 'x\nevil()', '<script>// \nf()</script>'],
    ['<p onclick="f(<?= name ?>)">', "it's", String.raw`<p onclick="f(&#39;it\x27s&#39;)">`],
    ['<style>p { color: <?= name ?> }</style>', 'red', '<style>p { color: red }</style>'],
    ['<style>p { color: <?= name ?> }</style>', 'url(javascript:1)', '<style>p { color: zSoyz }</style>'],
    ['<!-- <?= name ?> --><?= name ?>', '<', '<!--  -->&lt;'],
  ])('%s', (template, name, html) => {
    expect(evaluated(template, name)).toBe(html);
  });
});

test('a template shows its text and the code that is made of it', () => {
  const source = `<b>It's</b>\\n<?= name ?>`;
  expect(answerOf(`HtmlService.createTemplate("${source}").getRawContent()`)).toBe("<b>It's</b>\n<?= name ?>");
  expect(answerOf(`HtmlService.createTemplate("${source}").getCode()`)).toBe(
    `(function() { var output = HtmlService.initTemplate(); output._ =  '<b>It\\'s</b>\\n'; \n  output._$ =  name ; \n  /* End of user code */\n  return output.$out.append('');\n})();`,
  );
  expect(answerOf(`HtmlService.createTemplate("${source}").getCodeWithComments()`)).toContain('// <?= name ?>');
  expect(
    answerOf(
      `(() => { const name = 'me'; return eval(HtmlService.createTemplate("${source}").getCode()).getContent(); })()`,
    ),
  ).toBe("<b>It's</b>\nme");
});

test('a template is no page before it is evaluated', () => {
  expect(() => answerOf(`SpreadsheetApp.getUi().showSidebar(HtmlService.createTemplate('x'))`)).toThrow(
    'Invalid argument: userInterface',
  );
});
