import type { parse } from '@babel/parser';

type Program = ReturnType<typeof parse>['program'];

const FUNCTIONS = new Set(['FunctionExpression', 'ArrowFunctionExpression']);

/**
 * The functions that a script's pages may call: declared at its top level, and not private by an underscore at the end of
 * the name. A function that is only assigned to the global object while the script loads is not among them. Sources: guide
 * "HTML service: communicate with server functions"; guide "V8 runtime" on how functions are found.
 */
export function declaredIn(program: Program): readonly string[] {
  const names = program.body.flatMap((statement) => {
    if (statement.type === 'FunctionDeclaration') return statement.id ? [statement.id.name] : [];
    if (statement.type !== 'VariableDeclaration' || statement.kind !== 'var') return [];
    return statement.declarations.flatMap(({ id, init }) =>
      id.type === 'Identifier' && init && FUNCTIONS.has(init.type) ? [id.name] : [],
    );
  });
  return [...new Set(names)].filter((name) => !name.endsWith('_'));
}
