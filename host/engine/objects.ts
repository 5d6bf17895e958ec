import type { Rect } from './rect';

/** A block of cells of a certain tab. */
export type Place = { readonly sheet: number; readonly rect: Rect };

export type Merge = Place;

/** `ofTab`: the name belongs to its tab, as those do that a copied tab brings along. */
export type NamedRange = Place & { readonly name: string; readonly ofTab?: boolean };

/** `rect` null: the whole tab. */
export type Protection = {
  readonly id: number;
  readonly sheet: number;
  readonly rect: Rect | null;
  readonly description: string;
  readonly warningOnly: boolean;
  /** E-mail addresses of those who may edit beside the owner. Absent: everyone who may edit the file, still. */
  readonly editors?: readonly string[];
  readonly domainEdit?: boolean;
  /** Blocks of a protected tab that everyone may edit. */
  readonly unprotected?: readonly Rect[];
  /** The named range it was put on. */
  readonly name?: string;
};

/** A condition of a filter or of a conditional format, by the name of Google's criteria. */
export type Condition = {
  readonly criterion: string;
  /** Texts, numbers, and days as serials of the file. */
  readonly args: readonly (string | number)[];
};

export type FilterCriterion = {
  readonly condition: Condition | null;
  readonly hidden: readonly string[];
};

/** The one filter a tab may have. Criteria by column, counted from the left of `rect`. */
export type Filter = Place & { readonly criteria: Readonly<Record<number, FilterCriterion>> };

/** Colours of one axis of a banding; null where the band has none of its own. */
export type Bands = {
  readonly header: string | null;
  readonly first: string | null;
  readonly second: string | null;
  readonly footer: string | null;
};

export type Banding = Place & { readonly id: number; readonly rows: Bands | null; readonly columns: Bands | null };

export type GradientPoint = { readonly color: string; readonly type: string; readonly value: string };

/** One rule of a tab's conditional formats. The rules of a tab stand in their order. */
export type ConditionalFormat = {
  readonly sheet: number;
  readonly ranges: readonly Rect[];
  readonly condition: Condition | null;
  readonly format: Readonly<{
    background?: string;
    fontColor?: string;
    bold?: boolean;
    italic?: boolean;
    underline?: boolean;
    strike?: boolean;
  }>;
  readonly gradient: readonly [GradientPoint | null, GradientPoint | null, GradientPoint | null] | null;
};

/** A range that a person turned into a table. A column has a type of the Sheets API, or none. */
export type Table = Place & {
  readonly id: number;
  readonly name: string;
  readonly types: readonly (string | null)[];
};

/** A data validation rule; cells name it by key in their format. */
export type ValidationRule = {
  readonly key: number;
  readonly criterion: string;
  /** Plain arguments: list items, numbers, or a formula. */
  readonly args: readonly (string | number | boolean | readonly string[])[];
  /** The cells a list is taken from. */
  readonly source: Place | null;
  readonly allowInvalid: boolean;
  readonly helpText: string | null;
};

export type Chart = {
  readonly id: number;
  readonly sheet: number;
  readonly type: string;
  readonly ranges: readonly Place[];
  readonly headers: number;
  readonly options: Readonly<Record<string, unknown>>;
  readonly layout?: Readonly<{ hidden?: string; merge?: string; transpose?: boolean }>;
  /** Cell of the upper left corner, and pixels from that cell's corner. */
  readonly anchor: { readonly row: number; readonly column: number; readonly x: number; readonly y: number };
};

export type Metadata = {
  readonly id: number;
  readonly key: string;
  readonly value: string | null;
  readonly visibility: 'DOCUMENT' | 'PROJECT';
  readonly location:
    | { readonly kind: 'file' }
    | { readonly kind: 'sheet'; readonly sheet: number }
    | { readonly kind: 'row' | 'column'; readonly sheet: number; readonly index: number };
};

/** Everything of a file that is tied to cells but is no cell. Lists are replaced whole, never changed in place. */
export type FileObjects = {
  readonly merges: readonly Merge[];
  readonly names: readonly NamedRange[];
  readonly protections: readonly Protection[];
  readonly rules: readonly ValidationRule[];
  readonly charts: readonly Chart[];
  readonly metadata: readonly Metadata[];
  readonly filters: readonly Filter[];
  readonly bandings: readonly Banding[];
  readonly conditional: readonly ConditionalFormat[];
  readonly tables: readonly Table[];
};

export const noObjects: FileObjects = {
  merges: [],
  names: [],
  protections: [],
  rules: [],
  charts: [],
  metadata: [],
  filters: [],
  bandings: [],
  conditional: [],
  tables: [],
};
