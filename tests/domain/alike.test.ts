import { companyKey, isAlike, isSamePhone, keysOf, mailDomain, phoneKey } from '../../src/domain/alike';

describe('a company', () => {
  test.each([
    ['Halden Timber GmbH', 'halden timber'],
    ['HALDEN  TIMBER, Inc.', 'Halden Timber'],
    ['Halden Timber Ltd', 'Halden Timber Limited'],
    ['Müller & Söhne GmbH & Co. KG', 'Muller & Sohne'],
    ['Acme S.A.', 'ACME SA'],
    ['Acme S.p.A.', 'Acme'],
    ['Drewno Sp. z o.o.', 'Drewno'],
    ['Dřevo s.r.o.', 'Drevo'],
    ['Novo A/S', 'Novo'],
    ['O’Neill Ltd.', "O'Neill"],
    ['东方公司', '东方公司'],
  ])('“%s” is “%s”', (a, b) => {
    expect(companyKey(a)).toBe(companyKey(b));
  });

  test.each([
    ['Halden Timber', 'Halden Paper'],
    ['AG', 'SE'],
    ['Co', 'Inc'],
    ['Company of Wolves', 'Wolves'],
    ['!!!', 'Acme'],
  ])('“%s” is not “%s”', (a, b) => {
    expect(companyKey(a)).not.toBe(companyKey(b));
  });
});

describe('a telephone number', () => {
  test.each([
    ['+49 (0)30 123 4567', '030 1234567'],
    ['+49 30 1234567', '0049-30-123-4567'],
    ['+1 (555) 010-0199', '555.010.0199'],
    ['+47 22 12 34 56', '22123456'],
    ['+44 20 7946 0018 ext. 12', '020 7946 0018'],
    ['555 010 0199', '(555) 010-0199'],
  ])('%s is %s', (a, b) => {
    expect([isSamePhone(phoneKey(a), phoneKey(b)), isSamePhone(phoneKey(b), phoneKey(a))]).toEqual([true, true]);
  });

  test.each([
    ['+49 30 1234567', '+43 30 1234567'],
    ['22123456', '22123457'],
    ['+47 22 12 34 56', '34 56'],
    ['', ''],
    ['+49 1234 30 1234567', '30 1234567'],
  ])('%s is not %s', (a, b) => {
    expect([isSamePhone(phoneKey(a), phoneKey(b)), isSamePhone(phoneKey(b), phoneKey(a))]).toEqual([false, false]);
  });
});

test('a mail domain is a company’s, but for hosts where anybody has an address', () => {
  expect(['ann@Halden.example', 'ann@gmail.com', 'ann@GMX.de', 'ann', ''].map(mailDomain)).toEqual([
    'halden.example',
    '',
    '',
    '',
    '',
  ]);
});

describe('two leads', () => {
  const keys = (company: string, email: string, phone = '') => keysOf({ company, email, phone });

  test('are alike by an address in other letters', () => {
    expect(isAlike('email', keys('', ' Ann@Halden.example'), keys('', 'ann@halden.example'))).toBe(true);
  });

  test('are not alike by what both lack', () => {
    const none = keys('', '');
    expect((['email', 'phone', 'company', 'domain'] as const).filter((by) => isAlike(by, none, none))).toEqual([]);
  });

  test('are not alike by a name of nothing but punctuation', () => {
    expect(isAlike('company', keys('–', ''), keys('?', ''))).toBe(false);
  });
});
