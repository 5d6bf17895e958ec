import { CrmError } from '../domain/errors';
import { say } from '../texts/say';
import type { Properties } from './kept-hints';
import { HEADER_ROWS } from './layout';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** The tabs of the CRM with the names they get in a new file. People may rename them. */
export const TABS = {
  leads: 'Leads',
  opportunities: 'Opportunities',
  activities: 'Activities',
  settings: 'Settings',
  history: 'History',
  pipelineReport: 'Pipeline report',
} as const;

export type TabKey = keyof typeof TABS;

/**
 * What a row near the top of our own tabs holds. A tab of somebody else's that happens to be called Settings is not ours to write; tabs of
 * records are adopted by mapping their columns, whatever they begin with.
 */
const BEGINNINGS: { readonly [K in TabKey]?: readonly string[] } = {
  settings: ['Pipeline', 'Stage', 'Ends as'],
  history: ['When', 'Who', 'Record', 'Record ID'],
  pipelineReport: ['Pipeline report'],
};

function looksOurs(key: TabKey, sheet: Sheet): boolean {
  const beginning = BEGINNINGS[key];
  if (!beginning) return true;
  const rows = sheet.getRange(1, 1, Math.min(HEADER_ROWS, sheet.getMaxRows()), sheet.getMaxColumns()).getValues();
  return rows.some((cells) => beginning.every((text) => cells.includes(text)));
}

export const missingTab = (key: TabKey): CrmError =>
  new CrmError('SHEET_BROKEN', say('tab.missing', { tab: TABS[key] }));

/** Counts up when the tabs change in a way that older files must be brought to. */
const SCHEMA = 1;

const PROPERTY = 'sheety';

type Known = { readonly schema: number; readonly tabs: { readonly [K in TabKey]?: number } };

/** The open file with what we keep about it in its document properties: which tab is which. */
export class Book {
  readonly spreadsheet: Spreadsheet;
  private known: Known | null = null;
  private kept: Readonly<Record<string, string>> | null = null;
  /** Tabs that this execution has found. */
  private readonly found = new Map<TabKey, Sheet>();

  constructor(spreadsheet: Spreadsheet) {
    this.spreadsheet = spreadsheet;
  }

  private get tabs(): Known['tabs'] {
    if (!this.known) {
      const text = this.properties.read()[PROPERTY];
      this.known = text ? (JSON.parse(text) as Known) : { schema: SCHEMA, tabs: {} };
    }
    return this.known.tabs;
  }

  /** What is kept with the file, read in one call. */
  readonly properties: Properties = {
    read: () => {
      this.kept ??= PropertiesService.getDocumentProperties().getProperties();
      return this.kept;
    },
    write: (key, value) => {
      PropertiesService.getDocumentProperties().setProperty(key, value);
      this.kept = { ...this.kept, [key]: value };
    },
  };

  /** The tab by its id, which a rename leaves alone, else by its name: a copied file has other ids. */
  findTab(key: TabKey): Sheet | null {
    const known = this.found.get(key);
    if (known) return known;
    const id = this.tabs[key];
    const sheet = (id === undefined ? null : this.spreadsheet.getSheetById(id)) ?? this.findByName(key);
    if (sheet) this.found.set(key, sheet);
    return sheet;
  }

  private findByName(key: TabKey): Sheet | null {
    const named = this.spreadsheet.getSheetByName(TABS[key]);
    return named && looksOurs(key, named) ? named : null;
  }

  /** A tab of ours that is still empty, as a set-up that failed leaves it. */
  findEmptyTab(key: TabKey): Sheet | null {
    const named = this.spreadsheet.getSheetByName(TABS[key]);
    return named && named.getLastRow() === 0 ? named : null;
  }

  /** Makes the tab behind the others, under another name where somebody has a tab of that name for something else. */
  insertTab(key: TabKey): Sheet {
    const taken = new Set(this.spreadsheet.getSheets().map((sheet) => sheet.getName().toLowerCase()));
    const names = [TABS[key], `CRM ${TABS[key].toLowerCase()}`];
    let name = names.find((one) => !taken.has(one.toLowerCase()));
    for (let n = 2; name === undefined; n++)
      if (!taken.has(`${names[1]} ${n}`.toLowerCase())) name = `${names[1]} ${n}`;
    return this.spreadsheet.insertSheet(name, this.spreadsheet.getNumSheets());
  }

  /** Which of our tabs a sheet is, or null for anyone else's. */
  keyOf(sheet: Sheet): TabKey | null {
    const id = sheet.getSheetId();
    const keys = Object.keys(TABS) as TabKey[];
    return keys.find((key) => this.findTab(key)?.getSheetId() === id) ?? null;
  }

  /**
   * Which of our tabs somebody edited below its header, or null. Asks Google nothing where the tab cannot be ours: ours have
   * their first names, or were renamed and have frozen rows. A single frozen row is the header; more may hold records.
   */
  editedTab(sheet: Sheet, lastRow: number): TabKey | null {
    const frozen = sheet.getFrozenRows();
    const mayBeOurs = (Object.values(TABS) as readonly string[]).includes(sheet.getName()) || frozen > 0;
    return mayBeOurs && (lastRow > 1 || frozen !== 1) ? this.keyOf(sheet) : null;
  }

  /** Notes the ids of tabs; writes only when that is news. */
  remember(tabs: Known['tabs']): void {
    const keys = Object.keys(tabs) as TabKey[];
    if (keys.every((key) => this.tabs[key] === tabs[key])) return;
    this.found.clear();
    this.known = { schema: SCHEMA, tabs: { ...this.tabs, ...tabs } };
    this.properties.write(PROPERTY, JSON.stringify(this.known));
  }
}
