/** Rows and cells of a copied table; cells with line breaks come in quotes, as spreadsheets write them. */
export function rowsOf(text: string): string[][] {
  const rows: string[][] = [[]];
  const cells = /(?:"((?:[^"]|"")*)"(?=[\t\n]|$)|([^\t\n]*))(\t|\n|$)/g;
  const source = text.replaceAll('\r\n', '\n').replace(/\n$/, '');
  for (const [whole, quoted, plain, end] of source.matchAll(cells)) {
    rows.at(-1)!.push(quoted !== undefined ? quoted.replaceAll('""', '"') : (plain ?? ''));
    if (end === '\n') rows.push([]);
    if (end === '' || whole === '') break;
  }
  const width = Math.max(...rows.map((row) => row.length));
  return rows.map((row) => [...row, ...new Array<string>(width - row.length).fill('')]);
}
