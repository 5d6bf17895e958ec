import { effect, untracked } from '@preact/signals';
import { createClient } from '../../sidebar/data/client';
import { createPanel, type Panel } from '../../sidebar/data/panel';
import { completeTask } from '../../sidebar/data/task-actions';
import { panel as panelTexts } from '../../sidebar/texts/en';
import { speak } from '../../sidebar/texts/text';
import type { Request, Response, Selected } from '../../src/contract/contract';
import { fakeServer, firstAnswer } from '../sidebar/fake-google';
import { samples } from '../sidebar/samples';
import { ORDINARY_DAY, type Stretch } from './day';
import { PageInTime } from './page-in-time';

/** An add-on's executions are shared by all its customers. */
export const MOST_PER_HOUR = 200;

/** What executions of the panel are for, by the calls in a request. */
const PARTS = [
  ['looks at the selection', /^selected$/],
  ['records shown', /^(timeline|lead|opportunity|activity)$/],
  ['refreshes', /^(start|leadLines|opportunityLines|ownFields|changed)/],
  ['looks for what the day asks', /^today$/],
  ['looks for what was done in the grid', /^catchUp$/],
  ['pages of activities', /^activities$/],
  ['searches', /^searchActivities$/],
  ['saves', /./],
] as const;

type Part = (typeof PARTS)[number][0];

export type Executions = {
  readonly parts: ReadonlyMap<Part, number>;
  /** Runs of the trigger for edits, which the panel has no part in. */
  readonly edits: number;
  readonly hours: number;
  readonly perHour: number;
};

const SECOND = 1000;
const MINUTE = 60 * SECOND;

/** Every execution that a sidebar starts in a day: the panel itself lives through it, in a page whose time passes quickly. */
export async function executionsOf(day: readonly Stretch[] = ORDINARY_DAY): Promise<Executions> {
  const page = new PageInTime();
  return page.whileOpen(async () => {
    const parts = new Map<Part, number>(PARTS.map(([part]) => [part, 0]));
    const world = serverOf(({ calls }) => {
      const of = (shape: RegExp) => calls.some(({ method }) => shape.test(method));
      const [part] = PARTS.find(([, shape]) => of(shape))!;
      parts.set(part, parts.get(part)! + 1);
    });
    await liveThrough(page, world, day);
    const minutes = day.reduce((sum, stretch) => sum + stretch.minutes, 0);
    const edits = day.reduce((sum, stretch) => sum + (stretch.edits ?? 0), 0);
    const all = [...parts.values()].reduce((sum, count) => sum + count, 0);
    return { parts, edits, hours: minutes / 60, perHour: Math.ceil(all / (minutes / 60)) };
  });
}

const leadOf = (row: number) => samples.lead({ id: `L-${String(row).padStart(10, '0')}` });

/** The file as the panel sees it: `row` is the one that is selected. */
function serverOf(note: (request: Request) => void) {
  const world = { row: 0, client: createClient(through) };
  const server = fakeServer({
    start: () => samples.start(),
    selected: (): Selected => ({ kind: 'lead', found: samples.found(leadOf(world.row)) }),
    leadLines: () => samples.leadLines(Array.from({ length: 10 }, (_, row) => leadOf(row))),
    lead: ({ id }) => samples.found(samples.lead({ id })),
    logActivity: ({ id }) => samples.activity({ id }),
    completeTask: ({ id, doneAt }) => ({
      task: samples.found(samples.activity({ id, doneAt })),
      next: null,
      action: 'X-0000000001',
    }),
  });
  async function through(request: Request): Promise<Response> {
    note(request);
    return JSON.parse(await server.respond(JSON.stringify(request))) as Response;
  }
  return world;
}

async function liveThrough(page: PageInTime, world: ReturnType<typeof serverOf>, day: readonly Stretch[]) {
  speak(panelTexts);
  const panel = createPanel(world.client);
  const stop = effect(() => readShown(panel));
  await panel.begin(firstAnswer(samples.start({ selected: { kind: 'lead', found: samples.found(leadOf(0)) } })));
  // The list of activities is looked at once; it is read anew only while it is on the screen.
  await page.pass(SECOND);
  await panel.activityList.load();
  for (const stretch of day) {
    page.hide(stretch.isHidden ?? false);
    const begun = page.now;
    for (const { at, act } of actsIn(stretch, page, panel, world)) {
      await page.pass(begun + at - page.now);
      act();
    }
    await page.pass(begun + stretch.minutes * MINUTE - page.now);
  }
  stop();
  panel.end();
}

/** What the screens read when they come up, which nobody draws here. */
function readShown({ screens, home, agenda, leads, timelines }: Panel): void {
  const screen = screens.current.value;
  const isToday = screen.name === 'home' && home.tab.value === 'today';
  const isOld = isToday && agenda.isOld.value;
  untracked(() => {
    if (isOld) agenda.load();
    if (screen.name !== 'lead') return;
    leads.load(screen.id);
    timelines.load({ kind: 'lead', id: screen.id });
  });
}

/** How long somebody stays in the panel who has come for something: then they are back in the grid. */
const IN_PANEL = 20 * SECOND;

type Act = { readonly at: number; readonly act: () => void };

/** In their order; what is done in the panel is spread over the stretch. */
function actsIn(
  { minutes, rows = 0, secondsApart = 0, saves = 0, tasks = 0, searches = 0 }: Stretch,
  page: PageInTime,
  panel: Panel,
  world: ReturnType<typeof serverOf>,
): readonly Act[] {
  const spread = (count: number, act: () => void): readonly Act[] =>
    Array.from({ length: count }, (_, n) => ((n + 0.7) / count) * minutes * MINUTE).flatMap((at) => [
      { at, act },
      { at: at + IN_PANEL, act: () => page.blur() },
    ]);
  const inPanel = (act: () => void) => () => {
    page.focus();
    act();
  };
  const select = () => {
    page.blur();
    world.row++;
  };
  const selecting = Array.from({ length: rows }, (_, n) => ({ at: (n + 1) * secondsApart * SECOND, act: select }));
  const log = () => {
    const lead = { name: 'lead', id: leadOf(world.row).id } as const;
    panel.screens.go(lead);
    panel.timelines.log({ kind: lead.name, id: lead.id }, samples.activity({ id: `A-${page.now}` }));
    panel.agenda.outdate();
  };
  const complete = () => {
    panel.screens.home();
    completeTask(panel, samples.activity({ type: 'Task' }));
  };
  const search = () => void world.client.call('searchActivities', { text: 'offer' });
  const all = [
    ...selecting,
    ...spread(saves, inPanel(log)),
    ...spread(tasks, inPanel(complete)),
    ...spread(searches, inPanel(search)),
  ];
  return all.filter(({ at }) => at < minutes * MINUTE).sort((a, b) => a.at - b.at);
}

export function pollingText({ parts, edits, hours, perHour }: Executions): string {
  const listed = [...parts].map(([part, count]) => `${count} ${part}`).join(', ');
  return (
    `An ordinary day of ${hours} hours: ${listed}. ` +
    `Executions per user-hour: ${perHour}/${MOST_PER_HOUR}${perHour > MOST_PER_HOUR ? '!' : ''}. ` +
    `Beside them the menu opens it once, and ${edits} edits in the grid start the add-on's trigger.`
  );
}
