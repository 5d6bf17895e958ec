import { fold } from '../domain/fold';
import type { About, Activity, Opportunity } from '../domain/records';
import { namedValues, unpackLeftOut, unpackPlaces, unpackWhere } from './cache/block';
import { type CachedRow, keyOfDeal, unpackRow } from './cache/cached-row';
import { isSpent } from './cache/open-tasks';
import type { DealKeys } from './deal-keys';
import type { SheetTable } from './sheet-table';

/** Looks into the activities of a file: in the cache where all of it is there, else in the tab, which is cached then. */
export class ActivityLooks {
  private readonly activities: SheetTable<Activity>;
  private readonly deals: SheetTable<Opportunity>;

  private readonly keys: DealKeys<Activity>;
  /** What an execution that looks has read of the tab. */
  private whole: readonly Activity[] | null = null;

  constructor(activities: SheetTable<Activity>, deals: SheetTable<Opportunity>, keys: DealKeys<Activity>) {
    this.activities = activities;
    this.deals = deals;
    this.keys = keys;
  }

  /** All of a lead, those of its deals included, or of a deal. */
  about(about: About): readonly Activity[] {
    const cached = this.cachedAbout(about);
    if (cached) return cached;
    const viaOf = this.keys.all();
    return this.read(() => viaOf).filter((activity) =>
      about.kind === 'lead'
        ? activity.leadId === about.id || viaOf(activity) === about.id
        : activity.opportunityId === about.id,
    );
  }

  private cachedAbout({ kind, id }: About): readonly Activity[] | null {
    const cache = this.activities.cached;
    const directory = cache?.directory;
    const key = kind === 'lead' ? id : this.cachedKeyOf(id);
    const rows = directory && key !== null ? cache.ofKeys(directory, [key]) : null;
    if (!rows) return null;
    const isWanted = ({ found: { record }, via }: CachedRow<Activity>) =>
      kind === 'lead' ? record.leadId === id || via === id : record.opportunityId === id;
    const wanted = rows.filter(isWanted);
    const short = wanted.filter(({ left }) => left.length > 0);
    const long = directory && cache?.unabridged(directory, short);
    return long ? byId([...wanted.map(({ found }) => found.record), ...long]) : null;
  }

  /** By what the activities of a deal lie in the cache; null where the cache does not know the deal as it is now. */
  private cachedKeyOf(id: string): string | null {
    const deal = this.deals.cached?.directory && this.deals.cached.lastKnown(id);
    return deal ? keyOfDeal(deal.found.record) : null;
  }

  /** Those whose subject, details and own columns hold every word of the text, without regard to case and accents. */
  holding(text: string): readonly Activity[] {
    const words = fold(text).split(/\s+/).filter(Boolean);
    // The longest word is in the fewest of them.
    const longest = words.reduce((one, other) => (other.length > one.length ? other : one), '');
    const likely = this.whole ?? this.cachedHolding(longest) ?? this.read();
    const names = this.searched();
    return likely.filter((activity) => {
      const all = fold(names.map((name) => activity[name]).join('\n'));
      return words.every((word) => all.includes(word));
    });
  }

  /** The fields that people look for words in. Moments are numbers that nobody has seen. */
  private searched(): readonly (keyof Activity)[] {
    const own = this.activities.ownFields.filter(({ kind }) => kind !== 'instant');
    return ['subject', 'details', ...own.map(({ name }) => name as never)];
  }

  /**
   * Of those rows alone that hold a word: to unpack the others would take far longer than to look through them. Long texts are
   * read from their rows.
   */
  private cachedHolding(wanted: string): readonly Activity[] | null {
    const cache = this.activities.cached;
    const directory = cache?.directory;
    const texts = directory && cache.texts(directory);
    if (!texts) return null;
    const { names } = directory;
    const searched = this.searched();
    const short = texts.flatMap(unpackLeftOut).map((row) => unpackRow<Activity>(row, names));
    const isText = ({ left }: CachedRow<Activity>) => searched.some((name) => left.includes(name));
    // What belongs to two leads lies in two blocks.
    const unread = new Map(short.filter(isText).map((row) => [row.found.record.id, row]));
    const long = cache.unabridged(directory, [...unread.values()]);
    if (!long) return null;
    const places = searched.map((name) => names.indexOf(name) + 1);
    const rows = texts.flatMap((block) => unpackWhere(block, places, wanted));
    const found = rows.map((row) => unpackRow<Activity>(row, names).found.record);
    return byId([...found, ...long]);
  }

  /** Some fields of all, each once, as they are cached unless that is too old for lists; of long details nothing. */
  fieldsOfAll<K extends keyof Activity & string>(fields: readonly K[]): readonly Pick<Activity, K>[] {
    const cache = this.activities.cached;
    const directory = cache?.freshDirectory;
    const texts = directory && !isSpent(directory) && cache.texts(directory);
    if (!texts) return this.read();
    const places = ['id', ...fields].map((name) => directory.names.indexOf(name) + 1);
    const rows = new Map(texts.flatMap((text) => unpackPlaces(text, places)).map((row) => [row[0], row]));
    return [...rows.values()].map((row) => namedValues(fields, row) as Pick<Activity, K>);
  }

  private read(viaOf = () => this.keys.all()): readonly Activity[] {
    const { cached } = this.activities;
    if (!cached) return this.activities.all();
    this.whole ??= cached.read(viaOf());
    return this.whole;
  }
}

/** Each once, the last of them. */
const byId = (records: readonly Activity[]): readonly Activity[] => [
  ...new Map(records.map((record) => [record.id, record])).values(),
];
