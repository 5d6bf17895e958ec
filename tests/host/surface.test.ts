import { classNamed } from '../../host/google/services';
import { supportedMethods } from '../../host/google/surface';

test('every method of the surface is there in its class', () => {
  const missing = [...supportedMethods()].flatMap(([name, methods]) => {
    const { prototype } = classNamed(name) as { prototype: Record<string, unknown> };
    return [...methods.keys()].filter((method) => typeof prototype[method] !== 'function').map((m) => `${name}.${m}`);
  });
  expect(missing).toEqual([]);
});
