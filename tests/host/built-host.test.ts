import { execFileSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

test('the built host is a plain ES module that any Node script can import', () => {
  const folder = mkdtempSync(join(tmpdir(), 'sheety-'));
  writeFileSync(join(folder, 'appsscript.json'), '{"timeZone":"Etc/UTC"}');
  writeFileSync(
    join(folder, 'Code.js'),
    `function onOpen() { SpreadsheetApp.getUi().createAddonMenu().addItem('Sum', 'sum').addToUi(); }
     function sum() { SpreadsheetApp.getActiveSheet().getRange('B1').setFormula('=SUM(A1:A3)'); }`,
  );
  const host = pathToFileURL(join(__dirname, '../../host/.build/host.mjs'));
  const script = join(folder, 'try.mjs');
  writeFileSync(
    script,
    `import { openHost } from ${JSON.stringify(host)};
     const host = openHost({ addOn: ${JSON.stringify(folder)} });
     host.person.paste('A1', [['1'], ['2'], ['3.5']]);
     host.choose('Sum');
     console.log(host.person.sees('B1')[0][0], host.counts.calls);
     host.close();`,
  );
  expect(execFileSync(process.execPath, [script], { encoding: 'utf8' }).trim()).toBe('6.5 1');
});
