// npm run conformance: does the host answer as Google does? See host/conformance.
import { buildHost } from './build-host.mjs';
import { packConformance } from './pack-conformance.mjs';

export async function main(args) {
  await buildHost();
  const { conformance } = await import('../host/.build/conformance.mjs');
  return conformance(await packConformance(), args);
}
