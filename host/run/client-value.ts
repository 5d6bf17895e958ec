/**
 * What the add-on's pages get of a function's answer, as plain data. Measured on Google: a Date anywhere loses the whole
 * answer, undefined becomes null, functions become their text, maps and sets become empty. Source: K. Tanaike, "Values to transfer", 2023-08-28.
 * Numbers that JSON cannot say are refused: what Google makes of them is not known.
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
    if (typeof value === 'bigint' || typeof value === 'symbol') throw illegal(typeof value);
    if (typeof value === 'number' && !Number.isFinite(value)) throw illegal(String(value));
    if (typeof value !== 'object' || value === null) return value;
    if (seen.includes(value)) throw illegal('circular object');
    seen.push(value);
    const plain = plainObject(value);
    seen.pop();
    return plain;
  }

  function plainObject(value: object): unknown {
    const kind = Object.prototype.toString.call(value);
    if (kind === '[object Date]') throw DATE;
    if (kind === '[object Uint8Array]') throw illegal('Uint8Array');
    if (Array.isArray(value)) return Array.from(value, plainOf);
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, plainOf(item)]));
  }
}

const DATE = Symbol('date');

const illegal = (what: string): Error =>
  new Error(`The answer holds a ${what}, which cannot reach the add-on's page. Answer with JSON text instead.`);
