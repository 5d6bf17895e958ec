import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { csvOf, demoData } from '../../scripts/demo/data.mjs';
import { journey } from '../../scripts/journey.mjs';

type Size = { readonly leads: number; readonly deals: number };

const inWords = (count: number): string => count.toLocaleString('en-US');

/** Sets up, imports so many leads and deals with an unknown stage, moves one and prints a report: every figure is right. */
export async function newcomer(page: Page, size: Size): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'journey-'));
  try {
    await journeyOf(page, size, folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function journeyOf(page: Page, size: Size, folder: string): Promise<void> {
  const { leads, deals } = demoData({ today: '2026-11-22', ...size, activities: 0 });
  const [headers = [], ...rows] = deals;
  const [LEAD, STAGE, VALUE, PRODUCT] = ['Lead', 'Stage', 'Value', 'Product'].map((name) => headers.indexOf(name)) as [
    number,
    number,
    number,
    number,
  ];
  // As other systems export them: a stage of their own, deals without an account, deals without a title.
  rows.forEach((row, index) => {
    if (row[STAGE] === 'Discovery') row[STAGE] = 'Engaging';
    if (index % 7 === 0) row[LEAD] = '';
    if (index % 11 === 0) row[0] = '';
  });
  writeFileSync(join(folder, 'deals.csv'), csvOf([headers, ...rows]));
  writeFileSync(join(folder, 'leads.csv'), csvOf(leads));
  writeFileSync(
    join(folder, 'teams.csv'),
    csvOf([
      ['Team', 'Region'],
      ['North', 'Europe'],
    ]),
  );
  const files = ['deals.csv', 'leads.csv', 'teams.csv'].map((name) => join(folder, name));

  const done = await journey(page, files);

  const unlinked = rows.filter((row) => row[LEAD] === '').length;
  expect(done.imports).toEqual([
    { file: 'leads.csv', kind: 'lead', summary: `${inWords(size.leads)} leads added; Every row is in.` },
    {
      file: 'deals.csv',
      kind: 'deal',
      summary: expect.stringContaining(`${inWords(size.deals)} deals added; ${inWords(unlinked)} deals have no lead`),
    },
  ]);
  expect(done.leads).toHaveLength(size.leads);
  expect(done.deals).toHaveLength(size.deals);
  const untitled = rows.findIndex((row) => row[0] === '' && row[LEAD] !== '');
  expect(done.deals[untitled]?.['Title']).toBe(`${rows[untitled]?.[PRODUCT]} – ${rows[untitled]?.[LEAD]}`);

  const sumOf = (wanted: (stage: string) => boolean) => {
    const chosen = rows.filter((row) => wanted(row[STAGE]!));
    return { deals: chosen.length, cents: chosen.reduce((sum, row) => sum + Math.round(Number(row[VALUE]) * 100), 0) };
  };
  expect(done.totals).toEqual({
    won: sumOf((stage) => stage === 'Closed Won'),
    lost: sumOf((stage) => stage === 'Closed Lost'),
    open: sumOf((stage) => !stage.startsWith('Closed')),
  });

  // The moved deal is counted where it went.
  const { moved, report } = done;
  const movedTo = (stage: string) => (stage === moved?.to ? 1 : 0) - (stage === moved?.from ? 1 : 0);
  for (const stage of ['Prospecting', 'Proposal', 'Negotiation', 'Engaging', 'Closed Won']) {
    const figures = report.find((line: { stage: string }) => line.stage === stage);
    expect([stage, figures?.deals]).toEqual([stage, sumOf((one) => one === stage).deals + movedTo(stage)]);
  }
  const open = report.find((line: { pipeline: string }) => line.pipeline === 'Open pipeline');
  expect(Math.round((open?.value ?? 0) * 100)).toBe(done.totals.open.cents);
  expect(report.find((line: { stage: string }) => line.stage === 'Engaging')?.weighted).toBe(0);
}
