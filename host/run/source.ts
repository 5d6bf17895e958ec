import { parse } from '@babel/parser';
import { Recent } from './recent';
import { refusedIn } from './syntax';
import { declaredIn } from './top-level-functions';

/** What is known of a script without running it. */
export type Source = {
  /** The functions that its pages may call. */
  readonly functions: readonly string[];
  /** Why Google would not take the project; null where it would. */
  readonly refused: string | null;
};

const known = new Recent<string, Source>();

/** Reading a bundle takes longer than running it: it is read once. */
export function sourceOf(code: string): Source {
  let source = known.get(code);
  if (!source) {
    source = read(code);
    known.set(code, source);
  }
  return source;
}

function read(code: string): Source {
  try {
    // As a classic script: no modules, and no await outside of async functions.
    const { program, errors } = parse(code, { sourceType: 'script', errorRecovery: true });
    const [mistake] = (errors ?? []) as unknown as readonly Error[];
    return { functions: declaredIn(program), refused: mistake ? mistake.message : refusedIn(program) };
  } catch (error) {
    // A bundle that cannot be read at all has no functions.
    return { functions: [], refused: (error as Error).message };
  }
}
