// npm run integrity: what people do to a file while the add-on works in it, and whether anything is lost by it. See
// tests/integrity.
import { buildAddOn } from '../esbuild.config.mjs';
import { buildHost, forNode } from './build-host.mjs';

export async function main(args) {
  await Promise.all([buildAddOn(), buildHost()]);
  await forNode({ integrity: 'tests/integrity/main.ts' });
  const { main: integrity } = await import('../host/.build/integrity.mjs');
  return integrity(args);
}
