import type { Context } from '../google/context';
import { EnumValue } from '../google/enums';
import { GoogleError } from '../google/errors';
import { Pause } from '../google/pause';
import { globalService, nameOfService } from '../google/services';
import { type Cost, costOf } from '../google/surface';
import { Counts } from './counts';
import type { CallAnswer, CallRequest, Wire } from './protocol';

/** A call about to be served. Tests act as people between any two of them. */
export type ServiceCall = {
  readonly service: string;
  readonly method: string;
  readonly cost: Cost;
  readonly number: number;
};

/** Serves the service calls of one execution: finds the object, runs the method, counts what it cost. */
export class Desk {
  readonly counts = new Counts();
  private readonly objects: object[] = [];
  private readonly handles = new Map<object, number>();
  private number = 0;

  constructor(
    private readonly context: Context,
    private readonly before: (call: ServiceCall) => void,
  ) {}

  invoke({ target, method, args }: CallRequest): CallAnswer {
    const object = typeof target === 'string' ? globalService(target, this.context) : this.objects[target];
    const service = object ? nameOfService(object) : String(target);
    const cost = costOf(service, method);
    if (!object || !cost) {
      return { error: { name: 'Exception', message: `${service}.${method} is not supported by the offline host.` } };
    }
    try {
      this.before({ service, method, cost, number: ++this.number });
      const values = args.map((arg) => this.fromWire(arg, `${service}.${method}`));
      const result = (object as Record<string, (...values: unknown[]) => unknown>)[method]!(...values);
      this.counts.add(object, service, method, cost, values, result);
      return { value: this.toWire(result) };
    } catch (error) {
      if (error instanceof Pause) return { pause: error.milliseconds, next: error.next, suspended: error.suspended };
      if (error instanceof GoogleError) return { error: { name: error.name, message: error.message } };
      throw error;
    }
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

  private toWire(value: unknown): Wire {
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
