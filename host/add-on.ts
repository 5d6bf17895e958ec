import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** An add-on as Google would hold it after a push: scripts, pages and the manifest. */
export type AddOn = {
  readonly code: string;
  readonly pages: ReadonlyMap<string, string>;
  readonly manifest: { readonly timeZone: string; readonly oauthScopes: readonly string[] };
};

/** Reads a folder that `clasp push` would push. Scripts share one scope, in the order of their names. */
export function readAddOn(folder: string): AddOn {
  if (!existsSync(join(folder, 'appsscript.json'))) {
    throw new Error(`There is no built add-on in ${folder}. Run: npm run build`);
  }
  const read = (name: string) => readFileSync(join(folder, name), 'utf8');
  const files = readdirSync(folder).sort();
  const manifest = JSON.parse(read('appsscript.json')) as Partial<AddOn['manifest']>;
  return {
    code: files
      .filter((name) => /\.(js|gs)$/.test(name))
      .map(read)
      .join('\n'),
    pages: new Map(files.filter((name) => name.endsWith('.html')).map((name) => [name.slice(0, -5), read(name)])),
    manifest: { timeZone: manifest.timeZone ?? 'Etc/UTC', oauthScopes: manifest.oauthScopes ?? [] },
  };
}
