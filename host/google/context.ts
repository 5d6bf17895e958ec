import type { Calculator } from '../engine/calculator';
import type { Edit } from '../engine/edits';
import type { SpreadsheetFile } from '../engine/file';
import type { Rect } from '../engine/rect';
import type { AuthMode } from './auth';
import type { Stores } from './stores';
import type { InstalledTrigger } from './triggers';

/** What a dialog or sidebar of the add-on shows. */
export type Panel = {
  readonly kind: 'sidebar' | 'modal' | 'modeless';
  readonly title: string;
  /** As Google serves it, which is not quite what the add-on wrote. */
  readonly html: string;
  readonly width: number | null;
  readonly height: number | null;
  /** The script's functions that its page is told of. */
  readonly functions: readonly string[];
};

/** The part of the host that stands before the user: the page shows it, tests look at it. */
export interface Screen {
  show(panel: Panel): void;
  toast(message: string, title: string, seconds: number): void;
  /** Suspends the script until the user answers; null while there is no answer yet. */
  ask(question: Question, executionId: string): Answer | null;
  /** The add-on's menu under Extensions, or one beside Help. Null stands for an add-on that has nothing but Help. */
  setMenu(menu: MenuEntry | null): void;
}

export type Question = {
  readonly kind: 'alert' | 'prompt';
  readonly title: string;
  readonly prompt: string;
  readonly buttons: string;
};
export type Answer = { readonly button: string; readonly text: string };

export type MenuEntry =
  | { readonly kind: 'item'; readonly caption: string; readonly functionName: string }
  | { readonly kind: 'separator' }
  /** Google's own last entry of every add-on's menu. */
  | { readonly kind: 'help' }
  | {
      readonly kind: 'menu';
      readonly caption: string;
      readonly addon: boolean;
      readonly entries: readonly MenuEntry[];
    };

export type Selection = {
  readonly sheet: number;
  /** The block that was selected last. */
  readonly rect: Rect;
  /** Those that were selected before it, with Ctrl held down. */
  readonly others?: readonly Rect[];
};

/** A user as the add-on's services see one. */
export type User = { readonly email: string; readonly locale: string };

/** What a person may do with a file. */
export type Role = 'owner' | 'editor' | 'commenter' | 'viewer';

export const mayEdit = (role: Role): boolean => role === 'owner' || role === 'editor';

/** What started an execution. */
export type ExecutionKind = 'menu' | 'run' | 'simple trigger' | 'trigger' | 'clock trigger' | 'custom function';

/** Everything one execution may reach. Service classes hold nothing but this and their own place. */
export interface Context {
  readonly file: SpreadsheetFile;
  readonly fileId: string;
  /** Who may do what with the file, by address. */
  readonly sharing: Map<string, Role>;
  readonly role: Role;
  readonly calculator: Calculator;
  readonly stores: Stores;
  readonly screen: Screen;
  /** The person at the keyboard. Differs from `effectiveUser` in a trigger that someone else installed. */
  readonly user: User;
  /** Under whose authority the script runs. */
  readonly effectiveUser: User;
  readonly authMode: AuthMode;
  readonly kind: ExecutionKind;
  /** The manifest's scopes that the user has granted; null: whatever the code needs. */
  readonly scopes: ReadonlySet<string> | null;
  /** All of the manifest's scopes. */
  readonly declaredScopes: readonly string[];
  /** The installed triggers of this file, of all users. */
  readonly triggers: InstalledTrigger[];
  readonly scriptZone: string;
  readonly executionId: string;
  /** Where people's cursors are; the add-on sees and moves that of its user. */
  selection: Selection;
  now(): number;
  /** A file of `dist/` by name without ending, or undefined. */
  htmlFile(name: string): string | undefined;
  /** The functions that the script's pages may call. */
  scriptFunctions(): readonly string[];
  log(level: string, text: string): void;
  apply(edit: Edit): void;
  /** The same execution looking at another file, or null where its user cannot open that. */
  inFile(fileId: string): Context | null;
  /** A new file of the user. */
  newFile(name: string): Context;
}
