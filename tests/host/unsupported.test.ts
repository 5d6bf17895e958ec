import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from '@babel/parser';
import { UNSUPPORTED } from '../../host/conformance/unsupported';
import { GLOBAL_NAMES, MISSING_SERVICES } from '../../host/google/services';
import { supportedMethods } from '../../host/google/surface';
import { hostWith } from './little-add-on';

const TYPES = join(__dirname, '../../node_modules/@types/google-apps-script');
const DECLARATIONS = ['spreadsheet', 'cache', 'properties', 'lock', 'utilities', 'base', 'script', 'html', 'charts'];

/** Not Google's services: what JavaScript has, and interfaces that no object is of alone. */
const LEFT_OUT = /^(Console|Date|DateConstructor|MimeType|BlobSource|DataTableSource|Service|\w+FilterBuilder)$/;

/** Run in the script's realm, where the desk has no part. */
const IN_THE_REALM = ['HtmlTemplate.evaluate'];

type Node = { type: string; body?: Node | Node[]; declaration?: Node; id?: { name: string }; key?: { name: string } };

/** The methods that Google declares, as `Class.method`. */
function declaredMethods(): Set<string> {
  const found = new Set<string>();
  const walk = (node: Node, space: string): void => {
    const it = node.declaration ?? node;
    const inside = ([] as Node[]).concat(it.body ?? []);
    // The Charts service has text styles of its own, which nothing else knows.
    const name = it.id?.name ?? '';
    if (it.type !== 'TSInterfaceDeclaration') {
      for (const child of inside) walk(child, it.type === 'TSModuleDeclaration' ? name : space);
    } else if (!LEFT_OUT.test(name) && !(space === 'Charts' && name.startsWith('TextStyle'))) {
      for (const member of ([] as Node[]).concat(inside[0]?.body ?? []))
        if (member.type === 'TSMethodSignature' && member.key?.name !== 'toString')
          found.add(`${name}.${member.key?.name}`);
    }
  };
  for (const name of DECLARATIONS) {
    const path = join(TYPES, `google-apps-script.${name}.d.ts`);
    walk(
      parse(readFileSync(path, 'utf8'), { sourceType: 'module', plugins: [['typescript', { dts: true }]] })
        .program as never,
      '',
    );
  }
  return found;
}

const declared = declaredMethods();
const classesOf = (text = '') => text.split(/\s+/).filter(Boolean);
const methodsOf = (name: string) => [...declared].filter((method) => method.startsWith(`${name}.`));

const listed = UNSUPPORTED.flatMap(({ classes, methods = {} }) => [
  ...classesOf(classes).flatMap(methodsOf),
  ...Object.entries(methods).flatMap(([name, list]) => classesOf(list).map((method) => `${name}.${method}`)),
]);
const supported = new Set(
  [...supportedMethods()].flatMap(([name, methods]) => [...methods.keys()].map((method) => `${name}.${method}`)),
);

test('every method that Google declares is supported, or listed with a reason why not', () => {
  expect(
    [...declared].filter((name) => !supported.has(name) && !listed.includes(name) && !IN_THE_REALM.includes(name)),
  ).toEqual([]);
});

test('nothing is listed that is supported by now', () => {
  expect(listed.filter((name) => supported.has(name))).toEqual([]);
});

test('nothing is listed twice, and nothing that Google does not have', () => {
  expect(listed.filter((name, i) => listed.indexOf(name) !== i || !declared.has(name))).toEqual([]);
});

