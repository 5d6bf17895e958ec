// Makes host/google/signatures.ts, which arguments each method takes, from Google's declarations: npx node scripts/signatures.mjs
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from '@babel/parser';
import { transformSync } from 'esbuild';

const root = join(import.meta.dirname, '..');
const DECLARATIONS = ['spreadsheet', 'cache', 'properties', 'lock', 'utilities', 'base', 'script', 'html', 'charts'];

const surface = transformSync(readFileSync(join(root, 'host/google/surface.ts'), 'utf8'), { loader: 'ts' }).code;
const { supportedMethods } = await import(`data:text/javascript,${encodeURIComponent(surface)}`);

/** Names of texts of which only some are allowed, and of values that a script has as another kind. */
const KINDS = {
  TSStringKeyword: 'string',
  TSNumberKeyword: 'number',
  TSBooleanKeyword: 'boolean',
  TSAnyKeyword: 'any',
  TSTypeLiteral: 'object',
  TSLiteralType: 'string',
};
const NAMES = {
  Integer: 'number',
  Byte: 'number',
  Char: 'string',
  FontLine: 'string',
  FontStyle: 'string',
  FontWeight: 'string',
  Weekday: 'WeekDay',
  // The reference names the type of a page that is shown Object.
  HtmlOutput: 'any',
};

/** Where more is known than the declarations say; a `literal` is never made of a number, and a `value` stands in a cell. */
const CORRECTED = {
  'AuthorizationInfo.getAuthorizedScopes': '',
  'ConditionalFormatRuleBuilder.whenTextNotEqualTo': 'string',
  'FilterCriteriaBuilder.whenTextNotEqualTo': 'string',
  'HtmlService.createHtmlOutputFromFile': 'literal',
  'HtmlService.createTemplateFromFile': 'literal',
  'HtmlService.initTemplate': ' | any[]',
  'Menu.addItem': 'literal,literal',
  'Range.createTextFinder': 'literal',
  'Sheet.createTextFinder': 'literal',
  'Spreadsheet.createTextFinder': 'literal',
  'Range.setFormula': 'literal',
  'RichTextValueBuilder.setText': 'literal',
  'Sheet.getRange': 'literal | number,number | number,number,number | number,number,number,number',
  'Ui.createMenu': 'literal',
  'Utilities.base64Decode': 'literal | literal,Charset',
  'Utilities.base64DecodeWebSafe': 'literal | literal,Charset',
  'Utilities.formatDate': 'Date,string,literal',
  'Utilities.parseCsv': 'literal | literal,literal',
  'Range.insertCheckboxes': ' | value | value,value',
  'RangeList.insertCheckboxes': ' | value | value,value',
  'DataValidationBuilder.requireCheckbox': ' | value | value,value',
  'HtmlOutput.setHeight': 'number?',
  'HtmlOutput.setWidth': 'number?',
};

/** A type as the table names it; a `?` stands for one that may also be null. */
function kindOf(type) {
  if (type.type === 'TSArrayType') return `${kindOf(type.elementType)}[]`;
  if (type.type === 'TSUnionType') return unionOf(type.types);
  if (type.type !== 'TSTypeReference') return KINDS[type.type];
  const name = type.typeName.right?.name ?? type.typeName.name;
  if (name === 'Array') return `${kindOf((type.typeParameters ?? type.typeArguments).params[0])}[]`;
  return NAMES[name] ?? name;
}

function unionOf(types) {
  const kinds = new Set(types.filter(({ type }) => type !== 'TSNullKeyword').map(kindOf));
  const isNullable = types.some(({ type }) => type === 'TSNullKeyword');
  return `${kinds.size === 1 ? [...kinds][0] : 'any'}${isNullable ? '?' : ''}`;
}

