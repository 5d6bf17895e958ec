import { computed, type ReadonlySignal } from '@preact/signals';
import type { LeadLine, OpportunityLine } from '../../src/contract/contract';
import { sameOwner } from '../../src/domain/owner';
import { findStage, pipelinesOf } from '../../src/domain/settings';
import type { HomeState } from './home-state';
import type { LinesStore } from './lines';
import { NOTHING, sortDeals, sortLeads, type Tally, tallyBy } from './lists';
import type { Session } from './session';
import { stageOrder } from './stage-order';

/** A chip above a list; '' is the one that shows all. */
export type Filter = Tally & { readonly key: string };

export type ShownList<Line> = {
  /** As they are filtered and sorted. */
  readonly rows: ReadonlySignal<readonly Line[]>;
  readonly filters: ReadonlySignal<readonly Filter[]>;
};

export type ShownLists = { readonly leads: ShownList<LeadLine>; readonly deals: ShownList<OpportunityLine> };

type Sources = {
  readonly session: Session;
  readonly home: HomeState;
  readonly leadLines: LinesStore<LeadLine>;
  readonly dealLines: LinesStore<OpportunityLine>;
  /** The user's name in Owner cells; '' where nobody knows it. */
  readonly me: ReadonlySignal<string>;
};

/**
 * The lists as they stand on the screen. Each step is worked out when something that it hangs on changes, and kept while a
 * record is open: sorting ten thousand lines is the costly one, and no filter does it again.
 */
export function createShownLists({ session, home, leadLines, dealLines, me }: Sources): ShownLists {
  const isMine = ({ owner }: { readonly owner: string }) => !home.mine.value || sameOwner(owner, me.value);
  const stages = computed(() => session.settings.value.stages);
  const currency = computed(() => session.settings.value.preferences.currency);

  const allDeals = computed(() =>
    sortDeals(
      dealLines.lines.value,
      home.deals.sort.value,
      ({ pipeline, stage }) => (findStage(stages.value, pipeline, stage)?.kind ?? 'open') === 'open',
    ),
  );
  const deals = computed(() => {
    const wanted = home.pipeline.value;
    return allDeals.value.filter((deal) => (wanted === '' || deal.pipeline === wanted) && isMine(deal));
  });
  const dealStages = computed(() => {
    const { pipeline } = home;
    const shown = pipeline.value === '' ? pipelinesOf(stages.value) : [pipeline.value];
    return shown.flatMap((one) => stageOrder(stages.value, one).map(({ name }) => name));
  });
  const allLeads = computed(() =>
    sortLeads(leadLines.lines.value, home.leads.sort.value, session.settings.value.leadStatuses),
  );
  const leads = computed(() => allLeads.value.filter(isMine));

  return {
    deals: {
      rows: computed(() => picked(deals.value, home.deals.filter.value, ({ stage }) => stage)),
      filters: computed(() =>
        filtersOf(
          tallyBy(
            deals.value,
            ({ stage }) => stage,
            (deal) => ({ value: deal.value, currency: deal.currency.trim().toUpperCase() || currency.value }),
          ),
          dealStages.value,
          home.deals.filter.value,
        ),
      ),
    },
    leads: {
      rows: computed(() => picked(leads.value, home.leads.filter.value, ({ status }) => status)),
      filters: computed(() =>
        filtersOf(
          tallyBy(leads.value, ({ status }) => status),
          session.settings.value.leadStatuses,
          home.leads.filter.value,
        ),
      ),
    },
  };
}

const picked = <Line>(lines: readonly Line[], filter: string, keyOf: (line: Line) => string): readonly Line[] =>
  filter === '' ? lines : lines.filter((line) => keyOf(line) === filter);

/** What Settings does not list must not make its records unfindable; what is chosen can be seen to be chosen. */
const filtersOf = (tallies: ReadonlyMap<string, Tally>, listed: readonly string[], chosen: string): readonly Filter[] =>
  [...new Set(['', ...listed, ...tallies.keys(), chosen])].map((key) => ({ key, ...(tallies.get(key) ?? NOTHING) }));
