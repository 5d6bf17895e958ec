import { render } from '@testing-library/preact';
import type { HomeTab } from '../../sidebar/data/home-state';
import { createPanel } from '../../sidebar/data/panel';
import { panel as panelTexts } from '../../sidebar/texts/en';
import { speak } from '../../sidebar/texts/text';
import { App } from '../../sidebar/views/app';
import { PanelContext } from '../../sidebar/views/panel-context';
import type { Start } from '../../src/contract/contract';
import type { Lead, Opportunity } from '../../src/domain/records';
import { fakeGoogle, fileOf, firstAnswer, type Handlers } from './fake-google';
import { samples } from './samples';

speak(panelTexts);

type File = {
  readonly leads?: readonly Lead[];
  readonly deals?: readonly Opportunity[];
  readonly start?: Partial<Start>;
  /** The page came without a first answer. */
  readonly isBare?: boolean;
  readonly handlers?: Handlers;
  /** The tab that the user has chosen. */
  readonly tab?: HomeTab;
};

const closers: (() => void)[] = [];

/** The sidebar over a file with these records. */
export function openPanel({
  leads = [],
  deals = [],
  start = {},
  isBare = false,
  handlers = {},
  tab = 'opportunity',
}: File = {}) {
  const server = fakeGoogle({
    ...fileOf(leads, deals),
    ownFields: () => samples.start(start).ownFields,
    ...handlers,
  });
  const panel = createPanel();
  panel.home.tab.value = tab;
  closers.push(panel.end);
  panel.begin(isBare ? null : firstAnswer(samples.start(start)));
  const view = render(
    <PanelContext.Provider value={panel}>
      <App />
    </PanelContext.Provider>,
  );
  return { ...server, ...view, panel };
}

/** Opens the sidebar on the record that is selected in the grid. */
export const openDeal = (deal: Opportunity, file: File = {}) =>
  openPanel({
    deals: [deal],
    leads: [samples.lead()],
    ...file,
    start: { selected: { kind: 'opportunity', found: samples.found(deal) }, ...file.start },
  });

export const openLead = (lead: Lead, file: File = {}) =>
  openPanel({
    leads: [lead],
    ...file,
    start: { selected: { kind: 'lead', found: samples.found(lead) }, ...file.start },
  });

export function closePanels(): void {
  for (const close of closers.splice(0)) close();
}
