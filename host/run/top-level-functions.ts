import { parse } from '@babel/parser';

const known = new Map<string, readonly string[]>();

/**
 * The functions that a script's pages may call: declared at its top level, and not private by an underscore at the end of
 * the name. A function that is only assigned to the global object while the script loads is not among them. Sources: guide
 * "HTML service: communicate with server functions"; guide "V8 runtime" on how functions are found.
 */
export function topLevelFunctions(code: string): readonly string[] {
  let names = known.get(code);
  if (!names) {
    names = declaredIn(code).filter((name) => !name.endsWith('_'));
    // One add-on runs at a time; what was built before is of no use any more.
    known.clear();
    known.set(code, names);
  }
  return names;
}

function declaredIn(code: string): string[] {
  const { program } = parse(code, { sourceType: 'script', errorRecovery: true });
  const names = program.body.flatMap((statement) => {
    if (statement.type === 'FunctionDeclaration') return statement.id ? [statement.id.name] : [];
    if (statement.type !== 'VariableDeclaration' || statement.kind !== 'var') return [];
    return statement.declarations.flatMap(({ id, init }) =>
      id.type === 'Identifier' && init && FUNCTIONS.has(init.type) ? [id.name] : [],
    );
  });
  return [...new Set(names)];
}

const FUNCTIONS = new Set(['FunctionExpression', 'ArrowFunctionExpression']);
