/**
 * What the add-on's pages get of a function's answer, as plain data. Measured on Google: a Date anywhere loses the whole
 * answer, undefined becomes null, functions become their text, maps and sets become empty, service objects are nothing.
 * Source: K. Tanaike, "Values to transfer", 2023-08-28. What Google makes of numbers that JSON cannot say, of -0 and of holes
 * in arrays is not known: they are refused.
 */
export function clientValue(answer: unknown): unknown {
  const seen: object[] = [];
  try {
    return plainOf(answer);
  } catch (reason) {
    if (reason === DATE) return null;
    throw reason;
  }

  function plainOf(value: unknown): unknown {
    if (value === undefined) return null;
    if (typeof value === 'function') return String(value);
    if (typeof value === 'bigint' || typeof value === 'symbol') throw illegal(`a ${typeof value}`);
    if (typeof value === 'number' && !Number.isFinite(value)) throw illegal(String(value));
    if (Object.is(value, -0)) throw illegal('-0');
    if (typeof value !== 'object' || value === null) return value;
    if (seen.includes(value)) throw illegal('a circle');
    seen.push(value);
    const plain = plainObject(value);
    seen.pop();
    return plain;
  }

  function plainObject(value: object): unknown {
    const kind = Object.prototype.toString.call(value);
    if (kind === '[object Date]') throw DATE;
    if (kind === '[object Uint8Array]') throw illegal('a Uint8Array');
    if (Array.isArray(value)) {
      for (let index = 0; index < value.length; index++) if (!(index in value)) throw illegal('a hole in an array');
      return Array.from(value, plainOf);
    }
    if (isService(value)) return null;
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, plainOf(item)]));
  }
}

const DATE = Symbol('date');

/** Service objects have no fields and no prototype but a name of their class; enumerations carry their mark. */
const isService = (value: object): boolean =>
  '$enum' in value ||
  (Object.getPrototypeOf(value) === null &&
    Object.keys(value).length === 0 &&
    typeof (value as { toString?: unknown }).toString === 'function');

const illegal = (what: string): Error =>
  new Error(`The answer holds ${what}, which cannot reach the add-on's page. Answer with JSON text instead.`);
