import { americanFile } from './values-host';

const { run } = americanFile();

test('rich text goes in as it is, whatever it looks like', () => {
  const code = `const texts = ['=1+1', '0123', '1/2/2026', 'TRUE', '+34 600'];
    const range = sheet.getRange(1, 1, texts.length, 1);
    range.setRichTextValues(texts.map((text) => [SpreadsheetApp.newRichTextValue().setText(text).build()]));
    return [range.getValues().flat(), range.getFormulas().flat().join('')];`;
  expect(run(code)).toEqual([['=1+1', '0123', '1/2/2026', 'TRUE', '+34 600'], '']);
});

test('cells that hold text answer with it, others with null', () => {
  const code = `sheet.getRange('A1:C1').setValues([['text', 5, '']]);
    return sheet.getRange('A1:C1').getRichTextValues()[0].map((value) => value && value.getText());`;
  expect(run(code)).toEqual(['text', null, '']);
});

test('styles and links cut a text into runs', () => {
  const code = `const bold = SpreadsheetApp.newTextStyle().setBold(true).setForegroundColor('#ff0000').build();
    const value = SpreadsheetApp.newRichTextValue().setText('Hello world')
      .setTextStyle(0, 5, bold).setLinkUrl(6, 11, 'https://example.com').build();
    return [value.getRuns().map((run) => [run.getText(), run.getStartIndex(), run.getEndIndex(), run.getTextStyle().isBold(), run.getLinkUrl()]),
      value.getTextStyle().isBold(), value.getTextStyle(0, 5).getForegroundColor(), value.getLinkUrl(), value.getLinkUrl(6, 11),
      value.copy().setTextStyle(null).setLinkUrl(null).build().getRuns().length];`;
  expect(run(code)).toEqual([
    [
      ['Hello', 0, 5, true, null],
      [' ', 5, 6, null, null],
      ['world', 6, 11, null, 'https://example.com'],
    ],
    null,
    '#ff0000',
    null,
    'https://example.com',
    1,
  ]);
});

test('an empty text is refused, and offsets beyond the text', () => {
  expect(() => run("SpreadsheetApp.newRichTextValue().setText('').build()")).toThrow();
  expect(() => run("SpreadsheetApp.newRichTextValue().setText('abc').setLinkUrl(0, 4, 'x')")).toThrow();
});

test('a cell keeps the runs of its text until it holds another, through a sort', () => {
  const file = americanFile();
  const code = `const link = SpreadsheetApp.newRichTextValue().setText('b see here').setLinkUrl(6, 10, 'https://example.com').build();
    sheet.getRange('A1').setRichTextValue(link);
    sheet.getRange('A2').setValue('a');
    sheet.getRange('A1:A2').sort(1);
    const linkIn = (cell) => sheet.getRange(cell).getRichTextValue().getLinkUrl(6, 10);
    const links = [linkIn('A1'), linkIn('A2')];
    sheet.getRange('A2').setValue('b see her');
    const other = linkIn('A2');
    sheet.getRange('A2').setRichTextValue(link).setValue('b see here');
    const written = linkIn('A2');
    sheet.getRange('A2').setRichTextValue(link).setRichTextValue(link.copy().setLinkUrl(null).build());
    return [...links, other, written, linkIn('A2')];`;
  expect(file.run(code)).toEqual([null, 'https://example.com', null, null, null]);
});
