/**
 * What a panel's page may send to the server. The rules and sentences are those of the script that Google's own frame runs
 * ("maestro" client, published with every HtmlService page) and of K. Tanaike, "Values to transfer", 2023-08-28.
 */
export function sentArguments(args: readonly unknown[]): unknown[] {
  const copied = copyOf(args) as unknown[];
  const [first] = copied;
  if (isForm(first)) {
    if (copied.length > 1) throw new Error('Forms with file inputs must be the only parameter.');
    return [formFields(first)];
  }
  return plainOf(copied, 'arguments') as unknown[];
}

/** Google's first step: copies of arrays and objects, also of inherited fields. Elements pass until the next step. */
function copyOf(value: object): unknown {
  try {
    return copied(value);
  } catch (error) {
    // Google notices a circle by running out of stack.
    if (error instanceof RangeError) throw new TypeError('Failed due to circular reference.');
    throw error;
  }
}

function copied(value: object): unknown {
  const copy: Record<string, unknown> = Array.isArray(value) ? ([] as unknown as Record<string, unknown>) : {};
  if (Array.isArray(value)) (copy as unknown as unknown[]).length = value.length;
  for (const name in value) {
    // Names with two underscores at their end are Google's own: fields of such a name are left out without a word.
    if (name.endsWith('__')) continue;
    const item = (value as Record<string, unknown>)[name];
    if (!isObject(item) || isElement(item)) copy[name] = item;
    else if (COPIED.has(Object.prototype.toString.call(item))) copy[name] = copied(item);
    else throw new TypeError(illegal(name));
  }
  return copy;
}

const COPIED = new Set(['[object Array]', '[object Object]']);

const illegal = (name: string): string => `Failed due to illegal value in property: ${name}`;

/** The second step, JSON. Google turns numbers that JSON cannot say, and holes, into null; here they are refused aloud. */
function plainOf(value: unknown, name: string): unknown {
  if (value === undefined || value === null) return null;
  if (typeof value === 'bigint' || typeof value === 'symbol') throw new Error(`Unknown type: ${typeof value}`);
  if (typeof value === 'number') return speakable(value, name);
  if (!isObject(value)) return value;
  if (isElement(value)) throw new Error(illegal(name));
  if (Array.isArray(value)) {
    return Array.from(value, (item, index) => {
      if (!(index in value)) throw new Error(refused('a hole in an array', String(index)));
      return plainOf(item, String(index));
    });
  }
  const fields = Object.entries(value).filter(([, item]) => item !== undefined);
  return Object.fromEntries(fields.map(([key, item]) => [key, plainOf(item, key)]));
}

function speakable(value: number, name: string): number {
  if (!Number.isFinite(value)) throw new Error(refused(String(value), name));
  if (Object.is(value, -0)) throw new Error(refused('-0', name));
  return value;
}

const refused = (what: string, name: string): string =>
  `The offline host sends no ${what} to the server (property: ${name}): Google makes something else of it without a word.`;

// Elements are known by what they can do, as Google knows them: this runs without a browser too.

type Field = {
  readonly name: string;
  readonly type: string;
  readonly tagName: string;
  readonly disabled: boolean;
  readonly checked?: boolean;
  readonly value?: string;
  readonly form: unknown;
  readonly options?: ArrayLike<{ readonly selected: boolean; readonly value: string }>;
  readonly files?: ArrayLike<unknown> | null;
};
type Form = { readonly elements: ArrayLike<Field> };

const isObject = (value: unknown): value is object =>
  (typeof value === 'object' && value !== null) || typeof value === 'function';

const isElement = (value: object): boolean => (value as { nodeType?: unknown }).nodeType === 1;

const isForm = (value: unknown): value is Form =>
  Object.prototype.toString.call(value) === '[object HTMLFormElement]' ||
  (isObject(value) && isElement(value) && (value as { tagName?: unknown }).tagName === 'FORM');

/** A form's fields by name: one text, or several where a name comes more than once. Buttons and disabled fields stay out. */
function formFields(form: Form): Record<string, string | string[]> {
  const fields = new Map<string, string[]>();
  for (const field of Array.from(form.elements)) {
    if (field.disabled || field.form !== form || field.tagName === 'FIELDSET') continue;
    if (field.type === 'file') throw new Error('Uploading files is not supported by the offline host.');
    for (const value of valuesOf(field)) fields.set(field.name, [...(fields.get(field.name) ?? []), value]);
  }
  return Object.fromEntries([...fields].map(([name, values]) => [name, values.length > 1 ? values : values[0]!]));
}

function valuesOf({ type, checked, value, options }: Field): readonly string[] {
  switch (type.toLowerCase()) {
    case 'submit':
    case 'reset':
    case 'button':
      return [];
    case 'checkbox':
    case 'radio':
      return checked ? [value ?? ''] : [];
    case 'select-multiple':
      return Array.from(options ?? [])
        .filter(({ selected }) => selected)
        .map((option) => option.value);
    default:
      return value === undefined ? [] : [value];
  }
}
