import type { Calendar } from '../domain/calendar';
import type { CellValue } from './codec';

const DAY_MS = 86_400_000;

/** Day zero of Sheets' own numbers for dates. */
const ZERO = Date.UTC(1899, 11, 30);

/**
 * Whether a cell still holds what Google says was typed; null where that cannot be told: it gives dates as numbers, and does
 * not say how it gives the rest.
 */
export function stillHolds(cell: CellValue, typed: string, calendar: Calendar): boolean | null {
  const number = typed.trim() === '' ? Number.NaN : Number(typed);
  // What a formula shows is not what was typed.
  if (typed.startsWith('=')) return null;
  if (typeof cell === 'boolean') return String(cell).toUpperCase() === typed.toUpperCase();
  if (typeof cell === 'number') return Number.isNaN(number) ? null : Math.abs(cell - number) < 1e-9;
  if (typeof cell === 'object') {
    if (Number.isNaN(number)) return null;
    return new Date(ZERO + Math.floor(number) * DAY_MS).toISOString().slice(0, 10) === calendar.dayOf(cell.getTime());
  }
  return cell.trim() === typed.trim() || (cell !== '' && Number(cell) === number);
}
