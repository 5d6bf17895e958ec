import { instantOfWall } from '../engine/zone';
import type { Context } from './context';
import type { EnumValue } from './enums';
import { fail } from './errors';
import { nextDue } from './schedule';
import { Trigger } from './script-app';
import type { InstalledTrigger, Schedule, TriggerEvent } from './triggers';

const HOUR = 3_600_000;

/** What Google calls the kinds when there is one too many. Source: public reports for "time-based"; the others alike. */
const KINDS: Readonly<Record<TriggerEvent, string>> = {
  CLOCK: 'time-based',
  ON_EDIT: 'edit',
  ON_CHANGE: 'change',
  ON_OPEN: 'open',
};

let installed = 0;

/** Add-ons have one trigger of each type per user and file. Source: Workspace guide "Editor triggers", restrictions. */
function install(context: Context, functionName: string, event: TriggerEvent, schedule: Schedule | null): Trigger {
  const owner = context.effectiveUser.email;
  if (context.triggers.some((trigger) => trigger.owner === owner && trigger.event === event)) {
    fail(`This add-on has created too many ${KINDS[event]} triggers in this document for this Google user account.`);
  }
  const id = `offline-trigger-${++installed}`;
  const dueAt = schedule && nextDue(schedule, context.now());
  const item: InstalledTrigger = { id, functionName, owner, event, schedule, dueAt };
  context.triggers.push(item);
  return new Trigger(context, item);
}

/** `ScriptApp.SpreadsheetTriggerBuilder`. */
export class SpreadsheetTriggerBuilder {
  private event: TriggerEvent | null = null;

  constructor(
    private readonly context: Context,
    private readonly functionName: string,
  ) {}

  onOpen(): this {
    return this.on('ON_OPEN');
  }
  onEdit(): this {
    return this.on('ON_EDIT');
  }
  onChange(): this {
    return this.on('ON_CHANGE');
  }
  private on(event: TriggerEvent): this {
    this.event = event;
    return this;
  }
  create(): Trigger {
    const event = this.event ?? fail('A trigger needs an event: onOpen, onEdit or onChange.');
    return install(this.context, this.functionName, event, null);
  }
}

/** `ScriptApp.ClockTriggerBuilder`, in the script's zone unless told otherwise. */
export class ClockTriggerBuilder {
  private hours: number | null = null;
  private once: number | null = null;
  private day: { every: number; hour: number | null; minute: number | null; weekDay: number | null } | null = null;
  private zone: string;

  constructor(
    private readonly context: Context,
    private readonly functionName: string,
  ) {
    this.zone = context.scriptZone;
  }

  /** More often than hourly is not for add-ons. Source: guide "Installable triggers"; the sentence is not documented. */
  everyMinutes(): never {
    return fail('Add-ons can run a time-based trigger at most once per hour.');
  }
  everyHours(n: number): this {
    this.hours = n;
    return this;
  }
  everyDays(n: number): this {
    return this.daily({ every: n });
  }
  everyWeeks(n: number): this {
    return this.daily({ every: n * 7 });
  }
  onWeekDay(day: EnumValue): this {
    return this.daily({ weekDay: WEEK_DAYS.indexOf(String(day)) + 1 });
  }
  atHour(hour: number): this {
    return this.daily({ hour });
  }
  nearMinute(minute: number): this {
    return this.daily({ minute });
  }
  inTimezone(timezone: string): this {
    this.zone = timezone;
    return this;
  }
  after(durationMilliseconds: number): this {
    if (durationMilliseconds < HOUR) this.everyMinutes();
    this.once = this.context.now() + durationMilliseconds;
    return this;
  }
  at(date: Date): this {
    return this.after(date.getTime() - this.context.now());
  }
  atDate(year: number, month: number, day: number): this {
    this.once = instantOfWall(Date.UTC(year, month - 1, day), this.zone);
    return this;
  }
  private daily(change: Partial<NonNullable<ClockTriggerBuilder['day']>>): this {
    this.day = { ...(this.day ?? { every: 1, hour: null, minute: null, weekDay: null }), ...change };
    return this;
  }
  create(): Trigger {
    return install(this.context, this.functionName, 'CLOCK', this.schedule());
  }
  private schedule(): Schedule {
    if (this.once !== null) return { kind: 'once', at: this.once };
    if (this.hours !== null) return { kind: 'hours', every: this.hours };
    if (this.day) return { kind: 'days', ...this.day, zone: this.zone };
    return fail('A time-based trigger needs a time.');
  }
}

const WEEK_DAYS = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'];
