import { AREAS } from '../questions/areas';
import type { Question, ScriptQuestion } from '../questions/question';

const isScript = (question: Question): question is ScriptQuestion => 'code' in question;

export const SCRIPT_QUESTIONS = Object.values(AREAS).flat().filter(isScript);

/** What some code comes to, as plain data: its answer, or the sentence with which it fails. */
export function answerOf(code: () => unknown): unknown {
  try {
    return JSON.parse(JSON.stringify(code() ?? null));
  } catch (error) {
    return { throws: String((error as Error).message) };
  }
}
