import type { Edit } from '../engine/edits';
import type { CellFormat } from '../engine/format';
import type { FileSnapshot } from '../engine/snapshot';
import type { Answer, MenuEntry, Panel, Question, Selection } from '../google/context';
import type { Act } from '../grid-acts';
import type { Answer as PanelAnswer } from '../panel/google-script';

/** Everything that the page and its server say to each other, as JSON over one WebSocket; the file itself comes by HTTP. */

/** What the page asks for before it shows anything. `/file` answers with it. */
export type Opened = {
  readonly snapshot: FileSnapshot;
  readonly version: number;
  readonly selection: Selection;
  /** The add-on's name, under which its menu stands. */
  readonly title: string;
  readonly user: string;
};

export type ToServer =
  /** The page shows the file and is ready for the add-on. */
  | { readonly kind: 'opened'; readonly id: number }
  /** What a person did while looking at version `base`; all of it is one step to undo. */
  | { readonly kind: 'act'; readonly id: number; readonly base: number; readonly acts: readonly Act[] }
  | { readonly kind: 'undo' | 'redo'; readonly id: number }
  | { readonly kind: 'select'; readonly selection: Selection }
  /** An entry of the menu, or `google.script.run` of a sidebar or dialog. */
  | {
      readonly kind: 'run';
      readonly id: number;
      /** A click in the menu, or `google.script.run` of a panel. */
      readonly by: 'menu' | 'run';
      readonly functionName: string;
      readonly args: readonly unknown[];
    }
  | { readonly kind: 'answer'; readonly question: number; readonly answer: Answer }
  /** Asks to be told once nothing runs and every formula is worked out. */
  | { readonly kind: 'settle'; readonly id: number }
  /** Throws the file and all stores away and begins anew. */
  | { readonly kind: 'fresh' };

export type ToPage =
  /** Edits in the order they were made; afterwards the file is at `version`. */
  | {
      readonly kind: 'edits';
      readonly version: number;
      readonly formats: { readonly from: number; readonly items: readonly CellFormat[] };
      readonly edits: readonly Edit[];
    }
  | { readonly kind: 'select'; readonly selection: Selection }
  /** The add-on's menu under Extensions, and those beside Help. */
  | { readonly kind: 'menus'; readonly menus: readonly MenuEntry[] }
  | { readonly kind: 'panel'; readonly panel: Panel }
  | { readonly kind: 'toast'; readonly message: string; readonly title: string; readonly seconds: number }
  | { readonly kind: 'ask'; readonly question: number; readonly asked: Question }
  /** The question was answered in another page, or its script ended. */
  | { readonly kind: 'withdraw'; readonly question: number }
  /** An act, undo or settle was dealt with; `refused` says why nothing came of it. */
  | { readonly kind: 'done'; readonly id: number; readonly refused: string | null }
  | { readonly kind: 'ran'; readonly id: number; readonly outcome: RunOutcome }
  | { readonly kind: 'cost'; readonly cost: RunCost }
  | { readonly kind: 'reloaded-add-on' }
  /** The page's copy of the file is of no use any more. */
  | { readonly kind: 'reload' };

export type RunOutcome = PanelAnswer;

/** What one execution cost, for the panel of costs. */
export type RunCost = {
  readonly functionName: string;
  readonly calls: number;
  readonly settings: number;
  readonly navigation: number;
  readonly cellsRead: number;
  readonly cellsWritten: number;
  readonly cacheBytes: number;
  readonly milliseconds: number;
  readonly methods: readonly (readonly [name: string, count: number])[];
  readonly error: string | null;
  readonly log: readonly string[];
};
