import type { InputOf, MethodName } from '../../src/contract/contract';
import type { ErrorCode } from '../../src/domain/errors';

/** What a person does in the grid, as data. Rows are named by id, or by their number; columns by header. */
export type Act =
  | { readonly do: 'type'; readonly at: At; readonly text: string }
  | { readonly do: 'paste'; readonly cell: string; readonly rows: readonly (readonly string[])[] }
  | { readonly do: 'pasteBelow'; readonly tab: string; readonly rows: readonly Readonly<Record<string, string>>[] }
  | { readonly do: 'deleteRow' | 'copyRowBelow' | 'hideRow'; readonly tab: string; readonly row: string | number }
  | { readonly do: 'insertRows'; readonly tab: string; readonly above: string | number; readonly count?: number }
  | { readonly do: 'moveRow'; readonly tab: string; readonly row: string; readonly above: string | number }
  | { readonly do: 'sort'; readonly tab: string; readonly by: string; readonly descending?: boolean }
  | { readonly do: 'filter'; readonly tab: string; readonly column: string; readonly hides: readonly string[] }
  | { readonly do: 'insertColumn'; readonly tab: string; readonly before: string; readonly header?: string }
  | { readonly do: 'moveColumn'; readonly tab: string; readonly column: string; readonly before: string }
  | { readonly do: 'deleteColumn' | 'hideColumn' | 'protectColumn'; readonly tab: string; readonly column: string }
  | { readonly do: 'renameColumn'; readonly tab: string; readonly column: string; readonly to: string }
  | { readonly do: 'renameTab'; readonly tab: string; readonly to: string }
  | { readonly do: 'copyTab' | 'deleteTab' | 'moveTabFirst' | 'makeTable'; readonly tab: string }
  | { readonly do: 'protectRow'; readonly tab: string; readonly row: string }
  | { readonly do: 'undo' | 'remember' | 'restore' | 'evict' }
  | { readonly do: 'wait'; readonly seconds: number }
  | { readonly do: 'colleague' | 'inCopy'; readonly call: AnyCall };

/** A cell: `Leads/L-ACME000001/Phone`, or as people read it, `Leads!F2`. */
export type At = string;

/** A moment within an action, whatever calls it is made of. */
export type Moment =
  | 'first read'
  | 'last read'
  | 'first write'
  | 'last write'
  | 'commit'
  | 'first cache'
  | 'last cache'
  | 'end';

export type AnyCall = { readonly [M in MethodName]: { readonly method: M; readonly input: InputOf<M> } }[MethodName];

/** One click of a user in the sidebar, what happens meanwhile, and how it has to end. */
export type Click = {
  readonly click: AnyCall;
  readonly by?: string;
  readonly meanwhile?: { readonly before: Moment; readonly acts: readonly Act[] };
  readonly fault?: { readonly at: Moment; readonly kind: 'throws' | 'times out after it applied' };
  /** `any`: refused or done, as long as it is true. Absent: done, without a conflict. */
  readonly ends?: 'any' | ErrorCode | readonly ErrorCode[];
  /** Fields that must come back as conflicts, with what stands there. */
  readonly conflicts?: Readonly<Record<string, unknown>>;
  /** Words that the answer must hold. */
  readonly says?: readonly string[];
};

export type Step = Act | Click;

/** One thing that happens in a year of ordinary use. */
export type Situation = {
  readonly name: string;
  /** Nobody interferes: any table must manage. */
  readonly control?: true;
  readonly locale?: string;
  /** Everything in a copy of the file that somebody made. */
  readonly inCopy?: true;
  /** What people did to the file before the user looked at it. */
  readonly given?: readonly Act[];
  readonly story: readonly Step[];
  /** Cells as the grid shows them in the end. */
  readonly shows?: Readonly<Record<At, string>>;
};

export const isClick = (step: Step): step is Click => 'click' in step;
