/** A trigger that a script has installed for its user in a file. */
export type InstalledTrigger = {
  readonly id: string;
  readonly functionName: string;
  readonly owner: string;
  readonly event: TriggerEvent;
  readonly schedule: Schedule | null;
  /** When a clock trigger is due next; null for the others. */
  dueAt: number | null;
};

export type TriggerEvent = 'ON_OPEN' | 'ON_EDIT' | 'ON_CHANGE' | 'CLOCK';

/** `hour` and `weekDay` in the zone; null where the script left the choice to Google. */
export type Schedule =
  | { readonly kind: 'hours'; readonly every: number }
  | {
      readonly kind: 'days';
      readonly every: number;
      readonly hour: number | null;
      readonly minute: number | null;
      readonly weekDay: number | null;
      readonly zone: string;
    }
  | { readonly kind: 'once'; readonly at: number };
