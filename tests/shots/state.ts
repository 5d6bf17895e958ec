import type { Page } from 'playwright-core';
import type { Answer, Start } from '../../src/contract/contract';
import type { Activity, Lead, Opportunity } from '../../src/domain/records';
import type { Handlers } from '../sidebar/fake-google';

export type PageName = 'sidebar' | 'import' | 'repair' | 'about' | 'components';

/** Something that a user does, or that happens to them. */
export type Step = (page: Page) => Promise<void>;

/** One state of one view: how it comes about, and what shows that it did. */
export type State = {
  /** Also the name of its picture. */
  readonly name: string;
  /** The sidebar where none is named. */
  readonly page?: PageName;
  /** The user's; English where none is named. */
  readonly language?: 'de';
  /** The first answer, which comes with the page; null: the page came without it. A sample of a file in use where none is named. */
  readonly first?: Answer<Start> | null;
  /** The cache was empty: the lists come later. */
  readonly isCold?: boolean;
  /** What the file holds. */
  readonly leads?: readonly Lead[];
  readonly deals?: readonly Opportunity[];
  /** Of the home screen; that of deals where none is named. */
  readonly tab?: 'Today' | 'Deals' | 'Leads' | 'Activities';
  /** Open tasks that the first answer brings along. */
  readonly tasks?: readonly Activity[];
  /** What else the server answers. */
  readonly answers?: Handlers;
  readonly does?: readonly Step[];
  /** A text in sight, or the label of something. */
  readonly sees: string | RegExp;
  /** Higher than the page is at Google, to see all of something long. */
  readonly height?: number;
};

/** How wide and high Google shows each page: `src/entry/menu.ts`, and 300 for sidebars; the sidebar's height is a laptop's. */
export const SIZES: Readonly<Record<PageName, { readonly widths: readonly number[]; readonly height: number }>> = {
  sidebar: { widths: [300, 360], height: 620 },
  import: { widths: [760], height: 600 },
  repair: { widths: [460], height: 480 },
  about: { widths: [440], height: 420 },
  components: { widths: [900], height: 2700 },
};
