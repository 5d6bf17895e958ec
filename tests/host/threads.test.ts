import { ENUMS } from '../../host/google/enums';
import { clientValue } from '../../host/run/client-value';
import type { CallRequest } from '../../host/run/protocol';
import { type Run, WorkerPool } from '../../host/run/worker-pool';

describe('executions in threads', () => {
  let pool: WorkerPool;
  afterEach(() => pool.close());

  const run = (code: string, functionName: string, more: Partial<Run> = {}) => {
    const serve = ({ method }: CallRequest) => ({ value: `${method} answered` });
    return pool.run({
      code,
      functionName,
      args: [],
      services: ['Utilities'],
      enums: ENUMS,
      zone: 'Etc/UTC',
      serve,
      log: () => {},
      timeLeft: () => 60_000,
      ...more,
    });
  };

  test('start from nothing each time, also in a thread that ran before', async () => {
    pool = new WorkerPool();
    const code = 'var n = 0; function count() { n += 1; return n; }';
    for (let i = 0; i < 6; i++) expect(await run(code, 'count')).toEqual({ ok: true, value: 1 });
  });

  test('wait for the answers to their calls, and go on after a pause', async () => {
    pool = new WorkerPool();
    let calls = 0;
    const serve = () => (++calls < 3 ? { pause: 5, next: 'again' as const } : { value: 'free' });
    expect(await run('function take() { return Utilities.getUuid(); }', 'take', { serve })).toEqual({
      ok: true,
      value: 'free',
    });
    expect(calls).toBe(3);
  });

  test('run beside each other', async () => {
    pool = new WorkerPool();
    const waiting = new Set<string>();
    const serve = ({ args }: CallRequest) => {
      waiting.add(String(args[0]));
      return waiting.size === 12 ? { value: 'all here' } : { pause: 5, next: 'again' as const };
    };
    const code = 'function meet(name) { return Utilities.getUuid(name); }';
    const all = await Promise.all(
      Array.from({ length: 12 }, (_, i) => run(code, 'meet', { args: [`guest ${i}`], serve })),
    );
    expect(all.every((outcome) => outcome.ok && outcome.value === 'all here')).toBe(true);
  });

  test('are ended when they take too long, and others run on', async () => {
    pool = new WorkerPool();
    const until = Date.now() + 3_000;
    const timeLeft = () => until - Date.now();
    expect(await run('function spin() { for (;;); }', 'spin', { timeLeft })).toMatchObject({
      ok: false,
      error: { message: 'Exceeded maximum execution time' },
    });
    expect(await run('function add() { return 1 + 1; }', 'add')).toEqual({ ok: true, value: 2 });
  });

  test('tell what they log, and fail by name when there is no such function', async () => {
    pool = new WorkerPool();
    const lines: string[] = [];
    const log = (level: string, text: string) => lines.push(`${level}: ${text}`);
    await run('function talk() { console.warn("careful", { a: 1 }); }', 'talk', { log });
    expect(lines).toEqual(['warn: careful {"a":1}']);
    for (const name of ['gone', 'secret_']) {
      expect(await run('function secret_() {}', name)).toMatchObject({
        ok: false,
        error: { message: `Script function not found: ${name}` },
      });
    }
  });
});

describe('what the add-on’s pages get of an answer', () => {
  test.each([
    [undefined, null],
    ['text', 'text'],
    [{ list: [1, undefined, null] }, { list: [1, null, null] }],
    [new Date(), null],
    [{ deep: [{ at: new Date() }] }, null],
    [
      { map: new Map([['a', 1]]), set: new Set([1]), regex: /a/ },
      { map: {}, set: {}, regex: {} },
    ],
    [new Int8Array([7]), { 0: 7 }],
  ])('of %p is %p', (answer, value) => {
    expect(clientValue(answer)).toEqual(value);
  });

  test.each([Number.NaN, Number.POSITIVE_INFINITY, 10n, [new Uint8Array(1)]])('of %p is a failure', (answer) => {
    expect(() => clientValue(answer)).toThrow('cannot reach the add-on’s page'.replace('’', "'"));
  });
});
