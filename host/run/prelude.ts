import type { CallAnswer, CallRequest, Outcome, Wire } from './protocol';
import type { ScriptClock } from './zoned-date';

export type PreludeInput = {
  readonly invoke: (request: CallRequest) => CallAnswer;
  /** Goes around every service call, with what the realm does to make and read it: that is not the script's own time. */
  readonly whileServed: <T>(serve: () => T) => T;
  readonly log: (level: string, text: string) => void;
  readonly clock: ScriptClock;
  readonly services: readonly string[];
  readonly enums: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
};

/**
 * Runs inside a script's realm, from its source text: everything that scripts can touch is made here, of the realm's
 * own arrays, dates and errors. Must use nothing from outside its body.
 */
export function prelude(
  input: PreludeInput,
  /** What scripts see of a service object, where that is more than its methods. */
  seen: (service: object, className: string) => object,
): (name: string, args: readonly Wire[], done: (outcome: Outcome) => void) => void {
  const handles = new WeakMap<object, number>();
  const byHandle = new Map<number, object>();
  const enumValues = new Map<string, object>();

  const enumValue = (owner: string, name: string, value: string): object => {
    const key = `${owner}.${name}.${value}`;
    let item = enumValues.get(key);
    if (!item) {
      item = Object.freeze({
        toString: () => value,
        toJSON: () => value,
        name: () => value,
        $enum: [owner, name, value],
      });
      enumValues.set(key, item);
    }
    return item;
  };

  /** Made when a script names it: most executions ask for one or two of some fifty. */
  const enumOf = (owner: string, name: string, values: readonly string[]): Record<string, object> =>
    Object.fromEntries(values.map((value) => [value, enumValue(owner, name, value)]));

  const toWire = (value: unknown): Wire => {
    if (typeof value === 'function' || typeof value === 'symbol' || typeof value === 'bigint')
      return { $illegal: typeof value };
    if (typeof value !== 'object' || value === null) return value as Wire;
    if (Array.isArray(value)) return value.map(toWire);
    const handle = handles.get(value);
    if (handle !== undefined) return { $service: handle, $class: '' };
    if (Object.prototype.toString.call(value) === '[object Date]') return { $date: (value as Date).getTime() };
    const asEnum = (value as { $enum?: [string, string, string] }).$enum;
    if (asEnum) return { $enum: asEnum };
    return { $object: Object.fromEntries(Object.entries(value).map(([key, item]) => [key, toWire(item)])) };
  };

  const fromWire = (wire: Wire): unknown => {
    if (typeof wire !== 'object' || wire === null) return wire;
    if (Array.isArray(wire)) {
      const items = [];
      for (const item of wire) items.push(fromWire(item));
      return items;
    }
    if ('$date' in wire) return new Date(wire.$date);
    if ('$service' in wire) return serviceObject(wire.$service, wire.$class);
    if ('$enum' in wire) return enumValue(...wire.$enum);
    if ('$object' in wire)
      return Object.fromEntries(Object.entries(wire.$object).map(([key, item]) => [key, fromWire(item)]));
    return undefined;
  };

  const invoke = (target: number | string, method: string, args: unknown[]): unknown =>
    input.whileServed(() => serve(target, method, args));

  const serve = (target: number | string, method: string, args: unknown[]): unknown => {
    const answer = input.invoke({ target, method, args: args.map(toWire) });
    if ('value' in answer) return fromWire(answer.value);
    const failure =
      'error' in answer ? answer.error : { name: 'Exception', message: 'The script was suspended for too long.' };
    const error = new Error(failure.message);
    error.name = failure.name;
    throw error;
  };

  /** Any name is a method here: the desk knows which ones Google has and says so by name. */
  const proxy = (target: number | string, className: string): object => {
    const enums = input.enums[className] ?? {};
    const made = new Map<string, object>();
    const methods = new Map<string, unknown>();
    return new Proxy(Object.create(null) as object, {
      get: (_, name) => {
        if (typeof name === 'symbol') return name === Symbol.toPrimitive ? () => className : undefined;
        if (name === 'then' || name === 'toJSON' || name === 'constructor') return undefined;
        if (name === 'toString') return () => className;
        const values = Object.hasOwn(enums, name) ? enums[name] : undefined;
        if (values) {
          if (!made.has(name)) made.set(name, enumOf(className, name, values));
          return made.get(name);
        }
        // No method begins with a capital: an enumeration that the host lacks.
        if (/^[A-Z]/.test(name)) return invoke(target, name, []);
        if (!methods.has(name)) methods.set(name, (...args: unknown[]) => invoke(target, name, args));
        return methods.get(name);
      },
    });
  };

  const serviceObject = (handle: number, className: string): object => {
    let item = byHandle.get(handle);
    if (!item) {
      item = seen(proxy(handle, className), className);
      byHandle.set(handle, item);
      handles.set(item, handle);
    }
    return item;
  };

  const scope = globalThis as unknown as Record<string, unknown>;
  const define = (name: string, value: unknown) =>
    Object.defineProperty(scope, name, { value, writable: true, configurable: true, enumerable: false });

  for (const name of input.services) define(name, seen(proxy(name, name), name));
  const written = (value: unknown): string => {
    if (typeof value !== 'object' || value === null || (value as Error).stack)
      return String((value as Error)?.stack ?? value);
    try {
      return JSON.stringify(value);
    } catch {
      return String(value);
    }
  };
  const textOf = (values: unknown[]) => values.map(written).join(' ');
  const timers = new Map<string, number>();
  const timing = {
    time: (label = 'default') => void timers.set(label, Date.now()),
    timeEnd: (label = 'default') => input.log('debug', `${label}: ${Date.now() - (timers.get(label) ?? Date.now())}ms`),
  };
  const levels = ['log', 'info', 'warn', 'error', 'debug'];
  define(
    'console',
    Object.assign(
      timing,
      Object.fromEntries(levels.map((level) => [level, (...values: unknown[]) => input.log(level, textOf(values))])),
    ),
  );
  // V8 gives these to every realm; Apps Script does not have them.
  for (const name of ['SharedArrayBuffer', 'Atomics', 'gc']) delete scope[name];

  return (name, args, done) => {
    const failed = (error: unknown) => {
      const { name: kind = 'Error', message = String(error), stack = '' } = (error ?? {}) as Error;
      done({ ok: false, error: { name: String(kind), message: String(message), stack: String(stack) } });
    };
    try {
      const result = (scope[name] as (...values: unknown[]) => unknown)(...args.map(fromWire));
      const isPromise = typeof (result as Promise<unknown> | null)?.then === 'function';
      // Google waits for a promise that an entry function returns.
      if (isPromise) (result as Promise<unknown>).then((value) => done({ ok: true, value }), failed);
      else done({ ok: true, value: result });
    } catch (error) {
      failed(error);
    }
  };
}
