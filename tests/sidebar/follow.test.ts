/** @jest-environment jsdom */
import { createFollower, keyOfSelected, pauseAfter } from '../../sidebar/data/follow';
import type { Selected } from '../../src/contract/contract';
import { samples } from './samples';

const SECOND = 1000;
const MINUTE = 60 * SECOND;

const lead = (id: string): Selected => ({ kind: 'lead', found: samples.found(samples.lead({ id })) });

/** A follower over a grid whose selection the test moves. */
function follow(answer?: () => Promise<Selected | null>) {
  const grid = { selected: lead('L-1') as Selected | null, asked: 0, told: [] as string[] };
  const follower = createFollower(
    async () => {
      grid.asked++;
      return answer ? answer() : grid.selected;
    },
    (selected) => grid.told.push(keyOfSelected(selected) || 'none'),
  );
  follower.start(grid.selected);
  return { grid, follower };
}

const hide = (hidden: boolean) => {
  Object.defineProperty(document, 'hidden', { configurable: true, value: hidden });
  document.dispatchEvent(new Event('visibilitychange'));
};

const pass = (time: number) => jest.advanceTimersByTimeAsync(time);

describe('following the selected row', () => {
  let stop = () => {};
  const begin = (answer?: () => Promise<Selected | null>) => {
    const begun = follow(answer);
    stop = begun.follower.stop;
    return begun;
  };

  beforeEach(() => {
    jest.useFakeTimers();
  });

  afterEach(() => {
    stop();
    hide(false);
    jest.useRealTimers();
  });

  it('asks every 3 seconds, then 10, 20 and 60, and after half an hour no more', () => {
    expect(pauseAfter(0)).toBe(3 * SECOND);
    expect(pauseAfter(29 * SECOND)).toBe(3 * SECOND);
    expect(pauseAfter(30 * SECOND)).toBe(10 * SECOND);
    expect(pauseAfter(2 * MINUTE)).toBe(20 * SECOND);
    expect(pauseAfter(5 * MINUTE)).toBe(MINUTE);
    expect(pauseAfter(30 * MINUTE)).toBeNull();
  });

  it('shows the record of a row that is selected, within three seconds', async () => {
    const { grid } = begin();
    grid.selected = lead('L-2');
    await pass(3 * SECOND);
    expect(grid.told).toEqual(['L-2']);
  });

  it('tells nothing while the same row stays selected', async () => {
    const { grid } = begin();
    await pass(MINUTE);
    expect(grid.asked).toBeGreaterThan(5);
    expect(grid.told).toEqual([]);
  });

  it('falls silent when nobody has moved for half an hour, and asks at once on coming back', async () => {
    const { grid } = begin();
    await pass(31 * MINUTE);
    const before = grid.asked;
    await pass(60 * MINUTE);
    expect(grid.asked).toBe(before);
    grid.selected = lead('L-2');
    window.dispatchEvent(new Event('focus'));
    await pass(0);
    expect(grid.told).toEqual(['L-2']);
  });

  it('asks once a minute while the keys are in the panel, and a second after they are back in the grid', async () => {
    const { grid } = begin();
    const hasFocus = jest.spyOn(document, 'hasFocus').mockReturnValue(true);
    window.dispatchEvent(new Event('focus'));
    await pass(0);
    const before = grid.asked;
    await pass(59 * SECOND);
    expect(grid.asked).toBe(before);
    await pass(SECOND);
    expect(grid.asked).toBe(before + 1);
    hasFocus.mockRestore();
    grid.selected = lead('L-2');
    window.dispatchEvent(new Event('blur'));
    await pass(SECOND);
    expect(grid.told).toEqual(['L-2']);
  });

  it('makes at most 70 calls in an hour without a move', async () => {
    const { grid } = begin();
    await pass(60 * MINUTE);
    expect(grid.asked).toBeLessThan(70);
  });

  it('never asks twice at the same time', async () => {
    const { grid } = begin(() => new Promise(() => {}));
    await pass(MINUTE);
    window.dispatchEvent(new Event('focus'));
    await pass(MINUTE);
    expect(grid.asked).toBe(1);
  });

  it('does not ask while the document is hidden', async () => {
    const { grid } = begin();
    hide(true);
    await pass(10 * MINUTE);
    expect(grid.asked).toBe(0);
    hide(false);
    await pass(0);
    expect(grid.asked).toBe(1);
  });

  it('stops when it is pinned and goes on when it is let go', async () => {
    const { grid, follower } = begin();
    follower.setPinned(true);
    grid.selected = lead('L-2');
    await pass(10 * MINUTE);
    expect(grid.asked).toBe(0);
    follower.setPinned(false);
    await pass(0);
    expect(grid.told).toEqual(['L-2']);
  });

  it('ignores an answer that comes after pinning', async () => {
    const answers: ((selected: Selected) => void)[] = [];
    const { grid, follower } = begin(() => new Promise((resolve) => answers.push(resolve)));
    await pass(3 * SECOND);
    follower.setPinned(true);
    answers[0]?.(lead('L-2'));
    await pass(0);
    expect(grid.told).toEqual([]);
  });

  it('asks again after a call that failed', async () => {
    let calls = 0;
    const { grid } = begin(async () => {
      calls++;
      if (calls === 1) throw new Error('NetworkError');
      return lead('L-2');
    });
    await pass(7 * SECOND);
    expect(grid.told).toEqual(['L-2']);
  });
});
