/** A chance as people write it, 0.75 or 75 for 75 %, from 0 to 1. Null where it is none: 1.5 may be meant either way. */
export function chanceOf(written: number): number | null {
  if (written >= 0 && written <= 1) return written;
  return written >= 2 && written <= 100 ? written / 100 : null;
}
