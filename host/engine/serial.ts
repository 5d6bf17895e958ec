const EPOCH = Date.UTC(1899, 11, 30);
const DAY = 86_400_000;

/** Days since 30 December 1899 of a wall-clock time given as if it were UTC. Source: Sheets API guide "formats". */
export const serialOfUtc = (wallTime: number): number => (wallTime - EPOCH) / DAY;

export const utcOfSerial = (serial: number): number => Math.round(serial * DAY) + EPOCH;
