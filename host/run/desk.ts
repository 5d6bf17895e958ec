import { checkArguments } from '../google/arguments';
import { type Permissions, refusal } from '../google/auth';
import { nameOfService, qualifiedName } from '../google/class-names';
import type { Context } from '../google/context';
import { EnumValue } from '../google/enums';
import { GoogleError } from '../google/errors';
import { Pause } from '../google/pause';
import { checkSameFile } from '../google/same-file';
import { globalService } from '../google/services';
import { type Cost, costOf } from '../google/surface';
import { Counts } from './counts';
import { type Fault, failureText } from './faults';
import type { CallAnswer, CallRequest, Wire } from './protocol';

/** A call about to be served. Tests act as people between any two of them, and let calls fail. */
export type ServiceCall = {
  readonly service: string;
  readonly method: string;
  readonly cost: Cost;
  /** Counted from one within its execution. */
  readonly number: number;
  readonly functionName: string;
};

/** What a call meets before it is served: a fault, or nothing. */
export type BeforeCall = (call: ServiceCall) => Fault | undefined;

type Surroundings = {
  readonly functionName: string;
  readonly permissions: Permissions;
  /** Why the execution may not go on, or null. */
  readonly brokenOff: () => string | null;
  /** Ends the execution with this sentence, whatever the script catches. */
  readonly abort: (sentence: string) => void;
  readonly before: BeforeCall;
  /** Time passes that does not count against the execution. */
  readonly suspend: (milliseconds: number) => void;
  /** Whether calls take as long as at Google. */
  readonly slow: boolean;
};

/** Serves the service calls of one execution: finds the object, runs the method, counts what it cost. */
export class Desk {
  readonly counts = new Counts();
  private readonly objects: object[] = [];
  private readonly handles = new Map<object, number>();
  private number = 0;
  /** The call before asked to be made again: this is the same one. */
  private again: { readonly fault: Fault | null } | null = null;

  constructor(
    private readonly context: Context,
    private readonly around: Surroundings,
  ) {}

  invoke({ target, method, args }: CallRequest): CallAnswer {
    const object = typeof target === 'string' ? globalService(target, this.context) : this.objects[target];
    const service = object ? nameOfService(object) : String(target);
    const denied = this.around.brokenOff() ?? refusal(service, method, this.around.permissions);
    if (denied) {
      // Source: Workspace guide "Editor add-on authorization": there such a call ends the run, caught or not.
      if (this.around.permissions.authMode === 'NONE') this.around.abort(denied);
      return failed(denied);
    }
    const cost = costOf(service, method);
    if (!object || !cost) return failed(`${service}.${method} is not supported by the offline host.`);
    try {
      return this.serve(object, service, method, cost, args);
    } catch (error) {
      if (error instanceof Pause) {
        this.again = error.next === 'again' ? { fault: null } : null;
        if (error.suspends) this.around.suspend(error.milliseconds);
        return { pause: error.milliseconds, next: error.next };
      }
      if (error instanceof GoogleError) return { error: { name: error.name, message: error.message } };
      throw error;
    }
  }

  private serve(object: object, service: string, method: string, cost: Cost, args: readonly Wire[]): CallAnswer {
    const fault = this.faultOf({ service, method, cost });
    const sentence = fault && failureText(fault, service, this.context.fileId);
    if (fault?.fault === 'throws') return failed(sentence!);
    const values = args.map((arg) => this.fromWire(arg, `${qualifiedName(service)}.${method}`));
    checkArguments(service, method, values);
    checkSameFile(object, service, values);
    if (method === 'releaseLock' && this.counts.hasPendingWrites) this.context.log('host', RELEASED_EARLY);
    const result = (object as Record<string, (...values: unknown[]) => unknown>)[method]!(...values);
    const took = this.counts.add({ object, service, method, cost, args: values, result });
    const after = this.around.slow && took > 0 ? { after: took } : {};
    if (fault?.fault === 'times out after it applied') return { ...failed(sentence!), ...after };
    return { value: this.toWire(result), ...after };
  }

  /** Asks once per call, also when the call is made again because it had to wait. */
  private faultOf({ service, method, cost }: Pick<ServiceCall, 'service' | 'method' | 'cost'>): Fault | null {
    const { again } = this;
    this.again = null;
    if (again) return again.fault;
    const number = ++this.number;
    const fault = this.around.before({ service, method, cost, number, functionName: this.around.functionName }) ?? null;
    if (fault?.fault === 'late') throw new Pause(fault.milliseconds, 'again');
    return fault;
  }

  private fromWire(wire: Wire, method: string): unknown {
    if (typeof wire !== 'object' || wire === null) return wire;
    if (Array.isArray(wire)) return wire.map((item) => this.fromWire(item, method));
    if ('$date' in wire) return new Date(wire.$date);
    if ('$service' in wire) return this.objects[wire.$service];
    if ('$enum' in wire) return new EnumValue(...wire.$enum);
    if ('$illegal' in wire)
      throw new GoogleError(`The parameters (${wire.$illegal}) don't match the method signature for ${method}.`);
    return Object.fromEntries(Object.entries(wire.$object).map(([key, item]) => [key, this.fromWire(item, method)]));
  }

  /** Also for what an execution is started with: events hold service objects. */
  toWire(value: unknown): Wire {
    if (typeof value !== 'object' || value === null) return value as Wire;
    if (Array.isArray(value)) return value.map((item) => this.toWire(item));
    if (value instanceof Date) return { $date: value.getTime() };
    if (value instanceof EnumValue) return { $enum: [value.owner, value.name, value.value] };
    const service = nameOfService(value);
    if (service) return { $service: this.handleOf(value), $class: service };
    return { $object: Object.fromEntries(Object.entries(value).map(([key, item]) => [key, this.toWire(item)])) };
  }

  private handleOf(object: object): number {
    let handle = this.handles.get(object);
    if (handle === undefined) {
      handle = this.objects.push(object) - 1;
      this.handles.set(object, handle);
    }
    return handle;
  }
}

/** Here every write is there at once; at Google the next holder of the lock would read what was there before. */
const RELEASED_EARLY = 'The lock was released before SpreadsheetApp.flush(): others may not see what was written.';

const failed = (message: string): CallAnswer => ({ error: { name: 'Exception', message } });
