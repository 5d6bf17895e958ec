import type { ScriptQuestion } from './question';

/** What properties take and keep, and whom locks hold. */
export const propertiesAndLocks: readonly ScriptQuestion[] = [
  {
    id: 'properties-and-locks/missing',
    asks: 'Is a missing property null?',
    code: () => PropertiesService.getUserProperties().getProperty('conformance-missing'),
    expect: null,
    source: 'reference "Properties.getProperty"',
  },
  {
    id: 'properties-and-locks/kept',
    asks: 'Does a property come back as it went in?',
    code: () => {
      const store = PropertiesService.getDocumentProperties();
      store.setProperty('conformance', 'äöü “quoted” 漢字');
      return store.getProperty('conformance');
    },
    expect: 'äöü “quoted” 漢字',
    source: 'reference "Properties.setProperty"',
  },
  {
    id: 'properties-and-locks/chaining',
    asks: 'Do the writing methods answer with the store?',
    code: () =>
      PropertiesService.getUserProperties()
        .setProperty('conformance', '1')
        .setProperties({ 'conformance-b': '2' })
        .deleteProperty('conformance')
        .getProperty('conformance-b'),
    expect: '2',
    source: 'reference "Properties": this store, for chaining',
  },
  {
    id: 'properties-and-locks/delete',
    asks: 'Is a deleted property null again, and deleting it twice no mistake?',
    code: () => {
      const store = PropertiesService.getUserProperties().setProperty('conformance', 'x');
      store.deleteProperty('conformance').deleteProperty('conformance');
      return store.getProperty('conformance');
    },
    expect: null,
    source: 'reference "Properties.deleteProperty"; gas-fakes test suite, run against Google too',
  },
  {
    id: 'properties-and-locks/several-stay',
    asks: 'Does setProperties leave the others?',
    code: () => {
      const store = PropertiesService.getUserProperties().deleteAllProperties().setProperty('a', '1');
      return store.setProperties({ b: '2' }).getProperties();
    },
    expect: { a: '1', b: '2' },
    source: 'reference "Properties.setProperties"',
  },
  {
    id: 'properties-and-locks/delete-all-others',
    asks: 'Does setProperties take the others out when told so?',
    code: () => {
      const store = PropertiesService.getUserProperties().setProperty('a', '1');
      return store.setProperties({ b: '2' }, true).getProperties();
    },
    expect: { b: '2' },
    source: 'reference "Properties.setProperties"',
  },
  {
    id: 'properties-and-locks/keys',
    asks: 'Does getKeys name all of them?',
    code: () => {
      const store = PropertiesService.getUserProperties().setProperties({ cow: 'moo', sheep: 'baa' }, true);
      return store.getKeys().sort();
    },
    expect: ['cow', 'sheep'],
    source: 'reference "Properties.getKeys"',
  },
  {
    id: 'properties-and-locks/a-copy',
    asks: 'Is what getProperties gives a copy?',
    code: () => {
      const store = PropertiesService.getUserProperties().setProperties({ cow: 'moo' }, true);
      const copy = store.getProperties();
      copy['cow'] = 'baa';
      return store.getProperty('cow');
    },
    expect: 'moo',
    source: 'reference "Properties.getProperties": not a live view',
  },
  {
    id: 'properties-and-locks/numbers',
    asks: 'Do numbers and booleans come back as strings?',
    code: () => {
      const store = PropertiesService.getUserProperties();
      store.setProperties({ n: 12.5, b: true } as unknown as Record<string, string>, true);
      return [typeof store.getProperty('n'), store.getProperty('b')];
    },
    expect: ['string', 'true'],
    source: 'guide "Properties service": all data is stored as strings',
  },
  {
    id: 'properties-and-locks/separate-stores',
    asks: 'Are the properties of the document, the user and the script apart?',
    code: () => {
      const stores = [
        PropertiesService.getDocumentProperties(),
        PropertiesService.getUserProperties(),
        PropertiesService.getScriptProperties(),
      ];
      stores.forEach((store, i) => {
        store.setProperty('conformance-own', String(i));
      });
      return stores.map((store) => store.getProperty('conformance-own'));
    },
    expect: ['0', '1', '2'],
    source: 'guide "Properties service"',
  },
  {
    id: 'properties-and-locks/largest-value',
    asks: 'May a value have 9,000 characters?',
    code: () => {
      const store = PropertiesService.getUserProperties().setProperty('conformance', 'v'.repeat(9000));
      const { length } = store.getProperty('conformance')!;
      store.deleteProperty('conformance');
      return length;
    },
    expect: 9000,
    source: 'page "Quotas for Google services": 9 KB',
  },
  {
    id: 'properties-and-locks/value-too-large',
    asks: 'What if a value has 10,000 characters?',
    code: () => PropertiesService.getUserProperties().setProperty('conformance', 'v'.repeat(10000)),
    expect: { throws: true },
    source: 'page "Quotas for Google services": 9 KB',
  },
  {
    id: 'properties-and-locks/store-too-large',
    asks: 'What if a store is to hold more than 500 KB?',
    code: () => {
      const store = PropertiesService.getUserProperties();
      try {
        for (let i = 0; i < 60; i++) store.setProperty(`conformance-${i}`, 'v'.repeat(9000));
      } finally {
        store.deleteAllProperties();
      }
    },
    expect: {
      throws: 'You have exceeded the property storage quota. Please remove some properties and try again.',
    },
    source: 'J. Poehnelt, "Apps Script key-value stores", 2026-01; many logs in public code',
  },
  {
    id: 'properties-and-locks/lock-not-held',
    asks: 'Does a lock that was only asked for hold nothing?',
    code: () => LockService.getDocumentLock()?.hasLock(),
    expect: false,
    source: 'reference "Lock.hasLock"',
  },
  {
    id: 'properties-and-locks/lock',
    asks: 'Is a free lock had at once, and free again when released?',
    code: () => {
      const lock = LockService.getDocumentLock()!;
      const had = lock.tryLock(1000);
      const held = lock.hasLock();
      lock.releaseLock();
      return [had, held, lock.hasLock()];
    },
    expect: [true, true, false],
    source: 'reference "Lock.tryLock", "Lock.releaseLock"',
  },
  {
    id: 'properties-and-locks/lock-twice',
    asks: 'Does asking again for a lock that is held do no harm?',
    code: () => {
      const lock = LockService.getUserLock();
      lock.waitLock(1000);
      lock.waitLock(1000);
      const answer = [lock.tryLock(1000), lock.hasLock()];
      lock.releaseLock();
      return answer;
    },
    expect: [true, true],
    source: 'reference "Lock.tryLock": no effect if the lock has already been acquired',
  },
  {
    id: 'properties-and-locks/release-what-is-not-held',
    asks: 'Does releasing a lock that is not held do nothing?',
    code: () => {
      const lock = LockService.getScriptLock();
      lock.releaseLock();
      return lock.hasLock();
    },
    expect: false,
    source: 'reference "Lock.releaseLock": no effect if the lock has not been acquired',
  },
  {
    id: 'properties-and-locks/separate-locks',
    asks: 'Are the locks of the document, the user and the script apart?',
    code: () => {
      const lock = LockService.getDocumentLock()!;
      lock.waitLock(1000);
      const answer = [LockService.getUserLock().hasLock(), LockService.getScriptLock().tryLock(1000), lock.hasLock()];
      lock.releaseLock();
      LockService.getScriptLock().releaseLock();
      return answer;
    },
    expect: [false, true, true],
    source: 'reference "LockService"',
  },
  {
    id: 'properties-and-locks/value-too-large-sentence',
    asks: 'What does Google say of a value that is too large?',
    code: () => PropertiesService.getUserProperties().setProperty('conformance', 'v'.repeat(10000)),
    expect: {
      throws: 'You have exceeded the property storage quota. Please remove some properties and try again.',
    },
    source: 'J. Poehnelt, "Apps Script key-value stores", 2026-01; public code that met it with a key of RSA',
    unsure: 'Both name the sentence for values and stores together; the cache has another one for values.',
  },
];
