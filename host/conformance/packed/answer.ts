import { AREAS } from '../questions/areas';
import type { Question, ScriptQuestion } from '../questions/question';

const isScript = (question: Question): question is ScriptQuestion => 'code' in question;

export const SCRIPT_QUESTIONS = Object.values(AREAS).flat().filter(isScript);

/** The failure of a script as an answer: its sentence, and its kind where it is none of Google's exceptions. */
function failed(error: unknown): { throws: string; kind?: string } {
  const { name, message } = error as Error;
  return { throws: String(message), ...(name !== 'Exception' && { kind: String(name) }) };
}

/** What some code comes to, as plain data: its answer, or the sentence with which it fails. */
export function answerOf(code: () => unknown): unknown {
  try {
    return JSON.parse(JSON.stringify(code() ?? null));
  } catch (error) {
    return failed(error);
  }
}
