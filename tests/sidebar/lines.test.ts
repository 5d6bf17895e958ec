/** @jest-environment jsdom */

import { createLines, leadLineOf } from '../../sidebar/data/lines';
import type { LeadLine, Lines } from '../../src/contract/contract';
import { later } from './fake-google';
import { samples } from './samples';

const line = (fields: Parameters<typeof samples.lead>[0]) => leadLineOf(samples.lead(fields));
const halden = samples.lead({ id: 'L-1', company: 'Halden' });

describe('the lines of the lists', () => {
  it('keep what was changed while they were on their way', async () => {
    const answer = later<Lines<LeadLine>>();
    const lines = createLines(() => answer.promise);
    const loaded = lines.load();
    lines.put(line({ id: 'L-1', company: 'Halden Timber' }));
    answer.answer(samples.leadLines([halden]));
    await loaded;
    expect(lines.lines.value.map(({ company }) => company)).toEqual(['Halden Timber']);
  });

  it('keep a record that was made just before and is not in the sheet yet', async () => {
    const lines = createLines(async () => samples.leadLines([halden]));
    lines.put(line({ id: 'L-2', company: 'Nordlicht' }));
    await lines.load();
    expect(lines.lines.value.map(({ company }) => company)).toEqual(['Halden', 'Nordlicht']);
  });

  it('go by the sheet for a record that somebody has changed there', async () => {
    let now = [halden];
    const lines = createLines(async () => samples.leadLines(now));
    await lines.load();
    lines.put(line({ id: 'L-1', company: 'Halden Timber' }));
    now = [samples.lead({ id: 'L-1', company: 'Halden Group' })];
    await lines.load();
    expect(lines.lines.value.map(({ company }) => company)).toEqual(['Halden Group']);
  });

  it('are read once, however often they are asked for at the same time', async () => {
    let asked = 0;
    const lines = createLines(async () => {
      asked++;
      return samples.leadLines([]);
    });
    await Promise.all([lines.load(), lines.load()]);
    expect(asked).toBe(1);
  });
});
