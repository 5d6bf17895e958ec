/** What crosses between a script's realm and the desk that serves it. Plain data, so that it can cross a thread too. */

/** Values that are no plain data travel as tagged objects. */
export type Wire =
  | string
  | number
  | boolean
  | null
  | undefined
  | Wire[]
  | { readonly $date: number }
  | { readonly $object: { readonly [key: string]: Wire } }
  | { readonly $service: number; readonly $class: string }
  | { readonly $enum: readonly [owner: string, name: string, value: string] }
  | { readonly $illegal: string };

export type CallRequest = {
  /** A service object by number, or a global service by name. */
  readonly target: number | string;
  readonly method: string;
  readonly args: readonly Wire[];
};

export type CallAnswer =
  | { readonly value: Wire }
  | { readonly error: { readonly name: string; readonly message: string } }
  /** Let time pass, then go on or make the same call again. */
  | { readonly pause: number; readonly next: 'done' | 'again'; readonly suspended?: boolean };

/** How an execution ended, as the caller sees it. */
export type Outcome =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly error: { readonly name: string; readonly message: string; readonly stack: string } };
