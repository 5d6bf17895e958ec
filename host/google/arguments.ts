import { qualifiedName } from './class-names';
import { noSignature } from './errors';
import { type Fits, fitting } from './fitting';
import { ALIKE, OWN } from './signatures';
import { supportedMethods } from './surface';

/** One list of arguments, and where it has texts. */
type Signature = { readonly kinds: readonly Fits[]; readonly texts: readonly number[] };
/** The lists of arguments that a method takes; an open one goes on with anything. */
type Signatures = { readonly lists: readonly Signature[]; readonly isOpen: boolean };

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
  const signatureOf = (list: readonly string[]): Signature => {
    // A null that could be of two kinds fits neither.
    const isAmbiguous = lists.some((other) => other !== list && other.length === list.length);
    const text = KEEPERS.has(className) ? 'kept' : isAmbiguous ? 'text' : 'string';
    const kinds = list.filter((kind) => kind !== '...');
    return {
      kinds: kinds.map((kind) => fitsOf(kind === 'string' ? text : kind)),
      texts: kinds.flatMap((kind, place) => (/^string\??$/.test(kind) ? [place] : [])),
    };
  };
  return { lists: lists.map(signatureOf), isOpen: lists.some((list) => list.includes('...')) };
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

function fits({ kinds }: Signature, args: readonly unknown[], isOpen: boolean): boolean {
  if (isOpen ? args.length < kinds.length : args.length !== kinds.length) return false;
  for (let i = 0; i < kinds.length; i++) if (!kinds[i]!(args[i])) return false;
  return true;
}

/** Refuses arguments that fit no version of a method, with Google's sentence, and makes texts of numbers in their place. */
export function checkArguments(className: string, method: string, args: unknown[]): void {
  const known = signatures.get(className)?.get(method);
  if (!known) return;
  for (const signature of known.lists) {
    if (!fits(signature, args, known.isOpen)) continue;
    for (const place of signature.texts) {
      const kind = typeof args[place];
      if (kind === 'number' || kind === 'boolean') args[place] = String(args[place]);
    }
    return;
  }
  noSignature(args, `${qualifiedName(className)}.${method}`);
}

export const hasSignature = (className: string, method: string): boolean =>
  signatures.get(className)?.has(method) ?? false;
