import { decodeFile, MAX_BYTES } from '../../sidebar/data/import/decode';
import { readTable, type Table } from '../../sidebar/data/import/table';
import { importing } from '../../sidebar/texts/en';
import { speak } from '../../sidebar/texts/text';

speak(importing);

const utf8 = (text: string) => new TextEncoder().encode(text);

const decoded = (bytes: Uint8Array): string => {
  const read = decodeFile(bytes);
  if (!read.ok) throw new Error(read.problem);
  return read.value;
};
const refusedBytes = (bytes: Uint8Array): string => {
  const read = decodeFile(bytes);
  return read.ok ? 'It was read.' : read.problem;
};
const table = (text: string): Table => {
  const read = readTable(text);
  if (!read.ok) throw new Error(read.problem);
  return read.value;
};
const refusedText = (text: string): string => {
  const read = readTable(text);
  return read.ok ? 'It was read.' : read.problem;
};

describe('the bytes of a file', () => {
  it('are text in UTF-8, with or without a mark', () => {
    expect(decoded(utf8('Čapek;Müller'))).toBe('Čapek;Müller');
    expect(decoded(utf8('\ufeffCompany'))).toBe('Company');
  });

  it('are text in Windows-1252 where they are no UTF-8', () => {
    expect(decoded(Uint8Array.of(0x4d, 0xfc, 0x6c, 0x6c, 0x65, 0x72))).toBe('Müller');
  });

  it('are text in UTF-16, as Excel saves “Unicode text”', () => {
    expect(decoded(Uint8Array.of(0xff, 0xfe, 0x41, 0x00, 0x09, 0x00, 0x42, 0x00))).toBe('A\tB');
    expect(decoded(Uint8Array.of(0xfe, 0xff, 0x00, 0x41))).toBe('A');
  });

  it('are refused with what to do: empty, a workbook, no text, too large', () => {
    expect(refusedBytes(new Uint8Array())).toMatch(/^There is nothing in it\. Choose a file/);
    expect(refusedBytes(Uint8Array.of(0x50, 0x4b, 0x03, 0x04, 0x14))).toMatch(/Excel workbook\. Save it as CSV/);
    expect(refusedBytes(Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1))).toMatch(/Excel workbook/);
    expect(refusedBytes(utf8('a,b\u0000c'))).toMatch(/no text file\. Export the data as CSV/);
    expect(refusedBytes(new Uint8Array(MAX_BYTES + 1))).toMatch(/larger than 20 MB\. Split it/);
  });
});

describe('the table in a text', () => {
  it('is found with commas, semicolons and tabs', () => {
    for (const sign of [',', ';', '\t']) {
      const { headers, rows } = table(`Company${sign}Email\r\nHalden${sign}a@b.example\r\n`);
      expect(headers).toEqual(['Company', 'Email']);
      expect(rows).toEqual([{ row: 2, cells: ['Halden', 'a@b.example'] }]);
    }
  });

  it('keeps signs, quotes and line ends inside quoted cells', () => {
    const { rows } = table('Company,Notes\n"Quince, Rye","He said ""yes""\nand left"\n');
    expect(rows).toEqual([{ row: 2, cells: ['Quince, Rye', 'He said "yes"\nand left'] }]);
  });

  it('goes by the delimiter that Excel writes into a first line', () => {
    const { headers, rows } = table('sep=;\r\nCompany;Email\r\nHalden, Inc;a@b.example\r\n');
    expect(headers).toEqual(['Company', 'Email']);
    expect(rows).toEqual([{ row: 2, cells: ['Halden, Inc', 'a@b.example'] }]);
  });

  it('leaves out notes above the headers and a footer below, and keeps the row numbers of the file', () => {
    const { headers, rows, leftOut } = table(
      'Notes:\n"Some addresses are missing, see help."\n\nFirst Name,Last Name,Company\nIngrid,Moe,Halden\nPetra,Vogt,Nordlicht\n\nConfidential\nCopyright 2026\n',
    );
    expect(headers).toEqual(['First Name', 'Last Name', 'Company']);
    expect(rows.map(({ row, cells }) => [row, cells[1]])).toEqual([
      [5, 'Moe'],
      [6, 'Vogt'],
    ]);
    expect(leftOut).toBe(4);
  });

  it('does not take a lone last row for a footer', () => {
    const { rows, leftOut } = table('Company,Contact,Email\nHalden,Ingrid,a@b.example\nNordlicht,,\n');
    expect(rows).toHaveLength(2);
    expect(leftOut).toBe(0);
  });

  it('skips blank rows but counts them', () => {
    const { rows } = table('Company,Email\n\nHalden,a@b.example\n , \nNordlicht,\n');
    expect(rows.map(({ row }) => row)).toEqual([3, 5]);
  });

  it('does not mind duplicate or blank headers, nor commas at the end of rows', () => {
    const { headers, rows } = table('Name,Email,,Name,\nIngrid,a@b.example,x,Ingrid,\nPetra,c@d.example,,,,\n');
    expect(headers).toEqual(['Name', 'Email', '', 'Name']);
    expect(rows).toHaveLength(2);
    expect(table('Name,Email,\nIngrid,a@b.example,note\n').headers).toEqual(['Name', 'Email', '']);
  });
});

describe('a text that is no table', () => {
  it('is refused when it is blank or has no rows', () => {
    expect(refusedText(' \n ')).toMatch(/^There is nothing in it/);
    expect(refusedText('Company,Email\n')).toMatch(/column names but no rows/);
  });

  it('is refused when its first row holds values', () => {
    expect(refusedText('Halden,ingrid@halden.example,12.5\nNordlicht,petra@x.example,8\n')).toMatch(
      /holds values, not column names\. Add a row/,
    );
    expect(refusedText('Halden;2026-11-22\nNordlicht;2026-11-23\n')).toMatch(/holds values/);
  });

  it('names the row that has more cells than there are headers', () => {
    expect(refusedText('Company,Email\nHalden,a@b.example\nQuince, Rye,c@d.example\n')).toMatch(
      /^Row 3 has 3 cells, more than the 2 of the column names\./,
    );
  });

  it('names the row with a quotation mark that is not closed', () => {
    expect(refusedText('Company,Notes\nHalden,ok\nQuince,"never closed\nMore,rows\n')).toMatch(
      /^Row 3 has a quotation mark/,
    );
  });
});
