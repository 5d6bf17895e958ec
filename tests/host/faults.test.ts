import { hostWith } from './little-add-on';

const WRITE = `
  function write(text) {
    try { SpreadsheetApp.getActiveSheet().getRange('A1').setValue(text); return 'written'; }
    catch (error) { return error.message; }
  }
  function lock() { const lock = LockService.getDocumentLock(); const had = lock.tryLock(1000); write('with lock ' + had); return had; }
  function sum() { const s = SpreadsheetApp.getActiveSheet(); s.getRange('A1').getValue(); s.getRange('A2').setValue(1); return s.getRange('A1').getValue(); }`;

describe('a service call', () => {
  test('can throw once, with nothing done', () => {
    const host = hostWith(WRITE);
    host.beforeCall = ({ method }) => (method === 'setValue' ? { fault: 'throws' } : undefined);
    expect(host.call('write', 'x')).toBe('Service error: Spreadsheets');
    expect(host.person.sees('A1')).toEqual([['']]);
    host.beforeCall = null;
    expect(host.call('write', 'x')).toBe('written');
  });

  test('can take effect while the script hears of a time-out', () => {
    const host = hostWith(WRITE);
    host.beforeCall = ({ method }) => (method === 'setValue' ? { fault: 'times out after it applied' } : undefined);
    expect(host.call('write', 'x')).toBe(
      `Service Spreadsheets timed out while accessing document with id ${host.fileId}.`,
    );
    expect(host.person.sees('A1')).toEqual([['x']]);
  });

  test('can run late, and is asked about once', () => {
    const host = hostWith(WRITE);
    const asked: string[] = [];
    host.beforeCall = ({ method }) => {
      asked.push(method);
      return method === 'setValue' ? { fault: 'late', milliseconds: 90_000 } : undefined;
    };
    const before = host.now();
    expect(host.call('write', 'x')).toBe('written');
    expect(host.now() - before).toBe(90_000);
    expect(asked).toEqual(['getActiveSheet', 'getRange', 'setValue']);
  });

  test('can meet a second execution, with its own lock to wait for', () => {
    const host = hostWith(WRITE);
    const second = host.as('bob@example.com').install();
    let answer: unknown = null;
    host.beforeCall = ({ method }) => {
      if (method === 'setValue') answer = second.call('lock');
    };
    expect(host.call('lock')).toBe(true);
    expect(answer).toBe(false);
    expect(host.person.sees('A1')).toEqual([['with lock true']]);
  });

  test('can meet a person who edits between two calls', () => {
    const host = hostWith(WRITE);
    let reads = 0;
    host.beforeCall = ({ method }) => {
      if (method === 'getValue' && ++reads === 2) host.person.type('A1', '7');
    };
    expect(host.call('sum')).toBe(7);
  });
});

describe('time', () => {
  test('ends an execution after six minutes, whatever it catches', () => {
    const host = hostWith(
      `function wait() { for (let i = 0; i < 10; i++) { try { Utilities.sleep(60000); Session.getScriptTimeZone(); } catch {} } return 'done'; }`,
    );
    expect(() => host.call('wait')).toThrow('Exceeded maximum execution time');
  });

  test('is what the cost model says when the host is as slow as Google', () => {
    const code = `
      function onOpen() {}
      function alternate() { const s = SpreadsheetApp.getActiveSheet(); for (let i = 1; i <= 10; i++) { s.getRange(i, 1).getValue(); s.getRange(i, 2).setValue(i); } }
      function together() { const s = SpreadsheetApp.getActiveSheet(); s.getRange(1, 1, 10, 1).getValues(); s.getRange(1, 2, 10, 1).setValues(Array.from({ length: 10 }, (_, i) => [i])); }`;
    const host = hostWith(code, { latency: 'google' });
    const took = (name: string) => {
      const before = host.now();
      host.call(name);
      return host.now() - before;
    };
    const [alternating, together] = [took('alternate'), took('together')];
    expect(together).toBeLessThan(1_700);
    expect(alternating).toBeGreaterThan(2_900);
    expect(host.runs.map(({ counts }) => Math.round(counts.modelledMilliseconds / 100) / 10)).toEqual([1, 3, 1.6]);
  });
});

test('bytes through google.script.run are counted both ways', () => {
  const host = hostWith(`function echo(text) { return text + text; }`);
  host.call('echo', 'ä'.repeat(500));
  expect(host.counts.runBytes).toBe(3_000);
});

test('cached values go whenever Google likes', () => {
  const host = hostWith(`
    function put() { CacheService.getDocumentCache().putAll({ a: '1', b: '2' }); }
    function get() { return CacheService.getDocumentCache().getAll(['a', 'b']); }`);
  host.call('put');
  host.evict('a');
  expect(host.call('get')).toEqual({ b: '2' });
  host.evict();
  expect(host.call('get')).toEqual({});
});

describe('whoever cuts in between two calls', () => {
  test('is not cut in on by what they start', () => {
    const host = hostWith(WRITE);
    const seen: string[] = [];
    host.beforeCall = ({ method, functionName }) => {
      seen.push(`${functionName}.${method}`);
      if (method === 'setValue') host.call('sum');
    };
    host.call('write', 'x');
    expect(seen).toEqual(['write.getActiveSheet', 'write.getRange', 'write.setValue']);
  });

  test('ends the execution with what they throw, whatever the script catches', () => {
    const host = hostWith(WRITE);
    host.beforeCall = () => {
      throw new Error('expected something else');
    };
    expect(() => host.call('write', 'x')).toThrow('expected something else');
  });
});

describe('a script that does not end', () => {
  test('sees the time come that it waits for, also on a clock that stands still', () => {
    const host = hostWith(
      'function wait() { const end = Date.now() + 500; while (Date.now() < end) {} return Date.now() >= end; }',
    );
    expect(host.call('wait')).toBe(true);
  });

  test('waits as long on the machine’s clock: sleeping counts, though nobody waits', () => {
    const host = hostWith(
      'function wait() { for (let i = 0; i < 10; i++) Utilities.sleep(60000); Session.getScriptTimeZone(); }',
    );
    expect(() => host.call('wait')).toThrow('Exceeded maximum execution time');
  });

  test('and pays for its calls what they cost at Google', () => {
    const host = hostWith(
      `function many() { const s = SpreadsheetApp.getActiveSheet(); for (let i = 0; i < 4000; i++) { s.getRange('A1').setValue(i); s.getRange('A1').getValue(); } }`,
    );
    expect(() => host.call('many')).toThrow('Exceeded maximum execution time');
  });
});

test('the console is there, and nothing that is logged can break a script', () => {
  const host = hostWith(
    `function log() { const a = {}; a.me = a; console.log(a, 10n, [1]); console.time('t'); console.timeEnd('t'); }`,
  );
  host.call('log');
  expect(host.runs.at(-1)?.log.map(({ text }) => text)).toEqual(['[object Object] 10 [1]', 't: 0ms']);
});
