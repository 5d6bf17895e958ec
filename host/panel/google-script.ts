import { sentArguments } from './sent-arguments';

/** How a call ended, as the page is told. */
export type Answer = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly message: string };

/** What `google.script` needs of the world around the page. */
export type Bridge = {
  /** The functions that the page was told of when it was served; there are no others for it. */
  readonly functions: readonly string[];
  call(functionName: string, args: readonly unknown[], done: (answer: Answer) => void): void;
  /** An error that no handler took: Google throws it into the page's console. */
  report(error: Error): void;
  close(): void;
  focusEditor(): void;
  resize(size: { readonly width?: number; readonly height?: number }): void;
};

type Handler = ((result: unknown, userObject?: unknown) => void) | null | undefined;

/** `google.script.run`: every `with…` answers with another one, and each function of the script is a method. */
export type Runner = {
  withSuccessHandler(handler: Handler): Runner;
  withFailureHandler(handler: ((error: Error, userObject?: unknown) => void) | null): Runner;
  withUserObject(object: unknown): Runner;
} & { readonly [functionName: string]: (...args: never[]) => unknown };

export type GoogleScript = {
  readonly script: {
    readonly run: Runner;
    readonly host: {
      readonly origin: string;
      readonly editor: { focus(): void };
      close(): void;
      setWidth(width: number): void;
      setHeight(height: number): void;
    };
  };
};

/** Ten calls of a page run at once, more wait. Source: guide "HTML service: communicate with server functions". */
const AT_ONCE = 10;

/** The `google` of a sidebar's or dialog's page. History and url are for web apps only, so they are not there. */
export function googleScript(bridge: Bridge): GoogleScript {
  const waiting: (() => void)[] = [];
  let underWay = 0;

  const begin = (functionName: string, args: readonly unknown[], done: (answer: Answer) => void): void => {
    underWay++;
    let answered = false;
    bridge.call(functionName, args, (answer) => {
      if (answered) return;
      answered = true;
      underWay--;
      waiting.shift()?.();
      done(answer);
    });
  };

  function runner(success: Handler, failure: Handler, userObject: unknown): Runner {
    // A null handler is as none: in Google's client it gives way to the one that throws.
    const fail = (error: Error) => (failure ? failure(error, userObject) : bridge.report(error));
    const done = (answer: Answer): void => {
      const error = answer.ok ? unspeakable(answer.value) : scriptError(answer.message);
      if (error) fail(error);
      else success?.((answer as { value: unknown }).value, userObject);
    };
    const run: Record<string, unknown> = {
      withSuccessHandler: (handler: Handler) => runner(handler, failure, userObject),
      withFailureHandler: (handler: Handler) => runner(success, handler, userObject),
      withUserObject: (object: unknown) => runner(success, failure, object),
    };
    for (const name of bridge.functions) {
      run[name] = (...args: unknown[]): void => {
        const sent = sentArguments(args);
        if (underWay < AT_ONCE) begin(name, sent, done);
        else waiting.push(() => begin(name, sent, done));
      };
    }
    return Object.freeze(run) as Runner;
  }

  const host = Object.freeze({
    origin: 'https://docs.google.com',
    editor: Object.freeze({ focus: () => bridge.focusEditor() }),
    close: () => bridge.close(),
    setWidth: (width: number) => bridge.resize({ width: Number(width) }),
    setHeight: (height: number) => bridge.resize({ height: Number(height) }),
  });
  return Object.freeze({ script: Object.freeze({ run: runner(null, null, undefined), host }) });
}

/** The server's error as its page gets it: its sentence, and nothing of where it came from. */
function scriptError(message: string): Error {
  const error = new Error(message);
  error.name = 'ScriptError';
  error.stack = '';
  return error;
}

/** Google's client gives an answer with such a name to the failure handler. */
function unspeakable(value: unknown): Error | null {
  if (typeof value !== 'object' || value === null) return null;
  for (const [name, item] of Object.entries(value)) {
    if (name.endsWith('__')) return new Error(`User properties cannot end with "__". Failed on property: ${name}`);
    const inside = unspeakable(item);
    if (inside) return inside;
  }
  return null;
}
