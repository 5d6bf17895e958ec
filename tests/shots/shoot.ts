import type { AxeResults } from 'axe-core';
import type { Camera } from './camera';
import { cutTexts, drawn, stillMoving, tooWide, unreachable } from './in-page';
import { SIZES, type State } from './state';

export type Theme = 'light' | 'dark';

export type Fault = { readonly picture: string; readonly what: string; readonly where: string };

type Tools = { readonly folder: string; readonly themes: readonly Theme[]; readonly axe: string };

/** All pictures of a state at one width, and what is wrong with them. */
export async function shoot(camera: Camera, state: State, width: number, { folder, themes, axe }: Tools) {
  const faults: Fault[] = [];
  const name = `${state.name}-${width}`;
  const note = (picture: string, what: string, found: readonly string[]) => {
    for (const where of new Set(found)) faults.push({ picture, what, where });
  };
  const { page } = camera;
  try {
    await camera.show(state, width);
    const shifts = await page.evaluate(() => window.shifts);
    note(
      name,
      'moves by itself',
      shifts.map(({ value, moved }) => `${value.toFixed(4)}: ${moved}`),
    );
    note(name, 'moves for those who want no motion', await page.evaluate(stillMoving));
    await page.evaluate(axe);
    for (const theme of state.page === 'components' ? themes.slice(0, 1) : themes) {
      const picture = `${name}-${theme}`;
      await page.evaluate((value) => {
        document.documentElement.dataset['theme'] = value;
      }, theme);
      await page.evaluate(drawn);
      await camera.take(folder, picture);
      note(picture, 'axe', await findings(camera, theme === themes[0]));
    }
    note(name, 'wider than its place', await page.evaluate(tooWide));
    note(name, 'cut', await page.evaluate(cutTexts));
    if (state.page !== 'components') await zoom();
  } catch (error) {
    // What it looks like shows best why it did not come.
    await camera.take(folder, `${name}-failed`).catch(() => {});
    note(name, 'does not come', [String(error).replace(/\s+/g, ' ').slice(0, 200)]);
  }
  for (const [what, where] of camera.faults) note(name, what, [where]);
  return faults;

  /** At 200 % the width that Google gives stays the same, in the page's pixels, and half of the height is left. */
  async function zoom() {
    await page.setViewportSize({ width, height: Math.round(SIZES[state.page ?? 'sidebar'].height / 2) });
    await page.evaluate(drawn);
    note(`${name}-zoom`, 'wider than its place', await page.evaluate(tooWide));
    note(`${name}-zoom`, 'out of reach', await page.evaluate(unreachable));
    await camera.take(folder, `${name}-zoom`);
  }
}

/** Colours are of a theme, everything else is the same in both. */
async function findings({ page }: Camera, isFirst: boolean): Promise<readonly string[]> {
  const { violations } = await page.evaluate(
    (rules) =>
      (window as unknown as { axe: { run(where: Document, how: object): Promise<AxeResults> } }).axe.run(document, {
        resultTypes: ['violations'],
        ...rules,
      }),
    isFirst
      ? // A panel is a part of Google's page, which gives it its title: it need not be whole in landmarks.
        { rules: { region: { enabled: false }, 'document-title': { enabled: false } } }
      : { runOnly: ['color-contrast'] },
  );
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 110)}`));
}
