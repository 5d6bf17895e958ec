import type { Stretch } from './day';
import { executionsOf, MOST_PER_HOUR } from './polling';

const inFront = (minutes: number): readonly Stretch[] => [{ what: 'is away, the sheet in front', minutes }];

const pollsOf = async (day: readonly Stretch[]): Promise<number> =>
  (await executionsOf(day)).parts.get('looks at the selection')!;

test('an ordinary day takes no more executions per user-hour than are promised, with all that the panel asks for', async () => {
  const { perHour, parts } = await executionsOf();
  expect(perHour).toBeLessThanOrEqual(MOST_PER_HOUR);
  for (const count of parts.values()) expect(count).toBeGreaterThan(0);
  expect(parts.get('looks at the selection')).toBeGreaterThan(1000);
  expect(parts.get('records shown')).toBeGreaterThan(100);
  expect(parts.get('saves')).toBe(48);
});

test('a panel that nobody uses asks as it should: every 3 seconds, more and more seldom, then no more', async () => {
  expect(await pollsOf(inFront(0.5))).toBe(10);
  expect(await pollsOf(inFront(8 * 60))).toBe(await pollsOf(inFront(31)));
});

test('a hidden panel asks nothing', async () => {
  expect(await pollsOf([{ what: 'is elsewhere', minutes: 60, isHidden: true }])).toBe(0);
});

test('whoever comes back after some time starts two requests: the lists with all that they go by, then the day', async () => {
  const back: Stretch = { what: 'comes back and logs a call', minutes: 10, rows: 1, secondsApart: 60, saves: 1 };
  const { parts } = await executionsOf([back]);
  // Those that the panel begins with are among them.
  expect([parts.get('refreshes'), parts.get('looks for what the day asks')]).toEqual([2, 2]);
});
