import type { Stretch } from './day';
import { executionsOf, MOST_PER_HOUR } from './polling';

const inFront = (minutes: number): readonly Stretch[] => [{ what: 'is away, the sheet in front', minutes }];

test('an ordinary day takes no more executions per user-hour than are promised', async () => {
  const { perHour, polls, shown } = await executionsOf();
  expect(perHour).toBeLessThanOrEqual(MOST_PER_HOUR);
  expect(polls).toBeGreaterThan(shown);
  expect(shown).toBeGreaterThan(100);
});

test('a panel that nobody uses asks as it should: every 3 seconds, every 10, every minute, then no more', async () => {
  expect((await executionsOf(inFront(0.5))).polls).toBe(10);
  expect((await executionsOf(inFront(8 * 60))).polls).toBe((await executionsOf(inFront(30))).polls);
});

test('a hidden panel asks nothing', async () => {
  expect((await executionsOf([{ what: 'is elsewhere', minutes: 60, isHidden: true }])).polls).toBe(0);
});
