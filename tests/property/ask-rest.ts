import { goingWith } from './ask-rows';
import { type Asked, pick } from './asked';
import type { Page } from './page';
import type { ActionDraw } from './plan';
import { ID, type State, TABS, textOf } from './sheet-state';

/** A lead of the sheet, or one that somebody deleted before. */
export function askErasure(page: Page, draw: ActionDraw): Asked | null {
  const deleted = page.world.done.flatMap(({ step }) =>
    step.went.filter(({ tab }) => tab === 'Leads').map(({ cells }) => textOf(cells[ID.Leads])),
  );
  const isLate = draw.text % 4 === 0 && deleted.length > 0;
  const id = isLate ? pick(deleted, draw.record) : page.someId('Leads', draw.record);
  if (!id) return null;
  const deletes = (there: State) => goingWith(there, 'Leads', id).filter(({ tab }) => tab !== 'Opportunities');
  return { method: 'erasePerson', tab: pick(TABS, draw.fields), input: { id }, licence: { deletes, erases: id } };
}

export const REPORT = 'pipelineReport';

export const askReport = (): Asked => ({
  method: REPORT,
  tab: 'Opportunities',
  input: {},
  licence: { reports: true },
});
