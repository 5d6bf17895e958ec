import { linkFor } from '../../sidebar/views/links';

describe('where a text in a cell leads', () => {
  test.each([
    ['email', ' ann@halden.example ', 'mailto:ann@halden.example'],
    ['email', 'ann+crm@halden.example', 'mailto:ann%2Bcrm@halden.example'],
    ['phone', '+47 (22) 12-34.56', 'tel:+4722123456'],
    ['phone', '030/123456', 'tel:030123456'],
    ['website', 'halden.example', 'https://halden.example/'],
    ['website', 'HTTP://halden.example/über', 'http://halden.example/%C3%BCber'],
    ['website', 'halden.example:8080', 'https://halden.example:8080/'],
    ['linkedIn', 'https://www.linkedin.com/in/ann', 'https://www.linkedin.com/in/ann'],
  ])('%s “%s” leads to %s', (field, text, link) => {
    expect(linkFor(field, text)).toBe(link);
  });

  test.each([
    ['website', 'javascript:alert(1)//halden.example'],
    ['website', 'JaVaScRiPt:alert(document.domain)'],
    ['website', 'java\nscript:alert(1).example'],
    ['website', '\u0001javascript:alert(1).example'],
    ['website', '\u200bjavascript:alert(1).example'],
    ['website', 'data:text/html,<script>alert(1)</script>.example'],
    ['website', 'vbscript:msgbox(1).example'],
    ['website', 'blob:https://halden.example/1'],
    ['website', 'file:///etc/passwd.txt'],
    ['website', 'ftp://halden.example'],
    ['website', 'https://'],
    ['website', 'https://accounts.google.com@evil.example/'],
    ['website', 'https://user:secret@evil.example/'],
    ['website', 'see halden.example'],
    ['website', 'n/a'],
    ['website', ''],
    ['website', '\ud800.example'],
    ['email', 'ann'],
    ['email', 'ann@halden.example?bcc=eve@b.example&body=x'],
    ['email', 'ann@halden.example?body=x'],
    ['email', '@'],
    ['email', 'ann@'],
    ['email', '\ud800@halden.example'],
    ['email', 'ann@halden.example, eve@b.example'],
    ['phone', '...'],
    ['phone', '- - -'],
    ['phone', '+1 555 call me'],
    ['phone', '*#06#'],
    ['phone', 'javascript:alert(1)'],
    ['notes', 'https://halden.example'],
    ['+Page', 'https://halden.example'],
  ])('%s “%s” leads nowhere', (field, text) => {
    expect(linkFor(field, text)).toBeNull();
  });
});
