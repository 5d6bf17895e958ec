import { parse } from '@babel/parser';
import { Recent } from './recent';

const known = new Recent<string, readonly string[]>();

/**
 * The functions that a script's pages may call: declared at its top level, and not private by an underscore at the end of
 * the name. A function that is only assigned to the global object while the script loads is not among them. Sources: guide
 * "HTML service: communicate with server functions"; guide "V8 runtime" on how functions are found.
 */
export function topLevelFunctions(code: string): readonly string[] {
  let names = known.get(code);
  if (!names) {
    names = declaredIn(code).filter((name) => !name.endsWith('_'));
    known.set(code, names);
  }
  return names;
}

function declaredIn(code: string): string[] {
  const program = programOf(code);
  const names = program.body.flatMap((statement) => {
    if (statement.type === 'FunctionDeclaration') return statement.id ? [statement.id.name] : [];
    if (statement.type !== 'VariableDeclaration' || statement.kind !== 'var') return [];
    return statement.declarations.flatMap(({ id, init }) =>
      id.type === 'Identifier' && init && FUNCTIONS.has(init.type) ? [id.name] : [],
    );
  });
  return [...new Set(names)];
}

/** A bundle that cannot be read at all has no functions; what is wrong with it is told when it runs. */
function programOf(code: string) {
  try {
    return parse(code, { sourceType: 'script', errorRecovery: true }).program;
  } catch {
    return parse('').program;
  }
}

const FUNCTIONS = new Set(['FunctionExpression', 'ArrowFunctionExpression']);
