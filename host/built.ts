import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));

/** A file that the host's build puts beside the built host, also when the host runs from its sources (in our tests). */
export function builtFile(name: string): URL {
  // Beside the built host, one up from a chunk of it, or where the build puts it when the sources run.
  const found = ['', '..', '.build'].map((folder) => join(here, folder, name)).find((path) => existsSync(path));
  if (!found) throw new Error(`The host is not built (${name} is missing). Run: npm run build`);
  return pathToFileURL(found);
}
