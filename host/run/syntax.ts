type Refused = { readonly token: string; readonly line: number };

/**
 * Syntax that Google's parser refuses, for the whole project, though V8 knows it: private and static class fields.
 * Source: guide "V8 runtime", unsupported syntax. It does not name the other fields of classes: refused too, which is
 * the harsher reading.
 */
export function refusedIn(program: unknown): string | null {
  const refused = firstOf(program);
  return refused && `Unexpected token ${refused.token} line: ${refused.line} file: Code.gs`;
}

type Node = {
  readonly type?: string;
  readonly static?: boolean;
  readonly loc?: { readonly start: { readonly line: number } };
};

/** What a node holds beside the nodes below it. */
const BESIDES: ReadonlySet<string> = new Set(['type', 'loc', 'leadingComments', 'innerComments', 'trailingComments']);

function firstOf(node: unknown): Refused | null {
  if (typeof node !== 'object' || node === null) return null;
  const { type, static: isStatic, loc } = node as Node;
  const line = loc?.start.line ?? 0;
  if (type === 'PrivateName') return { token: '#', line };
  if (type === 'StaticBlock' || (type === 'ClassProperty' && isStatic)) return { token: 'static', line };
  if (type === 'ClassProperty') return { token: '=', line };
  for (const key in node) {
    const refused = BESIDES.has(key) ? null : firstOf((node as Record<string, unknown>)[key]);
    if (refused) return refused;
  }
  return null;
}
