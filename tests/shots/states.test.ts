import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { readOptions } from './main';
import { SIZES } from './state';
import { STATES } from './states/all';

test('every state has a picture of its own', () => {
  const names = STATES.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  expect(names.filter((name) => !/^[a-z-]+$/.test(name))).toEqual([]);
});

test('every page of the add-on is looked at, in every width that Google gives it', () => {
  const pages = readdirSync(join(__dirname, '../../sidebar/pages'))
    .filter((name) => name.endsWith('.tsx'))
    .map((name) => name.slice(0, -4));
  const { jobs } = readOptions([]);
  const shown = new Set(jobs.map(({ state, width }) => `${state.page ?? 'sidebar'} ${width}`));
  const wanted = Object.entries(SIZES).flatMap(([page, { widths }]) => widths.map((width) => `${page} ${width}`));
  expect([...shown].sort()).toEqual([...wanted].sort());
  expect(pages.filter((page) => !(page in SIZES))).toEqual([]);
});

test('some can be asked for by the beginning of their names, in one width', () => {
  const { jobs, isAll } = readOptions(['--only', 'deal-log', '--width', '360']);
  expect(jobs.map(({ state, width }) => [state.name, width])).toEqual([
    ['deal-log', 360],
    ['deal-log-task', 360],
    ['deal-log-failed', 360],
  ]);
  expect(isAll).toBe(false);
});
