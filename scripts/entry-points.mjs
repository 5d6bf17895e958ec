// Gives Google its functions: it sees only top-level function declarations, and a bundle has none.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from '@babel/parser';

/**
 * Every function exported from the files of a folder, with its parameters and its JSDoc as written.
 * @returns {Map<string, { params: string[], doc: string }>}
 */
export function declaredFunctions(folder) {
  const found = new Map();
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.ts'))) {
    const source = readFileSync(join(folder, file), 'utf8');
    for (const statement of parse(source, { sourceType: 'module', plugins: ['typescript'] }).program.body) {
      if (statement.type !== 'ExportNamedDeclaration' || statement.declaration?.type !== 'FunctionDeclaration')
        continue;
      const { id, params } = statement.declaration;
      const doc = (statement.leadingComments ?? [])
        .filter(({ type, value }) => type === 'CommentBlock' && value.startsWith('*'))
        .at(-1);
      found.set(id.name, { params: params.map(nameOf), doc: doc ? `/*${doc.value}*/\n` : '' });
    }
  }
  return found;
}

function nameOf(param) {
  if (param.type === 'Identifier') return param.name;
  if (param.type === 'AssignmentPattern') return nameOf(param.left);
  if (param.type === 'RestElement') return `...${nameOf(param.argument)}`;
  throw new Error(`An entry function takes plain parameters, not ${param.type}.`);
}

/** Top-level functions that hand over to the bundle's exports of the same names. */
export function delegatingFooter(exports, declared, globalName) {
  return exports
    .map((name) => {
      const fn = declared.get(name);
      if (!fn) throw new Error(`“${name}” is exported from src/entry but is no function declaration there.`);
      if (name.endsWith('_')) throw new Error(`Google hides functions whose names end in “_”: rename “${name}”.`);
      const params = fn.params.join(', ');
      return `${fn.doc}function ${name}(${params}) {\n  return ${globalName}.${name}(${params});\n}\n`;
    })
    .join('\n');
}
