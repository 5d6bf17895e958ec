import { qualifiedName } from './class-names';
import { noSignature } from './errors';
import { type Fits, fitting } from './fitting';
import { ALIKE, OWN } from './signatures';
import { supportedMethods } from './surface';

type Signature = readonly Fits[];
/** The lists of arguments that a method takes; an open one goes on with anything. */
type Signatures = { readonly lists: readonly Signature[]; readonly isOpen: boolean; readonly texts: readonly number[] };

/** They make a text of everything. Source: J. Poehnelt, "Apps Script CacheService limits", 2025-12. */
const KEEPERS = new Set(['Cache', 'Properties']);

const made = new Map<string, Fits>();

function fitsOf(kind: string): Fits {
  const fits = made.get(kind) ?? fitting(kind);
  made.set(kind, fits);
  return fits;
}

function parsed(text: string, className: string): Signatures {
  const lists = text.split(' | ').map((list) => list.split(',').filter(Boolean));
  const named = lists.map((list) => {
    // A null that could be of two kinds fits neither.
    const isAmbiguous = lists.some((other) => other !== list && other.length === list.length);
    const texts = KEEPERS.has(className) ? 'any' : isAmbiguous ? 'text' : 'string';
    return list.filter((kind) => kind !== '...').map((kind) => fitsOf(kind === 'string' ? texts : kind));
  });
  const longest = Math.max(...lists.map(({ length }) => length));
  const places = Array.from({ length: longest }, (_, place) => place);
  return {
    lists: named,
    isOpen: lists.some((list) => list.includes('...')),
    texts: places.filter((place) => lists.every((list) => /^(string\??|User)$/.test(list[place] ?? 'string'))),
  };
}

function byMethod(signatures: Readonly<Record<string, string>>): Map<string, string> {
  const found = new Map<string, string>();
  for (const [text, methods] of Object.entries(signatures))
    for (const method of methods.trim().split(/\s+/)) found.set(method, text);
  return found;
}

const alike = byMethod(ALIKE);

const signatures = new Map(
  [...supportedMethods()].map(([className, methods]) => {
    const own = byMethod(OWN[className] ?? {});
    const found = new Map<string, Signatures>();
    for (const method of methods.keys()) {
      const text = own.get(method) ?? alike.get(method);
      if (text !== undefined) found.set(method, parsed(text, className));
    }
    return [className, found] as const;
  }),
);

function fits(signature: Signature, args: readonly unknown[], isOpen: boolean): boolean {
  if (isOpen ? args.length < signature.length : args.length !== signature.length) return false;
  for (let i = 0; i < signature.length; i++) if (!signature[i]!(args[i])) return false;
  return true;
}

/** Refuses arguments that fit no version of a method, with Google's sentence, and makes texts of numbers in their place. */
export function checkArguments(className: string, method: string, args: unknown[]): void {
  const known = signatures.get(className)?.get(method);
  if (!known) return;
  if (!known.lists.some((signature) => fits(signature, args, known.isOpen)))
    noSignature(args, `${qualifiedName(className)}.${method}`);
  for (const place of known.texts) {
    const kind = typeof args[place];
    if (kind === 'number' || kind === 'boolean') args[place] = String(args[place]);
  }
}

export const hasSignature = (className: string, method: string): boolean =>
  signatures.get(className)?.has(method) ?? false;
