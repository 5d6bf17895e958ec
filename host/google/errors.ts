import { nameOfService, qualifiedName } from './class-names';

/** An error as Google throws it: scripts see an `Exception` with Google's sentence. */
export class GoogleError extends Error {
  override readonly name = 'Exception';
}

export const fail = (message: string): never => {
  throw new GoogleError(message);
};

export const unsupported = (what: string): never => fail(`${what} is not supported by the offline host.`);

/** The sentence Google gives when arguments fit no version of a method, which is named in full. */
export const noSignature = (args: readonly unknown[], method: string): never =>
  fail(`The parameters (${args.map(typeName).join(',')}) don't match the method signature for ${method}.`);

/**
 * A value's type as these sentences name it: every array is `number[]`, a plain object is `(class)`.
 * Source: Stack Overflow 63720612; brucemcpherson/gas-fakes, setTextRotation.
 */
function typeName(arg: unknown): string {
  if (arg === null || arg === undefined) return 'null';
  if (typeof arg === 'string') return 'String';
  if (typeof arg === 'boolean') return 'Boolean';
  if (typeof arg !== 'object') return typeof arg;
  if (Array.isArray(arg)) return 'number[]';
  const service = nameOfService(arg);
  return service ? qualifiedName(service) : '(class)';
}
