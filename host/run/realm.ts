import { createContext, Script, type Context as VmContext } from 'node:vm';
import { type PreludeInput, prelude } from './prelude';
import type { Outcome, Wire } from './protocol';
import { refusedSyntax } from './syntax';
import { templates } from './templates';
import { zonedDate } from './zoned-date';

const preludeScript = new Script(`(${prelude.toString()})`, { filename: 'host-prelude.js' });
const dateScript = new Script(`(${zonedDate.toString()})`, { filename: 'host-date.js' });
const templatesScript = new Script(`(${templates.toString()})`, { filename: 'host-templates.js' });

const scripts = new Map<string, Script>();

/** Compiling is shared, running is not: every execution loads the whole bundle anew, as Google does. */
function compiled(code: string): Script {
  let script = scripts.get(code);
  if (!script) {
    const refused = refusedSyntax(code);
    if (refused) throw new SyntaxError(refused.replace(/^SyntaxError: /, ''));
    script = new Script(code, { filename: 'Code.gs' });
    scripts.clear();
    scripts.set(code, script);
  }
  return script;
}

/** Runs one top-level function of the bundle in a realm of its own. */
export function runInRealm(code: string, name: string, args: readonly Wire[], input: PreludeInput): Outcome {
  const realm: VmContext = createContext(Object.create(null) as object, { microtaskMode: 'afterEvaluate' });
  let outcome: Outcome | null = null;
  dateScript.runInContext(realm)(input.clock);
  const seen = templatesScript.runInContext(realm)() as ReturnType<typeof templates>;
  const call = preludeScript.runInContext(realm)(input, seen) as ReturnType<typeof prelude>;
  try {
    compiled(code).runInContext(realm);
    if (!isEntry(name, realm)) {
      return { ok: false, error: { name: 'Exception', message: `Script function not found: ${name}`, stack: '' } };
    }
    // Called from a script of the realm, so that its promises settle before we look at the outcome.
    const start = Symbol('start');
    realm[start as unknown as string] = () =>
      call(name, args, (ended) => {
        outcome = ended;
      });
    realm['__start'] = realm[start as unknown as string];
    new Script('{ const start = globalThis.__start; delete globalThis.__start; start(); }').runInContext(realm);
  } catch (error) {
    const { name: kind, message, stack } = error as Error;
    return { ok: false, error: { name: kind, message, stack: stack ?? '' } };
  }
  return (
    outcome ?? {
      ok: false,
      error: { name: 'Error', message: 'The promise that the function returned never settled.', stack: '' },
    }
  );
}

/** Names that end in an underscore are private to the script. Source: guide "HTML service: communicate". */
const isEntry = (name: string, realm: VmContext): boolean => !name.endsWith('_') && typeof realm[name] === 'function';