/** An argument that may be left out makes one list more. */
function listsOf(params) {
  const kinds = params.map((param) =>
    param.type === 'RestElement' ? '...' : kindOf(param.typeAnnotation.typeAnnotation),
  );
  const needed = params.filter(({ optional, type }) => !optional || type === 'RestElement').length;
  return Array.from({ length: kinds.length - needed + 1 }, (_, more) => kinds.slice(0, needed + more).join(','));
}

/** @returns {Map<string, Map<string, Set<string>>>} the lists of arguments by class and method */
function declared() {
  const classes = new Map();
  const walk = (node, space) => {
    const it = node.declaration ?? node;
    const name = it.id?.name;
    if (it.type !== 'TSInterfaceDeclaration') {
      for (const child of [it.body ?? []].flat()) walk(child, it.type === 'TSModuleDeclaration' ? name : space);
      return;
    }
    // The Charts service has text styles of its own, which nothing else knows.
    if (space === 'Charts' && name.startsWith('TextStyle')) return;
    for (const member of it.body.body) {
      if (member.type !== 'TSMethodSignature' || !supportedMethods().get(name)?.has(member.key.name)) continue;
      const methods = classes.get(name) ?? new Map();
      const lists = methods.get(member.key.name) ?? new Set();
      for (const list of listsOf(member.params ?? member.parameters)) lists.add(list);
      classes.set(name, methods.set(member.key.name, lists));
    }
  };
  for (const name of DECLARATIONS) {
    const path = join(root, `node_modules/@types/google-apps-script/google-apps-script.${name}.d.ts`);
    walk(parse(readFileSync(path, 'utf8'), { sourceType: 'module', plugins: [['typescript', { dts: true }]] }).program);
  }
  return classes;
}

function wrapped(words) {
  const lines = [''];
  for (const word of words.sort()) {
    if (lines.at(-1).length + word.length > 108) lines.push('');
    lines.push(`${lines.pop()} ${word}`);
  }
  return lines.length === 1 ? `'${lines[0].trim()}'` : `\`${lines.map((line) => `\n     ${line}`).join('')}\``;
}

const group = (methods) => {
  const groups = new Map();
  for (const [method, lists] of methods) groups.set(lists, [...(groups.get(lists) ?? []), method]);
  const entries = [...groups].sort(([a], [b]) => (a < b ? -1 : 1));
  return entries.map(([lists, names]) => `    '${lists}': ${wrapped(names)},`).join('\n');
};

const classes = new Map(
  [...declared()].map(([name, methods]) => [
    name,
    new Map([...methods].map(([method, lists]) => [method, [...lists].join(' | ')])),
  ]),
);
for (const [name, lists] of Object.entries(CORRECTED)) {
  const [className, method] = name.split('.');
  classes.set(className, (classes.get(className) ?? new Map()).set(method, lists));
}
const byMethod = new Map();
for (const methods of classes.values())
  for (const [method, lists] of methods) byMethod.set(method, (byMethod.get(method) ?? new Set()).add(lists));
const alike = new Map(
  [...byMethod].filter(([, lists]) => lists.size === 1).map(([name, lists]) => [name, [...lists][0]]),
);
const own = [...classes]
  .map(([name, methods]) => [name, [...methods].filter(([method]) => !alike.has(method))])
  .filter(([, methods]) => methods.length > 0);

writeFileSync(
  join(root, 'host/google/signatures.ts'),
  `/**
 * Which arguments Google's methods take. Made by scripts/signatures.mjs from @types/google-apps-script: change that, not
 * this. Each key holds the lists of arguments that the methods named after it allow; \`?\` may also be null, \`...\` is
 * any number of anything.
 */
type Signatures = Readonly<Record<string, string>>;

/** Methods that take the same in every class that has them. */
export const ALIKE: Signatures = {
${group(alike).replace(/^ {2}/gm, '')}
};

/** Methods whose arguments depend on the class. */
export const OWN: Readonly<Record<string, Signatures>> = {
${own.map(([name, methods]) => `  ${name}: {\n${group(methods)}\n  },`).join('\n')}
};
`,
);
