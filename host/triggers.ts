import { type Change, changeEvent, clockEvent, editEvent, installEvent, openEvent, selectionEvent } from './events';
import type { Context } from './google/context';
import { mayEdit, type Screen } from './google/context';
import { nextDue } from './google/schedule';
import type { InstalledTrigger, TriggerEvent } from './google/triggers';
import type { Host } from './host';
import type { Start } from './run/execution';

/** Google keeps this many edits for `onEdit` while one is being served; the others are never told. Source: guide "Triggers". */
const EDITS_KEPT = 2;

/** Selections that follow closer than this are never told. Source: guide "Simple triggers", onSelectionChange. */
const SELECTIONS_APART_MS = 2_000;

type Event = (context: Context) => object;

/** What Google runs by itself because of what a person does, or because it is time. */
export class Triggers {
  private waiting: { readonly edit: boolean; readonly starts: readonly Start[] }[] = [];
  private selectedAt = Number.NEGATIVE_INFINITY;

  constructor(private readonly host: Host<Screen>) {}

  /** Simple triggers do not run for those who may only look. Source: guide "Simple triggers", restrictions. */
  private get editing(): boolean {
    const { role } = this.host;
    return role !== null && mayEdit(role);
  }

  /** What makes the menu of whoever opens the file; null for those who get none. */
  onOpen(): Start | null {
    const { hosted, account } = this.host;
    if (!this.editing || !(hosted.enabled || account.installed) || !this.host.has('onOpen')) return null;
    return { ...simple('onOpen', openEvent), authMode: hosted.enabled ? 'LIMITED' : 'NONE' };
  }

  /** The file was opened. */
  opened(): void {
    if (!this.editing) return;
    for (const start of this.installedFor('ON_OPEN', openEvent)) this.host.runTrigger(start);
  }

  installed(): void {
    if (this.host.has('onInstall')) this.host.execute({ ...simple('onInstall', installEvent), authMode: 'FULL' });
  }

  /** A person changed the file. */
  changed(change: Change): void {
    const starts: Start[] = [];
    if (change.place) {
      if (this.host.hosted.enabled && this.host.has('onEdit')) starts.push(simple('onEdit', editEvent(change)));
      starts.push(...this.installedFor('ON_EDIT', editEvent(change)));
    }
    starts.push(...this.installedFor('ON_CHANGE', changeEvent(change)));
    if (!this.editing || starts.length === 0) return;
    this.queue(change.place !== null, starts);
  }

  /** A person went to other cells. */
  selected(): void {
    const now = this.host.now();
    if (!this.host.hosted.enabled || !this.editing || !this.host.has('onSelectionChange')) return;
    if (now - this.selectedAt < SELECTIONS_APART_MS) return;
    this.selectedAt = now;
    this.queue(false, [simple('onSelectionChange', selectionEvent)]);
  }

  private queue(edit: boolean, starts: readonly Start[]): void {
    if (edit && this.waiting.filter((waiting) => waiting.edit).length >= EDITS_KEPT) return;
    this.waiting.push({ edit, starts });
    if (!this.host.isRunning) this.runWaiting();
  }

  /** Runs what had to wait while a script of this window was running. */
  runWaiting(): void {
    for (let next = this.waiting.shift(); next; next = this.waiting.shift()) {
      for (const start of next.starts) this.host.runTrigger(start);
    }
  }

  /** Installed triggers run as whoever installed them. Source: guide "Installable triggers". */
  private installedFor(event: TriggerEvent, of: Event): Start[] {
    return this.host.hosted.triggers
      .filter((trigger) => trigger.event === event && this.lives(trigger))
      .map((trigger) => this.startOf(trigger, of, 'trigger'));
  }

  /** Those of an account that uninstalled the add-on stop. Source: Workspace guide "Editor triggers". */
  private lives({ owner }: InstalledTrigger): boolean {
    return this.host.workspace.account(owner).granted !== null;
  }

  private startOf({ id, functionName, owner }: InstalledTrigger, of: Event, kind: Start['kind']): Start {
    const as = this.host.workspace.account(owner);
    const args: Start['args'] = (context) => [{ ...of(context), triggerUid: id }];
    return { functionName, kind, authMode: 'FULL', as, args };
  }

  /** Runs the clock triggers of all files that fall due up to a moment, each at its time. */
  runDue(until: number): void {
    const { host } = this;
    const { clock, files } = host.workspace;
    for (;;) {
      const due = [...files.values()]
        .flatMap((hosted) => hosted.triggers.map((trigger) => ({ hosted, trigger })))
        .filter(({ trigger: { dueAt } }) => dueAt !== null && dueAt <= until)
        .sort((a, b) => a.trigger.dueAt! - b.trigger.dueAt!)[0];
      if (!due) return;
      const { hosted, trigger } = due;
      clock.pass(Math.max(0, trigger.dueAt! - clock.now()));
      trigger.dueAt = nextDue(trigger.schedule!, clock.now());
      if (!this.lives(trigger)) continue;
      const zone = trigger.schedule?.kind === 'days' ? trigger.schedule.zone : host.addOn.manifest.timeZone;
      const start = this.startOf(trigger, clockEvent(zone), 'clock trigger');
      if (hosted === host.hosted) host.runTrigger(start);
      else if (hosted.roleOf(trigger.owner)) host.in(hosted, host.workspace.account(trigger.owner)).execute(start);
    }
  }
}

const simple = (functionName: string, event: Event): Start => ({
  functionName,
  kind: 'simple trigger',
  authMode: 'LIMITED',
  args: (context) => [event(context)],
});
