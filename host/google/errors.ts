/** An error as Google throws it: scripts see an `Exception` with Google's sentence. */
export class GoogleError extends Error {
  override readonly name = 'Exception';
}

export const fail = (message: string): never => {
  throw new GoogleError(message);
};

export const unsupported = (what: string): never => fail(`${what} is not supported by the offline host.`);

/** The sentence Google gives when arguments fit no version of a method. */
export const noSignature = (args: readonly unknown[], method: string): never =>
  fail(`The parameters (${args.map(typeName).join(',')}) don't match the method signature for ${method}.`);

const typeName = (arg: unknown): string => {
  if (arg === null) return 'null';
  if (typeof arg === 'string') return 'String';
  if (typeof arg === 'number') return 'number';
  if (typeof arg === 'boolean') return 'Boolean';
  if (Array.isArray(arg)) return 'number[]';
  return typeof arg === 'object' ? (arg.constructor?.name ?? 'Object') : typeof arg;
};
