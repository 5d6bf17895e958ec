/** The clock that a script lives by. `toWall` and `toInstant` change between moments and the wall clock of the zone. */
export type ScriptClock = {
  /** The host's clock where it is not the machine's. */
  readonly now: (() => number) | null;
  readonly zone: string;
  /** The wall clock at a moment, both in milliseconds, the wall clock read as if it were UTC. */
  readonly toWall: (instant: number) => number;
  readonly toInstant: (wall: number) => number;
  /** One that was made for an earlier execution, or null where it cannot be made. */
  readonly formatOf: (locales: string | undefined, options: Intl.DateTimeFormatOptions) => Intl.DateTimeFormat | null;
};

/**
 * Gives a realm dates in the script's zone, as Apps Script has them, wherever the machine stands. Source: reference
 * "Session.getScriptTimeZone". Runs inside the realm from its source text and uses nothing from outside its body.
 */
export function zonedDate(clock: ScriptClock): void {
  const Real = Date;
  type Method = (this: Date, ...args: number[]) => unknown;
  const real = Real.prototype as unknown as Record<string, Method>;
  const wallOf = (date: Date): Date => new Real(clock.toWall(date.getTime()));

  const SAYS_ITS_ZONE = /(?:Z|UTC|GMT|[ECMP][SD]T|[+-]\d{2}:?\d{2})\s*(?:\([^)]*\))?\s*$/i;
  const DAY_ALONE = /^[+-]?\d{4,6}(?:-\d{2}(?:-\d{2})?)?$/;

  /** The machine reads the words; what it took for its own wall clock is that of the zone. */
  const parse = (text: string): number => {
    const read = new Real(text);
    if (Number.isNaN(read.getTime()) || DAY_ALONE.test(text) || SAYS_ITS_ZONE.test(text)) return read.getTime();
    const wall = new Real(0);
    wall.setUTCFullYear(read.getFullYear(), read.getMonth(), read.getDate());
    wall.setUTCHours(read.getHours(), read.getMinutes(), read.getSeconds(), read.getMilliseconds());
    return clock.toInstant(wall.getTime());
  };

  const now = (): number => (clock.now ? clock.now() : Real.now());

  const instantOf = (args: readonly unknown[]): number => {
    if (args.length === 0) return now();
    if (args.length > 1) return clock.toInstant(Real.UTC(...(args as [number, number])));
    const [value] = args;
    const plain = typeof value === 'object' && value !== null ? value.valueOf() : value;
    return typeof plain === 'string' ? parse(plain) : new Real(plain as number).getTime();
  };

  class Zoned extends Real {
    constructor(...args: unknown[]) {
      super(instantOf(args));
    }
    static override now = now;
    static override parse = (text: string): number => parse(String(text));
  }

  const zoned = Zoned.prototype as unknown as Record<string, unknown>;
  const method = (name: string, value: unknown): void => {
    Object.defineProperty(zoned, name, { value, writable: true, configurable: true });
  };
  const FIELDS = ['FullYear', 'Month', 'Date', 'Hours', 'Minutes', 'Seconds', 'Milliseconds'];
  for (const field of [...FIELDS, 'Day']) {
    method(`get${field}`, function (this: Date) {
      return real[`getUTC${field}`]!.call(wallOf(this));
    });
  }
  for (const field of FIELDS) {
    method(`set${field}`, function (this: Date, ...args: number[]) {
      // Setting the year makes a date of an invalid one.
      const wall = field === 'FullYear' && Number.isNaN(this.getTime()) ? new Real(0) : wallOf(this);
      real[`setUTC${field}`]!.call(wall, ...args);
      return this.setTime(clock.toInstant(wall.getTime()));
    });
  }
  method('getYear', function (this: Date) {
    return this.getFullYear() - 1900;
  });
  method('getTimezoneOffset', function (this: Date) {
    return (this.getTime() - clock.toWall(this.getTime())) / 60_000;
  });

  /** `Sun Nov 22 2026` and `09:00:00 GMT`, as UTC writes them, of the wall clock. */
  const parts = (date: Date): [string, string] => {
    const [weekday = '', day = '', month = '', year = '', time = ''] = wallOf(date)
      .toUTCString()
      .replace(',', '')
      .split(' ');
    return [`${weekday} ${month} ${day} ${year}`, time];
  };
  /** Made once: it costs more than all the rest of a date's text. */
  let named: Intl.DateTimeFormat | null = null;
  const zoneText = (date: Date): string => {
    const minutes = -date.getTimezoneOffset();
    const two = (value: number): string => String(Math.floor(Math.abs(value))).padStart(2, '0');
    named ??= new Intl.DateTimeFormat('en-US', { timeZone: clock.zone, timeZoneName: 'long' });
    const name = named.formatToParts(date.getTime()).find(({ type }) => type === 'timeZoneName');
    return `GMT${minutes < 0 ? '-' : '+'}${two(minutes / 60)}${two(minutes % 60)} (${name?.value ?? clock.zone})`;
  };
  const text = (name: string, of: (date: Date) => string): void =>
    method(name, function (this: Date) {
      return Number.isNaN(this.getTime()) ? 'Invalid Date' : of(this);
    });
  text('toDateString', (date) => parts(date)[0]);
  text('toTimeString', (date) => `${parts(date)[1]} ${zoneText(date)}`);
  text('toString', (date) => `${parts(date).join(' ')} ${zoneText(date)}`);
  for (const name of ['toLocaleString', 'toLocaleDateString', 'toLocaleTimeString'] as const) {
    method(name, function (this: Date, locales?: string, options?: Intl.DateTimeFormatOptions) {
      return Real.prototype[name].call(this, locales, { timeZone: clock.zone, ...options });
    });
  }

  const format = Intl.DateTimeFormat;
  const formatOf = ([locales, options]: unknown[]): Intl.DateTimeFormat => {
    const asked = { timeZone: clock.zone, ...(options as Intl.DateTimeFormatOptions) };
    return clock.formatOf(locales as string, asked) ?? new format(locales as string, asked);
  };

  /** Called without `new`, Date is the text of this moment. */
  const callable = new Proxy(Zoned, { apply: () => String(new Zoned()) });
  method('constructor', callable);
  Object.defineProperty(globalThis, 'Date', { value: callable, writable: true, configurable: true });
  Intl.DateTimeFormat = new Proxy(format, {
    construct: (_, args) => formatOf(args),
    apply: (_, __, args) => formatOf(args),
  });
}
