import type { Scene } from './question';

/** What properties and locks are from one execution to the next, and from one user to another. */
export const storesBetweenRuns: readonly Scene[] = [
  {
    id: 'properties-and-locks/released-at-the-end',
    asks: 'Is a lock free again when the execution that held it is over?',
    addOn: {
      hold() {
        LockService.getDocumentLock()!.waitLock(1000);
        note(LockService.getDocumentLock()!.tryLock(1000));
      },
    },
    steps: [
      { do: 'run', name: 'hold' },
      { do: 'run', name: 'hold' },
    ],
    expect: [true, true],
    source: 'reference "Lock.releaseLock": released when the script terminates',
  },
  {
    id: 'properties-and-locks/outlive-executions',
    asks: 'Do properties outlive an execution, and global variables not?',
    addOn: {
      count() {
        const world = globalThis as unknown as { seen?: number };
        world.seen = (world.seen ?? 0) + 1;
        const store = PropertiesService.getScriptProperties();
        store.setProperty('conformance-runs', String(Number(store.getProperty('conformance-runs')) + 1));
        note([world.seen, store.getProperty('conformance-runs')]);
      },
      forget() {
        PropertiesService.getScriptProperties().deleteProperty('conformance-runs');
      },
    },
    steps: [
      { do: 'run', name: 'forget' },
      { do: 'run', name: 'count' },
      { do: 'run', name: 'count' },
    ],
    expect: [
      [1, '1'],
      [1, '2'],
    ],
    source: 'guide "Properties service"; guide "V8 runtime": files run at the start of every execution',
  },
  {
    id: 'properties-and-locks/user-properties-are-ones-own',
    asks: 'Does another user see the properties of the document but not those of the user?',
    addOn: {
      leave() {
        PropertiesService.getUserProperties().setProperty('conformance-left', 'mine');
        PropertiesService.getDocumentProperties().setProperty('conformance-left', 'ours');
      },
      look() {
        note(PropertiesService.getUserProperties().getProperty('conformance-left'));
        note(PropertiesService.getDocumentProperties().getProperty('conformance-left'));
      },
    },
    steps: [{ do: 'run', name: 'leave' }, { do: 'be another editor' }, { do: 'run', name: 'look' }],
    expect: [null, 'ours'],
    source: 'guide "Properties service"',
  },
];
