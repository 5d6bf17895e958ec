// The page of components: every component of the sidebar in its states, in both themes. The offline host shows it beside
// the sheet; it is no part of the add-on, so it is built beside the host and never into dist/.
import { mkdir, writeFile } from 'node:fs/promises';
import { buildPage } from '../esbuild.config.mjs';

export const BESIDE = 'host/.build/beside';
export const COMPONENTS = `${BESIDE}/components.html`;

export async function buildComponents() {
  await mkdir(BESIDE, { recursive: true });
  await writeFile(COMPONENTS, await buildPage('sidebar/gallery/components.tsx'));
}
