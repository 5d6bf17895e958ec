import { parse } from '@babel/parser';

/**
 * Syntax that Google's parser refuses, for the whole project, though V8 knows it: private and static class fields.
 * Source: guide "V8 runtime", unsupported syntax. It does not name the other fields of classes: refused too, which is
 * the harsher reading. The parser is only asked where the text looks like it.
 */
export function refusedSyntax(code: string): string | null {
  if (!/#[A-Za-z_$]|\bclass\b|\bawait\b|\b(import|export)\b/.test(code)) return null;
  const found = parseOrFail(code);
  if (typeof found === 'string') return found;
  const refused = firstOf(found.program);
  return refused && `SyntaxError: Unexpected token ${refused.token} line: ${refused.line} file: Code.gs`;
}

function parseOrFail(code: string): { program: unknown } | string {
  try {
    // As a classic script: no modules, and no await outside of async functions.
    return parse(code, { sourceType: 'script' });
  } catch (error) {
    return `SyntaxError: ${(error as Error).message}`;
  }
}

type Refused = { readonly token: string; readonly line: number };
type Node = {
  readonly type?: string;
  readonly static?: boolean;
  readonly loc?: { readonly start: { readonly line: number } };
};

function firstOf(node: unknown): Refused | null {
  if (Array.isArray(node)) {
    for (const item of node) {
      const refused = firstOf(item);
      if (refused) return refused;
    }
    return null;
  }
  if (typeof node !== 'object' || node === null) return null;
  const { type, static: isStatic, loc } = node as Node;
  const line = loc?.start.line ?? 0;
  if (type === 'PrivateName') return { token: '#', line };
  if (type === 'StaticBlock' || (type === 'ClassProperty' && isStatic)) return { token: 'static', line };
  if (type === 'ClassProperty') return { token: '=', line };
  return firstOf(
    Object.entries(node)
      .filter(([key]) => key !== 'loc')
      .map(([, value]) => value),
  );
}
