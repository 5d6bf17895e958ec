// npm run build: the add-on into dist/, checked, and the offline host into host/.build.
import { buildAddOn } from '../esbuild.config.mjs';
import { buildComponents } from './build-components.mjs';
import { buildHost } from './build-host.mjs';
import { checkPushSet } from './push-set.mjs';

export async function main() {
  const sizes = await buildAddOn();
  await Promise.all([buildHost(), buildComponents()]);
  const pushed = checkPushSet();
  for (const name of pushed) {
    const file = name.replace('dist/', '');
    console.log(`${name.padEnd(24)} ${(sizes[file] / 1000).toFixed(1).padStart(8)} kB`);
  }
}
