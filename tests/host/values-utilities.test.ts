import { americanFile, fileIn } from './values-host';

const { run } = fileIn('de_DE', 'Europe/Berlin');
const answer = (expression: string) => run(`return ${expression}`);

describe('dates by a pattern', () => {
  const at = (pattern: string, zone = 'Asia/Kolkata', time = '2026-03-25T14:05:09.007Z') =>
    run('return Utilities.formatDate(new Date(args[0]), args[1], args[2])', time, zone, pattern);

  test.each([
    ["yyyy-MM-dd'T'HH:mm:ss.SSSXXX", '2026-03-25T19:35:09.007+05:30'],
    ['yy y yyyyy', '26 2026 02026'],
    ['M MM MMM MMMM L', '3 03 Mar March 3'],
    ['d dd D F', '25 25 84 4'],
    ['E EEEE u', 'Wed Wednesday 3'],
    ['w W Y', '13 4 2026'],
    ['H k K h a', '19 19 7 7 PM'],
    ['z zzzz Z X XX XXX', 'IST India Standard Time +0530 +05 +0530 +05:30'],
    ["h 'o''clock' ''yy", "7 o'clock '26"],
    ['G', 'AD'],
  ])('%s', (pattern, expected) => {
    expect(at(pattern)).toBe(expected);
  });

  test('in zones by offset, by name, and across a change of clocks', () => {
    expect(at('HH:mm', 'GMT+2')).toBe('16:05');
    expect(at('HH:mm z', 'GMT-03:30')).toBe('10:35 GMT-03:30');
    expect(at('z X', 'UTC')).toBe('UTC Z');
    expect(at('HH:mm z', 'America/New_York', '2026-11-01T05:30:00Z')).toBe('01:30 EDT');
    expect(at('HH:mm z', 'America/New_York', '2026-11-01T06:30:00Z')).toBe('01:30 EST');
    expect(at('HH:mm z', 'Europe/Berlin')).toBe('15:05 CET');
  });

  test('what is no date, zone or pattern is refused', () => {
    expect(() => run("Utilities.formatDate('2026-01-01', 'UTC', 'yyyy')")).toThrow(
      "The parameters (String,String,String) don't match the method signature for Utilities.formatDate.",
    );
    expect(() => at('yyyy', 'Atlantis/Centre')).toThrow('Invalid argument: timeZone. Should be of type: String');
    expect(() => at('bbb')).toThrow("Illegal pattern character 'b'");
    expect(() => at("yyyy 'x")).toThrow('Unterminated quote');
  });

  test.each([
    ['2026-03-25 19:35', 'Asia/Kolkata', 'yyyy-MM-dd HH:mm', '2026-03-25T14:05:00.000Z'],
    ['20260325', 'UTC', 'yyyyMMdd', '2026-03-25T00:00:00.000Z'],
    ['1 Mar 26 3:05 PM', 'Europe/Berlin', 'd MMM yy h:mm a', '2026-03-01T14:05:00.000Z'],
    ['2026-03-25T10:00:00+0530', 'UTC', "yyyy-MM-dd'T'HH:mm:ssZ", '2026-03-25T04:30:00.000Z'],
    ['31/02/2026', 'UTC', 'dd/MM/yyyy', '2026-03-03T00:00:00.000Z'],
  ])('%s in %s is read by %s', (text, zone, pattern, expected) => {
    expect(run('return Utilities.parseDate(args[0], args[1], args[2]).toISOString()', text, zone, pattern)).toBe(
      expected,
    );
  });

  test('a text that is no date of the pattern is refused', () => {
    expect(() => run("Utilities.parseDate('soon', 'UTC', 'yyyy')")).toThrow('Unparseable date: "soon"');
  });
});

test('texts are put together as printf does', () => {
  expect(
    answer(
      "Utilities.formatString('%s owes %.2f%% of %05d (%-4s|%+d|%x|%,d)', 'Ann', 12.345, 42, 'a', 7, 255, 1234567)",
    ),
  ).toBe('Ann owes 12.35% of 00042 (a   |+7|ff|1,234,567)');
});

