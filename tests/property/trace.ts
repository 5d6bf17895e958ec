import type { Answer } from '../../src/contract/contract';
import type { Asked } from './asked';
import type { Remains } from './forgotten';
import type { Difference, State, Step, Tab } from './sheet-state';

/** What a person did while the add-on worked, or between two actions. */
export type Deed = {
  readonly when: string;
  readonly said: string;
  /** It took something back: what stands there then is not what the person typed. */
  readonly isUndo: boolean;
  readonly at: number;
  readonly tabs: ReadonlySet<Tab>;
  readonly step: Step;
};

/** The write window of an action in a tab: from its first look at the rows to the commit of the last cell it wrote there. */
export type Window = { from: number | null; wrote: boolean; to: number | null };

/** One action of the add-on as it went. Moments are numbers of service calls. */
export type Trace = {
  readonly asked: Asked;
  readonly before: State;
  after: State;
  readonly deeds: Deed[];
  /** What people did between this action and the next one, and the sheet as the next one found it. */
  readonly gap: Deed[];
  next: State;
  readonly windows: ReadonlyMap<Tab, Window>;
  fault: string | null;
  /** The line of History before its own, and its own. */
  from: number;
  logged: string;
  isFaulted: boolean;
  readonly moment: number;
  /** Of an erasure. */
  remains: Remains | null;
  /** Tabs of the file that it wrote. */
  readonly wrote: Set<number>;
  /** What is wrong with the report that it wrote. */
  wrongReport: readonly string[];
  answer: Answer | null;
  /** What Ctrl+Z took back before, so that nobody was told, by cell. */
  readonly unheard: ReadonlyMap<string, Pick<Difference, 'from' | 'to'>>;
  /** When it first searched for a record. */
  searched: number | null;
};

export const cellKey = (tab: Tab, row: string, column: string): string => `${tab} ${row} ${column}`;

/** When a deed happened, as the rows of a tab saw it: before the add-on looked at them, in its write window, or afterwards. */
export function phaseOf({ windows }: Trace, { at }: Deed, tab: Tab): 'before' | 'in window' | 'after' {
  const { from, to, wrote } = windows.get(tab)!;
  if (!wrote || from === null || at <= from) return 'before';
  return to === null || at <= to ? 'in window' : 'after';
}

/** Whether a deed fell into the write window of a tab that it touched. */
export const isInWindow = (trace: Trace, deed: Deed): boolean =>
  [...deed.tabs].some((tab) => phaseOf(trace, deed, tab) === 'in window');
