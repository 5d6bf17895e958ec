import { createContext, Script, type Context as VmContext } from 'node:vm';
import { type PreludeInput, prelude } from './prelude';
import type { Outcome, Wire } from './protocol';
import { Recent } from './recent';
import { sourceOf } from './source';
import { templates } from './templates';
import { zonedDate } from './zoned-date';

const preludeScript = new Script(`(${prelude.toString()})`, { filename: 'host-prelude.js' });
const dateScript = new Script(`(${zonedDate.toString()})`, { filename: 'host-date.js' });
const templatesScript = new Script(`(${templates.toString()})`, { filename: 'host-templates.js' });

const starter = new Script('{ const start = globalThis.__start; delete globalThis.__start; start(); }');

const TOO_LONG = 'Exceeded maximum execution time';

const scripts = new Recent<string, Script>();

/** Compiling is shared, running is not: every execution loads the whole bundle anew, as Google does. */
function compiled(code: string): Script {
  let script = scripts.get(code);
  if (!script) {
    const { refused } = sourceOf(code);
    if (refused) throw new SyntaxError(refused);
    script = new Script(code, { filename: 'Code.gs' });
    scripts.set(code, script);
  }
  return script;
}

/** Runs one top-level function of the bundle in a realm of its own. */
export function runInRealm(
  code: string,
  name: string,
  args: readonly Wire[],
  input: PreludeInput,
  /** After so many real milliseconds the script is ended: threads are ended from outside instead. */
  longest?: number,
): Outcome {
  const limit = longest === undefined ? {} : { timeout: longest };
  const realm: VmContext = createContext(Object.create(null) as object, { microtaskMode: 'afterEvaluate' });
  let outcome: Outcome | null = null;
  dateScript.runInContext(realm)(input.clock);
  const seen = templatesScript.runInContext(realm)() as ReturnType<typeof templates>;
  const call = preludeScript.runInContext(realm)(input, seen) as ReturnType<typeof prelude>;
  try {
    compiled(code).runInContext(realm, limit);
    if (name.endsWith('_') || typeof realm[name] !== 'function') return notFound(name);
    // Called from a script of the realm, so that its promises settle before we look at the outcome.
    const start = Symbol('start');
    realm[start as unknown as string] = () =>
      call(name, args, (ended) => {
        outcome = ended;
      });
    realm['__start'] = realm[start as unknown as string];
    starter.runInContext(realm, limit);
  } catch (error) {
    const { name: kind, message, stack, code: reason } = error as NodeJS.ErrnoException;
    const text = reason === 'ERR_SCRIPT_EXECUTION_TIMEOUT' ? TOO_LONG : message;
    return { ok: false, error: { name: kind, message: text, stack: stack ?? '' } };
  }
  return (
    outcome ?? {
      ok: false,
      error: { name: 'Error', message: 'The promise that the function returned never settled.', stack: '' },
    }
  );
}

/** Also what is said of private functions, and of those that are only assigned to the global object. */
export const notFound = (name: string): Outcome => ({
  ok: false,
  error: { name: 'Exception', message: `Script function not found: ${name}`, stack: '' },
});