test('CSV is read with quotes, line breaks and other delimiters', () => {
  expect(run('return Utilities.parseCsv(args[0])', 'a,"b, ""c""\nd"\r\n1,2\r\n')).toEqual([
    ['a', 'b, "c"\nd'],
    ['1', '2'],
  ]);
  expect(answer("Utilities.parseCsv('a;b', ';')")).toEqual([['a', 'b']]);
  expect(() => answer(`Utilities.parseCsv('a,"b')`)).toThrow('Could not parse text.');
});

test('bytes are signed, in base64, digests and signatures', () => {
  expect(answer('Utilities.base64Encode([-1, 0, 127, -128])')).toBe('/wB/gA==');
  expect(answer("Utilities.base64Decode('/wB/gA==')")).toEqual([-1, 0, 127, -128]);
  expect(answer("Utilities.base64EncodeWebSafe('??>>')")).toBe('Pz8-Pg==');
  expect(answer("Utilities.base64DecodeWebSafe('Pz8-Pg')")).toEqual([63, 63, 62, 62]);
  expect(answer("Utilities.base64Encode('é', Utilities.Charset.UTF_8)")).toBe('w6k=');
  expect(() => answer("Utilities.base64Decode('?')")).toThrow('Could not decode string.');
  expect(answer("Utilities.computeDigest(Utilities.DigestAlgorithm.MD5, 'a').slice(0, 3)")).toEqual([12, -63, 117]);
  expect(answer("Utilities.computeHmacSha256Signature('a', 'key').length")).toBe(32);
  expect(answer("Utilities.computeHmacSignature(Utilities.MacAlgorithm.HMAC_SHA_256, 'a', 'key')")).toEqual(
    answer("Utilities.computeHmacSha256Signature('a', 'key')"),
  );
  expect(() => answer("Utilities.computeHmacSha256Signature('a', [1])")).toThrow('(String,number[])');
  expect(() => answer("Utilities.computeRsaSha256Signature('a', 'key')")).toThrow(
    'Utilities.computeRsaSha256Signature is not supported by the offline host',
  );
});

test('a blob holds bytes, a type and a name', () => {
  const code = `const blob = Utilities.newBlob('é', 'text/csv', 'a.csv');
    const copy = blob.copyBlob().setName('b.txt').setContentTypeFromExtension().setDataFromString('ü', 'ISO-8859-1');
    return [blob.getBytes(), blob.getDataAsString(), blob.getContentType(), blob.getName(), blob.isGoogleType(),
      copy.getName(), copy.getContentType(), copy.getBytes(), copy.getDataAsString('ISO-8859-1'),
      copy.setBytes([65]).getAllBlobs()[0].getDataAsString(), Utilities.newBlob('x').getContentType()];`;
  expect(run(code)).toEqual([
    [-61, -87],
    'é',
    'text/csv',
    'a.csv',
    false,
    'b.txt',
    'text/plain',
    [-4],
    'ü',
    'A',
    'text/plain',
  ]);
  expect(() => answer("Utilities.newBlob('x').getAs('application/pdf')")).toThrow(
    'is not supported by the offline host',
  );
});

test('gzip goes there and back, given the type', () => {
  const code = `const packed = Utilities.gzip(Utilities.newBlob('x'.repeat(1000)));
    return [packed.getBytes().length < 100, packed.getContentType(), Utilities.ungzip(packed).getDataAsString().length];`;
  expect(run(code)).toEqual([true, 'application/x-gzip', 1000]);
  expect(() => answer('Utilities.ungzip(Utilities.newBlob([31, -117]))')).toThrow(
    'Blob object must have non-null content type for this operation.',
  );
});

test('a script sleeps for five minutes at most', () => {
  const { host, run: script } = americanFile();
  const before = host.now();
  script('Utilities.sleep(300000)');
  expect(host.now() - before).toBe(300_000);
  expect(() => script('Utilities.sleep(300001)')).toThrow('Invalid argument: milliseconds');
});
