import { newId, type RecordKind } from '../../src/domain/ids';

/** 32 random bits as a number from 0 up to, not including, 1. */
const random = (): number => (crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) / 2 ** 32;

export const freshId = (kind: RecordKind): string => newId(kind, random);
