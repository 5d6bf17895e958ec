/**
 * `google.script` for the add-on's pages. Built apart and put into the head of every sidebar and dialog, whose sandbox
 * can reach the host's page by messages only. Source of the rules on values: guide "HTML service: communicate with server
 * functions"; measured by K. Tanaike, "Values to transfer", 2023-08-28.
 */

type Handler = ((result: unknown, userObject?: unknown) => void) | null;
type Answer = { readonly host: 'answer'; readonly id: number; readonly ok: boolean; readonly value: unknown };
type Call = { readonly message: object; readonly settle: (ok: boolean, value: unknown) => void; readonly id: number };

const AT_ONCE = 10;

const underWay = new Map<number, Call>();
const queue: Call[] = [];
let calls = 0;

const tell = (message: object): void => window.parent.postMessage(message, '*');

function begin(call: Call): void {
  if (underWay.size >= AT_ONCE) {
    queue.push(call);
    return;
  }
  underWay.set(call.id, call);
  tell(call.message);
}

window.addEventListener('message', ({ source, data }: MessageEvent<Answer>) => {
  if (source !== window.parent || data?.host !== 'answer') return;
  const call = underWay.get(data.id);
  underWay.delete(data.id);
  const next = queue.shift();
  if (next) begin(next);
  call?.settle(data.ok, data.value);
});

/** Plain data of an argument, or the error that Google throws for it, naming the argument or array index. */
function legal(value: unknown, property: string | number, around: readonly object[] = []): unknown {
  if (value === undefined) return null;
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  if (typeof value !== 'object' || around.includes(value)) throw illegal(property);
  const inside = [...around, value];
  if (Array.isArray(value)) return Array.from(value, (item, index) => legal(item, index, inside));
  if (Object.prototype.toString.call(value) !== '[object Object]') throw illegal(property);
  const entries = Object.entries(value).filter(([, item]) => item !== undefined);
  return Object.fromEntries(entries.map(([key, item]) => [key, legal(item, key, inside)]));
}

const illegal = (property: string | number): Error => new Error(`Failed due to illegal value in property: ${property}`);

/** A form as sole argument becomes an object of its fields. */
function formFields(form: HTMLFormElement): Record<string, string | string[]> {
  const fields: Record<string, string | string[]> = {};
  for (const name of new Set(new FormData(form).keys())) {
    const values = new FormData(form).getAll(name).map((value) => {
      if (typeof value !== 'string') throw new Error('Uploading files is not supported by the offline host.');
      return value;
    });
    fields[name] = values.length > 1 ? values : values[0]!;
  }
  return fields;
}

const dataOf = (args: readonly unknown[]): unknown[] =>
  args.length === 1 && args[0] instanceof HTMLFormElement
    ? [formFields(args[0])]
    : args.map((arg, index) => legal(arg, index));

class ScriptError extends Error {
  override readonly name = 'ScriptError';
}

function runner(success: Handler, failure: Handler | undefined, userObject: unknown): object {
  const builders: Record<string, (value: never) => object> = {
    withSuccessHandler: (handler: Handler) => runner(handler, failure, userObject),
    withFailureHandler: (handler: Handler) => runner(success, handler, userObject),
    withUserObject: (object: unknown) => runner(success, failure, object),
  };
  return new Proxy(Object.freeze({}), {
    get(_, name) {
      // Private functions of the script are not sent to its pages, and a runner is no promise.
      if (typeof name !== 'string' || name.endsWith('_') || name === 'then') return undefined;
      if (name in builders) return builders[name];
      return (...args: unknown[]) => {
        const id = ++calls;
        const settle = (ok: boolean, value: unknown) => {
          if (ok) success?.(value, userObject);
          else if (failure) failure(new ScriptError(String(value)), userObject);
          else if (failure === undefined) console.error(`Uncaught ScriptError: ${value}`);
        };
        begin({ id, settle, message: { host: 'run', id, functionName: name, args: dataOf(args) } });
      };
    },
  });
}

const host = Object.freeze({
  close: () => tell({ host: 'close' }),
  editor: Object.freeze({ focus: () => tell({ host: 'focus-editor' }) }),
  setWidth: (width: number) => tell({ host: 'size', width: Number(width) }),
  setHeight: (height: number) => tell({ host: 'size', height: Number(height) }),
  origin: 'https://docs.google.com',
});

Object.defineProperty(window, 'google', {
  value: Object.freeze({ script: Object.freeze({ run: runner(null, undefined, undefined), host }) }),
});
