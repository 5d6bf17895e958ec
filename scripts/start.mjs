// Opens the built add-on in the offline host: `npm start`, with `--fresh` for a new file and `--port 9000` for another
// place. The file is kept in .sheety/, which git ignores.
import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { buildHost } from './build-host.mjs';

const { values, positionals } = parseArgs({
  options: { fresh: { type: 'boolean' }, port: { type: 'string' } },
  allowPositionals: true,
});
const [addOn = 'dist'] = positionals;

const server = new URL('../host/.build/page-server.mjs', import.meta.url);
if (!existsSync(server)) await buildHost();
const { startPage } = await import(server);

try {
  const { url } = await startPage({
    addOn,
    folder: '.sheety',
    title: 'Sheety CRM',
    fresh: values.fresh ?? false,
    port: Number(values.port ?? 8080),
  });
  console.log(`The spreadsheet with the add-on is open at ${url}\nStop it with Ctrl+C; it is kept in .sheety/.`);
} catch (error) {
  console.error(error.message);
  process.exit(1);
}
