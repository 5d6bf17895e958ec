/** Questions one could put to real Google. Data, but for the code that Google (or the host) is to run. */

type Sourced = {
  /** `area/what-it-is-about`. */
  readonly id: string;
  /** The question in plain words. */
  readonly asks: string;
  /**
   * The answer as plain JSON data. `{ throws }` where Google refuses, with the sentence or, where nobody wrote it down,
   * true; with the `kind` of the error where it is one of the language.
   */
  readonly expect: Answer;
  /** Who says so. */
  readonly source: string;
  /** Why nobody can be sure of the answer. Such questions are asked and shown, but do not count. */
  readonly unsure?: string;
};

export type Answer =
  | null
  | string
  | number
  | boolean
  | readonly Answer[]
  | { readonly [key: string]: Answer }
  | { readonly throws: string | true; readonly kind?: string };

/** Of the file the question is asked in. The script's own zone is that of its manifest, the same for all. */
export type Settings = { readonly locale?: string; readonly timeZone?: string };

/** Kept apart on purpose: nothing that touches a date may work only where two of them are the same. */
export const FILE_ZONE = 'Europe/Madrid';
/** Few machines are in this one, whose zone must not be mistaken for the script's. */
export const SCRIPT_ZONE = 'Pacific/Marquesas';
export const LOCALE = 'en_US';

/** What a script finds out by itself in an empty tab. */
export type ScriptQuestion = Sourced & {
  readonly settings?: Settings;
  readonly code: (
    spreadsheet: GoogleAppsScript.Spreadsheet.Spreadsheet,
    sheet: GoogleAppsScript.Spreadsheet.Sheet,
  ) => unknown;
};

/** What only shows when a person does something. The answer is the list of what the add-on noted and the steps showed. */
export type Scene = Sourced & {
  readonly settings?: Settings;
  /** Scopes of the manifest, where they are the question; all that the probe add-on needs otherwise. */
  readonly scopes?: readonly string[];
  /** The add-on: its top-level functions. */
  readonly addOn: { readonly [name: string]: (event: never) => unknown };
  /** Google limits add-ons more than scripts bound to a file: only as a published one does it give the answer. */
  readonly onlyPublished?: true;
  /** What the add-on does at its top level, in every execution. */
  readonly topLevel?: () => void;
  readonly steps: readonly Step[];
};

export type Step =
  /** Opens the file. A newcomer installed the add-on but never used it in this file; the add-on is in use here otherwise. */
  | { readonly do: 'open'; readonly newcomer?: true }
  /** Installs the add-on from within the open file. */
  | { readonly do: 'install' }
  | { readonly do: 'type'; readonly at: string; readonly text: string }
  | { readonly do: 'paste'; readonly at: string; readonly rows: readonly (readonly string[])[] }
  | { readonly do: 'clear'; readonly at: string }
  | { readonly do: 'select'; readonly at: string }
  | { readonly do: 'insert row' | 'delete row' | 'insert column' | 'delete column'; readonly at: number }
  | { readonly do: 'insert tab'; readonly name: string }
  | { readonly do: 'choose'; readonly item: string }
  /** Runs a function as an entry of the add-on's menu does; what it throws is noted as `{ throws }`. */
  | { readonly do: 'run'; readonly name: string }
  /** A cell calls a function; its value, or what it throws, becomes part of the answer. A list of lists is a block. */
  | { readonly do: 'use in a cell'; readonly name: string; readonly args: readonly CellArgument[] }
  /** Time passes; clock triggers that fall due run. */
  | { readonly do: 'wait'; readonly hours: number }
  /** The captions of the add-on's menu become part of the answer. */
  | { readonly do: 'look at the menu' }
  /** What a cell shows becomes part of the answer. */
  | { readonly do: 'look at'; readonly at: string }
  /** Someone who may only look at the file does the next steps. */
  | { readonly do: 'be a viewer' }
  /** Another editor of the file, who has the add-on too, does the next steps. */
  | { readonly do: 'be another editor' };

type CellValue = string | number | boolean;
export type CellArgument = CellValue | readonly (readonly CellValue[])[];

/** What shows in a page of the add-on. The code runs in a sidebar's page and hands its answer to `done`. */
export type ClientQuestion = Sourced & {
  readonly client: (google: ClientGoogle, done: (answer: unknown) => void) => void;
};

type Handler = ((value: never, userObject: never) => void) | null;
export type Runner = {
  withSuccessHandler(handler: Handler): Runner;
  withFailureHandler(handler: Handler): Runner;
  withUserObject(object: unknown): Runner;
} & { readonly [name: string]: (...args: unknown[]) => void };
export type ClientGoogle = {
  readonly script: {
    readonly run: Runner;
    readonly host: {
      readonly origin: string;
      close(): void;
      setHeight(height: number): void;
      setWidth(width: number): void;
      readonly editor: { focus(): void };
    };
  };
};

export type Question = ScriptQuestion | Scene | ClientQuestion;

declare global {
  /** Adds to the answer of a scene. In every mode but NONE, where nothing can be kept. */
  function note(value: unknown): void;
}
