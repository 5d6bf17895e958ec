/** @jest-environment jsdom */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { render, screen } from '@testing-library/preact';
import { SPECIMENS } from '../../sidebar/gallery/specimens';
import { panel } from '../../sidebar/texts/en';
import { speak } from '../../sidebar/texts/text';

speak(panel);

const sidebar = join(__dirname, '../../sidebar');
const imports = (path: string) =>
  [...readFileSync(join(sidebar, path), 'utf8').matchAll(/from '\.{1,2}\/(?:components\/)?([\w-]+)'/g)].map(
    ([, name]) => name,
  );

test('every component of the sidebar is on the page of components, itself or in another', () => {
  const components = readdirSync(join(sidebar, 'components')).map((name) => name.replace('.tsx', ''));
  const shown = new Set(['specimens', 'controls'].flatMap((name) => imports(`gallery/${name}.tsx`)));
  // Those inside of what is shown are shown too.
  for (const name of shown)
    if (components.includes(`${name}`)) for (const one of imports(`components/${name}.tsx`)) shown.add(one);
  expect(components.filter((name) => !shown.has(name))).toEqual([]);
});

test.each(SPECIMENS.map(({ name, shows }) => [name, shows] as const))(
  '%s can be drawn in both themes',
  (_, Specimen) => {
    render(
      <>
        <Specimen theme="light" />
        <Specimen theme="dark" />
      </>,
    );
    const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(screen.queryByText(/undefined|\[object/)).toBeNull();
  },
);
