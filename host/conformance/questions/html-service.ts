import type { ScriptQuestion } from './question';

const LIVE = 'gas-fakes test suite, run against Google too';
const TEMPLATES = 'guide "HTML service: templated HTML"';

/** What HtmlService makes of HTML. */
export const htmlService: readonly ScriptQuestion[] = [
  {
    id: 'html-service/served-as-it-is',
    asks: 'Does createHtmlOutput leave scriptlets alone?',
    code: () => HtmlService.createHtmlOutput('<p><?= 1 ?></p>').getContent(),
    expect: '<p><?= 1 ?></p>',
    source: 'reference "HtmlService.createHtmlOutput"; scriptlets are of templates',
  },
  {
    id: 'html-service/untitled',
    asks: 'Is the title of an output empty until set?',
    code: () => {
      const output = HtmlService.createHtmlOutput('<h1>Title</h1>');
      return [output.getTitle(), output.setTitle('My page').getTitle()];
    },
    expect: ['', 'My page'],
    source: LIVE,
  },
  {
    id: 'html-service/size',
    asks: 'Do width and height come back as set?',
    code: () => {
      const output = HtmlService.createHtmlOutput('x').setHeight(100).setWidth(200);
      return [output.getHeight(), output.getWidth()];
    },
    expect: [100, 200],
    source: LIVE,
  },
  {
    id: 'html-service/append',
    asks: 'Is what is appended taken as it is?',
    code: () => HtmlService.createHtmlOutput('<b>a</b>').append('<i>b</i>').getContent(),
    expect: '<b>a</b><i>b</i>',
    source: 'reference "HtmlOutput.append"',
  },
  {
    id: 'html-service/append-untrusted',
    asks: 'Is what is appended as untrusted escaped?',
    code: () => HtmlService.createHtmlOutput('').appendUntrusted('<script>alert(1)</script>').getContent(),
    expect: '&lt;script&gt;alert(1)&lt;/script&gt;',
    source: LIVE,
  },
  {
    id: 'html-service/clear',
    asks: 'Does clear leave nothing?',
    code: () => HtmlService.createHtmlOutput('<b>a</b>').clear().getContent(),
    expect: '',
    source: LIVE,
  },
  {
    id: 'html-service/set-content',
    asks: 'Does setContent replace everything?',
    code: () => HtmlService.createHtmlOutput('<b>a</b>').setContent('<i>b</i>').getContent(),
    expect: '<i>b</i>',
    source: 'reference "HtmlOutput.setContent"',
  },
  {
    id: 'html-service/meta-tags',
    asks: 'Are meta tags kept beside the content?',
    code: () => {
      const output = HtmlService.createHtmlOutput('x').addMetaTag('viewport', 'width=device-width');
      return [output.getMetaTags().map((tag) => [tag.getName(), tag.getContent()]), output.getContent()];
    },
    expect: [[['viewport', 'width=device-width']], 'x'],
    source: LIVE,
  },
  {
    id: 'html-service/sandbox-mode',
    asks: 'Do the sandbox and frame options change nothing that shows?',
    code: () =>
      HtmlService.createHtmlOutput('x')
        .setSandboxMode(HtmlService.SandboxMode.IFRAME)
        .setXFrameOptionsMode(HtmlService.XFrameOptionsMode.ALLOWALL)
        .getContent(),
    expect: 'x',
    source: 'reference "HtmlOutput.setSandboxMode": has no effect',
  },
  {
    id: 'html-service/favicon',
    asks: 'Does the address of an icon come back as set?',
    code: () => HtmlService.createHtmlOutput('x').setFaviconUrl('http://example.com/icon.ico').getFaviconUrl(),
    expect: 'http://example.com/icon.ico',
    source: LIVE,
  },
  {
    id: 'html-service/blob',
    asks: 'Is the output as a blob HTML?',
    code: () => {
      const blob = HtmlService.createHtmlOutput('<b>Blob</b>').getBlob();
      return [blob.getContentType(), blob.getDataAsString()];
    },
    expect: ['text/html', '<b>Blob</b>'],
    source: LIVE,
  },
  {
    id: 'html-service/as-template',
    asks: 'Can an output become a template, and run its scriptlets then?',
    code: () => {
      const template = HtmlService.createHtmlOutput('<?= 1 + 1 ?>').asTemplate();
      return [template.getRawContent(), template.evaluate().getContent()];
    },
    expect: ['<?= 1 + 1 ?>', '2'],
    source: `reference "HtmlOutput.asTemplate"; ${LIVE}`,
  },
  {
    id: 'html-service/printing',
    asks: 'Does a printing scriptlet escape?',
    code: () => {
      const template = HtmlService.createTemplate('<h1><?= title ?></h1>');
      template['title'] = '<b>My & Title</b>';
      return template.evaluate().getContent();
    },
    expect: '<h1>&lt;b&gt;My &amp; Title&lt;/b&gt;</h1>',
    source: `${TEMPLATES}; ${LIVE}`,
  },
  {
    id: 'html-service/force-printing',
    asks: 'Does a force-printing scriptlet not escape?',
    code: () => {
      const template = HtmlService.createTemplate('<p><?!= body ?></p>');
      template['body'] = '<em>content</em>';
      return template.evaluate().getContent();
    },
    expect: '<p><em>content</em></p>',
    source: `${TEMPLATES}; ${LIVE}`,
  },
  {
    id: 'html-service/standard-scriptlets',
    asks: 'Does a standard scriptlet print nothing, and are its variables there for the next ones?',
    code: () => HtmlService.createTemplate('before<? var msg = "hi"; ?>after <?= msg ?>').evaluate().getContent(),
    expect: 'beforeafter hi',
    source: LIVE,
  },
  {
    id: 'html-service/control-flow',
    asks: 'Do scriptlets decide over the HTML between them?',
    code: () =>
      HtmlService.createTemplate(
        '<? if (true) { ?>always<? } else { ?>never<? } ?><? for (var i = 0; i < 3; i++) { ?><?= i ?>,<? } ?>',
      )
        .evaluate()
        .getContent(),
    expect: 'always0,1,2,',
    source: TEMPLATES,
  },
  {
    id: 'html-service/first-statement-only',
    asks: 'Does a printing scriptlet print its first statement only?',
    code: () => HtmlService.createTemplate("<?= 'Hello, world!'; 'abc' ?>").evaluate().getContent(),
    expect: 'Hello, world!',
    source: TEMPLATES,
  },
  {
    id: 'html-service/comment-in-a-scriptlet',
    asks: 'Does a comment in a scriptlet swallow the rest of the line, HTML included?',
    code: () => HtmlService.createTemplate('a<? var x; // ?> gone').evaluate().getContent(),
    expect: 'a',
    source: `${TEMPLATES}: hierarchy of comments`,
  },
  {
    id: 'html-service/xml-in-a-template',
    asks: 'Is <?xml in a template taken for a scriptlet?',
    code: () => HtmlService.createTemplate('<?xml version="1.0"?><p>x</p>').evaluate().getContent(),
    expect: { throws: true, kind: 'SyntaxError' },
    source: `${TEMPLATES}: everything between <? and ?> is code`,
  },
  {
    id: 'html-service/services-in-scriptlets',
    asks: 'Can scriptlets call services?',
    code: () => HtmlService.createTemplate('<?= Utilities.base64Encode("A") ?>').evaluate().getContent(),
    expect: 'QQ==',
    source: TEMPLATES,
  },
  {
    id: 'html-service/numbers-in-templates',
    asks: 'Are numbers printed as text?',
    code: () => {
      const template = HtmlService.createTemplate('<?= count ?>');
      template['count'] = 42;
      return template.evaluate().getContent();
    },
    expect: '42',
    source: LIVE,
  },
  {
    id: 'html-service/unknown-name-in-a-template',
    asks: 'What if a scriptlet uses a name that nobody gave it?',
    code: () => HtmlService.createTemplate('<?= conformanceNobody ?>').evaluate().getContent(),
    expect: { throws: 'conformanceNobody is not defined', kind: 'ReferenceError' },
    source: `${TEMPLATES}: scriptlets are code; V8`,
  },
  {
    id: 'html-service/missing-file',
    asks: 'What if there is no file of that name?',
    code: () => HtmlService.createHtmlOutputFromFile('conformance_missing'),
    expect: { throws: 'No HTML file named conformance_missing was found.' },
    source: `logs in public code; ${LIVE} (that it throws)`,
  },
  {
    id: 'html-service/unknown-meta-tag',
    asks: 'What if a meta tag is none of those allowed?',
    code: () => HtmlService.createHtmlOutput('x').addMetaTag('description', 'x'),
    expect: { throws: 'The meta tag you specified is not allowed in this context.' },
    source: 'logs in public threads; reference "HtmlOutput.addMetaTag" names those allowed',
    unsure: 'The sentence was seen for a web app; the reference does not say that it throws.',
  },
  {
    id: 'html-service/malformed',
    asks: 'What if HTML is malformed?',
    code: () => HtmlService.createHtmlOutput('<p><b').getContent(),
    expect: { throws: true },
    source: 'reference "HtmlService.createHtmlOutput": throws if the HTML is malformed',
    unsure: 'What counts as malformed is not written anywhere, and most is taken.',
  },
];
