/** @jest-environment jsdom */

import { createLines, leadLineOf } from '../../sidebar/data/lines';
import type { AllLines, LeadLine } from '../../src/contract/contract';
import { changedRows } from '../../src/domain/digest';
import type { Lead } from '../../src/domain/records';
import { later, never } from './fake-google';
import { samples } from './samples';

const line = (fields: Parameters<typeof samples.lead>[0]) => leadLineOf(samples.lead(fields));
const none = () => false;
const halden = samples.lead({ id: 'L-1', company: 'Halden' });

/** Lines over a sheet with these leads, and how many rows each later answer brought. */
function over(leads: () => readonly Lead[]) {
  const moved: number[] = [];
  const all = () => samples.leadLines(leads());
  const lines = createLines(
    async () => all(),
    async (since) => {
      const answer = { ...all(), ...changedRows(all().rows, since) };
      moved.push(answer.rows.length);
      return answer;
    },
    none,
  );
  return { lines, moved };
}

describe('the lines of the lists', () => {
  it('keep what was changed while they were on their way', async () => {
    const answer = later<AllLines<LeadLine>>();
    const lines = createLines(() => answer.promise, never, none);
    const loaded = lines.load();
    lines.put(line({ id: 'L-1', company: 'Halden Timber' }));
    answer.answer(samples.leadLines([halden]));
    await loaded;
    expect(lines.lines.value.map(({ company }) => company)).toEqual(['Halden Timber']);
  });

  it('keep a record that was made just before and is not in the sheet yet', async () => {
    const lines = createLines(
      async () => samples.leadLines([halden]),
      never,
      (id) => id === 'L-2',
    );
    lines.put(line({ id: 'L-2', company: 'Nordlicht' }));
    await lines.load();
    expect(lines.lines.value.map(({ company }) => company)).toEqual(['Halden', 'Nordlicht']);
  });

  it('go by the sheet for a record that somebody has changed there', async () => {
    let now = [halden];
    const { lines } = over(() => now);
    await lines.load();
    lines.put(line({ id: 'L-1', company: 'Halden Timber' }));
    now = [samples.lead({ id: 'L-1', company: 'Halden Group' })];
    await lines.load();
    expect(lines.lines.value.map(({ company }) => company)).toEqual(['Halden Group']);
  });

  it('are read once, however often they are asked for at the same time', async () => {
    let asked = 0;
    const lines = createLines(
      async () => {
        asked++;
        return samples.leadLines([]);
      },
      never,
      none,
    );
    await Promise.all([lines.load(), lines.load()]);
    expect(asked).toBe(1);
  });

  it('are read anew only as far as they changed, and all others stay the very same', async () => {
    const many = Array.from({ length: 30 }, (_, n) => samples.lead({ id: `L-${n}`, company: `Company ${n}` }));
    let now: readonly Lead[] = many;
    const { lines, moved } = over(() => now);
    await lines.load();
    const before = lines.lines.value;
    await lines.load();
    now = many.flatMap((lead) => (lead.id === 'L-3' ? [] : [lead.id === 'L-7' ? { ...lead, company: 'Seven' } : lead]));
    now = [...now, samples.lead({ id: 'L-99', company: 'New' })];
    await lines.load();
    expect(moved[0]).toBe(0);
    expect(moved[1]).toBeLessThan(30);
    const after = lines.lines.value;
    expect(after.map(({ company }) => company)).toEqual(now.map(({ company }) => company));
    expect(after.filter((line) => before.includes(line))).toHaveLength(28);
  });

  it('go by the sheet where they were changed here and the sheet does not know of it', async () => {
    const { lines } = over(() => [halden]);
    await lines.load();
    lines.put(line({ id: 'L-1', company: 'Never saved' }));
    await lines.load();
    expect(lines.lines.value.map(({ company }) => company)).toEqual(['Halden']);
  });

  it('are read once more where more was changed elsewhere while they were on their way', async () => {
    let now = [halden];
    const answers = [later<void>(), later<void>()];
    const lines = createLines<LeadLine>(
      async () => {
        const all = samples.leadLines(now);
        await answers[0]!.promise;
        return all;
      },
      async (since) => {
        await answers[1]!.promise;
        const all = samples.leadLines(now);
        return { ...all, ...changedRows(all.rows, since) };
      },
      none,
    );
    const first = lines.load();
    now = [samples.lead({ id: 'L-1', company: 'Halden Group' })];
    lines.outdate();
    const second = lines.load();
    // However many ask for it.
    expect(lines.load()).toBe(second);
    for (const one of answers) one.answer();
    await first;
    expect(lines.lines.value.map(({ company }) => company)).toEqual(['Halden']);
    await second;
    expect(lines.lines.value.map(({ company }) => company)).toEqual(['Halden Group']);
  });

  it('do not bring back what was deleted while they were on their way', async () => {
    const answer = later<AllLines<LeadLine>>();
    const lines = createLines(() => answer.promise, never, none);
    const loaded = lines.load();
    lines.remove('L-1');
    answer.answer(samples.leadLines([halden]));
    await loaded;
    expect(lines.lines.value).toEqual([]);
  });
});
