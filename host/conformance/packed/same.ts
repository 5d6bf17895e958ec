/** Whether an answer is the expected one. Fields may come in any order. */
export function same(answer: unknown, expected: unknown): boolean {
  if (isObject(expected) && expected['throws'] === true) return isObject(answer) && isRefusal(answer, expected['kind']);
  if (Array.isArray(answer) && Array.isArray(expected))
    return answer.length === expected.length && answer.every((item, i) => same(item, expected[i]));
  if (!isObject(answer) || !isObject(expected)) return answer === expected;
  const [names, wanted] = [Object.keys(answer), Object.keys(expected)];
  return names.length === wanted.length && wanted.every((name) => name in answer && same(answer[name], expected[name]));
}

/** Neither an error of the language, unless one is expected, nor the host's own way out is a refusal of Google's. */
const isRefusal = ({ throws: sentence, kind }: Record<string, unknown>, expectedKind: unknown): boolean =>
  kind === expectedKind && typeof sentence === 'string' && !sentence.endsWith('is not supported by the offline host.');

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
