import { type Asked, contentOf, pick, type Renaming } from './asked';
import type { Page } from './page';
import type { ActionDraw } from './plan';
import { ID, textOf } from './sheet-state';

const PIPELINE = 'Sales';

/** Another name for a stage that Settings knows. */
export function askRename(page: Page, draw: ActionDraw): Asked {
  const from = draw.isStale ? 'long ago' : stageOn(page, draw);
  const to = String(page.fresh('text', draw.text));
  for (const cells of page.world.state().tabs.Opportunities.values()) {
    const id = textOf(cells[ID.Opportunities]);
    if (id !== '' && page.shown('Opportunities', id, 'Stage', false).value === from)
      page.assume('Opportunities', id, 'Stage', to);
  }
  page.renamed.set(from, to);
  const renaming = { pipeline: PIPELINE, from, to };
  return { method: 'renameStage', tab: 'Opportunities', input: renaming, licence: licenceOf(renaming) };
}

export const licenceOf = (renames: Renaming): Asked['licence'] => ({
  renames,
  keepsUp: { tab: 'Opportunities', columns: ['Recorded'] },
});

/** The cells of a deal that goes along with its stage. */
export const isInStage = (
  { pipeline, from }: Renaming,
  { Pipeline, Stage }: { readonly Pipeline?: string; readonly Stage?: string },
): boolean => Stage === contentOf(from) && textOf(Pipeline) === pipeline;

/** Mostly one that has a deal in it. */
function stageOn(page: Page, { fields, record }: ActionDraw): string {
  const id = fields % 4 === 0 ? null : page.someId('Opportunities', record);
  const stage = id && page.shown('Opportunities', id, 'Stage', false).value;
  return stage ? String(stage) : pick(stagesOn(page), fields);
}

/** As Settings has them, with the names that this page has asked for. */
function stagesOn({ world, renamed }: Page): readonly string[] {
  const { grid } = world.file.sheet(world.settings)!;
  const cells = grid.values({ row: 0, column: 0, rows: grid.lastRow() + 1, columns: grid.lastColumn() + 1 });
  const [pipeline, stage] = ['Pipeline', 'Stage'].map((header) => cells[1]!.indexOf(header)) as [number, number];
  const names = cells.slice(2).flatMap((line) => (line[pipeline] === PIPELINE ? [String(line[stage])] : []));
  return names.map((name) => {
    let now = name;
    for (const [from, to] of renamed) if (now === from) now = to;
    return now;
  });
}
