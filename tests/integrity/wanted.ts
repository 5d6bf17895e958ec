import { serialOfUtc } from '../../host/engine/serial';
import { wallOfInstant } from '../../host/engine/zone';
import { ZONE } from './file';
import type { Cell } from './world';

/** A value that a cell has to hold after an acknowledged action. */
export type Wanted = {
  readonly tab: string;
  readonly id: string;
  readonly column: string;
  readonly kind: string;
  readonly value: unknown;
};

export const isBlank = (value: unknown): boolean =>
  value === null || value === '' || (Array.isArray(value) && value.length === 0);

/** Whether a cell holds the value, in the type that its column has. */
export function holds(cell: Cell | undefined, { kind, value }: Wanted): boolean {
  if (isBlank(value)) return cell === undefined;
  if (cell === undefined || cell.formula !== null) return false;
  if (kind === 'tags') return cell.value === (value as readonly string[]).join(', ');
  if (kind === 'day' && typeof value === 'string')
    return cell.value === serialOfDay(value) && cell.shown !== String(cell.value);
  if (kind === 'instant' && typeof value === 'number')
    return cell.value === serialOfUtc(wallOfInstant(value, ZONE)) && cell.shown !== String(cell.value);
  if (kind === 'own' && typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value) && typeof cell.value === 'number')
    return cell.value === serialOfDay(value);
  return cell.value === value;
}

const serialOfDay = (day: string): number =>
  Math.round((Date.parse(`${day}T00:00:00Z`) - Date.UTC(1899, 11, 30)) / 86_400_000);
