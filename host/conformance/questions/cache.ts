import type { ScriptQuestion } from './question';

const MEASURED = 'J. Poehnelt, "Exploring Apps Script CacheService limits", 2025-12';

/** What the cache takes, keeps and gives. */
export const cache: readonly ScriptQuestion[] = [
  {
    id: 'cache/missing',
    asks: 'Is a missing value null?',
    code: () => CacheService.getDocumentCache()?.get('conformance-missing'),
    expect: null,
    source: 'reference "Cache.get"',
  },
  {
    id: 'cache/kept',
    asks: 'Does a value come back as it went in?',
    code: () => {
      const cache = CacheService.getUserCache();
      cache.put('conformance', 'äöü “quoted” 漢字');
      return cache.get('conformance');
    },
    expect: 'äöü “quoted” 漢字',
    source: 'reference "Cache.put"',
  },
  {
    id: 'cache/all-found-only',
    asks: 'Does getAll leave out what it does not find?',
    code: () => {
      const cache = CacheService.getUserCache();
      cache.putAll({ 'conformance-a': '1', 'conformance-b': '2' });
      return cache.getAll(['conformance-a', 'conformance-b', 'conformance-missing']);
    },
    expect: { 'conformance-a': '1', 'conformance-b': '2' },
    source: 'reference "Cache.getAll"',
  },
  {
    id: 'cache/remove',
    asks: 'Does remove take a value out, and mind none that is not there?',
    code: () => {
      const cache = CacheService.getUserCache();
      cache.put('conformance', 'x');
      cache.remove('conformance');
      cache.remove('conformance');
      return cache.get('conformance');
    },
    expect: null,
    source: 'reference "Cache.remove"',
  },
  {
    id: 'cache/remove-all',
    asks: 'Does removeAll take several values out?',
    code: () => {
      const cache = CacheService.getUserCache();
      cache.putAll({ 'conformance-a': '1', 'conformance-b': '2', 'conformance-c': '3' });
      cache.removeAll(['conformance-a', 'conformance-c']);
      return cache.getAll(['conformance-a', 'conformance-b', 'conformance-c']);
    },
    expect: { 'conformance-b': '2' },
    source: 'reference "Cache.removeAll"',
  },
  {
    id: 'cache/longest-key',
    asks: 'May a key have 250 characters?',
    code: () => {
      const cache = CacheService.getUserCache();
      cache.put('k'.repeat(250), 'x');
      return cache.get('k'.repeat(250));
    },
    expect: 'x',
    source: `reference "Cache.put"; ${MEASURED}`,
  },
  {
    id: 'cache/key-too-long',
    asks: 'What if a key has 251 characters?',
    code: () => CacheService.getUserCache().put('k'.repeat(251), 'x'),
    expect: { throws: true },
    source: MEASURED,
  },
  {
    id: 'cache/largest-value',
    asks: 'May a value have 102,400 characters?',
    code: () => {
      const cache = CacheService.getUserCache();
      cache.put('conformance', 'v'.repeat(102400));
      return cache.get('conformance')?.length;
    },
    expect: 102400,
    source: MEASURED,
  },
  {
    id: 'cache/value-too-large',
    asks: 'What if a value has 102,401 characters?',
    code: () => CacheService.getUserCache().put('conformance', 'v'.repeat(102401)),
    expect: { throws: 'Argument too large: value' },
    source: MEASURED,
  },
  {
    id: 'cache/empty-key',
    asks: 'What if a key is empty?',
    code: () => CacheService.getUserCache().put('', 'x'),
    expect: { throws: 'Invalid argument: key' },
    source: MEASURED,
  },
  {
    id: 'cache/null-key',
    asks: 'What if a key is null?',
    code: () => CacheService.getUserCache().put(null as unknown as string, 'x'),
    expect: { throws: 'Invalid argument: key' },
    source: MEASURED,
  },
  {
    id: 'cache/numbers',
    asks: 'Do numbers come back as strings?',
    code: () => {
      const cache = CacheService.getUserCache();
      cache.put('conformance', 123 as unknown as string);
      return cache.get('conformance');
    },
    expect: '123',
    source: `${MEASURED}: coerced to strings`,
  },
  {
    id: 'cache/objects',
    asks: 'Do objects come back as [object Object]?',
    code: () => {
      const cache = CacheService.getUserCache();
      cache.put('conformance', { a: 1 } as unknown as string);
      return cache.get('conformance');
    },
    expect: '[object Object]',
    source: MEASURED,
  },
  {
    id: 'cache/negative-time',
    asks: 'Is a negative time to live taken, and the value there?',
    code: () => {
      const cache = CacheService.getUserCache();
      cache.put('conformance', 'x', -1);
      return cache.get('conformance');
    },
    expect: 'x',
    source: MEASURED,
  },
  {
    id: 'cache/time-to-live',
    asks: 'Is a value gone when its time is over?',
    code: () => {
      const cache = CacheService.getUserCache();
      cache.put('conformance', 'x', 2);
      const before = cache.get('conformance');
      Utilities.sleep(3000);
      return [before, cache.get('conformance')];
    },
    expect: ['x', null],
    source: 'reference "Cache.put"; gas-fakes test suite, run against Google too',
  },
  {
    id: 'cache/overwritten',
    asks: 'Does a later value replace an earlier one?',
    code: () => {
      const cache = CacheService.getUserCache();
      cache.put('conformance', 'old');
      cache.put('conformance', 'new');
      return cache.get('conformance');
    },
    expect: 'new',
    source: 'reference "Cache.put"',
  },
  {
    id: 'cache/separate-stores',
    asks: 'Are the caches of the document, the user and the script apart?',
    code: () => {
      const stores = [CacheService.getDocumentCache()!, CacheService.getUserCache(), CacheService.getScriptCache()];
      stores.forEach((store, i) => {
        store.put('conformance-own', String(i));
      });
      return stores.map((store) => store.get('conformance-own'));
    },
    expect: ['0', '1', '2'],
    source: 'reference "CacheService"',
  },
  {
    id: 'cache/eviction',
    asks: 'Are the oldest thrown out, about a hundred at once, when there are more than 1,000?',
    code: () => {
      const cache = CacheService.getUserCache();
      const keys = Array.from({ length: 1050 }, (_, i) => `conformance-${i}`);
      for (const key of keys) cache.put(key, 'x');
      const found = cache.getAll(keys);
      cache.removeAll(keys);
      return [found['conformance-0'] ?? null, found['conformance-49'] ?? null, found['conformance-1049'] ?? null];
    },
    expect: [null, null, 'x'],
    source: MEASURED,
  },
  {
    id: 'cache/eviction-and-reading',
    asks: 'Is a value thrown out although it was read a moment ago?',
    code: () => {
      const cache = CacheService.getUserCache();
      const keys = Array.from({ length: 1050 }, (_, i) => `conformance-${i}`);
      for (const key of keys) {
        cache.put(key, 'x');
        if (key === 'conformance-999') cache.get('conformance-0');
      }
      const oldest = cache.get('conformance-0');
      cache.removeAll(keys);
      return oldest;
    },
    expect: null,
    source: MEASURED,
  },
  {
    id: 'cache/accents-in-large-values',
    asks: 'Are characters counted, or bytes?',
    code: () => CacheService.getUserCache().put('conformance', 'é'.repeat(60000)),
    expect: { throws: 'Argument too large: value' },
    source: MEASURED,
    unsure: 'Measured with plain letters only; the harsher answer, bytes, is expected.',
  },
  {
    id: 'cache/time-too-long',
    asks: 'What if a value is to live longer than six hours?',
    code: () => {
      const cache = CacheService.getUserCache();
      cache.put('conformance', 'x', 21601);
      return cache.get('conformance');
    },
    expect: 'x',
    source: 'reference "Cache.put": the maximum is 21600',
    unsure: 'The page does not say what happens beyond the maximum.',
  },
];
