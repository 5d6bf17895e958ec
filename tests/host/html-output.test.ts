import { answerOf } from './little-add-on';

const pages = { page: '<p>hi</p>', list: '<? for (;;) ?>' };

describe('an HtmlOutput', () => {
  test('is made of text, of a blob, of a file, or of nothing yet', () => {
    expect(
      answerOf(
        `[
          HtmlService.createHtmlOutput('<b>1</b>'),
          HtmlService.createHtmlOutput(Utilities.newBlob('<b>2</b>')),
          HtmlService.createHtmlOutputFromFile('page'),
          HtmlService.createHtmlOutput(),
        ].map((output) => output.getContent())`,
        pages,
      ),
    ).toEqual(['<b>1</b>', '<b>2</b>', '<p>hi</p>', '']);
  });

  test('leaves scriptlets as they are: they are code in templates only', () => {
    expect(answerOf(`HtmlService.createHtmlOutputFromFile('list').getContent()`, pages)).toBe('<? for (;;) ?>');
    expect(answerOf(`HtmlService.createHtmlOutput('<?= 1 ?>').getContent()`)).toBe('<?= 1 ?>');
  });

  test('grows, is emptied and filled anew, and becomes a blob or a template', () => {
    expect(
      answerOf(`(() => {
        const output = HtmlService.createHtmlOutput('a').append('<i>b</i>').appendUntrusted('<c & "d">');
        const grown = output.getContent();
        const { length } = output.clear().getContent();
        const blob = output.setContent('<p><?= 1 + 1 ?></p>').getBlob();
        return [grown, length, blob.getContentType(), blob.getDataAsString(), output.asTemplate().evaluate().getContent()];
      })()`),
    ).toEqual(['a<i>b</i>&lt;c &amp; &quot;d&quot;&gt;', 0, 'text/html', '<p><?= 1 + 1 ?></p>', '<p>2</p>']);
  });

  test('knows its title, size, favicon and meta tags', () => {
    expect(
      answerOf(`(() => {
        const output = HtmlService.createHtmlOutput('');
        const before = [output.getTitle(), output.getWidth(), output.getHeight(), output.getFaviconUrl()];
        output.setTitle('Leads').setWidth(400).setHeight(300).setFaviconUrl('https://example.com/i.png');
        output.addMetaTag('viewport', 'width=device-width').setSandboxMode(HtmlService.SandboxMode.IFRAME);
        output.setXFrameOptionsMode(HtmlService.XFrameOptionsMode.ALLOWALL);
        const [tag] = output.getMetaTags();
        return [before, output.getTitle(), output.getWidth(), output.getHeight(), output.getFaviconUrl(), tag.getName(), tag.getContent()];
      })()`),
    ).toEqual([
      ['', null, null, null],
      'Leads',
      400,
      300,
      'https://example.com/i.png',
      'viewport',
      'width=device-width',
    ]);
  });

  test('takes four meta tags and no others', () => {
    const add = (name: string) => answerOf(`HtmlService.createHtmlOutput('').addMetaTag('${name}', 'x').getContent()`);
    for (const name of [
      'apple-mobile-web-app-capable',
      'google-site-verification',
      'mobile-web-app-capable',
      'viewport',
    ])
      expect(add(name)).toBe('');
    expect(() => add('theme-color')).toThrow('The meta tag you specified is not allowed in this context.');
  });

  test('is refused when its file is not there, under its name without ending', () => {
    for (const name of ['nowhere', 'page.html', 'Page'])
      expect(() => answerOf(`HtmlService.createHtmlOutputFromFile('${name}')`, pages)).toThrow(
        `No HTML file named ${name} was found.`,
      );
  });

  test('is refused when it is malformed, as a file of bare JavaScript is', () => {
    const code = 'for (let i=0; i<rows.length; i++) {}';
    expect(() => answerOf(`HtmlService.createHtmlOutputFromFile('code').getContent()`, { code })).toThrow(
      `Malformed HTML content: ${code}`,
    );
    for (const html of ['<p class="x', '<!-- open', '<script>let a;', 'a <b'])
      expect(() => answerOf(`HtmlService.createHtmlOutput(${JSON.stringify(html)})`)).toThrow(
        'Malformed HTML content:',
      );
    for (const html of ['<div>', '1 < 2', '</p>', '<script>if (a<b) {}</script>', '<!-- <p -->', '<a title="<b">x</a>'])
      expect(answerOf(`HtmlService.createHtmlOutput(${JSON.stringify(html)}).getContent()`)).toBe(html);
  });

  test('says by name what it cannot do, and what fits none of its methods', () => {
    expect(() => answerOf(`HtmlService.createHtmlOutput('').getAs('application/pdf')`)).toThrow(
      'HtmlOutput.getAs is not supported by the offline host.',
    );
    expect(() => answerOf(`HtmlService.createHtmlOutput(null)`)).toThrow(
      "The parameters (null) don't match the method signature for HtmlService.createHtmlOutput.",
    );
    expect(() => answerOf(`HtmlService.createHtmlOutput('').setWidth('300px')`)).toThrow(
      "The parameters (String) don't match the method signature for HtmlService.HtmlOutput.setWidth.",
    );
    expect(answerOf('HtmlService.getUserAgent()')).toBeNull();
  });
});
