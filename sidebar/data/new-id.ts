import { newActionId, newId, type RecordKind } from '../../src/domain/ids';

/** Drawn many at a time: an import makes a million of them. */
const pool = new Uint32Array(1024);
let drawn = pool.length;

/** 32 random bits as a number from 0 up to, not including, 1. */
function random(): number {
  if (drawn === pool.length) {
    crypto.getRandomValues(pool);
    drawn = 0;
  }
  return (pool[drawn++] ?? 0) / 2 ** 32;
}

export const freshId = (kind: RecordKind): string => newId(kind, random);
export const freshActionId = (): string => newActionId(random);