/** How a script gets an object of a class of which only a part is supported. */
const OBJECTS: Readonly<Record<string, string>> = {
  SpreadsheetApp: 'SpreadsheetApp',
  ScriptApp: 'ScriptApp',
  Session: 'Session',
  Utilities: 'Utilities',
  HtmlService: 'HtmlService',
  Logger: 'Logger',
  Spreadsheet: 'SpreadsheetApp.getActiveSpreadsheet()',
  Sheet: 'SpreadsheetApp.getActiveSheet()',
  Range: 'SpreadsheetApp.getActiveSheet().getRange("A1:B2")',
  RangeList: 'SpreadsheetApp.getActiveSheet().getRangeList(["A1"])',
  TextFinder: 'SpreadsheetApp.getActiveSheet().createTextFinder("x")',
  DataValidation: 'SpreadsheetApp.newDataValidation().requireCheckbox().build()',
  DataValidationBuilder: 'SpreadsheetApp.newDataValidation()',
  RichTextValue: 'SpreadsheetApp.newRichTextValue().setText("x").build()',
  RichTextValueBuilder: 'SpreadsheetApp.newRichTextValue()',
  Protection: 'SpreadsheetApp.getActiveSheet().protect()',
  DeveloperMetadata: 'mark()',
  DeveloperMetadataLocation: 'mark().getLocation()',
  DeveloperMetadataFinder: 'SpreadsheetApp.getActiveSheet().createDeveloperMetadataFinder()',
  EmbeddedChart:
    'SpreadsheetApp.getActiveSheet().newChart().addRange(SpreadsheetApp.getActiveSheet().getRange("A1:B2")).build()',
  EmbeddedChartBuilder: 'SpreadsheetApp.getActiveSheet().newChart()',
  TextStyle: 'SpreadsheetApp.newTextStyle().build()',
  TextStyleBuilder: 'SpreadsheetApp.newTextStyle()',
  ConditionalFormatRuleBuilder: 'SpreadsheetApp.newConditionalFormatRule()',
  FilterCriteria: 'SpreadsheetApp.newFilterCriteria().whenCellEmpty().build()',
  FilterCriteriaBuilder: 'SpreadsheetApp.newFilterCriteria()',
  Selection: 'SpreadsheetApp.getSelection()',
  ...Object.fromEntries(
    ['Area', 'Bar', 'Column', 'Combo', 'Histogram', 'Line', 'Pie', 'Scatter', 'Table'].map((kind) => [
      `Embedded${kind}ChartBuilder`,
      `SpreadsheetApp.getActiveSheet().newChart().as${kind}Chart()`,
    ]),
  ),
  HtmlOutput: 'HtmlService.createHtmlOutput("x")',
  Blob: 'Utilities.newBlob("x")',
  Ui: 'SpreadsheetApp.getUi()',
  TriggerBuilder: 'ScriptApp.newTrigger("onOpen")',
  ClockTriggerBuilder: 'ScriptApp.newTrigger("onOpen").timeBased()',
  SpreadsheetTriggerBuilder: 'ScriptApp.newTrigger("onOpen").forSpreadsheet(SpreadsheetApp.getActiveSpreadsheet())',
};

test('each listed method says by name that the host lacks it', () => {
  const partly = listed.filter((name) => supportedMethods().has(name.split('.')[0]!));
  expect([...new Set(partly.map((name) => name.split('.')[0]!))].filter((name) => !OBJECTS[name])).toEqual([]);
  const host = hostWith(`
    function mark() {
      const sheet = SpreadsheetApp.getActiveSheet().addDeveloperMetadata('k', 'v');
      return sheet.createDeveloperMetadataFinder().withKey('k').find()[0];
    }
    function tryAll(methods) {
      const objects = { ${Object.entries(OBJECTS)
        .map(([name, code]) => `${name}: () => ${code}`)
        .join(', ')} };
      return methods.map((name) => {
        const [type, method] = name.split('.');
        const object = objects[type]();
        try { object[method](); return 'nothing'; } catch (error) { return error.message; }
      });
    }`);
  expect(host.call('tryAll', partly)).toEqual(partly.map((name) => `${name} is not supported by the offline host.`));
});

/** The global objects that Google declares. `Date2` and the enumerations of Utilities are none. */
const declaredGlobals = readdirSync(TYPES)
  .filter((name) => name.endsWith('.d.ts'))
  .flatMap((name) => [...readFileSync(join(TYPES, name), 'utf8').matchAll(/^declare var (\w+): GoogleAppsScript/gm)])
  .map(([, name]) => name!)
  .filter((name) => !/^(Date2|Charset|\w+Algorithm)$/.test(name));

test('every global that Google declares is there, or listed with a reason why not', () => {
  expect(declaredGlobals.filter((name) => !GLOBAL_NAMES.includes(name))).toEqual([]);
  const reasons = UNSUPPORTED.flatMap(({ services, classes }) => [...classesOf(services), ...classesOf(classes)]);
  expect(MISSING_SERVICES.filter((name) => !reasons.includes(name))).toEqual([]);
  const inParts = UNSUPPORTED.flatMap(({ services }) => classesOf(services));
  expect(inParts.filter((name) => !MISSING_SERVICES.includes(name))).toEqual([]);
});

test('a missing service says by name that the host lacks it, and so does an enumeration', () => {
  const host = hostWith(`
    function parse() { return XmlService.parse('<a/>'); }
    function type() { return MimeType.CSV; }`);
  expect(() => host.call('parse')).toThrow('XmlService.parse is not supported by the offline host.');
  expect(() => host.call('type')).toThrow('MimeType.CSV is not supported by the offline host.');
});
